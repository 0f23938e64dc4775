/** 007jedgar's ten years in the common forms. */
import { STEFAN_BOLTZMANN_W_PER_M2_K4, ZERO_CELSIUS_K } from "../../../units/index.ts";
import { jedgar, jedgarGround, jedgarGroundDefaults, jedgarOrbit, jedgarOrbitDefaults, jedgarRadiator_m2, jedgarRadiatorDefaults } from "../../jedgar.ts";
import type { JedgarGround, JedgarOrbit, JedgarRadiator, JedgarShared } from "../../jedgar.ts";
import { groundForm, massPart, orbitForm, priceOf, type CostForm } from "../cost-form.ts";
import { modelOf } from "../model.ts";
import { NO_SIDE } from "../panel-form.ts";

/** Both tiers share the cluster and its years. */
type Own = JedgarShared & { readonly orbit: Omit<JedgarOrbit, keyof JedgarShared>; readonly ground: Omit<JedgarGround, keyof JedgarShared>; readonly radiator: JedgarRadiator };

const { chips, chip_W, chip_usd, years, ...orbitInputs } = jedgarOrbitDefaults;
const { chips: _c, chip_W: _w, chip_usd: _u, years: _y, ...groundInputs } = jedgarGroundDefaults;
const inputs: Own = { chips, chip_W, chip_usd, years, orbit: orbitInputs, ground: groundInputs, radiator: jedgarRadiatorDefaults };
const tiersOf = (own: Own): { readonly orbit: JedgarOrbit; readonly ground: JedgarGround } => {
  const shared: JedgarShared = { chips: own.chips, chip_W: own.chip_W, chip_usd: own.chip_usd, years: own.years };
  return { orbit: { ...own.orbit, ...shared }, ground: { ...own.ground, ...shared } };
};

const orbitOf = (model: JedgarOrbit): CostForm => {
  const { load_kW, array_kW, parts_kg, parts_usd } = jedgarOrbit(model);
  const kept = { life_years: model.years, upkeep_per_year: model.upkeep_per_year + model.insurance_per_year };
  const chips = { id: "chips", covers: ["it"], life_years: model.years, upkeep_per_year: model.refresh_per_year + model.insurance_per_year } as const;
  const whole = 1 + model.attitude_frac;
  const structured = whole * model.structure_factor;
  return orbitForm({
    prices: [
      priceOf(parts_usd.chips / load_kW, chips),
      priceOf(model.array_usd_per_kW, { id: "array", covers: ["power"], per: "kW array", ...kept }),
      priceOf(parts_usd.radiator / load_kW, { id: "radiator", covers: ["heat-rejection"], ...kept }),
      priceOf((parts_usd.switches + parts_usd.links) / load_kW, { id: "switches and terminals", covers: ["links"], ...kept }),
      priceOf(parts_usd.robots / load_kW, { id: "robots", covers: ["operations"], ...kept }),
    ],
    masses: [
      massPart((structured * parts_kg.chips) / load_kW, { id: "chips", covers: ["it"], ...kept }),
      massPart(whole * model.array_kg_per_kW, { id: "array", covers: ["power"], per: "kW array", ...kept }),
      massPart(whole * model.harness_kg_per_kW, { id: "harness", covers: ["power"], ...kept }),
      massPart((whole * parts_kg.radiator) / load_kW, { id: "radiator", covers: ["heat-rejection"], ...kept }),
      massPart((structured * (parts_kg.switches + parts_kg.links)) / load_kW, { id: "switches and terminals", covers: ["links"], ...kept }),
      massPart((whole * parts_kg.robots) / load_kW, { id: "robots", covers: ["operations"], ...kept }),
    ],
    launch_usd_per_kg: model.launch_usd_per_kg,
    rate_per_year: 0,
    lit_frac: model.solar_frac,
    array_kW_per_kW: array_kW / load_kW,
  });
};

const groundOf = (site: JedgarGround): CostForm => {
  const got = jedgarGround(site);
  const load_kW = (site.chips * site.chip_W) / 1000;
  return groundForm({
    prices: [
      priceOf(got.chips_usd / load_kW, { id: "chips", covers: ["it"], life_years: site.years }),
      priceOf(got.construction_usd / load_kW, { id: "construction", covers: ["power", "heat-rejection", "structure"], life_years: site.years, upkeep_per_year: site.upkeep_per_year + site.permits_per_year }),
    ],
    yearly: [
      { id: "labour and land", item: "operations", usd_per_kW_year: (got.labour_usd_per_year + got.land_usd_per_year) / load_kW },
      { id: "water", item: "water", usd_per_kW_year: got.water_usd_per_year / load_kW },
    ],
    energy: { usd_per_kWh: site.energy_usd_per_kWh, pue: site.pue, hours_per_year: site.hours_per_year },
    rate_per_year: 0,
  });
};

export const jedgarModel = modelOf<Own>({
  card: jedgar,
  inputs,
  together: [],
  variants: [{ id: "lit", what: "with an array for a dawn-dusk orbit, 0.95 lit", of: "orbit", inputs: { ...inputs, orbit: { ...inputs.orbit, solar_frac: 0.95 } } }],
  panelNote: "its radiator's temperature is put in, and its load is what it gives off at that temperature",
  forms: ({ radiator, ...own }) => ({
    orbit: orbitOf(tiersOf({ ...own, radiator }).orbit),
    ground: groundOf(tiersOf({ ...own, radiator }).ground),
    panel: {
      load_W_per_m2: radiator.heat_W / jedgarRadiator_m2(radiator),
      sides: [{ ...NO_SIDE, emittance_frac: radiator.emittance_frac }, NO_SIDE],
      solarFlux_W_per_m2: 0,
      earthInfrared_W_per_m2: 0,
      earthAlbedo_frac: 0,
      space_K: radiator.surroundings_K,
      stefanBoltzmann_W_per_m2_K4: STEFAN_BOLTZMANN_W_PER_M2_K4,
      lit_frac: 1,
    },
  }),
  natives: (own) => {
    const { orbit, ground } = tiersOf(own);
    const [up, down] = [jedgarOrbit(orbit), jedgarGround(ground)];
    return [
      { answer: "orbit", what: "total over its years", value: up.total_usd, unit: "$", times: up.load_kW * orbit.years },
      { answer: "ground", what: "total over its years", value: down.total_usd, unit: "$", times: ((ground.chips * ground.chip_W) / 1000) * ground.years },
      { answer: "ratio", what: "orbit over ground", value: up.total_usd / down.total_usd, unit: "x", times: 1 },
      { answer: "mass", what: "mass launched", value: up.mass_kg, unit: "kg", times: up.load_kW },
      { answer: "panel", what: "radiator temperature", value: own.radiator.temperature_K - ZERO_CELSIUS_K, unit: "C", times: 1 },
    ];
  },
  faultsAt: {
    "panel/boundary": [jedgar.faults[0]!],
    "panel/emittance": [jedgar.faults[0]!],
    "orbit/sunlight": [jedgar.faults[1]!],
    "orbit/boundary/sunlight": [jedgar.faults[1]!],
    "orbit.solar_frac": [jedgar.faults[1]!],
    "orbit/boundary/structure": [jedgar.faults[2]!],
    "orbit/boundary/control": [jedgar.faults[2]!],
    "orbit/build/structure": [jedgar.faults[2]!],
    "orbit/operations": [jedgar.faults[3]!],
    "orbit.refresh_per_year": [jedgar.faults[3]!],
    "ground/operations": [jedgar.faults[4]!],
    "ground.people": [jedgar.faults[4]!],
    "orbit/cooling": [jedgar.faults[5]!],
    "orbit/build/heat-rejection": [jedgar.faults[5]!],
    "orbit/mass": [jedgar.faults[5]!],
  },
});
