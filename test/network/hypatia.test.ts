import { describe, expect, test } from "vitest";
import { gridPairs } from "../../src/events/index.ts";
import { routeTo, routeTree } from "../../src/kernel/index.ts";
import { graphOver, latencyBetween } from "../../src/network/index.ts";
import { measure } from "../golden/measure.ts";
import { goldenTenths, goldenTrips, goldenWays, kuiper, kuiperPairs, PERIOD_S, START_S } from "./kuiper.ts";

const SOURCE = "Hypatia (IMC 2020), satgenpy";
const network = kuiper();
const graphAt = graphOver(network);
const period = { start_s: START_S, end_s: START_S + PERIOD_S };

describe("Hypatia's Kuiper-630", () => {
  test("its +grid is ours", () => {
    const key = ([a, b]: readonly [number, number]): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
    const ours = gridPairs({ satellites: Array.from({ length: 34 }, () => 34), closed: true });
    expect(new Set(ours.map(key))).toEqual(new Set(kuiperPairs().map(key)));
  });

  test("seven pairs, a second apart: round trips, ways and outages", () => {
    const trips = goldenTrips();
    const times = [...new Set(trips.map(({ t_s }) => t_s))];
    const got = times.flatMap((t_s) => {
      const graph = graphAt(START_S + t_s);
      return trips.filter((trip) => trip.t_s === t_s).map((trip) => {
        const tree = routeTree(graph, trip.from);
        return { ...trip, ours_ms: 2 * tree.cost[trip.to]!, ourWay: routeTo(tree, trip.to).join("-") };
      });
    });
    const known = got.filter(({ roundTrip_ms }) => roundTrip_ms < Infinity);
    expect(got.length).toBe(1400);
    const near = known.filter(({ roundTrip_ms, ours_ms }) => Math.abs(ours_ms - roundTrip_ms) <= 0.01);
    measure("network", { case: "Kuiper-630, 7 pairs: share of round trips within 0.01 ms", got: (100 * near.length) / known.length, expected: 100, abs: 1, unit: "%", source: SOURCE });
    const errors = near.map(({ roundTrip_ms, ours_ms }) => Math.abs(ours_ms - roundTrip_ms));
    measure("network", { case: "of those, worst error", got: Math.max(...errors), expected: 0, abs: 0.01, unit: "ms", source: SOURCE });
    measure("network", { case: "share of like ways", got: (100 * known.filter(({ way, ourWay }) => way === ourWay).length) / known.length, expected: 100, abs: 0.5, unit: "%", source: SOURCE });
    const outages = (of: "roundTrip_ms" | "ours_ms"): number => got.filter((trip) => trip[of] === Infinity).length;
    measure("network", { case: "seconds of outage", got: outages("ours_ms"), expected: outages("roundTrip_ms"), abs: 0, unit: "s", source: SOURCE });
    for (const { roundTrip_ms, ours_ms } of got) expect(ours_ms === Infinity).toBe(roundTrip_ms === Infinity);
  });

  test("one pair, every 100 ms", () => {
    const tenths = goldenTenths().filter((_, k) => k % 8 === 0);
    const near = tenths.filter(({ t_s, roundTrip_ms }) => Math.abs(2 * routeTree(graphAt(START_S + t_s), 1173).cost[1241]! - roundTrip_ms) <= 0.01);
    measure("network", { case: "Kuiper-630, cities 17 and 85: share within 0.01 ms", got: (100 * near.length) / tenths.length, expected: 100, abs: 1, unit: "%", source: SOURCE });
  });

  test("changes of way, found from samples a second apart", () => {
    const { ways, outage_s } = latencyBetween(network, { from: 1173, to: 1241 }, { ...period, step_s: 1, edge_s: 0.05 });
    const golden = goldenWays();
    expect(ways.map(({ nodes }) => nodes.join("-"))).toEqual(golden.map(({ way }) => way));
    expect(outage_s).toBe(0);
    golden.slice(1).forEach(({ t_s }, k) => measure("network", { case: `change of way ${k + 1}`, got: ways[k + 1]!.start_s - START_S, expected: t_s, abs: 0.2, unit: "s", source: SOURCE }));
  });
});
