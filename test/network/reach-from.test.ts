/** Places to the nearest of many satellites, against the room's other functions; quantiles by hand. */
import { describe, expect, test } from "vitest";
import { latencyBetween, reachFrom, reachNearest, stationNode, weighedSpread } from "../../src/network/index.ts";
import { START_S, station, walker } from "./walker.ts";

const period = { start_s: START_S, end_s: START_S + 3600, step_s: 120 };

describe("reachFrom", () => {
  const network = walker({ planes: 5, perPlane: 6, altitude_km: 900, inclination_deg: 60, phasing: 1 }, [station(50, 0, { elevationMin_deg: 5 }), station(-30, 120, { elevationMin_deg: 5 })]);
  const from = [stationNode(network, 0), stationNode(network, 1)];
  const ends = network.satellites.map((_, i) => i);
  const trips = reachFrom(network, { from, ends, given: 7 }, period);

  test("the nearest is reachNearest's, which grows a tree an end", () => {
    const other = reachNearest(network, { from, ends }, period);
    trips.forEach(({ nearest_ms }, f) => {
      const known = nearest_ms.filter((ms) => ms < Infinity).sort();
      expect(known[0]).toBeCloseTo(other[f]!.spread!.min_ms, 9);
      expect(known.at(-1)).toBeCloseTo(other[f]!.spread!.max_ms, 9);
      expect(1 - known.length / nearest_ms.length).toBeCloseTo(other[f]!.outage_frac, 12);
    });
  });

  test("the given one is latencyBetween's, sample by sample, and never nearer than the nearest", () => {
    const { roundTrip_ms } = latencyBetween(network, { from: from[0]!, to: 7 }, { ...period, edge_s: 60 });
    expect(Array.from(trips[0]!.given_ms)).toEqual(Array.from(roundTrip_ms, (ms) => expect.closeTo(ms, 9)));
    for (const { nearest_ms, given_ms } of trips) nearest_ms.forEach((ms, k) => expect(ms).toBeLessThanOrEqual(given_ms[k]!));
  });

  test("nodes and periods that are none are refused", () => {
    expect(() => reachFrom(network, { from: [99], ends, given: null }, period)).toThrow("node 99");
    expect(() => reachFrom(network, { from, ends, given: null }, { ...period, end_s: START_S })).toThrow("period");
  });
});

test("weighed quantiles: by hand", () => {
  const times = [{ ms: 10, weight: 1 }, { ms: 40, weight: 2 }, { ms: 20, weight: 1 }, { ms: Infinity, weight: 1 }];
  expect(weighedSpread(times)).toEqual({ median_ms: 20, p95_ms: 40, within95_ms: null, outage_frac: 0.2 });
  expect(weighedSpread([{ ms: 10, weight: 3 }, { ms: 90, weight: 1 }])).toEqual({ median_ms: 10, p95_ms: 90, within95_ms: 90, outage_frac: 0 });
  // Of 100, four have no way: 95 of all are the 99th of a hundred that have one.
  expect(weighedSpread([{ ms: 10, weight: 94 }, { ms: 70, weight: 2 }, { ms: Infinity, weight: 4 }])).toEqual({ median_ms: 10, p95_ms: 10, within95_ms: 70, outage_frac: 0.04 });
  expect(weighedSpread([{ ms: Infinity, weight: 1 }])).toBeNull();
});
