/** The plan's model as text for other solvers: the first that the planner would solve, before milestones, twins and several futures change it. */
import type { LinearModel, Solve } from "../plan/index.ts";
import type { Run } from "../run/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { ExportOptions } from "./export-trajectories.ts";
import { UsageError } from "./failure.ts";
import { tryFile, writeFile } from "./out-file.ts";
import { printPieces } from "./print-pieces.ts";
import { progressOn } from "./progress.ts";
import { readScenario } from "./read-scenario.ts";
import type { Terminal } from "./terminal.ts";

export interface ModelOptions extends Omit<ExportOptions, "format"> {
  readonly format: "lp" | "mps";
}

export const exportModel = async (source: string, options: ModelOptions, terminal: Terminal): Promise<ExitCode> => {
  refuseSatellites(options);
  if (options.out !== undefined) tryFile(options.out);
  const scenario = await readScenario({ source, set: options.set }, terminal);
  const [{ runUntil }, { toLp, toMps }] = await Promise.all([import("../run/index.ts"), import("../plan/index.ts")]);
  const progress = progressOn(terminal, options.quiet === true);
  const { model, run } = await firstModel((solve) => runUntil(scenario, "plan", { solve, onStage: progress.stage, onFlown: progress.flown })).finally(progress.done);
  if (model === null) return noModel(run!, terminal);
  const text = options.format === "lp" ? toLp(model) : toMps(model);
  if (options.out === undefined) await printPieces([text], terminal);
  else {
    await writeFile(options.out, [text]);
    terminal.write(`${options.out}\n`);
  }
  if (options.quiet !== true) terminal.tell(`note: ${model.columns.name.length} columns (${model.columns.integer.reduce((sum, flag) => sum + flag, 0)} whole), ${model.rows.name.length} rows; the objective in M$ of present value, less what is paid whatever is decided${scenario.plan.uncertain === null ? "" : "; of the scenario as written, not of plan.uncertain's futures"}\n`);
  return EXIT.done;
};

/** A plan that closes no platform its target asks for, or an interrupted run, has none. */
const noModel = ({ plan }: Run, terminal: Terminal): ExitCode => {
  terminal.tell(`there is no model: ${plan === null || plan.why.length === 0 ? "the run came to no plan" : plan.why.join("; ")}\n`);
  return EXIT.infeasible;
};

/** Runs with a solver that keeps the first model it is handed and solves none. */
const firstModel = async (work: (solve: Solve) => Promise<Run>): Promise<{ readonly model: LinearModel | null; readonly run: Run | null }> => {
  let model: LinearModel | null = null;
  const seen = new Error("the model was seen");
  const solve: Solve = (asked) => {
    model = asked;
    return Promise.reject(seen);
  };
  try {
    return { run: await work(solve), model: null };
  } catch (error) {
    if (error === seen) return { model, run: null };
    throw error;
  }
};

/** Options that choose satellites and time say nothing of a model. */
const refuseSatellites = ({ format, start, days, hours, satellite, frame, light }: ModelOptions): void => {
  const given = Object.entries({ start, days, hours, satellite: satellite.length === 0 ? undefined : satellite, frame, light }).find(([, value]) => value !== undefined);
  if (given !== undefined) throw new UsageError(`--${given[0]}: a model in ${format.toUpperCase()} has no satellites`, "leave it out, or write OEM or CZML");
};
