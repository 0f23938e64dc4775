/**
 * When a purchase is paid: shares of its price in whole quarters before and after delivery (finance.spend).
 *
 * Each share is in money of the quarter in which it is paid. A purchase that no curve fits, and all that is no purchase, is paid at once; what
 * the plan orders ahead has the plan's own deposits and is paid as the plan says.
 */
import type { Scenario } from "../../scenario/index.ts";
import type { Flow } from "../flows/index.ts";

export interface Payment {
  /** Quarters after delivery; below zero before it. */
  readonly at: number;
  readonly share: number;
}

const AT_ONCE: readonly Payment[] = [{ at: 0, share: 1 }];

/** Payments of a flow's purchases, earliest first. */
export const paymentsOf = ({ finance: { spend } }: Scenario, { kind, tier, item, ordered }: Pick<Flow, "kind" | "tier" | "item" | "ordered">): readonly Payment[] => {
  if (ordered || (kind !== "purchase" && kind !== "launch")) return AT_ONCE;
  const curve = spend.find((one) => (one.tier === "any" || one.tier === tier) && (one.item === "any" || one.item === item));
  return curve === undefined ? AT_ONCE : curve.payments.map(({ at_yr, share_frac }) => ({ at: Math.round(at_yr * 4), share: share_frac })).toSorted((a, b) => a.at - b.at);
};

/** Quarters by which payments reach beyond the plan at both ends. */
export const reachOf = (payments: readonly (readonly Payment[])[]): { readonly lead: number; readonly tail: number } => {
  const at = payments.flat().map((payment) => payment.at);
  return { lead: Math.max(0, ...at.map((quarters) => -quarters)), tail: Math.max(0, ...at) };
};
