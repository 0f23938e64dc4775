/**
 * One block of steps of a platform's power and heat.
 *
 *   1. array = array_W lit / (d / 1 au)^2, mean over the step
 *   2. IT draw = min(wanted, array - bus - refill + what the battery may give, what the junction allows), not below 0:
 *      shed: the battery gives nothing to IT; ride-through: down to its allowed depth of discharge within the step
 *   3. battery takes or gives the rest (kernel/battery-step): surplus beyond it is curtailed, a deficit beyond it is bus load unmet
 *   4. C dT/dt = draw + battery loss + absorbed - k T^4 (kernel/heat-step), k by the fin's efficiency at the step's start
 *   4a. absorbed a m2 = Earth's infrared + lit [(albedo max(0, -cos beta cos q) + sun cos) / (d / 1 au)^2 + array], q the phase from midnight,
 *      cos of the Sun to a face as in the sizing: fixed, or of the day's beta angle less the error of attitude
 *   5. junction = T + rise IT / itPeak <= junctionMax, with T at the step's start: the thermal throttle
 *
 * Assumes: power even over a step, servers that can run at any share of their load, all that is drawn becomes heat on the panel.
 */
import { batteryStep, heatStep } from "../kernel/index.ts";
import { ASTRONOMICAL_UNIT_KM, RADIANS_PER_DEGREE } from "../units/index.ts";
import { emissionAt_W_per_K4, type FlownPlatform } from "./platform.ts";
import type { SunPath } from "./sun-path.ts";

/** What lives from step to step. */
export interface PlatformState { stored_J: number; panel_K: number }

/** Light of the steps of a block: disc in view, and the Sun's path at their ends. */
export interface OperatingLight { readonly lit_frac: Float64Array; readonly path: SunPath }

/** Per step of a block. */
export interface Operation {
  readonly array_W: Float64Array;
  /** IT and bus input served. */
  readonly it_W: Float64Array;
  readonly bus_W: Float64Array;
  readonly charge_frac: Float64Array;
  readonly panel_K: Float64Array;
  /** All that becomes heat on board: draw and battery loss. */
  readonly heat_W: Float64Array;
  /** Taken in by the panel from Earth, Sun and array. */
  readonly absorbed_W: Float64Array;
}

/** Sums over the flight. */
export interface OperationTotals {
  generated_J: number;
  it_J: number;
  bus_J: number;
  conversionLoss_J: number;
  batteryLoss_J: number;
  curtailed_J: number;
  withdrawn_J: number;
  absorbed_J: number;
  emitted_J: number;
  readonly first_K: number;
  /** Steps with IT below wanted but running, not running, below wanted because of heat, and with the bus unmet. */
  throttled: number;
  dark: number;
  hot: number;
  busShort: number;
  lowest_J: number;
  hottest_K: number;
  coldest_K: number;
}

export const operation = (rows: number): Operation => ({
  array_W: new Float64Array(rows), it_W: new Float64Array(rows), bus_W: new Float64Array(rows), charge_frac: new Float64Array(rows), panel_K: new Float64Array(rows), heat_W: new Float64Array(rows), absorbed_W: new Float64Array(rows),
});

/** Full battery, panel in balance with the wanted load in full light. */
export const initialState = (platform: FlownPlatform): PlatformState => ({
  stored_J: platform.battery.capacity_J,
  panel_K: balance_K(platform, platform.it_W * platform.drawPerIt + platform.busDraw_W + platform.absorbedHot_W),
});

/** The efficiency hardly moves with temperature: each round is some twenty times nearer. */
function balance_K(platform: FlownPlatform, heat_W: number): number {
  let panel_K = (heat_W / platform.emission_W_per_K4) ** 0.25;
  for (let i = 0; i < 5; i++) panel_K = (heat_W / emissionAt_W_per_K4(platform, panel_K)) ** 0.25;
  return panel_K;
}

export const operationTotals = ({ stored_J, panel_K }: PlatformState): OperationTotals => ({
  generated_J: 0, it_J: 0, bus_J: 0, conversionLoss_J: 0, batteryLoss_J: 0, curtailed_J: 0, withdrawn_J: 0, absorbed_J: 0, emitted_J: 0, first_K: panel_K,
  throttled: 0, dark: 0, hot: 0, busShort: 0, lowest_J: stored_J, hottest_K: panel_K, coldest_K: panel_K,
});

/** Flies `rows` steps: advances the state, adds to the totals, writes the columns. */
export function operate(platform: FlownPlatform, state: PlatformState, light: OperatingLight, { rows, step_s }: { readonly rows: number; readonly step_s: number }, totals: OperationTotals, out: Operation): void {
  let cosPhase = Math.cos(light.path.phase_rad[0]!);
  for (let i = 0; i < rows; i++) {
    const cosNext = Math.cos(light.path.phase_rad[i + 1]!);
    const sky = { lit_frac: light.lit_frac[i]!, cosBeta: (light.path.cosBeta[i]! + light.path.cosBeta[i + 1]!) / 2, cosPhase: (cosPhase + cosNext) / 2 };
    cosPhase = cosNext;
    const distance_au = (light.path.sunDistance[i]! + light.path.sunDistance[i + 1]!) / (2 * ASTRONOMICAL_UNIT_KM);
    const lit_frac = light.lit_frac[i]!;
    const array_W = (platform.array_W * lit_frac) / (distance_au * distance_au);
    const cool_W = coolLimit_W(platform, state.panel_K);
    const powered_W = poweredLimit_W(platform, state.stored_J, array_W - platform.busDraw_W, step_s);
    const it_W = Math.min(platform.it_W, powered_W, cool_W);
    const draw_W = it_W * platform.drawPerIt + platform.busDraw_W;
    const store = batteryStep(platform.battery, state.stored_J, array_W - draw_W, step_s);
    const { stored_J } = store;
    const unmet_frac = store.shortfall_J === 0 ? 0 : store.shortfall_J / (draw_W * step_s);
    const absorbed_W = absorbedIn_W(platform, sky, distance_au);
    const dissipated_W = draw_W * (1 - unmet_frac) + store.loss_J / step_s;
    const panel = heatStep({ temperature_K: state.panel_K, capacity_J_per_K: platform.heatCapacity_J_per_K, emission_W_per_K4: emissionAt_W_per_K4(platform, state.panel_K) }, dissipated_W + absorbed_W, step_s);
    out.array_W[i] = array_W;
    out.it_W[i] = it_W * (1 - unmet_frac);
    const bus_W = platform.bus_W + platform.pumpPerIt * it_W;
    out.bus_W[i] = bus_W * (1 - unmet_frac);
    out.charge_frac[i] = platform.battery.capacity_J === 0 ? 1 : stored_J / platform.battery.capacity_J;
    out.panel_K[i] = panel.temperature_K;
    out.heat_W[i] = dissipated_W;
    out.absorbed_W[i] = absorbed_W;

    totals.generated_J += array_W * step_s;
    totals.it_J += out.it_W[i]! * step_s;
    totals.bus_J += out.bus_W[i]! * step_s;
    totals.conversionLoss_J += (draw_W - it_W - bus_W) * (1 - unmet_frac) * step_s;
    totals.batteryLoss_J += store.loss_J;
    totals.curtailed_J += store.curtailed_J;
    totals.absorbed_J += absorbed_W * step_s;
    totals.emitted_J += panel.emitted_J;
    if (stored_J < state.stored_J) totals.withdrawn_J += state.stored_J - stored_J;
    if (it_W === 0) totals.dark++;
    else if (it_W < platform.it_W * FULL) totals.throttled++;
    if (cool_W < platform.it_W && cool_W <= powered_W) totals.hot++;
    if (unmet_frac > SHORT) totals.busShort++;
    if (stored_J < totals.lowest_J) totals.lowest_J = stored_J;
    if (panel.temperature_K > totals.hottest_K) totals.hottest_K = panel.temperature_K;
    if (panel.temperature_K < totals.coldest_K) totals.coldest_K = panel.temperature_K;
    state.stored_J = stored_J;
    state.panel_K = panel.temperature_K;
  }
}

/** Equation 4a; the Sun's place is the mean of a step's ends, its phase from midnight. */
function absorbedIn_W({ absorbed, fed_m2 }: FlownPlatform, { lit_frac, cosBeta, cosPhase }: { readonly lit_frac: number; readonly cosBeta: number; readonly cosPhase: number }, distance_au: number): number {
  const overDay = Math.max(0, -cosBeta * cosPhase);
  const { sunCosine } = absorbed;
  const sun = sunCosine.by === "fixed" ? sunCosine.cosine : Math.cos(Math.max(0, Math.acos(cosBeta) - sunCosine.error_deg * RADIANS_PER_DEGREE));
  const sunlight_W_per_m2 = (absorbed.albedo_W_per_m2 * overDay + absorbed.sun_W_per_m2 * sun) / (distance_au * distance_au);
  return fed_m2 * (absorbed.infrared_W_per_m2 + (sunlight_W_per_m2 + absorbed.array_W_per_m2) * lit_frac);
}

// A limit that meets the wanted load to rounding is not a throttle, a bus unmet by rounding is not unmet.
const FULL = 1 - 1e-9;
const SHORT = 1e-9;

/** IT input that array and battery can carry; `beyondBus_W` is the array less the bus draw. */
function poweredLimit_W(platform: FlownPlatform, stored_J: number, beyondBus_W: number, step_s: number): number {
  const refill_W = stored_J < platform.refillBelow_J ? Math.min(platform.refill_W, (platform.refillBelow_J - stored_J) / (platform.battery.charge_frac * step_s)) : 0;
  const spare_J = platform.ridesThrough ? stored_J - platform.itFloor_J : 0;
  const spare_W = spare_J > 0 ? (spare_J * platform.battery.discharge_frac) / step_s : 0;
  const now_W = beyondBus_W > 0 ? Math.max(0, beyondBus_W - refill_W) : beyondBus_W;
  return Math.max(0, now_W + spare_W) / platform.drawPerIt;
}

/** IT input at which the junction stands at its highest allowed temperature. */
function coolLimit_W(platform: FlownPlatform, panel_K: number): number {
  const room_K = platform.junctionMax_K - panel_K;
  if (room_K <= 0) return 0;
  return platform.junctionRise_K === 0 ? Number.MAX_VALUE : (platform.itPeak_W * room_K) / platform.junctionRise_K;
}
