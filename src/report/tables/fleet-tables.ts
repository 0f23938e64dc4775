/** The flown fleet: by shell, its energy, day by day. */
import type { FleetDays, FleetFlight, FleetTotals, ShellTotals } from "../../fly/index.ts";
import { DAY_S } from "../../units/index.ts";
import { formatFigure, formatPercent, formatScaled, formatTemperature } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Cell, type Fact, type Table } from "../table.ts";
import { dayDates } from "./flight-tables.ts";

type Row = FleetTotals & Omit<FleetDays, "daily">;

const rangeText = ([low, high]: readonly [number, number], digits: number): string => {
  const [from, to] = [low.toFixed(digits), high.toFixed(digits)];
  return from === to ? from : `${from}-${to}`;
};

/** A count with all its digits. */
const countText = (count: number): string => count.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ",");

const shares = (row: Row): readonly Cell[] => [
  formatPercent(row.lit_frac), formatPercent(row.leastLit_frac), formatPercent(row.delivered_frac), formatPercent(row.lowestCharge_frac), formatTemperature(row.hottest_K),
];

/** One row a shell, and the whole fleet. */
export const fleetTable = (fleet: FleetFlight): Table => ({
  id: "fleet",
  title: "The fleet by shell",
  columns: [
    wordColumn("shell"), numberColumn("altitude", "km"), numberColumn("inclination", "deg"), numberColumn("planes", ""), numberColumn("satellites", ""),
    numberColumn("in the Sun", ""), numberColumn("least at any minute", ""), numberColumn("delivered", ""), numberColumn("lowest charge", ""), numberColumn("hottest panel", ""),
  ],
  rows: [
    ...fleet.shells.map((shell): readonly Cell[] => [shell.id, rangeText(shell.altitude_km, 0), rangeText(shell.inclination_deg, 1), countText(shell.planes), countText(shell.satellites), ...shares(shell)]),
    ["fleet", null, null, countText(fleet.planes.length), countText(fleet.satellites), ...shares({ ...fleet.fleet, leastLit_frac: fleet.leastLit_frac, leastDelivered_frac: fleet.leastDelivered_frac })],
  ],
  note: `${fleet.duration_s === DAY_S ? "A day" : `${formatFigure(fleet.duration_s / DAY_S)} days`} from ${fleet.start_utc}, ${formatFigure(fleet.steps)} steps of ${formatFigure(fleet.step_s)} s, every satellite with its own battery and panel. Least at any minute: share of the satellites in the Sun when fewest are; the fleet never delivers less than ${formatPercent(fleet.leastDelivered_frac)}. IT is dark for ${formatFigure(fleet.fleet.dark_h)} satellite-hours and throttled for ${formatFigure(fleet.fleet.throttled_h)}.${emptyText(fleet.shells)}`,
});

/** Where batteries run empty, what the notes say of it. */
const emptyText = (shells: readonly ShellTotals[]): string => {
  const empty = shells.filter(({ lowestCharge_frac }) => lowestCharge_frac < EMPTY_FRAC).map(({ id }) => id);
  return empty.length === 0 ? "" : ` Batteries run empty in ${empty.join(", ")}: the notes say what is below its allowed depth, and what the bus lacks.`;
};

/** What prints as 0 %. */
const EMPTY_FRAC = 5e-4;

/** Where the arrays' energy went, all satellites together. */
export const fleetEnergyTable = ({ fleet }: FleetFlight): Table => {
  const row = (name: string, energy_J: number): Fact => [name, formatScaled(energy_J, "J"), formatPercent(energy_J / fleet.generated_J)];
  return factTable({
    id: "fleet-energy",
    title: "Energy of the fleet at the array buses",
    note: `Generated less all uses closes to ${formatFigure(fleet.residual_frac)} of what was generated.`,
    facts: [
      row("generated", fleet.generated_J), row("IT", fleet.it_J), row("bus", fleet.bus_J), row("conversion loss", fleet.conversionLoss_J), row("battery loss", fleet.batteryLoss_J),
      row("curtailed", fleet.curtailed_J), row("change of charge", fleet.chargeChange_J), row("bus short", fleet.busShort_J),
    ],
  });
};

/** One row a day: light and delivery of the whole fleet, and delivery of each shell where there are several. */
export const fleetDailyTable = ({ start_utc, daily, shells }: FleetFlight): Table => ({
  id: "fleet-daily",
  title: "The fleet day by day",
  columns: [wordColumn("day"), numberColumn("in the Sun", "%"), numberColumn("delivered", "%"), ...several(shells).map(({ id }) => numberColumn(id, "%"))],
  rows: dayDates(start_utc, daily.lit_frac.length).map((day, i) => [day, daily.lit_frac[i]! * 100, daily.delivered_frac[i]! * 100, ...several(shells).map((shell) => shell.daily.delivered_frac[i]! * 100)]),
  note: several(shells).length > 0 ? "Under a shell's name stands what it delivered." : "",
});

const several = (shells: readonly ShellTotals[]): readonly ShellTotals[] => (shells.length > 1 ? shells : []);
