/**
 * What binds in each quarter, in words, with what one more of it saves.
 *
 *   1. the limit: of those of the world, the one with the highest worth times amount, by its dual (shadow-prices.ts)
 *   2. what one more saves = least present cost less that of the same linear program (launches as they are) with the bound one higher, from
 *      then on for a stock; in dollars of the quarter. A true difference: not above the dual, which holds for the first sliver only.
 *      For the target, what one less saves
 *
 * A linear program a quarter up to SMALL nonzeros times quarters; above, one a year, for the quarter whose limit is worth most, and the others
 * say what the margin is worth.
 */
import { formatNumber } from "../units/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import type { LinearModel, Solve } from "./linear-model.ts";
import type { Limit, Move, Priced } from "./shadow-prices.ts";

const MEGA = 1e6;
/** Less than a dollar is the solver's tolerance. */
const NOTHING_USD = 1;
/** About a second of work. */
const SMALL = 1e6;

/** The outer limit with the highest worth times amount in each quarter, in words; "" where none binds. */
export const bindingOf = async (priced: Priced, { limits, solve }: { readonly limits: readonly Limit[]; readonly solve: Solve }): Promise<readonly string[]> => {
  const { quarters } = priced.problem;
  const top = quarters.map((quarter) => highest(limits.filter((limit) => limit.quarter === quarter && limit.outer)));
  const every = priced.model.matrix.value.length * quarters.length <= SMALL;
  const texts: string[] = [];
  for (const [t, limit] of top.entries()) {
    if (limit === null) texts.push("");
    else texts.push(every || limit === highest(top.filter((other) => other !== null && sameYear(other, limit))) ? await resolved(priced, { limit, t, solve }) : atTheMargin(limit));
  }
  return texts;
};

const rent = (limit: Limit): number => limit.value_usd * limit.amount;

const highest = (limits: readonly (Limit | null)[]): Limit | null =>
  limits.reduce((best, limit) => (limit === null || (best !== null && rent(limit) <= rent(best)) ? best : limit), null);

const sameYear = (a: Limit, b: Limit): boolean => Math.floor(a.quarter / QUARTERS_PER_YEAR) === Math.floor(b.quarter / QUARTERS_PER_YEAR);

const resolved = async ({ problem, model, solution }: Priced, { limit, t, solve }: { readonly limit: Limit; readonly t: number; readonly solve: Solve }): Promise<string> => {
  const one = `${named(limit)}: one ${limit.move.by === 1 ? "more" : "less"} ${limit.per}`;
  const moved = await solve(movedBy(model, limit.move), solution.basis === null ? {} : { basis: solution.basis });
  if (moved.primal.length === 0) return `${one} cannot be had with the launches as they are`;
  const saves_usd = ((solution.objective - moved.objective) * MEGA) / problem.factor[t]!;
  if (saves_usd > NOTHING_USD) return `${one} saves ${formatMoney(saves_usd)}`;
  return `${one} saves nothing: only a part of it would be used`;
};

const atTheMargin = (limit: Limit): string => `${named(limit)}: worth ${formatMoney(limit.value_usd)} per ${limit.per} at the margin`;

const named = ({ limit, amount, counted }: Limit): string => `${limit} (${formatNumber(amount)} ${counted})`;

/** The model with these bounds one higher or lower. */
const movedBy = (model: LinearModel, { rows, columns, by }: Move): LinearModel => {
  const shift = (bound: Float64Array, at: readonly number[]): Float64Array => bound.map((value, i) => (at.includes(i) ? value + by : value));
  return {
    ...model,
    name: `${model.name}-moved`,
    columns: { ...model.columns, lower: shift(model.columns.lower, columns), upper: shift(model.columns.upper, columns) },
    rows: { ...model.rows, lower: shift(model.rows.lower, rows), upper: shift(model.rows.upper, rows) },
  };
};

const formatMoney = (usd: number): string => (usd >= MEGA ? `${formatNumber(usd / MEGA)} M$` : `${formatNumber(usd / 1000)} k$`);
