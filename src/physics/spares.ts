/**
 * Spares that nobody swaps by hand: k out of n.
 *
 *   1. chance that at least k of n work: sum over j = k..n of C(n, j) p^j (1 - p)^(n-j), each term from the one before, from the mode
 *   2. fewest n with (1) at least the confidence asked (N + k redundancy), by bisection, as (1) grows with n
 *   3. work expected from n units of which k can be used: E[min(J, k)]/k = [n p - sum over d = 0..n-k of (n - k - d) C(n, d) (1 - p)^d p^(n-d)]/k,
 *      d of the units dead; where p^n is below the smallest number, by all terms as in 1
 *
 * Assumes: independent units, failures found and spares put in without delay. Accuracy: exact to rounding (1e-12); binomial tables in test/physics.
 */

type Crew = { readonly needed: number; readonly units: number; readonly survival_frac: number };

/** Chance that at least `needed` of the units work. */
export function enoughWork_frac(crew: Crew): number {
  return Math.min(1, moments(crew).enough);
}

/** Work expected, as a share of that of the units needed; what works beyond them is not used. */
export function expectedWork_frac(crew: Crew): number {
  const { needed, units, survival_frac: p } = crew;
  assertCrew(crew);
  let chance = p ** units;
  if (chance < SMALLEST) return moments(crew).used / needed;
  const spares = units - needed;
  let idle = 0;
  for (let dead = 0; dead < spares; dead++) {
    idle += (spares - dead) * chance;
    chance *= ((units - dead) / (dead + 1)) * ((1 - p) / p);
  }
  return (units * p - idle) / needed;
}

/** Above this a chance is a normal number, and so are those that grow from it. */
const SMALLEST = 1e-300;

/** Fewest units with which at least `needed` work with the confidence; RangeError where ten times as many and a hundred more do not suffice. */
export function unitsFor(ask: { readonly needed: number; readonly survival_frac: number; readonly confidence_frac: number }): number {
  const enough = (units: number): boolean => enoughWork_frac({ ...ask, units }) >= ask.confidence_frac;
  let low = ask.needed - 1;
  let high = 10 * ask.needed + 100;
  if (!enough(high)) throw new RangeError(`${high} units do not give ${ask.needed} with confidence ${ask.confidence_frac} at survival ${ask.survival_frac}`);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function assertCrew({ needed, units, survival_frac: p }: Crew): void {
  if (!(Number.isInteger(needed) && Number.isInteger(units) && needed >= 1 && units >= needed)) throw new RangeError(`needed ${needed} of units ${units}: whole numbers, 1 or more, units at least as many`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`survival_frac ${p} is outside 0-1`);
}

function moments(crew: Crew): { readonly enough: number; readonly used: number } {
  assertCrew(crew);
  const { needed, units, survival_frac: p } = crew;
  if (p === 0 || p === 1) return { enough: p, used: p * needed };
  const weights = binomialWeights(units, p);
  let total = 0;
  let enough = 0;
  let used = 0;
  for (let j = 0; j <= units; j++) {
    const weight = weights[j]!;
    total += weight;
    if (j >= needed) enough += weight;
    used += weight * Math.min(j, needed);
  }
  return { enough: enough / total, used: used / total };
}

/** Chances of 0..n working, up to a common factor, 1 at the mode. */
function binomialWeights(n: number, p: number): Float64Array {
  const weights = new Float64Array(n + 1);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  weights[mode] = 1;
  for (let j = mode; j < n; j++) weights[j + 1] = weights[j]! * ((n - j) / (j + 1)) * odds;
  for (let j = mode; j > 0; j--) weights[j - 1] = weights[j]! * (j / (n - j + 1) / odds);
  return weights;
}
