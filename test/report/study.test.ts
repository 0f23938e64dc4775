import { describe, expect, test } from "vitest";
import { figureFile, ofSweep, paretoCharts, paretoPage, paretoText, studyCsv, studyRecord, sweepCharts, sweepPage, sweepText, type StudyOrigin } from "../../src/report/index.ts";
import type { Pareto, Sweep } from "../../src/study/index.ts";
import { named, readMarkup, textOf } from "./well-formed.ts";

const ORIGIN: StudyOrigin = { dawndusk: "0", modelVersion: "m", scenario: "A <b>bold</b> name" };
const look = { width: 80, colour: false } as const;

const SWEEP: Sweep = {
  fields: [{ path: "orbit.altitude", unit: "km", scale: "linear", values: [400, 500, 600] }],
  measures: [
    { key: "wet_kg", name: "wet mass", unit: "kg", better: "low" },
    { key: "sunlit_frac", name: "sunlit", unit: "frac", better: "high" },
    { key: "ratio", name: "ratio", unit: "", better: "low" },
  ],
  points: [
    { values: [400], status: "infeasible", why: ['too low, "by far"'], measures: [null, null, null] },
    { values: [500], status: "feasible", why: [], measures: [1234.5678, 0.95, null] },
    { values: [600], status: "feasible", why: [], measures: [1200, 0.96, null] },
  ],
  interrupted: false,
};

const GRID: Sweep = {
  ...SWEEP,
  fields: [SWEEP.fields[0]!, { path: "orbit.platform.eclipse", unit: "", scale: "list", values: ["shed", "ride-through"] }],
  points: SWEEP.points.flatMap((point) => ["shed", "ride-through"].map((word) => ({ ...point, values: [...point.values, word] }))),
};

const FRONT: Pareto = {
  fields: [{ path: "orbit.altitude", unit: "km", low: 400, high: 600 }],
  objectives: [{ key: "wet_kg", towards: "low" }, { key: "sunlit_frac", towards: "high" }],
  seed: 3, population: 4, generations: 2, designs: 12, feasible: 9, unheld: 0, measures: SWEEP.measures, front: SWEEP.points.slice(1), interrupted: false,
};

const pageOf = (html: string) => readMarkup(html.replace("<!DOCTYPE html>\n", "").trimEnd().replaceAll(/<meta([^>]*)>/g, (_, inside: string) => `<meta${inside.replace(/\/$/, "")}/>`));

describe("a sweep", () => {
  test("is told on a terminal with shares as percent and reasons beside what is not possible", () => {
    const text = sweepText(SWEEP, { look, origin: ORIGIN });
    expect(text).toContain("orbit.altitude at 3 values: 2 of 3 designs possible.");
    expect(text).toMatch(/400 +- +- +- +too low, "by far"/);
    expect(text).toMatch(/500 +1,235 +95 +-/);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("says what could not be held against a limit, and that it is not known", () => {
    const points = SWEEP.points.map((point, i) => (i === 1 ? { ...point, status: "unheld", why: ["no table of the dose"] } as const : point));
    const text = sweepText({ ...SWEEP, points }, { look, origin: ORIGIN }).replaceAll(/\s+/g, " ");
    expect(text).toContain("1 of 3 designs possible, 1 not held against every limit.");
    expect(text).toContain("not known: no table of the dose");
    expect(studyCsv(ofSweep({ ...SWEEP, points }))).toContain("\n500,unheld,1234.5678,0.95,,no table of the dose\n");
  });

  test("of two fields has one first column for both", () => {
    expect(sweepText(GRID, { look, origin: ORIGIN })).toContain("500 · ride-through");
    expect(sweepText(GRID, { look, origin: ORIGIN }).replaceAll(/\s+/g, " ")).toContain("orbit.altitude at 3 values by orbit.platform.eclipse at 2 values: 4 of 6 designs possible.");
  });

  test("is CSV with units in its names, full numbers and quotes where RFC 4180 wants them", () => {
    expect(studyCsv(ofSweep(SWEEP))).toBe(
      'orbit.altitude_km,status,wet_kg,sunlit_frac,ratio,why\n400,infeasible,,,,"too low, ""by far"""\n500,feasible,1234.5678,0.95,,\n600,feasible,1200,0.96,,\n',
    );
  });

  test("is JSON by names", () => {
    expect(studyRecord(ofSweep(GRID), GRID.points[3]!)).toEqual({ values: { "orbit.altitude": 500, "orbit.platform.eclipse": "ride-through" }, status: "feasible", why: [], measures: { wet_kg: 1234.5678, sunlit_frac: 0.95, ratio: null } });
  });

  test("has a chart of every measure that has a value, a line for each value of a second field", () => {
    expect(sweepCharts(SWEEP).map(({ title, unit }) => [title, unit])).toEqual([["wet mass", "kg"], ["sunlit", "%"]]);
    expect(sweepCharts(GRID)[0]!.plotted.map(({ name, rows }) => [name, rows])).toEqual([["shed", [0, 2, 4]], ["ride-through", [1, 3, 5]]]);
    expect(sweepCharts({ ...GRID, fields: [...GRID.fields, SWEEP.fields[0]!] })).toEqual([]);
    for (const chart of [...sweepCharts(SWEEP), ...sweepCharts(GRID)]) {
      const figure = readMarkup(figureFile(chart).trimEnd());
      expect(named(figure, "path").length + named(figure, "circle").length).toBeGreaterThan(0);
      expect(figureFile(chart)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test("breaks a line where a value does not exist", () => {
    const [chart] = sweepCharts({ ...SWEEP, points: [SWEEP.points[1]!, SWEEP.points[2]!, SWEEP.points[0]!, SWEEP.points[1]!].map((point, i) => ({ ...point, values: [400 + 100 * i] })) });
    const figure = readMarkup(figureFile(chart!).trimEnd());
    expect(named(figure, "path").filter((path) => path.attributes["class"]?.startsWith("stroke"))).toHaveLength(1);
    expect(named(figure, "circle")).toHaveLength(1);
  });

  test("is a page that is well-formed, escapes what came from outside and loads nothing", () => {
    for (const html of [sweepPage(SWEEP, ORIGIN), sweepPage(GRID, ORIGIN), paretoPage(FRONT, ORIGIN)]) {
      const page = pageOf(html);
      expect(textOf(named(page, "h1")[0]!)).toBe("A <b>bold</b> name");
      expect(named(page, "script")).toEqual([]);
      expect(html).toContain("default-src 'none'".replaceAll("'", "&#39;"));
      expect(html).not.toMatch(/NaN|Infinity|undefined|src=|url\(/);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe("a front", () => {
  test("says what was looked for, how, and what it is worth", () => {
    const text = paretoText(FRONT, { look, origin: ORIGIN }).replaceAll(/\s+/g, " ");
    expect(text).toContain("2 designs that no other of 12 beats: least wet_kg, most sunlit_frac.");
    expect(text).toContain("Over orbit.altitude 400 to 600 km.");
    expect(text).toContain("NSGA-II, 2 generations of 4, seed 3; 9 of the 12 designs measured are possible.");
  });

  test("is drawn over its first objective, and not where nothing is possible", () => {
    expect(paretoCharts(FRONT).map(({ title, across }) => [title, across.name])).toEqual([["sunlit", "wet mass, kg"], ["orbit.altitude", "wet mass, kg"]]);
    const none: Pareto = { ...FRONT, feasible: 0, front: SWEEP.points.slice(0, 1) };
    expect(paretoCharts(none)).toEqual([]);
    expect(paretoText(none, { look, origin: ORIGIN })).toContain('- too low, "by far"');
  });
});
