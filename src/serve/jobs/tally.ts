/** What each class did on each tier, summed as the schedule goes: work kept, energy, money; what links have sent of its bytes is added when the days are over (`bookData`). It reads what the scheduler tells and changes nothing. */
import { integral, sentBy, type Entry, type PoolState, type Ready, type ScheduleEvent, type State, type Step, type Transition } from "../../schedule/index.ts";
import { HOUR_S } from "../../units/index.ts";
import type { ServiceTier } from "../service.ts";

const J_PER_KWH = 1000 * HOUR_S;
const GRAMS_PER_KG = 1000;

export interface TierTally {
  /** Node-seconds of work kept, and at work. */
  kept_node_s: number;
  run_node_s: number;
  run_J: number;
  energy_usd: number;
  rent_usd: number;
  data_usd: number;
  carbon_kg: number;
  /** Sent by links; waiting in their queues; of that, what they never send. */
  moved_B: number;
  queued_B: number;
  never_B: number;
}

export interface ClassTally {
  readonly ground: TierTally;
  readonly orbit: TierTally;
  readonly requeues: Record<string, number>;
  /** Jobs that failed, by reason. */
  readonly failures: Record<string, number>;
}

const nothing = (): TierTally => ({ kept_node_s: 0, run_node_s: 0, run_J: 0, energy_usd: 0, rent_usd: 0, data_usd: 0, carbon_kg: 0, moved_B: 0, queued_B: 0, never_B: 0 });

/** A run that is on. */
export interface Open {
  readonly tier: ServiceTier;
  /** Pools that hold it, with their nodes. */
  readonly parts: readonly { readonly ready: Ready; readonly nodes: number }[];
  readonly start_s: number;
  readonly from_s: number;
  readonly power_W: number;
}

/** What is kept of single jobs, to be taken back where they are given up. */
interface JobKept {
  ground: number;
  orbit: number;
}

export interface Tally {
  readonly see: (event: ScheduleEvent, step: Step) => void;
  readonly classes: ReadonlyMap<string, ClassTally>;
  readonly kept: ReadonlyMap<string, Readonly<JobKept>>;
  readonly open: ReadonlyMap<string, Open>;
  readonly counts: { events: number; transitions: number };
}

/** Keeps books of jobs that really take `run_s`. */
export const tally = (run_s: ReadonlyMap<string, number>): Tally => {
  const classes = new Map<string, ClassTally>();
  const kept = new Map<string, JobKept>();
  const open = new Map<string, Open>();
  const counts = { events: 0, transitions: 0 };
  const see = (_event: ScheduleEvent, { state, records }: Step): void => {
    counts.events++;
    counts.transitions += records.length;
    for (const record of records) seeRecord({ classes, kept, open, run_s }, state, record);
  };
  return { see, classes, kept, open, counts };
};

export const classOf = (classes: Map<string, ClassTally>, id: string): ClassTally => {
  const known = classes.get(id);
  if (known !== undefined) return known;
  const fresh: ClassTally = { ground: nothing(), orbit: nothing(), requeues: {}, failures: {} };
  classes.set(id, fresh);
  return fresh;
};

interface Books {
  readonly classes: Map<string, ClassTally>;
  readonly kept: Map<string, JobKept>;
  readonly open: Map<string, Open>;
  readonly run_s: ReadonlyMap<string, number>;
}

const seeRecord = ({ classes, kept, open, run_s }: Books, state: State, { to, t_s, job: id, reason, detail }: Transition): void => {
  const entry = state.byId.get(id)!;
  if (to === "running") {
    const parts = entry.held.map(({ pool, nodes }) => ({ ready: state.pools[pool]!.ready, nodes: nodes.length }));
    if (parts.length === 0) throw new Error(`serve: ${id} runs and holds nothing`);
    open.set(id, { tier: parts[0]!.ready.pool.tier, parts, start_s: t_s, from_s: detail!["work_s"]!, power_W: entry.power_W });
    return;
  }
  if (to !== "done" && to !== "requeued" && to !== "failed") return;
  const run = open.get(id);
  if (to === "requeued") {
    const { requeues } = classOf(classes, entry.job.class);
    requeues[reason] = (requeues[reason] ?? 0) + 1;
  }
  if (to === "failed") {
    const { failures } = classOf(classes, entry.job.class);
    failures[reason] = (failures[reason] ?? 0) + 1;
  }
  if (run === undefined) return;
  open.delete(id);
  const { nodes } = entry.job;
  // The scheduler knows of a job what it was told: when it is done, what it took stands.
  const work_s = to === "failed" ? run.from_s : to === "done" ? run_s.get(id)! : entry.work_s;
  const own = kept.get(id) ?? { ground: 0, orbit: 0 };
  own[run.tier] += nodes * (work_s - run.from_s);
  kept.set(id, own);
  bookRun(classOf(classes, entry.job.class)[run.tier], run, t_s);
};

/** Energy, rent and carbon of a run up to a time, as the pool's prices are. */
export const bookRun = (sum: TierTally, { parts, start_s, power_W }: Open, to_s: number): void => {
  for (const { ready, nodes } of parts) {
    const kWh_per_s = (nodes * power_W) / J_PER_KWH;
    sum.run_node_s += nodes * (to_s - start_s);
    sum.run_J += nodes * power_W * (to_s - start_s);
    sum.energy_usd += kWh_per_s * integral(ready.energy_usd_per_kWh, start_s, to_s);
    sum.rent_usd += (nodes / HOUR_S) * integral(ready.accelerator_usd_per_h, start_s, to_s);
    sum.carbon_kg += (kWh_per_s * integral(ready.carbon_g_per_kWh, start_s, to_s)) / GRAMS_PER_KG;
  }
};

/** Bytes of a job on links: what they have sent of it by a time is moved and paid, the rest waits. */
export const bookData = (sums: ClassTally, pools: readonly PoolState[], { input, output }: Pick<Entry, "input" | "output">, to_s: number): void => {
  for (const [way, transfer] of [["into", input], ["out", output]] as const) {
    if (transfer === null) continue;
    const pool = pools[transfer.pool]!;
    const { tier, price } = pool.ready.pool;
    const sent_B = sentBy(pool, way, transfer, to_s);
    sums[tier].moved_B += sent_B;
    sums[tier].data_usd += sent_B * (way === "into" ? price.in_usd_per_B : price.out_usd_per_B);
    sums[tier].queued_B += transfer.bytes - sent_B;
    sums[tier].never_B += transfer.bytes - sentBy(pool, way, transfer, Infinity);
  }
};
