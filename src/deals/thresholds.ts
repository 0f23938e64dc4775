/** Shares of the votes that matter: a blocking quarter, control, and the two thirds that change a charter. */
import type { Target } from "./deal-event.ts";
import { exact, ONE, ZERO, type Exact } from "./exact.ts";

export interface Threshold {
  readonly id: Target;
  readonly name: string;
  readonly part: Exact;
  /** Votes above the part that it takes: one, where exactly half is a tie. */
  readonly beyond: Exact;
}

export const THRESHOLDS: readonly Threshold[] = [
  { id: "quarter", name: "25 %", part: exact("0.25"), beyond: ZERO },
  { id: "control", name: "50 % and one vote", part: exact("0.5"), beyond: ONE },
  { id: "two-thirds", name: "two thirds", part: exact(2).div(3), beyond: ZERO },
];

export const thresholdOf = (target: Target): Threshold => THRESHOLDS.find(({ id }) => id === target)!;

/** Votes out of a total that reach a threshold. */
export const votesFor = ({ part, beyond }: Threshold, total: Exact): Exact => part.times(total).plus(beyond);

/** To the rounding of doubles: two thirds that were bought as such are two thirds. */
const ENOUGH = exact("1e-12");

export const reaches = (threshold: Threshold, { votes, total }: { readonly votes: Exact; readonly total: Exact }): boolean => total.gt(0) && votes.gte(votesFor(threshold, total).times(ONE.minus(ENOUGH)));
