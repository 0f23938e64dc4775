/** The bars of one outcome, the widest first. */
import type { OutcomeSummary } from "../../risk/index.ts";
import type { CampaignReport } from "../../risk/index.ts";
import { shown } from "./campaign-tables.ts";

export interface OutcomeBar {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
}

/** Inputs at whose ends the outcome exists and differs. */
export const widestBarsOf = ({ tornado, plan }: CampaignReport, outcome: OutcomeSummary): readonly OutcomeBar[] => {
  const at = plan.outcomes.findIndex(({ key }) => key === outcome.key);
  return tornado.bars
    .flatMap(({ path, low, high, ...bar }): readonly OutcomeBar[] => {
      const [atLow, atHigh] = [bar.atLow[at], bar.atHigh[at]];
      return typeof atLow !== "number" || typeof atHigh !== "number" || atLow === atHigh ? [] : [{ path, low, high, atLow: shown(outcome, atLow), atHigh: shown(outcome, atHigh) }];
    })
    .toSorted((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));
};
