/** A published design held against itself: rebuilt cases of other people's numbers, and what must hold of any. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimsSizing, size, type ClaimRelation, type ClaimsSizing } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { publishedCase } from "../published/golden.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import { scenarioOf } from "../support/scenario.ts";

type Written = Readonly<Record<string, number | string>>;

interface Naming {
  readonly name: string;
  readonly note: string;
  readonly site: string;
}
const PLAIN: Naming = { name: "design", note: "", site: "texas" };

const designOf = (claims: Written, { name, note, site }: Naming = PLAIN): Scenario =>
  scenarioOf(`
dawndusk: 1
name: ${name}
note: ${JSON.stringify(note)}
horizon: { start: 2027-Q1, years: 5 yr }
demand: { classes: [{ id: work, kind: batch, power: 100 kW, deferralMax: 12 h }] }
ground: { sites: [{ id: ${site}, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: hall, online: 2027-Q1, power: 1 MW }] }] }
orbit:
  altitude: 650 km
  factoryRate: 4 /yr
${Object.keys(claims).length === 0 ? "" : "  claims:"}
${Object.entries(claims).map(([key, value]) => `    ${key}: ${value}`).join("\n")}
launch: { vehicles: [{ id: falcon-9, vehicle: falcon-9 }] }
`);
const claimed = (claims: Written, naming?: Naming): ClaimsSizing => claimsSizing(designOf(claims, naming))!;

const rowOf = (got: ClaimsSizing, id: string): ClaimRelation => got.relations.find((one) => one.id === id)!;
const needOf = (got: ClaimsSizing, id: string, key: string): number => rowOf(got, id).needs.find(({ path }) => path === `orbit.claims.${key}`)!.value;
const mends = (got: ClaimsSizing): readonly string[] => got.mends.map((set) => set.map(({ path, value }) => `${path.replace("orbit.claims.", "")} ${Number(value.toPrecision(6))}`).join(" + "));

describe("numbers of others, rebuilt", () => {
  test("AI1: what the claims shown need of each other is the golden case", () => {
    const { inputs, outputs, source } = publishedCase<{ array_m2: number; reject_kw: number; mass_t: number; implied_T_k_eps085: number }, { array_w_m2: number; peak_kw: number; avg_kw: number; radiator_panel_m2: number; rad_w_m2_double_sided: number; kw_per_t: number }>("spacex_ai1");
    const row = (name: string, got: number, expected: number, unit: string) => measure("size-claims", { case: `AI1, ${name}`, got, expected, rel: 0.01, unit, source });
    // With one term of each relation set wrong, what it would have to be is what the others say.
    const got = claimed({
      itPeak: `${inputs.peak_kw} kW`, itMean: `${inputs.avg_kw} kW`, specificPower: `${inputs.kw_per_t} kW/t`, specificPowerOf: "mean", mass: "9 t",
      arrayPower: `${inputs.peak_kw} kW`, arrayFlux: `${inputs.array_w_m2} W/m2`, arrayArea: "1 m2",
      radiatorArea: `${inputs.radiator_panel_m2} m2`, radiatorFlux: `${inputs.rad_w_m2_double_sided} W/m2`, heat: "9 MW", radiatorTemperature: "250 K", emittance: 0.85,
    });
    row("array", needOf(got, "array-power", "arrayArea"), outputs.array_m2, "m2");
    row("heat rejected", needOf(got, "heat-area", "heat") / 1000, outputs.reject_kw, "kW");
    row("mass by the mean power", needOf(got, "power-mass", "mass") / 1000, outputs.mass_t, "t");
    row("temperature that the flux needs, emittance 0.85", needOf(got, "emission", "radiatorTemperature"), outputs.implied_T_k_eps085, "K");
  });

  // 100 t of 70 W/kg are 7 MW: the launch of 40 MW (Starcloud 2024) of satellites at 70 kW/t (SpaceX 2026).
  test("40 MW on 100 t at 70 kW/t, with nothing else stated", () => {
    const stated = { launchPower: "40 MW", payload: "100 t", specificPower: "70 W/kg" };
    const got = claimed(stated);
    measure("size-claims", { case: "power that a launch of 100 t carries at 70 W/kg", got: needOf(got, "launch-mass", "launchPower") / 1e6, expected: 7, rel: 1e-9, unit: "MW", source: "100 t x 70 W/kg" });
    measure("size-claims", { case: "payload that 40 MW at 70 W/kg need", got: needOf(got, "launch-mass", "payload") / 1000, expected: 571.43, rel: 1e-5, unit: "t", source: "40 MW / 70 W/kg" });
    expect(got.closes).toBe(false);
    expect(claimed({ ...stated, launchPower: "7 MW" }).closes).toBe(true);
    expect(claimed({ ...stated, specificPowerOf: "array" }).closes).toBe(false);
    // Of a mean nothing follows, and nothing is held against anything.
    expect(claimed({ ...stated, specificPowerOf: "mean" })).toMatchObject({ relations: [], closes: true });
    expect(size(designOf({ ...stated, specificPowerOf: "mean" })).notes.join(" ")).toContain("Published claims are held against nothing: no relation has all of its terms among orbit.claims.");
  });

  test("AI1: 150 kW at 70 kW/t against 3,000 kg filed", () => {
    const got = claimed({ itPeak: "150 kW", specificPower: "70 kW/t", mass: "3000 kg" });
    measure("size-claims", { case: "AI1, mass by the peak power", got: needOf(got, "power-mass", "mass"), expected: 2143, abs: 0.5, unit: "kg", source: "notes of this project: 150 kW / 70 kW/t = 2,143 kg against 3,000 kg filed" });
    measure("size-claims", { case: "AI1, power over mass as filed", got: needOf(got, "power-mass", "specificPower"), expected: 50, abs: 1e-6, unit: "W/kg", source: "notes of this project: 50 kW/t" });
    expect(got.closes).toBe(false);
  });

  test("Starcloud: 4 km by 4 km give 4.33 GW, not 5", () => {
    const { inputs, outputs, source } = publishedCase<{ claimed_gw: number; correct_gw: number }, { side_m: number; eff: number; fill: number; S: number }>("starcloud_array_error");
    const got = claimed({ arrayPower: `${outputs.claimed_gw} GW`, arrayArea: `${inputs.side_m ** 2} m2`, cellEfficiency: inputs.eff, arrayPacking: inputs.fill, solarFlux: `${inputs.S} W/m2` });
    expect(got.closes).toBe(false);
    measure("size-claims", { case: "Starcloud, array of 4 km by 4 km", got: rowOf(got, "array-sunlight").right / 1e9, expected: outputs.correct_gw, rel: 0.003, unit: "GW", source });
  });

  test("Starcloud: 20 degC emit 770 W/m2, so 633 net close; the 838 of a black body do not at 0.92", () => {
    const { inputs, outputs, source } = publishedCase<{ emit_total: number; net: number }, { eps: number; T_C: number }>("starcloud_radiator_633");
    const radiator = { radiatorTemperature: `${inputs.T_C} degC`, emittance: inputs.eps };
    const got = claimed({ ...radiator, radiatorFlux: `${outputs.net} W/m2` });
    measure("size-claims", { case: "Starcloud, emission of both faces", got: rowOf(got, "emission").right, expected: outputs.emit_total, abs: 0.1, unit: "W/m2", source });
    expect(got.closes).toBe(true);
    expect(claimed({ ...radiator, radiatorFlux: "838 W/m2" }).closes).toBe(false);
    expect(claimed({ radiatorTemperature: "20 degC", radiatorFlux: "838 W/m2" }).closes).toBe(true);
    expect(claimed({ radiatorTemperature: "20 degC", radiatorFlux: "633 W/m2", radiatorFaces: "one" }).closes).toBe(false);
  });

  test("Starcloud: 5 M$ for 100 t are 50 $/kg, not 30", () => {
    const got = claimed({ launchPrice: "5 M$", payload: "100 t", payloadPrice: "30 $/kg" });
    measure("size-claims", { case: "Starcloud, price of a kilogram", got: needOf(got, "launch-price", "payloadPrice"), expected: 50, abs: 1e-6, unit: "$/kg", source: "white paper v1.03, section Launch, recomputed: 5 M$ / 100 t" });
  });

  test("Suncatcher: the bus's 28 kW close within the array's light", () => {
    const { inputs, outputs, source } = publishedCase<{ power_kw: number }, { array_m2: number; cell_eff: number; packing: number; solar_kw_m2: number }>("suncatcher_v2mini_power");
    const got = claimed({ arrayPower: `${outputs.power_kw} kW`, arrayArea: `${inputs.array_m2} m2`, cellEfficiency: inputs.cell_eff, arrayPacking: inputs.packing, solarFlux: `${inputs.solar_kw_m2} kW/m2`, mass: "575 kg", specificPower: `${1000 / 20.5} W/kg`, specificPowerOf: "array" });
    measure("size-claims", { case: "Suncatcher, light on the array", got: rowOf(got, "array-sunlight").right / 1000, expected: outputs.power_kw, abs: 0.5, unit: "kW", source });
    expect(got.relations.map(({ id, closes }) => [id, closes])).toEqual(expect.arrayContaining([["power-mass", true], ["array-sunlight", true]]));
  });
});

test("limits of nature: no cell beats Carnot, no panel a black body, no array the Sun", () => {
  measure("size-claims", { case: "Carnot between the Sun and 300 K", got: needOf(claimed({ cellEfficiency: "96 %" }), "carnot", "cellEfficiency"), expected: 1 - 300 / 5772, abs: 1e-5, unit: "1", source: "closed form with the Sun's nominal 5,772 K (IAU 2015 B3)" });
  expect(claimed({ arrayFlux: "1400 W/m2" }).closes).toBe(false);
  expect(claimed({ heat: "1.2 MW", radiatorArea: "1000 m2", radiatorTemperature: "300 K" }).closes).toBe(false);
});

test("rounding: as far as the digits go, or the bounds written", () => {
  const claims = { launchPower: "40 MW", platformsPerLaunch: 1, servers: 300, serverPower: "120 kW" };
  expect(claimed(claims).closes).toBe(false);
  expect(claimed({ ...claims, launchPower: "{ value: 40 MW, low: 35 MW, high: 45 MW }" }).closes).toBe(true);
});

test("a claim held against nothing is named; no claims, no record", () => {
  expect(claimed({ itPeak: "150 kW", launchPrice: "5 M$" }).unchecked).toEqual(["orbit.claims.itPeak", "orbit.claims.launchPrice"]);
  expect(claimsSizing(designOf({}))).toBeNull();
});

test("decay: the band of the cycle holds launch dates computed apart, and a claim beyond it is told", () => {
  // Notes of this project, computed apart: A/m 0.1333 m2/kg from 567 km, 0.56 yr (start 2034) to 3.1 yr (start 2028).
  const satellite = { areaToMass: "0.1333 m2/kg", altitude: "567 km" };
  expect(claimed({ ...satellite, decay: "0.56 yr", decayTo: "3.1 yr" }).closes).toBe(true);
  expect(mends(claimed({ ...satellite, decay: "0.56 yr", decayTo: "15 yr" })).map((mend) => mend.split(" ")[0])).toEqual(["altitude", "areaToMass", "decayTo"]);
  // Same notes: 500 km, A/m 0.01, Cd 2.2, F10.7 of 70: 17.6 yr; the weakest Sun here is 69.
  const row = rowOf(claimed({ areaToMass: "0.01 m2/kg", altitude: "500 km", decay: "1 yr", decayTo: "10 yr" }), "decay-longest");
  measure("size-claims", { case: "fall from 500 km, A/m 0.01 m2/kg, weakest Sun", got: row.right, expected: 17.6, rel: 0.06, unit: "yr", source: "notes of this project, computed apart: 17.6 yr at F10.7 70" });
});

const amounts = { noNaN: true, noDefaultInfinity: true } as const;
const between = (min: number, max: number) => fc.double({ min, max, ...amounts });

/** A design whose claims all agree. */
const consistent = fc.record({ mass: between(100, 1e5), specific: between(5, 200), spare: between(1, 2), flux: between(100, 400), areal: between(300, 2000), perLaunch: fc.integer({ min: 2, max: 60 }), fleet: fc.integer({ min: 1, max: 5000 }), lift: between(1, 3), price: between(20, 5000) })
  .map((d) => {
    const itPeak = d.mass * d.specific;
    const heat = itPeak * d.spare;
    const arrayArea = heat / d.flux;
    const radiatorArea = heat / d.areal;
    const totalArea = (arrayArea + radiatorArea) * d.spare;
    const payload = d.perLaunch * d.mass * d.lift;
    const unit = { itPeak: "W", mass: "kg", specificPower: "W/kg", arrayPower: "W", arrayFlux: "W/m2", arrayArea: "m2", heat: "W", radiatorFlux: "W/m2", radiatorArea: "m2", totalArea: "m2", areaToMass: "m2/kg", launchPower: "W", payload: "kg", payloadPrice: "$/kg", launchPrice: "$", fleetPower: "W" } as const;
    const value: Record<keyof typeof unit, number> = {
      itPeak, mass: d.mass, specificPower: d.specific, arrayPower: heat, arrayFlux: d.flux, arrayArea, heat, radiatorFlux: d.areal, radiatorArea, totalArea, areaToMass: totalArea / d.mass,
      launchPower: itPeak * d.perLaunch, payload, payloadPrice: d.price, launchPrice: d.price * payload, fleetPower: itPeak * d.fleet * 2,
    };
    const written = (over: Readonly<Record<string, number>> = {}): Written => Object.fromEntries([
      ...Object.entries(unit).map(([key, of]) => [key, `${over[key] ?? value[key as keyof typeof unit]} ${of}`]), ["platformsPerLaunch", d.perLaunch], ["platforms", d.fleet * 2],
    ]);
    return { value, written, keys: Object.keys(unit) as (keyof typeof unit)[] };
  });

describe("what must hold", () => {
  test("claims that agree close; one of them changed is found, and put right closes", () => {
    fc.assert(fc.property(consistent, fc.nat(), fc.constantFrom(0.5, 2, 1.3), (design, pick, factor) => {
      expect(claimed(design.written()).closes).toBe(true);
      const key = design.keys[pick % design.keys.length]!;
      const got = claimed(design.written({ [key]: design.value[key] * factor }));
      expect(got.closes).toBe(false);
      const mend = got.mends.find((set) => set.length === 1 && set[0]!.path === `orbit.claims.${key}`);
      expect(mend, `${key} among ${mends(got).join("; ")}`).toBeDefined();
      // By bisection to the last bits: what is left is the rounding of products of a dozen doubles.
      expect(Math.abs(mend![0]!.value / design.value[key] - 1)).toBeLessThan(1e-12);
      expect(claimed(design.written({ [key]: mend![0]!.value })).closes).toBe(true);
    }), { numRuns: 40 });
  });

  test("where a bound would be met too, a mend is what the equality needs", () => {
    // 101 t at 20 $/kg; half of it carries neither ten satellites of 10 t (a bound: 100 t would) nor costs 2.02 M$ (20 $/kg has one digit: 100 t would close it too).
    const got = claimed({ platformsPerLaunch: 10, mass: "10001 kg", payload: "50.5051 t", payloadPrice: "20 $/kg", launchPrice: "2.020204 M$" });
    expect(got.closes).toBe(false);
    measure("size-claims", { case: "payload halved, put right by the price and not by the load", got: got.mends.find((set) => set[0]!.path === "orbit.claims.payload")![0]!.value, expected: 101_010.2, rel: 1e-12, unit: "kg", source: "2.020204 M$ / 20 $/kg" });
  });

  test("names, notes, sites and the order of the claims change nothing", () => {
    const design: Written = { itPeak: "150 kW", specificPower: "70 kW/t", mass: "3000 kg", arrayPower: "150 kW", arrayFlux: "250 W/m2", arrayArea: "600 m2", totalArea: "800 m2", areaToMass: "0.1333 m2/kg", areaToMassOf: "tumbling" };
    const plain = claimed(design);
    expect(mends(plain)).toEqual(["specificPower 50"]);
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/).filter((text) => !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].includes(text));
    fc.assert(fc.property(fc.shuffledSubarray(Object.entries(design), { minLength: Object.keys(design).length }), word, fc.string(), word, (entries, name, note, site) => {
      expect(claimed(Object.fromEntries(entries), { name: `x${name}`, note, site: `x${site}` })).toEqual(plain);
    }), { numRuns: 30 });
  });

  test("our own sizing reads no claim", () => {
    const { claims, notes, ...own } = size(designOf({ itPeak: "150 kW", specificPower: "70 kW/t", mass: "3000 kg" }));
    const { claims: none, notes: fewer, ...alone } = size(designOf({}));
    expect([claims === null, none]).toEqual([false, null]);
    expect(own).toEqual(alone);
    expect(notes.slice(0, fewer.length)).toEqual(fewer);
    expect(notes.at(-1)).toContain("orbit.claims.specificPower would have to be 50 W/kg");
  });
});
