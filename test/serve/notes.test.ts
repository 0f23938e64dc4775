import { describe, expect, test } from "vitest";
import { sumLines } from "../../src/ledger/index.ts";
import { serve } from "../support/serve-sized.ts";
import type { LinkPart } from "../../src/size/index.ts";
import { BASE, flight, scenarioOf, sizing } from "./stages.ts";

const served = (...set: readonly string[]) => serve(scenarioOf(BASE, ...set), { sizing, flight });
const notes = (...set: readonly string[]): string => served(...set).notes.join("\n");
const hourly = (peak: number): string => `{hourly: [${[peak, ...Array.from({ length: 23 }, () => 1)].join(", ")}]}`;

describe("carbon", () => {
  // 10 MW of site at PUE 1.25 and 400 g/kWh: 500 g a kWh of IT. Demand of 12 MW on a pool of 8 MW x 0.9992548 fills it:
  // 7,994.04 kW x 8,766 h x 0.5 kg = 35,037.9 t a year; 168 h of it: 671,499 kg.
  const one = served("ground.sites.abilene.carbon=400 g/kWh");
  test("grams of grid times PUE, tonnes at the week's pace", () => {
    expect(one.replay!.groundCarbon_g_per_kWh).toBeCloseTo(500, 9);
    expect(one.replay!.groundCarbon_t_per_yr / 35_037.9).toBeCloseTo(1, 5);
    expect(sumLines(one.ledger, { subsystem: "carbon", boundary: "energy", unit: "kg", tier: "ground" }) / 671_499).toBeCloseTo(1, 5);
    expect(one.notes.join(" ")).toContain("500.0 g CO2 a kWh of IT");
  });
  test("two sites weigh by their pools", () => {
    // 8 MW of IT at 500 g and 2 MW (of 3 MW at PUE 1.5) at 100 g x 1.5 = 150 g: (8 x 500 + 2 x 150)/10 = 430 g.
    const text = BASE.replace("orbit:\n", "    - { id: b, site: stargate-abilene, pue: 1.5, carbon: 100 g/kWh, failureRate: 0.0908 /yr, repairTime: 72 h, phases: [ { id: a, online: 2027-Q1, power: 3 MW } ] }\norbit:\n");
    const two = serve(scenarioOf(text, "ground.sites.abilene.carbon=400 g/kWh"), { sizing, flight });
    expect(two.replay!.groundCarbon_g_per_kWh).toBeCloseTo(430, 9);
  });
  test("nothing online, nothing emitted", () => {
    const late = served("ground.sites.abilene.phases=[{id: a, online: 2027-Q1, power: 0 MW}]");
    expect(late.replay!.groundCarbon_g_per_kWh).toBe(0);
    expect(late.replay!.groundCarbon_t_per_yr).toBe(0);
  });
});

describe("what the reader is told", () => {
  test("when a shape without dates begins", () => {
    expect(notes(`demand.classes.chat.shape=${hourly(3)}`)).toContain("Shape of chat: it has no dates, its hours are taken as UTC");
    expect(notes()).not.toContain("Shape of");
  });
  test("a mean price that is not above zero is not shaped", () => {
    const shaped = ["ground.sites.abilene.priceShape={hourly: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}", `demand.classes.chat.shape=${hourly(3)}`];
    // All of the price in hour 0, where chat (8 MW) runs at 3/(26/24) and batch flat (4 MW): (8 x 3 x 24/26 + 4)/12 = 2.1795.
    expect(served("ground.sites.abilene.powerPrice=50 $/MWh", ...shaped).sitePrice_factor["abilene"]).toBeCloseTo((8 * 3 * (24 / 26) + 4) / 12, 9);
    for (const price of ["0 $/MWh", "-5 $/MWh"]) {
      expect(served(`ground.sites.abilene.powerPrice=${price}`, ...shaped).sitePrice_factor["abilene"]).toBe(1);
      expect(notes(`ground.sites.abilene.powerPrice=${price}`, ...shaped)).toContain("Price of abilene: its mean is not above zero");
    }
  });
  test("data without a terminal", () => {
    const missing = "no radio or terminal is sized for it";
    expect(notes()).toContain(missing);
    const carrying = (id: LinkPart["id"]) => {
      const part: LinkPart = { id, source: "terminals/ka-transmitter-5g", count: 1, mass_kg: 15, power_W: 70, price_usd: 1e6 };
      return serve(scenarioOf(BASE), { sizing: { ...sizing, platform: { ...sizing.platform!, links: [part] } }, flight }).notes.join("\n");
    };
    expect(carrying("links")).not.toContain(missing);
    expect(carrying("downlink")).not.toContain(missing);
    // Links between platforms reach no ground.
    expect(carrying("interlink")).toContain(missing);
    expect(notes("demand.classes.chat.tiers=ground", "demand.classes.night.tiers=ground")).not.toContain(missing);
  });
  test("what availability leaves out", () => expect(notes()).toContain("no maintenance, no loss of grid or cooling"));
});

test("antennas bound the replayed fleet's downlink: 20 platforms a tenth of the day at 1.2 Gb/s pass one antenna of 1.2 Gb/s only", () => {
  // 20 x 0.1 x 150 MB/s = 300 MB/s wanted, 150 MB/s taken; the class moves 4 B/token x 3.47376 token/J = 13.895 B/J: 10.795 MW of IT.
  // The 20 platforms of 90 kW are 1.8 MW, so the data is raised tenfold, and 1.0795 MW is what the link lets through.
  const set = ["orbit.target=20", "network.relayRate=0 Gb/s", "network.stations=[{id: a, station: ksat-svalbard}]", "demand.classes.night.bytesPerToken=40 B/token", "demand.classes.night.tiers=orbit"];
  const night = served(...set).replay!.byClass.find((c) => c.id === "night")!;
  expect(night.orbit_Wh / 168 / (150e6 / ((40 * 5789.6 * 72) / 120_000))).toBeCloseTo(1, 5);
});
