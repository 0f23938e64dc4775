/** Nodes that are kept for jobs whose input is about to be there. */
import type { Entry, State } from "./state.ts";

/** Nodes of a domain that are kept for others. */
export const keptIn = ({ kept }: State, entry: Entry, domain: number): number => {
  let nodes = 0;
  for (const other of kept) if (other !== entry && other.home === domain && (other.state === "admitted" || other.state === "staged")) nodes += other.job.nodes;
  return nodes;
};

/** After a decision: what is there has started, or waits as others do. */
export const forgetKept = ({ kept, now_s }: State): void => {
  if (kept.length > 0) kept.splice(0, kept.length, ...kept.filter(({ ready_s, state }) => ready_s > now_s && state === "admitted"));
};
