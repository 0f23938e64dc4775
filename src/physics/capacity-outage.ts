/**
 * Chance that units of several sizes, each there or not, carry a load.
 *
 *   1. distribution of what a group of n units gives: binomial in the units that work
 *   2. of all groups together: convolution                                  (capacity outage table, Billinton & Allan 1984, ch. 2)
 *   3. chance of enough = its tail at the load
 *
 * Assumes independence: one storm that takes grid and gas together is outside it. Accuracy: k of n by `enoughWork_frac`, two groups by hand (test).
 */

export type CapacityGroup = { readonly unit_MW: number; readonly units: number; readonly outage_frac: number };

/** Chances below this are left out of the table; their sum over a table of thousands of rows stays below 1e-12. */
const NEGLIGIBLE = 1e-16;
/** A shortfall of a watt is none. */
const TOLERANCE_MW = 1e-6;

/** Share of the time in which the groups together give at least what is needed. */
export function enoughCapacity_frac(groups: readonly CapacityGroup[], needed_MW: number): number {
  let table = new Map([[0, 1]]);
  for (const group of groups) table = together(table, group);
  let enough = 0;
  for (const [capacity_MW, chance] of table) if (capacity_MW >= needed_MW - TOLERANCE_MW) enough += chance;
  return Math.min(1, enough);
}

function together(table: ReadonlyMap<number, number>, { unit_MW, units, outage_frac }: CapacityGroup): Map<number, number> {
  const sum = new Map<number, number>();
  binomial(units, 1 - outage_frac).forEach((share, working) => {
    for (const [capacity_MW, chance] of table) {
      const both = share * chance;
      const at = capacity_MW + working * unit_MW;
      if (both > NEGLIGIBLE) sum.set(at, (sum.get(at) ?? 0) + both);
    }
  });
  return sum;
}

/** Chances of 0..n working, each from the one before; by logarithms, so that large n do not vanish. */
function binomial(n: number, p: number): readonly number[] {
  if (p >= 1) return Array.from({ length: n + 1 }, (_, k) => (k === n ? 1 : 0));
  if (p <= 0) return Array.from({ length: n + 1 }, (_, k) => (k === 0 ? 1 : 0));
  let log = n * Math.log1p(-p);
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) log += Math.log(((n - k + 1) / k) * (p / (1 - p)));
    return Math.exp(log);
  });
}
