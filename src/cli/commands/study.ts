import { Option, type Command } from "commander";
import { UsageError } from "../failure.ts";
import type { StudyOptions } from "../study-options.ts";

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Adds sweeps and fronts to `size`. */
export const withStudy = (command: Command): Command =>
  command
    .option("--sweep <path=values>", "size it at each value of a field: path=from..to[unit][/steps][*log] or path=a,b,c; several give the grid", collect, [])
    .option("--pareto <measures>", "the designs that no other beats in these measures, over the ranges of --over; min:x or max:x names the better end")
    .option("--over <path=range>", "a field that --pareto may change; may be repeated", collect, [])
    .option("--cost", "measure whole runs, with what compute costs, not the sizing alone; takes seconds a design")
    .option("--measures <keys>", "only these measures, as in JSON: wet_kg,sunlit_frac")
    .addOption(new Option("--format <format>", "how to write a sweep or a front (default: table)").choices(["table", "csv", "json"]))
    .option("--seed <number>", "seed of --pareto (default: uncertainty.seed of the scenario)")
    .option("--population <number>", "designs of a generation, an even number (default: 40; 12 with --cost)")
    .option("--generations <number>", "generations of --pareto (default: 40; 8 with --cost)");

const STUDY_ONLY = ["cost", "measures", "format"] as const;
const PARETO_ONLY = ["seed", "population", "generations"] as const;

/** Whether a sweep or a front is asked for. Throws UsageError on options that do not go together. */
export const asksForStudy = (options: StudyOptions): boolean => {
  const swept = options.sweep.length > 0;
  const front = options.pareto !== undefined;
  if (swept && front) throw new UsageError("--sweep and --pareto at once", "a sweep lists designs, a front searches them: ask for one");
  if (front && options.over.length === 0) throw new UsageError("--pareto without a range", "say what may change: --over orbit.altitude=450..1500km");
  if (!front && options.over.length > 0) throw new UsageError("--over without --pareto", "name the objectives: --pareto wet_kg,sunlit_frac; or list values with --sweep");
  const stray = [...(swept || front ? [] : STUDY_ONLY), ...(front ? [] : PARETO_ONLY)].find((name) => options[name] !== undefined);
  if (stray !== undefined) throw new UsageError(`--${stray} without ${PARETO_ONLY.some((name) => name === stray) ? "--pareto" : "--sweep or --pareto"}`, "dawndusk size --help tells more");
  return swept || front;
};
