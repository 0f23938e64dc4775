import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  airMass,
  aluminaCeiling_frac,
  areaLeft_frac,
  avoidanceLoad,
  brightnessLimit_mag,
  combustionCarbon_kg_per_kg,
  dimmedMagnitude,
  entering_kg_per_yr,
  footprint,
  launchCarbon_kg_per_kg,
  loopsWhole_frac,
  meteoroidEarthFactor,
  meteoroidFlux_per_m2_yr,
  meteoroidMass_g,
  METEOROID_DENSITY_G_PER_CM3,
  propellantCarbon,
  punctures,
  replacements_per_yr,
  soot_g_per_kg,
  sphereMagnitude,
  upmass_kg_per_yr,
  zenithSighting,
} from "../../src/physics/index.ts";
import type { FootprintInputs, Propellant, PuncturedRadiator, Ranged } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

describe("brightness", () => {
  // Without extinction: k X taken off again. V = -1.372 for z = 160 m2, phase 0, 700 km (sdross0/orbital-datacenter-brightness@304c57e,
  // verify_lsm.py, after Boley, Lawler & Rein 2026, eq. 2).
  it("of a diffuse sphere is the published closed form", () => {
    const at = (range_km: number) => sphereMagnitude(160, { range_km, phase_deg: 0, zenith_deg: 0 }) - 0.15 * airMass(0);
    measure("sustainability", {
      case: "V of a sphere of 160 m2 at 700 km, phase 0",
      got: at(700),
      expected: -1.372,
      abs: 5e-4,
      unit: "mag",
      source: "Boley, Lawler & Rein 2026 eq. 2, via sdross0/orbital-datacenter-brightness",
    });
    measure("sustainability", {
      case: "V at twice the range",
      got: at(1400) - at(700),
      expected: 5 * Math.log10(2),
      abs: 1e-12,
      unit: "mag",
      source: "inverse square",
    });
  });

  // Mean of magnitudes brought to 1,000 km: 7.87 +- 0.09 (Mallama et al., arXiv 2306.06657); satellites are seen at phases of some 60 to 110 deg.
  it("of a dimmed satellite is its fit's mean", () => {
    const phases = Array.from({ length: 51 }, (_, i) => 60 + i);
    const at = (phase_deg: number) => dimmedMagnitude(116, { range_km: 1000, phase_deg, zenith_deg: 0 }) - 0.15 * airMass(0);
    const mean = phases.reduce((sum, phase) => sum + at(phase), 0) / phases.length;
    measure("sustainability", {
      case: "V of Gen2 Mini at 1,000 km, mean over phases 60-110",
      got: mean,
      expected: 7.87,
      abs: 0.15,
      unit: "mag",
      source: "Mallama et al. 2023, arXiv 2306.06657",
    });
    expect(dimmedMagnitude(1160, { range_km: 1000, phase_deg: 90, zenith_deg: 0 })).toBeCloseTo(
      dimmedMagnitude(116, { range_km: 1000, phase_deg: 90, zenith_deg: 0 }) - 2.5,
      12,
    );
  });

  // Kasten & Young 1989 give about 38 at the horizon, where the plane layer's 1/cos has no value; at 60 deg both are 2 within a percent.
  it("passes through the known air masses", () => {
    measure("sustainability", {
      case: "air mass at the horizon",
      got: airMass(90),
      expected: 38,
      rel: 0.01,
      unit: "1",
      source: "Kasten & Young 1989",
    });
    measure("sustainability", { case: "air mass at 60 deg", got: airMass(60), expected: 2, rel: 0.01, unit: "1", source: "plane layer" });
    expect(airMass(0)).toBeCloseTo(1, 3);
  });

  it("has a limit of 7 at 550 km, and a filed satellite at 1,000 km is brighter than it asks", () => {
    expect(brightnessLimit_mag(550)).toBe(7);
    const evening = zenithSighting(1000, -12);
    expect(evening.phase_deg).toBe(78);
    expect(sphereMagnitude(0.2 * 800, evening)).toBeLessThan(dimmedMagnitude(800, evening));
    expect(dimmedMagnitude(800, evening)).toBeLessThan(brightnessLimit_mag(1000));
  });

  it("falls with range, phase and air, rises with area", () => {
    const sight = fc.record({
      range_km: fc.double({ min: 200, max: 5000, noNaN: true }),
      phase_deg: fc.double({ min: 0, max: 170, noNaN: true }),
      zenith_deg: fc.double({ min: 0, max: 85, noNaN: true }),
    });
    fc.assert(
      fc.property(sight, fc.double({ min: 1, max: 1e4, noNaN: true }), (s, area) => {
        const here = sphereMagnitude(area, s);
        const fainter = [
          { ...s, range_km: s.range_km * 1.1 },
          { ...s, phase_deg: s.phase_deg + 1 },
          { ...s, zenith_deg: s.zenith_deg + 1 },
        ].every((other) => sphereMagnitude(area, other) > here);
        return fainter && sphereMagnitude(area * 1.1, s) < here;
      }),
    );
    expect(() => sphereMagnitude(1, { range_km: NaN, phase_deg: 0, zenith_deg: 0 })).toThrow("range_km");
  });
});

describe("meteoroids", () => {
  const flux = (diameter_mm: number): number =>
    meteoroidFlux_per_m2_yr(meteoroidMass_g({ diameter_mm, density_g_per_cm3: METEOROID_DENSITY_G_PER_CM3 }));

  // Worked out before this code from ECSS-E-ST-10-04C 10.2.4.1: 4.2e-4 above 1 mm, 5.7e-3 above 0.5 mm, 2.5 g/cm3.
  it("come as often as ECSS says", () => {
    const source = "ECSS-E-ST-10-04C 10.2.4.1 (Grun 1985), project physics notes";
    measure("sustainability", { case: "meteoroids above 1 mm", got: flux(1), expected: 4.2e-4, rel: 0.02, unit: "1/m2/yr", source });
    measure("sustainability", { case: "meteoroids above 0.5 mm", got: flux(0.5), expected: 5.7e-3, rel: 0.02, unit: "1/m2/yr", source });
    fc.assert(
      fc.property(
        fc.double({ min: -17, max: 1.9, noNaN: true }),
        (log) => meteoroidFlux_per_m2_yr(10 ** (log + 0.1)) < meteoroidFlux_per_m2_yr(10 ** log),
      ),
    );
  });

  // Same notes: 110 m2 two-sided over 5 years take 0.47 hits above 1 mm and 6.3 above 0.5 mm; 2,500 m2 10.6 and 142.
  it("hit radiators as often as worked out before", () => {
    const radiator = (area_m2: number, flux_per_m2_yr: number): PuncturedRadiator => ({
      area_m2,
      sides: 2,
      exposed_frac: 1,
      loops: 1,
      flux_per_m2_yr,
    });
    const source = "project physics notes, from ECSS-E-ST-10-04C";
    measure("sustainability", {
      case: "hits above 1 mm, 110 m2, 5 years",
      got: punctures(radiator(110, flux(1)), 5),
      expected: 0.47,
      rel: 0.03,
      unit: "1",
      source,
    });
    measure("sustainability", {
      case: "hits above 0.5 mm, 110 m2, 5 years",
      got: punctures(radiator(110, flux(0.5)), 5),
      expected: 6.3,
      rel: 0.03,
      unit: "1",
      source,
    });
    measure("sustainability", {
      case: "hits above 1 mm, 2,500 m2, 5 years",
      got: punctures(radiator(2500, flux(1)), 5),
      expected: 10.6,
      rel: 0.03,
      unit: "1",
      source,
    });
    measure("sustainability", {
      case: "hits above 0.5 mm, 2,500 m2, 5 years",
      got: punctures(radiator(2500, flux(0.5)), 5),
      expected: 142,
      rel: 0.03,
      unit: "1",
      source,
    });
  });

  // Far away neither focusing nor shadow; just above the air half the sky is gone: (1 + 0)/2 of 1 + v_esc^2/v^2 = 1 + 11.1^2/20^2.
  it("are focused and shadowed by the Earth", () => {
    expect(meteoroidEarthFactor({ altitude_km: 1e9, speed_km_per_s: 20 })).toBeCloseTo(1, 5);
    expect(meteoroidEarthFactor({ altitude_km: 100.0001, speed_km_per_s: 20 })).toBeCloseTo(0.5 * (1 + 11.093 ** 2 / 400), 2);
  });

  it("leave more area the more loops there are, by the binomial", () => {
    const hit = (loops: number): PuncturedRadiator => ({ area_m2: 100, sides: 2, exposed_frac: 0.2, loops, flux_per_m2_yr: 0.01 });
    expect(punctures(hit(1), 5)).toBeCloseTo(2, 12);
    expect(areaLeft_frac(hit(1), 5)).toBeCloseTo(Math.exp(-2), 12);
    expect(areaLeft_frac(hit(20), 5)).toBeCloseTo(Math.exp(-0.1), 12);
    const p = Math.exp(-1);
    expect(loopsWhole_frac(hit(2), 5, 1)).toBeCloseTo(1 - (1 - p) ** 2, 12);
    expect(loopsWhole_frac(hit(2), 5, 2)).toBeCloseTo(p * p, 12);
    expect(loopsWhole_frac({ ...hit(3), flux_per_m2_yr: 0 }, 5, 3)).toBe(1);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.1, max: 30, noNaN: true }),
        (loops, years) => areaLeft_frac(hit(loops + 1), years) > areaLeft_frac(hit(loops), years),
      ),
    );
  });
});

describe("a fleet that renews itself", () => {
  // Turyshev 2026: 1.27 units launched a unit of mean service at 0.1 a year over 5 years; here a year: 1.27/5.
  it("replaces by the lifetime penalty", () => {
    const { all, retired, failed } = replacements_per_yr({ satellites: 1000, life_yr: 5, failure_per_yr: 0.1 });
    measure("sustainability", {
      case: "replacements a satellite and year, 0.1 a year, 5 years",
      got: all / 1000,
      expected: 1.27 / 5,
      rel: 0.002,
      unit: "1/yr",
      source: "Turyshev 2026, lifetime penalty over the life",
    });
    expect(retired + failed).toBeCloseTo(all, 9);
    expect(replacements_per_yr({ satellites: 1000, life_yr: 5, failure_per_yr: 0 })).toEqual({ all: 200, retired: 200, failed: 0 });
  });

  it("sends up what comes down and what is lost on the way", () => {
    const fleet = { satellites: 100, life_yr: 4, failure_per_yr: 0 };
    const masses = { launch_kg: 1250, end_kg: 1100 };
    expect(upmass_kg_per_yr(fleet, masses, 0.98)).toBeCloseTo((25 * 1250) / 0.98, 9);
    expect(entering_kg_per_yr(fleet, masses, 1)).toBeCloseTo(25 * 1100, 9);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 1, max: 15, noNaN: true }), (failure_per_yr, life_yr) => {
        const at = (l: number, t: number): number => upmass_kg_per_yr({ satellites: 10, life_yr: t, failure_per_yr: l }, masses, 1);
        return (
          at(failure_per_yr + 0.01, life_yr) > at(failure_per_yr, life_yr) &&
          at(failure_per_yr, life_yr + 0.1) < at(failure_per_yr, life_yr)
        );
      }),
    );
  });

  // Ferreira et al. 2024 (GRL, 2024GL109280): a 250 kg satellite leaves 30 kg of alumina: 0.12, below all its aluminium turned to oxide.
  it("cannot leave less oxide in its ceiling than a study of one satellite found", () => {
    expect(aluminaCeiling_frac({ aluminium_frac: 0.3, burnt_frac: 1 })).toBeGreaterThan(30 / 250);
    measure("sustainability", {
      case: "alumina over aluminium",
      got: aluminaCeiling_frac({ aluminium_frac: 1, burnt_frac: 1 }),
      expected: 101.96 / 53.96,
      rel: 1e-4,
      unit: "1",
      source: "molar masses, CRC Handbook",
    });
  });

  it("turns away in proportion to the fleet and to what is in its way", () => {
    const fleet = { satellites: 500, life_yr: 5, failure_per_yr: 0 };
    const published = { rate_per_yr: 41, objects: 10_000 };
    const load = avoidanceLoad(fleet, published, { objects: 10_000, deltaV_m_per_s: 0.03 });
    expect(load).toMatchObject({ perSatellite_per_yr: 41, fleet_per_yr: 20_500 });
    expect(load.fleet_per_day).toBeCloseTo(20_500 / 365.25, 9);
    expect(load.deltaV_m_per_s).toBeCloseTo(41 * 5 * 0.03, 12);
    expect(avoidanceLoad(fleet, published, { objects: 20_000, deltaV_m_per_s: 0.03 }).fleet_per_yr).toBe(41_000);
  });
});

const methalox: Propellant = {
  mixtureRatio: 3.6,
  combustion_kg_per_kg: combustionCarbon_kg_per_kg(4),
  fuelUpstream_kg_per_kg: 0.93,
  fuelElectricity_kWh_per_kg: 0,
  oxygenElectricity_kWh_per_kg: 0.4,
};

describe("launch carbon", () => {
  // IPCC 2006, volume 2, table 1.4: natural gas burnt as methane 2.75 kg/kg (44/16); jet kerosene 71.5 t/TJ x 44.1 TJ/Gg = 3.153; ICAO 3.16.
  it("burns as the inventories say", () => {
    measure("sustainability", {
      case: "CO2 a kilogram of methane",
      got: combustionCarbon_kg_per_kg(4),
      expected: 44 / 16,
      rel: 0.005,
      unit: "kg/kg",
      source: "IPCC 2006, molar ratio 44/16",
    });
    measure("sustainability", {
      case: "CO2 a kilogram of kerosene, CH1.95",
      got: combustionCarbon_kg_per_kg(1.95),
      expected: 3.16,
      rel: 0.005,
      unit: "kg/kg",
      source: "ICAO Annex 16 volume IV: 3.16",
    });
  });

  // Primary indices of methane and oxygen, g a kg of propellant: CO2 426, CO 120, soot 5 (cbarker211/Emissions_API, primary_emission_indices.csv,
  // Barker et al. 2024): all their carbon as CO2. Their mixture ratio is not stated; Raptor's 3.6 here, and 3.3 would meet them within 1 %.
  it("counts the carbon of Barker's methane engine", () => {
    const expected = 0.426 + 0.12 * (44.009 / 28.01) + 0.005 * (44.009 / 12.011);
    const at = (mixtureRatio: number) => propellantCarbon({ ...methalox, mixtureRatio }, 1, 0).combustion_kg;
    measure("sustainability", {
      case: "carbon a kilogram of methane and oxygen, as CO2",
      got: at(3.6),
      expected,
      rel: 0.06,
      unit: "kg/kg",
      source: "Barker et al. 2024, primary emission indices; ratio not stated, 3.6 here",
    });
    expect(at(3.3)).toBeGreaterThan(expected);
  });

  it("adds up by hand", () => {
    const parts = launchCarbon_kg_per_kg([{ propellant: methalox, propellant_kg: 4.6e6, dry_kg: 1e5, made_kg_per_kg: 6, flights: 10 }], {
      payload_kg: 1e5,
      grid_kg_per_kWh: 0.4,
    });
    expect(parts.combustion).toBeCloseTo((1e6 * combustionCarbon_kg_per_kg(4)) / 1e5, 9);
    expect(parts.upstream).toBeCloseTo((1e6 * 0.93 + 3.6e6 * 0.4 * 0.4) / 1e5, 9);
    expect(parts.vehicle).toBeCloseTo(0.6, 12);
    expect(parts.total).toBeCloseTo(parts.combustion + parts.upstream + parts.vehicle, 12);
  });

  // National Academies 26142 as in Barker's code: 4 % is left below 15 km, all above 15 + ln(25)/0.12 = 41.8 km.
  it("leaves the soot of the high plume", () => {
    expect(soot_g_per_kg(22, 0)).toBeCloseTo(0.88, 12);
    expect(soot_g_per_kg(22, 15 + Math.log(25) / 0.12)).toBeCloseTo(22, 9);
    expect(soot_g_per_kg(22, 80)).toBe(22);
    expect(soot_g_per_kg(0, 30)).toBe(0);
  });
});

const known = (value: number): Ranged => ({ value, low: value / 2, high: value * 2 });
const ground: FootprintInputs = {
  made: [
    { name: "servers", amount: 10, factor_kg: known(3574) },
    { name: "building", amount: 100, factor_kg: { value: 525, low: null, high: null } },
  ],
  launched_kg: 0,
  launch_kg_per_kg: known(1),
  delivered_kWh: 4.4e6,
  acceleratorHours: 3.5e6,
  gridEnergy_kWh_per_kWh: 1.2,
  grid_g_per_kWh: known(400),
  water_L_per_kWh: known(1),
  gridWater_L_per_kWh: known(3),
  leftOut: ["network"],
};

describe("footprint", () => {
  it("adds up by hand, and leaves unknown bounds unknown", () => {
    const got = footprint(ground);
    expect(got.carbon_kg.value).toBeCloseTo(35_740 + 52_500 + 4.4e6 * 1.2 * 0.4, 6);
    expect(got.carbon_kg).toMatchObject({ low: null, high: null });
    expect(got.carbon_g_per_kWh.value).toBeCloseTo((got.carbon_kg.value * 1000) / 4.4e6, 9);
    expect(got.carbon_g_per_acceleratorHour.value).toBeCloseTo((got.carbon_kg.value * 1000) / 3.5e6, 9);
    expect(got.water_L).toEqual({
      value: 4.4e6 + 4.4e6 * 1.2 * 3,
      low: (4.4e6 + 4.4e6 * 1.2 * 3) / 2,
      high: (4.4e6 + 4.4e6 * 1.2 * 3) * 2,
    });
    expect(got.boundary).toEqual({ counted: ["servers", "building", "grid electricity"], leftOut: ["network"] });
  });

  it("is the grid alone when nothing is made, and blames the field that is wrong", () => {
    const bare = footprint({ ...ground, made: [] });
    expect(bare.carbon_g_per_kWh).toEqual({ value: 480, low: 240, high: 960 });
    expect(() => footprint({ ...ground, delivered_kWh: 0 })).toThrow("delivered_kWh");
    expect(() => footprint({ ...ground, grid_g_per_kWh: { value: 5, low: 6, high: null } })).toThrow("grid_g_per_kWh");
    expect(() => footprint({ ...ground, made: [{ name: "arrays", amount: 1, factor_kg: known(NaN) }] })).toThrow("arrays");
    expect(() => footprint({ ...ground, made: [{ name: "arrays", amount: NaN, factor_kg: known(1) }] })).toThrow("amount of arrays");
    expect(() => meteoroidEarthFactor({ altitude_km: 90, speed_km_per_s: 20 })).toThrow("altitude_km");
  });

  it("conserves: parts sum to the whole, bounds enclose, twice everything is twice the carbon", () => {
    const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, (servers, arrays, launched_kg) => {
        const inputs: FootprintInputs = {
          ...ground,
          made: [
            { name: "servers", amount: servers, factor_kg: known(3) },
            { name: "arrays", amount: arrays, factor_kg: known(200) },
          ],
          launched_kg,
          gridEnergy_kWh_per_kWh: 0,
          launch_kg_per_kg: known(60),
        };
        const got = footprint(inputs);
        const sum = got.parts.reduce((all, part) => all + part.carbon_kg.value, 0);
        const twice = footprint({
          ...inputs,
          launched_kg: 2 * launched_kg,
          made: inputs.made.map((item) => ({ ...item, amount: 2 * item.amount })),
        });
        const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * (1 + Math.abs(b));
        return (
          near(sum, got.carbon_kg.value) &&
          got.carbon_kg.low! <= got.carbon_kg.value &&
          got.carbon_kg.value <= got.carbon_kg.high! &&
          near(twice.carbon_kg.value, 2 * got.carbon_kg.value)
        );
      }),
    );
  });
});
