/**
 * What the cash is worth: the measures of finance/measures as formulas, for the plan after tax and for each tier before it.
 *
 * IRR and XIRR are the spreadsheet's own, begun at the library's root and then elsewhere, and closed with one step of Newton's, so that they hold to the
 * last digits; what is found and is no root says "none".
 */
import type { ProjectMeasures } from "../finance/index.ts";
import type { CashLines } from "./cash-sheet.ts";
import type { General } from "./general-inputs.ts";
import type { Grid, Line } from "./grid.ts";
import { listOf, type List } from "./list.ts";
import { formula, text, type Format } from "./model.ts";
import type { PlanLines } from "./plan-sheet.ts";
import type { BookSource, Check } from "./source.ts";

export interface Project {
  readonly of: ProjectMeasures["of"];
  readonly cash: Line;
  readonly capex: Line;
}

/** Lines that present values and payback need, by project. */
interface Worth extends Project {
  readonly factor: Line;
  readonly paid: Line;
  readonly paidDiscounted: Line;
}

/** No year: stands for "not yet paid back" in the lines of payback. */
const NOT_YET = "1E+30";

/** The plan after tax; each tier before it, where the library tells both. */
export const projectsIn = ({ finance: { projects } }: BookSource, { afterTax, capex, ground, orbit }: { readonly afterTax: Line; readonly capex: Line; readonly ground: CashLines; readonly orbit: CashLines }): readonly Project[] =>
  projects.map(({ of }) => (of === "plan" ? { of, cash: afterTax, capex } : { of, cash: (of === "ground" ? ground : orbit).beforeTax, capex: (of === "ground" ? ground : orbit).capex }));

/** Lines by quarter on the sheet "worth". */
export const worthLines = (grid: Grid, projects: readonly Project[], general: General): readonly Worth[] => {
  const factor = grid.line({ label: "discount factor, middle of the quarter", unit: "1", format: "index" }, (t) => `(1+${general.discount})^(-(${grid.quarter.at(t)}-${general.valuation}+0.5)/4)`);
  return projects.map((project) => {
    grid.heading(`Payback: ${project.of}`);
    const discounted = grid.line({ label: `${project.of}: cash, discounted`, unit: "$" }, (t) => `${project.cash.at(t)}*${factor.at(t)}`);
    return { ...project, factor, paid: paybackLine(grid, { label: project.of, flow: project.cash, general }), paidDiscounted: paybackLine(grid, { label: `${project.of}, discounted`, flow: discounted, general }) };
  });
};

/** Quarters from the first day of the plan until the sum of the flow was last below zero. */
const paybackLine = (grid: Grid, { label, flow, general }: { readonly label: string; readonly flow: Line; readonly general: General }): Line => {
  const lines: { sum?: Line; turned?: Line } = {};
  lines.sum = grid.line({ label: `${label}: sum of cash`, unit: "$" }, (t) => `${lines.sum!.at(t - 1)}+${flow.at(t)}`);
  lines.turned = grid.line({ label: `${label}: paid back after`, unit: "quarter", format: "number" }, (t) => `IF(${lines.sum!.at(t)}<0,${NOT_YET},IF(${lines.sum!.at(t - 1)}<0,${grid.quarter.at(t)}-${general.valuation}-${lines.sum!.at(t - 1)}/${flow.at(t)},${lines.turned!.at(t - 1)}))`);
  return lines.turned;
};

interface Told {
  readonly key: string;
  readonly name: string;
  readonly words: string;
  readonly unit: string;
  readonly format: Format;
  /** What a rate is mended from. */
  readonly rooted: Rooted | null;
}

/** A root as the spreadsheet finds it, and what is made of the cell that it stands in. */
interface Rooted {
  readonly root: string;
  readonly words: (root: string) => string;
}

/** The list of measures, and the checks of each. */
export const measuresSheet = (source: BookSource, worths: readonly Worth[], { general, grid }: { readonly general: General; readonly grid: Grid }): { readonly list: List; readonly checks: readonly Check[] } => {
  const list = listOf("measures", { title: "What the plan is worth. Cash of each quarter stands in its middle; each measure with its definition.", columns: ["measure", "of", "value", "unit", "definition", "root, as found"], widths: [36, 10, 22, 8, 110, 18] });
  const checks = worths.flatMap((worth, i) => {
    const project = source.finance.projects[i]!;
    list.heading(project.of === "plan" ? "The plan" : `What the ${project.of} tier serves less what it costs, before tax`);
    return toldOf(worth, project, { general, grid, source }).flatMap((told): readonly Check[] => {
      const measure = project.measures.find(({ key }) => key === told.key);
      if (measure === undefined) return [];
      const root = told.rooted === null ? null : formula(told.rooted.root, "frac");
      const words = told.rooted === null ? told.words : told.rooted.words(list.at(5, list.next()));
      const row = list.row([text(told.name), text(project.of), formula(words, told.format), text(told.unit), text(measure.definition), root]);
      return [{ what: `${told.name}, ${project.of}`, unit: told.unit, cell: list.at(2, row), library: measure.value }];
    });
  });
  return { list, checks };
};

interface Context {
  readonly general: General;
  readonly grid: Grid;
  readonly source: BookSource;
}

const toldOf = ({ of, cash, capex, factor, paid, paidDiscounted }: Worth, project: ProjectMeasures, { general, grid, source }: Context): readonly Told[] => {
  const npv = `SUMPRODUCT(${cash.all},${factor.all})`;
  const last = grid.quarters.length - 1;
  const from = firstFlow(source, of);
  const flows = cash.span(from, last);
  const real = `(1+${general.inflation})^(${general.valuation}/4-(${general.priceYear}+0.5))`;
  const back = (line: Line): string => `IF(${line.at(last)}>=${NOT_YET},"none",${line.at(last)}/4)`;
  const spent = `SUMPRODUCT(${capex.all},${factor.all})`;
  const told = (key: string, name: string, words: string | Rooted, unit: string, format: Format): Told => ({ key, name, words: typeof words === "string" ? words : "", unit, format, rooted: typeof words === "string" ? null : words });
  return [
    told("npv_usd", "net present value", npv, "$", "usd"),
    told("npv_real_usd", "net present value, real", `${npv}/${real}`, "$", "usd"),
    told("profitabilityIndex", "profitability index", `IF(${spent}>0,1+${npv}/${spent},"none")`, "", "number"),
    told("irr_per_yr", "internal rate of return", irrWords(flows, { place: grid.place.span(from, last), first: grid.place.at(from), start: rootOf(project, "irr_per_yr") }), "1/yr", "frac"),
    told("xirr_per_yr", "XIRR", xirrWords(flows, { days: grid.day.span(from, last), first: grid.day.at(from), start: rootOf(project, "xirr_per_yr") }), "1/yr", "frac"),
    told("mirr_per_yr", "modified rate of return", `IFERROR((1+MIRR(${flows},(1+${general.discount})^0.25-1,(1+${general.reinvestment})^0.25-1))^4-1,"none")`, "1/yr", "frac"),
    told("payback_yr", "payback", back(paid), "yr", "number"),
    told("discountedPayback_yr", "discounted payback", back(paidDiscounted), "yr", "number"),
  ];
};

const firstFlow = ({ statement }: BookSource, of: Project["of"]): number => {
  const column = of === "plan" ? statement.afterTax_usd : of === "ground" ? statement.byTier.ground_usd : statement.byTier.orbit_usd;
  return Math.max(0, column.findIndex((usd) => usd !== 0));
};

const rootOf = ({ measures }: ProjectMeasures, key: string): number | null => measures.find((one) => one.key === key)?.value ?? null;

/** Where the search begins after the library's own root: a fiftieth, a half, all, and a tenth lost a period. */
const GUESSES = [0.02, 0.5, 1, -0.1];

const searched = (of: (guess: number) => string, start: number | null): string =>
  [...(start === null ? [] : [start]), ...GUESSES].map(of).reduceRight((rest, words) => `IFERROR(${words},${rest})`, '"none"');

/** The root that the spreadsheet finds, mended by a step of Newton's; "none" where it is no root. */
const mended = (root: string, { flows, time }: { readonly flows: string; readonly time: string }): string => {
  const value = `SUMPRODUCT(${flows},(1+${root})^(-${time}))`;
  return `IF(ABS(${value})<=0.000001*SUMPRODUCT(ABS(${flows})),${root}-${value}/SUMPRODUCT(${flows},-${time},(1+${root})^(-${time}-1)),1/0)`;
};

const irrWords = (flows: string, { place, first, start }: { readonly place: string; readonly first: string; readonly start: number | null }): Rooted => {
  const time = `(${place}-${first})`;
  return { root: searched((guess) => `IRR(${flows},${guess})`, start === null ? null : (1 + start) ** 0.25 - 1), words: (root) => `IFERROR((1+${mended(root, { flows, time })})^4-1,"none")` };
};

const xirrWords = (flows: string, { days, first, start }: { readonly days: string; readonly first: string; readonly start: number | null }): Rooted => {
  const time = `((${days}-${first})/365)`;
  return { root: searched((guess) => `XIRR(${flows},${days},${guess})`, start), words: (root) => `IFERROR(${mended(root, { flows, time })},"none")` };
};

/** Real cash of the plan at the real rate: what the headline's net present value is. */
export const realWorth = (list: List, { plan, general, quarter, finance: { cash } }: { readonly plan: PlanLines; readonly general: General; readonly quarter: Line; readonly finance: BookSource["finance"] }): readonly Check[] => {
  list.heading("The plan in real dollars, before tax: the headline of finance");
  const factor = `((1+${general.discount})/(1+${general.inflation}))^(-(${quarter.all}-${general.valuation}+0.5)/4)`;
  const put = (name: string, words: string, definition: string, library: number): Check => {
    const row = list.row([text(name), text("plan"), formula(words, "usd"), text("$"), text(definition)]);
    return { what: name, unit: "$", cell: list.at(2, row), library };
  };
  return [
    put("cost, present value", `SUMPRODUCT(${plan.cost.all},${factor})`, "what the plan pays, real, at the real rate", cash.cost_pv_usd),
    put("revenue, present value", `SUMPRODUCT(${plan.revenue.all},${factor})`, "what is served, at its price", cash.revenue_pv_usd),
    put("net present value, real, before tax", `SUMPRODUCT(${plan.revenue.all}-${plan.cost.all}-${plan.market.all},${factor})`, "revenue less cost, and less what the market settles beside the plan", cash.npv_usd),
  ];
};
