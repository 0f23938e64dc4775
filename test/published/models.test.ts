import { describe, expect, it } from "vitest";
import { plateSphereViewFactor } from "../../src/physics/index.ts";
import * as published from "../../src/published/index.ts";
import type { MccalipOrbit, ModelCard } from "../../src/published/index.ts";
import { measure } from "../golden/measure.ts";
import { physicsCases } from "../physics/golden-case.ts";
import { publishedCase, within } from "./golden.ts";

describe("suncatcher", () => {
  const { suncatcherBuses: buses } = published;
  it.each([
    ["suncatcher_lpp_starlink_v2mini", buses.starlinkV2Mini],
    ["suncatcher_lpp_starlink_v1", buses.starlinkV1],
    ["suncatcher_lpp_iridium_next", buses.iridiumNext],
  ] as const)("%s", (id, bus) => {
    const golden = publishedCase<{ launched_power_usd_per_kw_y: number[] }, { launch_usd_per_kg: number[] }>(id);
    golden.inputs.launch_usd_per_kg.forEach((price, k) => {
      within(0.015, golden, { name: `at ${price} $/kg`, got: published.suncatcherLaunchedPower(bus, price), expected: golden.outputs.launched_power_usd_per_kw_y[k]!, unit: "USD/(kW y)" });
    });
  });
  it("OneWeb, the fourth bus of Table 1: 135,800 and 7,500 $/kW-yr", () => {
    for (const [price, printed] of [[3600, 135_800], [200, 7500]] as const) {
      measure("published-models", { case: `OneWeb at ${price} $/kg`, got: published.suncatcherLaunchedPower(buses.oneWeb, price), expected: printed, rel: 0.015, unit: "USD/(kW y)", source: "arXiv:2511.19468v2 Table 1, 1.5 % as for the other buses" });
    }
  });
  it("launched power price as physics.json prints it", () => {
    const [golden] = physicsCases("launched power price");
    const got = published.suncatcherLaunchedPower(buses.starlinkV2Mini, golden!.input["usd_kg"]!);
    measure("published-physics", { case: golden!.name, got, expected: golden!.expected, rel: golden!.rel_tol, unit: golden!.unit, source: golden!.source });
  });
  it("array power of a Starlink V2 mini, printed 28 kW", () => {
    const golden = publishedCase<{ power_kw: number }>("suncatcher_v2mini_power");
    within(0.5 / 28, golden, { name: "power", got: published.suncatcherArrayPower_W(published.suncatcherV2MiniArray) / 1000, expected: golden.outputs.power_kw, unit: "kW" });
  });
  it("launch price after 370,000 t", () => {
    const golden = publishedCase<{ price_usd_per_kg: number }, { added_mass_t: number }>("suncatcher_learning_370kt");
    within(2 / 200, golden, {
      name: "price",
      got: published.suncatcherLaunchPrice(published.suncatcherLearning, golden.inputs.added_mass_t),
      expected: golden.outputs.price_usd_per_kg,
      unit: "USD/kg",
    });
  });
  it("terrestrial power", () => {
    const golden = publishedCase<{ usd_per_kw_y: number[] }>("suncatcher_terrestrial_power");
    const { low, high } = published.suncatcherGround;
    [low, high].forEach((site, k) =>
      within(0.03, golden, {
        name: k === 0 ? "low" : "high",
        got: published.suncatcherGroundPower(site),
        expected: golden.outputs.usd_per_kw_y[k]!,
        unit: "USD/(kW y)",
      }),
    );
  });
});

describe("starcloud", () => {
  const table = published.starcloudTable(published.starcloudDefaults);
  it("the 40 MW table", () => {
    type Outputs = {
      ground_energy_musd: number;
      ground_cooling_musd: number;
      ground_total_musd: number;
      space_total_musd: number;
      shield_musd: number;
      water_mt: number;
    };
    const golden = publishedCase<Outputs>("starcloud_40mw_table");
    const { outputs } = golden;
    const million = (name: string, got_usd: number, expected: number) =>
      within(0.03, golden, { name, got: got_usd / 1e6, expected, unit: "MUSD" });
    million("ground energy", table.groundEnergy_usd, outputs.ground_energy_musd);
    million("ground cooling", table.groundCooling_usd, outputs.ground_cooling_musd);
    million("ground total", table.groundTotal_usd, outputs.ground_total_musd);
    million("space total", table.spaceTotal_usd, outputs.space_total_musd);
    million("shielding", table.shield_usd, outputs.shield_musd);
    // The paper prints "1.7m tons" of its 0.5 L/kWh. As tonnes that is 1.752, cut and 3.06 % off; as long tons (1,016.05 kg, Weights and Measures Act 1985)
    // 1.724, which rounds to what is printed: within the case's 3 %. Which ton is meant it does not say: docs/theory/published.md.
    expect(table.water_t).toBe(1_752_000);
    within(0.03, golden, { name: "water, read as long tons", got: table.water_t / 1.0160469088 / 1e6, expected: outputs.water_mt, unit: "million long tons" });
    expect(Math.floor(table.water_t / 1e5) / 10).toBe(outputs.water_mt);
  });
  it("energy price", () => {
    const golden = publishedCase<{ usd_per_kwh: number }>("starcloud_energy_price");
    within(0.0001 / 0.002, golden, {
      name: "price",
      got: table.spaceEnergy_usd_per_kWh,
      expected: golden.outputs.usd_per_kwh,
      unit: "USD/kWh",
    });
  });
  it("its array gives 4.33 GW, not the 5 claimed", () => {
    const golden = publishedCase<{ correct_gw: number; claimed_gw: number }>("starcloud_array_error");
    const power_GW = published.starcloudArrayPower_W(published.starcloudArray) / 1e9;
    within(0.005, golden, { name: "power", got: power_GW, expected: golden.outputs.correct_gw, unit: "GW" });
    expect(power_GW / golden.outputs.claimed_gw).toBeLessThan(0.87);
  });
  it("radiator at 20 C, term by term", () => {
    const golden = publishedCase<{ emit_per_side: number; emit_total: number; abs_earth: number; abs_sun: number; net: number }>("starcloud_radiator_633");
    const flux = published.starcloudRadiatorFlux(published.starcloudRadiator);
    const rows = [
      ["emitted by a side", flux.emitted_W_per_m2 / 2, golden.outputs.emit_per_side],
      ["emitted", flux.emitted_W_per_m2, golden.outputs.emit_total],
      ["earth", flux.earth_W_per_m2, golden.outputs.abs_earth],
      ["sun", flux.sun_W_per_m2, golden.outputs.abs_sun],
      ["net", flux.net_W_per_m2, golden.outputs.net],
    ] as const;
    for (const [name, got, expected] of rows) within(0.1 / expected, golden, { name, got, expected, unit: "W/m2" });
  });
});

describe("turyshev", () => {
  it("1 MW node of the data set", () => {
    const golden = publishedCase<{ a_pv_m2: number; a_rad_m2: number; m_kw: [number, number] }>("turyshev_dataverse_1mw");
    const sizing = published.turyshevSizing(published.turyshevNode);
    within(0.03, golden, { name: "array", got: sizing.array_m2, expected: golden.outputs.a_pv_m2, unit: "m2" });
    within(0.03, golden, { name: "radiator", got: sizing.radiator_m2, expected: golden.outputs.a_rad_m2, unit: "m2" });
    expect((sizing.array_kg + sizing.radiator_kg) / 1000).toBeLessThan(golden.outputs.m_kw[0]);
  });
  it("lifetime penalty: 1.27 at 0.1 a year and 1.58 at 0.2 a year over five years, as reported of the paper; 1 without failures", () => {
    const source = "arXiv:2604.27197 as reported in isohub-space/space-data-centers intel/raw/2026-04-29 (@5a18c9f)";
    for (const [failure_per_year, printed] of [[0.1, 1.27], [0.2, 1.58]] as const) {
      measure("published-models", { case: `lifetime penalty at ${failure_per_year} a year`, got: published.turyshevLifetimePenalty({ failure_per_year, years: 5 }), expected: printed, abs: 0.005, unit: "1", source });
    }
    // x/(1 - exp(-x)) at 0.5 and 1, by hand: 0.5/0.393469 and 1/0.632121.
    expect(published.turyshevLifetimePenalty({ failure_per_year: 0.1, years: 5 })).toBeCloseTo(1.270747, 5);
    expect(published.turyshevLifetimePenalty({ failure_per_year: 0.2, years: 5 })).toBeCloseTo(1.581977, 5);
    expect(published.turyshevLifetimePenalty({ failure_per_year: 0, years: 5 })).toBe(1);
  });
  it("allowance", () => {
    const golden = publishedCase<{ launch_plus_build_usd_per_kg: number[] }, { m_kw: number; c_terr_usd_kw: number[] }>(
      "turyshev_allowance",
    );
    golden.inputs.c_terr_usd_kw.forEach((ground_usd_per_kW, k) => {
      expect(published.turyshevAllowance({ ground_usd_per_kW, mass_kg_per_kW: golden.inputs.m_kw, burden_usd_per_kW: 0 })).toBe(
        golden.outputs.launch_plus_build_usd_per_kg[k],
      );
    });
  });
  it("closure: 1,000 $/kW of link and operations take 25 $/kg of the allowance at 40 kg/kW, as reported of the paper", () => {
    const at = (burden_usd_per_kW: number) => published.turyshevAllowance({ ground_usd_per_kW: 10_000, mass_kg_per_kW: 40, burden_usd_per_kW });
    expect(at(0) - at(1000)).toBe(25);
    expect(at(12_000)).toBe(-50);
  });
});

describe("mccalip", () => {
  const { mccalipGroundDefaults: ground, mccalipOrbitDefaults: orbit, mccalipPanelDefaults: panel } = published;
  const views = published.mccalipViews({ altitude_km: 550, beta_deg: 90, earthRadius_km: 6371 });
  it("headline", () => {
    const golden = publishedCase<{ orbital_busd: number; terrestrial_busd: number }>("mccalip_defaults");
    within(0.001, golden, {
      name: "orbit",
      got: published.mccalipOrbit(orbit).total_usd / 1e9,
      expected: golden.outputs.orbital_busd,
      unit: "GUSD",
    });
    within(0.001, golden, {
      name: "ground",
      got: published.mccalipGround(ground).total_usd / 1e9,
      expected: golden.outputs.terrestrial_busd,
      unit: "GUSD",
    });
  });
  const runs: readonly [string, MccalipOrbit][] = [
    ["mccalip_run_default", orbit],
    ["mccalip_run_falcon9", { ...orbit, launch_usd_per_kg: 2940 }],
    ["mccalip_run_starship_200", { ...orbit, launch_usd_per_kg: 200 }],
  ];
  it.each(runs)("%s, every output to 1e-9", (id, model) => {
    const golden = publishedCase<Record<string, number>>(id);
    const orbital = published.mccalipOrbit(model);
    const site = published.mccalipGround(ground);
    const got: Readonly<Record<string, number>> = {
      orbital_total_usd: orbital.total_usd,
      hardware_usd: orbital.hardware_usd,
      launch_usd: orbital.launch_usd,
      ops_usd: orbital.operations_usd,
      gpu_repl_usd: orbital.replacement_usd,
      orbital_usd_per_w: orbital.total_usd_per_W,
      orbital_lcoe_usd_mwh: orbital.lcoe_usd_per_MWh,
      mass_kg: orbital.mass_kg,
      satellites: orbital.satellites,
      array_km2: orbital.array_m2 / 1e6,
      starship_launches: orbital.launches,
      oversize_pct: orbital.oversize_frac * 100,
      terrestrial_total_usd: site.total_usd,
      terrestrial_usd_per_w: site.total_usd_per_W,
      terrestrial_lcoe_usd_mwh: site.lcoe_usd_per_MWh,
      breakeven_usd_per_kg: published.mccalipBreakEven(model, ground),
      eq_temp_C: published.mccalipPanelTemperature_C(panel, views),
      radiator_area_required_km2: published.mccalipRadiatorArea_m2(panel, views, { array_m2: orbital.array_m2, limit_C: 75 }) / 1e6,
    };
    expect(Object.keys(got).toSorted()).toEqual(Object.keys(golden.outputs).toSorted());
    for (const [name, expected] of Object.entries(golden.outputs)) within(1e-9, golden, { name, got: got[name]!, expected, unit: name });
  });
  it("as TechCrunch printed it, at 200 $/kg", () => {
    const golden = publishedCase<{ orbital_busd: number }>("mccalip_techcrunch");
    within(0.005, golden, { name: "orbit", got: published.mccalipOrbit({ ...orbit, launch_usd_per_kg: 200 }).total_usd / 1e9, expected: golden.outputs.orbital_busd, unit: "GUSD" });
  });
  it("is 6.35 K too cold for its edge-on view factor", () => {
    const golden = publishedCase<{ vf_mccalip: number; vf_exact_per_face: number; T_C_mccalip: number; T_C_exact: number }>(
      "mccalip_exact_vf",
    );
    const exact = plateSphereViewFactor({ distance_radii: (6371 + 550) / 6371, normalToCentre_deg: 90 });
    const T_C = published.mccalipPanelTemperature_C(panel, { pv_frac: exact, radiator_frac: exact });
    within(1e-4, golden, { name: "its view factor", got: views.pv_frac, expected: golden.outputs.vf_mccalip, unit: "-" });
    within(1e-5, golden, { name: "exact view factor", got: exact, expected: golden.outputs.vf_exact_per_face, unit: "-" });
    within(0.01 / 69, golden, { name: "exact temperature", got: T_C, expected: golden.outputs.T_C_exact, unit: "C" });
  });
});

describe("shapiro", () => {
  it("A1 in orbit", () => {
    const golden = publishedCase<{
      mass_t: number;
      radiator_m2: number;
      radiator_t: number;
      launches_150t: number;
      capex_usd: number;
      usd_per_w: number;
      annual_usd: number;
      usd_per_mw_y: number;
    }>("shapiro_a1_orbital");
    const { outputs } = golden;
    const got = published.shapiroOrbit(published.shapiroOrbitDefaults);
    within(1e-6, golden, { name: "mass", got: got.satellite_kg / 1000, expected: outputs.mass_t, unit: "t" });
    within(1e-6, golden, { name: "radiator area", got: got.radiator_m2, expected: outputs.radiator_m2, unit: "m2" });
    within(1e-6, golden, { name: "radiator mass", got: got.radiator_kg / 1000, expected: outputs.radiator_t, unit: "t" });
    // Printed with two decimals: half a unit of the last is 2.3e-5.
    within(2.4e-5, golden, { name: "launches", got: got.launches, expected: outputs.launches_150t, unit: "-" });
    within(1e-6, golden, { name: "capital", got: got.capital_usd, expected: outputs.capex_usd, unit: "USD" });
    within(6.2e-6, golden, { name: "capital per W", got: got.capital_usd_per_W, expected: outputs.usd_per_w, unit: "USD/W" });
    within(1e-6, golden, { name: "cost a year", got: got.cost_usd_per_year, expected: outputs.annual_usd, unit: "USD/y" });
    within(1e-6, golden, {
      name: "cost per MW and year",
      got: got.cost_usd_per_MW_year,
      expected: outputs.usd_per_mw_y,
      unit: "USD/(MW y)",
    });
  });
  it("A1 on the ground", () => {
    const golden = publishedCase<{ annual_usd: number }>("shapiro_a1_ground");
    within(1e-6, golden, {
      name: "cost a year",
      got: published.shapiroGround(published.shapiroGroundDefaults),
      expected: golden.outputs.annual_usd,
      unit: "USD/y",
    });
  });
  it("A3 ramp, bound by factory, then by launch", () => {
    const golden = publishedCase<{
      deployed: number[];
      binding: string[];
      cum_mw: number[];
      unit_musd: number[];
      cum_capex_musd: number[];
      flights: number[];
    }>("shapiro_ramp");
    const { outputs } = golden;
    const years = published.shapiroRamp(published.shapiroRampDefaults);
    expect(years.map(({ binding }) => binding)).toEqual(outputs.binding);
    years.forEach((year, k) => {
      within(1e-3, golden, { name: `${year.year} deployed`, got: year.deployed, expected: outputs.deployed[k]!, unit: "satellites" });
      within(1e-3, golden, { name: `${year.year} power`, got: year.cumulative_MW, expected: outputs.cum_mw[k]!, unit: "MW" });
      within(1e-3, golden, {
        name: `${year.year} unit price`,
        got: year.satellite_usd / 1e6,
        expected: outputs.unit_musd[k]!,
        unit: "MUSD",
      });
      within(1e-3, golden, {
        name: `${year.year} capital`,
        got: year.cumulative_usd / 1e6,
        expected: outputs.cum_capex_musd[k]!,
        unit: "MUSD",
      });
      within(1e-3, golden, { name: `${year.year} flights`, got: year.flights, expected: outputs.flights[k]!, unit: "-" });
    });
  });
});

describe("spacedc", () => {
  const { spacedcGrounds: grounds, spacedcOrbitDefaults: orbit } = published;
  type Outputs = { lcoc_usd_per_pflop_day: number; capex_usd: number; it_w: number; capex_per_w_ex_gpu: number };
  it.each([
    ["spacedc_run_earth_hyperscale_baseline", published.spacedcGround(grounds.hyperscale)],
    ["spacedc_run_earth_constrained_grid", published.spacedcGround(grounds.constrainedGrid)],
    ["spacedc_run_earth_renewable_storage", published.spacedcGround(grounds.renewableStorage)],
    ["spacedc_run_default", published.spacedcOrbit(orbit)],
    ["spacedc_run_solar200", published.spacedcOrbit({ ...orbit, array: { ...orbit.array, power_W_per_kg: 200 } })],
    ["spacedc_run_util98", published.spacedcOrbit({ ...orbit, utilisation_frac: 0.98 })],
  ] as const)("%s", (id, got) => {
    const golden = publishedCase<Outputs>(id);
    within(1e-6, golden, {
      name: "LCOC",
      got: got.lcoc_usd_per_PFLOP_day,
      expected: golden.outputs.lcoc_usd_per_pflop_day,
      unit: "USD/PFLOP-day",
    });
    within(1e-6, golden, { name: "capital", got: got.capital_usd, expected: golden.outputs.capex_usd, unit: "USD" });
    within(1e-12, golden, { name: "IT power", got: got.it_W, expected: golden.outputs.it_w, unit: "W" });
    within(1e-6, golden, {
      name: "capital without chips",
      got: got.capital_usd_per_W,
      expected: golden.outputs.capex_per_w_ex_gpu,
      unit: "USD/W",
    });
  });
  it("inner terms of the orbital default", () => {
    type Details = {
      bus_load_w: number;
      sunlit: number;
      failures: number;
      launch_usd: number;
      solar_usd: number;
      mass_kg: { solar: number; battery: number; radiator: number; structure: number; margin: number };
    };
    const golden = publishedCase<Details>("spacedc_default_details");
    const { outputs } = golden;
    const got = published.spacedcOrbit(orbit);
    const rows: readonly (readonly [string, number, number])[] = [
      ["bus load", got.busLoad_W, outputs.bus_load_w],
      ["sunlit", got.sunlit_frac, outputs.sunlit],
      ["failures", got.failures, outputs.failures],
      ["launch", got.launch_usd, outputs.launch_usd],
      ["solar", got.solar_usd, outputs.solar_usd],
      ["solar mass", got.array_kg, outputs.mass_kg.solar],
      ["battery mass", got.battery_kg, outputs.mass_kg.battery],
      ["radiator mass", got.radiator_kg, outputs.mass_kg.radiator],
      ["structure mass", got.structure_kg, outputs.mass_kg.structure],
      ["margin mass", got.margin_kg, outputs.mass_kg.margin],
    ];
    for (const [name, value, expected] of rows) within(1e-4, golden, { name, got: value, expected, unit: name });
  });
});

describe("small ones", () => {
  it("Myana's capital recovery and one-sided radiator", () => {
    const golden = publishedCase<{ crf: number[]; rad_emit_one_side_w_m2_365K: number }>("lcoc_crf");
    const { orbit, ground } = published.lcocCapital;
    [orbit, ground].forEach((capital, k) =>
      within(1e-6, golden, { name: `CRF ${k}`, got: published.lcocCrf(capital), expected: golden.outputs.crf[k]!, unit: "1/y" }),
    );
    within(1e-6, golden, {
      name: "radiator",
      got: published.lcocRadiatorFlux_W_per_m2(published.lcocRadiator),
      expected: golden.outputs.rad_emit_one_side_w_m2_365K,
      unit: "W/m2",
    });
  });
  it("SpaceX AI1's claims", () => {
    const golden = publishedCase<{ array_m2: number; reject_kw: number; mass_t: number; implied_T_k_eps085: number }>("spacex_ai1");
    const got = published.spacexAi1Sizing(published.spacexAi1Claims);
    within(0.01, golden, { name: "array", got: got.array_m2, expected: golden.outputs.array_m2, unit: "m2" });
    within(0.01, golden, { name: "heat", got: got.rejected_W / 1000, expected: golden.outputs.reject_kw, unit: "kW" });
    within(0.01, golden, { name: "mass", got: got.mass_kg / 1000, expected: golden.outputs.mass_t, unit: "t" });
    within(0.01, golden, {
      name: "implied temperature",
      got: got.impliedRadiator_K,
      expected: golden.outputs.implied_T_k_eps085,
      unit: "K",
    });
  });
  it("cost of delay", () => {
    const golden = publishedCase<{ cost_of_delay_busd: number }>("cost_of_delay");
    expect(published.costOfDelay(published.costOfDelayDefaults) / 1e9).toBe(golden.outputs.cost_of_delay_busd);
  });
});

describe("model cards", () => {
  const cards = Object.values(published).filter((entry): entry is ModelCard => typeof entry === "object" && "faults" in entry);
  it("every model cites its source and owns up to faults", () => {
    expect(cards.map(({ id }) => id).toSorted()).toEqual([
      "cost-of-delay",
      "iscr",
      "jedgar",
      "lcoc",
      "mccalip",
      "rotastellar",
      "shapiro",
      "shipit",
      "spacedc",
      "spacex-ai1",
      "starcloud",
      "suncatcher",
      "turyshev",
    ]);
    for (const card of cards) {
      expect(card.source.length).toBeGreaterThan(10);
      expect(card.boundary.length).toBeGreaterThan(10);
      expect(card.faults.length).toBeGreaterThan(0);
    }
  });
});
