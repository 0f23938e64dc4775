import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bathtubMeanSurvival_frac, DOSE_NODES_MM, expectedWork_frac, solarProtonDose_rad, trappedDoseOverLife_rad, weibullOfEvents } from "../../src/physics/index.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import { fluxOf, orbitEnvironment, size, type RadiationSizing, type Sizing } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

/** A tray of four TPU v6e behind 10 mm of aluminium at 650 km, as Suncatcher has it: 27 kg/m2 over 0.3714 m2, the cube of its 0.0154 m3. */
const SUNCATCHER = ["orbit.platform.server=tpu-v6e-tray-4", "orbit.platform.bus=smallsat-commercial"] as const;
const NOTES = "the project's notes, worked out before this code";

const radiationOf = (sizing: Sizing): RadiationSizing => sizing.platform!.radiation;
/** By equation: shielding a kilowatt = thickness x 2.699 kg/m2 a mm x surface / nameplate. */
const behind = (scenario: Scenario, aluminium_mm: number): Scenario => {
  const orbit = scenario.orbit!;
  const { volume, nameplate } = scenario.entries[`servers/${orbit.platform.server}`]!.figures;
  const shielding_kg_per_kW = (aluminium_mm * 2.699 * 6 * volume!.value ** (2 / 3)) / nameplate!.value;
  return { ...scenario, orbit: { ...orbit, platform: { ...orbit.platform, shielding_kg_per_kW } } };
};
/** A class that all of its chips must work for. */
const gang = (chips: number, more = ""): string => RACK.replace("deferralMax: 12 h }", `deferralMax: 12 h, synchronousChips: ${chips}${more} }`);

describe("dose through size", () => {
  // Suncatcher, arXiv 2511.19468v2, section 4.3: 150 rad a year, from another belt model, at 650 km behind 10 mm; no years are named, hence
  // the mean Sun. Under the forecast of 2027-2031, a quiet one, the belts alone give 189.
  test("a platform like Suncatcher's takes 150 rad a year, within 35 %", () => {
    const sizing = size(behind(scenarioOf(RACK, ...SUNCATCHER, "orbit.drag.solarActivity=mean"), 10));
    const { dose, aluminium_mm } = radiationOf(sizing);
    expect(aluminium_mm).toBeCloseTo(10, 9);
    expect(Math.abs(dose!.dose_rad_per_yr / 150 - 1)).toBeLessThan(0.35);
    // "Nearly three times" of 2,000 rad over five years; the models' 35 %.
    expect(dose!.doseLife_yr / 5).toBeGreaterThan(2 / 1.35);
    expect(sizing.why.filter((why) => why.includes("rad"))).toEqual([]);
  });

  test("between its nodes the curve is the table's: belts to 1 %, solar protons to 2 %", () => {
    const scenario = scenarioOf(RACK);
    const environment = orbitEnvironment(scenario);
    const { launch_s } = environment;
    const { altitude_km, inclination_deg } = environment.season;
    const place = { altitude_km: altitude_km!, inclination_deg };
    for (const aluminium_mm of [0.7, 1.5, 2.5, 3.5, 5, 6, 8, 14]) {
      const { dose } = radiationOf(size(behind(scenario, aluminium_mm), environment));
      const trapped = trappedDoseOverLife_rad({ orbit: place, aluminium_mm, field: 1970, start_s: launch_s, life_yr: 5, flux: fluxOf("forecast") }) / 5;
      const solar = solarProtonDose_rad({ aluminium_mm, place, active_yr: (5 * 7) / 11, confidence_frac: "mean" }) / 5;
      expect(Math.abs(dose!.trapped_rad_per_yr / trapped - 1)).toBeLessThan(0.01);
      expect(Math.abs(dose!.solar_rad_per_yr / solar - 1)).toBeLessThan(0.02);
    }
    expect(DOSE_NODES_MM[0]).toBe(0.5);
  });

  test("more shielding never raises it", () => {
    const places = [["orbit.altitude=500 km"], ["orbit.altitude=1400 km"], ["orbit.type=circular", "orbit.inclination=53 deg", "orbit.altitude=550 km"], ["orbit.type=circular", "orbit.inclination=30 deg", "orbit.altitude=600 km"]];
    const all = places.map((set) => {
      const scenario = scenarioOf(RACK, ...set);
      return { scenario, environment: orbitEnvironment(scenario, { falls: "interpolated" }) };
    });
    const thickness = fc.double({ min: Math.log(0.5), max: Math.log(30), noNaN: true }).map(Math.exp);
    fc.assert(fc.property(fc.constantFrom(...all), thickness, thickness, ({ scenario, environment }, one, other) => {
      const of = (mm: number) => radiationOf(size(behind(scenario, mm), environment)).dose!;
      const [thin, thick] = [of(Math.min(one, other) * (1 + 1e-12)), of(Math.max(one, other) * (1 + 1e-12))];
      expect(thick.life_rad).toBeLessThanOrEqual(thin.life_rad * (1 + 1e-12));
      expect(thick.dose_rad_per_yr).toBeLessThanOrEqual(thin.dose_rad_per_yr * (1 + 1e-12));
    }), { numRuns: 100 });
  });

  test("too much of it is infeasible, and what it says would do does", () => {
    const high = scenarioOf(RACK, "orbit.altitude=800 km");
    const sizing = size(high);
    expect(sizing.status).toBe("infeasible");
    const wanted = /([\d.]+) mm would do, ([\d.]+) kg of shielding for 120\.0 kg \(orbit\.platform\.shielding ([\d.]+) kg\/kW\)/.exec(sizing.why[0]!)!;
    // Areal mass of aluminium 2.699 kg/m2 a mm; the rack's cube of 1.43 m3.
    expect(Number(wanted[2]) / (Number(wanted[1]) * 2.699 * 6 * 1.43 ** (2 / 3))).toBeCloseTo(1, 3);
    expect(size(scenarioOf(RACK, "orbit.altitude=800 km", `orbit.platform.shielding=${Number(wanted[3]) * 1.001} kg/kW`)).status).toBe("feasible");
    expect(size(scenarioOf(RACK, "orbit.altitude=800 km", `orbit.platform.shielding=${Number(wanted[3]) * 0.999} kg/kW`)).status).toBe("infeasible");
    expect(size(scenarioOf(RACK, "orbit.altitude=1200 km")).why[0]).toContain("not even 20 mm would do");
    expect(size(scenarioOf(RACK, "orbit.platform.shielding=0 kg/kW")).why[0]).toContain("more than");
    expect(size(scenarioOf(RACK, "orbit.altitude=800 km", "orbit.radiation.part=tpu-v6e-hard")).status).toBe("feasible");
    expect(size(scenarioOf(RACK, "orbit.radiation.doseMargin=2")).status).toBe("infeasible");
    expect(radiationOf(size(scenarioOf(RACK, "orbit.radiation.solarConfidence=90 %"))).dose!.life_rad).toBeGreaterThan(radiationOf(size(scenarioOf(RACK))).dose!.life_rad);
  });

  test("the box's surface sets the thickness", () => {
    expect(radiationOf(size(scenarioOf(RACK, "orbit.radiation.shieldedArea=10 m2"))).aluminium_mm).toBeCloseTo(120 / 10 / 2.699, 9);
  });

  test.each([
    ["geostationary", ["orbit.type=geostationary", "orbit.altitude=null"], "outer belt"],
    ["at L1", ["orbit.type=sun-earth-l1", "orbit.altitude=null"], "outer belt"],
    ["about the Sun", ["orbit.type=heliocentric", "orbit.altitude=null", "orbit.solarDistance=1 au"], "outer belt"],
    ["low and inclined above 720 km", ["orbit.type=circular", "orbit.inclination=53 deg", "orbit.altitude=900 km"], "altitude_km of an orbit of 53 deg"],
  ])("is unknown and said so: %s", (_, set, why) => {
    const sizing = size(scenarioOf(gang(64), ...set));
    expect([radiationOf(sizing).dose, radiationOf(sizing).upsets, radiationOf(sizing).synchronous]).toEqual([null, null, null]);
    expect(sizing.notes.find((note) => note.startsWith("Dose"))).toContain(why);
  });
});

describe("a dose that is not known", () => {
  // The published table begins at 500 km for this orbit, and no lower orbit takes more (test/physics/radiation).
  test("is held as that of the lowest orbit that is, and told: nothing becomes possible by flying below the table", () => {
    const bare = (altitude: string) => size(scenarioOf(RACK, `orbit.altitude=${altitude}`, "orbit.platform.shielding=0 kg/kW"));
    expect(["499 km", "500 km"].map((altitude) => bare(altitude).status)).toEqual(["infeasible", "infeasible"]);
    expect(bare("499 km").why[0]).toContain("of solar protons alone");
    const [below, lowest] = [size(scenarioOf(RACK, "orbit.altitude=400 km")), size(scenarioOf(RACK, "orbit.altitude=500 km"))];
    expect([radiationOf(below).dose!.boundOf_km, radiationOf(lowest).dose!.boundOf_km]).toEqual([500, null]);
    // Inclinations of the two orbits are of one class: the belts' dose is the same.
    expect(radiationOf(below).dose!.trapped_rad_per_yr).toBeCloseTo(radiationOf(lowest).dose!.trapped_rad_per_yr, 9);
    expect(radiationOf(below).dose!.solar_rad_per_yr).toBeLessThan(radiationOf(lowest).dose!.solar_rad_per_yr);
    expect(below.notes.find((note) => note.includes("500 km, where the table begins"))).toContain("bounds");
    expect([below.unheld, lowest.unheld]).toEqual([[], []]);
    // A bound above the limit proves nothing: between solar protons alone and the bound nobody can say.
    const { sure_rad, life_rad } = radiationOf(below).dose!;
    const limited = (limit_rad: number) => { const { status, unheld } = size(scenarioOf(RACK, "orbit.altitude=400 km", `orbit.radiation.doseLimit=${limit_rad} cGy`)); return [status, unheld.length]; };
    expect([limited(1.01 * life_rad), limited((sure_rad + life_rad) / 2), limited(0.99 * sure_rad)]).toEqual([["feasible", 0], ["feasible", 1], ["infeasible", 0]]);
  });

  test("where nothing bounds it, the design is not held against its limit, and says so", () => {
    const unheld = (...set: readonly string[]) => size(scenarioOf(RACK, ...set)).unheld;
    const inclined = (inclination: string, altitude: string) => unheld("orbit.type=circular", `orbit.inclination=${inclination}`, `orbit.altitude=${altitude}`);
    expect(inclined("53 deg", "900 km")).toEqual(["dose of the parts not held against orbit.radiation.doseLimit: altitude_km of an orbit of 53 deg: 900 is outside 400-720, where the dose of trapped radiation is known"]);
    expect(inclined("20 deg", "600 km")[0]).toContain("inclination_deg: 20 is outside 30-150");
    expect(inclined("98 deg", "2500 km")[0]).toContain("outer belt");
    expect(unheld("orbit.type=geostationary", "orbit.altitude=null")[0]).toContain("outer belt");
    // Thinner than the table: its thinnest is too little for these parts, and enough for those that stand more.
    expect(unheld("orbit.platform.shielding=0.01 kg/kW")).toEqual([]);
    expect(unheld("orbit.platform.shielding=0.01 kg/kW", "orbit.radiation.doseLimit=1e6 cGy")[0]).toContain("from 0.5 mm on it is");
    expect(unheld()).toEqual([]);
  });
});

describe("synchronous jobs through size", () => {
  /** The scenario with the shielding that lets 150 rad a year through. */
  const at150 = (text: string, chipsPerHost = 4): Sizing => {
    const scenario = scenarioOf(text, `orbit.platform.chipsPerHost=${chipsPerHost}`);
    const environment = orbitEnvironment(scenario);
    let [low, high] = [5, 20];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (radiationOf(size(behind(scenario, middle), environment)).dose!.dose_rad_per_yr > 150) low = middle;
      else high = middle;
    }
    return size(behind(scenario, high), environment);
  };

  test.each([[30, 120, 0.551], [5, 120, 0.687], [5, 30, 0.818]])(`16,384 chips at 150 rad a year, checkpoint %d s, restart %d s (${NOTES})`, (checkpoint, restart, expected) => {
    const [job] = radiationOf(at150(gang(16_384, `, checkpoint: ${checkpoint} s, restart: ${restart} s`))).synchronous!;
    expect(Math.abs(job!.mtbf_s / 516 - 1)).toBeLessThan(0.005);
    // At the best interval, not at Young's: up to 0.002 more.
    expect(Math.abs(job!.useful_frac - expected)).toBeLessThan(0.002);
  });

  test("two chips a host processor, as a GB200 has them: 494 s by hand", () => {
    expect(scenarioOf(RACK).orbit!.platform.chipsPerHost).toBe(2);
    // 150 (1/44 + 1/5000 + (1/450 + 1/400)/2) + 256 of 16,384 in 54 days = 3.899 a chip and year.
    const [job] = radiationOf(at150(gang(16_384), 2)).synchronous!;
    expect(job!.mtbf_s).toBeCloseTo((365.25 * 86_400) / 16_384 / (150 * (1 / 44 + 1 / 5000 + (1 / 450 + 1 / 400) / 2) + (256 / 16_384) * (365.25 / 54)), 1);
    expect(job!.mtbf_s).toBeCloseTo(494, 0);
  });

  test("says which input decides", () => {
    const [job] = radiationOf(at150(gang(16_384))).synchronous!;
    // 30-600 s: 0.658-0.219 in docs/theory/radiation.md, wider than any other.
    expect(job!.decides.input).toBe("restart");
    expect(job!.decides.low_frac).toBeCloseTo(0.658, 2);
    expect(job!.decides.high_frac).toBeCloseTo(0.219, 2);
  });
});

describe("what decides a job", () => {
  const decides = (...set: readonly string[]) => radiationOf(size(scenarioOf(gang(16_384, ", checkpoint: 5 s, restart: 30 s"), ...set))).synchronous![0]!.decides;
  /** A figure that states its own range. */
  const spread = (value: string, low: string, high: string) => `{value: ${value}, low: ${low}, high: ${high}, source: a test}`;

  // Suncatcher's beam: one crash of a host processor in 450 rad, of its memory in 400. Each of the four doses decides where it is as wide as this.
  test.each([
    ["memoryDose", spread("44 cGy", "4 cGy", "400 cGy")],
    ["functionalDose", spread("5000 cGy", "5 cGy", "5000 cGy")],
    ["hostProcessorDose", spread("450 cGy", "2 cGy", "450 cGy")],
    ["hostMemoryDose", spread("400 cGy", "2 cGy", "400 cGy")],
  ])("%s, where its range moves the useful share most", (input, figure) => {
    const { input: widest, low_frac, high_frac } = decides(`orbit.radiation.${input}=${figure}`);
    expect(widest).toBe(input);
    // More dose an event, fewer events.
    expect(high_frac).toBeGreaterThan(low_frac);
  });
});

describe("survival", () => {
  const survivalOf = (...set: readonly string[]) => radiationOf(size(scenarioOf(RACK, ...set))).survival;
  const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

  test("at a constant rate is the exponential, year by year", () => {
    const { aliveAtEnd_frac, workingMean_frac, workingByYear_frac } = survivalOf("orbit.platform.failureRate=20 %/yr");
    expect(aliveAtEnd_frac).toBeCloseTo(Math.exp(-1), 12);
    // Turyshev (2026): penalty of 1.58 over five years at 20 % a year.
    expect(1 / workingMean_frac).toBeCloseTo(1.58, 2);
    expect(workingByYear_frac[0]).toBeCloseTo((1 - Math.exp(-0.2)) / 0.2, 12);
  });

  test("with youth and wear keeps the mean of the fine quadrature to 1e-6", () => {
    const { workingByYear_frac } = survivalOf("orbit.radiation.early.counting=5 %", "orbit.radiation.wear.shape=4", "orbit.radiation.wear.scale=8 yr");
    const causes = { early: weibullOfEvents({ shape: 0.44, scale_yr: 0.2706, counting_frac: 0.05 }), constant_per_yr: 0.04, wear: { shape: 4, scale_yr: 8 } };
    expect(Math.abs(total(workingByYear_frac) / 5 - bathtubMeanSurvival_frac(causes, 5, 4000))).toBeLessThan(1e-6);
  });

  test("spares stand in until they are used up, and neither draw power nor work", () => {
    const [without, withSpares] = [size(scenarioOf(RACK)), size(scenarioOf(RACK, "orbit.radiation.spares=12"))];
    expect(withSpares.platform!.itPeak_W / without.platform!.itPeak_W).toBeCloseTo(60 / 72, 12);
    expect(withSpares.platform!.itNameplate_W).toBe(without.platform!.itNameplate_W);
    // Rates of the 60 that work; those of the nameplate stay beside them.
    expect(withSpares.platform!.working.accelerators).toBe(60);
    expect(withSpares.platform!.working.bf16_PFLOP_per_s).toBeCloseTo((60 / 72) * without.platform!.bf16_PFLOP_per_s, 9);
    expect(withSpares.platform!.working.tokens_per_s).toBeCloseTo((60 / 72) * without.platform!.tokens_per_s, 6);
    expect(withSpares.platform!.bf16_PFLOP_per_s).toBe(without.platform!.bf16_PFLOP_per_s);
    expect(withSpares.ledger.find(({ unit }) => unit === "PFLOP/s")!.quantity).toBe(withSpares.platform!.working.bf16_PFLOP_per_s);
    // The others run as hot as ever.
    expect(withSpares.platform!.chain.junction_K).toBeCloseTo(without.platform!.chain.junction_K, 9);
    const { survival } = radiationOf(withSpares);
    // Exact binomial expectation at the end of life.
    expect(survival.workingAtEnd_frac).toBeCloseTo(expectedWork_frac({ needed: 60, units: 72, survival_frac: Math.exp(-0.04 * 5) }), 12);
    survival.workingByYear_frac.forEach((share, year) => expect(share).toBeGreaterThan(radiationOf(without).survival.workingByYear_frac[year]!));
    expect(survival.workingByYear_frac[0]).toBeGreaterThan(0.999);
    expect(size(scenarioOf(RACK, "orbit.radiation.spares=72")).why[0]).toContain("are spares");
  });
});
