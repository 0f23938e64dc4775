/** What can be decided later: what each decision is worth now and later, when to take it, and how its drivers move. */
import type { RealOptions } from "../../finance/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, formatPercent, scaleFor, type Scale } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

type Decision = RealOptions["decisions"][number];
type Driver = RealOptions["drivers"][number];
type Rule = Decision["rule"][number];

/** The tables of a run's options; none without them. */
export const realOptionTables = (options: RealOptions | null): readonly Table[] =>
  options === null ? [] : [worthTable(options), wordTable(options), sureTable(options), driverTable(options), ...options.decisions.map((decision) => whenTable(options, decision))];

const scaleOf = ({ decisions }: RealOptions): Scale =>
  scaleFor(Math.max(...decisions.flatMap(({ value_usd, now_usd, fixed }) => [value_usd, now_usd ?? 0, fixed?.value_usd ?? 0].map(Math.abs))), "$");

const worthTable = (options: RealOptions): Table => {
  const { decisions, rate_per_yr, paths, plans } = options;
  const { unit, divisor } = scaleOf(options);
  const usd = (value: number | null): Cell => (value === null ? null : value / divisor);
  return {
    id: "real-options", title: "What can be decided later, and what that is worth",
    columns: [wordColumn("decision"), numberColumn("at the first date", unit), numberColumn("best date fixed today", unit), numberColumn("when best, or never", unit), numberColumn("standard error", unit), numberColumn("not deciding today", unit), numberColumn("never", "%")],
    rows: decisions.map(({ id, now_usd, fixed, value_usd, standardError_usd, flexibility_usd, never_frac }) => [id, usd(now_usd), usd(fixed === null ? null : fixed.value_usd), usd(value_usd), usd(standardError_usd), usd(flexibility_usd), 100 * never_frac]),
    note: `Fall of the plan's present cost, unserved work at its price included, less what deciding costs; ${formatFigure(plans)} plans solved over the drivers, ${formatFigure(paths)} paths to learn the rule from and as many to try it on, at the plan's real rate of ${formatPercent(rate_per_yr)} a year. A dash: no plan is left, or it has no one date.`,
  };
};

const wordTable = ({ decisions }: RealOptions): Table => ({
  id: "option-words", title: "When to decide",
  columns: [wordColumn("decision"), wordColumn("rule")], rows: decisions.map(({ id, text }) => [id, text]), note: "",
});

/** Bounds, another method, fewer paths, plans between the points. */
const sureTable = (options: RealOptions): Table => {
  const { unit, divisor } = scaleOf(options);
  const usd = (value: number | null): Cell => (value === null ? null : value / divisor);
  const counts = options.decisions[0]?.convergence.map(({ paths }) => paths) ?? [];
  return {
    id: "option-error", title: "How sure the values are",
    columns: [wordColumn("decision"), numberColumn("with foresight", unit), numberColumn("by lattice", unit), ...counts.map((paths) => numberColumn(`${formatFigure(paths)} paths`, unit)), numberColumn("between plans, mean", unit), numberColumn("largest", unit), numberColumn("beyond", "%")],
    rows: options.decisions.map(({ id, foresight_usd, lattice_usd, convergence, interpolation, beyond_frac }) => [id, usd(foresight_usd), usd(lattice_usd), ...convergence.map(({ value_usd }) => usd(value_usd)), usd(interpolation === null ? null : interpolation.mean_usd), usd(interpolation === null ? null : interpolation.largest_usd), 100 * beyond_frac]),
    note: "The value is a lower bound by least-squares Monte Carlo; with foresight, an upper one. By lattice: the same payoffs by another method, where one geometric driver moves alone. Between plans: how far the interpolation, where it is above 0, was from plans solved between the points, as likely as they are met. Beyond: states outside the points, where the last payoff is held.",
  };
};

const movesText = ({ motion }: Driver): string => {
  switch (motion.kind) {
    case "geometric": return `geometric, ${formatPercent(motion.volatility_per_sqrt_yr)} over a year, drift ${formatPercent(motion.drift_per_yr)} a year`;
    case "reverting": return `reverting to ${formatFigure(motion.level)} at ${formatFigure(motion.reversion_per_yr)} a year, ${formatPercent(motion.volatility_per_sqrt_yr)} over a year`;
    case "event": return `an event expected after ${formatFigure(1 / motion.rate_per_yr)} years: ${formatFigure(motion.before)} before, ${formatFigure(motion.after)} after`;
  }
};

const driverTable = ({ drivers }: RealOptions): Table => ({
  id: "option-drivers", title: "What is uncertain",
  columns: [wordColumn("driver"), wordColumn("multiplies"), wordColumn("moves"), wordColumn("at"), numberColumn("expected", ""), numberColumn("5 %", ""), numberColumn("95 %", "")],
  rows: drivers.map((driver) => [driver.id, driver.field, movesText(driver), formatQuarter(driver.at.quarter), driver.at.expected, driver.at.low, driver.at.high]),
  note: "Factors on the field as it is written: 1 at the start of the horizon. Volatility, drift and rates are the scenario's.",
});

const eventsText = (happened: Rule["happened"]): string => Object.entries(happened).map(([id, is]) => `${id} ${is ? "has" : "has not"} happened`).join(", ");

const edgesText = (values: readonly number[], of: (value: number) => number): string | null => (values.length === 0 ? null : values.map((value) => formatFigure(of(value))).join(" to "));

/** A decision's rule by date. */
const whenTable = ({ drivers }: RealOptions, { id, rule, dates, decidedBy_frac }: Decision): Table => {
  const moved = drivers.find((driver) => rule.some((at) => at.driver === driver.id));
  const events = rule.some(({ happened }) => Object.keys(happened).length > 0);
  const scale = moved === undefined ? null : moved.unit === "$" ? scaleFor(Math.max(1, ...rule.flatMap(({ value }) => value)), "$") : { unit: moved.unit, divisor: 1 };
  const perKg = moved?.payload_kg ?? null;
  return {
    id: `option-${id}`, title: `Rule by date: ${id}`,
    columns: [wordColumn("date"), ...(events ? [wordColumn("if")] : []), wordColumn("decide"), ...(scale === null ? [] : [wordColumn(`${moved!.id}${scale.unit === "" ? "" : `, ${scale.unit}`}`)]), ...(perKg === null ? [] : [wordColumn("$/kg of payload")]), numberColumn("decided by then", "%")],
    rows: rule.map((at) => [
      formatQuarter(at.quarter), ...(events ? [eventsText(at.happened)] : []), at.when === "always" ? "in any case" : at.when,
      ...(scale === null ? [] : [edgesText(at.value, (value) => value / scale.divisor)]), ...(perKg === null ? [] : [edgesText(at.value, (value) => value / perKg)]),
      100 * decidedBy_frac[dates.indexOf(at.quarter)]!,
    ]),
    note: moved === undefined ? "Other drivers at their median." : `Decide where ${moved.id} (${moved.field}) is below or above what is written; other drivers at their median.`,
  };
};

/** Edge of a rule and chance by date as numbers, for charts: a column for each state of the events. */
export const edgeTable = ({ drivers }: RealOptions, { id, dates, rule, decidedBy_frac }: Decision): { readonly table: Table; readonly lines: readonly string[]; readonly unit: string } | null => {
  const moved = drivers.find((driver) => rule.some((at) => at.driver === driver.id));
  if (moved === undefined || dates.length < 2) return null;
  const lines = [...new Set(rule.map(({ happened }) => eventsText(happened)))];
  const perKg = moved.payload_kg;
  const unit = perKg === null ? moved.unit : "$/kg";
  const edge = (quarter: number, line: string): Cell => {
    const at = rule.find((one) => one.quarter === quarter && eventsText(one.happened) === line);
    return at?.value.length === 1 ? at.value[0]! / (perKg ?? 1) : null;
  };
  return {
    lines: lines.map((line) => (line === "" ? moved.id : line)), unit,
    table: {
      id: `option-edge-${id}`, title: `Edge of the rule: ${id}`, note: "A dash: no edge at that date.",
      columns: [wordColumn("date"), numberColumn("decided by then", "%"), ...lines.map((line) => numberColumn(line === "" ? moved.id : line, unit))],
      rows: dates.map((quarter, date) => [formatQuarter(quarter), 100 * decidedBy_frac[date]!, ...lines.map((line) => edge(quarter, line))]),
    },
  };
};
