/**
 * Levelised cost of anything delivered: kWh, GPU-hours, PFLOP-days, tokens. The result is $ per unit of `output`.
 *
 * (1) by fixed charge: (FCR capital + fixed)/output + variable, yearly steady state, constant dollars
 * (2) by cash flow: PV(costs) / PV(output), both from year flows with the first flow's timing said
 *     "nominal":      costs in money of the day at the nominal rate; output at the nominal rate
 *     "real":         the same numerator; output at the REAL rate: a price in today's money that inflation carries up
 *     "undiscounted": sum of costs / sum of output (McCalip); not a price at which anyone recovers a cost of capital
 * Source: (1) NREL SSC cmod_lcoefcr.cpp; (2) SAM, Short, Packey and Holt NREL/TP-462-5173 (1995) ch. 4; SSC Single Owner.
 * Limits: only what the caller puts into the costs is inside the boundary; print it beside the number.
 */
import { requireFinite, requirePositive, requireRate, requireSeries } from "./guards.ts";
import { npv } from "./npv.ts";
import { realRate } from "./rates.ts";

export type LcoeFcrTerms = {
  readonly capital_usd: number;
  readonly fixed_usd_per_year: number;
  readonly variable_usd_per_unit: number;
  readonly fcr_per_year: number;
  readonly output_per_year: number;
};

/** Levelised cost by fixed charge rate, $ per unit of output. */
export function lcoeFcr(terms: LcoeFcrTerms): number {
  const { capital_usd, fixed_usd_per_year, variable_usd_per_unit, fcr_per_year, output_per_year } = terms;
  requireFinite({ capital_usd, fixed_usd_per_year, variable_usd_per_unit, fcr_per_year });
  requirePositive({ output_per_year });
  return (fcr_per_year * capital_usd + fixed_usd_per_year) / output_per_year + variable_usd_per_unit;
}

export type LcoeVariant = "nominal" | "real" | "undiscounted";

export type LcoeCashflowTerms = {
  readonly variant: LcoeVariant;
  readonly nominalRate_per_year: number;
  readonly inflation_per_year: number;
  /** Costs in money of the day, outlays positive. */
  readonly costs_usd: ArrayLike<number>;
  /** Units delivered, same years as costs_usd. */
  readonly output: ArrayLike<number>;
  /** Years from the valuation date to entry 0 of both series: 0 today, 1 end of the first year. */
  readonly firstFlowAt_years: number;
};

/** Levelised cost from yearly cash flows, $ per unit of output; throws RangeError on unequal lengths or no output. */
export function lcoeCashflow(terms: LcoeCashflowTerms): number {
  const { costs_usd, output, firstFlowAt_years } = terms;
  if (costs_usd.length !== output.length) throw new RangeError(`costs_usd has ${costs_usd.length} years, output ${output.length}`);
  requireSeries("output", output);
  const rates = discountRates(terms);
  const cost_usd = npv({ rate_per_period: rates.cost_per_year, flows_usd: costs_usd, firstFlowAt_periods: firstFlowAt_years });
  const delivered = npv({ rate_per_period: rates.output_per_year, flows_usd: output, firstFlowAt_periods: firstFlowAt_years });
  requirePositive({ "discounted output": delivered });
  return cost_usd / delivered;
}

function discountRates({ variant, nominalRate_per_year, inflation_per_year }: LcoeCashflowTerms): {
  readonly cost_per_year: number;
  readonly output_per_year: number;
} {
  requireRate({ nominalRate_per_year, inflation_per_year });
  if (variant === "undiscounted") return { cost_per_year: 0, output_per_year: 0 };
  if (variant === "nominal") return { cost_per_year: nominalRate_per_year, output_per_year: nominalRate_per_year };
  return { cost_per_year: nominalRate_per_year, output_per_year: realRate({ nominal_per_year: nominalRate_per_year, inflation_per_year }) };
}
