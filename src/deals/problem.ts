/** Why a deal cannot be done as it is written, and what to do about it. */
export interface DealProblem {
  /** Field, as `explain` takes it: "deals.rounds.series-d.pre". */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
}

/** A deal that cannot be done stops the log there. */
export class DealError extends Error {
  readonly problem: DealProblem;
  constructor(problem: DealProblem) {
    super(`${problem.path}: found ${problem.found}, expected ${problem.expected}`);
    this.name = "DealError";
    this.problem = problem;
  }
}

export const refuse = (problem: DealProblem): never => {
  throw new DealError(problem);
};
