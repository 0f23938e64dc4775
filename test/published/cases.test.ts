/** Every case of the golden file: which function gives it and which test compares it, or why it stands as a quote. No case may be missing. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as published from "../../src/published/index.ts";
import { publishedCases } from "./golden.ts";

type Told = { readonly by: keyof typeof published; readonly test?: string } | { readonly quote: string; readonly id: string } | { readonly physics: string };

const models = "test/published/models.test.ts";

const TOLD: Readonly<Record<string, Told>> = {
  suncatcher_lpp_starlink_v2mini: { by: "suncatcherLaunchedPower", test: models },
  suncatcher_lpp_starlink_v1: { by: "suncatcherLaunchedPower", test: models },
  suncatcher_lpp_iridium_next: { by: "suncatcherLaunchedPower", test: models },
  suncatcher_v2mini_power: { by: "suncatcherArrayPower_W", test: models },
  suncatcher_learning_370kt: { by: "suncatcherLaunchPrice", test: models },
  suncatcher_terrestrial_power: { by: "suncatcherGroundPower", test: models },
  suncatcher_starship_bottomup: { quote: "inputs incomplete", id: "suncatcher-starship" },
  suncatcher_isl_5000km: { by: "suncatcherReceived" },
  suncatcher_isl_confocal: { by: "suncatcherConfocal_km" },
  suncatcher_antenna_gain: { by: "suncatcherReceived" },
  suncatcher_ppb_shannon: { by: "suncatcherLeastPhotonsPerBit" },
  suncatcher_tid_margin: { by: "suncatcherMargin" },
  suncatcher_xsection: { by: "suncatcherCrossSection_cm2" },
  suncatcher_cluster: { quote: "2:1.0037 ratio and the drift per km could not be rebuilt", id: "suncatcher-cluster" },
  starcloud_radiator_633: { by: "starcloudRadiatorFlux", test: models },
  starcloud_40mw_table: { by: "starcloudTable", test: models },
  starcloud_energy_price: { by: "starcloudTable", test: models },
  starcloud_array_error: { by: "starcloudArrayPower_W", test: models },
  turyshev_1mw_base: { quote: "no published parameter list closes 5,640 m2", id: "turyshev-base" },
  turyshev_dataverse_1mw: { by: "turyshevSizing", test: models },
  turyshev_allowance: { by: "turyshevAllowance", test: models },
  turyshev_om: { by: "upmass_t_per_day" },
  spacex_ai1: { by: "spacexAi1Sizing", test: models },
  mccalip_exact_vf: { by: "mccalipPanelTemperature_C", test: models },
  vanberkel_bisection: { by: "torusBisection_GB_per_s" },
  abi_rack_radiator: { by: "arealPower_W_per_m2" },
  iss_pvr: { quote: "a flown lower bound, never a test of physics", id: "iss-radiator" },
  sso_eclipse_table: { physics: "test/physics/eclipse.test.ts" },
  tid_5mm_al: { quote: "includes solar protons and another environment", id: "dose-5-mm" },
  mccalip_run_default: { by: "mccalipOrbit", test: models },
  mccalip_run_falcon9: { by: "mccalipOrbit", test: models },
  mccalip_run_starship_200: { by: "mccalipOrbit", test: models },
  mccalip_defaults: { by: "mccalipGround", test: models },
  mccalip_techcrunch: { by: "mccalipOrbit", test: models },
  spacedc_run_default: { by: "spacedcOrbit", test: models },
  spacedc_run_solar200: { by: "spacedcOrbit", test: models },
  spacedc_run_util98: { by: "spacedcOrbit", test: models },
  spacedc_run_earth_hyperscale_baseline: { by: "spacedcGround", test: models },
  spacedc_run_earth_constrained_grid: { by: "spacedcGround", test: models },
  spacedc_run_earth_renewable_storage: { by: "spacedcGround", test: models },
  spacedc_run_multimodal: { by: "spacedcOrbit" },
  spacedc_run_mccalip_opt: { by: "spacedcOrbit" },
  spacedc_default_details: { by: "spacedcOrbit" },
  shipit_cost_f9: { by: "shipitOrbit" },
  shipit_sim_12x24: { quote: "a foreign scheduler run", id: "shipit-simulation" },
  lcoc_defaults: { by: "lcocOrbit" },
  lcoc_run_noStarship: { by: "lcocCrossover" },
  lcoc_run_launch500: { by: "lcocCrossover" },
  lcoc_crf: { by: "lcocCrf", test: models },
  shapiro_a1_orbital: { by: "shapiroOrbit", test: models },
  shapiro_a1_ground: { by: "shapiroGround", test: models },
  shapiro_ramp: { by: "shapiroRamp", test: models },
  rotastellar_feasibility: { by: "rotastellarScore" },
  rotastellar_thermal: { by: "rotastellarTemperature_C" },
  orbitherm_readme: { quote: "hidden emissivity", id: "orbitherm" },
  orbitplan_downlink: { by: "dutyData_GB_per_day" },
  cae_pass: { by: "passRate_Mb_per_s" },
  ascend_block: { by: "arealPower_W_per_m2" },
  atomic6_price: { by: "rent_usd_per_kW_year" },
  bcg_tco: { quote: "a total without its terms", id: "bcg" },
  rv_tco_ratio_v1: { quote: "its formula is printed, its inputs by year are not", id: "research-viewer" },
  cost_of_delay: { by: "costOfDelay", test: models },
};

/** Outputs of compared cases that no function gives, and why. */
const NOT_GIVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mccalip_exact_vf: { delta_K: "the difference of two outputs that are compared" },
  suncatcher_ppb_shannon: { ppb_ook: "taken by the paper from its reference 51, a measured receiver; not worked out" },
  turyshev_om: { deployed_t_per_mw: "printed as ranges of four parts: their high ends (59 + 7.5 + 2.5 kg/kW and a node of 6 t) sum to 75, their low ends to 43 and not 49, and nothing is printed of the middle" },
  vanberkel_bisection: { latency_us: "printed without hops or switching times" },
};

/** The part of a test file, from one describe to the next, that compares a case. */
const partWith = (text: string, id: string): string => text.split(/\n(?=describe)/).find((part) => part.includes(`"${id}"`)) ?? "";

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** All numbers of a case, those within words too ("2:1.0037"), and what such a one is above 1. */
const numbersIn = (node: unknown): readonly number[] => {
  if (typeof node === "number") return [node];
  if (typeof node === "string") return [...node.matchAll(/[0-9.]+/g)].map(Number).flatMap((number) => [number, number - 1]);
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(numbersIn) : [];
};

describe("published cases", () => {
  it("each of the 62 is told of", () => {
    expect(publishedCases.map(({ id }) => id).toSorted()).toEqual(Object.keys(TOLD).toSorted());
    expect(publishedCases).toHaveLength(62);
  });
  it.each(publishedCases)("$id", ({ id, grade, why_quoted, outputs }) => {
    const told = TOLD[id]!;
    if ("by" in told) {
      expect(Object.keys(published)).toContain(told.by);
      const part = [models, "test/published/terms.test.ts"].map((file) => partWith(textOf(file), id)).join("\n");
      expect(part, `no test compares ${id}`).not.toBe("");
      expect(part, `the test of ${id} does not call ${told.by}`).toMatch(new RegExp(`\\b${told.by}\\(`));
      for (const output of Object.keys(outputs as object)) if (NOT_GIVEN[id]?.[output] === undefined) expect(part, `${output} of ${id} is not compared`).toMatch(new RegExp(`\\b${output}\\b`));
      expect(grade).not.toBe("quoted");
    } else if ("physics" in told) expect(textOf(told.physics)).toContain(`"${id}"`);
    else {
      // What a reader is told is the golden file's reason; a case graded otherwise is quoted only where its inputs do not stand in the file.
      const shown = published.quotes.find((quote) => quote.id === told.id);
      expect(shown?.why).toContain(told.quote);
      if (grade === "quoted") expect(why_quoted).toContain(told.quote);
      else expect(["bcg_tco", "rv_tco_ratio_v1"]).toContain(id);
      // Each figure as printed is the case's, or an end of it.
      const numbers = numbersIn(outputs);
      for (const { what, low, high } of shown!.figures) for (const end of [low, high]) expect(numbers.some((number) => Math.abs(number - end) < 1e-9), `${what} of ${told.id}`).toBe(true);
    }
  });
});

describe("quotes", () => {
  it.each(published.quotes)("$id states source, boundary and reason", (quote) => {
    expect(quote.boundary.length).toBeGreaterThan(20);
    expect(quote.why.length).toBeGreaterThan(20);
    for (const { low, high } of quote.figures) expect(low).toBeLessThanOrEqual(high);
  });
  it("BCG's range is the golden case's", () => {
    const { outputs } = publishedCases.find(({ id }) => id === "bcg_tco")! as { outputs: Record<string, [number, number]> };
    const figures = published.quotes.find(({ id }) => id === "bcg")!.figures.map(({ low, high }) => [low, high]);
    expect(figures).toEqual([outputs["space_musd_mw"], outputs["ground_musd_mw"], outputs["ratio_now"], outputs["ratio_5_10y"]]);
  });
});
