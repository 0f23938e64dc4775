import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { fleetParts, fleetPlanes, flyFleet, inPlaceCrew } from "../../src/fly/index.ts";
import type { FleetCrew, FleetDesign, FleetTask } from "../../src/fly/index.ts";
import { walkerDelta } from "../../src/physics/index.ts";
import { parseUtc } from "../../src/units/index.ts";
import { sizingOf } from "./fixture.ts";

const fleet = (planes: number, satellitesPerPlane: number, days = 0.1): FleetDesign => ({
  planes: fleetPlanes(walkerDelta({ altitude_km: 550, inclination_deg: 53, planes, satellites: planes * satellitesPerPlane, phasing: 0, raan_deg: 20 })),
  sized: sizingOf().platform!, age_yr: 2.5, simulate: { start_utc_s: parseUtc("2027-01-01")!, days, step_s: 60 },
});

interface Watched { open: number; most: number; closed: number }

/** Flies a copy of each task, as another thread would, and answers in an order of its own; counts what is under way. */
function waywardCrew(tasks: number, delays: readonly number[], watched: Watched): FleetCrew {
  return {
    open(job) {
      const shift = inPlaceCrew().open(structuredClone(job));
      let handed = 0;
      return {
        tasks,
        async fly(task) {
          watched.most = Math.max(watched.most, ++watched.open);
          const copy = structuredClone(task);
          // What has been handed out is no longer the fleet's: it must not read it.
          for (const column of [task.state.stored_J, task.state.temperature_K, ...Object.values(task.rows)]) column.fill(Number.NaN);
          for (let turns = delays[handed++ % delays.length]!; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
          const flown = await shift.fly(copy);
          watched.open--;
          return flown;
        },
        async close() {
          watched.closed++;
          await shift.close();
        },
      };
    },
  };
}

describe("a crew", () => {
  test("may answer in any order, from anywhere: the record is the same, and few parts are under way", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ planes: fc.integer({ min: 1, max: 9 }), each: fc.constantFrom(7, 300, 600, 1500), tasks: fc.integer({ min: 1, max: 6 }), delays: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 7 }) }),
        async ({ planes, each, tasks, delays }) => {
          const design = fleet(planes, each, 0.01);
          const longer = { ...design, simulate: { ...design.simulate, days: 2.1, step_s: 120 } };
          const few = planes * each < 2000 ? longer : design;
          const watched: Watched = { open: 0, most: 0, closed: 0 };
          const flown = await flyFleet(few, { crew: waywardCrew(tasks, delays, watched) });
          expect(JSON.stringify(flown)).toBe(JSON.stringify(await flyFleet(few)));
          expect(watched).toMatchObject({ open: 0, closed: 1 });
          expect(watched.most).toBeLessThanOrEqual(Math.ceil(1.5 * tasks));
        },
      ),
      { numRuns: 25 },
    );
  });

  test("that fails ends the flight with its error, and is closed", async () => {
    let closed = 0;
    const crew: FleetCrew = {
      open: () => ({ tasks: 4, fly: ({ part }: FleetTask) => (part < 2 ? new Promise(() => {}) : Promise.reject(new Error(`part ${part}`))), close: () => Promise.resolve(void closed++) }),
    };
    const first: FleetCrew = { open: (job) => ({ ...crew.open(job), fly: () => Promise.reject(new Error("lost")) }) };
    await expect(flyFleet(fleet(6, 1000), { crew: first })).rejects.toThrow("lost");
    expect(closed).toBe(1);
  });
});

describe("the parts of a fleet", () => {
  test("hold every satellite once, at most 1,024 of them, and are cut by the fleet alone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5000 }), (planes, each) => {
        const { planes: some } = fleet(planes, each);
        const parts = fleetParts(some);
        const counts = some.map(() => 0);
        for (const part of parts) {
          const size = part.reduce((sum, { phases }) => sum + phases.cos.length, 0);
          expect(size).toBeLessThanOrEqual(1024);
          for (const { plane, phases } of part) counts[plane]! += phases.cos.length;
        }
        expect(counts).toEqual(some.map(() => each));
        // Neighbours that would fit into one part stand in one.
        const sizes = parts.map((part) => part.reduce((sum, { phases }) => sum + phases.cos.length, 0));
        for (let i = 1; i < parts.length; i++) expect(sizes[i - 1]! + parts[i]![0]!.phases.cos.length).toBeGreaterThan(1024);
      }),
      { numRuns: 60 },
    );
  });
});

test("without WebAssembly SIMD the plain kernel flies the same, and the notes say so", async () => {
  const fast = await flyFleet(fleet(3, 20));
  vi.stubGlobal("WebAssembly", undefined);
  vi.resetModules();
  try {
    const bare = await import("../../src/fly/index.ts");
    const { notes, ...rest } = await bare.flyFleet(fleet(3, 20));
    expect(notes.join()).toContain("WebAssembly SIMD is missing");
    expect({ ...rest, notes: [] }).toEqual(fast);
  } finally {
    vi.unstubAllGlobals();
  }
});
