/**
 * The capital stack on sheets: `stack` (the business and its terms), `passes` and `debt` (the quarters), `balance` (sources and uses, both sides of the balance).
 *
 * What a sculpted loan may owe and what a reserve holds look ahead, and tax ties what comes to them: the library passes over the quarters until nothing
 * moves. A spreadsheet without iteration has as many passes one under another, each with the cash of the one before; the last stands on `debt`, and how
 * far it still is from the one before is checked.
 */
import type { Stack } from "../../capital/index.ts";
import { gridOf, type Grid, type Line } from "../grid.ts";
import type { General } from "../general-inputs.ts";
import { listOf, type Inputs } from "../list.ts";
import { formula, text, type Sheet } from "../model.ts";
import type { BookSource, Check } from "../source.ts";
import { balanceSheet } from "./balance.ts";
import { accrue, expense, foresee, stood } from "./before.ts";
import { caseLines, type Business } from "./business.ts";
import { fallDue } from "./due.ts";
import { at, keyOf, lineOf, over, placesOf, ranked, type CaseLines, type Pass } from "./lines.ts";
import { need, paidIn, raise } from "./raise.ts";
import { stackInputs, type StackNames } from "./terms.ts";
import { waterfall } from "./waterfall.ts";

/** Passes beyond those of the library, for assumptions that are changed in the book; and at most. */
const MORE_PASSES = 3;
const MOST_PASSES = 60;

export const debtPart = (source: BookSource, { inputs, general, money }: { readonly inputs: Inputs; readonly general: General; readonly money: Business }): { readonly sheets: readonly Sheet[]; readonly checks: readonly Check[] } => {
  const { stack: given, joined, result } = source.funding!;
  const { quarters } = source.statement;
  const stack = joined === null ? given : joined.stack;
  const names = stackInputs(inputs, given, joined);
  const stackGrid = gridOf("stack", { title: "What the capital stack pays for and is paid from", quarters });
  const business = caseLines(stackGrid, { source, stack, names, money });
  const passesGrid = gridOf("passes", { title: "Passes over the quarters, each with the cash of the one before; the last is on the sheet debt", quarters });
  const debtGrid = gridOf("debt", { title: "Draws, service and the waterfall, by quarter", quarters });
  const looksAhead = stack.keepAhead_quarters > 0 || stack.instruments.some((one) => one.kind === "prepayment" || (one.kind === "debt" && (one.repayment === "sculpted" || one.reserve_quarters > 0)));
  const count = looksAhead ? Math.min(MOST_PASSES, result.passes + MORE_PASSES) : 1;
  const made = passes({ stack, names, business, general }, { count, passesGrid, debtGrid });
  const last = made.at(-1)!;
  const balance = balanceSheet(source, { last, money });
  const { list, checks } = ratiosSheet(source, { last, residual: made.at(-2) ?? null });
  const schedules = instrumentChecks(source, last);
  return {
    sheets: [debtGrid.finish(), list, balance.sheet, stackGrid.finish(), ...(count > 1 ? [passesGrid.finish()] : [])],
    checks: [...checks, ...schedules, ...balance.checks],
  };
};

interface Made {
  /** With loans of equal terms as one. */
  readonly stack: Stack;
  readonly names: StackNames;
  readonly business: CaseLines;
  readonly general: General;
}

const passes = ({ stack, names, business, general }: Made, { count, passesGrid, debtGrid }: { readonly count: number; readonly passesGrid: Grid; readonly debtGrid: Grid }): readonly Pass[] => {
  const made: Pass[] = [];
  for (let n = 1; n <= count; n++) {
    const grid = n === count ? debtGrid : passesGrid;
    if (n < count) grid.heading(`Pass ${n}`);
    const pass: Pass = { grid, stack, names, business, tax: { tax: general.tax, lossLimit: general.lossLimit }, before: made.at(-1) ?? null, lines: new Map() };
    for (const [words, step] of STEPS) {
      grid.heading(words);
      step(pass);
    }
    made.push(pass);
  }
  return made;
};

const STEPS: readonly (readonly [string, (pass: Pass) => void])[] = [
  ["What sculpted loans may owe", foresee], ["What the quarter brings", accrue], ["What finance takes from income, and tax", expense], ["What falls due", fallDue], ["What is missing", need], ["Draws", (pass) => { raise(pass); stood(pass); }], ["Owners' money", paidIn], ["The waterfall", waterfall],
];

/** Ratios that lenders look at, and what is left between the last two passes. */
const ratiosSheet = (source: BookSource, { last, residual }: { readonly last: Pass; readonly residual: Pass | null }): { readonly list: Sheet; readonly checks: readonly Check[] } => {
  const { ratios } = source.funding!.result;
  const list = listOf("ratios", { title: "What lenders look at", columns: ["ratio", "value", "unit", "definition"], widths: [34, 20, 8, 100] });
  const [cfads, service] = [lineOf(last, "cfads"), lineOf(last, "service")];
  const dscr = last.grid.line({ label: "DSCR of the quarter", unit: "1", format: "number" }, (t) => `IF(${service.at(t)}>0,${cfads.at(t)}/${service.at(t)},"")`);
  const served = `COUNT(${dscr.all})=0`;
  const tell = (name: string, words: string, definition: string, library: number | null): Check => {
    const row = list.row([text(name), formula(words), text("1"), text(definition)]);
    return { what: name, unit: "1", cell: list.at(1, row), library };
  };
  const llcr = llcrLine(last);
  const checks = [
    tell("least DSCR", `IF(${served},"none",MIN(${dscr.all}))`, "cash for debt service over senior service, in the worst quarter that has any", ratios.minDscr),
    tell("mean DSCR", `IF(${served},"none",${meanOf(last, dscr)})`, "mean of the same over the quarters in which senior loans are served", ratios.meanDscr),
    ...(llcr === null || ratios.llcr === null ? [] : [tell("LLCR", llcr, "value of cash for debt service until the last senior maturity over senior loans and the value of senior instalments, when repayment begins, at the loans' rate", ratios.llcr)]),
  ];
  if (residual !== null) {
    const before = lineOf(residual, "cfads");
    const row = list.row([text("difference of the last two passes"), formula(`SUMPRODUCT(MAX(ABS(${cfads.all}-${before.all})))/MAX(1,MAX(${cfads.all}))`, "factor"), text("1"), text("relative to the largest cash for debt service: above 1e-9 the schedule of sculpted loans is near, not exact; add passes by running dawndusk on the changed scenario")]);
    return { list: list.finish(), checks: [...checks, { what: "difference of the last two passes is none", unit: "", cell: `IF(${list.at(1, row)}<1E-9,0,1)`, library: 0 }] };
  }
  return { list: list.finish(), checks };
};

/** Over the quarters in which senior loans are served; over all quarters with service without any. */
const meanOf = (pass: Pass, dscr: Line): string => {
  const loans = placesOf(pass, (one) => one.kind === "debt" && one.rank === "senior");
  if (loans.length === 0) return `AVERAGE(${dscr.all})`;
  const served = pass.grid.line({ label: "service of senior loans", unit: "$" }, (t) => over(pass, t, "cover", loans));
  return `IF(COUNTIF(${served.all},">0")=0,AVERAGE(${dscr.all}),AVERAGEIFS(${dscr.all},${served.all},">0"))`;
};

/** Value of cash until the last senior maturity at the mean rate of the loans, over what they owe when repayment begins. */
const llcrLine = (pass: Pass): string | null => {
  const { stack, names, grid, business } = pass;
  const loans = placesOf(pass, (one) => one.kind === "debt" && one.rank === "senior");
  const from = Math.min(...loans.map((i) => { const one = stack.instruments[i]!; return one.kind === "debt" ? one.repayFrom : Infinity; }));
  if (loans.length === 0 || from < 1 || from >= grid.quarters.length) return null;
  const begins = `MIN(${loans.map((i) => names.instruments[i]!["repayFrom"]).join(",")})`;
  const ends = `MAX(${loans.map((i) => names.instruments[i]!["maturity"]).join(",")})`;
  const owedOf = (i: number): string => `INDEX(${lineOf(pass, "balance", i).all},${begins})`;
  const owed = `(${loans.map(owedOf).join("+")})`;
  const lines: { value?: Line } = {};
  lines.value = grid.line({ label: "value of cash until the last senior maturity", unit: "$" }, (t) =>
    `IF(${grid.place.at(t)}>${ends},0,(${lines.value!.at(t + 1)}+${at(pass, t, "cfads")})/(1+(${loans.map((i) => `${business.rate[i]!.at(t)}*${owedOf(i)}`).join("+")})/${owed}))`);
  const others = ranked(pass, "senior").filter((i) => stack.instruments[i]!.kind !== "debt");
  if (others.length === 0) return `INDEX(${lines.value.all},${begins}+1)/${owed}`;
  const service: { value?: Line } = {};
  service.value = grid.line({ label: "value of senior instalments until then", unit: "$" }, (t) =>
    `IF(${grid.place.at(t)}>${ends},0,(${service.value!.at(t + 1)}+${over(pass, t, "cover", others)})/(1+(${loans.map((i) => `${business.rate[i]!.at(t)}*${owedOf(i)}`).join("+")})/${owed}))`);
  return `INDEX(${lines.value.all},${begins}+1)/(${owed}+INDEX(${service.value.all},${begins}+1))`;
};

/** Every schedule of every instrument, and the quarters' own lines. */
const instrumentChecks = ({ funding }: BookSource, pass: Pass): readonly Check[] => {
  const { instruments, cfads_usd, service_usd, unpaidService_usd, tax_usd, reserveTarget_usd, distributed_usd } = funding!.result;
  const line = (what: string, name: string, library: readonly number[]): Check => ({ what, unit: "$", line: lineOf(pass, name).all, library });
  if (pass.names.parts.some(({ share }) => share !== null)) pass.grid.heading("Each of the loans of equal terms");
  return [
    line("cash for debt service", "cfads", cfads_usd), line("senior service", "service", service_usd), line("service that is not paid", "short", unpaidService_usd), line("tax with finance", "tax", tax_usd),
    line("reserve that is asked", "target", reserveTarget_usd), line("to shareholders", "distributed", distributed_usd),
    ...instruments.flatMap((one, i) => (["drawn", "interest", "capitalised", "paid", "repaid", "swept", "converted", "balance"] as const).flatMap((name): readonly Check[] => {
      const own = partOf(pass, { i, id: one.id }, name);
      return own === null ? [] : [{ what: `${one.id}: ${name}`, unit: "$", line: own.all, library: one[`${name}_usd`] }];
    })),
    ...instruments.flatMap(({ id, sized_usd }, i): readonly Check[] => {
      const own = sized_usd === null ? null : partOf(pass, { i, id }, "sized");
      return own === null ? [] : [{ what: `${id}: may owe when repayment begins`, unit: "$", cell: own.at(0), library: sized_usd }];
    }),
  ];
};

/** A line of an instrument of the stack as it was: its loan's, or its part of the loan that it is counted in; null where that has no such line. */
const partOf = (pass: Pass, { i, id }: { readonly i: number; readonly id: string }, name: string): Line | null => {
  const { at: place, share } = pass.names.parts[i]!;
  const whole = pass.lines.get(keyOf(name, place)) ?? null;
  return whole === null || share === null ? whole : pass.grid.line({ label: `${id}: ${name}`, unit: "$" }, (t) => `${share}*${whole.at(t)}`);
};
