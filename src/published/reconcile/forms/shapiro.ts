/** Shapiro's yearly cost of a gigawatt in the common forms; its hardware price has the chips inside. */
import { shapiro, shapiroGround, shapiroGroundDefaults, shapiroOrbit, shapiroOrbitDefaults } from "../../shapiro.ts";
import type { ShapiroGround, ShapiroOrbit } from "../../shapiro.ts";
import { groundForm, massPart, orbitForm, priceOf, type CostForm } from "../cost-form.ts";
import { modelOf } from "../model.ts";

type Own = { readonly orbit: ShapiroOrbit; readonly ground: ShapiroGround };

const inputs: Own = { orbit: shapiroOrbitDefaults, ground: shapiroGroundDefaults };

const orbitOf = (model: ShapiroOrbit): CostForm => {
  const lump = { id: "satellite with chips", covers: ["it", "power", "structure", "control", "links"], life_years: model.life_years, failed_per_year: model.failure_per_year, upkeep_per_year: model.operations_per_year } as const;
  return orbitForm({
    prices: [priceOf(model.hardware_usd_per_W * 1000, lump)],
    masses: [
      massPart(1000 / model.specificPower_W_per_kg, lump),
      massPart((1000 / model.radiator_W_per_m2) * model.radiator_kg_per_m2, { id: "radiator", covers: ["heat-rejection"], life_years: model.life_years, upkeep_per_year: model.operations_per_year }),
    ],
    launch_usd_per_kg: model.launch_usd_per_kg,
    rate_per_year: model.wacc_per_year,
    delivered: { wear: shapiroOrbit(model).available_frac },
  });
};

const groundOf = (site: ShapiroGround): CostForm => {
  const upkeep_per_year = site.operations_per_year;
  return groundForm({
    prices: [
      priceOf(site.capital_usd_per_kW * site.it_frac, { id: "IT", covers: ["it"], life_years: site.itLife_years, upkeep_per_year }),
      priceOf(site.capital_usd_per_kW * (1 - site.it_frac), { id: "facility", covers: ["power", "heat-rejection", "structure", "links"], life_years: site.facilityLife_years, upkeep_per_year }),
    ],
    energy: { usd_per_kWh: site.energy_usd_per_kWh, pue: site.pue, hours_per_year: site.hours_per_year },
    rate_per_year: site.wacc_per_year,
  });
};

export const shapiroModel = modelOf<Own>({
  card: shapiro,
  inputs,
  together: [],
  variants: [
    { id: "launch-200", what: "at 200 $/kg", of: "orbit", inputs: { ...inputs, orbit: { ...inputs.orbit, launch_usd_per_kg: 200 } } },
  ],
  forms: ({ orbit, ground }) => ({ orbit: orbitOf(orbit), ground: groundOf(ground) }),
  natives: ({ orbit, ground }) => [
    { answer: "orbit", what: "cost of a megawatt and year", value: shapiroOrbit(orbit).cost_usd_per_MW_year, unit: "$/MW-yr", times: 1000 },
    { answer: "ground", what: "cost a year", value: shapiroGround(ground), unit: "$/yr", times: ground.it_kW },
  ],
  faultsAt: {
    "orbit/cooling": [shapiro.faults[0]!],
    "orbit/boundary/heat-rejection": [shapiro.faults[0]!],
    "orbit/build/heat-rejection": [shapiro.faults[0]!],
    "orbit.radiator_kg_per_m2": [shapiro.faults[0]!],
    "orbit/wear": [shapiro.faults[1]!],
    "orbit.degradation_per_year": [shapiro.faults[1]!],
    "orbit/failures": [shapiro.faults[0]!, shapiro.faults[2]!],
    "orbit.failure_per_year": [shapiro.faults[2]!],
    "orbit/whole": [shapiro.faults[4]!],
  },
});
