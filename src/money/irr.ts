/**
 * Internal rates of return: every real rate above -1 at which the net present value is zero, and the one we would quote.
 *
 * (1) sum_k c_k (1 + r)^-k = 0 for equally spaced flows; (2) sum_k c_k (1 + r)^-(d_k/365) = 0 for dated flows (actual/365).
 * Sources: (1) any text; (2) Excel XIRR. Roots by discount-roots.ts: none is missed, none invented.
 * Oracles: numpy-financial test cases recomputed with 60 digits, SSC Single Owner (26 flows), to 1e-11.
 * A root within 1e-16 of -1 rounds to -1; one above 1.8e308 (ten times the money in a day) throws RangeError.
 */
import { discountRoots } from "./discount-roots.ts";
import { requireSeries } from "./guards.ts";
import { datedTerms } from "./dated-flows.ts";
import type { DatedFlow } from "./dated-flows.ts";

/** Why `chosen` is what it is. */
export type IrrRule =
  | "the only root"
  | "no real root"
  | "every flow is zero: any rate fits"
  | "smallest non-negative of several roots"
  | "largest of several roots, all negative";

export type Irr = {
  /** All real roots above -1, rising, per period (irr) or per 365 days (xirr). */
  readonly roots: readonly number[];
  /** The conventional pick, null if there is none. */
  readonly chosen: number | null;
  readonly rule: IrrRule;
};

/** Internal rates of return per period of equally spaced flows; throws RangeError on an empty or non-finite series. */
export function irr(flows_usd: ArrayLike<number>): Irr {
  requireSeries("flows_usd", flows_usd);
  return chosenFrom(
    discountRoots(
      flows_usd,
      Array.from(flows_usd, (_, k) => k),
    ),
    flows_usd,
  );
}

/** Internal rates of return per 365 days of dated flows; throws RangeError on a bad date or a flow before the first. */
export function xirr(flows: readonly DatedFlow[]): Irr {
  const { amounts_usd, times_years365 } = datedTerms(flows);
  return chosenFrom(discountRoots(amounts_usd, times_years365), amounts_usd);
}

function chosenFrom(logRoots: readonly number[], amounts: ArrayLike<number>): Irr {
  const roots = logRoots.map(Math.expm1);
  if (roots.some((rate) => !Number.isFinite(rate))) throw new RangeError("irr: a root lies above the largest double");
  return { roots, ...pick(roots, amounts) };
}

function pick(roots: readonly number[], amounts: ArrayLike<number>): Omit<Irr, "roots"> {
  const [first] = roots;
  if (first === undefined) return { chosen: null, rule: emptyRule(amounts) };
  if (roots.length === 1) return { chosen: first, rule: "the only root" };
  const positive = roots.find((rate) => rate >= 0);
  if (positive !== undefined) return { chosen: positive, rule: "smallest non-negative of several roots" };
  return { chosen: roots[roots.length - 1]!, rule: "largest of several roots, all negative" };
}

function emptyRule(amounts: ArrayLike<number>): IrrRule {
  return Array.from(amounts).every((amount) => amount === 0) ? "every flow is zero: any rate fits" : "no real root";
}
