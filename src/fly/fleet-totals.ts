/** Totals of a plane or of the fleet, from its tally. */
import { HOUR_S, JULIAN_YEAR_S } from "../units/index.ts";
import type { ConeLight } from "./fleet-cones.ts";
import type { FleetTotals } from "./fleet-record.ts";
import type { FleetTally } from "./fleet-tally.ts";
import type { FlownPlatform } from "./platform.ts";
import type { FlightSpan } from "./span.ts";

/** Throws when the energies do not balance to 1e-9. */
export function fleetTotals(platform: FlownPlatform, { tally, light }: { readonly tally: FleetTally; readonly light: ConeLight }, { steps, step_s }: FlightSpan): FleetTotals {
  const time_s = tally.satellites * steps * step_s;
  const it_J = tally.load_J / platform.drawPerIt;
  const busAtArray_J = platform.busDraw_W * time_s - tally.shortfall_J;
  const bus_J = (platform.busDraw_W === 0 ? 0 : (busAtArray_J * platform.bus_W) / platform.busDraw_W) + platform.pumpPerIt * it_J;
  const conversionLoss_J = tally.load_J - it_J + busAtArray_J - bus_J;
  const residual_J = tally.generated_J - it_J - bus_J - conversionLoss_J - tally.loss_J - tally.curtailed_J - tally.chargeChange_J;
  const scale_J = Math.max(tally.generated_J, tally.load_J + busAtArray_J);
  const residual_frac = scale_J === 0 ? 0 : Math.abs(residual_J) / scale_J;
  if (!(residual_frac < 1e-9)) throw new Error(`fleet: energies do not balance, residual ${residual_frac} of what was generated`);
  const { capacity_J } = platform.battery;
  const hours = (satelliteSteps: number): number => (satelliteSteps * step_s) / HOUR_S;
  return {
    satellites: tally.satellites, lit_frac: tally.lit / (tally.satellites * steps), ...light, delivered_frac: it_J / (platform.it_W * time_s),
    throttled_h: hours(tally.throttled), dark_h: hours(tally.idle), heatLimited_h: hours(tally.hot), busShort_h: hours(tally.short),
    fullCycles_per_yr: capacity_J === 0 ? 0 : ((tally.withdrawn_J / capacity_J) * JULIAN_YEAR_S) / time_s,
    generated_J: tally.generated_J, it_J, bus_J, conversionLoss_J, batteryLoss_J: tally.loss_J, curtailed_J: tally.curtailed_J,
    chargeChange_J: tally.chargeChange_J, busShort_J: tally.shortfall_J, residual_frac,
    lowestCharge_frac: capacity_J === 0 ? 1 : tally.lowest_J / capacity_J, hottest_K: tally.hottest_K, coldest_K: tally.coldest_K,
  };
}
