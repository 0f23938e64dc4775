/**
 * Modified internal rate of return: one number where irr has none or several.
 *
 * (1) MIRR = (FV of receipts at the reinvestment rate / PV of outlays at the finance rate)^(1/n) - 1, n periods.
 * Source: Lin (1976); Excel MIRR; numpy-financial as oracle, to 1e-12.
 */
import { requireRate, requireSeries } from "./guards.ts";
import { npv } from "./npv.ts";

export type MirrTerms = {
  readonly flows_usd: ArrayLike<number>;
  readonly financeRate_per_period: number;
  readonly reinvestRate_per_period: number;
};

/** Modified internal rate of return per period; throws RangeError unless there is an outlay and a receipt. */
export function mirr({ flows_usd, financeRate_per_period, reinvestRate_per_period }: MirrTerms): number {
  requireRate({ financeRate_per_period, reinvestRate_per_period });
  requireSeries("flows_usd", flows_usd);
  const flows = Array.from(flows_usd);
  const receipts_usd = valueToday(
    flows.map((flow) => Math.max(flow, 0)),
    reinvestRate_per_period,
  );
  const outlays_usd = -valueToday(
    flows.map((flow) => Math.min(flow, 0)),
    financeRate_per_period,
  );
  if (receipts_usd <= 0 || outlays_usd <= 0) throw new RangeError("mirr needs at least one outlay and one receipt");
  return (receipts_usd / outlays_usd) ** (1 / (flows.length - 1)) * (1 + reinvestRate_per_period) - 1;
}

function valueToday(flows_usd: readonly number[], rate_per_period: number): number {
  return npv({ flows_usd, rate_per_period, firstFlowAt_periods: 0 });
}
