/**
 * When something is down: random, from a seed.
 *
 *   1. up and down in turns, each time exponential about its mean: a renewal process, down for down/(up + down) of all time
 *                                                                                        (Barlow & Proschan 1965, alternating renewal)
 *   2. its state at the start of a span is drawn from that share; the time left is exponential too, for it has no memory
 *   3. weather that leaves a station a share p of time, in spells of mean length d: mean time up d p/(1 - p)
 *
 * Assumes: independent of each other and of the season. The same seed and index give the same downtimes, whatever else is drawn.
 */
import { randomDoubles, streamOf } from "../kernel/index.ts";
import type { Downtime } from "./network.ts";

export interface Failing {
  readonly meanUp_s: number;
  readonly meanDown_s: number;
}

export interface DowntimeKey {
  readonly seed: number;
  /** What fails: "satellite", "station", "pair". */
  readonly kind: string;
  readonly index: number;
}

/** Starts and ends within a span (equations 1 and 2); throws RangeError for a mean that is not above 0. */
export function randomDowntime({ meanUp_s, meanDown_s }: Failing, { seed, kind, index }: DowntimeKey, { start_s, end_s }: { readonly start_s: number; readonly end_s: number }): Downtime {
  if (!(meanUp_s > 0 && meanDown_s > 0 && meanDown_s < Infinity)) throw new RangeError(`meanUp_s is ${meanUp_s}, meanDown_s is ${meanDown_s}`);
  if (meanUp_s === Infinity) return new Float64Array(0);
  const draw = randomDoubles({ seed, stream: streamOf(kind), index });
  const spell_s = (mean_s: number): number => -mean_s * Math.log1p(-draw());
  const edges: number[] = [];
  let down = draw() < meanDown_s / (meanUp_s + meanDown_s);
  for (let t_s = start_s; t_s < end_s; down = !down) {
    const next_s = Math.min(end_s, t_s + spell_s(down ? meanDown_s : meanUp_s));
    if (down && next_s > t_s) edges.push(t_s, next_s);
    t_s = next_s;
  }
  return Float64Array.from(edges);
}

/** Weather that leaves a share of time clear, in spells of a mean length (equation 3). */
export function weatherFailing({ available_frac, spell_s }: { readonly available_frac: number; readonly spell_s: number }): Failing {
  if (!(available_frac > 0 && available_frac <= 1)) throw new RangeError(`available_frac is ${available_frac}`);
  return { meanUp_s: available_frac === 1 ? Infinity : (spell_s * available_frac) / (1 - available_frac), meanDown_s: spell_s };
}

/** Down where either is. */
export function eitherDown(a: Downtime, b: Downtime): Downtime {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const spells = [a, b].flatMap((edges) => Array.from({ length: edges.length / 2 }, (_, i): [number, number] => [edges[2 * i]!, edges[2 * i + 1]!])).sort((x, y) => x[0] - y[0]);
  const edges: number[] = [];
  for (const [from_s, to_s] of spells) {
    if (edges.length > 0 && from_s <= edges.at(-1)!) edges[edges.length - 1] = Math.max(edges.at(-1)!, to_s);
    else edges.push(from_s, to_s);
  }
  return Float64Array.from(edges);
}

/** Whether a time lies in a downtime, its start within and its end without. */
export function isDown(edges: Downtime, t_s: number): boolean {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! <= t_s) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}
