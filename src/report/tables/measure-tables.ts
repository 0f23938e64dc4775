/** What the plan's cash is worth, levelised cost by every convention, and electricity, each with its definition. */
import type { Finance } from "../../finance/index.ts";
import { formatFigure, formatPercent, formatScaled } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Fact, type Table } from "../table.ts";

type Project = Finance["projects"][number];
type Measure = Project["measures"][number];

const valueText = ({ value, unit }: Measure): string => {
  if (value === null) return "none";
  if (unit === "$") return formatScaled(value, "$");
  return unit === "1/yr" ? `${formatPercent(value)} a year` : `${formatFigure(value)}${unit === "" ? "" : ` ${unit}`}`;
};

const WHOSE: Readonly<Record<Project["of"], string>> = { plan: "The plan's cash, measured", ground: "Ground alone, measured", orbit: "Orbit alone, measured" };

/** A fact sheet for the plan, and one for each tier of it where it has both. */
export const measureTables = ({ projects, statement }: Finance): readonly Table[] =>
  projects.map(({ of, measures }) => factTable({
    id: `measures-${of}`,
    title: WHOSE[of],
    note: of === "plan"
      ? `Nominal cash by quarter, ${statement?.tax_frac === 0 ? "before tax: finance.tax is not written" : `after tax of ${formatPercent(statement?.tax_frac ?? 0)}`}, before finance but for the ratios of debt.`
      : "What is served there at its price, less what is paid there, before tax.",
    facts: measures.map((one): Fact => [one.name, valueText(one), one.remark === "" ? one.definition : `${one.definition} (${one.remark})`]),
  }));

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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
