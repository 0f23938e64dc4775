/**
 * The scheduler driven by a simulated clock: jobs come when they come, take what they really take, nodes fail when told. The simulation adds
 * no decision of its own; a live service hands the same machine the same events.
 */
import { eventHeap, firstTime, popEvent, pushEvent } from "./event-heap.ts";
import type { Job } from "./job.ts";
import { step, type ScheduleEvent, type Step } from "./machine.ts";
import type { Policy } from "./policy.ts";
import { clockFor } from "./progress.ts";
import { emptyState, type State } from "./state.ts";
import type { Supply } from "./supply.ts";

/** Jobs with what they really take. */
export interface Workload {
  readonly jobs: readonly Job[];
  /** Work of each job on its whole gang at full power; the scheduler is told `estimate_s` only. */
  readonly run_s: ArrayLike<number>;
}

/** A node that is away for a while. */
export interface Outage {
  readonly pool: string;
  readonly node: number;
  readonly down_s: number;
  readonly up_s: number;
  readonly cause: string;
}

export interface Simulation {
  readonly workload: Workload;
  readonly supply: Supply;
  readonly policy: Policy;
  readonly outages: readonly Outage[];
  /** Where to stop looking; jobs that have not ended by then stay as they are. Infinity for none. */
  readonly end_s: number;
  /** Sees each event with what came of it: a journal, a count, nothing. */
  readonly watch: (event: ScheduleEvent, step: Step) => void;
}

/** At one time: ends, news of nodes, submissions. */
const RANK = { ended: 0, node: 2 ** 40, submit: 2 ** 41 } as const;

interface Coming {
  readonly heap: ReturnType<typeof eventHeap>;
  readonly events: (ScheduleEvent | undefined)[];
  readonly free: number[];
  seq: number;
}

const schedule = (coming: Coming, event: ScheduleEvent, rank: number): void => {
  const slot = coming.free.pop() ?? coming.events.length;
  coming.events[slot] = event;
  pushEvent(coming.heap, event.t_s, rank + coming.seq++, slot);
};

const next = (coming: Coming): ScheduleEvent => {
  const slot = popEvent(coming.heap);
  const event = coming.events[slot]!;
  coming.events[slot] = undefined;
  coming.free.push(slot);
  return event;
};

const expected = ({ outages, end_s }: Simulation): Coming => {
  const coming: Coming = { heap: eventHeap(1024), events: [], free: [], seq: 0 };
  for (const { pool, node, down_s, up_s, cause } of outages) {
    if (!(up_s > down_s)) throw new RangeError(`outage of ${pool} node ${node}: it ends at ${up_s} s, not after ${down_s} s`);
    if (down_s > end_s) continue;
    schedule(coming, { kind: "down", t_s: down_s, pool, node, cause }, RANK.node);
    schedule(coming, { kind: "up", t_s: up_s, pool, node }, RANK.node);
  }
  return coming;
};

/** Order in which jobs are handed in: by submission, as they stand at one time. Throws RangeError where jobs and their work do not match. */
const bySubmission = ({ jobs, run_s }: Workload): Int32Array => {
  if (run_s.length !== jobs.length) throw new RangeError(`${jobs.length} jobs and ${run_s.length} run times`);
  for (let i = 0; i < jobs.length; i++) if (!(run_s[i]! >= 0) || run_s[i] === Infinity) throw new RangeError(`job ${jobs[i]!.id}: run_s is ${run_s[i]}`);
  return Int32Array.from(jobs, (_, i) => i).sort((a, b) => jobs[a]!.submit_s - jobs[b]!.submit_s || a - b);
};

/** Runs a workload to its end, or to `end_s`, and answers the last state. */
export const simulate = (simulation: Simulation): State => {
  const { workload, supply, policy, end_s, watch } = simulation;
  const order = bySubmission(workload);
  const work_s = new Map(workload.jobs.map(({ id }, i): [string, number] => [id, workload.run_s[i]!]));
  const coming = expected(simulation);
  let state = emptyState(supply, policy);
  let wake_s = Infinity;
  let submitted = 0;
  const tell = (event: ScheduleEvent): void => {
    const done = step(state, event);
    state = done.state;
    wake_s = done.wake_s;
    for (const action of done.actions) {
      if (action.kind !== "start") continue;
      const { job } = state.byId.get(action.job)!;
      const clock_s = clockFor(job, work_s.get(job.id)!, { speed: action.speed, from_s: action.work_s });
      schedule(coming, { kind: "ended", t_s: event.t_s + clock_s, job: job.id, run: action.run }, RANK.ended);
    }
    watch(event, done);
  };
  for (;;) {
    const submit_s = submitted < order.length ? workload.jobs[order[submitted]!]!.submit_s : Infinity;
    const now = Math.min(firstTime(coming.heap), submit_s, wake_s);
    if (now === Infinity || now > end_s) return state;
    // What ends at once has ended before anything else is decided; a submission stands behind ends and news of nodes.
    while (firstTime(coming.heap) <= now) tell(next(coming));
    while (submitted < order.length && workload.jobs[order[submitted]!]!.submit_s <= now) {
      const job = workload.jobs[order[submitted++]!]!;
      tell({ kind: "submit", t_s: now, job });
    }
    tell({ kind: "decide", t_s: now });
  }
};
