/**
 * The crew of a fleet over threads of this machine. A thread has two tasks at most: the one it flies and the next; the one with fewest gets
 * the next, so that none waits while another has much to do. A thread that throws or ends takes the flight with it: every task under way
 * is rejected with what happened, and no thread stays.
 */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { fleetParts, inPlaceCrew, satellitesOf } from "../fly/index.ts";
import type { FleetCrew, FleetJob, FleetShift, FleetTask } from "../fly/index.ts";
import { arraysOf } from "./fleet-arrays.ts";
import { startThread } from "./start-thread.ts";

/** Flies over `workers` threads, or one a part where the fleet has fewer parts. */
export function threadCrew({ workers }: { readonly workers: number }): FleetCrew {
  if (!(Number.isInteger(workers) && workers > 0)) throw new RangeError(`a crew of ${workers} workers`);
  return { open: (job) => openThreads(job, Math.min(workers, fleetParts(job.planes).length)) };
}

/** Satellite-steps below which another thread costs more than it saves: about 0.3 s of one core, several times a thread's start. */
const STEPS_PER_THREAD = 30_000_000;

/** Flies over as many threads as the machine has cores and the work is worth; small fleets in the calling thread. */
export const machineCrew = (cores: number = availableParallelism()): FleetCrew => ({
  open(job) {
    const worth = Math.floor((satellitesOf(job.planes) * job.span.steps) / STEPS_PER_THREAD);
    const workers = Math.min(cores, worth);
    return workers < 2 ? inPlaceCrew().open(job) : threadCrew({ workers }).open(job);
  },
});

/** One flown, one waiting. */
const TASKS_PER_THREAD = 2;

interface Waiting { readonly resolve: (task: FleetTask) => void; readonly reject: (error: Error) => void }
interface Thread { readonly worker: Worker; readonly waiting: Waiting[] }

function openThreads(job: FleetJob, workers: number): FleetShift {
  let failed: Error | undefined;
  let closing = false;
  const close = async (): Promise<void> => {
    closing = true;
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  };
  const fail = (what: string, cause?: unknown): void => {
    if (closing || failed !== undefined) return;
    failed = new Error(`fleet: ${what}`, { cause });
    for (const { waiting } of threads) for (const { reject } of waiting.splice(0)) reject(failed);
    void close();
  };
  const threads = Array.from({ length: workers }, (): Thread => {
    const worker = startThread({ beside: import.meta.url, name: "fleet-worker", data: { job } });
    const waiting: Waiting[] = [];
    // Tasks come back in the order in which they were posted.
    worker.on("message", (task: FleetTask) => waiting.shift()?.resolve(task));
    worker.on("messageerror", (error) => fail(`a thread's answer cannot be read: ${error.message}`, error));
    worker.on("error", (error) => fail(`a thread failed: ${error instanceof Error ? error.message : String(error)}`, error));
    worker.on("exit", (code) => fail(`a thread ended with code ${code} before the flight did`));
    return { worker, waiting };
  });
  return {
    tasks: TASKS_PER_THREAD * workers,
    fly: (task) =>
      new Promise((resolve, reject) => {
        if (failed !== undefined) return reject(failed);
        const { worker, waiting } = threads.reduce((least, thread) => (thread.waiting.length < least.waiting.length ? thread : least));
        waiting.push({ resolve, reject });
        worker.postMessage(task, arraysOf(task));
      }),
    close,
  };
}
