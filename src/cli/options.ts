/** Arguments and options that commands share. */
import type { Command } from "commander";
import { collect } from "./collect.ts";

export interface CommonOptions {
  readonly set: readonly string[];
  readonly out?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** Adds [scenario] and the options of every command that reads one. */
export const withScenario = (command: Command): Command =>
  command
    .argument("[scenario]", 'scenario file (YAML or JSON); "-" reads standard input', "scenario.yaml")
    .option("--set <path=value>", "put a value in place of the scenario's; may be repeated", collect, [])
    .option("--json", "print one JSON document and nothing else")
    .option("--quiet", "no progress and no notes on standard error");
