/**
 * Where two alternatives cost the same: for each value of one driver the value of another at which they break even, over all else that is uncertain.
 *
 *   1. of each value of the first driver and each draw of the rest, the second driver's range is scanned at 17 values, and the first change of the
 *      lead halved down to a millionth of the range
 *   2. bands: the 10 %, 50 % and 90 % quantiles over the draws, those that never change their lead counted at the end where they lie
 *
 * The same draws of the rest stand at every value. Drivers are set, not conditioned on: what is correlated with them keeps its own draw.
 */
import { drawnPoints } from "../drawn-points.ts";
import { quantileFunction } from "../inputs/index.ts";
import type { Choice, Correlation, Evaluator } from "../risk-record.ts";

export interface FrontierCase {
  readonly evaluator: Evaluator;
  readonly correlations: readonly Correlation[];
  readonly choice: Choice;
  /** Positions of the alternatives whose lead is asked for: the first against the second. */
  readonly between: readonly [number, number];
  /** Paths of the two drivers. */
  readonly drivers: readonly [string, string];
  readonly steps: number;
  readonly draws: number;
  readonly seed: number;
}

export interface FrontierPoint {
  /** Value of the first driver. */
  readonly at: number;
  /** Quantiles of the second driver's break-even value; null where it lies beyond the range that was scanned, on the side that `beyond` says. */
  readonly band: readonly { readonly share: number; readonly value: number | null; readonly beyond: "below" | "above" | null }[];
  /** Draws in which the first alternative leads over the whole range, and in which it never does. */
  readonly always: number;
  readonly never: number;
  /** Draws in which the lead changes more than once: the first change is told. */
  readonly several: number;
  /** Draws in which an outcome does not exist. */
  readonly missing: number;
}

export interface Frontier {
  readonly drivers: readonly [string, string];
  /** Whether the first alternative leads below the break-even value of the second driver or above it. */
  readonly leads: "below" | "above" | "mixed";
  /** Range of the second driver: its 1 % and 99 % quantiles. */
  readonly range: readonly [number, number];
  readonly points: readonly FrontierPoint[];
}

/** What is asked unless told: steps of the first driver and draws of all else at each, some 300 evaluations a draw; the second alternative against the first, orbit against ground. */
export const FRONTIER_ASKED = { steps: 10, draws: 64, between: [1, 0] } as const;

const SCAN = 16;
const HALVINGS = 16;
const SHARES = [0.1, 0.5, 0.9] as const;
const [EDGE_LOW, EDGE_HIGH] = [0.01, 0.99] as const;

/** The frontier; 25 evaluations or so a draw and step. Throws RangeError on a driver that is no input. */
export const frontierOf = (asked: FrontierCase): Frontier => {
  const { evaluator, drivers, steps } = asked;
  const [first, second] = drivers.map((path) => inputAt(evaluator, path)) as [number, number];
  const [left, right] = edges(evaluator, first);
  const range = edges(evaluator, second);
  const lead = leadOf(asked, first, second);
  const found = Array.from({ length: steps + 1 }, (_, step) => {
    const at = left + ((right - left) * step) / steps;
    return { at, crossings: Array.from({ length: asked.draws }, (__, draw) => crossing((value) => lead(draw, at, value), range)) };
  });
  const leads = directionOf(found.flatMap(({ crossings }) => crossings));
  return { drivers, leads, range, points: found.map(({ at, crossings }) => pointOf(at, crossings, leads)) };
};

const inputAt = ({ inputs }: Evaluator, path: string): number => {
  const at = inputs.findIndex((input) => input.path === path);
  if (at < 0) throw new RangeError(`${path} is no uncertain input`);
  return at;
};

const edges = ({ inputs }: Evaluator, input: number): readonly [number, number] => {
  const quantile = quantileFunction(inputs[input]!.distribution);
  return [quantile(EDGE_LOW), quantile(EDGE_HIGH)];
};

/** By how much the first alternative leads in a draw, with the drivers set. */
const leadOf = ({ evaluator, correlations, choice, between, draws, seed }: FrontierCase, first: number, second: number): ((draw: number, at: number, value: number) => number) => {
  const rows = drawnPoints(evaluator.inputs, { correlations, draws, seed });
  const [a, b] = between.map((alternative) => evaluator.outcomes.findIndex(({ key }) => key === choice.alternatives[alternative]!.outcome)) as [number, number];
  const sign = choice.better === "low" ? -1 : 1;
  const y = new Float64Array(evaluator.outcomes.length);
  return (draw, at, value) => {
    const x = rows[draw]!;
    x[first] = at;
    x[second] = value;
    evaluator.evaluate(x, y);
    return sign * (y[a]! - y[b]!);
  };
};

interface Crossing {
  readonly kind: "crosses" | "always" | "never" | "missing";
  readonly value: number;
  /** Whether the lead is the first alternative's below the value. */
  readonly below: boolean;
  readonly changes: number;
}

const crossing = (lead: (value: number) => number, [low, high]: readonly [number, number]): Crossing => {
  const place = (k: number): number => low + ((high - low) * k) / SCAN;
  const leads = Array.from({ length: SCAN + 1 }, (_, k) => lead(place(k)));
  if (leads.some(Number.isNaN)) return { kind: "missing", value: Number.NaN, below: false, changes: 0 };
  const at = leads.flatMap((value, k) => (k > 0 && value > 0 !== leads[k - 1]! > 0 ? [k] : []));
  const below = leads[0]! > 0;
  if (at.length === 0) return { kind: below ? "always" : "never", value: Number.NaN, below, changes: 0 };
  let [from, to] = [place(at[0]! - 1), place(at[0]!)];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (from + to) / 2;
    if (lead(middle) > 0 === below) from = middle;
    else to = middle;
  }
  return { kind: "crosses", value: (from + to) / 2, below, changes: at.length };
};

const directionOf = (crossings: readonly Crossing[]): Frontier["leads"] => {
  const real = crossings.filter(({ kind }) => kind === "crosses");
  const below = real.filter((one) => one.below).length;
  return below === real.length ? "below" : below === 0 ? "above" : "mixed";
};

/** A draw without a change lies beyond the end up to which its leader leads. */
const pointOf = (at: number, crossings: readonly Crossing[], leads: Frontier["leads"]): FrontierPoint => {
  const beyond = ({ kind }: Crossing): number => ((kind === "always") === (leads !== "above") ? Infinity : -Infinity);
  const known = crossings.filter(({ kind }) => kind !== "missing");
  const values = Float64Array.from(known, (one) => (one.kind === "crosses" ? one.value : beyond(one))).sort();
  const band = values.length === 0 ? [] : SHARES.map((share) => {
    const value = values[Math.max(0, Math.ceil(share * values.length) - 1)]!;
    return { share, value: Number.isFinite(value) ? value : null, beyond: value === Infinity ? "above" as const : value === -Infinity ? "below" as const : null };
  });
  const count = (kind: Crossing["kind"]): number => crossings.filter((one) => one.kind === kind).length;
  return { at, band, always: count("always"), never: count("never"), several: known.filter(({ changes }) => changes > 1).length, missing: count("missing") };
};
