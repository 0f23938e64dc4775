/**
 * Net present value of equally spaced flows, with the timing of the first flow said, not assumed.
 *
 * (1) NPV = sum_k c_k / (1 + r)^(k + s), s = periods from today to the first flow.
 *     s = 0: first flow today (numpy-financial, textbook). s = 1: first flow one period from now (Excel NPV, DCF tables).
 * Source: Brealey, Myers and Allen, Principles of Corporate Finance, ch. 2.
 * Valid for r > -1. Summed in the order of the flows; error below n * 1.1e-16 of the gross.
 */
import { requireFinite, requireRate, requireSeries } from "./guards.ts";

export type NpvTerms = {
  readonly rate_per_period: number;
  readonly flows_usd: ArrayLike<number>;
  /** Periods from the valuation date to flows_usd[0]: 0 today, 1 end of the first period, 0.5 mid-period. */
  readonly firstFlowAt_periods: number;
};

/** Net present value of `flows_usd`; throws RangeError on a rate at or below -1 or a flow that is not finite. */
export function npv({ rate_per_period, flows_usd, firstFlowAt_periods }: NpvTerms): number {
  requireRate({ rate_per_period });
  requireFinite({ firstFlowAt_periods });
  requireSeries("flows_usd", flows_usd);
  return presentValue({ rate_per_period, flows_usd, firstFlowAt_periods });
}

/** Excel's NPV: the first flow falls at the END of the first period. */
export function excelNpv(terms: Omit<NpvTerms, "firstFlowAt_periods">): number {
  return npv({ ...terms, firstFlowAt_periods: 1 });
}

function presentValue({ rate_per_period, flows_usd, firstFlowAt_periods }: NpvTerms): number {
  const growth = 1 + rate_per_period;
  let sum_usd = 0;
  for (let k = 0; k < flows_usd.length; k++) sum_usd += (flows_usd[k] as number) * growth ** -(k + firstFlowAt_periods);
  return sum_usd;
}
