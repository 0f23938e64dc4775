/** The flight as ledger lines of one platform and year: joules made, used, lost and curtailed, hours of throttle. */
import { assertLedger } from "../ledger/index.ts";
import type { Item, Ledger, LedgerLine } from "../ledger/index.ts";
import { DAY_S, JULIAN_YEAR_S } from "../units/index.ts";
import type { FlightSummary } from "./flight.ts";

/** Lines per Julian year of the flown period's mean; period "unit-year". */
export function flightLedger(flown: FlightSummary): Ledger {
  const perYear = JULIAN_YEAR_S / flown.duration_s;
  const source = `flown ${flown.duration_s / DAY_S} days from ${flown.start_utc}, scaled to a Julian year`;
  const line = (name: string, [subsystem, boundary, quantity, unit]: readonly [string, Item, number, string]): LedgerLine => ({
    id: `orbit/flight/${name}`, actor: "own", tier: "orbit", subsystem, boundary, period: "unit-year", quantity: quantity * perYear, unit, source,
  });
  const { energy } = flown;
  return assertLedger([
    line("generated", ["array", "energy", energy.generated_J, "J"]),
    line("bus", ["bus", "energy", -energy.bus_J, "J"]),
    line("conversion-loss", ["conversion", "energy", -energy.conversionLoss_J, "J"]),
    line("battery-loss", ["battery", "energy", -energy.batteryLoss_J, "J"]),
    line("curtailed", ["array", "energy", -energy.curtailed_J, "J"]),
    line("charge-change", ["battery", "energy", -energy.chargeChange_J, "J"]),
    line("it", ["servers", "output", energy.it_J, "J"]),
    line("throttled", ["servers", "output", flown.throttled_h, "h"]),
    line("dark", ["servers", "output", flown.dark_h, "h"]),
  ]);
}
