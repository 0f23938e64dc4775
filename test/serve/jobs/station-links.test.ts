/** How stations share their antennas out, and what a job's data makes of it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jobOf, prepareSupply, simulate, PLANNED, constantCurve, type Pool } from "../../../src/schedule/index.ts";
import { stationLinks, type LinkPlace, type LinkStation } from "../../../src/serve/index.ts";

const view = (station: string, bins: readonly number[]) => ({ station, bin: Uint8Array.from(bins) });
const station = (id: string, more: Partial<LinkStation> = {}): LinkStation => ({ id, rate_B_per_s: () => 100, over_B_per_s: 0, closed_s: [], ...more });
const place = (platforms: number, views: LinkPlace["views"], more: Partial<LinkPlace> = {}): LinkPlace => ({ platforms, views, away_s: [], over: null, ...more });
const GRID = { step_s: 60, steps: 6, acquisition_s: 0 };
const rates = (got: ReturnType<typeof stationLinks>): readonly (readonly number[])[] => got.places_B_per_s.map((column) => Array.from(column));

describe("antennas shared out, by hand", () => {
  test("one platform, one station: its rate while it is in view, less ten seconds to acquire it, and less the minute that rain closes", () => {
    const passes = [0, 7, 20, 7, 0, 9];
    const got = stationLinks([place(1, [view("a", passes)])], [station("a", { rate_B_per_s: (bin) => 10 * bin, closed_s: [150, 210] })], { ...GRID, acquisition_s: 10 });
    // Step 1 loses 10 of 60 s; rain takes the second half of step 2 and the first of step 3; step 5 rises again.
    [0, (70 * 50) / 60, 200 / 2, 70 / 2, 0, (90 * 50) / 60].forEach((rate, i) => expect(rates(got)[0]![i]).toBeCloseTo(rate, 9));
    expect(got.stations[0]).toMatchObject({ id: "a", reached_frac: 4 / 6 });
    expect(got.stations[0]!.closed_frac).toBeCloseTo(1 / 4, 12);
  });

  test("one antenna for two places of one and three platforms: a quarter and three quarters of its time", () => {
    const bins = [9, 9, 0, 0, 0, 0];
    const got = stationLinks([place(1, [view("a", bins)]), place(3, [view("a", bins)])], [station("a")], GRID);
    expect(rates(got)).toEqual([[25, 25, 0, 0, 0, 0], [75, 75, 0, 0, 0, 0]]);
  });

  test("who sees two stations leaves the common one to who sees but that", () => {
    const got = stationLinks([place(1, [view("a", [9, 0, 0, 0, 0, 0])]), place(1, [view("a", [9, 0, 0, 0, 0, 0]), view("b", [9, 0, 0, 0, 0, 0])])], [station("a"), station("b")], GRID);
    expect(rates(got).map(([first]) => first)).toEqual([100, 100]);
  });

  test("a platform sends to one station at a time, the faster; one that is away sends nothing", () => {
    const views = [view("a", [9, 9, 0, 0, 0, 0]), view("b", [9, 9, 0, 0, 0, 0])];
    const got = stationLinks([place(2, views, { away_s: [[60, 120], [60, 120]] }), place(1, [], { over: { b: Uint8Array.from([0, 0, 1, 1, 0, 0]) } })], [station("a"), station("b", { rate_B_per_s: () => 300, over_B_per_s: 40 })], GRID);
    expect(rates(got)).toEqual([[400, 0, 0, 0, 0, 0], [0, 0, 40, 40, 0, 0]]);
    expect(rates(stationLinks([place(1, views)], [station("a"), station("b", { rate_B_per_s: () => 300 })], GRID))[0]![0]).toBe(300);
  });
});

const edges = fc.array(fc.double({ min: 0, max: 600, noNaN: true }), { maxLength: 8 }).map((times) => times.toSorted((a, b) => a - b)).map((times) => times.slice(0, 2 * Math.floor(times.length / 2)));
const bins = fc.array(fc.integer({ min: 0, max: 45 }), { minLength: 10, maxLength: 10 });

test("no byte is made: places together have what stations carried, no station more than its open time, no place more than its platforms", () => {
  fc.assert(fc.property(
    fc.array(fc.record({ platforms: fc.integer({ min: 1, max: 9 }), away: fc.array(edges, { maxLength: 1 }), a: bins, b: bins }), { minLength: 1, maxLength: 4 }),
    edges, edges, fc.integer({ min: 0, max: 200 }),
    (asked, closedA, closedB, acquisition_s) => {
      const fastest = 10 * 45;
      const stations = [station("a", { rate_B_per_s: (bin) => 10 * bin, closed_s: closedA }), station("b", { rate_B_per_s: (bin) => 5 * bin, closed_s: closedB })];
      const places = asked.map(({ platforms, away, a, b }) => place(platforms, [view("a", a), view("b", b)], { away_s: away }));
      const got = stationLinks(places, stations, { step_s: 60, steps: 10, acquisition_s });
      const had = got.places_B_per_s.reduce((sum, column) => sum + column.reduce((x, y) => x + y, 0) * 60, 0);
      const carried = got.stations.reduce((sum, { room_B }) => sum + room_B, 0);
      expect(Math.abs(had - carried)).toBeLessThanOrEqual(1e-9 * Math.max(1, carried));
      got.stations.forEach(({ room_B, reached_frac, closed_frac }, s) => expect(room_B).toBeLessThanOrEqual(reached_frac * 600 * (1 - (closed_frac ?? 0) + 1e-9) * [10, 5][s]! * 45));
      got.places_B_per_s.forEach((column, k) => column.forEach((rate) => expect(rate).toBeLessThanOrEqual(places[k]!.platforms * fastest * (1 + 1e-9))));
    },
  ));
});

test("a job's answer goes down in the passes that follow its end: of 600 s at 100 B/s, 90,000 B take one and a half", () => {
  // Ten minutes of every ninety, from minute 20 on.
  const inPass = Array.from({ length: 360 }, (_, minute) => (minute % 90 >= 20 && minute % 90 < 30 ? 9 : 0));
  const links = (closed_s: readonly number[]) => stationLinks([place(1, [view("a", inPass)])], [station("a", { closed_s })], { step_s: 60, steps: 360, acquisition_s: 0 }).places_B_per_s[0]!;
  const delivered = (closed_s: readonly number[]): number | null => {
    const link = { t_s: Array.from({ length: 360 }, (_, i) => 60 * i), value: links(closed_s) };
    const price = { accelerator_usd_per_h: constantCurve(0), energy_usd_per_kWh: constantCurve(0), carbon_g_per_kWh: constantCurve(0), in_usd_per_B: 0, out_usd_per_B: 0 };
    const pool: Pool = { id: "orbit-1", tier: "orbit", domain: "orbit", place: "orbit-1", jurisdictions: [], nodes: 1, acceleratorsPerNode: 1, power_W: constantCurve(1), heat_W: constantCurve(1), accelerators: constantCurve(1), cap_W: null, battery: null, maintenance: [], from_s: 0, until_s: null, in_B_per_s: link, out_B_per_s: link, latency_ms: 0, price };
    const job = jobOf({ id: "one", submit_s: 0, nodes: 1, acceleratorsPerNode: 1, power_W: 1, estimate_s: 3000 }, { output_B: 90_000 });
    const state = simulate({ workload: { jobs: [job], run_s: [3000] }, supply: prepareSupply([pool]), policy: PLANNED, outages: [], end_s: 21_600, watch: () => {} });
    return state.entries[0]!.delivered_s;
  };
  // It ends at minute 50. Passes at 110 and 200 min: 60,000 B in the first, 30,000 B in 300 s of the second.
  expect(delivered([])).toBeCloseTo(200 * 60 + 300, 6);
  // Rain over the first: all of 60,000 B in the second, the rest in the third, at 290 min.
  expect(delivered([110 * 60, 120 * 60])).toBeCloseTo(290 * 60 + 300, 6);
});
