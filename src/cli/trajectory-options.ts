/** Arguments and options of the commands that take satellites from a scenario or from a file of elements. */
import { Option, type Command } from "commander";
import { collect } from "./collect.ts";

export interface TrajectoryOptions {
  /** Where no time is given: as long as the scenario's simulate.days, not a day. */
  readonly flown?: true;
  readonly start?: string;
  readonly days?: string;
  readonly hours?: string;
  readonly satellite: readonly string[];
  /** Of these the first, no more. */
  readonly satellites?: number;
  readonly set: readonly string[];
  readonly quiet?: true;
}

/** Adds <source> and the options that choose satellites and time. */
export const withTrajectories = (command: Command): Command =>
  withPeriod(command.argument("<source>", 'scenario (YAML or JSON), or elements: TLE, or CCSDS OMM in JSON, XML or CSV; "-" reads standard input'), { when: "", usual: "1 day" })
    .option("--set <path=value>", "put a value in place of the scenario's; may be repeated", collect, [])
    .option("--quiet", "no progress and no notes on standard error");

/** Adds the options that choose satellites and time; `when` stands before what they do, `usual` is how long if nothing is said. */
export const withPeriod = (command: Command, { when, usual }: { readonly when: string; readonly usual: string }): Command =>
  command
    .option("--start <date>", `${when}first instant, UTC; left out, the scenario's simulate.start, or the latest epoch among the elements`)
    .option("--days <number>", `${when}how long (default: ${usual})`)
    .addOption(new Option("--hours <number>", `${when}the same in hours`).conflicts("days"))
    .option("--satellite <name or number>", `${when}only this one: number, designator or name, or a part of names; may be repeated`, collect, []);
