/** The flight as ledger lines: joules made, used, lost and curtailed, hours of throttle and darkness; of one platform, and of the fleet by shell. */
import { assertLedger } from "../ledger/index.ts";
import type { Item, Ledger, LedgerLine } from "../ledger/index.ts";
import { DAY_S, JULIAN_YEAR_S } from "../units/index.ts";
import type { FleetFlight } from "./fleet-record.ts";
import type { EnergySummary, FlightSummary } from "./flight.ts";

type Part = readonly [name: string, subsystem: string, boundary: Item, quantity: number, unit: string];
type Balance = Pick<EnergySummary, "generated_J" | "bus_J" | "conversionLoss_J" | "batteryLoss_J" | "curtailed_J" | "chargeChange_J" | "it_J">;

/** What is lost or used on board counts negative, so that the lines of "energy" add up to what IT got. */
const energyParts = (energy: Balance): readonly Part[] => [
  ["generated", "array", "energy", energy.generated_J, "J"],
  ["bus", "bus", "energy", -energy.bus_J, "J"],
  ["conversion-loss", "conversion", "energy", -energy.conversionLoss_J, "J"],
  ["battery-loss", "battery", "energy", -energy.batteryLoss_J, "J"],
  ["curtailed", "array", "energy", -energy.curtailed_J, "J"],
  ["charge-change", "battery", "energy", -energy.chargeChange_J, "J"],
  ["it", "servers", "output", energy.it_J, "J"],
];

interface Period { readonly period: string; readonly start_utc: string; readonly duration_s: number }

function linesOf(prefix: string, { period, start_utc, duration_s }: Period, parts: readonly Part[]): LedgerLine[] {
  const source = `flown ${duration_s / DAY_S} days from ${start_utc}, scaled to a Julian year`;
  return parts.map(([name, subsystem, boundary, quantity, unit]) => ({
    id: `${prefix}/${name}`, actor: "own", tier: "orbit", subsystem, boundary, period, quantity: (quantity * JULIAN_YEAR_S) / duration_s, unit, source,
  }));
}

const idleParts = ({ throttled_h, dark_h }: Pick<FlightSummary, "throttled_h" | "dark_h">): readonly Part[] => [
  ["throttled", "servers", "output", throttled_h, "h"],
  ["dark", "servers", "output", dark_h, "h"],
];

/** Lines per Julian year of the flown period's mean; period "unit-year". */
export function flightLedger(flown: FlightSummary): Ledger {
  const { start_utc, duration_s } = flown;
  return assertLedger(linesOf("orbit/flight", { period: "unit-year", start_utc, duration_s }, [...energyParts(flown.energy), ...idleParts(flown)]));
}

/** Lines of all satellites of each shell per Julian year; period "fleet-year". Hours are satellite-hours. */
export function fleetLedger({ shells, start_utc, duration_s }: FleetFlight): Ledger {
  return assertLedger(shells.flatMap((shell) => linesOf(`orbit/fleet/${shell.id}`, { period: "fleet-year", start_utc, duration_s }, [...energyParts(shell), ...idleParts(shell)])));
}
