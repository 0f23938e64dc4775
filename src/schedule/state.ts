/** What the scheduler knows: jobs, queue, pools, timers. `step` alone changes it; a state handed to `step` is used up. */
import { eventHeap, type EventHeap } from "./event-heap.ts";
import type { Job } from "./job.ts";
import { emptyQueue, type LinkQueue, type Transfer } from "./link-queue.ts";
import { nodeSet, type NodeSet } from "./node-set.ts";
import { checkPolicy, type Policy } from "./policy.ts";
import type { Coming } from "./coming-record.ts";
import type { Pressing } from "./pressing-record.ts";
import type { Ready, Supply } from "./supply.ts";

export type JobState = "submitted" | "admitted" | "staged" | "bound" | "running" | "checkpointed" | "preempted" | "requeued" | "done" | "failed" | "expired";

/** Nodes of one pool that a job holds. */
export interface Held {
  readonly pool: number;
  readonly nodes: readonly number[];
}

/** A job and how it stands. */
export interface Entry {
  readonly job: Job;
  readonly index: number;
  state: JobState;
  /** Domain where its data is, or goes; -1 while any will do. */
  home: number;
  /** When its data is in place. */
  ready_s: number;
  /** Domains where it may run. */
  domains: readonly number[];
  /** Not started before, for price; 0 where it is not held. */
  hold_s: number;
  /** The domain that was cheapest when it was last asked, and until when that stands; -1 where none was. */
  place: number;
  placeUntil_s: number;
  /** Decisions since it last ran in which a booked start did not hold; only the placement "planned" counts them. */
  slips: number;
  /** Work that a checkpoint holds. */
  work_s: number;
  held: readonly Held[];
  start_s: number;
  /** When it is expected to leave its nodes. */
  planned_s: number;
  /** When the supply under it ends. */
  until_s: number;
  power_W: number;
  speed: number;
  /** Number of this run; timers of earlier runs are void. */
  run: number;
  /** Why it was told to stop, and when; null while it was not. */
  cause: string | null;
  told_s: number;
  /** Fair share is charged up to here. */
  charged_s: number;
  /** Jobs before it that are not done. */
  waitsFor: number;
  firstStart_s: number | null;
  end_s: number | null;
  /** When the output is down, by what is known of the link; null before it is done, Infinity where the link never carries it. */
  delivered_s: number | null;
  /** Its bytes on links; null while there are none. */
  input: Transfer | null;
  output: Transfer | null;
  energy_J: number;
  carbon_g: number;
  /** Of accelerators and energy; that of its data follows from what links have sent (`dataPrice`). */
  price_usd: number;
  node_s: number;
  readonly requeues: Record<string, number>;
}

export interface Energy {
  /** Taken by jobs: of light or grid, and of stores. */
  load_J: number;
  direct_J: number;
  discharged_J: number;
  /** Put into stores, and what of it is lost. */
  charged_J: number;
  lost_J: number;
}

export interface PoolState {
  readonly ready: Ready;
  readonly index: number;
  readonly domain: number;
  readonly set: NodeSet;
  readonly used_W: Float64Array;
  /** Supply of a node's jobs ends; read only while it has some. */
  readonly nodeUntil_s: Float64Array;
  /** Latest planned end of a node's jobs. */
  readonly nodePlanned_s: Float64Array;
  /** Stores, at `since_s`; empty without. */
  readonly charge_J: Float64Array;
  readonly since_s: Float64Array;
  allUsed_W: number;
  /** Entries that hold nodes here, by planned end. */
  readonly running: Entry[];
  readonly into: LinkQueue;
  readonly out: LinkQueue;
  readonly energy: Energy;
}

/** A job that takes the first place that comes. */
export interface Eager {
  /** Where that costs no more. */
  readonly most_usd: number;
  /** Where it is reckoned with; -1 where no slot was free. */
  readonly domain: number;
  readonly start_s: number;
  readonly end_s: number;
}

export interface State {
  readonly supply: Supply;
  readonly policy: Policy;
  now_s: number;
  seq: number;
  readonly entries: Entry[];
  readonly byId: Map<string, Entry>;
  /** Jobs that wait for each id. */
  readonly waiting: Map<string, Entry[]>;
  /** Jobs whose input comes within a minute, and for which nodes are kept. */
  readonly kept: Entry[];
  /** Jobs that may start, in the policy's order. */
  readonly queue: Entry[];
  readonly pools: readonly PoolState[];
  readonly timers: EventHeap;
  timerSeq: number;
  /** Kinds and runs of the timers, by their data. */
  readonly timerOf: TimerTable;
  /** Used by each tenant and above, accelerator-seconds with decay, at `usedAt_s`. */
  readonly used: Map<string, number>;
  usedAt_s: number;
  /** Something has changed since the last decision. */
  changed: boolean;
  /** A window opens or a price falls: decide again then. */
  look_s: number;
  /** When all that waits was last booked; only the placement "planned" moves it. */
  booked_s: number;
  /** Most jobs of the queue that a decision did not look at, since the policy looks at no more; for notes: nothing hangs on it. */
  unseenMost: number;
  /** What came and could not wait, by where it may run; only the placement "planned" counts it. */
  readonly pressing: Map<string, Pressing>;
  /** What came that may be late or lost, by where it may run and whether it can wait. */
  readonly coming: Map<string, Coming>;
  /** Whether there is too little room for what is dated to wait, and when that was last asked. */
  crowded: boolean;
  /** While there is: what takes the first place that comes, by index, until all is booked anew. */
  readonly eager: Map<number, Eager>;
  crowdedAt_s: number;
}

export type TimerKind = "arrive" | "begin" | "notice" | "stop" | "expire" | "overrun";

export interface Timer {
  readonly kind: TimerKind;
  readonly entry: number;
  readonly run: number;
}

export interface TimerTable {
  readonly slots: (Timer | undefined)[];
  readonly free: number[];
}

const poolState = (ready: Ready, index: number, domain: number): PoolState => {
  const { nodes, acceleratorsPerNode, battery, from_s } = ready.pool;
  const stores = battery === null ? 0 : nodes;
  return {
    ready, index, domain,
    set: nodeSet(nodes, acceleratorsPerNode),
    used_W: new Float64Array(nodes),
    nodeUntil_s: new Float64Array(nodes).fill(Infinity),
    nodePlanned_s: new Float64Array(nodes).fill(-Infinity),
    charge_J: new Float64Array(stores).fill(battery?.initial_J ?? 0),
    since_s: new Float64Array(stores).fill(from_s),
    allUsed_W: 0,
    running: [],
    into: emptyQueue(),
    out: emptyQueue(),
    energy: { load_J: 0, direct_J: 0, discharged_J: 0, charged_J: 0, lost_J: 0 },
  };
};

/** A scheduler with nothing to do yet. Throws RangeError for a policy that contradicts itself. */
export const emptyState = (supply: Supply, policy: Policy): State => {
  checkPolicy(policy);
  return freshState(supply, policy);
};

const freshState = (supply: Supply, policy: Policy): State => ({
  supply, policy,
  now_s: -Infinity,
  seq: 0,
  entries: [],
  byId: new Map(),
  waiting: new Map(),
  kept: [],
  queue: [],
  pools: supply.pools.map((ready, i) => poolState(ready, i, supply.domains.findIndex(({ pools }) => pools.includes(i)))),
  timers: eventHeap(),
  timerSeq: 0,
  timerOf: { slots: [], free: [] },
  used: new Map(),
  usedAt_s: 0,
  changed: false,
  look_s: Infinity,
  booked_s: -Infinity,
  unseenMost: 0,
  pressing: new Map(),
  coming: new Map(),
  crowded: false,
  eager: new Map(),
  crowdedAt_s: -Infinity,
});

export const newEntry = (job: Job, index: number): Entry => ({
  job, index,
  state: "submitted",
  home: -1,
  ready_s: 0,
  domains: [],
  hold_s: 0,
  place: -1,
  placeUntil_s: 0,
  slips: 0,
  work_s: 0,
  held: [],
  start_s: 0,
  planned_s: 0,
  until_s: 0,
  power_W: 0,
  speed: 1,
  run: 0,
  cause: null,
  told_s: 0,
  charged_s: 0,
  waitsFor: 0,
  firstStart_s: null,
  end_s: null,
  delivered_s: null,
  input: null,
  output: null,
  energy_J: 0,
  carbon_g: 0,
  price_usd: 0,
  node_s: 0,
  requeues: {},
});

/** Whether it holds nodes. */
export const onNodes = ({ state }: Entry): boolean => state === "running" || state === "preempted";

/** Whether nothing more will happen to it. */
export const isOver = ({ state }: Entry): boolean => state === "done" || state === "failed" || state === "expired";
