import { describe, expect, test } from "vitest";
import { costEvaluation, sizeEvaluation, sizeEvaluator } from "../../src/run/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import type { Evaluation } from "../../src/study/index.ts";
import { fly } from "../../src/fly/index.ts";
import { serve, stationRain } from "../../src/serve/index.ts";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const valueOf = ({ measures }: Evaluation, key: string): number | null => {
  const measure = measures.find((m) => m.key === key);
  if (measure === undefined) throw new Error(`no measure ${key}`);
  return measure.value;
};

describe("sizeEvaluation", () => {
  const scenario = scenarioOf(RACK);
  const found = sizeEvaluation(scenario);
  const platform = size(scenario).platform!;

  test("takes from the sizing what it has", () => {
    expect([found.status, found.why]).toEqual(["feasible", []]);
    expect(valueOf(found, "wet_kg")).toBe(platform.mass.wet_kg);
    expect(valueOf(found, "deltaV_m_per_s")).toBe(platform.life.deltaV.carried_m_per_s);
    expect(valueOf(found, "stationKeeping_m_per_s_per_yr")! * 5).toBeCloseTo(platform.life.deltaV.byPurpose.stationKeeping_m_per_s, 12);
  });

  // The same shadows by another way in size/season: the year's longest.
  test("sees the longest shadow that the battery is sized for", () => {
    expect(valueOf(found, "longestShadow_min")! * 60).toBeCloseTo(platform.orbit.shadowMax_s, 9);
  });

  // Slant by the law of cosines in the triangle of station, platform and the Earth's centre: Re 6378.137 km, 650 km, 10 deg; 299,792.458 km/s.
  test("goes up and down the slant at the lowest elevation", () => {
    const [re, e] = [6378.137, (10 * Math.PI) / 180];
    const slant_km = Math.sqrt((re * Math.sin(e)) ** 2 + 2 * re * 650 + 650 ** 2) - re * Math.sin(e);
    expect(valueOf(found, "roundTrip_ms")).toBeCloseTo((2 * slant_km) / 299.792458, 9);
  });

  // AP-8 behind 10 mm at 650 km sun-synchronous: 119 rad a year under an active Sun, 202 under a quiet one (docs/theory/radiation); Suncatcher says about 150.
  test("takes the belts' dose between the quiet and the active Sun's, and none outside their table", () => {
    expect(valueOf(found, "dose10mm_rad_per_yr")).toBeGreaterThan(119);
    expect(valueOf(found, "dose10mm_rad_per_yr")).toBeLessThan(202);
    expect(valueOf(sizeEvaluation(scenarioOf(RACK, "orbit.altitude=450 km")), "dose10mm_rad_per_yr")).toBeNull();
  });

  // Radiation as the sizing has it, for a class of 16,384 chips beside one of 256.
  test("sees dose behind the own shield, its limit, chips at work and what synchronous jobs keep", () => {
    const jobs = RACK.replace("deferralMax: 12 h }", "deferralMax: 12 h }, { id: big, kind: training, power: 100 kW, synchronousChips: 16384 }, { id: small, kind: training, power: 10 kW, synchronousChips: 256 }");
    const of = (...set: readonly string[]) => sizeEvaluation(scenarioOf(jobs, ...set));
    const [thin, thick] = [of(), of("orbit.platform.shielding=4 kg/kW")];
    const { radiation } = size(scenarioOf(jobs)).platform!;
    expect(valueOf(thin, "dose_rad_per_yr")).toBe(radiation.dose!.dose_rad_per_yr);
    expect(valueOf(thin, "doseOfLife_over_limit")! * radiation.limit_rad).toBeCloseTo(radiation.dose!.life_rad, 9);
    expect(valueOf(of("orbit.radiation.doseMargin=2"), "doseOfLife_over_limit")).toBeCloseTo(2 * valueOf(thin, "doseOfLife_over_limit")!, 12);
    expect(valueOf(thick, "dose_rad_per_yr")).toBeLessThan(valueOf(thin, "dose_rad_per_yr")!);
    expect(valueOf(thick, "dose10mm_rad_per_yr")).toBe(valueOf(thin, "dose10mm_rad_per_yr"));
    expect(valueOf(of("orbit.radiation.spares=12"), "working_frac")).toBeGreaterThan(valueOf(thin, "working_frac")!);
    expect(valueOf(thick, "useful_frac.big")).toBeGreaterThan(valueOf(thin, "useful_frac.big")!);
    // 64 times the chips, a 64th of the time between interruptions.
    expect(valueOf(thin, "mtbf_s.small")! / valueOf(thin, "mtbf_s.big")!).toBeCloseTo(64, 9);
    expect(valueOf(of("orbit.radiation.solarConfidence=95 %"), "doseOfLife_over_limit")).toBeGreaterThan(valueOf(thin, "doseOfLife_over_limit")!);
    const away = of("orbit.type=geostationary", "orbit.altitude=null");
    expect([away.status, valueOf(away, "dose_rad_per_yr"), valueOf(away, "useful_frac.big")]).toEqual(["unheld", null, null]);
  });

  // Eclipse-free dawn-dusk orbits begin near 1,400 km at the June solstice (Suncatcher arXiv 2511.19468; physics/eclipse has them).
  test("has shadow at 650 km and none at 1,500 km", () => {
    expect(valueOf(found, "sunlit_frac")).toBeLessThan(0.97);
    expect(valueOf(found, "worstDaySunlit_frac")).toBeLessThan(valueOf(found, "sunlit_frac")!);
    expect(valueOf(sizeEvaluation(scenarioOf(RACK, "orbit.altitude=1500 km")), "sunlit_frac")).toBe(1);
  });

  test("leaves empty what does not exist: drag, fall and reach at L1", () => {
    const deep = sizeEvaluation(scenarioOf(RACK, "orbit.type=sun-earth-l1", "orbit.altitude="));
    for (const key of ["dragMakeup_m_per_s_per_yr", "fall_yr", "roundTrip_ms"]) expect(valueOf(deep, key), key).toBeNull();
    expect([valueOf(deep, "sunlit_frac"), valueOf(deep, "longestShadow_min")]).toEqual([1, 0]);
  });

  // A bit rate over seconds in view, by hand from the contacts of a whole flight of the same days.
  test("sends what the flown contacts allow, and nothing without stations or without the rain of a radio link", async () => {
    const station = ["network.stations=[{id: svalbard, station: ksat-svalbard}]", "simulate.days=10"];
    const written = scenarioOf(RACK, ...station, "network.stationRate=2 Gb/s");
    const { summary } = await fly(written, size(written));
    expect(valueOf(sizeEvaluation(written), "sent_GB_per_day")! / ((summary!.contact.minutes_per_day * 60 * 2) / 8)).toBeCloseTo(1, 12);
    expect(valueOf(found, "sent_GB_per_day")).toBeNull();
    const radio = scenarioOf(RACK, ...station, "network.downlink={kind: radio, frequency: 20 GHz, eirp: 35 dBW, gOverT: 32 dB/K, bandwidth: 500 MHz, acquisition: 0 s}");
    expect(valueOf(sizeEvaluation(radio), "sent_GB_per_day")).toBeNull();
    const rain = await stationRain(radio);
    const sizing = size(radio);
    const { downlink } = serve(radio, { sizing, flight: await fly(radio, sizing), rain });
    expect(valueOf(sizeEvaluation(radio, rain), "sent_GB_per_day")).toBeCloseTo(downlink!.B_per_day / 1e9, 9);
  });

  test("says what share of a step the exchange takes, and nothing where nobody trains", () => {
    const trained = (...set: readonly string[]) => sizeEvaluation(scenarioOf(RACK, "orbit.formation={radius: 1 km, spacing: 100 m, satellites: 81}", "demand.classes=[{id: pretraining, kind: training, power: 1 MW, model: llama-3-405b}]", ...set));
    const step = (link_Gbps: number): number => {
      // Torus of 81: 80/81 of 405e9 gradients of 4 bytes, twice, over four links, and 32 messages of 10 us; compute 6 P t at 41 %.
      const platform_FLOPS = size(scenarioOf(RACK)).platform!.bf16_PFLOP_per_s * 1e15;
      const exchange_s = 32e-5 + ((2 * 80) / 81) * ((405e9 * 4 * 8) / (4 * link_Gbps * 1e9));
      return exchange_s / (exchange_s + (6 * 405e9 * 16e6) / (81 * platform_FLOPS * 0.41));
    };
    expect(valueOf(trained("orbit.interlink={beams: {}}"), "exchange_frac")).toBeCloseTo(step(9600), 6);
    expect(valueOf(trained("orbit.interlink={}", "orbit.platform.terminal=starlink-laser", "orbit.platform.terminals=4"), "exchange_frac")).toBeCloseTo(step(200), 6);
    expect(valueOf(trained(), "exchange_frac")).toBeNull();
  });

  test("gives the reasons, and the same measures without values, where nothing could be computed", () => {
    const high = sizeEvaluation(scenarioOf(RACK, "orbit.altitude=7000 km"));
    expect(high.status).toBe("infeasible");
    expect(high.why[0]).toContain("sun-synchronous");
    expect(high.measures.map(({ key, value }) => [key, value])).toEqual(found.measures.map(({ key }) => [key, null]));
  });
});

describe("sizeEvaluator", () => {
  test("measures each scenario as if it were alone, whatever came before", () => {
    const evaluate = sizeEvaluator();
    for (const set of [["orbit.altitude=650 km"], ["orbit.platform.servers=2"], ["orbit.altitude=7000 km"], ["orbit.altitude=700 km"], ["orbit.altitude=700 km", "orbit.platform.massMargin=5 %"], ["orbit.life=7 yr"]]) {
      const scenario = scenarioOf(RACK, ...set);
      const alone = size(scenario);
      const found = evaluate(scenario);
      expect([found.status, found.why], set.join(" ")).toEqual([alone.status, alone.why]);
      expect(valueOf(found, "wet_kg")).toBe(alone.platform?.mass.wet_kg ?? null);
      expect(found).toEqual(sizeEvaluation(scenario));
    }
  });
});

describe("costEvaluation", () => {
  test("adds what the whole run says", async () => {
    const found = await costEvaluation(scenarioOf(RACK, "simulate.days=7"), { solve: solveHighs });
    const ratio = valueOf(found, "orbit_usd_per_kW_yr")! / valueOf(found, "ground_usd_per_kW_yr")!;
    expect(valueOf(found, "ratio")).toBeCloseTo(ratio, 9);
    expect(valueOf(found, "delivered_frac")).toBeGreaterThan(0.9);
    expect(valueOf(found, "wet_kg")).toBe(valueOf(sizeEvaluation(scenarioOf(RACK)), "wet_kg"));
  });
});
