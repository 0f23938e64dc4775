/** What the plan's cash is worth, levelised cost by every convention, and electricity, each with its definition. */
import type { Finance } from "../../finance/index.ts";
import { formatFigure, formatPercent, formatScaled } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Column, type Fact, type Table } from "../table.ts";

type Project = Finance["projects"][number];
type Measure = Project["measures"][number];

/** A value with the count of roots where it is one of several. */
const valueText = ({ value, unit, key }: Measure, { irrRoots_per_yr }: Project): string => {
  if (value === null) return "none";
  if (unit === "$") return formatScaled(value, "$");
  const roots = key === "irr_per_yr" && irrRoots_per_yr.length > 1 ? `, of ${irrRoots_per_yr.length} roots` : "";
  return unit === "1/yr" ? `${formatPercent(value)}/yr${roots}` : `${formatFigure(value)}${unit === "" ? "" : ` ${unit}`}`;
};

const textColumn = (name: string): Column => ({ name, unit: "", align: "right" });

/** What the plan's cash is worth, and that of each tier where it has both; every measure with its definition. None for a plan that is infeasible. */
export const measureTables = ({ projects, statement }: Finance): readonly Table[] => {
  const [plan, ...tiers] = projects;
  if (plan === undefined || statement === null) return [];
  const all = [plan, ...tiers];
  const told = (one: Measure): string => `${capital(one.name)}: ${one.definition}${one.value === null || one.remark === "" || one.remark === "the only root" ? "" : ` (${one.remark})`}`;
  return [{
    id: "measures",
    title: "What the cash is worth",
    columns: [wordColumn("measure"), ...all.map(({ of }) => textColumn(of))],
    rows: plan.measures.map((one) => [one.name, ...all.map((project) => {
      const own = project.measures.find(({ key }) => key === one.key);
      return own === undefined ? null : valueText(own, project);
    })]),
    note: `Nominal cash by quarter: the plan ${statement.tax_frac === 0 ? "before tax (finance.tax is not written)" : `after tax of ${formatPercent(statement.tax_frac)}`}${tiers.length === 0 ? "" : "; each tier what is served there less what is paid there, before tax"}. ${plan.measures.map(told).join(". ")}.${whyNone(all)}`,
  }];
};

/** Why a measure has no value. */
const whyNone = (projects: readonly Project[]): string => {
  const reasons = [...new Set(projects.flatMap(({ measures }) => measures.flatMap(({ value, name, remark }) => (value === null ? [`${name}: ${remark}`] : []))))];
  return reasons.length === 0 ? "" : ` None: ${reasons.join("; ")}.`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const UNITS = [["$/GPU-h", "usd_per_GPU_h"], ["$/PFLOP-day", "usd_per_PFLOP_day"], ["$/kW-yr", "usd_per_kW_yr"], ["$/Mtoken", "usd_per_Mtoken"]] as const;

/** Levelised cost of the best option of each tier by every convention; none where there is no cost. */
export const variantTables = ({ ground, orbit, variants, priceYear }: Finance): readonly Table[] => {
  const tiers = [ground, orbit].filter((best) => best !== null).map(({ tier, option }) => ({ tier, own: variants.filter((one) => one.option === option) }));
  const [first] = tiers;
  if (first === undefined) return [];
  const definitions = [...new Map(first.own.map(({ variant, at, definition }) => [variant, at === null ? definition : definition.slice(0, definition.lastIndexOf(";"))]))];
  return [{
    id: "variants",
    title: "Levelised cost by convention",
    columns: [wordColumn("convention"), ...tiers.flatMap(({ tier }) => UNITS.map(([unit]) => numberColumn(tier, unit)))],
    rows: first.own.map(({ variant, at }, i) => [`${variant}${at === null ? "" : `, ${at} of year`}`, ...tiers.flatMap(({ own }) => UNITS.map(([, key]) => own[i]![key]))]),
    note: `The headline is the real one at the end of the year. ${definitions.map(([variant, definition]) => `${capital(variant)}: ${definition}`).join(". ")}. Start, middle or end: where yearly costs and output stand in their year; purchases stand at the start of their life. Prices of the first day are those of ${priceYear}.`,
  }];
};

/** Electricity of each tier. */
export const powerTable = ({ power }: Finance): Table => factTable({
  id: "power-cost",
  title: "Levelised cost of electricity",
  note: "",
  facts: power.map(({ tier, option, usd_per_MWh, definition }): Fact => [`${tier}, ${option}`, `${formatFigure(usd_per_MWh)} $/MWh`, definition]),
});

const CAUSE: Readonly<Record<Finance["delays"][number]["cause"], string>> = { grid: "grid queue", permit: "permits", launch: "launch slip" };

/** What waiting costs, by cause; none where it was not asked. */
export const delayTables = ({ delays, priceYear }: Finance): readonly Table[] =>
  delays.length === 0 ? [] : [{
    id: "delay",
    title: "Cost of delay",
    columns: [wordColumn("cause"), numberColumn("later by", "yr"), numberColumn("costs", "M$"), numberColumn("costs a quarter", "M$"), numberColumn("not served", "%"), numberColumn("now", "%"), wordColumn("what is later")],
    rows: delays.map(({ cause, by_yr, cost_usd, unserved_frac, what, status }) => [
      CAUSE[cause], by_yr, cost_usd === null ? null : cost_usd / 1e6, cost_usd === null ? null : cost_usd / 1e6 / (4 * by_yr),
      unserved_frac.then === null ? null : 100 * unserved_frac.then, 100 * unserved_frac.now, status === "infeasible" ? `${what}: no plan meets the limits then` : what,
    ]),
    note: `Net present value now less that of the plan solved again with everything of the cause later, real ${priceYear} dollars before tax; below zero where waiting pays.`,
  }];
