/** What the stack has to pay for and is paid from, on the sheet "stack": the statement's lines, other income, commitments, rates, and cash to keep. */
import type { Instrument, Stack } from "../../capital/index.ts";
import type { CashLines, Spent } from "../cash-sheet.ts";
import type { Grid, Line } from "../grid.ts";
import type { WrittenOff } from "../depreciation-sheet.ts";
import type { BookSource } from "../source.ts";
import { isConstant, type Names, type StackNames } from "./terms.ts";
import { sum, type CaseLines } from "./lines.ts";

export interface Business {
  readonly cash: CashLines;
  readonly off: WrittenOff;
  readonly spent: Spent;
}

const BOUGHT: readonly string[] = ["purchase", "launch", "stake"];

export const caseLines = (grid: Grid, { source, stack, names, money }: { readonly source: BookSource; readonly stack: Stack; readonly names: StackNames; readonly money: Business }): CaseLines => {
  const { cash, off } = money;
  const usd = (label: string, cells: (t: number) => string | number): Line => grid.line({ label, unit: "$" }, cells);
  grid.heading("The business");
  const other = stack.otherIncome_usd.some((one) => one !== 0) ? usd("other income of the company", (t) => stack.otherIncome_usd[t]!) : null;
  const plus = (line: Line) => (t: number): string => sum([line.at(t), other === null ? "0" : other.at(t)]);
  const operating = usd("operating cash", plus(cash.fromOperations));
  const ebitda = usd("EBITDA", plus(cash.ebitda));
  const ebitdaYear = usd("EBITDA of four quarters", (t) => `SUM(${ebitda.span(Math.max(0, t - 3), t)})`);
  const commitments = stack.commitments.filter(({ beside }) => beside).map(({ id, due_usd }) => usd(`commitment ${id}`, (t) => due_usd[t]!));
  const promised = usd("commitments beside the plan", (t) => sum(commitments.map((line) => line.at(t))));
  const net = usd("purchases and commitments less operating cash", (t) => `${cash.capex.at(t)}+${promised.at(t)}-${operating.at(t)}`);
  const last = grid.quarters.length - 1;
  const hold = usd("cash that coming quarters need", (t) => {
    const ends = Array.from({ length: Math.max(0, Math.min(stack.keepAhead_quarters, last - t)) }, (_, k) => `SUM(${net.span(t + 1, t + 1 + k)})`);
    return ends.length === 0 ? "0" : `MAX(0,${ends.join(",")})`;
  });
  grid.heading("Instruments");
  const rate = stack.instruments.map((one, i) => grid.line({ label: `${one.id}: rate of a quarter`, unit: "1", format: "frac" }, rateOf(one, names.instruments[i]!)));
  return {
    operating, ebitda, ebitdaYear, proceeds: cash.proceeds, capex: cash.capex, taxDepreciation: off.tax, bookDepreciation: off.book, promised, hold, rate,
    base: stack.instruments.map((one, i) => baseOf(grid, { one, own: names.instruments[i]!, source, money })),
    growth: stack.instruments.map((one, i) => growthOf(grid, { one, own: names.instruments[i]!, rate: rate[i]! })),
  };
};

const rateOf = (one: Instrument, own: Names) => (t: number): string | number => {
  if (one.kind === "equity") return 0;
  if (one.kind === "debt" && !isConstant(one.rate_per_yr)) return one.rate_per_yr[t]! / 4;
  return `${own["rate"]}/4`;
};

interface Based {
  readonly one: Instrument;
  readonly own: Names;
  readonly source: BookSource;
  readonly money: Business;
}

/** Purchases that instalments may finance, revenue that a prepayment is served from. */
const baseOf = (grid: Grid, { one, own, source: { flows: { flows, earned } }, money: { spent } }: Based): Line | null => {
  if (one.kind === "prepayment") return grid.line({ label: `${one.id}: revenue it pays`, unit: "$" }, (t) => `${own["share"]}*(${sum(earned.flatMap(({ id }, e) => (id === one.class ? [spent.earned[e]!.at(t)] : [])))})`);
  if (one.kind !== "vendor" && one.kind !== "lease") return null;
  const bought = flows.flatMap(({ id, item, kind }, f) => {
    const subsystem = id.slice(id.indexOf("/") + 1);
    return BOUGHT.includes(kind) && (one.of === item || one.of === subsystem || subsystem.startsWith(`${one.of}/`)) ? [spent.paid[f]!] : [];
  });
  return grid.line({ label: `${one.id}: purchases it may finance`, unit: "$" }, (t) => `${own["share"]}*(${sum(bought.map((line) => line.at(t)))})`);
};

/** What a dollar drawn has become when repayment begins: interest of the quarters between that is added to the loan. */
const growthOf = (grid: Grid, { one, own, rate }: { readonly one: Instrument; readonly own: Names; readonly rate: Line }): Line | null => {
  if (one.kind !== "debt") return null;
  const lines: { grown?: Line } = {};
  lines.grown = grid.line({ label: `${one.id}: growth until repayment`, unit: "1", format: "index" }, (t) => (t === grid.quarters.length - 1 ? "1" : `IF(${grid.place.at(t + 1)}<MIN(${own["repayFrom"]},${own["capitaliseUntil"]}),(1+${rate.at(t + 1)})*${lines.grown!.at(t + 1)},1)`));
  return lines.grown;
};
