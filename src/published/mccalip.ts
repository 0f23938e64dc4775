/**
 * McCalip's calculator: 1 GW in orbit against on-site gas on the ground, five years, undiscounted.
 *
 * (1) first power = target/(mean over years of (1 - degradation)^y * sunlit fraction), rounded up to whole satellites
 * (2) orbit = hardware + launch + hardware * (operations + failures) * years + engineering
 * (3) ground = sum of capital per W (turbine times PUE) + fuel: heat rate * gas * PUE * capacity factor * hours
 * (4) break-even launch price = (ground - hardware)/mass: leaves out operations, failures and engineering
 * (5) panel: alpha S + IR (F_A eps_A + F_B eps_B) + S albedo F_A cos(beta) alpha = sigma (eps_A + eps_B)(T^4 - T_space^4)
 * (6) F of each side = mean over 72 points of the orbit of (R/r)^2 cos(tilt), 5 % of (R/r)^2 where the cosine is not positive
 * Source: andrewmccalip/thoughts static/js/math.js @e59571e; formulas rewritten, numbers rerun by the compiler of the golden file.
 * Its Stefan-Boltzmann constant, Earth radius and 8760 h are its own and stand in its inputs.
 */
import { RADIANS_PER_DEGREE, ZERO_CELSIUS_K } from "../units/index.ts";
import type { ModelCard } from "./card.ts";

export const mccalip: ModelCard = {
  id: "mccalip",
  title: "McCalip, economics of orbital against terrestrial data centres",
  source: "andrewmccalip/thoughts static/js/math.js @e59571e",
  asOf: "read 2026-11",
  grade: "rebuilt whole",
  evidence: "run here by its own code",
  boundary:
    "orbit: bus with array at 22 $/W, launch, 1 %/y operations, failures, 1 G$ engineering; ground: power plant, shell, electrics, cooling, network, gas. No chips on either side",
  faults: [
    "one W/kg for the whole satellite; the array doubles as radiator, whose mass and loop are not modelled",
    "the Earth view factor of an edge-on side is 12 times too small (0.0212 against 0.258): the panel is 6.35 K too cold",
    "sunlit fraction 0.98 is typed in; at 550 km dawn-dusk the year gives 0.952 and the worst day 0.778",
    "failed compute is counted as replacement money, not as lost hours; 9 %/y is linear in years",
    "the capacity factor of 0.85 reduces ground output and fuel but not the orbit's",
    "no discounting: levelised cost is a ratio of sums",
    "the break-even launch price leaves out operations, failures and engineering, so at it the two totals still differ",
    "a constant heat rate of 6,370 BTU/kWh is defined and unused; 6,200 is used",
  ],
};

export type MccalipShared = { readonly years: number; readonly target_W: number; readonly hours_per_year: number };

export type MccalipOrbit = MccalipShared & {
  readonly launch_usd_per_kg: number;
  readonly hardware_usd_per_W: number;
  readonly specificPower_W_per_kg: number;
  readonly satellite_W: number;
  readonly array_m2_per_satellite: number;
  readonly sunlit_frac: number;
  readonly degradation_per_year: number;
  readonly failure_per_year: number;
  readonly operations_per_year: number;
  readonly engineering_usd: number;
  readonly payload_kg: number;
};

export const mccalipOrbitDefaults: MccalipOrbit = {
  years: 5,
  target_W: 1e9,
  hours_per_year: 8760,
  launch_usd_per_kg: 500,
  hardware_usd_per_W: 22,
  specificPower_W_per_kg: 36.5,
  satellite_W: 27_000,
  array_m2_per_satellite: 116,
  sunlit_frac: 0.98,
  degradation_per_year: 0.025,
  failure_per_year: 0.09,
  operations_per_year: 0.01,
  engineering_usd: 1e9,
  payload_kg: 100_000,
};

export type MccalipOrbitCost = {
  readonly satellites: number;
  readonly mass_kg: number;
  readonly array_m2: number;
  readonly launches: number;
  readonly oversize_frac: number;
  readonly hardware_usd: number;
  readonly launch_usd: number;
  readonly operations_usd: number;
  readonly replacement_usd: number;
  readonly total_usd: number;
  readonly total_usd_per_W: number;
  readonly lcoe_usd_per_MWh: number;
};

/** Equations (1) and (2). */
export function mccalipOrbit(model: MccalipOrbit): MccalipOrbitCost {
  const satellites = Math.ceil(firstPower_W(model) / model.satellite_W);
  const installed_W = satellites * model.satellite_W;
  const mass_kg = installed_W / model.specificPower_W_per_kg;
  const hardware_usd = model.hardware_usd_per_W * installed_W;
  const launch_usd = model.launch_usd_per_kg * mass_kg;
  const operations_usd = hardware_usd * model.operations_per_year * model.years;
  const replacement_usd = hardware_usd * model.failure_per_year * model.years;
  const total_usd = hardware_usd + launch_usd + operations_usd + replacement_usd + model.engineering_usd;
  return {
    satellites,
    mass_kg,
    array_m2: satellites * model.array_m2_per_satellite,
    launches: Math.ceil(mass_kg / model.payload_kg),
    oversize_frac: installed_W / model.target_W - 1,
    hardware_usd,
    launch_usd,
    operations_usd,
    replacement_usd,
    total_usd,
    total_usd_per_W: total_usd / model.target_W,
    lcoe_usd_per_MWh: total_usd / targetEnergy_MWh(model),
  };
}

export type MccalipGround = MccalipShared & {
  readonly turbine_usd_per_W: number;
  readonly electrical_usd_per_W: number;
  readonly mechanical_usd_per_W: number;
  readonly civil_usd_per_W: number;
  readonly network_usd_per_W: number;
  readonly pue: number;
  readonly gas_usd_per_MMBtu: number;
  readonly heatRate_Btu_per_kWh: number;
  readonly capacity_frac: number;
};

export const mccalipGroundDefaults: MccalipGround = {
  years: 5,
  target_W: 1e9,
  hours_per_year: 8760,
  turbine_usd_per_W: 1.8,
  electrical_usd_per_W: 5.25,
  mechanical_usd_per_W: 3,
  civil_usd_per_W: 2.5,
  network_usd_per_W: 1.75,
  pue: 1.2,
  gas_usd_per_MMBtu: 4.3,
  heatRate_Btu_per_kWh: 6200,
  capacity_frac: 0.85,
};

export type MccalipGroundCost = {
  readonly capital_usd: number;
  readonly fuel_usd: number;
  readonly total_usd: number;
  readonly total_usd_per_W: number;
  readonly lcoe_usd_per_MWh: number;
};

/** Equation (3). */
export function mccalipGround(model: MccalipGround): MccalipGroundCost {
  const capital_usd_per_W =
    model.turbine_usd_per_W * model.pue +
    model.electrical_usd_per_W +
    model.mechanical_usd_per_W +
    model.civil_usd_per_W +
    model.network_usd_per_W;
  const capital_usd = capital_usd_per_W * model.target_W;
  const output_MWh = targetEnergy_MWh(model) * model.capacity_frac;
  const fuel_usd = ((model.heatRate_Btu_per_kWh * model.gas_usd_per_MMBtu) / 1000) * model.pue * output_MWh;
  const total_usd = capital_usd + fuel_usd;
  return { capital_usd, fuel_usd, total_usd, total_usd_per_W: total_usd / model.target_W, lcoe_usd_per_MWh: total_usd / output_MWh };
}

/** Equation (4), $/kg; satellites not rounded, as in the original. */
export function mccalipBreakEven(orbit: MccalipOrbit, ground: MccalipGround): number {
  const power_W = firstPower_W(orbit);
  return (mccalipGround(ground).total_usd - orbit.hardware_usd_per_W * power_W) / (power_W / orbit.specificPower_W_per_kg);
}

export type MccalipPanel = {
  readonly absorptance_frac: number;
  readonly emittancePv_frac: number;
  readonly emittanceRadiator_frac: number;
  readonly solarFlux_W_per_m2: number;
  readonly earthInfrared_W_per_m2: number;
  readonly albedo_frac: number;
  readonly space_K: number;
  readonly beta_deg: number;
  readonly stefanBoltzmann_W_per_m2_K4: number;
};

export const mccalipPanelDefaults: MccalipPanel = {
  absorptance_frac: 0.92,
  emittancePv_frac: 0.85,
  emittanceRadiator_frac: 0.9,
  solarFlux_W_per_m2: 1361,
  earthInfrared_W_per_m2: 237,
  albedo_frac: 0.3,
  space_K: 3,
  beta_deg: 90,
  stefanBoltzmann_W_per_m2_K4: 5.67e-8, // its own literal, three digits
};

/** View factors to the Earth of the sunward (pv) and the antisunward (radiator) side. */
export type MccalipViews = { readonly pv_frac: number; readonly radiator_frac: number };

/** Equation (6), with its own Earth radius. */
export function mccalipViews({
  altitude_km,
  beta_deg,
  earthRadius_km,
}: {
  readonly altitude_km: number;
  readonly beta_deg: number;
  readonly earthRadius_km: number;
}): MccalipViews {
  const nadir_frac = (earthRadius_km / (earthRadius_km + altitude_km)) ** 2;
  const side = (cosine: number) => nadir_frac * (cosine > 0 ? cosine : EDGE_FLOOR);
  let [pv, radiator] = [0, 0];
  for (let point = 0; point < ORBIT_POINTS; point++) {
    const cosine = Math.cos(beta_deg * RADIANS_PER_DEGREE) * Math.cos((2 * Math.PI * point) / ORBIT_POINTS);
    pv += side(cosine) / ORBIT_POINTS;
    radiator += side(-cosine) / ORBIT_POINTS;
  }
  return { pv_frac: pv, radiator_frac: radiator };
}

/** Equation (5): equilibrium temperature, C, for any pair of view factors. */
export function mccalipPanelTemperature_C(panel: MccalipPanel, views: MccalipViews): number {
  const fourth = panelHeat_W_per_m2(panel, views) / panelEmission_W_per_m2_K4(panel) + panel.space_K ** 4;
  return fourth ** 0.25 - ZERO_CELSIUS_K;
}

/** Array area at which the panels would settle at `limit_C`, m2. */
export function mccalipRadiatorArea_m2(
  panel: MccalipPanel,
  views: MccalipViews,
  { array_m2, limit_C }: { readonly array_m2: number; readonly limit_C: number },
): number {
  const room_K4 = (limit_C + ZERO_CELSIUS_K) ** 4 - panel.space_K ** 4;
  return (panelHeat_W_per_m2(panel, views) * array_m2) / (panelEmission_W_per_m2_K4(panel) * room_K4);
}

const ORBIT_POINTS = 72;
const EDGE_FLOOR = 0.05;

function firstPower_W({ years, degradation_per_year, target_W, sunlit_frac }: MccalipOrbit): number {
  let retained = 0;
  for (let year = 0; year < years; year++) retained += (1 - degradation_per_year) ** year;
  return target_W / ((retained / years) * sunlit_frac);
}

function targetEnergy_MWh({ years, target_W, hours_per_year }: MccalipShared): number {
  return (target_W / 1e6) * years * hours_per_year;
}

function panelHeat_W_per_m2(panel: MccalipPanel, { pv_frac, radiator_frac }: MccalipViews): number {
  const direct = panel.solarFlux_W_per_m2 * panel.absorptance_frac;
  const infrared = panel.earthInfrared_W_per_m2 * (pv_frac * panel.emittancePv_frac + radiator_frac * panel.emittanceRadiator_frac);
  const reflected = direct * panel.albedo_frac * pv_frac * Math.cos(panel.beta_deg * RADIANS_PER_DEGREE);
  return direct + infrared + reflected;
}

function panelEmission_W_per_m2_K4({ stefanBoltzmann_W_per_m2_K4, emittancePv_frac, emittanceRadiator_frac }: MccalipPanel): number {
  return stefanBoltzmann_W_per_m2_K4 * (emittancePv_frac + emittanceRadiator_frac);
}
