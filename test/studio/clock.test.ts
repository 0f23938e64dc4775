import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { happeningsOf, skyOf, type JobDays } from "../../src/service/index.ts";
import { ganttRows, jobAt } from "../../studio/src/clock/gantt-canvas.ts";
import { boundsOf, eventLanes, jobLanes, manifestLanes, nextStart, startBefore } from "../../studio/src/clock/lanes.ts";
import { mapPlace } from "../../studio/src/clock/drawing.ts";
import { barAt, timeAt } from "../../studio/src/clock/timeline-canvas.ts";
import { DAY_S, HOUR_S, panned, quarterStart_s, readTime, showing, ticksOf, timeText, within, zoomed } from "../../studio/src/clock/time-scale.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const T0 = Date.UTC(2027, 2, 20) / 1000;
const span = (start: number, hours: number) => ({ start_s: T0 + start * HOUR_S, end_s: T0 + (start + hours) * HOUR_S });

describe("spans of time", () => {
  const bounds = span(0, 24 * 365);
  const spans = fc.tuple(fc.double({ min: 0, max: 8000, noNaN: true }), fc.double({ min: 0.1, max: 700, noNaN: true })).map(([start, hours]) => span(start, hours));

  test("zooming keeps the time under the pointer, within the bounds", () => {
    fc.assert(fc.property(spans, fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (one, factor, share) => {
      const at_s = one.start_s + share * (one.end_s - one.start_s);
      const next = zoomed(one, { factor, at_s }, bounds);
      expect(next.start_s).toBeGreaterThanOrEqual(bounds.start_s - 1e-6);
      expect(next.end_s).toBeLessThanOrEqual(bounds.end_s + 1e-6);
      const free = next.start_s > bounds.start_s + 1 && next.end_s < bounds.end_s - 1;
      if (free) expect((at_s - next.start_s) / (next.end_s - next.start_s)).toBeCloseTo(share, 6);
    }));
  });

  test("panning there and back comes back, and ends at the bounds", () => {
    const one = span(100, 10);
    expect(panned(panned(one, 0.25, bounds), -0.25, bounds)).toEqual(one);
    expect(panned(one, -1000, bounds)).toEqual(span(0, 10));
    expect(within({ start_s: 0, end_s: 1e12 }, bounds)).toEqual(bounds);
  });

  test("a span is moved to a time it does not show", () => {
    expect(showing(span(0, 10), T0 + 5 * HOUR_S, bounds)).toEqual(span(0, 10));
    expect(showing(span(0, 10), T0 + 105 * HOUR_S, bounds)).toEqual(span(100, 10));
  });

  test("ticks are round and no more than asked for", () => {
    fc.assert(fc.property(spans, fc.integer({ min: 2, max: 12 }), (one, most) => {
      const ticks = ticksOf(one, most);
      expect(ticks.length).toBeLessThanOrEqual(most + 1);
      for (const { t_s } of ticks) expect(t_s >= one.start_s && t_s <= one.end_s).toBe(true);
    }));
    expect(ticksOf({ start_s: Date.UTC(2027, 0, 1) / 1000, end_s: Date.UTC(2036, 0, 1) / 1000 }, 10).map(({ text }) => text)).toEqual(["2027", "2028", "2029", "2030", "2031", "2032", "2033", "2034", "2035", "2036"]);
    expect(ticksOf(span(0, 6), 6).map(({ text }) => text)).toEqual(["03-20", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00"]);
  });

  test("times are read as they are written", () => {
    expect(readTime(timeText(T0 + 12_345).replace(" ", "T"))).toBe(T0 + 12_345);
    expect(readTime("")).toBeNull();
    expect(quarterStart_s("2027-Q3")).toBe(Date.UTC(2027, 6, 1) / 1000);
    expect(quarterStart_s("Q3")).toBeNull();
  });
});

const SCENARIO = scenarioOf(`${RACK.replace("altitude: 650 km", "type: circular\n  altitude: 550 km\n  inclination: 53 deg")}
network: { stations: [{ id: svalbard, station: ksat-svalbard }, { id: oregon, station: aws-oregon }] }
simulate: { start: 2027-03-20, days: 1 }
`);

describe("lanes", () => {
  const sky = skyOf(SCENARIO);
  const found = happeningsOf(SCENARIO, { satellites: [0], start_s: sky.epoch_s, end_s: sky.end_s });
  const lanes = eventLanes(sky, found);

  test("have every event once, and a click finds it", () => {
    expect(lanes.flatMap(({ bars }) => bars)).toHaveLength(found.events.length);
    const window = { start_s: sky.epoch_s, end_s: sky.end_s };
    const width = 1000;
    for (const [row, { bars }] of lanes.entries()) {
      for (const bar of bars) {
        const x = 170 + (((bar.start_s + bar.end_s) / 2 - window.start_s) / DAY_S) * (width - 170);
        expect(timeAt(x, window, width)).toBeCloseTo((bar.start_s + bar.end_s) / 2, 3);
        const hit = barAt({ lanes, window, width }, x, 24 + 26 * row + 13)!;
        expect(Math.abs(hit.start_s - bar.start_s)).toBeLessThan(60);
      }
    }
    expect(barAt({ lanes, window, width }, 500, 5)).toBeNull();
  });

  test("know what comes next and what came before", () => {
    const starts = found.events.map(({ start_s }) => start_s);
    const at_s = sky.epoch_s + 12 * HOUR_S;
    expect(nextStart(lanes, at_s)).toBe(starts.find((start) => start > at_s + 0.5));
    expect(startBefore(lanes, at_s)).toBe(starts.findLast((start) => start < at_s - 0.5));
    expect(nextStart([], at_s)).toBeNull();
  });

  test("of the manifest are its quarters with something in them", () => {
    const table = { id: "manifest", title: "", note: "", columns: [{ name: "quarter", unit: "", align: "left" as const }, { name: "falcon-9", unit: "launches", align: "right" as const }], rows: [["2027-Q1", 0], ["2027-Q2", 3], ["2027-Q3", 6]] };
    const chart = { table } as never;
    const [lane] = manifestLanes([{ id: "plan", title: "", body: [{ kind: "figure", chart }] }]);
    expect(lane!.bars.map(({ start_s, text }) => [timeText(start_s).slice(0, 10), text])).toEqual([["2027-04-01", "3 launches, falcon-9, 2027-Q2"], ["2027-07-01", "6 launches, falcon-9, 2027-Q3"]]);
    expect(boundsOf(span(0, 1), [lane!]).end_s).toBeGreaterThan(quarterStart_s("2027-Q3")!);
    expect(manifestLanes([])).toEqual([]);
  });
});

describe("jobs", () => {
  const days: JobDays = {
    start_s: T0, end_s: T0 + DAY_S,
    pools: [{ id: "hall", tier: "ground", nodes: 10 }, { id: "orbit-1", tier: "orbit", nodes: 2 }],
    jobs: [{ id: "a", class: "batch" }, { id: "b", class: "chat" }],
    bars: { job: Uint32Array.of(0, 1), pool: Uint16Array.of(0, 1), node: Uint32Array.of(3, 0), nodes: Uint32Array.of(2, 1), start_s: Float64Array.of(T0 + HOUR_S, T0 + 1.5 * HOUR_S), end_s: Float64Array.of(T0 + 2 * HOUR_S, T0 + 4 * HOUR_S), outcome: Uint8Array.of(0, 2) },
    away: [{ pool: "hall", nodes: "all nodes", start_s: T0, end_s: T0 + HOUR_S, cause: "maintenance", known: true }],
    table: { id: "job-runs", title: "", note: "", columns: [], rows: [] },
  };

  test("lie where their nodes and times are, orbit above ground", () => {
    const { rows } = ganttRows(days);
    expect(rows.map(({ pool }) => pool)).toEqual([1, 0]);
    const window = { start_s: T0, end_s: T0 + DAY_S };
    const hall = rows[1]!;
    expect(jobAt({ days, window, width: 960 }, 60, hall.top + (4 * hall.height) / 10)).toBe(0);
    expect(jobAt({ days, window, width: 960 }, 60, hall.top + (8 * hall.height) / 10)).toBeNull();
    expect(jobAt({ days, window, width: 960 }, 100, rows[0]!.top + 5)).toBe(1);
  });

  test("fill the hours of their tier", () => {
    const lanes = jobLanes(days);
    expect(lanes.map(({ id }) => id)).toEqual(["jobs-orbit", "jobs-ground", "away"]);
    expect(lanes[0]!.bars.map(({ high }) => high)).toEqual([0.25, 0.5, 0.5]);
    expect(lanes[1]!.bars.map(({ start_s, high }) => [start_s, high])).toEqual([[T0 + HOUR_S, 0.2]]);
  });
});

test("a map has the Greenwich meridian where the Earth has turned to", () => {
  expect(mapPlace(Math.cos(1.2), Math.sin(1.2), 0, 1.2)).toEqual([expect.closeTo(0, 9), 0]);
  const [longitude, latitude] = mapPlace(0, -1, 1, 0);
  expect(longitude).toBeCloseTo(-90, 9);
  expect(latitude).toBeCloseTo(45, 9);
});
