/** Programmer's error on the way in: names the field that is not a number or not in its range. */

type Range = "positive" | "nonnegative" | "fraction" | "count";

const holds: Readonly<Record<Range, (value: number) => boolean>> = {
  positive: (value) => value > 0 && value < Infinity,
  nonnegative: (value) => value >= 0 && value < Infinity,
  fraction: (value) => value >= 0 && value <= 1,
  count: (value) => Number.isInteger(value) && value >= 0,
};
const said: Readonly<Record<Range, string>> = {
  positive: "above 0",
  nonnegative: "0 or above",
  fraction: "within 0..1",
  count: "a whole number, 0 or above",
};

/** Asserts that every field lies in the range named; RangeError with the field's name otherwise, NaN included. */
export function inRange(range: Range, fields: Readonly<Record<string, number>>): void {
  const held = holds[range];
  for (const name in fields) {
    const value = fields[name]!;
    if (!held(value)) throw new RangeError(`${name} is ${value}, must be ${said[range]}`);
  }
}
