/**
 * What a lower price does to the classes that are protected from it.
 *
 *   1. conversion price CP1 = issue price / ratio; only where the new price P < CP1
 *   2. broad-based weighted average: CP2 = CP1 (A + B) / (A + C); A shares outstanding before, options, warrants and converting SAFEs and notes in them but not
 *      the unissued pool; B = new money / CP1; C = new shares (model charter of the National Venture Capital Association, October 2025, 4.4.4)
 *      SAFEs and notes that convert in that very round stand in A at what they convert into there, not in C: A counts what convertible securities
 *      outstanding before the issue bring (4.4.4), and shares issued on conversion by their terms are Exempted Securities, no issue (4.4.1)
 *   3. full ratchet: CP2 = P
 *   4. ratio = issue price / CP2
 *
 * All shares as converted. The round's own price counts ratios as they were before it: who buys in a round that sets off a ratchet shares in its dilution.
 */
import type { CapState, ClassState } from "./company.ts";
import type { Exact } from "./exact.ts";

export interface Sale {
  /** A of (2). */
  readonly standing: Exact;
  readonly money: Exact;
  readonly price: Exact;
}

/** New ratios of the classes that a sale adjusts. */
export const adjustedRatios = (state: CapState, sale: Sale): readonly { readonly class: string; readonly ratio: Exact }[] =>
  state.classes.flatMap((one) => {
    const price = adjusted(one, sale);
    return price === null ? [] : [{ class: one.id, ratio: one.price!.div(price) }];
  });

/** CP2; null where nothing changes. */
const adjusted = (one: ClassState, { standing, money, price }: Sale): Exact | null => {
  if (one.kind === "common" || one.antiDilution === "none" || one.price === null) return null;
  const before = one.price.div(one.ratio);
  if (price.gte(before)) return null;
  return one.antiDilution === "full-ratchet" ? price : averaged({ before, standing, money, price });
};

/** (2). */
export const averaged = ({ before, standing, money, price }: Sale & { readonly before: Exact }): Exact =>
  before.times(standing.plus(money.div(before))).div(standing.plus(money.div(price)));
