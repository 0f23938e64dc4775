/** The values of a span, one after another. */
import type { RangeSpan, Span } from "./span.ts";
import type { FieldValue } from "./study-record.ts";

const STEPS = 10;

/** Twelve digits: what a step leaves of a sum of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** The value at a share, 0 to 1, of a range. */
export const valueAt = ({ low, high, log, whole }: RangeSpan, share: number): number => {
  if (share === 0) return low;
  if (share === 1) return high;
  const value = log ? low * Math.exp(share * Math.log(high / low)) : low + share * (high - low);
  return whole ? Math.round(value) : tidy(value);
};

/** Values of a span in their order: of a range as many steps as it says, else ten, of whole numbers no more than there are. */
export const valuesOf = (span: Span): readonly FieldValue[] => {
  if (span.form === "list") return span.values;
  const steps = span.steps ?? (span.whole ? Math.min(STEPS, Math.abs(span.high - span.low)) : STEPS);
  return [...new Set(Array.from({ length: steps + 1 }, (_, i) => valueAt(span, i / steps)))];
};
