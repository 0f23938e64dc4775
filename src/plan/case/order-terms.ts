/** Terms of an order as the planner takes them. */
import { quartersOfLife } from "../by-quarter.ts";
import type { OrderTerms } from "../plan-case.ts";

interface Written {
  readonly lead_yr: number;
  readonly deposit_frac: number;
  readonly held: number;
}

/** Null where nothing is written, or the lead rounds to no quarter: then it is had when it is decided. */
export const orderTerms = (order: Written | null): OrderTerms | null => {
  if (order === null) return null;
  const lead = quartersOfLife(order.lead_yr);
  return lead === 0 ? null : { lead, deposit_frac: order.deposit_frac, held: order.held };
};
