import { describe, expect, test } from "vitest";
import { downlinkTable, linkTables, trainingTable } from "../../src/report/tables/index.ts";
import { assertTable } from "../../src/report/table.ts";
import type { ClassService, DownlinkSummary, Service, StationLink } from "../../src/serve/index.ts";

const downlink: DownlinkSummary = {
  kind: "optical", B_per_day: 4e12, clear_B_per_day: 8e12, stations_B_per_s: 3e9, missing: ["svalbard"],
  byStation: [{ id: "dubai", minutes_per_day: 22, lowest_Gbps: 25, overhead_Gbps: 25, rate_Gbps: 25, available_frac: 0.5, B_per_day: 4e12, clear_B_per_day: 8e12, pass_B: 1e12, overheadPass_B: 1.4e12, rainStops: null }],
  duty: { duty_frac: 0.02, served_per_day: 4, missed_per_day: 0.5 },
  diversity: { anyClear_frac: 0.75, independent_frac: 0.76, best_frac: 0.5 },
};
const training = { model: "llama-3-405b", platforms: 81, platformsTogether: 81, state_GB: 6480, memory_GB: 13_392, platformsToHold: 1, fabric: "torus 9 x 9", fabricAsked: "torus 9 x 9", linksPerPlatform: 4, linksCarried: 4, distance_km: 0.2, link_Gbps: 240_000, bisection_Gbps: 4_320_000, beams: 25, binds: "aperture", compute_s: 319, exchange_s: 0.027, step_s: 319.027, computing_frac: 0.9999 } as const;
const withTraining = (one: ClassService["training"]): Service => ({ downlink: null, classes: [{ id: "big", training: one }, { id: "chat", training: null }] as unknown as Service["classes"] }) as unknown as Service;

describe("tables of links", () => {
  test("a station without a figure of clouds stands with nothing, and is named", () => {
    const table = assertTable(downlinkTable(downlink));
    expect(table.rows.map(([id, , , , , , sent]) => [id, sent])).toEqual([["dubai", 4], ["all", 4], ["svalbard", 0]]);
    expect(table.rows[0]!.slice(8)).toEqual([1, 1.4, "-"]);
    expect(table.note).toContain("2 % of the time; it serves 4 a day and misses 0.5.");
    expect(table.note).toContain("Any station clear 75 % of the time (independent 76 %, the clearest alone 50 %). No figure of clouds: svalbard.");
  });

  test("how often rain stops a link, or which side of the method's range it lies", () => {
    const [station] = downlink.byStation;
    const told = (rainStops: StationLink["rainStops"]) => downlinkTable({ ...downlink, kind: "radio", byStation: [{ ...station!, rainStops }] }).rows[0]!.at(-1);
    expect([told({ status: "within", percent: 0.12 }), told({ status: "rarer", than_percent: 0.001 }), told({ status: "oftener", than_percent: 5 })]).toEqual(["0.12 %", "< 0.001 %", "> 5 %"]);
  });

  test("one row a class with a model; a link that carries nothing has no step", () => {
    expect(assertTable(trainingTable(withTraining(training))).rows).toEqual([["big", "llama-3-405b", 81, "torus 9 x 9", 0.2, 240_000, 4_320_000, "aperture, 25 beams", 319, 0.027, 319.027, 99.99]]);
    const dark = { ...training, link_Gbps: 0, compute_s: null, exchange_s: null, step_s: null, computing_frac: 0 };
    expect(assertTable(trainingTable(withTraining(dark))).rows[0]!.slice(8, 11)).toEqual([null, null, null]);
  });

  test("none where rates are as written", () => expect(linkTables(withTraining(null))).toEqual([]));
});
