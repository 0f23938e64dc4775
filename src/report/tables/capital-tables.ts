/** The capital stack: whether the money lasts, in words; sources and uses; what is owed when; ratios and covenants; who gets what; runway. */
import type { CashLine, CovenantResult, Funding, InstrumentFunding, ProviderReturn } from "../../capital/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, formatPercent, formatScaled, scaleFor, type Scale } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Cell, type Fact, type Table } from "../table.ts";

const QUARTERS_PER_YEAR = 4;
const total = (usd: readonly number[]): number => usd.reduce((a, b) => a + b, 0);
const scaleOf = (columns: readonly (readonly number[])[]): Scale => scaleFor(columns.flat().reduce((most, usd) => Math.max(most, Math.abs(usd)), 0), "$");
const yearOf = (quarter: number): number => Math.floor(quarter / QUARTERS_PER_YEAR);

/** Whether the money lasts, until when, how much is missing and what is not paid first. */
export const gapText = ({ gap, quarters }: Funding): string => {
  const last = formatQuarter(quarters.at(-1)!);
  if (gap.ends_quarter === null) return `The money lasts to ${last}: every purchase, payment and commitment is paid${gap.undrawn_usd > 0 ? `, and ${formatScaled(gap.undrawn_usd, "$")} that could be had ${gap.undrawn_usd === 0 ? "is" : "are"} not drawn` : ""}.`;
  const runway = gap.runway_quarters === 0 ? "from the first quarter" : `in ${formatQuarter(gap.ends_quarter)}, after ${formatFigure(gap.runway_quarters / QUARTERS_PER_YEAR)} years`;
  return [`Money runs short ${runway}: ${formatScaled(gap.total_usd, "$")} are missing by ${last}, with every source drawn as far as it goes and nothing paid to shareholders.`, ...firstText(gap), ...lateText(gap), ...cancelText(gap)].join(" ");
};

const firstText = ({ first }: Funding["gap"]): readonly string[] => {
  if (first === null) return [];
  const whom = first.to === "" ? "" : ` to ${first.to}`;
  return [`What is not paid first: ${first.what}${whom} in ${formatQuarter(first.quarter)}, ${formatScaled(first.unpaid_usd, "$")} short${first.cancellable ? "; it can be called off" : ""}.`];
};

const lateText = ({ undrawn_usd }: Funding["gap"]): readonly string[] =>
  undrawn_usd > 1 ? [`${formatScaled(undrawn_usd, "$")} of sources with an amount are never drawn: they close or are stopped before the money is needed, or are kept for one use.`] : [];

const cancelText = ({ cancelled }: Funding["gap"]): readonly string[] => {
  if (cancelled === null) return [];
  const calledOff = `Were all that can be called off called off (${formatScaled(cancelled.saved_usd, "$")})`;
  return [cancelled.ends_quarter === null ? `${calledOff}, the money would last.` : `${calledOff}, ${formatScaled(cancelled.total_usd, "$")} would still be missing, from ${formatQuarter(cancelled.ends_quarter)}.`];
};

const gapTable = (funding: Funding): Table => {
  const { gap, ratios, wacc, balance, quarters } = funding;
  const least = ratios.minDscrAt === null ? "" : `the least is of ${formatQuarter(quarters[ratios.minDscrAt]!)}`;
  const before = gap.promised_usd > gap.outside_usd ? ", before commitments," : "";
  const ratio = (value: number | null): string => (value === null ? "none" : formatFigure(value));
  const rate = (value: number | null): string => (value === null ? "none" : formatPercent(value));
  const facts: readonly Fact[] = [
    ["money lasts", gap.ends_quarter === null ? "yes" : `to ${formatQuarter(gap.ends_quarter)}`, gap.ends_quarter === null ? "every quarter is paid in full" : "first quarter in which not all is paid"],
    ["missing", formatScaled(gap.total_usd, "$"), "what a last shareholder would have to bring, the least cash that is always to be held (capital.minCash) in it"],
    ["promised beside the plan", formatScaled(gap.promised_usd, "$"), gap.outside_usd > 1 ? `of it ${formatScaled(gap.outside_usd, "$")} outside these quarters` : ""],
    ["not drawn", formatScaled(gap.undrawn_usd, "$"), "of sources with an amount that open"],
    ["DSCR, least and mean", `${ratio(ratios.minDscr)}, ${ratio(ratios.meanDscr)}`, `cash for debt service${before} over senior service, by quarter${least === "" ? "" : `; ${least}`}; mean while senior loans are served`],
    ["LLCR", ratio(ratios.llcr), ratios.llcr === null ? "no senior loan is drawn and repaid in parts" : "value of that cash over the loans' life, over what they owe at first repayment with the value of senior instalments"],
    ["debt at most", formatScaled(ratios.maxDebt_usd, "$"), ratios.maxGearing_frac === null ? "" : `${formatPercent(ratios.maxGearing_frac)} of debt and paid-in equity at the highest`],
    ["borrowed of all drawn", rate(ratios.debt_frac), "loans, notes, instalments"],
    ["cost of debt", rate(wacc.debtCost_per_yr), "with fees, a year, before tax"],
    ["equity earns, is asked for", `${rate(wacc.equityReturn_per_yr)}, ${rate(wacc.asked_per_yr)}`, `asked for: with it the stack costs the plan's discount rate (${formatPercent(wacc.discount_per_yr)}) after tax`],
    ["cash at the end", formatScaled(balance.cash_usd.at(-1)!, "$"), formatQuarter(quarters.at(-1)!)],
  ];
  return factTable({ id: "capital", title: "Who pays, and whether it lasts", note: gapText(funding), facts });
};

const sourcesTable = ({ sourcesAndUses: { sources, uses } }: Funding): Table => {
  const scale = scaleOf([...sources, ...uses].map(({ usd }) => [total(usd)]));
  const row = (side: string) => ({ id, usd }: CashLine): readonly Cell[] => [side, id, total(usd) / scale.divisor];
  const sum = (lines: readonly CashLine[]): number => lines.reduce((all, { usd }) => all + total(usd), 0) / scale.divisor;
  return {
    id: "sources-uses", title: "Sources and uses over all quarters",
    columns: [wordColumn(""), wordColumn(""), numberColumn("amount", scale.unit)],
    rows: [...sources.map(row("source")), ["", "all sources", sum(sources)], ...uses.map(row("use")), ["", "all uses", sum(uses)]],
    note: "Dollars of the day. What instalments pay for is both borrowed and bought. Cash in and out of the account and the reserve are sources and uses of their quarter.",
  };
};

const instrumentTable = ({ instruments, quarters }: Funding): Table => {
  const scale = scaleOf(instruments.map(({ drawn_usd, limit_usd }) => [total(drawn_usd), limit_usd ?? 0]));
  const first = (usd: readonly number[]): string => { const at = usd.findIndex((one) => one > 0); return at < 0 ? "never" : formatQuarter(quarters[at]!); };
  const gone = ({ balance_usd, drawn_usd, kind }: InstrumentFunding): string => {
    if (kind === "equity" || total(drawn_usd) === 0) return "-";
    const at = balance_usd.findLastIndex((usd) => usd > 1e-6 * total(drawn_usd));
    return at === balance_usd.length - 1 ? "not by the end" : formatQuarter(quarters[at + 1]!);
  };
  return {
    id: "instruments", title: "What each source brings and takes",
    columns: [wordColumn("source"), wordColumn("kind"), wordColumn("rank"), numberColumn("could bring", scale.unit), numberColumn("brings", scale.unit), wordColumn("from"), numberColumn("interest and fees", scale.unit), numberColumn("repaid", scale.unit), wordColumn("gone in")],
    rows: instruments.map((one): readonly Cell[] => [
      one.id, one.kind, one.rank, one.limit_usd === null ? (one.sized_usd === null ? null : one.sized_usd / scale.divisor) : one.limit_usd / scale.divisor, total(one.drawn_usd) / scale.divisor, first(one.drawn_usd),
      (total(one.interest_usd) + total(one.fees_usd)) / scale.divisor, (total(one.repaid_usd) + total(one.swept_usd) + total(one.converted_usd)) / scale.divisor, gone(one),
    ]),
    note: "Could bring: its amount, or of a sculpted loan without one what its cover ratio allows at first repayment. Repaid: converted notes and served prepayments too.",
  };
};

const debtTable = (funding: Funding): readonly Table[] => {
  const loans = funding.instruments.filter(({ kind, drawn_usd }) => kind !== "equity" && total(drawn_usd) > 0);
  if (loans.length === 0) return [];
  const years = [...new Set(funding.quarters.map(yearOf))];
  const end = (usd: readonly number[], year: number): number => usd[funding.quarters.findLastIndex((quarter) => yearOf(quarter) === year)]!;
  const inYear = (usd: readonly number[], year: number): number => funding.quarters.reduce((sum, quarter, t) => (yearOf(quarter) === year ? sum + usd[t]! : sum), 0);
  const least = (year: number): number | null => funding.quarters.reduce<number | null>((low, quarter, t) => { const one = funding.ratios.dscr[t]!; return yearOf(quarter) !== year || one === null ? low : low === null ? one : Math.min(low, one); }, null);
  const scale = scaleOf([...loans.map(({ balance_usd }) => balance_usd), funding.cfads_usd]);
  return [{
    id: "debt", title: "What is owed, by year",
    columns: [wordColumn("year"), ...loans.map(({ id }) => numberColumn(id, scale.unit)), numberColumn("cash for service", scale.unit), numberColumn("senior service", scale.unit), numberColumn("least DSCR", ""), numberColumn("reserve", scale.unit), numberColumn("cash", scale.unit)],
    rows: years.map((year): readonly Cell[] => [
      `${year}`, ...loans.map(({ balance_usd }) => end(balance_usd, year) / scale.divisor), inYear(funding.cfads_usd, year) / scale.divisor, inYear(funding.service_usd, year) / scale.divisor, least(year), end(funding.balance.reserve_usd, year) / scale.divisor, end(funding.balance.cash_usd, year) / scale.divisor,
    ]),
    note: "Balances at the year's end; cash for service after tax.",
  }];
};

const providerTable = ({ providers }: Funding): Table => {
  const scale = scaleOf(providers.map(({ paidIn_usd, received_usd }) => [paidIn_usd, received_usd]));
  const yearly = ({ irr_per_yr: { chosen, roots, rule } }: ProviderReturn): Cell => (chosen === null ? "none" : `${formatPercent(chosen)}${roots.length > 1 ? ` (${rule})` : ""}`);
  return {
    id: "providers", title: "What each provider gets",
    columns: [wordColumn("provider"), numberColumn("net paid in", scale.unit), numberColumn("net received", scale.unit), numberColumn("of it left at the end", scale.unit), wordColumn("return a year"), numberColumn("value", scale.unit), numberColumn("owns", "%")],
    rows: providers.map((one): readonly Cell[] => [one.id, one.paidIn_usd / scale.divisor, one.received_usd / scale.divisor, one.atEnd_usd / scale.divisor, yearly(one), one.value_usd / scale.divisor, one.owns_frac === null ? null : one.owns_frac * 100]),
    note: "Net of each quarter. Left at the end: what is still owed, and for common shares what is left at book. Value at the plan's discount rate.",
  };
};

const TEST = { dscr: "DSCR of four quarters at least", gearing: "debt over debt and equity at most", "debt-to-ebitda": "debt over a year's EBITDA at most", cash: "cash at least" } as const satisfies Record<CovenantResult["test"], string>;

const covenantTable = ({ covenants }: Funding): readonly Table[] => {
  if (covenants.length === 0) return [];
  const shown = (test: CovenantResult["test"], value: number): string => (test === "cash" ? formatScaled(value, "$") : Number.isFinite(value) ? formatFigure(value) : "no EBITDA");
  const failed = (quarters: readonly number[]): string => (quarters.length === 0 ? "never" : `${quarters.length} quarters, first ${formatQuarter(quarters[0]!)}`);
  return [{
    id: "covenants", title: "Covenants",
    columns: [wordColumn("covenant"), wordColumn("test"), wordColumn("bound"), wordColumn("nearest"), wordColumn("in"), wordColumn("failed"), wordColumn("then")],
    rows: covenants.map(({ id, test, bound, worst, failed: quarters, then }) => [id, TEST[test], shown(test, bound), worst === null ? "-" : shown(test, worst.value), worst === null ? "never tested" : formatQuarter(worst.quarter), failed(quarters), then]),
    note: "",
  }];
};

/** Whether the money lasts; none without a stack. */
export const capitalTables = (funding: Funding | null): readonly Table[] => (funding === null ? [] : [gapTable(funding)]);

/** All else of a stack but its balance sheet; none without one. */
export const capitalDetailTables = (funding: Funding | null): readonly Table[] =>
  funding === null ? [] : [sourcesTable(funding), instrumentTable(funding), ...debtTable(funding), ...covenantTable(funding), providerTable(funding)];

/** The balance sheet, quarter by quarter. */
export const balanceTable = ({ balance, quarters }: Funding): Table => {
  const columns: readonly (readonly [string, readonly number[]])[] = [
    ["cash", balance.cash_usd], ["reserve", balance.reserve_usd], ["receivable", balance.receivable_usd], ["at book", balance.fixed_usd], ["paid ahead", balance.paidAhead_usd], ["interest and fees", balance.financeAssets_usd], ["owned", balance.assets_usd],
    ["payable", balance.payable_usd], ["unpaid", balance.bills_usd], ["debt", balance.debt_usd], ["prepaid", balance.prepaid_usd], ["preferred", balance.preferred_usd], ["paid in", balance.paidIn_usd], ["retained", balance.retained_usd], ["owed and owners'", balance.claims_usd],
  ];
  const scale = scaleOf(columns.map(([, usd]) => usd));
  return {
    id: "balance", title: "Balance sheet by quarter",
    columns: [wordColumn("quarter"), ...columns.map(([name]) => numberColumn(name, scale.unit))],
    rows: quarters.map((quarter, t) => [formatQuarter(quarter), ...columns.map(([, usd]) => usd[t]! / scale.divisor)]),
    note: "Paid ahead below zero: owed for purchases that stand already.",
  };
};
