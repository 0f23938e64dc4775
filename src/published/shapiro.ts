/**
 * Shapiro's workbook: yearly cost of 1 GW in orbit and on the ground, and a ramp bound by factory or launch.
 *
 * (1) orbit capital = hardware + (satellite + radiator mass) * launch price;
 *     year = CRF * capital + (hardware + satellite mass * launch) * failures + operations * capital
 * (2) availability = (1 + (1 - degradation)^n)/2, the mean of first and last year
 * (3) ground year = CRF over IT life and over facility life + energy * PUE + operations
 * (4) ramp: deployed = min(factory, flights * payload/mass); unit price by Wright's law on cumulative satellites
 * Source: jeshap2891/orbital-compute-economics Orbital_Compute_Model.xlsx, sheets A1 and A3.
 */
import { crf, wrightPrice } from "../money/index.ts";
import type { ModelCard } from "./card.ts";

export const shapiro: ModelCard = {
  id: "shapiro",
  title: "Shapiro, Orbital Compute Model",
  source: "jeshap2891/orbital-compute-economics Orbital_Compute_Model.xlsx, A1 and A3",
  asOf: "read 2026-11",
  grade: "rebuilt whole",
  evidence: "read from its spreadsheet",
  boundary:
    "orbit: hardware at 49 $/W with chips, launch of satellite and radiator, failures, 1 %/y; ground: 38,000 $/kW with IT, energy, 2 %/y",
  faults: [
    "the radiator is launched but not bought, and its failures are not replaced",
    "the mean of first and last output (0.8882) overstates the mean of a falling exponential (0.8834)",
    "failures cost hardware and launch but no output between failure and replacement",
    "each year of the ramp is priced at the price of its last satellite, not the average over the year",
    "deployed satellites and flights are fractions",
    "the learning base is the first year's 500 satellites, all at the full price",
  ],
};

export type ShapiroOrbit = {
  readonly it_W: number;
  readonly wacc_per_year: number;
  readonly life_years: number;
  readonly launch_usd_per_kg: number;
  readonly specificPower_W_per_kg: number;
  readonly hardware_usd_per_W: number;
  readonly failure_per_year: number;
  readonly operations_per_year: number;
  readonly radiator_W_per_m2: number;
  readonly radiator_kg_per_m2: number;
  readonly degradation_per_year: number;
  readonly payload_kg: number;
};

export const shapiroOrbitDefaults: ShapiroOrbit = {
  it_W: 1e9,
  wacc_per_year: 0.12,
  life_years: 10,
  launch_usd_per_kg: 1000,
  specificPower_W_per_kg: 36.5,
  hardware_usd_per_W: 49,
  failure_per_year: 0.09,
  operations_per_year: 0.01,
  radiator_W_per_m2: 1400,
  radiator_kg_per_m2: 7,
  degradation_per_year: 0.025,
  payload_kg: 150_000,
};

export type ShapiroOrbitCost = {
  readonly satellite_kg: number;
  readonly radiator_m2: number;
  readonly radiator_kg: number;
  readonly launches: number;
  readonly capital_usd: number;
  readonly capital_usd_per_W: number;
  readonly cost_usd_per_year: number;
  readonly available_frac: number;
  readonly cost_usd_per_MW_year: number;
};

/** Equations (1) and (2). */
export function shapiroOrbit(model: ShapiroOrbit): ShapiroOrbitCost {
  const satellite_kg = model.it_W / model.specificPower_W_per_kg;
  const radiator_m2 = model.it_W / model.radiator_W_per_m2;
  const radiator_kg = radiator_m2 * model.radiator_kg_per_m2;
  const hardware_usd = model.it_W * model.hardware_usd_per_W;
  const capital_usd = hardware_usd + (satellite_kg + radiator_kg) * model.launch_usd_per_kg;
  const replaced_usd_per_year = (hardware_usd + satellite_kg * model.launch_usd_per_kg) * model.failure_per_year;
  const recovery_per_year = crf({ rate_per_year: model.wacc_per_year, life_years: model.life_years });
  const cost_usd_per_year = capital_usd * (recovery_per_year + model.operations_per_year) + replaced_usd_per_year;
  const available_frac = (1 + (1 - model.degradation_per_year) ** model.life_years) / 2;
  return {
    satellite_kg,
    radiator_m2,
    radiator_kg,
    launches: (satellite_kg + radiator_kg) / model.payload_kg,
    capital_usd,
    capital_usd_per_W: capital_usd / model.it_W,
    cost_usd_per_year,
    available_frac,
    cost_usd_per_MW_year: cost_usd_per_year / ((model.it_W / 1e6) * available_frac),
  };
}

export type ShapiroGround = {
  readonly it_kW: number;
  readonly capital_usd_per_kW: number;
  readonly it_frac: number;
  readonly itLife_years: number;
  readonly facilityLife_years: number;
  readonly energy_usd_per_kWh: number;
  readonly pue: number;
  readonly operations_per_year: number;
  readonly wacc_per_year: number;
  readonly hours_per_year: number;
};

export const shapiroGroundDefaults: ShapiroGround = {
  it_kW: 1e6,
  capital_usd_per_kW: 38_000,
  it_frac: 0.6,
  itLife_years: 5,
  facilityLife_years: 14,
  energy_usd_per_kWh: 0.0834,
  pue: 1.15,
  operations_per_year: 0.02,
  wacc_per_year: 0.12,
  hours_per_year: 8760,
};

/** Equation (3), $/year. */
export function shapiroGround(model: ShapiroGround): number {
  const capital_usd = model.it_kW * model.capital_usd_per_kW;
  const recovery = (life_years: number) => crf({ rate_per_year: model.wacc_per_year, life_years });
  const capital_per_year = model.it_frac * recovery(model.itLife_years) + (1 - model.it_frac) * recovery(model.facilityLife_years);
  const energy_usd_per_year = model.it_kW * model.hours_per_year * model.pue * model.energy_usd_per_kWh;
  return capital_usd * (capital_per_year + model.operations_per_year) + energy_usd_per_year;
}

export type ShapiroRamp = {
  readonly firstYear: number;
  readonly years: number;
  readonly satellite_kW: number;
  readonly satellite_kg: number;
  readonly factory_per_year: number;
  readonly factoryGrowth_per_year: number;
  readonly flights_per_year: number;
  readonly flightGrowth_per_year: number;
  readonly payload_kg: number;
  readonly satellite_usd: number;
  readonly learning_frac: number;
  readonly launch_usd_per_kg: number;
};

export const shapiroRampDefaults: ShapiroRamp = {
  firstYear: 2028,
  years: 6,
  satellite_kW: 120,
  satellite_kg: 120_000 / 70, // 70 W/kg, printed as 1.714286 t
  factory_per_year: 500,
  factoryGrowth_per_year: 0.6,
  flights_per_year: 6,
  flightGrowth_per_year: 0.45,
  payload_kg: 150_000,
  satellite_usd: 1.2e6,
  learning_frac: 0.15,
  launch_usd_per_kg: 1000,
};

export type ShapiroYear = {
  readonly year: number;
  readonly deployed: number;
  readonly binding: "factory" | "launch";
  readonly flights: number;
  readonly cumulative_MW: number;
  readonly satellite_usd: number;
  readonly cumulative_usd: number;
};

/** Equation (4), one record a year. */
export function shapiroRamp(model: ShapiroRamp): readonly ShapiroYear[] {
  const years: ShapiroYear[] = [];
  let [satellites, cumulative_usd] = [0, 0];
  for (let k = 0; k < model.years; k++) {
    const { deployed, binding } = deployedIn(model, k);
    satellites += deployed;
    const satellite_usd = wrightPrice(
      { price_usd_per_unit: model.satellite_usd, cumulative: model.factory_per_year, learning_frac: model.learning_frac },
      satellites,
    );
    cumulative_usd += deployed * (satellite_usd + model.satellite_kg * model.launch_usd_per_kg);
    const flights = (deployed * model.satellite_kg) / model.payload_kg;
    years.push({
      year: model.firstYear + k,
      deployed,
      binding,
      flights,
      cumulative_MW: (satellites * model.satellite_kW) / 1000,
      satellite_usd,
      cumulative_usd,
    });
  }
  return years;
}

function deployedIn(model: ShapiroRamp, k: number): { readonly deployed: number; readonly binding: "factory" | "launch" } {
  const built = model.factory_per_year * (1 + model.factoryGrowth_per_year) ** k;
  const lifted = (model.flights_per_year * (1 + model.flightGrowth_per_year) ** k * model.payload_kg) / model.satellite_kg;
  return built <= lifted ? { deployed: built, binding: "factory" } : { deployed: lifted, binding: "launch" };
}
