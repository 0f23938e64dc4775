import { describe, expect, test } from "vitest";
import { launchChart, learningChart, manifestChart } from "../../src/report/build-charts.ts";
import { drawChart } from "../../src/report/chart/index.ts";
import { planned } from "./build-plan.ts";

describe("what is built and launched when", () => {
  test("a lane a vehicle that flies and a site that is bought, blocks as high as they are much", () => {
    const chart = manifestChart(planned);
    expect(chart.lanes.map(({ name, kind }) => [name, kind])).toEqual([["abilene", "IT power bought on the ground"], ["starship", "launches"]]);
    const heights = [...drawChart(chart).markup.matchAll(/<rect class="fill-orbit"[^>]*height="([\d.]+)"[^>]*><title>starship, (\S+): (\S+) launches/g)].map(([, height, quarter, n]) => [quarter, Number(n), Number(height)] as const);
    expect(heights.map(([quarter, n]) => [quarter, n])).toEqual([["2028-Q1", 1], ["2028-Q2", 2], ["2028-Q4", 4]]);
    // 3 px for what is least above nothing, and 25 px for the most.
    for (const [, n, height] of heights) expect(height).toBeCloseTo(3 + 25 * (n / 4), 1);
  });
  test("launches stacked by vehicle, and none where nothing flies", () => {
    expect(launchChart(planned)!.series).toHaveLength(1);
    expect(launchChart({ ...planned, manifest: [] })).toBeNull();
  });
  test("a kilogram's price over the mass so far; the published curve from where it begins", () => {
    const { table } = learningChart(planned)!;
    // 10 platforms of 10 t a launch at 90 M$: 100 t, 300 t, 700 t; 900 $/kg. The curve: 1,800 $/kg x (700/400)^log2(0.8) = 1,503 $/kg.
    expect(table.rows.map((row) => row.slice(2))).toEqual([[100, 900, null], [300, 900, null], [700, 900, expect.closeTo(1503.3, 0)]]);
  });
});
