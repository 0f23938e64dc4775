/**
 * The machine's own queue for the plainest case, with nothing made per job: one pool of equal nodes without limits, jobs of one node, first
 * come, first served. It is the same event heap, the same node set and the same rule (at one time ends, then submissions, then starts);
 * a test holds it against `simulate`, job by job. For hundreds of millions of requests, and as a measure of the core.
 */
import { eventHeap, firstTime, popEvent, pushEvent } from "./event-heap.ts";
import { nodeSet, takeFrom } from "./node-set.ts";

export interface Stream {
  /** Seconds to the next submission. */
  readonly gap_s: () => number;
  /** Seconds that a job takes. */
  readonly run_s: () => number;
  readonly jobs: number;
  readonly nodes: number;
}

export interface Served {
  readonly meanWait_s: number;
  readonly maxWait_s: number;
  /** Part of the jobs that waited at all. */
  readonly waited_frac: number;
  /** When the last job ended; the first gap is counted from 0. */
  readonly end_s: number;
  readonly busy_node_s: number;
}

/** Waiting jobs, first in, first out, in a ring that grows. */
interface Ring {
  submit_s: Float64Array;
  head: number;
  count: number;
}

const join = (ring: Ring, submit_s: number): void => {
  const size = ring.submit_s.length;
  if (ring.count === size) {
    const wider = new Float64Array(2 * size);
    for (let i = 0; i < size; i++) wider[i] = ring.submit_s[(ring.head + i) & (size - 1)]!;
    ring.submit_s = wider;
    ring.head = 0;
  }
  ring.submit_s[(ring.head + ring.count++) & (ring.submit_s.length - 1)] = submit_s;
};

/** Serves a stream. `wait_s`, where given, takes the wait of each job in order of submission. */
export const serveStream = ({ gap_s, run_s, jobs, nodes }: Stream, wait_s: Float64Array | null): Served => {
  const set = nodeSet(nodes, 1);
  const idle = set.levels[1]!;
  const ends = eventHeap(nodes + 1);
  const ring: Ring = { submit_s: new Float64Array(1024), head: 0, count: 0 };
  const served = { waits: 0, most: 0, waited: 0, busy: 0, end: 0, started: 0 };
  let submit_s = jobs > 0 ? gap_s() : Infinity;
  let submitted = 0;
  while (submitted < jobs || ends.size > 0) {
    const now = Math.min(submit_s, firstTime(ends));
    while (firstTime(ends) <= now) {
      takeFrom(set, popEvent(ends), -1);
      served.end = now;
    }
    while (submit_s <= now) {
      join(ring, submit_s);
      submit_s = ++submitted < jobs ? submit_s + gap_s() : Infinity;
    }
    for (; ring.count > 0 && idle.length > 0; ring.count--) {
      const waited_s = now - ring.submit_s[ring.head]!;
      ring.head = (ring.head + 1) & (ring.submit_s.length - 1);
      const length_s = run_s();
      const node = idle[idle.length - 1]!;
      takeFrom(set, node, 1);
      pushEvent(ends, now + length_s, served.started, node);
      if (wait_s !== null) wait_s[served.started] = waited_s;
      served.started++;
      served.waits += waited_s;
      served.busy += length_s;
      if (waited_s > 0) served.waited++;
      if (waited_s > served.most) served.most = waited_s;
    }
  }
  return { meanWait_s: served.waits / jobs, maxWait_s: served.most, waited_frac: served.waited / jobs, end_s: served.end, busy_node_s: served.busy };
};
