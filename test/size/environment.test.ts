import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decay, DOSE_NODES_MM, lowestDose_km, orbitMeanDensity_kg_per_m3, passiveCeiling_km, solarFluxRepeated_sfu, SOLAR_ACTIVE_FRAC, solarProtonDose_rad, trappedDoseOverLife_rad,
} from "../../src/physics/index.ts";
import { fluxOf, isEnvironmentOf, orbitEnvironment, orbitEnvironments, size } from "../../src/size/index.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const withPlatform = (scenario: Scenario, platform: Partial<NonNullable<Scenario["orbit"]>["platform"]>): Scenario => {
  const orbit = scenario.orbit!;
  return { ...scenario, orbit: { ...orbit, platform: { ...orbit.platform, ...platform } } };
};

describe("an environment computed once", () => {
  test.each([
    ["low", []],
    ["on another plane", ["orbit.ltan=12 h", "orbit.platform.radiatorAttitude=along-velocity"]],
    ["inclined", ["orbit.type=circular", "orbit.inclination=53 deg"]],
    ["above 1,000 km", ["orbit.altitude=1200 km", "orbit.disposal.way=lowered"]],
    ["above 2,000 km", ["orbit.altitude=2500 km"]],
    ["in a cluster", ["orbit.formation.radius=1 km", "orbit.formation.spacing=200 m"]],
  ])("gives the sizing of its orbit: %s", (_, set) => {
    const scenario = scenarioOf(RACK, ...set);
    expect(size(scenario, orbitEnvironment(scenario))).toEqual(size(scenario));
  });

  test("stays true while the platform changes: masses, areas, attitude, drag coefficient, fleet", () => {
    const environment = orbitEnvironment(scenarioOf(RACK));
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), fc.constantFrom("sun-edge", "along-velocity", "nadir-zenith"), fc.constantFrom(2, 2.2, 2.8), (factor, radiatorAttitude, coefficient) => {
        const base = scenarioOf(RACK, `orbit.drag.coefficient=${coefficient}`, "orbit.target=7");
        const scenario = withPlatform(base, { serverMass_kg: 1360 * factor, arrayAreal_kg_per_m2: 2.5 * factor, radiatorAttitude });
        expect(isEnvironmentOf(environment, scenario)).toBe(true);
        expect(size(scenario, environment)).toEqual(size(scenario));
      }),
      { numRuns: 10 },
    );
  });

  test.each([
    ["altitude_km", "orbit.altitude=651 km"],
    ["ltan_h", "orbit.ltan=6 h"],
    ["life_yr", "orbit.life=6 yr"],
    ["solarActivity", "orbit.drag.solarActivity=high"],
    ["within_yr", "orbit.disposal.within=25 yr"],
    ["start_utc_s", "simulate.start=2028-01-01"],
    ["launch_s", "orbit.firstLaunch=2028-Q1"],
    ["years_yr", "horizon.years=6 yr"],
  ])("is refused for another orbit, by name: %s", (name, set) => {
    const other = scenarioOf(RACK, set);
    const environment = orbitEnvironment(scenarioOf(RACK));
    expect(isEnvironmentOf(environment, other)).toBe(false);
    expect(() => size(other, environment)).toThrow(`${name} differs`);
  });
});

const orRefused = <T>(of: () => T): T | string => {
  try {
    return of();
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
};

// What is kept from one orbit to the next is what it would be computed to, to the last bit.
describe("environments one after another", () => {
  const SETS = [
    [], ["orbit.life=4.03 yr"], ["orbit.life=9.5 yr"], ["orbit.life=9.51 yr"], ["orbit.altitude=655 km"], ["orbit.altitude=655 km", "orbit.life=4 yr"], [],
    ["orbit.drag.solarActivity=high"], ["orbit.radiation.solarConfidence=90 %"], ["orbit.firstLaunch=2028-Q1"], ["orbit.altitude=450 km"], ["orbit.altitude=1200 km", "orbit.disposal.way=lowered"],
    ["orbit.altitude=2500 km"], ["orbit.type=circular", "orbit.inclination=53 deg"], ["orbit.formation.radius=1 km", "orbit.formation.spacing=200 m"], ["orbit.formation.radius=1 km", "orbit.formation.spacing=210 m", "orbit.life=6 yr"],
  ] as const;

  test("are each orbit's own", () => {
    const next = orbitEnvironments({ falls: "integrated" });
    for (const set of SETS) {
      const scenario = scenarioOf(RACK, ...set);
      const environment = next(scenario);
      const [kept, own] = [size(scenario, environment), size(scenario)];
      expect({ set, status: kept.status, platform: kept.platform, notes: kept.notes }).toEqual({ set, status: own.status, platform: own.platform, notes: own.notes });
      expect(JSON.stringify(environment)).toBe(JSON.stringify(orbitEnvironment(scenario)));
    }
  });

  test("have the doses of physics", () => {
    const next = orbitEnvironments({ falls: "integrated" });
    for (const set of [["orbit.life=4.03 yr"], ["orbit.life=9.5 yr"], ["orbit.altitude=450 km"], ["orbit.radiation.solarConfidence=90 %"]]) {
      const { inputs, dose, season } = next(scenarioOf(RACK, ...set));
      if (dose.kind === "unknown") throw new Error(dose.why);
      const { life_yr, launch_s, solarConfidence_frac } = inputs;
      const place = { altitude_km: season.altitude_km!, inclination_deg: season.inclination_deg };
      const orbit = { ...place, altitude_km: Math.max(place.altitude_km, lowestDose_km(place.inclination_deg)) };
      const protons = { place, active_yr: life_yr * SOLAR_ACTIVE_FRAC };
      DOSE_NODES_MM.forEach((aluminium_mm, node) => {
        expect(dose.trapped_rad_per_yr(node)).toBe(trappedDoseOverLife_rad({ orbit, aluminium_mm, field: 1970, start_s: launch_s, life_yr, flux: solarFluxRepeated_sfu }) / life_yr);
        expect(dose.solar_rad_per_yr(node)).toBe(solarProtonDose_rad({ ...protons, aluminium_mm, confidence_frac: "mean" }) / life_yr);
        expect(dose.solarLife_rad(node)).toBe(solarProtonDose_rad({ ...protons, aluminium_mm, confidence_frac: solarConfidence_frac ?? "mean" }));
      });
    }
  });

  test("have the ceilings of physics, and none exactly where a fall from 1,000 km is in time", () => {
    const asked = fc.record({ dragPerMass: fc.double({ min: Math.log(0.01), max: Math.log(30), noNaN: true }).map(Math.exp), within_yr: fc.integer({ min: 1, max: 25 }), activity: fc.constantFrom("forecast" as const, "high" as const) });
    fc.assert(
      fc.property(asked, ({ dragPerMass, within_yr, activity }) => {
        const { falls, season, end_s } = orbitEnvironment(scenarioOf(RACK, `orbit.disposal.within=${within_yr} yr`, `orbit.drag.solarActivity=${activity}`));
        const question = { inclination_deg: season.inclination_deg, start_s: end_s, within_yr, dragPerMass_m2_per_kg: dragPerMass, density: orbitMeanDensity_kg_per_m3, flux: activity === "forecast" ? solarFluxRepeated_sfu : (): number => 231.8 };
        const down = decay({ ...question, altitude_km: 1000 }).kind === "decays";
        // A ceiling within a step of 1,000 km may be refused.
        expect(orRefused(() => falls!.ceiling_km(dragPerMass))).toBe(down ? null : orRefused(() => passiveCeiling_km(question)));
      }),
      { numRuns: 40 },
    );
  });

  test("have the Sun of its calendar months", () => {
    const flux = fluxOf("forecast");
    const border_s = fc.integer({ min: 0, max: 1500 }).map((month) => Date.UTC(1958, month) / 1000);
    fc.assert(
      fc.property(border_s, fc.constantFrom(-86400, -1, -1e-3, -1e-7, 0, 1e-7, 1e-3, 86399.9995), (at_s, beside_s) => {
        expect(flux(at_s + beside_s)).toBe(solarFluxRepeated_sfu(at_s + beside_s));
      }),
      { numRuns: 300 },
    );
    expect(() => flux(Date.UTC(1957, 8) / 1000)).toThrow("no solar flux");
    expect(() => flux(Number.NaN)).toThrow("no solar flux");
  });
});

// Against the integration step by step, which is held against other programs in test/physics/decay.
describe("falls by interpolation", () => {
  const coefficientTimesAreaToMass = fc.double({ min: Math.log(0.005), max: Math.log(0.6), noNaN: true }).map(Math.exp);
  const lifeOf = (fall: { readonly kind: string; readonly life_yr?: number }): number => fall.life_yr ?? Infinity;

  test.each([400, 650, 800])("are within 2e-3 of a life and 0.1 km of a ceiling under the forecast, from %d km", (altitude_km) => {
    const scenario = scenarioOf(RACK, `orbit.altitude=${altitude_km} km`);
    const exact = orbitEnvironment(scenario).falls!;
    const falls = orbitEnvironment(scenario, { falls: "interpolated" }).falls!;
    fc.assert(
      fc.property(coefficientTimesAreaToMass, (dragPerMass) => {
        for (const from of ["fromLaunch", "fromEnd"] as const) {
          const [got, expected] = [falls[from](dragPerMass), exact[from](dragPerMass)];
          expect(got.kind).toBe(expected.kind);
          if (got.kind === "stays" && expected.kind === "stays") expect(Math.abs(got.altitude_km - expected.altitude_km)).toBeLessThan(3);
          if (expected.kind === "decays") expect(Math.abs(lifeOf(got) / expected.life_yr - 1)).toBeLessThan(2e-3);
        }
        const [got, expected] = [falls.ceiling_km(dragPerMass), exact.ceiling_km(dragPerMass)];
        if (got === null || expected === null) expect(got).toBe(expected);
        else expect(Math.abs(got - expected)).toBeLessThan(0.1);
      }),
      { numRuns: 25 },
    );
  });

  test("a Sun held still leaves life in inverse proportion to Cd A/m", () => {
    const { falls } = orbitEnvironment(scenarioOf(RACK, "orbit.altitude=500 km", "orbit.drag.solarActivity=mean"), { falls: "interpolated" });
    for (const dragPerMass of [0.05, 0.0731, 0.2, 0.41]) expect(lifeOf(falls!.fromEnd(dragPerMass)) * dragPerMass).toBeCloseTo(lifeOf(falls!.fromEnd(0.1)) * 0.1, 6);
  });

  test("answers do not depend on what was asked before", () => {
    const scenario = scenarioOf(RACK);
    const asked = (order: readonly number[]): readonly unknown[] => {
      const falls = orbitEnvironment(scenario, { falls: "interpolated" }).falls!;
      const answers = new Map(order.map((x) => [x, [falls.fromEnd(x), falls.ceiling_km(x)]] as const));
      return [0.05, 0.051, 0.06].map((x) => answers.get(x));
    };
    expect(asked([0.05, 0.051, 0.06])).toEqual(asked([0.06, 0.051, 0.05]));
  });

  test("what is no ballistic area is refused by name", () => {
    const { falls } = orbitEnvironment(scenarioOf(RACK), { falls: "interpolated" });
    for (const bad of [Number.NaN, 0, -1, Infinity]) expect(() => falls!.fromEnd(bad)).toThrow("dragPerMass_m2_per_kg");
  });
});
