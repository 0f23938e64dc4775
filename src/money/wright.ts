/**
 * Wright's law: the price falls by a fixed share with each doubling of the cumulative quantity, in mass or in units.
 *
 * (1) p(Q) = p0 (Q/Q0)^-b,  b = -log2(1 - learning)
 * (2) Q(p) = Q0 (p/p0)^(-1/b)
 * (3) lot by integral: p0 Q0^b (Q2^(1-b) - Q1^(1-b))/(1 - b), p0 Q0 ln(Q2/Q1) at b = 1; right for kilograms
 * (4) lot by units: sum of p(i) for i = Q1 + 1 ... Q2; right for whole articles
 * Source: Wright, J. Aeronautical Sciences 3 (1936) 122; Crawford's unit form (1944) for (4).
 * Limits: cumulative quantity must be that of ONE maker or one market, said by the caller; no floor: put a floor price in the scenario.
 * `learning_frac` 0.2 means 20 % cheaper per doubling (a "progress ratio" of 0.8).
 */
import { requireFinite, requirePositive } from "./guards.ts";

/** A learning curve through one known point. */
export type WrightCurve = {
  /** Price at the known point, $ per unit of quantity. */
  readonly price_usd_per_unit: number;
  /** Cumulative quantity at the known point, in kg, t or articles. */
  readonly cumulative: number;
  /** Share by which the price falls per doubling; negative if it rises. */
  readonly learning_frac: number;
};

/** Exponent b of the curve: 0.2 -> 0.3219. */
export function wrightExponent(learning_frac: number): number {
  requireFinite({ learning_frac });
  if (learning_frac >= 1) throw new RangeError(`learning_frac must be below 1, found ${learning_frac}`);
  return -Math.log2(1 - learning_frac);
}

/** Price at a cumulative quantity, $ per unit. */
export function wrightPrice(curve: WrightCurve, cumulative: number): number {
  checkCurve(curve);
  requirePositive({ cumulative });
  return curve.price_usd_per_unit * (cumulative / curve.cumulative) ** -wrightExponent(curve.learning_frac);
}

/** Cumulative quantity at which the price is reached; throws RangeError if the curve is flat. */
export function wrightMassForPrice(curve: WrightCurve, price_usd_per_unit: number): number {
  checkCurve(curve);
  requirePositive({ price_usd_per_unit });
  if (curve.learning_frac === 0) throw new RangeError("learning_frac 0: the price never changes");
  return curve.cumulative * (price_usd_per_unit / curve.price_usd_per_unit) ** (-1 / wrightExponent(curve.learning_frac));
}

/** A lot: what is made while the cumulative quantity goes from `from` to `to`. */
export type Lot = { readonly from: number; readonly to: number };
export type LotCost = { readonly total_usd: number; readonly average_usd_per_unit: number };

/** Cost of a lot of divisible goods such as launched mass: the integral of the curve; `from` above 0. */
export function lotCost(curve: WrightCurve, { from, to }: Lot): LotCost {
  checkCurve(curve);
  requirePositive({ from, "to - from": to - from });
  const power = 1 - wrightExponent(curve.learning_frac);
  const { price_usd_per_unit, cumulative } = curve;
  // (x^power)/power from a to b, as a^power expm1(power ln(b/a))/power: exact through power = 0.
  const logRatio = Math.log(to / from);
  const area = power === 0 ? logRatio : ((from / cumulative) ** power * Math.expm1(power * logRatio)) / power;
  return lot(price_usd_per_unit * cumulative * area, to - from);
}

/** Cost of a lot of whole articles, numbers from + 1 to `to`: the sum over units; whole numbers, `from` may be 0. */
export function lotCostUnits(curve: WrightCurve, { from, to }: Lot): LotCost {
  checkCurve(curve);
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to <= from) {
    throw new RangeError(`lot must run between whole numbers 0 <= from < to, found ${from} to ${to}`);
  }
  let total_usd = 0;
  for (let unit = from + 1; unit <= to; unit++) total_usd += wrightPrice(curve, unit);
  return lot(total_usd, to - from);
}

function lot(total_usd: number, quantity: number): LotCost {
  return { total_usd, average_usd_per_unit: total_usd / quantity };
}

function checkCurve({ price_usd_per_unit, cumulative }: WrightCurve): void {
  requirePositive({ "curve.price_usd_per_unit": price_usd_per_unit, "curve.cumulative": cumulative });
}
