/** Numbers of shares and prices: fifty decimal digits, so that neither a share nor a cent is lost on the way; dollars elsewhere are doubles. */
import { Decimal } from "decimal.js";

export type Exact = Decimal;

const Wide = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -60, toExpPos: 60 });

/** Throws RangeError naming the field of a number that is not finite. */
export const exact = (value: number | string | Exact, field = "value"): Exact => {
  const read = new Wide(value);
  if (!read.isFinite()) throw new RangeError(`${field} must be a finite number, found ${String(value)}`);
  return read;
};

export const ZERO = exact(0);
export const ONE = exact(1);

export const sumOf = (values: readonly Exact[]): Exact => values.reduce((a, b) => a.plus(b), ZERO);

/** The greater of two. */
export const greater = (a: Exact, b: Exact): Exact => (a.lt(b) ? b : a);
export const lesser = (a: Exact, b: Exact): Exact => (a.lt(b) ? a : b);

/** Down to whole shares. */
export const wholeShares = (shares: Exact): Exact => shares.floor();
/** To a hundredth of a cent, as charters write a price. */
export const wholePrice = (price: Exact): Exact => price.toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
/** To the cent. */
export const cents = (dollars: Exact): Exact => dollars.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
