/**
 * One week of demand by the hour on two pools of constant power.
 *
 * Order within an hour: interactive, then training, then batch by earliest deadline; each on the ground first (the tier with the lower
 * price hint), then in orbit. Work that may wait D hours is due at the end of hour h + floor(D); what is due and undone counts as
 * unserved, what is not yet due when the week ends as deferred. Orbit also has a budget of bytes an hour.
 *
 * Work is work kept: a synchronous class takes more of a pool than it serves from it, by its useful share.
 *
 *   wanted = ground + orbit + unserved + deferred, for each class, to rounding (asserted to 1e-9 relative)
 */
import type { Profile } from "../scenario/index.ts";
import { HOUR_S, HOURS_PER_YEAR, quarterStart_s } from "../units/index.ts";
import { hourlyRate } from "./hourly.ts";
import type { Replay } from "./service.ts";

export const REPLAY_HOURS = 168;
const GRAMS_PER_TONNE = 1e6;
const DAY_S = 24 * HOUR_S;
/** 1970-01-01 was a Thursday: the first Monday after it, in days. */
const MONDAY = 4;

export interface ReplayClass {
  readonly id: string;
  readonly kind: "interactive" | "batch" | "training";
  readonly mean_W: number;
  readonly shape: Profile;
  readonly deferral_h: number;
  readonly ground: boolean;
  readonly orbit: boolean;
  readonly data_B_per_J: number;
  /** Work kept over work run. */
  readonly groundUseful_frac: number;
  readonly orbitUseful_frac: number;
}

export interface Pools {
  readonly quarter: number;
  readonly ground_W: number;
  /** Of a kilowatt-hour of IT on the ground. */
  readonly groundCarbon_g_per_kWh: number;
  readonly orbit_W: number;
  /** Of all platforms together. */
  readonly orbitLink_B_per_s: number;
}

interface Work {
  readonly of: number;
  readonly due: number;
  left_Wh: number;
}

interface Tally {
  wanted_Wh: number;
  ground_Wh: number;
  orbit_Wh: number;
  unserved_Wh: number;
}

/** First Monday, 00:00 UTC, of a quarter. */
export const firstMonday_s = (quarter: number): number => {
  const day = quarterStart_s(quarter) / DAY_S;
  return (day + ((((MONDAY - day) % 7) + 7) % 7)) * DAY_S;
};

const RANK = { interactive: 0, training: 1, batch: 2 } as const;

/** Replays the first whole week, from Monday in UTC, of the quarter. */
export const replayWeek = (classes: readonly ReplayClass[], pools: Pools): Replay => {
  const tally: Tally[] = classes.map(() => ({ wanted_Wh: 0, ground_Wh: 0, orbit_Wh: 0, unserved_Wh: 0 }));
  const hourly = { wanted_W: [] as number[], ground_W: [] as number[], orbit_W: [] as number[], unserved_W: [] as number[] };
  const start_s = firstMonday_s(pools.quarter);
  let queue: Work[] = [];
  for (let hour = 0; hour < REPLAY_HOURS; hour++) {
    const before = total(tally);
    queue = inOrder([...queue, ...arrivals(classes, { hour, from_s: start_s + hour * HOUR_S, tally })], classes);
    serveHour(queue, { classes, tally, pools });
    queue = expire(queue, { hour, tally });
    const after = total(tally);
    hourly.wanted_W.push(after.wanted_Wh - before.wanted_Wh);
    hourly.ground_W.push(after.ground_Wh - before.ground_Wh);
    hourly.orbit_W.push(after.orbit_Wh - before.orbit_Wh);
    hourly.unserved_W.push(after.unserved_Wh - before.unserved_Wh);
  }
  const byClass = classes.map((c, i) => closed(c, { tally: tally[i]!, deferred_Wh: left(queue, i) }));
  const { quarter, groundCarbon_g_per_kWh } = pools;
  const groundRun_Wh = byClass.reduce((sum, c, i) => (c.ground_Wh === 0 ? sum : sum + c.ground_Wh / classes[i]!.groundUseful_frac), 0);
  const ground_kWh_per_yr = (groundRun_Wh / 1000 / REPLAY_HOURS) * HOURS_PER_YEAR;
  return { hours: REPLAY_HOURS, quarter, groundPool_W: pools.ground_W, orbitPool_W: pools.orbit_W, groundRun_Wh, groundCarbon_g_per_kWh, groundCarbon_t_per_yr: (ground_kWh_per_yr * groundCarbon_g_per_kWh) / GRAMS_PER_TONNE, byClass, hourly };
};

const arrivals = (classes: readonly ReplayClass[], { hour, from_s, tally }: { readonly hour: number; readonly from_s: number; readonly tally: readonly Tally[] }): readonly Work[] =>
  classes.map((c, of) => {
    const wanted_Wh = c.mean_W * (c.kind === "training" ? 1 : hourlyRate(c.shape, from_s));
    tally[of]!.wanted_Wh += wanted_Wh;
    return { of, due: hour + (c.kind === "training" ? 0 : Math.floor(c.deferral_h)), left_Wh: wanted_Wh };
  });

const inOrder = (queue: readonly Work[], classes: readonly ReplayClass[]): Work[] =>
  queue.toSorted((a, b) => RANK[classes[a.of]!.kind] - RANK[classes[b.of]!.kind] || a.due - b.due || a.of - b.of);

const serveHour = (queue: readonly Work[], { classes, tally, pools }: { readonly classes: readonly ReplayClass[]; readonly tally: readonly Tally[]; readonly pools: Pools }): void => {
  let ground_Wh = pools.ground_W;
  let orbit_Wh = pools.orbit_W;
  let link_B = pools.orbitLink_B_per_s * HOUR_S;
  for (const work of queue) {
    const c = classes[work.of]!;
    const onGround = c.ground ? Math.min(work.left_Wh, ground_Wh * c.groundUseful_frac) : 0;
    const rest = work.left_Wh - onGround;
    const perWh_B = c.data_B_per_J * HOUR_S;
    const throughLink_Wh = perWh_B === 0 ? rest : link_B / perWh_B;
    const inOrbit = c.orbit ? Math.min(rest, orbit_Wh * c.orbitUseful_frac, throughLink_Wh) : 0;
    if (onGround > 0) ground_Wh = Math.max(0, ground_Wh - onGround / c.groundUseful_frac);
    if (inOrbit > 0) orbit_Wh = Math.max(0, orbit_Wh - inOrbit / c.orbitUseful_frac);
    // A link that binds is empty to the byte: what rounding leaves below zero must not reach the next class.
    link_B = Math.max(0, link_B - inOrbit * perWh_B);
    work.left_Wh = rest - inOrbit;
    tally[work.of]!.ground_Wh += onGround;
    tally[work.of]!.orbit_Wh += inOrbit;
  }
};

const expire = (queue: readonly Work[], { hour, tally }: { readonly hour: number; readonly tally: readonly Tally[] }): Work[] => {
  for (const work of queue) if (work.due <= hour) tally[work.of]!.unserved_Wh += work.left_Wh;
  return queue.filter((work) => work.due > hour && work.left_Wh > 0);
};

const total = (tally: readonly Tally[]): Tally =>
  tally.reduce((sum, t) => ({
    wanted_Wh: sum.wanted_Wh + t.wanted_Wh, ground_Wh: sum.ground_Wh + t.ground_Wh,
    orbit_Wh: sum.orbit_Wh + t.orbit_Wh, unserved_Wh: sum.unserved_Wh + t.unserved_Wh,
  }), { wanted_Wh: 0, ground_Wh: 0, orbit_Wh: 0, unserved_Wh: 0 });

const left = (queue: readonly Work[], of: number): number => queue.reduce((sum, work) => (work.of === of ? sum + work.left_Wh : sum), 0);

const closed = (c: ReplayClass, { tally, deferred_Wh }: { readonly tally: Tally; readonly deferred_Wh: number }): Replay["byClass"][number] => {
  const accounted = tally.ground_Wh + tally.orbit_Wh + tally.unserved_Wh + deferred_Wh;
  if (!(Math.abs(accounted - tally.wanted_Wh) <= 1e-9 * tally.wanted_Wh)) throw new Error(`replay of "${c.id}": ${accounted} Wh accounted for of ${tally.wanted_Wh} Wh wanted`);
  return { id: c.id, ...tally, deferred_Wh, moved_B: (tally.ground_Wh + tally.orbit_Wh) * HOUR_S * c.data_B_per_J };
};
