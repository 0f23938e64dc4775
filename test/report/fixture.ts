/** One hand-made run in the shape of the records, with plausible numbers. Not output of the program: tests compare what is printed with what stands here. */
import type { Run } from "../../src/run/index.ts";

const QUARTERS = Array.from({ length: 24 }, (_, i) => 2027 * 4 + i);
const DAYS = Array.from({ length: 365 }, (_, i) => i);
const HOURS = Array.from({ length: 168 }, (_, i) => i);

/** Shadow season of a dawn-dusk orbit around one solstice. */
const season = (day: number): number => Math.max(0, 1 - ((day - 172) / 55) ** 2);
const outsideUmbra = DAYS.map((d) => 1 - 0.197 * Math.sqrt(season(d)));
const delivered = DAYS.map((d) => 1 - 0.213 * Math.sqrt(season(d)));

const wanted = QUARTERS.map((_, i) => 180e6 * 1.06 ** i);
const groundServed = wanted.map((w, i) => Math.min(w, 120e6 + 12e6 * i));
const orbitServed = wanted.map((w, i) => Math.min(w - groundServed[i]!, i < 6 ? 0 : 7.2e6 * (i - 5)));
const unserved = wanted.map((w, i) => w - groundServed[i]! - orbitServed[i]!);

const hourlyWanted = HOURS.map((h) => 400e6 * (1 + 0.32 * Math.sin((2 * Math.PI * (h - 9)) / 24)));
const hourlyGround = hourlyWanted.map((w) => Math.min(w, 380e6));
const hourlyOrbit = hourlyWanted.map((w, i) => Math.min(w - hourlyGround[i]!, 96e6));

const BUILT: readonly number[] = QUARTERS.map((_, i) => (i < 6 ? 0 : 60));
const IN_SERVICE = BUILT.map((_, i) => BUILT.slice(0, i + 1).reduce((a, b) => a + b, 0));

export const fixture = {
  dawndusk: "0.1.0",
  modelVersion: "1",
  scenarioHash: "9f2c7a1be04d5566aa10",
  seed: 1,
  interrupted: false,
  scenario: {
    name: "Abilene beside a dawn-dusk shell",
    note: "One gas-and-grid campus and one sun-synchronous shell, both filled with GB200 racks.",
    assumptions: [
      { path: "orbit.altitude", value: 650, unit: "km", low: null, high: null, source: "written in the scenario", asOf: "", evidence: null, origin: "scenario", form: "constant" },
      { path: "launch.vehicles.starship.pricePerKg", value: 200, unit: "$/kg", low: 100, high: 1500, source: "scenario of the tests", asOf: "2026-11", evidence: "target", origin: "set", form: "learning" },
      { path: "orbit.platform.radiatorAreal", value: 5.2, unit: "kg/m2", low: 3, high: null, source: "hand-made <figure> & bound", asOf: "2025-01", evidence: "estimate", origin: "catalog", form: "constant" },
      { path: "finance.discount", value: 0.12, unit: "1/yr", low: 0.08, high: 0.2, source: "range of published orbital models", asOf: "2026-10", evidence: "estimate", origin: "default", form: "constant" },
    ],
    random: [],
  },
  sizing: {
    status: "feasible",
    why: [],
    sites: [],
    platform: {
      servers: 1, accelerators: 72, itNameplate_W: 120_000, itPeak_W: 120_000, itMean_W: 120_000, bf16_PFLOP_per_s: 180, tokens_per_s: 510_000, working: { accelerators: 72, bf16_PFLOP_per_s: 180, tokens_per_s: 510_000 }, bus_W: 2400, busAsleep_W: 1_375, conversion_frac: 0.93,
      loadPeak_W: 131_600, loadMean_W: 131_600, loadShadow_W: 2600, eclipse: "shed", eclipseChoice: null,
      orbit: { altitude_km: 650, inclination_deg: 97.99, sunDistance_au: 1, period_s: 5863.8, shadowMax_s: 1126 },
      array: { area_m2: 512.4, bol_W: 152_300, eol_W: 138_100, cellTemperature_K: 338.2, wear: { by: "yearly", loss_per_yr: 0.015 }, notByDose: null, mass_kg: 922 },
      battery: { capacity_J: 1.44e7, depthOfDischarge_frac: 0.6, allowedDepth_frac: 0.7, chargeEfficiency_frac: 0.97, dischargeEfficiency_frac: 0.97, cycles_per_yr: 1210, endCapacity_frac: 0.8, wear: { curve: { cycles: 30_000, depth_frac: 0.25, exponent: 2.42 }, testEnd_frac: 0.8, calendar: null }, mass_kg: 26.4 },
      radiator: {
        area_m2: 148.7, sides: 2, heat_W: 122_700, temperature_K: 318, netFlux_W_per_m2: 825.2, emission_frac: 1.55, bare_frac: 1.66, fin_per_K3: 7.1e-9, absorbedHot_W_per_m2: 74, absorbedShadow_W_per_m2: 52,
        absorbed: { infrared_W_per_m2: 52, albedo_W_per_m2: 40, sun_W_per_m2: 270, sunCosine: { by: "fixed", cosine: 0.0175 }, array_W_per_m2: 0 },
        heatCapacity_J_per_K: 1.9e6,
        holes: { flux_per_m2_yr: 0.005, smallest_m: 0.0004, punctures: 1.5, closed_per_yr: 0.03, loops: 10, left_frac: 0.86 },
        basis: { sides: 2, panel_m2: 148.7, face_m2: 297.4, panel_W_per_m2: 825.2, face_W_per_m2: 412.6 }, coolant: { name: "ammonia", freezing_K: 195.5 },
        cold: { unheated_K: 198.2, lowest_K: 205.5, heat_W: 2580, fed_frac: 1, heater_W: 2950, inShadow_W: 0, preheat_K: 5 },
        choice: { by: "written", curve: "iscr", leakage_frac: 0.3, written_K: 318, lightest_K: 309.2, energyRatio: 0.93, saved_kg: 21.4, binds: "trade", stretched: false }, pump_W: 1500, mass_kg: 773,
      },
      chain: { panel_K: 318, coolant_K: 326, coolantMax_K: 333.5, junction_K: 352, junctionMax_K: 358.15 },
      mass: { parts_kg: { servers: 1360, array: 922, radiator: 773, battery: 26.4, bus: 610, shielding: 120, terminals: 45 }, margin_kg: 578, dry_kg: 4434, propellant_kg: 372, wet_kg: 4806.4 },
      life: {
        launch_utc: "2027-01-01T00:00:00Z", end_utc: "2032-01-01T06:00:00Z", f107_sfu: 84.1, arrayRam_frac: 0.176, radiatorRam_frac: 0.972, dragArea_m2: 236, tumblingArea_m2: 331, ballistic_kg_per_m2: 8.54,
        dragMakeup_m_per_s_per_yr: 1.4, worstDragMakeup_m_per_s_per_yr: 2.3, dragBound_m_per_s_per_yr: null, worstDrag_N: 3.2e-4, worstJet_W: 4,
        deltaV: { written_m_per_s: null, needed_m_per_s: 183, carried_m_per_s: 183, byPurpose: { insertion_m_per_s: 0, stationKeeping_m_per_s: 7, avoidance_m_per_s: 6, formation_m_per_s: 0, disposal_m_per_s: 170 } },
        hardestLaunch: { launch_utc: "2032-10-01T00:00:00Z", needed_m_per_s: 207 },
        propellant_kg: { insertion: 0, stationKeeping: 14, avoidance: 12, formation: 0, disposal: 346 },
        fallFromLaunch: { kind: "decays", life_yr: 8.1, end_utc: "2035-02-06T00:00:00Z" }, fallFromEnd: { kind: "stays", within_yr: 25, altitude_km: 522 },
        disposal: { way: "controlled", speed_m_per_s: 170, to_km: 50, within_yr: 5, passiveCeiling_km: 661, passive: true, ruleMet: true },
      },
      formation: null,
      links: [],
      storage: null,
      radiation: {
        shieldedArea_m2: 7.62, shielding_kg_per_m2: 15.8, aluminium_mm: 5.84, limit_rad: 2000, margin: 1,
        dose: { dose_rad_per_yr: 347, trapped_rad_per_yr: 291, solar_rad_per_yr: 55.7, life_rad: 1733, sure_rad: 1733, doseLife_yr: 5.77, boundOf_km: null },
        upsets: { memoryInterval_s: 4.01e6, corruptionInterval_s: 1.55e6, interruptions_per_chip_yr: 8.46 },
        spares: 4,
        survival: { aliveAtEnd_frac: 0.635, workingAtEnd_frac: 0.672, workingMean_frac: 0.845, workingByYear_frac: [0.99, 0.92, 0.84, 0.77, 0.704] },
        synchronous: [{ id: "train", chips: 1024, checkpoint_s: 30, restart_s: 120, mtbf_s: 3640, interval_s: 447, useful_frac: 0.848, decides: { input: "restart", low_frac: 0.869, high_frac: 0.743 } }],
      },
      volume_m3: 11.8, itMass_kg_per_kW: 40.05, closure: { iterations: 9, residual_frac: 3.1e-12 }, binds: "radiator area: 148.7 m2 at 318 K", price_usd: 5.91e6,
    },
    ledger: [],
    swarm: null, unheld: [], claims: null,
    notes: ["The battery carries the bus only: servers are shed in shadow."],
  },
  flight: {
    summary: {
      start_utc: "2027-01-01T00:00:00Z", duration_s: 365 * 86_400, step_s: 60, steps: 525_600, age_yr: 2.5,
      light: {
        outsideUmbra_frac: 0.9622, outsidePenumbra_frac: 0.9587, discInView_frac: 0.9604, worstDay_utc: "2027-06-22", worstDayOutsideUmbra_frac: 0.803, worstDayOutsidePenumbra_frac: 0.7964,
        longestUmbra_min: 18.7, longestShadow_min: 19.4, daysWithUmbra: 110, daysWithShadow: 113,
      },
      energy: { generated_J: 4.4e12, it_J: 3.64e12, bus_J: 7.57e10, conversionLoss_J: 2.79e11, batteryLoss_J: 1.2e9, curtailed_J: 4.04e11, chargeChange_J: 0, residual_frac: 2.2e-13 },
      heat: { dissipated_J: 3.996e12, absorbed_J: 5.1e11, emitted_J: 4.506e12, stored_J: 0, residual_frac: 1.1e-13 },
      delivered_frac: 0.9588, worstDayDelivered_frac: 0.787, throttled_h: 361, dark_h: 352, heatLimited_h: 3, busShort_h: 0, battery: { lowestCharge_frac: 0.41, fullCycles_per_yr: 488, deepest_frac: 0.59, capacityAtEnd_frac: 0.81 }, thermal: null,
      radiator: { hottest_K: 319.1, coldest_K: 268.4 },
      range: null,
      contact: { stations: 2, passes_per_day: 21.4, minutes_per_day: 168.2, longestGap_min: 214, byStation: [{ id: "svalbard", passes_per_day: 13.9, minutes_per_day: 118 }, { id: "troll", passes_per_day: 7.5, minutes_per_day: 50.2 }] },
      daily: { outsideUmbra_frac: outsideUmbra, delivered_frac: delivered, beta_deg: DAYS.map((d) => 76 - 12 * season(d)), contact_min: DAYS.map((d) => 168 + 6 * Math.sin(d / 9)) },
    },
    fleet: null,
    sites: [],
    delivered: { delivered_frac: 0.9588, origin: "platform" },
    ledger: [],
    notes: [],
  },
  service: {
    quarters: QUARTERS,
    classes: [
      {
        id: "chat", kind: "interactive", synchronousChips: null, training: null, demand_W: wanted.map((w) => w * 0.6), peakToMean: 1.32, smoothing: [], energy_J_per_token: 0.24, data_B_per_J: 17, shortfallPrice_usd_per_kWh: 1.84, sloCredit_frac: 0,
        tier: { ground: { eligible: true, why: "", latency_ms: 38, latencyMedian_ms: 21, linkLimit_frac: 1, useful_frac: 1 }, orbit: { eligible: false, why: "latency 412 ms above 300 ms", latency_ms: 412, latencyMedian_ms: 305, linkLimit_frac: 1, useful_frac: 1 } },
      },
      {
        id: "batch", kind: "batch", synchronousChips: null, training: null, demand_W: wanted.map((w) => w * 0.4), peakToMean: 1, smoothing: [], energy_J_per_token: 0.24, data_B_per_J: 17, shortfallPrice_usd_per_kWh: 1.84, sloCredit_frac: 0,
        tier: { ground: { eligible: true, why: "", latency_ms: 38, latencyMedian_ms: 21, linkLimit_frac: 1, useful_frac: 1 }, orbit: { eligible: true, why: "", latency_ms: 412, latencyMedian_ms: 305, linkLimit_frac: 0.83, useful_frac: 1 } },
      },
    ],
    available_frac: { ground: 0.992, orbit: 0.9512 }, siteAvailable_frac: { abilene: 0.992 }, siteMeans: { abilene: { origin: "written", available_frac: 0.992, nameplate_frac: 0.8, pue: 1.25, water_L_per_kWh: 0.05, carbon_g_per_kWh: null, energy_usd_per_MWh: null } }, sitePrice_factor: { abilene: 1.02 }, orbitLink_B_per_s: 2.1e9, orbitStations_B_per_s: 2.5e8, orbitRelay_B_per_s: 1.25e9, downlink: null,
    simulated: null,
    replay: {
      hours: 168, quarter: QUARTERS[8]!, groundPool_W: 380e6, orbitPool_W: 96e6, groundRun_Wh: 59.8e9, groundCarbon_g_per_kWh: 431, groundCarbon_t_per_yr: 1.35e6,
      byClass: [
        { id: "chat", wanted_Wh: 40.3e9, ground_Wh: 40.1e9, orbit_Wh: 0, deferred_Wh: 0, unserved_Wh: 0.2e9, moved_B: 2.5e15 },
        { id: "batch", wanted_Wh: 26.9e9, ground_Wh: 19.7e9, orbit_Wh: 7.2e9, deferred_Wh: 3.3e9, unserved_Wh: 0, moved_B: 1.6e15 },
      ],
      hourly: { wanted_W: hourlyWanted, ground_W: hourlyGround, orbit_W: hourlyOrbit, unserved_W: hourlyWanted.map((w, i) => w - hourlyGround[i]! - hourlyOrbit[i]!) },
    },
    ledger: [],
    notes: [],
  },
  plan: {
    status: "optimal",
    why: [],
    quarters: QUARTERS,
    options: [
      { id: "ground/abilene", tier: "ground", unit: "1 MW of site power", itNameplate_W: 833_000, accelerators: 500, bf16_PFLOP_per_s: 1250, tokens_per_s: 3.5e6, life_yr: 14, premium_per_yr: 0, available_frac: [0.99], capital: [], yearly: [], launchedOn: null, orders: null, perLaunch: null, priceQuarter: QUARTERS[0]!, unitMass_kg: null, limits: "grid/abilene" },
      { id: "orbit/starship", tier: "orbit", unit: "1 platform", itNameplate_W: 120_000, accelerators: 72, bf16_PFLOP_per_s: 180, tokens_per_s: 510_000, life_yr: 5, premium_per_yr: 0, available_frac: [0.95], capital: [], yearly: [], launchedOn: "starship", orders: null, perLaunch: 12, priceQuarter: QUARTERS[6]!, unitMass_kg: 4806.4, limits: "mass" },
    ],
    build: [
      { option: "ground/abilene", built: QUARTERS.map((_, i) => (i === 0 ? 146 : 15)), launches: QUARTERS.map(() => 0), inService: QUARTERS.map((_, i) => 146 + 15 * i), refresh: QUARTERS.map(() => 0), lost: QUARTERS.map(() => 0), renewed: QUARTERS.map(() => 0) },
      { option: "orbit/starship", built: BUILT, launches: BUILT.map((b) => b / 12), inService: IN_SERVICE, refresh: QUARTERS.map(() => 0), lost: QUARTERS.map(() => 0), renewed: QUARTERS.map(() => 0) },
    ],
    classes: [{ id: "all", credit_frac: 0, shortfall_usd: unserved.map((w) => w * 4.03), wanted_W: wanted, ground_W: groundServed, orbit_W: orbitServed, unserved_W: unserved }],
    twins: [], alternatives: [], orders: [], cargo: [],
    manifest: BUILT.flatMap((units, i) => (units === 0 ? [] : [{ quarter: QUARTERS[i]!, vehicle: "starship", launches: units / 12, hold_kg: 1e5, hold_m3: 1000, aboard: [{ what: "orbit/starship", kind: "platforms", units, mass_kg: 4806.4 * units, volume_m3: 40 * units } as const] }])),
    shadowPrices: [
      { quarter: QUARTERS[3]!, limit: "grid/abilene", value_usd: 41_000, per: "MW of site power" },
      { quarter: QUARTERS[9]!, limit: "factory", value_usd: 880_000, per: "platform" },
    ],
    binding: QUARTERS.map((_, i) => (i < 6 ? "grid power at abilene" : "platforms a quarter from the factory")),
    ledger: [],
    solver: { name: "HiGHS", variables: 412, constraints: 508, nonzeros: 1630, integers: 48, gap_frac: 0.0001, objective_usd: 9.1e9 },
    notes: [],
  },
  finance: {
    priceYear: 2026,
    realRate_per_yr: { ground: 0.0927, orbit: 0.0927 },
    ground: {
      option: "ground/abilene", tier: "ground", priceQuarter: 8108, usd_per_GPU_h: 1.918, usd_per_PFLOP_day: 18.41, usd_per_kW_yr: 10_090, usd_per_Mtoken: 0.0752, delivered_frac: 0.983,
      items: [{ item: "it", usd_per_kW_yr: 7740 }, { item: "power", usd_per_kW_yr: 820 }, { item: "heat-rejection", usd_per_kW_yr: 260 }, { item: "structure", usd_per_kW_yr: 310 }, { item: "energy", usd_per_kW_yr: 612 }, { item: "water", usd_per_kW_yr: 18 }, { item: "operations", usd_per_kW_yr: 330 }],
      capex_usd_per_W: 38.9,
    },
    orbit: {
      option: "orbit/starship", tier: "orbit", priceQuarter: 8112, usd_per_GPU_h: 3.412, usd_per_PFLOP_day: 32.76, usd_per_kW_yr: 17_950, usd_per_Mtoken: 0.1338, delivered_frac: 0.797,
      items: [{ item: "it", usd_per_kW_yr: 10_400 }, { item: "power", usd_per_kW_yr: 2190 }, { item: "heat-rejection", usd_per_kW_yr: 1280 }, { item: "structure", usd_per_kW_yr: 1370 }, { item: "links", usd_per_kW_yr: 410 }, { item: "launch", usd_per_kW_yr: 2120 }, { item: "operations", usd_per_kW_yr: 160 }, { item: "disposal", usd_per_kW_yr: 20 }],
      capex_usd_per_W: 57.3,
    },
    options: [],
    verdict: { text: "orbit is 1.78 times the cost of ground: $17,950 against $10,090 a kW-yr", ratio: 17_950 / 10_090, breakEvenLaunch_usd_per_kg: null },
    boundary: {
      inside: [
        { item: "it", ground: true, orbit: true, what: "servers, replaced at the end of their life" },
        { item: "launch", ground: false, orbit: true, what: "rides to orbit, with lost payloads launched again" },
        { item: "water", ground: true, orbit: false, what: "cooling water" },
      ],
      outside: ["taxes", "insurance during launch", "ground network beyond the station"],
    },
    cash: {
      quarters: QUARTERS, ground_usd: QUARTERS.map((_, i) => (i === 0 ? 5.4e9 : 0.62e9 + 8e6 * i)), orbit_usd: QUARTERS.map((_, i) => (i < 6 ? 4e6 : 0.47e9)),
      revenue_usd: QUARTERS.map((_, i) => (groundServed[i]! + orbitServed[i]!) * 8.766 * 0.25 * 1.84),
      market: null, cost_pv_usd: 2.31e10, revenue_pv_usd: 2.19e10, npv_usd: -6e8, salvage_pv_usd: 6e8,
    },
    scarcity: { mean_usd_per_kW_yr: 2310, highest_usd_per_kW_yr: 16_130 },
    variants: [], power: [], statement: null, projects: [], funding: null, tokenRates: [{ option: "ground/abilene", server: "gb200-nvl72", rate_token_per_J: 3.474, workload: "DeepSeek-R1 FP8, 8k/1k, 75 token/s a user" }, { option: "orbit/starship", server: "gb200-nvl72", rate_token_per_J: 3.474, workload: "DeepSeek-R1 FP8, 8k/1k, 75 token/s a user" }], delays: [], worked: [],
    notes: ["The scarcity price is capped by the shortfall price."],
  },
  uncertain: null, replan: null, realOptions: null, serving: null, reach: null, imagePrices: null,
  footprint: null,
  market: null,
  deals: null,
  controlOdds: null,
  ways: null,
  actors: [],
  notes: ["Hand-made run for tests."],
} as const satisfies Run;
