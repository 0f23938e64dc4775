/**
 * What binds in each quarter, in words, with what one more of it saves.
 *
 *   1. the limit: of those of the world, the one with the highest worth times amount, at the margin (margin.ts)
 *   2. what one more saves = least present cost less that of the same linear program (launches as they are) with the bound one higher, from
 *      then on for a stock; in dollars of the quarter. A true difference: not above the price at the margin, which holds for the first sliver only.
 *      For the target, what one less saves
 *
 * A lead is told at the margin: with launches as they are, what more were on order would not fly.
 *
 * A linear program a quarter up to SMALL nonzeros times quarters; above, one a year, for the quarter whose limit is worth most, and the others
 * say what the margin is worth.
 */
import { formatNumber } from "../units/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import type { Solve } from "./linear-model.ts";
import { savedBy } from "./moved.ts";
import { MEGA, NOTHING_USD, type Limit, type Priced } from "./shadow-prices.ts";

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
    else if (!moves(limit)) texts.push(atTheMargin(limit));
    else texts.push(every || limit === highest(top.filter((other) => other !== null && sameYear(other, limit))) ? await resolved(priced, { limit, t, solve }) : atTheMargin(limit));
  }
  return texts;
};

/** Whether one more of it can be tried with the launches as they are. */
const moves = ({ move: { rows, columns } }: Limit): boolean => rows.length + columns.length > 0;

const rent = (limit: Limit): number => limit.value_usd * limit.amount;

const highest = (limits: readonly (Limit | null)[]): Limit | null =>
  limits.reduce((best, limit) => (limit === null || (best !== null && rent(limit) <= rent(best)) ? best : limit), null);

const sameYear = (a: Limit, b: Limit): boolean => Math.floor(a.quarter / QUARTERS_PER_YEAR) === Math.floor(b.quarter / QUARTERS_PER_YEAR);

const resolved = async (priced: Priced, { limit, t, solve }: { readonly limit: Limit; readonly t: number; readonly solve: Solve }): Promise<string> => {
  const one = `${named(limit)}: one ${limit.move.by === 1 ? "more" : "less"} ${limit.per}`;
  const saved = await savedBy(priced, { move: limit.move, step: 1, solve });
  if (saved === null) return `${one} cannot be had with the launches as they are`;
  const saves_usd = (saved * MEGA) / priced.problem.factor[t]!;
  if (saves_usd > NOTHING_USD) return `${one} saves ${formatMoney(saves_usd)}`;
  return `${one} saves nothing: only a part of it would be used`;
};

const atTheMargin = (limit: Limit): string => `${named(limit)}: worth ${formatMoney(limit.value_usd)} per ${limit.per} at the margin`;

const named = ({ limit, amount, counted }: Limit): string => `${limit} (${formatNumber(amount)} ${counted})`;

const formatMoney = (usd: number): string => (usd >= MEGA ? `${formatNumber(usd / MEGA)} M$` : `${formatNumber(usd / 1000)} k$`);
