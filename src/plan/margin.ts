/**
 * Prices of limits at the margin. A dual is one of many where a stock's limit holds over several quarters, or where a whole launch is fixed: all
 * that the quarters are worth together may stand in the last, and a launch that cannot be missed has any price. Both are priced by solving again:
 *
 *   1. a limit on what stands, or a target: (least present cost - that with the bound moved by STEP from then on) / STEP
 *   2. a whole launch: the same with one launch more, and the rules on offer that held it eased by one
 *
 * In dollars of the quarter; a limit that then saves nothing is left out. Up to SMALL nonzeros times prices all are solved; above, one a limit and
 * year, for the quarter of its highest dual, and the other quarters of that limit are left out.
 */
import type { Solve } from "./linear-model.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import { savedBy } from "./moved.ts";
import { leadsOf } from "./order-prices.ts";
import { MEGA, NOTHING_USD, type Limit, type Priced } from "./shadow-prices.ts";

/** Of a unit: small beside what a limit holds, large beside the solver's tolerance. */
const STEP = 0.1;
/** About a second of work. */
const SMALL = 1e6;

/** The limits with prices that a second solution bears out, and the leads that bind (order-prices.ts). */
export const pricesAtMargin = async (priced: Priced, { limits, solve }: Asked): Promise<readonly Limit[]> => {
  const leads = await leadsOf(priced, solve);
  const kept = await bornOut(priced, { limits, solve });
  if (leads === null) return kept;
  // What more were on order would not fly with the launches as they are: nothing to be moved there.
  const binding = await bornOut(leads.inParts, { limits: leads.limits, solve });
  return [...kept, ...binding.map((limit): Limit => ({ ...limit, move: { rows: [], columns: [], by: 1 } }))];
};

interface Asked {
  readonly limits: readonly Limit[];
  readonly solve: Solve;
}

const bornOut = async (priced: Priced, { limits, solve }: Asked): Promise<readonly Limit[]> => {
  const doubtful = limits.filter(({ doubtful: is }) => is);
  const asked = priced.model.matrix.value.length * doubtful.length <= SMALL ? doubtful : doubtful.filter((limit) => limit === dearestOfYear(doubtful, limit));
  const kept: Limit[] = [];
  for (const limit of limits) {
    if (!limit.doubtful) kept.push(limit);
    else if (asked.includes(limit)) {
      const value_usd = await marginOf(priced, { limit, solve });
      if (value_usd > NOTHING_USD) kept.push({ ...limit, value_usd, coarse_usd: value_usd });
    }
  }
  return kept;
};

const dearestOfYear = (limits: readonly Limit[], { limit, quarter }: Limit): Limit | null =>
  limits.reduce<Limit | null>((best, other) => (other.limit !== limit || year(other.quarter) !== year(quarter) || (best !== null && other.value_usd <= best.value_usd) ? best : other), null);

const year = (quarter: number): number => Math.floor(quarter / QUARTERS_PER_YEAR);

const marginOf = async (priced: Priced, { limit, solve }: { readonly limit: Limit; readonly solve: Solve }): Promise<number> => {
  const { quarters, factor } = priced.problem;
  const step = limit.move.columns.length > 0 ? 1 : STEP;
  const saved = await savedBy(priced, { move: limit.move, step, solve });
  return saved === null ? 0 : (saved * MEGA) / step / factor[quarters.indexOf(limit.quarter)]!;
};
