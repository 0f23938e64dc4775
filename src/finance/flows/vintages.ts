/**
 * What is paid in a quarter, by what it is for: units had then, parts bought again for units that still live, and deposits of orders.
 *
 *   1. a part of life L in a unit of life U bought at a is bought again at a + L, a + 2 L, ... before a + U (plan/purchases)
 *   2. it then serves min(L, what is left of the unit's life)
 *   3. an order pays its deposit d, and a unit that is had the rest 1 - d; who ordered first has first (orders.ts)
 *   4. at one price a quarter, its money divides as units x what each pays
 *
 * Launches are bought for what flies and never again while it does. Money without units (a launch that carries nothing) serves its whole life.
 */
import type { Vintage } from "./flow-record.ts";
import type { Orders } from "./orders.ts";

export interface Buying {
  /** Units had in each quarter. */
  readonly built: readonly number[];
  /** Quarters that the part and the unit live. */
  readonly part: number;
  readonly unit: number;
  /** Null where units are had as they are paid. */
  readonly orders: Orders | null;
}

interface Paid extends Vintage {
  readonly again: boolean;
}

/** Vintages of every quarter in which money is paid. */
export const vintagesOf = (real_usd: readonly number[], buying: Buying): readonly Vintage[] =>
  real_usd.flatMap((usd, paid) => (usd === 0 ? [] : paidIn(paid, buying))).map(({ paid, share, at, serves }) => ({ paid, share, at, serves }));

/** Share of a quarter's money that buys again what had reached its end: parts of units that live, and `refresh` units in place of retired ones. */
export const refreshShare = (buying: Buying, { paid, refresh }: { readonly paid: number; readonly refresh: number }): number => {
  const built = buying.built[paid]!;
  return paidIn(paid, buying).reduce((sum, one) => sum + (one.again ? one.share : one.at === paid && one.serves > 0 && built > 0 ? (one.share * refresh) / built : 0), 0);
};

const paidIn = (paid: number, { built, part, unit, orders }: Buying): readonly Paid[] => {
  const rest = orders === null ? 1 : 1 - orders.deposit_frac;
  const parts: { readonly weight: number; readonly at: number; readonly serves: number; readonly again: boolean }[] = [];
  for (let age = 0; age < unit && age <= paid; age += part) parts.push({ weight: built[paid - age]! * (age === 0 ? rest : 1), at: paid, serves: Math.min(part, unit - age), again: age > 0 });
  if (orders !== null) for (const { at, share } of orders.used[paid]!) parts.push({ weight: orders.deposit_frac * orders.ordered[paid]! * share, at, serves: at === orders.used.length ? 0 : Math.min(part, unit), again: false });
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return [{ paid, share: 1, at: paid, serves: part, again: false }];
  return parts.filter(({ weight }) => weight > 0).map(({ weight, at, serves, again }) => ({ paid, share: weight / all, at: Math.min(at, built.length - 1), serves, again }));
};
