/** A quantity on the command line. */
import { parseQuantity } from "../units/index.ts";
import { UsageError } from "./failure.ts";

export interface QuantityOption {
  /** "--step". */
  readonly name: string;
  readonly unit: string;
  readonly example: string;
  readonly good: (value: number) => boolean;
  /** What it may be, in words. */
  readonly wanted: string;
}

/** The value in `unit`; throws UsageError for a text that is none, and for a value that cannot be, with or without a unit. */
export const quantityOption = (text: string, { name, unit, example, good, wanted }: QuantityOption): number => {
  // "0" lacks its unit too, but "0 s" would be refused next.
  const bare = text.trim() === "" ? NaN : Number(text);
  if (Number.isFinite(bare) && !good(bare)) throw new UsageError(`${name} is "${text}"`, wanted);
  const read = parseQuantity(text, unit, example);
  if (!read.ok) throw new UsageError(`${name} is "${text}", where ${read.problem.expected} is wanted`, read.problem.hint);
  if (!good(read.value)) throw new UsageError(`${name} is "${text}"`, wanted);
  return read.value;
};
