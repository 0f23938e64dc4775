/** Totals of a plane or of the fleet, from its tally. */
import type { FleetTotals } from "./fleet-record.ts";
import type { FleetTally } from "./fleet-tally.ts";
import type { FlownPlatform } from "./platform.ts";
import type { FlightSpan } from "./span.ts";

/** Throws when the energies do not balance to 1e-9. */
export function fleetTotals(platform: FlownPlatform, tally: FleetTally, { steps, step_s }: FlightSpan): FleetTotals {
  const time_s = tally.satellites * steps * step_s;
  const it_J = tally.load_J / platform.drawPerIt;
  const busAtArray_J = platform.busDraw_W * time_s - tally.shortfall_J;
  const bus_J = platform.busDraw_W === 0 ? 0 : (busAtArray_J * platform.bus_W) / platform.busDraw_W;
  const conversionLoss_J = tally.load_J - it_J + busAtArray_J - bus_J;
  const residual_J = tally.generated_J - it_J - bus_J - conversionLoss_J - tally.loss_J - tally.curtailed_J - tally.chargeChange_J;
  const scale_J = Math.max(tally.generated_J, tally.load_J + busAtArray_J);
  const residual_frac = scale_J === 0 ? 0 : Math.abs(residual_J) / scale_J;
  if (!(residual_frac < 1e-9)) throw new Error(`fleet: energies do not balance, residual ${residual_frac} of what was generated`);
  return {
    satellites: tally.satellites, lit_frac: tally.lit / (tally.satellites * steps), delivered_frac: it_J / (platform.it_W * time_s),
    generated_J: tally.generated_J, it_J, bus_J, conversionLoss_J, batteryLoss_J: tally.loss_J, curtailed_J: tally.curtailed_J,
    chargeChange_J: tally.chargeChange_J, busShort_J: tally.shortfall_J, residual_frac,
    lowestCharge_frac: platform.battery.capacity_J === 0 ? 1 : tally.lowest_J / platform.battery.capacity_J, hottest_K: tally.hottest_K, coldest_K: tally.coldest_K,
  };
}
