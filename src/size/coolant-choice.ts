/**
 * The panel's temperature at which a platform is lightest per token, beside the written one.
 *
 *   1. energy a token f(T) = e(T + drop) / e(T_written + drop): the servers' nameplate holds at the written temperature  (physics/coolant-temperature)
 *   2. Q = (f IT + fixed) / conversion / (1 - pump share / conversion), shadows' charging loss left out
 *   3. mass = radiator areal x panel (radiator-holes, eq. 3) + Q x power system a watt; tokens a second are held, so the lightest is the lightest per token
 *   4. T between freezing + margin and what junction and coolant inlet allow, by golden section
 *
 * Assumes: structure and margin in proportion, so that they move no optimum; array, converters and, where it rides through, the battery as
 * the power system. Outside the two points of the curve (ISCR: coolant of 35-85 C; H100: GPU of 45-63 C) it is stretched, and says so.
 */
import { energyPerTokenAt_J, h100Energy, ISCR_ENERGY, leakageThrough, lowestPoint, type EnergyPoint } from "../physics/index.ts";
import type { ArrayDesign } from "./array-sizing.ts";
import type { BatteryDesign } from "./battery-sizing.ts";
import { chipRiseAtPeak_K, type FixedLoad, type Orbit, type ServerLoad } from "./load.ts";
import { netFluxAt, type RadiatorDesign } from "./radiator-design.ts";
import { panelArea_m2 } from "./radiator-holes.ts";
import type { Season } from "./season.ts";
import type { CoolantChoice } from "./sizing.ts";

export interface CoolantParts {
  readonly season: Season;
  readonly load: ServerLoad;
  readonly fixed: FixedLoad;
  readonly array: ArrayDesign;
  readonly battery: BatteryDesign;
  readonly radiator: RadiatorDesign;
}

/** Kelvin to which the optimum is found. */
const TOLERANCE_K = 0.01;

/** Null where no temperature is allowed. */
export const coolantChoice = (orbit: Orbit, parts: CoolantParts): CoolantChoice | null => {
  const { platform } = orbit;
  const { load, radiator } = parts;
  if (!(parts.array.worst_W_per_m2 > 0 && parts.battery.depthOfDischarge_frac > 0 && load.itPeak_W > 0)) return null;
  const points = pointsOf(orbit, load);
  const curve = leakageThrough(...points, platform.leakage_frac);
  const written_K = platform.radiatorTemperature_K;
  const { drop_K } = radiator;
  const rated_J = energyPerTokenAt_J(curve, written_K + drop_K);
  const ratio = (panel_K: number): number => energyPerTokenAt_J(curve, panel_K + drop_K) / rated_J;
  const power_kg_per_W = powerMass_kg_per_W(orbit, parts);
  const mass_kg = (panel_K: number): number => {
    const net_W_per_m2 = netFluxAt(radiator, panel_K);
    const heat_W = (ratio(panel_K) * load.itPeak_W + parts.fixed.power_W) / (platform.conversion_frac - radiator.pump_frac);
    return net_W_per_m2 > 0 ? radiator.areal_kg_per_m2 * panelArea_m2({ netFlux_W_per_m2: net_W_per_m2, loop_m2: radiator.loop_m2, left_frac: radiator.left_frac }, heat_W) + heat_W * power_kg_per_W : Infinity;
  };
  const high = hottest_K(load, drop_K, ratio);
  if (!(high > radiator.lowest_K)) return null;
  const lightest_K = lowestPoint(mass_kg, { low: radiator.lowest_K, high }, TOLERANCE_K);
  return {
    by: platform.radiatorTemperatureBy,
    curve: platform.leakageCurve,
    leakage_frac: platform.leakage_frac,
    written_K,
    lightest_K,
    energyRatio: ratio(lightest_K),
    saved_kg: mass_kg(written_K) - mass_kg(lightest_K),
    binds: high - lightest_K < 2 * TOLERANCE_K ? "limit" : "trade",
    stretched: [written_K, lightest_K].some((panel_K) => panel_K + drop_K < points[0].coolant_K || panel_K + drop_K > points[1].coolant_K),
  };
};

const pointsOf = ({ platform }: Orbit, load: ServerLoad): readonly [EnergyPoint, EnergyPoint] => (platform.leakageCurve === "iscr" ? ISCR_ENERGY : h100Energy(1, load.chipRise_K));

const powerMass_kg_per_W = ({ platform }: Orbit, { season, array, battery }: CoolantParts): number => {
  const carried_s = platform.eclipse === "ride-through" ? season.shadowMax_s : 0;
  const wanted = 1 + platform.powerMargin_frac;
  const battery_kg = (wanted * carried_s) / (battery.depthOfDischarge_frac * battery.efficiency_frac * battery.left_frac) / 3600 / battery.specificEnergy_Wh_per_kg;
  const array_kg = (wanted * (1 + carried_s / (battery.roundTrip_frac * (season.period_s - season.shadowMax_s))) * array.areal_kg_per_m2) / array.worst_W_per_m2;
  return array_kg + battery_kg + platform.powerElectronics_kg_per_kW / 1000;
};

/** Hottest panel at which junction and coolant inlet are within their limits. */
const hottest_K = (load: ServerLoad, drop_K: number, ratio: (panel_K: number) => number): number => {
  const rise_K = chipRiseAtPeak_K(load);
  let low = 0;
  let high = load.coolantMax_K === null ? load.junctionMax_K - drop_K : Math.min(load.coolantMax_K, load.junctionMax_K) - drop_K;
  const fits = (panel_K: number): boolean => panel_K + drop_K + rise_K * ratio(panel_K) <= load.junctionMax_K;
  if (fits(high)) return high;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
};

/** The servers at another energy a token, their rate held. */
export const loadAtEnergy = (load: ServerLoad, ratio: number): ServerLoad => ({ ...load, itPeak_W: load.itPeak_W * ratio, itMean_W: load.itMean_W * ratio });
