/** Golden cases of published models, by id: what `src/published` answers to a case's inputs, in the shape of the case's outputs; or the quote that tells of it. */
import years from "../golden/published/lcoc-years.json" with { type: "json" };
import { plateSphereViewFactor, shadowYear, criticalBeta_deg, sunSynchronousInclination_deg } from "../../src/physics/index.ts";
import * as p from "../../src/published/index.ts";
import { publishedCase } from "./golden.ts";

/** An output, or lists and records of them. */
export type Tree = number | boolean | string | readonly Tree[] | { readonly [name: string]: Tree };
export type Tolerance = { readonly rel: number } | { readonly abs: number };

export interface Answer {
  readonly give: () => Tree;
  /** Where the case's own tolerance is in words, or finer than what is printed: by output, with the reason. */
  readonly tolerances?: Readonly<Record<string, Tolerance & { readonly why: string }>>;
  /** Outputs that nothing gives, and why. */
  readonly notGiven?: Readonly<Record<string, string>>;
}

/** An answer from the case's inputs; the caller knows their shape. */
const from = <Inputs>(id: string, give: (inputs: Inputs) => Tree, rest: Omit<Answer, "give"> = {}): readonly [string, Answer] => [id, { give: () => give(publishedCase<unknown, Inputs>(id).inputs), ...rest }];

type Prices = { readonly launch_usd_per_kg: readonly number[] };
const launchedPower = (id: string, bus: p.SuncatcherBus) =>
  from<Prices>(id, ({ launch_usd_per_kg }) => ({ launched_power_usd_per_kw_y: launch_usd_per_kg.map((price) => p.suncatcherLaunchedPower(bus, price)) }));

const suncatcher = [
  launchedPower("suncatcher_lpp_starlink_v2mini", p.suncatcherBuses.starlinkV2Mini),
  launchedPower("suncatcher_lpp_starlink_v1", p.suncatcherBuses.starlinkV1),
  launchedPower("suncatcher_lpp_iridium_next", p.suncatcherBuses.iridiumNext),
  from("suncatcher_v2mini_power", () => ({ power_kw: p.suncatcherArrayPower_W(p.suncatcherV2MiniArray) / 1000 })),
  from<{ added_mass_t: number }>("suncatcher_learning_370kt", ({ added_mass_t }) => ({ price_usd_per_kg: p.suncatcherLaunchPrice(p.suncatcherLearning, added_mass_t) })),
  from("suncatcher_terrestrial_power", () => ({ usd_per_kw_y: [p.suncatcherGround.low, p.suncatcherGround.high].map(p.suncatcherGroundPower) })),
  from<{ gt_db: number; gr_db: number }>("suncatcher_isl_5000km", ({ gt_db, gr_db }) => {
    const { received_W, gain_dB, spotRadius_m } = p.suncatcherReceived(p.suncatcherLink);
    // The paper rounds the gain of each end to 105.1 dB; 0.07 dB twice is 3.2 %, so received light is taken with that gain.
    return { pr_w: received_W * 10 ** ((gt_db + gr_db - 2 * gain_dB) / 10), spot_radius_m: spotRadius_m };
  }),
  from<{ beam_radius_m: number[]; lambda_m: number }>("suncatcher_isl_confocal", ({ beam_radius_m, lambda_m }) => ({ range_km: beam_radius_m.map((radius_m) => p.suncatcherConfocal_km({ radius_m, wavelength_m: lambda_m })) })),
  from("suncatcher_antenna_gain", () => ({ gain_db: p.suncatcherReceived(p.suncatcherLink).gain_dB })),
  from("suncatcher_ppb_shannon", () => ({ ppb_shannon: p.suncatcherLeastPhotonsPerBit(), ppb_pm16qam: p.suncatcherPhotonsPerBit(p.suncatcherTransceiver) }), {
    tolerances: { ppb_pm16qam: { rel: 0.01, why: 'section 4.2: "on the order of -20 dBm per channel" of 400G; about 196, 195.6 in Figure 1' } },
    notGiven: { ppb_ook: "taken by the paper from its reference 51, a measured receiver; not worked out" },
  }),
  from("suncatcher_tid_margin", () => {
    const { mission_rad, margin } = p.suncatcherMargin(p.suncatcherDose);
    return { mission_dose_rad: mission_rad, margin };
  }),
  from<{ rad_per_event: Record<"sdc_lo" | "sdc_hi" | "hbm_uecc" | "sefi", number> }>("suncatcher_xsection", ({ rad_per_event: { sdc_lo, sdc_hi, hbm_uecc, sefi } }) => ({
    sigma_cm2: { sdc_lo: p.suncatcherCrossSection_cm2(sdc_lo), sdc_hi: p.suncatcherCrossSection_cm2(sdc_hi), hbm: p.suncatcherCrossSection_cm2(hbm_uecc), sefi: p.suncatcherCrossSection_cm2(sefi) },
  })),
];

const starcloudTable = () => p.starcloudTable(p.starcloudDefaults);
const starcloud = [
  from("starcloud_40mw_table", () => {
    const table = starcloudTable();
    return {
      ground_energy_musd: table.groundEnergy_usd / 1e6, ground_cooling_musd: table.groundCooling_usd / 1e6, ground_total_musd: table.groundTotal_usd / 1e6,
      space_total_musd: table.spaceTotal_usd / 1e6, shield_musd: table.shield_usd / 1e6,
      // "1.7m tons": read as long tons of 1,016.05 kg (Weights and Measures Act 1985); docs/theory/published.md.
      water_mt: table.water_t / 1.0160469088 / 1e6,
    };
  }),
  from("starcloud_energy_price", () => ({ usd_per_kwh: starcloudTable().spaceEnergy_usd_per_kWh })),
  from("starcloud_array_error", () => ({ correct_gw: p.starcloudArrayPower_W(p.starcloudArray) / 1e9, claimed_gw: p.starcloudClaims.array_W / 1e9 }), { tolerances: { correct_gw: { abs: 0.02, why: "the case: 4.31 to 4.33" }, claimed_gw: { rel: 0, why: "as claimed" } } }),
  from("starcloud_radiator_633", () => {
    const flux = p.starcloudRadiatorFlux(p.starcloudRadiator);
    return { emit_per_side: flux.emitted_W_per_m2 / 2, emit_total: flux.emitted_W_per_m2, abs_earth: flux.earth_W_per_m2, abs_sun: flux.sun_W_per_m2, net: flux.net_W_per_m2 };
  }),
];

const turyshev = [
  from("turyshev_dataverse_1mw", () => {
    const { array_m2, radiator_m2 } = p.turyshevSizing(p.turyshevNode);
    return { a_pv_m2: array_m2, a_rad_m2: radiator_m2 };
  }, { notGiven: { m_kw: "the parts given, array and radiator, sum to 22.6 of the 30 to 50 kg/kW; the rest is not itemised" } }),
  from<{ m_kw: number; c_terr_usd_kw: number[] }>("turyshev_allowance", ({ m_kw, c_terr_usd_kw }) => ({
    launch_plus_build_usd_per_kg: c_terr_usd_kw.map((ground_usd_per_kW) => p.turyshevAllowance({ ground_usd_per_kW, mass_kg_per_kW: m_kw, burden_usd_per_kW: 0 })),
  })),
  from("turyshev_om", () => ({
    // 70.2 that fail and 323 to 349 that are renewed a megawatt-year, as isohub-space reports arXiv:2608.27499 (intel/raw/2026-08-27 @5a18c9f).
    ops_per_mw_y: [323, 349].map((refreshed_per_MW_year) => p.sustainment_per_MW_year({ failed_per_MW_year: 70.2, refreshed_per_MW_year })),
    upmass_1gw_t_per_day: [5.3, 9].map((resupply_t_per_MW_year) => p.upmass_t_per_day({ resupply_t_per_MW_year, power_MW: 1000 })),
  }), {
    tolerances: { ops_per_mw_y: { abs: 0.5, why: "printed whole" }, upmass_1gw_t_per_day: { abs: 0.05, why: "printed with one decimal" } },
    notGiven: {
      deployed_t_per_mw: "printed as ranges of four parts: their high ends (59 + 7.5 + 2.5 kg/kW and a node of 6 t) sum to 75, their low ends to 43 and not 49, and nothing is printed of the middle",
      resupply_t_per_mw_y: "what the upmass is worked out from, not an answer",
    },
  }),
];

const mccalipRun = (id: string) =>
  from<{ overrides: { launchCostPerKg?: number } }>(id, ({ overrides: { launchCostPerKg: launch_usd_per_kg = p.mccalipOrbitDefaults.launch_usd_per_kg } }) => {
    const model = { ...p.mccalipOrbitDefaults, launch_usd_per_kg };
    const views = p.mccalipViews({ altitude_km: 550, beta_deg: 90, earthRadius_km: 6371 });
    const [orbit, ground] = [p.mccalipOrbit(model), p.mccalipGround(p.mccalipGroundDefaults)];
    return {
      orbital_total_usd: orbit.total_usd, hardware_usd: orbit.hardware_usd, launch_usd: orbit.launch_usd, ops_usd: orbit.operations_usd, gpu_repl_usd: orbit.replacement_usd,
      orbital_usd_per_w: orbit.total_usd_per_W, orbital_lcoe_usd_mwh: orbit.lcoe_usd_per_MWh, mass_kg: orbit.mass_kg, satellites: orbit.satellites, array_km2: orbit.array_m2 / 1e6,
      starship_launches: orbit.launches, oversize_pct: orbit.oversize_frac * 100, terrestrial_total_usd: ground.total_usd, terrestrial_usd_per_w: ground.total_usd_per_W,
      terrestrial_lcoe_usd_mwh: ground.lcoe_usd_per_MWh, breakeven_usd_per_kg: p.mccalipBreakEven(model, p.mccalipGroundDefaults), eq_temp_C: p.mccalipPanelTemperature_C(p.mccalipPanelDefaults, views),
      radiator_area_required_km2: p.mccalipRadiatorArea_m2(p.mccalipPanelDefaults, views, { array_m2: orbit.array_m2, limit_C: 75 }) / 1e6,
    };
  });

const mccalip = [
  ...["mccalip_run_default", "mccalip_run_falcon9", "mccalip_run_starship_200"].map(mccalipRun),
  from("mccalip_defaults", () => ({ orbital_busd: p.mccalipOrbit(p.mccalipOrbitDefaults).total_usd / 1e9, terrestrial_busd: p.mccalipGround(p.mccalipGroundDefaults).total_usd / 1e9 })),
  from("mccalip_techcrunch", () => ({ orbital_busd: p.mccalipOrbit({ ...p.mccalipOrbitDefaults, launch_usd_per_kg: 200 }).total_usd / 1e9 })),
  from<{ alt_km: number; beta_deg: number; R_km: number }>("mccalip_exact_vf", ({ alt_km, beta_deg, R_km }) => {
    const views = p.mccalipViews({ altitude_km: alt_km, beta_deg, earthRadius_km: R_km });
    const exact = plateSphereViewFactor({ distance_radii: (R_km + alt_km) / R_km, normalToCentre_deg: beta_deg });
    const [own_C, exact_C] = [p.mccalipPanelTemperature_C(p.mccalipPanelDefaults, views), p.mccalipPanelTemperature_C(p.mccalipPanelDefaults, { pv_frac: exact, radiator_frac: exact })];
    return { vf_mccalip: views.pv_frac, vf_exact_per_face: exact, T_C_mccalip: own_C, T_C_exact: exact_C, delta_K: exact_C - own_C };
  }, { tolerances: { vf_mccalip: { rel: 1e-4, why: "printed digits" }, vf_exact_per_face: { rel: 1e-5, why: "printed digits" } } }),
];

const spacedcRun = (id: string, { lcoc_usd_per_PFLOP_day, capital_usd, it_W, capital_usd_per_W }: Pick<p.SpacedcCost, "lcoc_usd_per_PFLOP_day" | "capital_usd" | "it_W" | "capital_usd_per_W">) =>
  from(id, () => ({ lcoc_usd_per_pflop_day: lcoc_usd_per_PFLOP_day, capex_usd: capital_usd, it_w: it_W, capex_per_w_ex_gpu: capital_usd_per_W }));
const hyperscale = p.spacedcGround(p.spacedcGrounds.hyperscale);
const spacedcOrbit = p.spacedcOrbitDefaults;

const spacedc = [
  spacedcRun("spacedc_run_default", p.spacedcOrbit(spacedcOrbit)),
  spacedcRun("spacedc_run_solar200", p.spacedcOrbit({ ...spacedcOrbit, array: { ...spacedcOrbit.array, power_W_per_kg: 200 } })),
  spacedcRun("spacedc_run_util98", p.spacedcOrbit({ ...spacedcOrbit, utilisation_frac: 0.98 })),
  spacedcRun("spacedc_run_earth_hyperscale_baseline", hyperscale),
  spacedcRun("spacedc_run_earth_constrained_grid", p.spacedcGround(p.spacedcGrounds.constrainedGrid)),
  spacedcRun("spacedc_run_earth_renewable_storage", p.spacedcGround(p.spacedcGrounds.renewableStorage)),
  from("spacedc_run_multimodal", () => {
    const { lcoc_usd_per_PFLOP_day: lcoc, link_frac, delivered_frac } = p.spacedcOrbit(p.spacedcMultimodal);
    return { lcoc, ratio: lcoc / hyperscale.lcoc_usd_per_PFLOP_day, network_factor: link_frac, delivered_fraction: delivered_frac };
  }, { tolerances: { network_factor: { abs: 0.005, why: "printed 0.17: two digits" } } }),
  from("spacedc_run_mccalip_opt", () => {
    const { lcoc_usd_per_PFLOP_day: lcoc, capital_usd_per_W, kg_per_kW } = p.spacedcOrbit(p.spacedcMccalip);
    return { lcoc, ratio: lcoc / hyperscale.lcoc_usd_per_PFLOP_day, capex_per_w_ex_gpu: capital_usd_per_W, kg_per_kw: kg_per_kW };
  }),
  from("spacedc_default_details", () => {
    const got = p.spacedcOrbit(spacedcOrbit);
    const { surface } = spacedcOrbit.radiator;
    const radiator_K = p.spacedcRadiatorTemperature_K(surface, spacedcOrbit.chip_W);
    return {
      radiator_m2: got.radiator_m2, t_rad_k: radiator_K, net_flux_w_m2: p.spacedcNetFlux_W_per_m2(surface, radiator_K), thermal_kg_per_kw: (got.radiator_kg * (1 + p.spacedcThermalUplift_frac)) / (got.busLoad_W / 1000),
      // Its "current_reusable" lifts 22,800 kg (data/launch.yaml).
      bus_load_w: got.busLoad_W, n_launches: Math.ceil(got.launched_kg / 22_800), sunlit: got.sunlit_frac, failures: got.failures, launch_usd: got.launch_usd, solar_usd: got.solar_usd,
      mass_kg: { compute: spacedcOrbit.chips * spacedcOrbit.mass.chip_kg * spacedcOrbit.mass.payload_factor, solar: got.array_kg, battery: got.battery_kg, radiator: got.radiator_kg, structure: got.structure_kg, margin: got.margin_kg },
    };
  }),
];

const LCOC_SCENARIOS = ["aggressive", "baseline", "conservative"] as const;
type LcocRow = readonly (string | number | null)[];
export const at = (row: LcocRow, name: string): number => Number(row[years.columns.indexOf(name)]);
const lcocRows = (run: string, scenario: string): readonly LcocRow[] => years.rows.filter(([a, b]) => a === run && b === scenario);
/** Of Myana's model in one year. */
export const lcocTerms = (row: LcocRow) => ({
  hardware_usd: at(row, "hardware_usd"), integration_usd: at(row, "integration_usd"), launched_kg: at(row, "launched_kg"), launch_usd_per_kg: at(row, "launch_usd_per_kg"),
  groundSegment_usd: at(row, "groundSegment_usd"), bandwidth_usd_per_year: at(row, "bandwidth_usd_per_year"), gpus: at(row, "gpus"), uptime_frac: at(row, "uptime_frac"), life_years: at(row, "life_years"),
});

export function lcocGroundTerms(row: LcocRow): p.LcocGround {
  const { ground } = p.lcocYears[2026];
  return {
    ...ground, capital_usd: at(row, "groundCapital_usd"), energy_usd_per_kWh: at(row, "groundEnergy_usd_per_year") / ((ground.gpu_W / 1000) * 8760 * ground.sla_frac), pue: 1,
    overhead_usd_per_year: at(row, "groundOverhead_usd_per_year"), utilisation_frac: at(row, "groundUtilisation_frac"), premium: at(row, "groundPremium"),
  };
}

/** The year of crossing from the terms of each year. */
function lcocCrossing(run: string, scenario: string): number {
  const { orbit } = p.lcocYears[2026];
  const year = p.lcocCrossover(lcocRows(run, scenario).map((row) => {
    const { market_usd_per_GPU_h } = p.lcocGround(lcocGroundTerms(row));
    return { year: at(row, "year"), orbit_usd_per_GPU_h: p.lcocOrbit({ ...orbit, ...lcocTerms(row) }).usd_per_GPU_h / at(row, "sold_frac"), market_usd_per_GPU_h };
  }));
  return year ?? Number.NaN;
}

const lcocCrossings = (run: string) => Object.fromEntries(LCOC_SCENARIOS.map((scenario) => [scenario, lcocCrossing(run, scenario)]));
const lcocYear = (run: string, year: number): number =>
  p.lcocOrbit({ ...p.lcocYears[2035].orbit, ...lcocTerms(lcocRows(run, "baseline").find((row) => at(row, "year") === year)!) }).usd_per_GPU_h;
const whole = { rel: 0, why: "a year" };

const lcoc = [
  from<{ years: (keyof typeof p.lcocYears)[] }>("lcoc_defaults", ({ years: printed }) => {
    const of = printed.map((year) => ({ orbit: p.lcocOrbit(p.lcocYears[year].orbit), ground: p.lcocGround(p.lcocYears[year].ground) }));
    return {
      orbital_usd_per_gpu_h: of.map(({ orbit }) => orbit.usd_per_GPU_h), ground_base: of.map(({ ground }) => ground.base_usd_per_GPU_h), ground_market: of.map(({ ground }) => ground.market_usd_per_GPU_h),
      crossover_year: lcocCrossings("defaults"),
    };
  }, { tolerances: { crossover_year: whole } }),
  from("lcoc_run_noStarship", () => ({ crossover_year: lcocCrossings("noStarship"), orbital_2035_usd_per_gpu_h: lcocYear("noStarship", 2035) }), { tolerances: { crossover_year: whole } }),
  from("lcoc_run_launch500", () => ({ crossover_year: lcocCrossings("launch500"), orbital_2035_usd_per_gpu_h: lcocYear("launch500", 2035) }), { tolerances: { crossover_year: whole } }),
  from("lcoc_crf", () => ({ crf: [p.lcocCapital.orbit, p.lcocCapital.ground].map(p.lcocCrf), rad_emit_one_side_w_m2_365K: p.lcocRadiatorFlux_W_per_m2(p.lcocRadiator) })),
];

const shapiro = [
  from("shapiro_a1_orbital", () => {
    const got = p.shapiroOrbit(p.shapiroOrbitDefaults);
    return {
      mass_t: got.satellite_kg / 1000, radiator_m2: got.radiator_m2, radiator_t: got.radiator_kg / 1000, launches_150t: got.launches, capex_usd: got.capital_usd, usd_per_w: got.capital_usd_per_W,
      annual_usd: got.cost_usd_per_year, usd_per_mw_y: got.cost_usd_per_MW_year,
    };
  }, { tolerances: { launches_150t: { abs: 0.0051, why: "printed with two decimals" }, usd_per_w: { abs: 0.00051, why: "printed with three decimals" } } }),
  from<{ mw: number }>("shapiro_a1_ground", ({ mw }) => {
    const annual_usd = p.shapiroGround(p.shapiroGroundDefaults);
    return { annual_usd, usd_per_mw_y: annual_usd / mw };
  }),
  from("shapiro_ramp", () => {
    const ramp = p.shapiroRamp(p.shapiroRampDefaults);
    return {
      deployed: ramp.map(({ deployed }) => deployed), binding: ramp.map(({ binding }) => binding), cum_mw: ramp.map(({ cumulative_MW }) => cumulative_MW),
      unit_musd: ramp.map(({ satellite_usd }) => satellite_usd / 1e6), cum_capex_musd: ramp.map(({ cumulative_usd }) => cumulative_usd / 1e6), flights: ramp.map(({ flights }) => flights),
    };
  }),
];

const others = [
  from("spacex_ai1", () => {
    const got = p.spacexAi1Sizing(p.spacexAi1Claims);
    return { array_m2: got.array_m2, reject_kw: got.rejected_W / 1000, mass_t: got.mass_kg / 1000, implied_T_k_eps085: got.impliedRadiator_K };
  }),
  from("shipit_cost_f9", () => {
    const [orbit, ground] = [p.shipitOrbit(p.shipitOrbitDefaults), p.shipitGround(p.shipitGroundDefaults)];
    return { capex_usd: orbit.capital_usd, opex_usd: orbit.operations_usd_per_year, usd_per_gpu_h: orbit.usd_per_GPU_h, ground_usd_per_gpu_h: ground, multiple: orbit.usd_per_GPU_h / ground };
  }, { tolerances: { ground_usd_per_gpu_h: { abs: 0.005, why: "printed 3.43: three digits" } } }),
  from<{ tflops: number[] }>("rotastellar_feasibility", ({ tflops }) => {
    const scores = tflops.map((compute_TFLOPS) => p.rotastellarScore({ compute_TFLOPS, memory_GB: 16, data_GB_per_day: 10 }));
    return { feasible: scores.map(({ feasible }) => feasible), rating: scores.map(({ rating }) => rating), score_alt_independent: scores[0]!.score, cost_factor: scores.map(({ costFactor }) => costFactor) };
  }, { tolerances: { score_alt_independent: { rel: 1e-12, why: "its own arithmetic" }, cost_factor: { rel: 1e-12, why: "its own arithmetic" } } }),
  from<{ p_w: number[]; area_m2: number[] }>("rotastellar_thermal", ({ p_w, area_m2 }) => ({
    eq_C: p_w.map((load_W, k) => p.rotastellarTemperature_C({ ...p.rotastellarRadiator, load_W, area_m2: area_m2[k]! })),
  }), { tolerances: { eq_C: { abs: 0.0051, why: "printed to a hundredth of a degree" } } }),
  from("cost_of_delay", () => ({ cost_of_delay_busd: p.costOfDelay(p.costOfDelayDefaults) / 1e9 })),
];

const claims = [
  from<{ isl_gbs: number }>("vanberkel_bisection", ({ isl_gbs: link_GB_per_s }) => {
    // Cuts of a torus of 89 by 90 and of 20^3, both ways round in neither: 90 and 400 links.
    const [torus2d, torus3d] = [90, 400].map((cut) => p.torusBisection_GB_per_s({ cut, link_GB_per_s }) / 1000) as [number, number];
    const { clos } = publishedCase<{ bisection_tbs: { clos: number } }>("vanberkel_bisection").outputs.bisection_tbs;
    return { bisection_tbs: { torus2d, torus3d }, ratio: [clos / torus2d, clos / torus3d] };
  }, { notGiven: { latency_us: "printed without hops or switching times", "bisection_tbs.clos": "the ground's fabric, that the tori are held against" } }),
  from<{ rack_kw: number; dc_mw: number }>("abi_rack_radiator", ({ rack_kw, dc_mw }) => ({
    // At the 500 W/m2 that the printed pair implies.
    radiator_m2_per_rack: (rack_kw * 1000) / p.arealPower_W_per_m2({ power_W: 40_000, area_m2: 80 }), radiators: (dc_mw * 1000) / rack_kw,
  })),
  from<{ mw: number; pv_m2: number }>("ascend_block", ({ mw, pv_m2 }) => ({ w_per_m2: p.arealPower_W_per_m2({ power_W: mw * 1e6, area_m2: pv_m2 }), blocks_for_1gw: 1000 / mw, pv_km2_1gw: ((1000 / mw) * pv_m2) / 1e6 })),
  from<{ usd_per_month: number; kw: number }>("atomic6_price", ({ usd_per_month, kw }) => ({ usd_per_kw_y: p.rent_usd_per_kW_year({ rent_usd_per_month: usd_per_month, power_kW: kw }) })),
  // Passes that a day's data would fill.
  from<{ gb: number; pass_min: number; gen_tb_day: number }>("cae_pass", ({ gb, pass_min, gen_tb_day }) => ({ mbps: p.passRate_Mb_per_s({ data_GB: gb, pass_min }), mismatch: (1000 * gen_tb_day) / gb })),
  from<{ burst_gb_s: number; duty: number }>("orbitplan_downlink", ({ burst_gb_s, duty }) => ({
    raw_gb_per_day: p.dutyData_GB_per_day({ burst_GB_per_s: burst_gb_s, duty_frac: duty }),
    // Its X-band: 300 Mb/s, five passes of 480 s, 80 % left by coding and protocol (captainawesome78/orbitplan orbitplan/constants.py @7850059, budgets.py).
    downlink_gb_per_day: p.passData_GB_per_day({ rate_Mb_per_s: 300, pass_s: 480, passes_per_day: 5, efficiency_frac: 0.8 }),
  })),
  from<{ alt_km: number[] }>("sso_eclipse_table", ({ alt_km }) => {
    const of = alt_km.map((altitude_km) => shadowYear({ altitude_km, ltan_h: 6, epoch_utc: "2026-01-01", days: 365 }));
    return {
      inc_deg: alt_km.map(sunSynchronousInclination_deg), beta_min_deg: of.map(({ minAbsBeta_deg }) => minAbsBeta_deg), beta_crit_deg: alt_km.map(criticalBeta_deg),
      max_eclipse_pct: of.map(({ longestCylinder_min, period_min }) => (100 * longestCylinder_min) / period_min), max_eclipse_min: of.map(({ longestCylinder_min }) => longestCylinder_min),
      eclipse_days: of.map(({ daysWithCylinder }) => daysWithCylinder), sunlit_pct: of.map(({ annualSunlitOutsideUmbra_frac }) => 100 * annualSunlitOutsideUmbra_frac),
    };
  }, {
    tolerances: {
      inc_deg: { abs: 0.01, why: "the case" }, beta_min_deg: { abs: 0.02, why: "the case" }, beta_crit_deg: { abs: 0.02, why: "the case" }, max_eclipse_pct: { abs: 0.2, why: "the case" },
      max_eclipse_min: { abs: 0.2, why: "of a percentage point of 90 to 127 min" }, eclipse_days: { abs: 2, why: "the case" }, sunlit_pct: { abs: 0.2, why: "the case" },
    },
  }),
];

export const ANSWERS: Readonly<Record<string, Answer>> = Object.fromEntries([...suncatcher, ...starcloud, ...turyshev, ...mccalip, ...spacedc, ...lcoc, ...shapiro, ...others, ...claims]);

/** Cases that stand as quotes: the quote's id. */
export const QUOTED: Readonly<Record<string, string>> = {
  suncatcher_starship_bottomup: "suncatcher-starship", suncatcher_cluster: "suncatcher-cluster", turyshev_1mw_base: "turyshev-base", iss_pvr: "iss-radiator", tid_5mm_al: "dose-5-mm",
  shipit_sim_12x24: "shipit-simulation", orbitherm_readme: "orbitherm", bcg_tco: "bcg", rv_tco_ratio_v1: "research-viewer",
};
