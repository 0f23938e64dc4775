import { describe, expect, test } from "vitest";
import { size, type FormationSizing, type Sizing } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const SUNCATCHER = "Agüera y Arcas et al., arXiv 2511.19468v2: 81 satellites, R = 1 km, neighbours 100-200 m apart";
const CLUSTER = ["orbit.formation.radius=1 km", "orbit.formation.spacing=100 m"];
const sized = (...set: readonly string[]): Sizing => size(scenarioOf(RACK, ...CLUSTER, ...set));
const formationOf = (...set: readonly string[]): FormationSizing => {
  const formation = sized(...set).platform?.formation;
  if (!formation) throw new Error("no formation");
  return formation;
};

describe("a close cluster", () => {
  test("Suncatcher's: 81 within a kilometre, 100 to 200 m apart", () => {
    const f = formationOf();
    measure("size-formation", { case: "platforms that fit, 100 m within 1 km, 650 km sun-synchronous", got: f.slots, expected: 81, abs: 0, unit: "", source: SUNCATCHER });
    measure("size-formation", { case: "least distance of neighbours over an orbit", got: f.least_m, expected: 100, rel: 1e-12, unit: "m", source: SUNCATCHER });
    measure("size-formation", { case: "largest distance of nearest neighbours, with J2", got: f.most_m, expected: 200, rel: 1e-3, unit: "m", source: SUNCATCHER });
    // Schweighart and Sedwick 2002: s = -6.30e-4, 2 sqrt((1 + s)/(1 - s)).
    measure("size-formation", { case: "axis ratio under J2", got: f.axisRatio, expected: 2 * Math.sqrt((1 - 6.3e-4) / (1 + 6.3e-4)), abs: 1e-4, unit: "", source: "Schweighart & Sedwick 2002, J. Guidance 25(6)" });
    expect(sized().status).toBe("feasible");
  });

  test("the match by energy takes the drift; what it costs goes into the budget with the difference in drag", () => {
    const f = formationOf();
    expect(f.matchedDrift_m_per_d).toBeLessThan(0.01 * f.unmatchedDrift_m_per_d);
    const { life } = sized().platform!;
    // 5 % of the drag make-up, wherever the mass stands, and the J2 residual.
    expect(life.deltaV.byPurpose.formation_m_per_s).toBeCloseTo(0.05 * life.deltaV.byPurpose.stationKeeping_m_per_s + 5 * f.matched_m_per_s_per_yr, 9);
    // Drift of v: a third of it each 1.6 h.
    expect(f.matched_m_per_s_per_yr).toBeCloseTo((f.matchedDrift_m_per_d / 86_400 / 3) * (8766 / 1.6), 9);
    expect(f.keeping_m_per_s_per_yr).toBeCloseTo(life.deltaV.byPurpose.formation_m_per_s / 5, 12);
  });

  test("keep-out violated is impossible, with the numbers", () => {
    const got = sized("orbit.formation.keepOut=100 m");
    expect(got.status).toBe("infeasible");
    expect(got.why.join()).toMatch(/come as near as 9\d\.\d+ m, under the keep-out of 100.0 m: 100.0 m between slots less twice 0\.\d+ m/);
    // Corrected once a week, a difference in drag of 5 % carries it out of its slot: 3/2 a t^2, 49 times 24 h/1.6 h squared.
    const seldom = sized("orbit.formation.correction=168 h");
    expect(seldom.platform!.formation!.dragDrift_m / formationOf().dragDrift_m).toBeCloseTo((168 / 1.6) ** 2, 3);
    expect(seldom.status).toBe("infeasible");
  });

  test("more than fit, or a cluster of one", () => {
    expect(sized("orbit.formation.satellites=81").status).toBe("feasible");
    expect(sized("orbit.formation.satellites=82").why.join()).toMatch(/82 platforms do not fit .* it holds 81$/);
    expect(sized("orbit.formation.radius=100 m").why.join()).toContain("holds one platform");
  });

  test("a platform alone has none, and away from the Earth it is refused", () => {
    expect(size(scenarioOf(RACK)).platform!.formation).toBeNull();
    expect(sized("orbit.type=sun-earth-l1").why.join()).toContain("orbit.formation is for orbits of the Earth");
  });
});
