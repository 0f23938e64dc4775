/** The charts of a run, each drawn from one of its tables. */
import type { Finance } from "../finance/index.ts";
import type { FleetFlight, FlightSummary } from "../fly/index.ts";
import type { Plan } from "../plan/index.ts";
import type { Replay } from "../serve/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import type { Bar, BarChart, Hue, Tick, TimeChart } from "./chart/index.ts";
import type { Table } from "./table.ts";
import { capacityTable, cashTable, costItemTable, dailyTable, fleetDailyTable, hourlyTable, massTable, servedTable } from "./tables/index.ts";

/** Items that keep a colour of their own in every report; the others share one. */
const ITEM_HUE: Readonly<Record<string, Hue>> = {
  IT: "one", power: "two", "heat rejection": "three", launch: "four", structure: "five", operations: "six", energy: "seven",
};

const itemParts = (table: Table, column: number): Bar["parts"] =>
  table.rows.filter(([item]) => item !== "total").map((row) => {
    const value = row[column];
    return { name: String(row[0]), value: typeof value === "number" ? value : 0, hue: ITEM_HUE[String(row[0])] ?? "rest" };
  });

/** Cost by item, ground beside orbit; null when neither tier has a cost. */
export const costChart = (finance: Finance): BarChart | null => {
  const table = costItemTable(finance);
  const tiers = [...(finance.ground ? [{ name: "ground", column: 1 }] : []), ...(finance.orbit ? [{ name: "orbit", column: 2 }] : [])];
  if (tiers.length === 0) return null;
  return {
    kind: "bars", id: "chart-cost", title: "Levelised cost by item", table, unit: "$/kW-yr",
    description: "Stacked bars of levelised cost by item, in dollars per kilowatt-year delivered, for the best option on the ground and in orbit.",
    bars: tiers.map(({ name, column }) => ({ name, parts: itemParts(table, column) })),
  };
};

/** Mass by part, heaviest first. */
export const massChart = (platform: PlatformSizing): BarChart => {
  const table = massTable(platform);
  return {
    kind: "bars", id: "chart-mass", title: "Mass of one platform by part", table, unit: "kg",
    description: "One bar for each part of the platform, in kilograms, heaviest first.",
    bars: table.rows.filter(([, mass_kg]) => mass_kg !== 0).map(([part, mass_kg]) => ({ name: String(part), parts: [{ name: "mass", value: Number(mass_kg), hue: "orbit" }] })),
  };
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Days a label needs beside the next. */
const DAYS_FOR_LABEL = 500 / 12;

/** Below so many days a month or two would be all that an axis says. */
const DAYS_FOR_MONTHS = 60;

/** First days of months, or days where there are few, as many as have room. */
const dayTicks = (table: Table): readonly Tick[] => (table.rows.length < DAYS_FOR_MONTHS ? dateTicks(table) : monthTicks(table));

/** Days, as many as have room: "1 Mar", "8 Mar". */
const dateTicks = ({ rows }: Table): readonly Tick[] => {
  const every = [1, 2, 7, 14].find((days) => rows.length / days <= 12)!;
  return rows.flatMap(([day], at) => (at % every === 0 ? [{ at, label: `${Number(String(day).slice(8, 10))} ${MONTHS[Number(String(day).slice(5, 7)) - 1]!}` }] : []));
};

const monthTicks = (table: Table): readonly Tick[] => {
  const firsts = table.rows.flatMap(([day], at) => (String(day).endsWith("-01") ? [{ at, month: Number(String(day).slice(5, 7)), year: String(day).slice(0, 4) }] : []));
  const every = Math.max(1, Math.ceil((firsts.length / 12) * (30 / DAYS_FOR_LABEL)));
  return firsts.filter((_, i) => i % every === 0).map(({ at, month, year }) => ({ at, label: month === 1 ? year : MONTHS[month - 1]! }));
};

/** Light and delivery by day. */
export const lightChart = (summary: FlightSummary): TimeChart => {
  const table = dailyTable(summary);
  return {
    kind: "time", id: "chart-light", title: "Light and delivered computing, day by day", table, unit: "% of the day", fromZero: false, ticks: dayTicks(table),
    description: "Two lines over the flown period: share of each day outside the Earth's umbra, and share of the wanted IT energy that was delivered.",
    series: [{ column: 1, hue: "ground", form: "line" }, { column: 2, hue: "orbit", form: "line" }],
  };
};

/** Fewer days show nothing as a line. */
const DAYS_FOR_CHART = 4;

/** Light and delivery of the fleet by day; null for a few days. */
export const fleetChart = (fleet: FleetFlight): TimeChart | null => {
  const table = fleetDailyTable(fleet);
  if (table.rows.length < DAYS_FOR_CHART) return null;
  return {
    kind: "time", id: "chart-fleet", title: "The fleet's light and delivered computing, day by day", table, unit: "% of the day", fromZero: false, ticks: dayTicks(table),
    description: "Lines over the flown period: share of the fleet's satellite-minutes in the Sun, share of its wanted IT energy that was delivered, and the same share of each shell.",
    series: [{ column: 1, hue: "ground", form: "line" }, { column: 2, hue: "wanted", form: "line", dashed: true }, ...shellSeries(fleet.shells.length)],
  };
};

const SHELL_HUES: readonly Hue[] = ["one", "three", "four", "five", "six", "seven"];

/** A line a shell, while their colours keep apart. */
const shellSeries = (shells: number): TimeChart["series"] =>
  shells < 2 || shells > SHELL_HUES.length ? [] : SHELL_HUES.slice(0, shells).map((hue, i) => ({ column: i + 3, hue, form: "line" }));

/** First quarters of years, as many as have room. */
export const yearTicks = (table: Table): readonly Tick[] => {
  const firsts = table.rows.flatMap(([quarter], at) => (String(quarter).endsWith("Q1") ? [{ at, label: String(quarter).slice(0, 4) }] : []));
  const every = Math.max(1, Math.ceil(firsts.length / 12));
  return firsts.filter((_, i) => i % every === 0);
};

/** Nameplate in service by tier. */
export const capacityChart = (plan: Plan): TimeChart => {
  const table = capacityTable(plan);
  return {
    kind: "time", id: "chart-capacity", title: "Capacity in service", table, unit: `${table.columns[1]!.unit} of IT nameplate`, fromZero: true, ticks: yearTicks(table),
    description: "Stacked steps by quarter of the nameplate IT power in service on the ground and in orbit.",
    series: [{ column: 1, hue: "ground", form: "layer" }, { column: 2, hue: "orbit", form: "layer" }],
  };
};

const SERVED = [{ column: 1, hue: "ground", form: "layer" }, { column: 2, hue: "orbit", form: "layer" }, { column: 3, hue: "unserved", form: "layer" }, { column: 4, hue: "wanted", form: "step" }] as const;

/** Wanted, served and unserved by quarter. */
export const servedChart = (plan: Plan): TimeChart => {
  const table = servedTable(plan);
  return {
    kind: "time", id: "chart-served", title: "Wanted and served", table, unit: `${table.columns[1]!.unit} of mean IT power`, fromZero: true, ticks: yearTicks(table), series: SERVED,
    description: "Stacked steps by quarter of the mean IT power served on the ground, served in orbit and not served, under a line of what is wanted.",
  };
};

const REPLAYED = [...SERVED.slice(0, 3), { column: 4, hue: "rest", form: "layer" }, { column: 5, hue: "wanted", form: "step" }] as const;

/** The replayed week by the hour. */
export const hourlyChart = (replay: Replay): TimeChart => {
  const table = hourlyTable(replay);
  const ticks = table.rows.flatMap((_, at) => (at % 24 === 0 ? [{ at, label: `day ${at / 24 + 1}` }] : []));
  return {
    kind: "time", id: "chart-hourly", title: "The replayed week", table, unit: `${table.columns[1]!.unit} of IT power`, fromZero: true, ticks, series: REPLAYED,
    description: "Stacked steps by hour of the IT power served on the ground, served in orbit, not served and deferred to a later hour, under a line of what is wanted.",
  };
};

/** Cash by quarter. */
export const cashChart = (finance: Finance): TimeChart => {
  const table = cashTable(finance);
  return {
    kind: "time", id: "chart-cash", title: "Cost and revenue by quarter", table, unit: table.columns[1]!.unit, fromZero: true, ticks: yearTicks(table),
    description: "Three step lines by quarter: cost of the ground tier, cost of the orbit tier, and revenue, in real dollars.",
    series: [{ column: 1, hue: "ground", form: "step" }, { column: 2, hue: "orbit", form: "step" }, { column: 3, hue: "three", form: "step" }],
  };
};
