import { Option, type Command } from "commander";
import type { Act } from "../act.ts";
import { collect } from "../collect.ts";
import type { ReconcileOptions } from "../show-reconcile.ts";

/** `reconcile`: from one published answer, or a scenario's, to another, term by term. */
export const addReconcile = (program: Command, act: Act): void => {
  program.command("reconcile")
    .description("from one published answer to another, or a scenario's, term by term; without names, the models and quotes there are")
    .argument("[X]", 'a published model ("mccalip"), a variant of one ("mccalip@views"), one with other inputs ("mccalip:years=10"), or a scenario file; alone, a quote too ("bcg")')
    .argument("[Y]", "the same")
    .addOption(new Option("--of <answer>", "which answer (default: what a variant is about, or the first that both have)").choices(["orbit", "ratio", "ground", "break-even", "mass", "panel"]))
    .option("--order <steps>", "take the steps in this order, ids or input,boundary,term (default: Shapley values, which know no order)")
    .option("--set <path=value>", "put a value in place of the scenarios'; may be repeated", collect, [])
    .option("--json", "print one JSON document and nothing else")
    .option("--out <folder>", "write reconcile.svg and reconcile.json there")
    .option("--quiet", "no progress and no notes on standard error")
    .action((x: string | undefined, y: string | undefined, options: ReconcileOptions) =>
      act(async (terminal) => {
        const { showReconcile } = await import("../show-reconcile.ts");
        return showReconcile([x, y], options, terminal);
      }),
    );
};
