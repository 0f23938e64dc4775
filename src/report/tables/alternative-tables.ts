/** A plan beside others that cost nearly the same: what they have standing and fly, by year. */
import type { Plan, YearTotals } from "../../plan/index.ts";
import { formatPercent, formatScaled, scaleFor } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";
import { planYears } from "./plan-tables.ts";

type Key = Exclude<keyof YearTotals, "year">;

/** One table where the plan has alternatives. */
export const alternativeTables = (plan: Plan): readonly Table[] => (plan.alternatives.length === 0 ? [] : [alternativeTable(plan)]);

const alternativeTable = (plan: Plan): Table => {
  const own = planYears(plan);
  const all = [own, ...plan.alternatives.map(({ years }) => years)];
  const scaleOf = (key: Key) => scaleFor(Math.max(...all.flatMap((years) => years.map((one) => one[key]))), "W");
  const groups = ([["ground", "ground_W"], ["orbit", "orbit_W"], ["launches", "launches"]] as const).filter(([, key]) => all.some((years) => years.some((one) => one[key] > 0)))
    .map(([name, key]) => ({ name, key, scale: key === "launches" ? { unit: "", divisor: 1 } : scaleOf(key) }));
  return {
    id: "alternatives",
    title: "Plans that cost nearly the same",
    columns: [wordColumn("year"), ...groups.flatMap(({ name, scale }) => all.map((_, i) => numberColumn(i === 0 ? `${name}, plan` : `alt. ${i}`, scale.unit)))],
    rows: own.map(({ year }, y): readonly Cell[] => [String(year), ...groups.flatMap(({ key, scale }) => all.map((years) => years[y]![key] / scale.divisor))]),
    note: `Nameplate IT power at the end of each year, and launches in it. ${plan.alternatives.map(({ difference_usd, unlike_frac }, i) => `Alternative ${i + 1} costs ${formatScaled(Math.abs(difference_usd), "$")} ${difference_usd < 0 ? "less" : "more"} and is ${formatPercent(unlike_frac)} unlike the plan.`).join(" ")} Unlike: 0 % is the same by option and year, 100 % nothing in common, each tier counts alike.`,
  };
};
