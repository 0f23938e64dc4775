import { Option, type Command } from "commander";
import type { Act } from "../act.ts";
import { collect } from "../collect.ts";
import { withScenario } from "../options.ts";
import type { DecideCommandOptions } from "../show-decide.ts";

/** `decide`: what to commit now, what can wait, which dated event flips it and what waiting costs. */
export const addDecide = (program: Command, act: Act): void => {
  withScenario(program.command("decide"))
    .description("what to commit now, what can wait, which dated event flips the decision, and what waiting for it costs")
    .option("--known <path=quarter>", "from when a number that is written as a distribution is known: launch.vehicles.starship.price=2029-Q1; may be repeated", collect, [])
    .option("--together <event,event>", "two events waited for as one, known when the later is, by the names that decide prints: gates.licence,gates.slip; may be repeated", collect, [])
    .addOption(new Option("--launches <launches>", "plans with parts of launches, or with whole ones, which take longer").choices(["parts", "whole"]).default("parts"))
    .option("--out <folder>", "write decide.html and decide.json there")
    .action((source: string, options: DecideCommandOptions) =>
      act(async (terminal) => {
        const { showDecide } = await import("../show-decide.ts");
        return showDecide(source, options, terminal);
      }),
    );
};
