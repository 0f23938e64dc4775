/**
 * Who gets what of the proceeds of an exit, every holder choosing what pays it most.
 *
 * Let x be what a common share gets. Where all preferences are paid in full, a share as converted of each claim gets
 *   1. common x; option max(0, x - strike), its strike paid in; preferred without participation max(L, x); with full participation L + x;
 *      with capped participation max(min(L + x, C), x)          L preference, C cap, a share as converted
 *   2. SAFE: as preferred without participation, L = amount / shares at its cap; note: the same with principal and interest, before all preferred
 *   3. total(x) = sum over claims; proceeds - debt = total(x) gives x
 *   4. where proceeds - debt < total(0): preferences by seniority, equals in proportion; common gets nothing
 *
 * total(x) is continuous, made of straight lines and never falls, so (3) has one solution, found exactly between two breakpoints. It is the equilibrium of all
 * decisions: who converts gets x >= L; who does not and would, alone, could not lift x to L, since total(L) with it converted is above the proceeds.
 * Seniority of a SAFE is that of the most junior preferred. A SAFE or note without a cap takes its money and never converts.
 * All preferred shares decide by class and price. Assumes no cumulative dividends, no escrow, options all vested, and the unissued pool gone.
 */
import { asIfConverted, owed } from "./cap-table.ts";
import type { CapState } from "./company.ts";
import { classOf, ratioOf } from "./log.ts";

export interface Claim {
  readonly id: string;
  readonly holder: string;
  /** Class, "option", "warrant", "SAFE" or "note". */
  readonly what: string;
  readonly kind: "common" | "right" | "preferred" | "participating" | "capped";
  /** As converted; for a claim that never converts its dollars, at a preference of one. */
  readonly shares: number;
  /** A share as converted: strike of a right, preference L, cap C. */
  readonly strike_usd: number;
  readonly preference_usd: number;
  readonly cap_usd: number;
  readonly seniority: number;
  readonly converts: boolean;
}

export interface Payout {
  readonly claim: Claim;
  readonly usd: number;
  /** What it does at these proceeds. */
  readonly does: "preference" | "participates" | "at its cap" | "converts" | "common" | "exercised" | "not exercised";
}

export interface Waterfall {
  readonly proceeds_usd: number;
  /** Paid before every holder: no more than the proceeds. */
  readonly debt_usd: number;
  /** What a common share gets. */
  readonly perShare_usd: number;
  readonly payouts: readonly Payout[];
  readonly byHolder: readonly { readonly holder: string; readonly usd: number }[];
  /** Preferences that the proceeds leave unpaid. */
  readonly unpaid_usd: number;
}

/** Every claim on an exit. */
export const claimsOf = (state: CapState, date: string): readonly Claim[] => {
  const promised = asIfConverted(state, date);
  const ranks = state.classes.filter(({ kind }) => kind === "preferred").map(({ seniority }) => seniority);
  const junior = ranks.length === 0 ? 0 : Math.min(...ranks);
  const debt = ranks.length === 0 ? 1 : Math.max(...ranks) + 1;
  return [
    ...state.promised.map((one): Claim => {
      const [shares, usd] = [promised.get(one.id)?.toNumber(), owed(one, date).toNumber()];
      const base = { id: one.id, holder: one.holder, what: one.form === "note" ? "note" : "SAFE", kind: "preferred", strike_usd: 0, cap_usd: 0, seniority: one.form === "note" ? debt : junior } as const;
      return shares === undefined ? { ...base, shares: usd, preference_usd: 1, converts: false } : { ...base, shares, preference_usd: usd / shares, converts: true };
    }),
    ...state.lots.map((lot): Claim => {
      const one = classOf(state, lot.class);
      const ratio = ratioOf(one);
      const price = lot.price.div(ratio).toNumber();
      const kind = one.kind === "common" ? "common" : ({ none: "preferred", full: "participating", capped: "capped" } as const)[one.participation];
      return { id: lot.id, holder: lot.holder, what: one.id, kind, shares: lot.shares.times(ratio).toNumber(), strike_usd: 0, preference_usd: kind === "common" ? 0 : price * one.preference, cap_usd: one.cap === null ? 0 : price * one.cap, seniority: one.seniority, converts: true };
    }),
    ...state.rights.map((right): Claim => {
      const ratio = ratioOf(classOf(state, right.class));
      return { id: right.id, holder: right.holder, what: right.of, kind: "right", shares: right.shares.times(ratio).toNumber(), strike_usd: right.strike.div(ratio).toNumber(), preference_usd: 0, cap_usd: 0, seniority: 0, converts: true };
    }),
  ];
};

/** (1). */
const perShare = (claim: Claim, x: number): number => {
  switch (claim.kind) {
    case "common": return x;
    case "right": return x > claim.strike_usd ? x - claim.strike_usd : 0;
    case "preferred": return claim.converts && x > claim.preference_usd ? x : claim.preference_usd;
    case "participating": return claim.preference_usd + x;
    case "capped": return Math.max(Math.min(claim.preference_usd + x, claim.cap_usd), x);
  }
};

/** Values of x at which a claim changes its line. */
const bends = (claim: Claim): readonly number[] => {
  switch (claim.kind) {
    case "common": case "participating": return [];
    case "right": return [claim.strike_usd];
    case "preferred": return claim.converts ? [claim.preference_usd] : [];
    case "capped": return [claim.cap_usd - claim.preference_usd, claim.cap_usd];
  }
};

const total = (claims: readonly Claim[], x: number): number => claims.reduce((sum, claim) => sum + claim.shares * perShare(claim, x), 0);

const edgesOf = (claims: readonly Claim[]): readonly number[] => [...new Set([0, ...claims.flatMap(bends)])].toSorted((a, b) => a - b);

/** (3): x between the two edges whose totals hold the money. Throws where nobody would take more. */
const commonPrice = (claims: readonly Claim[], usd: number): number => {
  const edges = edgesOf(claims);
  const after = edges.findIndex((x) => total(claims, x) >= usd);
  if (after === 0) return 0;
  const from = edges[after < 0 ? edges.length - 1 : after - 1]!;
  const to = after < 0 ? from + 1 : edges[after]!;
  const [low, high] = [total(claims, from), total(claims, to)];
  if (!(high > low)) throw new Error("no claim shares in what preferences leave");
  return from + ((usd - low) / (high - low)) * (to - from);
};

/** (4): preferences in order of seniority. */
const preferencesOf = (claims: readonly Claim[], usd: number): readonly number[] => {
  const paid = claims.map(() => 0);
  let left = usd;
  for (const rank of [...new Set(claims.map(({ seniority }) => seniority))].toSorted((a, b) => b - a)) {
    const due = claims.map((claim) => (claim.seniority === rank ? claim.shares * claim.preference_usd : 0));
    const all = due.reduce((a, b) => a + b, 0);
    if (all === 0) continue;
    const given = Math.min(left, all);
    due.forEach((one, i) => (paid[i]! += (given * one) / all));
    left -= given;
  }
  return paid;
};

const doing = (claim: Claim, x: number): Payout["does"] => {
  switch (claim.kind) {
    case "common": return "common";
    case "right": return x > claim.strike_usd ? "exercised" : "not exercised";
    case "preferred": return claim.converts && x > claim.preference_usd ? "converts" : "preference";
    case "participating": return x > 0 ? "participates" : "preference";
    case "capped": return x > claim.cap_usd ? "converts" : x >= claim.cap_usd - claim.preference_usd ? "at its cap" : x > 0 ? "participates" : "preference";
  }
};

/** Distributes the proceeds of an exit among claims. Throws RangeError for proceeds or debt below zero. */
export const waterfall = (claims: readonly Claim[], { proceeds_usd, debt_usd }: { readonly proceeds_usd: number; readonly debt_usd: number }): Waterfall => {
  for (const [name, usd] of Object.entries({ proceeds_usd, debt_usd })) if (!(usd >= 0 && Number.isFinite(usd))) throw new RangeError(`${name} must be a finite number from 0 on, found ${usd}`);
  const paidDebt_usd = Math.min(debt_usd, proceeds_usd);
  const usd = proceeds_usd - paidDebt_usd;
  const preferred = total(claims, 0);
  const short = usd < preferred;
  const x = short ? 0 : commonPrice(claims, usd);
  const amounts = short ? preferencesOf(claims, usd) : claims.map((claim) => claim.shares * perShare(claim, x));
  const payouts = claims.map((claim, i): Payout => ({ claim, usd: amounts[i]!, does: short ? (claim.preference_usd > 0 ? "preference" : claim.kind === "right" ? "not exercised" : "common") : doing(claim, x) }));
  return { proceeds_usd, debt_usd: paidDebt_usd, perShare_usd: x, payouts, byHolder: byHolder(payouts), unpaid_usd: short ? preferred - usd : 0 };
};

const byHolder = (payouts: readonly Payout[]): Waterfall["byHolder"] => {
  const sums = new Map<string, number>();
  for (const { claim: { holder }, usd } of payouts) sums.set(holder, (sums.get(holder) ?? 0) + usd);
  return [...sums].map(([holder, usd]) => ({ holder, usd }));
};

export interface Breakpoint {
  readonly proceeds_usd: number;
  readonly what: string;
}

/** Proceeds at which somebody's decision or share changes, in rising order, with a debt before all. */
export const breakpointsOf = (claims: readonly Claim[], debt_usd: number): readonly Breakpoint[] => {
  const points = claims.flatMap((claim): readonly { readonly x: number; readonly what: string }[] => {
    switch (claim.kind) {
      case "common": case "participating": return [];
      case "right": return claim.strike_usd > 0 ? [{ x: claim.strike_usd, what: `${claim.what} at ${priceText(claim.strike_usd)} is exercised` }] : [];
      case "preferred": return claim.converts ? [{ x: claim.preference_usd, what: `${claim.what} converts` }] : [];
      case "capped": return [{ x: claim.cap_usd - claim.preference_usd, what: `${claim.what} reaches its cap` }, { x: claim.cap_usd, what: `${claim.what} converts` }];
    }
  });
  const found = new Map<string, Breakpoint>();
  for (const { x, what } of points) found.set(`${x.toPrecision(12)} ${what}`, { proceeds_usd: debt_usd + total(claims, x), what });
  return [...ranksPaid(claims, debt_usd), ...found.values()].toSorted((a, b) => a.proceeds_usd - b.proceeds_usd);
};

const priceText = (usd: number): string => `${Number(usd.toPrecision(6))} $`;

const ranksPaid = (claims: readonly Claim[], debt_usd: number): readonly Breakpoint[] => {
  let paid = debt_usd;
  return [...new Set(claims.filter(({ preference_usd, shares }) => preference_usd * shares > 0).map(({ seniority }) => seniority))].toSorted((a, b) => b - a).map((rank) => {
    const ones = claims.filter((claim) => claim.seniority === rank && claim.preference_usd > 0);
    paid += ones.reduce((sum, one) => sum + one.shares * one.preference_usd, 0);
    return { proceeds_usd: paid, what: `${[...new Set(ones.map(({ what }) => what))].join(", ")}: preferences paid` };
  });
};
