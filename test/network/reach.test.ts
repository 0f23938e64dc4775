import { expect, test } from "vitest";
import { latencyBetween, reachNearest } from "../../src/network/index.ts";
import { START_S, station, walker } from "./walker.ts";

const network = walker({ planes: 12, perPlane: 12, altitude_km: 900, inclination_deg: 60, phasing: 1 }, [station(51.5, -0.1), station(35.7, 139.7), station(40.7, -74), station(1.3, 103.9)]);
const period = { start_s: START_S, end_s: START_S + 3600, step_s: 300 };
const [london, tokyo, newYork, singapore] = [144, 145, 146, 147] as const;

test("the nearest end is the least of the round trips to each", () => {
  const ends = [newYork, singapore];
  const each = [london, tokyo].map((from) => ends.map((to) => latencyBetween(network, { from, to }, { ...period, edge_s: 300 }).roundTrip_ms));
  reachNearest(network, { from: [london, tokyo], ends }, period).forEach(({ spread, outage_frac, nearest_frac }, f) => {
    const least = Array.from(each[f]![0]!, (ms, k) => Math.min(ms, each[f]![1]![k]!)).filter((ms) => ms < Infinity);
    expect(least.length).toBeGreaterThan(0);
    expect(spread!.min_ms).toBeCloseTo(Math.min(...least), 9);
    expect(spread!.max_ms).toBeCloseTo(Math.max(...least), 9);
    expect(outage_frac).toBeCloseTo(1 - least.length / 12, 12);
    expect(nearest_frac.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1 - outage_frac, 12);
  });
});

test("satellites that compute are never farther than through one of them", () => {
  const all = Array.from({ length: 144 }, (_, i) => i);
  const [reach] = reachNearest(network, { from: [london], ends: all }, period);
  const across = latencyBetween(network, { from: london, to: newYork }, { ...period, edge_s: 300 });
  expect(reach!.spread!.max_ms).toBeLessThan(across.spread!.min_ms);
  // Straight up at the least: 900 km there and back.
  expect(reach!.spread!.min_ms).toBeGreaterThan((2 * 900 * 1e6) / 299_792_458 - 0.2);
});

test("what cannot be is told", () => {
  expect(() => reachNearest(network, { from: [london], ends: [] }, period)).toThrow(/no ends/);
  expect(() => reachNearest(network, { from: [999], ends: [london] }, period)).toThrow(/node 999 of 148/);
  expect(() => reachNearest(network, { from: [london], ends: [tokyo] }, { ...period, step_s: 0 })).toThrow(/period/);
});
