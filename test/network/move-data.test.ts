import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passes } from "../../src/events/index.ts";
import { fibreBetween, moveData, stationNode, type Flow, type Network } from "../../src/network/index.ts";
import { measure } from "../golden/measure.ts";
import { START_S, station, walker } from "./walker.ts";

const rates = { interlink_Gbps: 10, ground_Gbps: 2, fibre_Gbps: 100 };
const hours = (count: number, step_s = 60) => ({ start_s: START_S, end_s: START_S + 3600 * count, step_s });
const steady = (rate: number): Flow["rateAt_Gbps"] => () => rate;

describe("moveData", () => {
  test("what is offered is delivered, stored or dropped; no store holds more than it can", () => {
    const network = walker({ planes: 6, perPlane: 6, altitude_km: 900, inclination_deg: 60, phasing: 1 }, [station(50, 0), station(-30, 120), station(10, -70)]);
    const node = fc.nat(38);
    const flow = fc.record({ from: node, to: fc.array(node, { minLength: 1, maxLength: 3 }), rate: fc.double({ min: 0, max: 5, noNaN: true }), store_GB: fc.constantFrom(0, 3, 1000, Infinity) }).filter(({ from, to }) => !to.includes(from));
    fc.assert(
      fc.property(fc.array(flow, { minLength: 1, maxLength: 6 }), (wanted) => {
        const flows = wanted.map(({ from, to, rate, store_GB }, k): Flow => ({ id: `${k}`, from, to, rateAt_Gbps: steady(rate), store_GB }));
        const moved = moveData(network, { flows, rates, period: hours(2, 300) });
        moved.flows.forEach(({ offered_GB, delivered_GB, stored_GB, dropped_GB, storedMost_GB }, k) => {
          expect(Math.abs(offered_GB - (wanted[k]!.rate * 7200) / 8)).toBeLessThan(1e-9 * (1 + offered_GB));
          expect(Math.abs(offered_GB - delivered_GB - stored_GB - dropped_GB)).toBeLessThan(1e-9 * (1 + offered_GB));
          expect(storedMost_GB).toBeLessThanOrEqual(flows[k]!.store_GB);
          for (const part of [delivered_GB, stored_GB, dropped_GB]) expect(part).toBeGreaterThanOrEqual(0);
        });
        const delivered = moved.flows.reduce((sum, { delivered_GB }) => sum + delivered_GB, 0);
        expect(moved.interlink_GB + moved.ground_GB + moved.fibre_GB).toBeGreaterThanOrEqual(delivered - 1e-9 * (1 + delivered));
      }),
      { numRuns: 30 },
    );
  });

  test("one satellite that always has something to send sends for as long as it passes", () => {
    const place = { latitude_deg: 69.7, longitude_deg: 18.9, height_km: 0, elevationMin_deg: 10 };
    const network: Network = { ...walker({ planes: 1, perPlane: 1, altitude_km: 650, inclination_deg: 97.9, phasing: 0 }, [station(69.7, 18.9, { elevationMin_deg: 10 })]), interlinks: { kind: "none" } };
    const period = hours(23, 5);
    const found = passes(network.satellites, [place], period).passes;
    const seen_s = found.reduce((sum, { start_s, end_s }) => sum + end_s - start_s, 0);
    const { flows, ground_GB } = moveData(network, { flows: [{ id: "images", from: 0, to: [1], rateAt_Gbps: steady(2), store_GB: Infinity }], rates, period });
    expect(found.length).toBeGreaterThan(5);
    measure("network-data", { case: "data of a day of passes at 2 Gb/s", got: flows[0]!.delivered_GB, expected: (seen_s * 2) / 8, rel: 0.01, unit: "GB", source: "passes by root (events), by hand" });
    expect(ground_GB).toBe(flows[0]!.delivered_GB);
    expect(flows[0]!.stored_GB).toBeGreaterThan(0);
    const none = moveData(network, { flows: [{ id: "images", from: 0, to: [1], rateAt_Gbps: steady(2), store_GB: 0 }], rates, period }).flows[0]!;
    expect(none.dropped_GB).toBeCloseTo(none.offered_GB - flows[0]!.delivered_GB, 6);
  });

  test("flows share a link in their order; what waits takes Little's time", () => {
    const places = [station(0, 0), station(0, 10)];
    const network: Network = { satellites: [], stations: places, interlinks: { kind: "none" }, fibre: fibreBetween(places, [0, 1], 1), hop_ms: 0, down: null };
    const [from, to] = [stationNode(network, 0), [stationNode(network, 1)]];
    const flow = (id: string, rate: number, store_GB = 0): Flow => ({ id, from, to, rateAt_Gbps: steady(rate), store_GB });
    const { flows, fibre_GB } = moveData(network, { flows: [flow("first", 60), flow("second", 60)], rates, period: hours(1) });
    expect(flows.map(({ delivered_GB }) => delivered_GB)).toEqual([27_000, 18_000]);
    expect(flows[1]!.dropped_GB).toBeCloseTo(9000, 6);
    expect(fibre_GB).toBeCloseTo(45_000, 6);
    // 150 Gb/s offered for half an hour over 100: the queue rises by 6.25 GB/s to 11,250 GB and falls by 12.5 for 900 s. Its area is 11,250 x 2,700/2
    // GB s; 33,750 GB are delivered, so that the mean wait is 450 s.
    const burst: Flow = { id: "burst", from, to, store_GB: Infinity, rateAt_Gbps: (t_s) => (t_s < START_S + 1800 ? 150 : 0) };
    const [waited] = moveData(network, { flows: [burst], rates, period: hours(1, 10) }).flows;
    expect(waited!.storedMost_GB).toBeCloseTo(11_250, 6);
    expect(waited!.delivered_GB).toBeCloseTo(33_750, 6);
    expect(waited!.meanWait_s).toBeCloseTo(450, 6);
  });

  test("what cannot be is told", () => {
    const network = walker({ planes: 2, perPlane: 2, altitude_km: 900, inclination_deg: 60, phasing: 1 }, []);
    const flow: Flow = { id: "a", from: 0, to: [1], rateAt_Gbps: steady(1), store_GB: 0 };
    const run = (flows: readonly Flow[], with_ = rates): unknown => moveData(network, { flows, rates: with_, period: hours(1) });
    expect(() => run([{ ...flow, to: [0] }])).toThrow(/flow a leads nowhere/);
    expect(() => run([{ ...flow, to: [9] }])).toThrow(/node 9 of 4/);
    expect(() => run([{ ...flow, store_GB: NaN }])).toThrow(/store_GB is NaN/);
    expect(() => run([{ ...flow, rateAt_Gbps: steady(-1) }])).toThrow(/rateAt_Gbps\(\d+\) is -1/);
    expect(() => run([flow], { ...rates, ground_Gbps: -1 })).toThrow(/ground_Gbps is -1/);
  });
});
