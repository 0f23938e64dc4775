import type { Command } from "commander";
import type { Act } from "../act.ts";
import { collect } from "../collect.ts";
import type { CompareOptions } from "../show-compare.ts";

/** `compare`: scenarios, and published models too, side by side with the difference item by item. */
export const addCompare = (program: Command, act: Act): void => {
  program.command("compare")
    .description("scenarios side by side, published models too, with the difference item by item; or campaigns of risk")
    .argument("<names...>", 'scenario files ("site.yaml:orbit.altitude=700km" sets a value of that one alone), or models as reconcile names them; or folders of risk --out; two or more')
    .option("--set <path=value>", "put a value in place of every scenario's; may be repeated", collect, [])
    .option("--json", "print one JSON document and nothing else")
    .option("--out <folder>", "write compare.json there; of campaigns compare.html, too")
    .option("--quiet", "no progress and no notes on standard error")
    .action((names: readonly string[], options: CompareOptions) =>
      act(async (terminal) => {
        const { showCompare } = await import("../show-compare.ts");
        return showCompare(names, options, terminal);
      }),
    );
};
