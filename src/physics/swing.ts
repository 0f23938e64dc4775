/**
 * Which input decides a result: one at a time over its range, and by elasticity.
 *
 *   1. swing: result at an input's high end less at its low end, the others held
 *   2. elasticity: d ln result / d ln input at the values held, by central differences of 1e-4
 *
 * Inputs that act together are not seen; where they do, sample (`risk`).
 */

export type Spread = { readonly value: number; readonly low: number; readonly high: number };
export type Swing<Name extends string> = {
  readonly input: Name;
  /** Result with the input at its low and at its high end. */
  readonly low: number;
  readonly high: number;
  /** High less low, without sign. */
  readonly width: number;
  /** NaN-free: 0 where the input is 0. */
  readonly elasticity: number;
};

/** Swings of a result, widest first: the first decides. */
export function swings<Name extends string>(spreads: Readonly<Record<Name, Spread>>, result: (inputs: Readonly<Record<Name, number>>) => number): readonly Swing<Name>[] {
  const names = Object.keys(spreads) as Name[];
  const held = Object.fromEntries(names.map((name) => [name, spreads[name].value])) as Record<Name, number>;
  const at = (input: Name, value: number): number => {
    const got = result({ ...held, [input]: value });
    if (!Number.isFinite(got)) throw new RangeError(`result with ${input} ${value} is ${got}`);
    return got;
  };
  return names
    .map((input): Swing<Name> => {
      const { value, low: lowest, high: highest } = spreads[input];
      const low = at(input, lowest);
      const high = at(input, highest);
      const elasticity = value === 0 ? 0 : Math.log(at(input, value * (1 + 1e-4)) / at(input, value * (1 - 1e-4))) / Math.log((1 + 1e-4) / (1 - 1e-4));
      return { input, low, high, width: Math.abs(high - low), elasticity };
    })
    .sort((a, b) => b.width - a.width);
}
