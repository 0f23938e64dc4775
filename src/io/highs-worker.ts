/** The thread of `threadSolver`: solves the models that are posted to it, one after another, and looks at a shared flag whether to stop. */
import { parentPort, workerData } from "node:worker_threads";
import type { LinearModel, Solution, SolveHints, SolveProgress } from "../plan/index.ts";
import { highsSolver, type HighsLimits } from "../solver/index.ts";

export interface SolverJob {
  readonly limits: HighsLimits | null;
  /** One number: other than 0 asks the search to end. */
  readonly stop: Int32Array;
}

export interface SolverTask {
  readonly model: LinearModel;
  readonly hints: Omit<SolveHints, "onProgress" | "stop">;
}

export type SolverAnswer =
  | { readonly kind: "progress"; readonly progress: SolveProgress }
  | { readonly kind: "solution"; readonly solution: Solution }
  | { readonly kind: "error"; readonly message: string };

const port = parentPort;
if (port === null) throw new Error("highs-worker is the thread of threadSolver, not a program");
const { limits, stop } = workerData as SolverJob;
const solve = limits === null ? highsSolver() : highsSolver(limits);
const answer = (message: SolverAnswer): void => port.postMessage(message);

port.on("message", ({ model, hints }: SolverTask) => {
  solve(model, { ...hints, onProgress: (progress) => answer({ kind: "progress", progress }), stop: () => Atomics.load(stop, 0) !== 0 }).then(
    (solution) => answer({ kind: "solution", solution }),
    (error: unknown) => answer({ kind: "error", message: error instanceof Error ? error.message : String(error) }),
  );
});
