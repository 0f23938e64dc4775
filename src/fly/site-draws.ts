/**
 * What of a site's power is out in each hour of one drawn year.
 *
 *   1. each unit alternates: up for an exponential time of mean d (1 - q)/q, out for one of mean d; q the share of the time that it is out,
 *      d the mean length; its state at the start by q (a stationary alternating renewal process, Barlow & Proschan 1965)
 *   2. an outage with a date (`plant.outages`) takes all units of what it holds at once; with drawn ones that it meets it is one outage
 *   3. the engines of the house start or fail once for each outage of the grid, and stand while an outage with a date holds them
 *
 * Streams of random numbers: one a source and drawn year (kernel/rng), so that sources and years do not share draws.
 */
import { randomDoubles } from "../kernel/index.ts";
import type { PowerSource } from "../size/index.ts";

/** Hours from the start of the year. */
interface Stretch {
  readonly from_h: number;
  readonly to_h: number;
}

export interface DatedOutage extends Stretch {
  /** "grid", "backup", "solar", "store" or ids of generators. */
  readonly holds: readonly string[];
}

export interface DrawsAsked {
  readonly sources: readonly PowerSource[];
  readonly hours: number;
  readonly dated: readonly DatedOutage[];
  /** Engines of the house; null where nothing is said of them. */
  readonly backup: { readonly share_frac: number; readonly start_frac: number } | null;
  readonly hasStore: boolean;
  readonly seed: number;
  /** Of the site among the scenario's. */
  readonly index: number;
}

/** Columns of a drawn year, used again for the next: most hours of a year have nothing out, and only those that have are looked at. */
export interface DrawnYear {
  /** sources x hours: share of the hour in which a source of one unit is out; of several, share of it that is. Null where it never is. */
  readonly out_frac: readonly (Float64Array | null)[];
  readonly storeOut_frac: Float64Array | null;
  /** Share of the hour in which the grid is out and the engines run. */
  readonly engines_frac: Float64Array;
  /** The drawn year, from 1, in which something was last out in the hour. */
  readonly touched: Int32Array;
}

const STREAM = 0x51_7e_00_00;
const MOST_SOURCES = 256;
const STORE = "store";
const ENGINES = "backup";

/** Room for the drawn years; null where nothing is ever out. */
export const yearRoom = ({ sources, hours, dated, hasStore }: DrawsAsked): DrawnYear | null => {
  const isDated = (id: string): boolean => dated.some(({ holds }) => holds.includes(id));
  const out_frac = sources.map((source) => (canFail(source) || isDated(source.id) ? new Float64Array(hours) : null));
  const storeOut_frac = hasStore && isDated(STORE) ? new Float64Array(hours) : null;
  if (storeOut_frac === null && out_frac.every((column) => column === null)) return null;
  return { out_frac, storeOut_frac, engines_frac: new Float64Array(hours), touched: new Int32Array(hours) };
};

export const unitsOf = (source: PowerSource): number => (source.kind === "gas" || source.kind === "nuclear" ? source.units : 1);

/** A field is many small parts: what is out of it is out all the time, and in its limit. */
const canFail = ({ kind, outage_frac, outage_h }: PowerSource): boolean => kind !== "solar" && outage_frac > 0 && outage_h > 0;

/** Draws a year into its room; answers outages of the grid and how many of them the engines did not carry. */
export const drawYear = (asked: DrawsAsked, room: DrawnYear, year: number): { readonly gridOutages: number; readonly failedStarts: number } => {
  const { sources, hours, dated, backup, seed, index } = asked;
  const datedOf = (id: string): readonly Stretch[] => dated.filter(({ holds }) => holds.includes(id));
  const count = { gridOutages: 0, failedStarts: 0 };
  room.engines_frac.fill(0);
  sources.forEach((source, k) => {
    const out = room.out_frac[k]!;
    if (out === null) return;
    out.fill(0);
    const random = randomDoubles({ seed, stream: STREAM + index * MOST_SOURCES + k, index: year });
    const hasEngines = source.kind === "grid" && backup !== null && backup.share_frac > 0;
    const starts = hasEngines ? () => random() < backup.start_frac : () => false;
    const units = unitsOf(source);
    for (let unit = 0; unit < units; unit++) {
      const drawn = canFail(source) ? drawOutages(source, { hours, random, starts }) : [];
      const all = united([...drawn, ...datedOf(source.id).map(({ from_h, to_h }) => ({ from_h, to_h, starts: starts() }))]);
      for (const one of all) {
        addOver(out, one, 1 / units);
        touch(room.touched, one, year);
      }
      if (source.kind === "grid") count.gridOutages += all.length;
      if (hasEngines) count.failedStarts += runEngines(room.engines_frac, all, datedOf(ENGINES));
    }
  });
  if (room.storeOut_frac !== null) {
    room.storeOut_frac.fill(0);
    for (const one of united(datedOf(STORE).map((stretch) => ({ ...stretch, starts: false })))) {
      addOver(room.storeOut_frac, one, 1);
      touch(room.touched, one, year);
    }
  }
  return count;
};

interface Outage extends Stretch {
  /** Whether the engines of the house start in it. */
  readonly starts: boolean;
}

/** Equation 1. */
const drawOutages = ({ outage_frac: q, outage_h }: PowerSource, { hours, random, starts }: { readonly hours: number; readonly random: () => number; readonly starts: () => boolean }): readonly Outage[] => {
  const up_h = (outage_h * (1 - q)) / q;
  const exponential = (mean: number): number => -mean * Math.log(1 - random());
  const outages: Outage[] = [];
  let from_h = random() < q ? 0 : exponential(up_h);
  while (from_h < hours) {
    const end_h = from_h + exponential(outage_h);
    outages.push({ from_h, to_h: Math.min(end_h, hours), starts: starts() });
    from_h = end_h + exponential(up_h);
  }
  return outages;
};

/** Outages that meet become one, with the start of the first of them. */
const united = (outages: readonly Outage[]): readonly Outage[] => {
  const all: Outage[] = [];
  for (const one of outages.toSorted((a, b) => a.from_h - b.from_h)) {
    const last = all.at(-1);
    if (last === undefined || one.from_h > last.to_h) all.push(one);
    else if (one.to_h > last.to_h) all[all.length - 1] = { ...last, to_h: one.to_h };
  }
  return all;
};

/** (3); answers how many starts failed. */
const runEngines = (engines_frac: Float64Array, outages: readonly Outage[], held: readonly Stretch[]): number => {
  let failed = 0;
  for (const outage of outages) {
    const free = held.reduce<readonly Stretch[]>((parts, hold) => parts.flatMap((part) => without(part, hold)), [outage]);
    if (free.length === 0) continue;
    if (outage.starts) for (const part of free) addOver(engines_frac, part, 1);
    else failed++;
  }
  return failed;
};

const without = ({ from_h, to_h }: Stretch, hold: Stretch): readonly Stretch[] =>
  [{ from_h, to_h: Math.min(to_h, hold.from_h) }, { from_h: Math.max(from_h, hold.to_h), to_h }].filter((part) => part.to_h > part.from_h);

const touch = (touched: Int32Array, { from_h, to_h }: Stretch, year: number): void => {
  for (let h = Math.floor(from_h); h < to_h; h++) touched[h] = year + 1;
};

const addOver = (column: Float64Array, { from_h, to_h }: Stretch, value: number): void => {
  for (let h = Math.floor(from_h); h < to_h; h++) column[h] = column[h]! + value * (Math.min(h + 1, to_h) - Math.max(h, from_h));
};
