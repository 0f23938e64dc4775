import type { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fleetParts, flyFleet } from "../../src/fly/index.ts";
import type { FleetJob, FleetTask } from "../../src/fly/index.ts";
import { machineCrew, threadCrew } from "../../src/io/index.ts";
import { design, flown, PLANES_OF_UNLIKE_SIZE, sameFor, sameForAnyFleet, walker } from "./same-flight.ts";

/** Every thread that a test started. */
const started: Worker[] = vi.hoisted(() => []);
vi.mock("node:worker_threads", async (original) => {
  const threads = await original<typeof import("node:worker_threads")>();
  return {
    ...threads,
    Worker: class extends threads.Worker {
      constructor(...given: ConstructorParameters<typeof threads.Worker>) {
        super(...given);
        started.push(this);
      }
    },
  };
});

/** A thread that has ended has no number any more. */
afterEach(() => {
  const alive = started.splice(0).filter(({ threadId }) => threadId !== -1);
  if (alive.length > 0) throw new Error(`${alive.length} threads stayed`);
});

/** Each thread compiles the sources anew, more than a second of CPU: few of them here, five and more fleets in test/full/thread-crew.test.ts. */
const PATIENCE_MS = 180_000;

describe("a fleet over threads", () => {
  test("record and series are those flown in place, to the byte, for 1 and 3 threads", async () => {
    await sameFor(design(walker(48, 96), { days: 2.3 }), [threadCrew({ workers: 1 }), threadCrew({ workers: 3 })]);
  }, PATIENCE_MS);

  test("planes of unlike size, longer than a part and shorter, too", async () => {
    expect(fleetParts(PLANES_OF_UNLIKE_SIZE).length).toBeGreaterThan(5);
    await sameFor(design(PLANES_OF_UNLIKE_SIZE, { days: 1.4, rack: { eclipse: "ride-through", capacity_J: 90e6 } }), [threadCrew({ workers: 2 })]);
  }, PATIENCE_MS);

  test("any fleet", () => sameForAnyFleet(1), PATIENCE_MS);

  test("a fleet of two planes keeps ten threads busy", () => {
    expect(fleetParts(walker(2, 5000))).toHaveLength(10);
  });

  test("small fleets stay in the calling thread, large ones take a thread for each share of the work", async () => {
    await flown(design(walker(2, 10)), { crew: machineCrew(8) });
    expect(started).toHaveLength(0);
    const job = { ...anyJob(), planes: walker(100, 500), span: { ...anyJob().span, steps: 2000 } };
    const shift = machineCrew(8).open(job);
    expect(started).toHaveLength(3);
    await shift.close();
  });

  test("no crew of none", () => {
    expect(() => threadCrew({ workers: 0 })).toThrow(/0 workers/);
    expect(() => threadCrew({ workers: 1.5 })).toThrow(/1.5 workers/);
  });
});

/** A job that can be opened; only its parts and its span are read before a task comes. */
const anyJob = (): FleetJob => ({
  planes: walker(3, 1000), rules: { values: new Float64Array(32), substeps: 1 }, array_W: 1, span: { start_utc_s: 0, start_jd: 2_461_406.5, step_s: 60, steps: 100, days: 1 },
});
const anyTask = (part: number): FleetTask => {
  const column = () => new Float64Array(1440);
  return {
    part, firstStep: 0, state: { stored_J: column(), temperature_K: column(), tallies: [] },
    rows: { lit: column(), load_W: column(), stored_J: column(), temperature_K: column(), lowest_J: column(), hottest_K: column() },
  };
};

describe("a flight that cannot go on", () => {
  test("a thread that throws fails every task under way, and no thread stays", async () => {
    const shift = threadCrew({ workers: 3 }).open(anyJob());
    // Part 7 of three: there is nothing to fly.
    const tasks = [anyTask(7), anyTask(7)].map((task) => shift.fly(task));
    for (const { status, reason } of (await Promise.allSettled(tasks)) as PromiseRejectedResult[]) {
      expect(status).toBe("rejected");
      expect(String(reason)).toMatch(/fleet: a thread failed: .*/);
    }
    await expect(shift.fly(anyTask(0))).rejects.toThrow(/a thread failed/);
    await shift.close();
  });

  test("a thread that ends fails the flight", async () => {
    let blocks = 0;
    const sink = { write: () => { if (++blocks === 2) void started[1]!.terminate(); } };
    await expect(flyFleet(design(walker(12, 500), { days: 400 }), { crew: threadCrew({ workers: 2 }), sink })).rejects.toThrow(/fleet: a thread ended with code 1 before the flight did/);
  });

  test("an abort ends the flight with its reason, over threads and in place", async () => {
    for (const crew of [threadCrew({ workers: 2 }), undefined]) {
      const controller = new AbortController();
      let blocks = 0;
      const sink = { write: () => { if (++blocks === 2) controller.abort(new Error("enough")); } };
      await expect(flyFleet(design(walker(12, 200), { days: 400 }), { ...(crew ? { crew } : {}), sink, signal: controller.signal })).rejects.toThrow("enough");
      expect(blocks).toBe(2);
    }
    const before = AbortSignal.abort(new Error("never begun"));
    await expect(flyFleet(design(walker(1, 1)), { crew: threadCrew({ workers: 2 }), signal: before })).rejects.toThrow("never begun");
  });
});
