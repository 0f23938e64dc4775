/** The build-out: by year for reading, by quarter for checking. */
import type { OptionBuild, Plan, PlanOption, PlanTwin, YearTotals } from "../../plan/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, scaleFor, type Scale } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";
import { vehicleLanes } from "./manifest-tables.ts";

type Side = PlanOption["tier"];
const TIERS: readonly Side[] = ["ground", "orbit"];

const optionOf = (plan: Plan, id: string): PlanOption => {
  const option = plan.options.find((o) => o.id === id);
  if (!option) throw new Error(`the plan builds "${id}", which is not one of its options`);
  return option;
};
const buildsOf = (plan: Plan, tier: Side): readonly OptionBuild[] => plan.build.filter((b) => optionOf(plan, b.option).tier === tier);
const canLaunch = (plan: Plan): readonly OptionBuild[] => plan.build.filter((b) => optionOf(plan, b.option).perLaunch !== null);

/** Nameplate IT power of a tier in one quarter: built in it, or in service. */
const power_W = (plan: Plan, { tier, of, quarter }: { readonly tier: Side; readonly of: "built" | "inService"; readonly quarter: number }): number =>
  buildsOf(plan, tier).reduce((sum, b) => sum + b[of][quarter]! * optionOf(plan, b.option).itNameplate_W, 0);

const classSum_W = (plan: Plan, key: "wanted_W" | "ground_W" | "orbit_W" | "unserved_W", quarter: number): number =>
  plan.classes.reduce((sum, c) => sum + c[key][quarter]!, 0);

/** The prefix that one tier's capacity reads best in. */
const tierScale = (plan: Plan, tier: Side): Scale =>
  scaleFor(Math.max(0, ...plan.quarters.map((_, quarter) => power_W(plan, { tier, of: "inService", quarter }))), "W");

const planScale = (plan: Plan): Scale => {
  const wanted = plan.quarters.map((_, i) => classSum_W(plan, "wanted_W", i));
  const inService = plan.quarters.map((_, i) => power_W(plan, { tier: "ground", of: "inService", quarter: i }) + power_W(plan, { tier: "orbit", of: "inService", quarter: i }));
  return scaleFor(Math.max(0, ...wanted, ...inService), "W");
};

interface Year {
  readonly year: number;
  /** Positions of its quarters in the plan. */
  readonly at: readonly number[];
}
const yearsOf = (plan: Plan): readonly Year[] =>
  [...new Set(plan.quarters.map((q) => Math.floor(q / 4)))].map((year) => ({
    year,
    at: plan.quarters.flatMap((q, i) => (Math.floor(q / 4) === year ? [i] : [])),
  }));

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
/** Name of a limit in a text such as "grid/abilene (200 MW): one more ...". */
const limitName = (text: string): string => text.split(" (")[0]!;
/** The limit that binds in most quarters, as the first of them tells it. */
const commonest = (texts: readonly string[]): string => {
  const count = (text: string): number => texts.filter((t) => limitName(t) === limitName(text)).length;
  const most = texts.filter((t) => t !== "").toSorted((a, b) => count(b) - count(a))[0];
  return most === undefined ? "-" : most.split(":")[0]!;
};

const vehicleOf = (build: OptionBuild): string => build.option.slice(build.option.indexOf("/") + 1);

/** What stands at the end of each year by tier, and what is launched in it. */
export const planYears = (plan: Plan): readonly YearTotals[] => yearsOf(plan).map(({ year, at }) => ({
  year,
  ground_W: power_W(plan, { tier: "ground", of: "inService", quarter: at.at(-1)! }),
  orbit_W: power_W(plan, { tier: "orbit", of: "inService", quarter: at.at(-1)! }),
  launches: total(vehicleLanes(plan).flatMap(({ amount }) => at.map((i) => amount[i]!))),
}));

const yearRow = (plan: Plan, { year, at }: Year): readonly Cell[] => {
  const sum = (of: (quarter: number) => number): number => total(at.map(of));
  const wanted = sum((i) => classSum_W(plan, "wanted_W", i));
  return [
    String(year),
    ...TIERS.map((tier) => sum((quarter) => power_W(plan, { tier, of: "built", quarter })) / tierScale(plan, tier).divisor),
    ...TIERS.map((tier) => power_W(plan, { tier, of: "inService", quarter: at.at(-1)! }) / tierScale(plan, tier).divisor),
    ...vehicleLanes(plan).map(({ amount }) => sum((i) => amount[i]!)),
    wanted === 0 ? null : (sum((i) => classSum_W(plan, "unserved_W", i)) / wanted) * 100,
    commonest(at.map((i) => plan.binding[i]!)),
  ];
};

/** Built, in service, launches, unserved and what binds, by calendar year. */
export const planYearTable = (plan: Plan): Table => {
  const flying = vehicleLanes(plan).map(({ name }) => name);
  const idle = canLaunch(plan).map(vehicleOf).filter((name) => !flying.includes(name));
  return {
    id: "plan-years",
    title: "Build-out by year",
    columns: [
      wordColumn("year"),
      ...TIERS.map((tier) => numberColumn(`${tier} built`, tierScale(plan, tier).unit)),
      ...TIERS.map((tier) => numberColumn(`${tier} at year end`, tierScale(plan, tier).unit)),
      ...vehicleLanes(plan).map(({ name }) => numberColumn("launches", name)),
      numberColumn("unserved", "%"), wordColumn("what binds most"),
    ],
    rows: yearsOf(plan).map((year) => yearRow(plan, year)),
    note: `Nameplate IT power. Unserved: share of the mean IT power wanted in the year.${idle.length === 0 ? "" : ` Never launched: ${idle.join(", ")}.`}`,
  };
};

/** In service by tier, by quarter. */
export const capacityTable = (plan: Plan): Table => {
  const scale = planScale(plan);
  return {
    id: "capacity",
    title: "Capacity in service by quarter",
    columns: [wordColumn("quarter"), ...TIERS.map((tier) => numberColumn(tier, scale.unit))],
    rows: plan.quarters.map((q, i) => [formatQuarter(q), ...TIERS.map((tier) => power_W(plan, { tier, of: "inService", quarter: i }) / scale.divisor)]),
    note: "Nameplate IT power.",
  };
};

/** Wanted, served by tier, and unserved, by quarter. */
export const servedTable = (plan: Plan): Table => {
  const scale = planScale(plan);
  const keys = ["ground_W", "orbit_W", "unserved_W", "wanted_W"] as const;
  return {
    id: "served",
    title: "Wanted and served by quarter",
    columns: [wordColumn("quarter"), ...["ground", "orbit", "unserved", "wanted"].map((name) => numberColumn(name, scale.unit))],
    rows: plan.quarters.map((q, i) => [formatQuarter(q), ...keys.map((key) => classSum_W(plan, key, i) / scale.divisor)]),
    note: "Mean IT power over the quarter.",
  };
};

/** Every option's purchases, launches and units in service by quarter, with what binds. */
export const buildTable = (plan: Plan): Table => ({
  id: "build",
  title: "Build-out by quarter",
  columns: [
    wordColumn("quarter"),
    ...plan.build.flatMap((b) => [
      numberColumn(`${b.option} built`, "units"), numberColumn("of them refresh", "units"), numberColumn("in service", "units"),
      ...(optionOf(plan, b.option).perLaunch === null ? [] : [numberColumn("launches", ""), numberColumn("lost at launch", "units")]),
    ]),
    wordColumn("what binds"),
  ],
  rows: plan.quarters.map((q, i) => [
    formatQuarter(q),
    ...plan.build.flatMap((b) => [b.built[i]!, b.refresh[i]!, b.inService[i]!, ...(optionOf(plan, b.option).perLaunch === null ? [] : [b.launches[i]!, b.lost[i]!])]),
    plan.binding[i]! === "" ? "-" : plan.binding[i]!,
  ]),
  note: plan.options.map((o) => `${o.id}: one unit is ${o.unit}`).join("; ") + ".",
});

/** What one more unit of each limit is worth where it is worth most. */
export const shadowTable = (plan: Plan): Table => {
  const limits = [...new Set(plan.shadowPrices.map((p) => p.limit))];
  return {
    id: "shadow",
    title: "What one more unit would be worth",
    columns: [wordColumn("limit"), numberColumn("quarters that bind", ""), numberColumn("highest", "$"), wordColumn("per"), wordColumn("in")],
    rows: limits.flatMap((limit) => {
      const binding = plan.shadowPrices.filter((p) => p.limit === limit && p.value_usd !== 0);
      const top = binding.toSorted((a, b) => b.value_usd - a.value_usd)[0];
      return top ? [[limit, binding.length, top.value_usd, top.per, formatQuarter(top.quarter)]] : [];
    }),
    note: `Shadow prices in real dollars of their quarter. Solver: ${plan.solver.name}, ${formatFigure(plan.solver.variables)} variables (${formatFigure(plan.solver.integers)} whole), ${formatFigure(plan.solver.constraints)} constraints, gap ${formatFigure(plan.solver.gap_frac)}.`,
  };
};

/** What one more unit of each limit is worth in each quarter in which it is worth anything. */
export const shadowQuarterTable = (plan: Plan): Table => {
  const limits = [...new Set(plan.shadowPrices.map(({ limit }) => limit))];
  const per = new Map(plan.shadowPrices.map((price) => [price.limit, price.per]));
  return {
    id: "shadow-quarters",
    title: "What one more unit would be worth, by quarter",
    columns: [wordColumn("quarter"), ...limits.map((limit) => numberColumn(limit, "$"))],
    rows: plan.quarters.map((quarter) => [formatQuarter(quarter), ...limits.map((limit) => plan.shadowPrices.find((price) => price.quarter === quarter && price.limit === limit)?.value_usd ?? null)]),
    note: `Real dollars of the quarter for one more: ${limits.map((limit) => `${limit}, ${per.get(limit)!}`).join("; ")}.`,
  };
};

/** The plan beside its twins; none where there is nothing to leave out. */
export const twinTables = (plan: Plan): readonly Table[] => (plan.twins.length > 1 || plan.alternatives.length > 0 ? [twinTable(plan)] : []);

const twinTable = (plan: Plan): Table => {
  const scale = scaleFor(Math.max(plan.solver.objective_usd, ...plan.twins.map((twin) => Math.abs(twin.objective_usd))), "$");
  const power = scaleFor(Math.max(...plan.quarters.map((_, quarter) => Math.max(...TIERS.map((tier) => power_W(plan, { tier, of: "inService", quarter }))))), "W");
  const builtBy = (built: PlanTwin["built"], launches: number): readonly Cell[] => [
    ...TIERS.map((tier) => total(built.map(({ option, units }) => { const one = optionOf(plan, option); return one.tier === tier ? units * one.itNameplate_W : 0; })) / power.divisor),
    launches,
  ];
  const wanted = total(plan.quarters.map((_, i) => classSum_W(plan, "wanted_W", i)));
  const unserved = total(plan.quarters.map((_, i) => classSum_W(plan, "unserved_W", i)));
  return {
    id: "twins",
    title: "The same demand, with options left out or on other terms",
    columns: [wordColumn("plan"), numberColumn("cost and shortfall", scale.unit), numberColumn("difference", scale.unit), numberColumn("unserved", "%"), ...TIERS.map((tier) => numberColumn(`${tier} built`, power.unit)), numberColumn("launches", "")],
    rows: [
      ["this plan", plan.solver.objective_usd / scale.divisor, 0, wanted === 0 ? null : (unserved / wanted) * 100, ...builtBy(plan.build.map((b) => ({ option: b.option, units: total(b.built), launches: total(b.launches) })), total(plan.manifest.map(({ launches }) => launches)))],
      // One tier alone is the plan itself where there is no other.
      ...(plan.twins.length > 1 ? plan.twins : []).map((twin): readonly Cell[] => (twin.status === "infeasible"
        ? [`${twin.id}: cannot meet its targets`, null, null, null, null, null, null]
        : [twin.id, twin.objective_usd / scale.divisor, twin.difference_usd / scale.divisor, twin.unserved_frac * 100, ...builtBy(twin.built, twin.launches)])),
      ...plan.alternatives.map((one): readonly Cell[] => [one.id, one.objective_usd / scale.divisor, one.difference_usd / scale.divisor, one.unserved_frac * 100, ...builtBy(one.built, one.launches)]),
    ],
    note: "Present value of what is paid, and of what is not served at its price. Nameplate bought over the horizon. A target on what a twin leaves out is left out with it, so a twin can cost less than a plan that must meet one.",
  };
};
