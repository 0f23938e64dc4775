import { describe, expect, test } from "vitest";
import { sizeEvaluation } from "../../src/run/index.ts";
import { scenarioReader, ScenarioError, type Scenario } from "../../src/scenario/index.ts";
import { dominates, pareto, spansOf, sweep, type Evaluation, type Judged, type Objective, type Pareto, type ParetoPorts } from "../../src/study/index.ts";
import { RACK } from "../support/scenario.ts";

const FILE = "scenario.yaml";
const read = scenarioReader({ path: FILE, files: { read: (path) => (path === FILE ? RACK : undefined) } });
const objective = (key: string, towards: Objective["towards"] = null): Objective => ({ key, towards });

/** Schaffer's problem (1985) in the altitude: (x - 600)^2 and (x - 800)^2; its front is 600..800. Two servers are better than any other number, and below 500 km it is not possible. */
const schaffer = ({ orbit }: Scenario): Evaluation => {
  const x = orbit!.altitude_km!;
  const servers = 5000 * (Math.abs(orbit!.platform.servers - 2) + (orbit!.platform.eclipse === "shed" ? 0 : 1));
  const measure = (key: string, value: number) => ({ key, name: key, unit: "", better: "low", value }) as const;
  return { status: x < 500 ? "infeasible" : "feasible", why: x < 500 ? ["too low"] : [], measures: [measure("near", (x - 600) ** 2 + servers), measure("far", (x - 800) ** 2 + servers), { ...measure("x", x), better: null }] };
};

const found = (given: readonly string[], objectives: readonly Objective[], more: Partial<ParetoPorts> = {}): Promise<Pareto> =>
  pareto(spansOf("--over", given), objectives, { read, evaluate: schaffer, seed: 5, population: 40, generations: 30, ...more });

describe("pareto", () => {
  const spans = ["orbit.altitude=300..2000km", "orbit.platform.servers=1..6", "orbit.platform.eclipse=ride-through,shed"];

  test("finds the closed front over real, whole and chosen fields", async () => {
    const { front, measures, feasible, designs, objectives } = await found(spans, [objective("near"), objective("far")]);
    expect(objectives).toEqual([{ key: "near", towards: "low" }, { key: "far", towards: "low" }]);
    expect(measures.map(({ key }) => key)).toEqual(["near", "far", "x"]);
    expect(feasible).toBeLessThanOrEqual(designs);
    expect(front.length).toBeGreaterThan(20);
    for (const { values } of front) {
      expect(values[0]).toBeGreaterThan(599);
      expect(values[0]).toBeLessThan(801);
      expect(values.slice(1)).toEqual([2, "shed"]);
    }
    const near = front.map(({ measures: m }) => m[0]!);
    expect(near).toEqual(near.toSorted((a, b) => a - b));
    const places = front.map(({ values }) => Number(values[0])).toSorted((a, b) => a - b);
    expect(Math.max(...places.slice(1).map((place, i) => place - places[i]!))).toBeLessThan(25);
  });

  test("is the same from the same seed", async () => {
    const once = await found(spans, [objective("near"), objective("far")], { generations: 3, population: 24 });
    expect(await found(spans, [objective("near"), objective("far")], { generations: 3, population: 24 })).toEqual(once);
    expect(await found(spans, [objective("near"), objective("far")], { generations: 3, population: 24, seed: 6 })).not.toEqual(once);
  });

  test("measures a design once and tells how many", async () => {
    let count = 0;
    const { designs } = await found(["orbit.platform.servers=1..3"], [objective("near"), objective("far")], { evaluate: (scenario) => (count++, schaffer(scenario)) });
    expect([designs, count]).toEqual([3, 3]);
  });

  test("takes stepped ranges and lists of numbers at their values only", async () => {
    const { front } = await found(["orbit.altitude=500..900km/4", "orbit.life=3,5,7yr"], [objective("near"), objective("far")]);
    expect(new Set(front.map(({ values }) => values[0]))).toEqual(new Set([600, 700, 800]));
    for (const { values } of front) expect([3, 5, 7]).toContain(values[1]);
  });

  test("has reasons and no front where nothing is possible", async () => {
    const { feasible, front } = await found(["orbit.altitude=300..400km"], [objective("near"), objective("far")], { generations: 2 });
    expect(feasible).toBe(0);
    expect(front.every(({ status, why }) => status === "infeasible" && why[0] === "too low")).toBe(true);
  });

  // Beyond 700 km nobody knows the limit there: better in both objectives, and still behind every design that was held against all of them.
  test("ranks what could not be held against a limit below what was, and among its like by the objectives", async () => {
    const unheld = (scenario: Scenario): Evaluation => {
      const one = schaffer(scenario);
      return scenario.orbit!.altitude_km! > 700 && one.status === "feasible" ? { ...one, status: "unheld", why: ["not known"], measures: one.measures.map((m) => ({ ...m, value: m.value! - 1e6 })) } : one;
    };
    const held = await found(["orbit.altitude=550..900km"], [objective("near"), objective("far")], { evaluate: unheld, generations: 8 });
    expect(held.front.every(({ status, values }) => status === "feasible" && Number(values[0]) <= 700)).toBe(true);
    expect(held.feasible + held.unheld).toBe(held.designs);
    const beyond = await found(["orbit.altitude=720..1100km"], [objective("near"), objective("far")], { evaluate: unheld, generations: 8 });
    expect([beyond.feasible, beyond.unheld]).toEqual([0, beyond.designs]);
    expect(beyond.front.length).toBeGreaterThan(10);
    for (const { values, status, why } of beyond.front) {
      expect(Number(values[0])).toBeLessThan(801);
      expect([status, why]).toEqual(["unheld", ["not known"]]);
    }
    // Below 500 km a limit is broken: worse than one not held.
    const mixed = await found(["orbit.altitude=400,720km"], [objective("near"), objective("far")], { evaluate: unheld });
    expect(mixed.front.map(({ status }) => status)).toEqual(["unheld"]);
  });

  test("refuses objectives that are not measured or have no better end", async () => {
    await expect(found(spans, [objective("nearer"), objective("far")])).rejects.toThrow('found no measure "nearer", expected one of near, far, x');
    await expect(found(spans, [objective("x"), objective("far")])).rejects.toThrow("expected min:x or max:x");
    await expect(found(spans, [objective("x"), objective("far")])).rejects.toThrow(ScenarioError);
    const { front } = await found(spans, [objective("x", "high"), objective("far")], { generations: 12 });
    expect(Number(front[0]!.values[0])).toBeGreaterThan(1900);
  });

  // The grid of the same fields, every design measured: none may beat the front by more than a step of the grid is worth.
  // With parts that stand the belts up there.
  test("of a platform is not beaten by any design of a grid over the same fields", async () => {
    const fields = ["orbit.altitude=450..1300km", "orbit.platform.radiatorTemperature=290..330K"];
    const read = scenarioReader({ path: FILE, files: { read: (path) => (path === FILE ? RACK.replace("altitude: 650 km", "altitude: 650 km\n  radiation: { part: jetson-orin }") : undefined) } });
    const keys = ["wet_kg", "deltaV_m_per_s"] as const;
    const { front, measures } = await found(fields, keys.map((key) => objective(key)), { read, evaluate: sizeEvaluation, population: 24, generations: 8 });
    const grid = await sweep(spansOf("--sweep", fields.map((field) => `${field}/7`)), { read, evaluate: sizeEvaluation, pointsMax: 64 });
    const at = (all: typeof measures, values: readonly (number | null)[]): readonly number[] => keys.map((key) => values[all.findIndex((m) => m.key === key)]!);
    const ours = front.map(({ measures: m }): Judged => ({ objectives: at(measures, m), violation: 0 }));
    const theirs = grid.points.filter(({ status }) => status === "feasible").map(({ measures: m }): Judged => ({ objectives: at(grid.measures, m), violation: 0 }));
    expect(ours.length).toBeGreaterThan(4);
    expect(theirs.length).toBeGreaterThan(20);
    for (const p of ours) expect(ours.some((q) => dominates(q, p))).toBe(false);
    const extent = keys.map((_, i) => Math.max(...theirs.map(({ objectives }) => objectives[i]!)) - Math.min(...theirs.map(({ objectives }) => objectives[i]!)));
    const eased = ours.map((p): Judged => ({ ...p, objectives: p.objectives.map((value, i) => value - 0.03 * extent[i]!) }));
    for (const point of theirs) expect(eased.some((p) => dominates(p, point)), point.objectives.join(", ")).toBe(true);
  });
});
