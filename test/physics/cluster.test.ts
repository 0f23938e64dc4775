import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clusterSlots,
  hillState,
  j2Ellipse,
  meanMotion_rad_per_s,
  neighbourDistances,
  slotState,
  spacingForKeepOut_m,
  sunSynchronousInclination_deg,
} from "../../src/physics/index.ts";
import type { ClusterPlan } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

const SUNCATCHER = "Agüera y Arcas et al., arXiv 2511.19468v2: 81 satellites, R = 1 km, neighbours 100-200 m apart";
const N = meanMotion_rad_per_s(650);
const plan: ClusterPlan = { lattice: "square", spacing_m: 100, radius_m: 1000, axisRatio: 2 };

describe("Suncatcher's cluster", () => {
  const slots = clusterSlots(plan);

  test("81 satellites", () => {
    measure("cluster", {
      case: "satellites of a square lattice, 100 m, within 1 km",
      got: slots.length,
      expected: 81,
      abs: 0,
      unit: "",
      source: SUNCATCHER,
    });
  });

  test("neighbours swing between 100 and 200 m", () => {
    const { least_m, most_m } = neighbourDistances(slots, 2);
    measure("cluster", { case: "least distance of neighbours", got: least_m, expected: 100, rel: 1e-12, unit: "m", source: SUNCATCHER });
    measure("cluster", {
      case: "largest distance of nearest neighbours",
      got: most_m,
      expected: 200,
      rel: 1e-12,
      unit: "m",
      source: SUNCATCHER,
    });
  });

  test("the same by Hill's closed form, all pairs, a degree at a time", () => {
    const start = slots.map((slot) => slotState(slot, { angle_rad: 0, meanMotion_rad_per_s: N, axisRatio: 2 }));
    let least = Infinity;
    let farthest = 0;
    for (let degree = 0; degree < 360; degree += 3) {
      const now = start.map((one) => hillState(one, { meanMotion_rad_per_s: N, time_s: (degree * Math.PI) / 180 / N }).position_m);
      now.forEach(([x, y], i) => {
        farthest = Math.max(farthest, Math.hypot(x, y));
        for (const [u, v] of now.slice(i + 1)) least = Math.min(least, Math.hypot(x - u, y - v));
      });
    }
    measure("cluster", {
      case: "least distance of all pairs over an orbit",
      got: least,
      expected: 100,
      abs: 1e-6,
      unit: "m",
      source: "Hill's closed form",
    });
    measure("cluster", {
      case: "farthest from the centre over an orbit",
      got: farthest,
      expected: 1000,
      abs: 1e-6,
      unit: "m",
      source: SUNCATCHER,
    });
  });

  test("J2 narrows the ellipse by 0.6 m in a kilometre", () => {
    const { axisRatio } = j2Ellipse({ altitude_km: 650, inclination_deg: sunSynchronousInclination_deg(650) });
    expect(neighbourDistances(slots, axisRatio).most_m).toBeCloseTo(199.87, 2);
  });
});

test("counts: centred hexagons, and area over cell area for many", () => {
  const hexagonal = { ...plan, lattice: "hexagonal" as const };
  for (const [rings, count] of [
    [1, 7],
    [1.999, 13],
    [2, 19],
  ] as const)
    expect(clusterSlots({ ...hexagonal, radius_m: 200 * rings }).length).toBe(count);
  const wide = { spacing_m: 10, radius_m: 2000, axisRatio: 2 };
  expect(clusterSlots({ ...wide, lattice: "square" }).length / (Math.PI * 1e4)).toBeCloseTo(1, 2);
  expect(clusterSlots({ ...wide, lattice: "hexagonal" }).length / ((Math.PI * 1e4) / Math.sqrt(0.75))).toBeCloseTo(1, 2);
});

test("a slot moves as Hill's equations move it", () => {
  const metres = fc.double({ min: -500, max: 500, noNaN: true });
  fc.assert(
    fc.property(metres, metres, fc.double({ min: 0, max: 20, noNaN: true }), (p_m, q_m, angle_rad) => {
      const turn = { meanMotion_rad_per_s: N, axisRatio: 2 };
      const byLattice = slotState({ p_m, q_m }, { ...turn, angle_rad });
      const byHill = hillState(slotState({ p_m, q_m }, { ...turn, angle_rad: 0 }), { meanMotion_rad_per_s: N, time_s: angle_rad / N });
      byHill.position_m.forEach((value, i) => expect(byLattice.position_m[i]!).toBeCloseTo(value, 7));
      byHill.velocity_m_per_s.forEach((value, i) => expect(byLattice.velocity_m_per_s[i]!).toBeCloseTo(value, 10));
    }),
  );
});

test("keep-out and refusals", () => {
  expect(spacingForKeepOut_m({ keepOut_m: 80, positionError_m: 10 })).toBe(100);
  expect(() => clusterSlots({ ...plan, spacing_m: 0 })).toThrow(/spacing_m is 0/);
  expect(() => clusterSlots({ ...plan, radius_m: Number.NaN })).toThrow(/radius_m is NaN/);
  expect(() => neighbourDistances(clusterSlots({ ...plan, radius_m: 150 }), 2)).toThrow(/cluster of 1/);
});
