import { describe, expect, it } from "vitest";
import { find, figureOf } from "../../src/catalog/index.ts";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const sized = (...set: readonly string[]) => size(scenarioOf(RACK, ...set));
const of = (id: string, name: string): number => figureOf(find("terminals", id)!, name).value;
const lines = (sizing: ReturnType<typeof sized>, subsystem: string) =>
  Object.fromEntries(sizing.ledger.filter((line) => line.subsystem === subsystem).map((line) => [line.id.slice(line.id.lastIndexOf("/") + 1), line]));
const STATION = "network.stations=[{id: dubai, station: ksat-dubai}]";
const RADIO = "network.downlink={kind: radio, frequency: 26 GHz, eirp: 35 dBW, gOverT: 32 dB/K, bandwidth: 500 MHz}";

describe("links on board", () => {
  it("a computed downlink is a part with mass, watts and dollars, a written one none", () => {
    const none = sized(STATION);
    const radio = sized(STATION, RADIO);
    expect(none.platform!.links).toHaveLength(1);
    expect(radio.platform!.mass.parts_kg["links"]).toBe(of("ka-transmitter-5g", "mass"));
    expect(radio.platform!.bus_W - radio.platform!.radiator.pump_W - (none.platform!.bus_W - none.platform!.radiator.pump_W)).toBeCloseTo(of("ka-transmitter-5g", "power"), 9);
    const { power, price } = lines(radio, "downlink");
    expect(power).toMatchObject({ quantity: of("ka-transmitter-5g", "power"), unit: "W", boundary: "links", source: "terminals/ka-transmitter-5g" });
    expect(price).toMatchObject({ quantity: of("ka-transmitter-5g", "price"), unit: "$", boundary: "links" });
    expect(radio.platform!.price_usd).toBeGreaterThan(none.platform!.price_usd + of("ka-transmitter-5g", "price"));
  });

  it("lasers that look down come beside those between satellites, unless told", () => {
    const laser = (more: string) => sized(STATION, "orbit.platform.terminal=tesat-scot80", "orbit.platform.terminals=2", `network.downlink={kind: optical${more}}`).platform!.mass.parts_kg["links"];
    expect(laser("")).toBeCloseTo(3 * of("tesat-scot80", "mass"), 12);
    expect(laser(", onBoard: 0")).toBeCloseTo(2 * of("tesat-scot80", "mass"), 12);
    expect(laser(", terminal: starlink-mini-laser, onBoard: 2")).toBeCloseTo(2 * of("tesat-scot80", "mass") + 2 * of("starlink-mini-laser", "mass"), 12);
  });

  // By hand: four telescopes of a torus, each of 4 kg, 60 W, 50 k$ and 24 transceivers of 0.2 kg, 21 W, 4 k$.
  it("telescopes of many beams weigh, draw and cost with their transceivers", () => {
    const near = "orbit.formation={radius: 1 km, spacing: 100 m}";
    const part = (interlink: string) => sized(near, `orbit.interlink={${interlink}}`).platform!.links.find(({ id }) => id === "interlink")!;
    const torus = part("beams: {}");
    expect(torus.count).toBe(4);
    expect(torus.mass_kg).toBeCloseTo(4 * (4 + 24 * 0.2), 12);
    expect(torus.power_W).toBeCloseTo(4 * (60 + 24 * 21), 12);
    expect(torus.price_usd).toBeCloseTo(4 * (50_000 + 24 * 4000), 6);
    expect(part("beams: {}, fabric: ring").count).toBe(2);
    expect(part("beams: {telescopes: 1}").count).toBe(1);
  });

  it("watts of the ledger are the load, kilograms the mass", () => {
    const sizing = sized(STATION, RADIO, "orbit.platform.terminal=tesat-scot80", "orbit.platform.terminals=2");
    const sum = (unit: string, what: string) => sizing.ledger.filter((line) => line.unit === unit && line.id.endsWith(what)).reduce((all, { quantity }) => all + quantity, 0);
    const heater = sizing.platform!.radiator.cold.heater_W;
    expect(sum("W", "/power") - heater).toBeCloseTo(sizing.platform!.loadPeak_W, 6);
    expect(sum("kg", "/mass")).toBeCloseTo(sizing.platform!.mass.dry_kg, 6);
    expect(sum("$", "/price")).toBeCloseTo(sizing.platform!.price_usd, 3);
    expect(sizing.platform!.closure.residual_frac).toBeLessThan(1e-9);
  });
});
