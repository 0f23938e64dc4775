/** A plan made again after an event, beside the plan. */
import type { Plan, Replan } from "../../plan/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatScaled } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The tables of a plan made again; none where nothing happened. */
export const replanTables = (replan: Replan | null, plan: Plan | null): readonly Table[] => {
  if (replan === null || plan === null) return [];
  const title = `The plan again, as of ${formatQuarter(replan.asOf_quarter)}: ${replan.events.length === 0 ? "nothing happened" : replan.events.join("; ")}`;
  if (replan.status === "infeasible") return [{ id: "replan", title, columns: [wordColumn("why there is none")], rows: replan.why.map((reason) => [reason]), note: "What was bought and launched before stays." }];
  return [optionTable(replan, { plan, title }), yearTable(replan, plan)];
};

const optionTable = (replan: Replan, { plan, title }: { readonly plan: Plan; readonly title: string }): Table => {
  const n = replan.quarters.indexOf(replan.asOf_quarter);
  return {
    id: "replan", title,
    columns: [wordColumn("option"), numberColumn("stays", "units"), numberColumn("was to come", "units"), numberColumn("comes", "units"), numberColumn("were to fly", "launches"), numberColumn("fly", "launches"), wordColumn("first other quarter")],
    rows: replan.build.map((build): readonly Cell[] => {
      // What is on offer since the event only was not to come.
      const before = plan.build.find(({ option }) => option === build.option) ?? { built: build.built.map(() => 0), launches: build.launches.map(() => 0) };
      const other = replan.quarters.find((_, t) => Math.abs(build.built[t]! - before.built[t]!) > 1e-6);
      return [build.option, total(build.built.slice(0, n)), total(before.built.slice(n)), total(build.built.slice(n)), total(before.launches.slice(n)), total(build.launches.slice(n)), other === undefined ? "-" : formatQuarter(other)];
    }),
    note: `What was bought and launched before the quarter stays. The event costs ${formatScaled(replan.difference_usd, "$")} of present value with the best answer to it, of which ${formatScaled(replan.shortfallDifference_usd, "$")} is more work not served at its price.${replan.notes.map((note) => ` ${note}`).join("")}`,
  };
};

/** Unserved and launched by year, before and after. */
const yearTable = (replan: Replan, plan: Plan): Table => {
  const years = [...new Set(replan.quarters.map((q) => Math.floor(q / 4)))];
  const inYear = (values: readonly number[], year: number): number => total(values.filter((_, t) => Math.floor(replan.quarters[t]! / 4) === year));
  const launches = (build: Plan["build"], year: number): number => total(build.map((b) => inYear(b.launches, year)));
  const unserved = (classes: Plan["classes"], year: number): number | null => {
    const wanted = total(classes.map((c) => inYear(c.wanted_W, year)));
    return wanted === 0 ? null : (total(classes.map((c) => inYear(c.unserved_W, year))) / wanted) * 100;
  };
  return {
    id: "replan-years", title: "Launched and not served by year, planned and planned again",
    columns: [wordColumn("year"), numberColumn("planned", "launches"), numberColumn("again", "launches"), numberColumn("planned", "% unserved"), numberColumn("again", "% unserved")],
    rows: years.map((year) => [String(year), launches(plan.build, year), launches(replan.build, year), unserved(plan.classes, year), unserved(replan.classes, year)]),
    note: "Unserved: share of the mean IT power wanted in the year.",
  };
};
