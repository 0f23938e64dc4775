/**
 * What stations carry of each place's platforms, step by step.
 *
 *   1. a station has one antenna, a platform sends to one station at a time: time of antennas a_ks of place k at station s, in steps,
 *      sum over k of a_ks <= open_s, sum over s of a_ks <= n_k
 *   2. stations are asked in turn, those that fewest places reach first, of these the one with the fastest sight; each divides its open time over
 *      the platforms that reach it and have no antenna yet, in proportion
 *   3. rate of a place = sum of a_ks x rate of s at the elevation of the step, less what the start of a pass takes to acquire it
 *   4. open_s = share of the step in which neither weather nor failure closes s; n_k = platforms less those that are away, the step's mean
 *
 * Assumes: every antenna takes any platform; turning from one to the next takes no time beyond acquisition; data is where the antenna is.
 * Accuracy: a pass is known to a step; one station against its passes by hand, and no byte above what antennas and platforms have (test/serve).
 */
import type { StationView } from "../../fly/index.ts";

/** One station as the days of jobs meet it. */
export interface LinkStation {
  readonly id: string;
  /** To a platform seen in a bin of elevation, counted from 1, B/s. */
  readonly rate_B_per_s: (bin: number) => number;
  /** To a platform that reaches it over others, B/s; 0 where none does. */
  readonly over_B_per_s: number;
  /** When it is closed: starts and ends in turns, seconds of the window. */
  readonly closed_s: ArrayLike<number>;
}

export interface LinkPlace {
  readonly platforms: number;
  /** Of its platforms, when one is away: as `closed_s`. */
  readonly away_s: readonly ArrayLike<number>[];
  readonly views: readonly StationView[];
  /** By station: 1 in the steps in which it is reached over other platforms; null where none reaches on. */
  readonly over: Readonly<Record<string, Uint8Array>> | null;
}

export interface LinkSteps {
  readonly step_s: number;
  readonly steps: number;
  /** From the rise of a pass to its first bit. */
  readonly acquisition_s: number;
}

/** What came of one station over the window. */
export interface StationUse {
  readonly id: string;
  /** Share of the window in which some place reaches it, and of that the share in which it is closed; null where none ever does. */
  readonly reached_frac: number;
  readonly closed_frac: number | null;
  /** Bytes that it could carry each way, as it was shared out. */
  readonly room_B: number;
}

export interface StationLinks {
  /** By place, each way, B/s by the step. */
  readonly places_B_per_s: readonly Float64Array[];
  readonly stations: readonly StationUse[];
}

/** Shares antennas out, step by step (equations 1 to 4). */
export const stationLinks = (places: readonly LinkPlace[], stations: readonly LinkStation[], { step_s, steps, acquisition_s }: LinkSteps): StationLinks => {
  const open = stations.map(({ closed_s }) => shareLeft(closed_s, { step_s, steps }));
  const here = places.map((place) => platformsHere(place, { step_s, steps }));
  const sights = places.map((place) => stations.map((station) => sightOf(place, station, { step_s, acquisition_s })));
  const places_B_per_s = places.map(() => new Float64Array(steps));
  const use = stations.map(() => ({ reached: 0, closed: 0, room_B: 0 }));
  for (let i = 0; i < steps; i++) {
    const left = here.map((platforms) => platforms[i]!);
    for (const { s, rates } of inTurn(stations.map((_, s) => sights.map((row) => row[s]!(i))))) {
      const reaching = left.reduce((sum, n, k) => (rates[k]! >= 0 ? sum + n : sum), 0);
      const share = reaching === 0 ? 0 : Math.min(1, open[s]![i]! / reaching);
      use[s]!.reached++;
      use[s]!.closed += 1 - open[s]![i]!;
      rates.forEach((rate, k) => {
        if (rate < 0) return;
        const taken = left[k]! * share;
        left[k]! -= taken;
        places_B_per_s[k]![i]! += taken * rate;
        use[s]!.room_B += taken * rate * step_s;
      });
    }
  }
  return {
    places_B_per_s,
    stations: stations.map(({ id }, s) => ({ id, reached_frac: use[s]!.reached / steps, closed_frac: use[s]!.reached === 0 ? null : use[s]!.closed / use[s]!.reached, room_B: use[s]!.room_B })),
  };
};

/** A station in a step, with its rate to each place; below zero to one that does not reach it. */
interface Turn {
  readonly s: number;
  readonly rates: readonly number[];
}

/** Stations that some place reaches, in the order of equation 2. */
const inTurn = (rates: readonly (readonly number[])[]): readonly Turn[] =>
  rates
    .map((row, s) => ({ s, rates: row, reaching: row.reduce((count, rate) => (rate >= 0 ? count + 1 : count), 0), fastest: Math.max(...row) }))
    .filter(({ reaching }) => reaching > 0)
    .sort((a, b) => a.reaching - b.reaching || b.fastest - a.fastest || a.s - b.s);

/** Rate of a place at a station, asked step after step. */
const sightOf = ({ views, over }: LinkPlace, { id, rate_B_per_s, over_B_per_s }: LinkStation, { step_s, acquisition_s }: Omit<LinkSteps, "steps">): ((i: number) => number) => {
  const bin = views.find((view) => view.station === id)?.bin ?? null;
  const reached = over?.[id] ?? null;
  const known = new Map<number, number>();
  const rateAt = (at: number): number => {
    const rate = known.get(at) ?? rate_B_per_s(at);
    known.set(at, rate);
    return rate;
  };
  // A platform that is in view at the start of the window was acquired before it.
  let seen_s = Infinity;
  return (i) => {
    const at = bin === null ? 0 : bin[i]!;
    const beyond = reached?.[i] === 1 ? over_B_per_s : -1;
    if (at === 0) {
      seen_s = 0;
      return beyond;
    }
    const lost_s = Math.min(step_s, Math.max(0, acquisition_s - seen_s));
    seen_s += step_s;
    return Math.max(beyond, rateAt(at) * (1 - lost_s / step_s));
  };
};

type Grid = Pick<LinkSteps, "step_s" | "steps">;

/** Share of each step that no stretch takes. */
const shareLeft = (edges_s: ArrayLike<number>, grid: Grid): Float64Array => {
  const left = new Float64Array(grid.steps).fill(1);
  take(left, edges_s, grid);
  return left.map((share) => Math.max(0, share));
};

/** Platforms of a place that are not away, the mean of each step. */
export const platformsHere = ({ platforms, away_s }: Pick<LinkPlace, "platforms" | "away_s">, grid: Grid): Float64Array => {
  const left = new Float64Array(grid.steps).fill(platforms);
  for (const edges of away_s) take(left, edges, grid);
  return left.map((share) => Math.max(0, share));
};

/** Takes from each step the share of it that the stretches cover; they do not overlap. */
const take = (left: Float64Array, edges_s: ArrayLike<number>, { step_s, steps }: Grid): void => {
  for (let e = 0; e + 1 < edges_s.length; e += 2) {
    const [from, to] = [Math.max(0, edges_s[e]! / step_s), Math.min(steps, edges_s[e + 1]! / step_s)];
    for (let i = Math.floor(from); i < to; i++) left[i]! -= Math.min(to, i + 1) - Math.max(from, i);
  }
};
