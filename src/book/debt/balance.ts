/** Sources and uses of cash, and both sides of the balance, by quarter; the two sides are added up apart and their difference stands below. */
import type { Business } from "./business.ts";
import { gridOf, type Grid, type Line } from "../grid.ts";
import type { Sheet } from "../model.ts";
import type { BookSource, Check } from "../source.ts";
import { at, isLoan, isOf, over, placesOf, sum, type Pass } from "./lines.ts";

interface Sides {
  readonly last: Pass;
  readonly money: Business;
}

export const balanceSheet = (source: BookSource, sides: Sides): { readonly sheet: Sheet; readonly checks: readonly Check[] } => {
  const grid = gridOf("balance", { title: "Sources and uses of cash, and the balance", quarters: source.statement.quarters });
  const flows = sourcesAndUses(grid, sides);
  const checks = [...flows, ...balance(grid, source, sides)];
  return { sheet: grid.finish(), checks };
};

const zeros = (grid: Grid): readonly number[] => grid.quarters.map(() => 0);

const sourcesAndUses = (grid: Grid, { last: pass }: Sides): readonly Check[] => {
  const { stack, names, business } = pass;
  const usd = (label: string, cells: (t: number) => string): Line => grid.line({ label, unit: "$" }, cells);
  const all = stack.instruments.map((_, i) => i);
  const loans = placesOf(pass, isLoan);
  const up = (t: number, name: string): string => `(${at(pass, t, name)}-${at(pass, t - 1, name)})`;
  const cashUp = (t: number): string => `(${at(pass, t, "cash")}-${t === 0 ? names.openingCash : at(pass, t - 1, "cash")})`;
  const signed: readonly (readonly [string, string, (t: number) => string])[] = [
    ["running the business", "running the business at a loss", (t) => `${business.operating.at(t)}-(${at(pass, t, "served")})`], ["tax taken back", "tax", (t) => `-${at(pass, t, "tax")}`],
    ["out of the reserve", "into the reserve", (t) => `-${up(t, "reserve")}`], ["out of cash", "into cash", (t) => `-${cashUp(t)}`], ["left unpaid", "earlier bills", (t) => up(t, "bills")],
  ];
  grid.heading("Sources");
  const sources = [...all.map((i) => usd(stack.instruments[i]!.id, (t) => at(pass, t, "drawn", i))), ...signed.map(([words, , value]) => usd(words, (t) => `MAX(0,${value(t)})`)), usd("sold at the end", (t) => business.proceeds.at(t))];
  const total = usd("sources", (t) => sum(sources.map((line) => line.at(t))));
  grid.heading("Uses");
  const preferred = placesOf(pass, isOf("preferred"));
  const uses = [
    usd("purchases", (t) => business.capex.at(t)), usd("commitments", (t) => business.promised.at(t)), ...signed.map(([, words, value]) => usd(words, (t) => `MAX(0,-(${value(t)}))`)),
    usd("fees", (t) => sum([over(pass, t, "fee", loans), over(pass, t, "commitmentFee", loans)])), usd("interest", (t) => over(pass, t, "paid", loans)), usd("repayment", (t) => over(pass, t, "repaid", loans)),
    usd("swept", (t) => over(pass, t, "swept", loans)), usd("preferred shares", (t) => over(pass, t, "pays", preferred)), usd("shareholders", (t) => at(pass, t, "distributed")),
  ];
  const used = usd("uses", (t) => sum(uses.map((line) => line.at(t))));
  const apart = usd("sources less uses", (t) => `ROUND((${total.at(t)}-${used.at(t)})/MAX(1,ABS(${total.at(t)})),12)`);
  return [{ what: "sources less uses, over sources", unit: "1", line: apart.all, library: zeros(grid) }];
};

const balance = (grid: Grid, { funding }: BookSource, { last: pass, money: { cash, off } }: Sides): readonly Check[] => {
  const { balance: told } = funding!.result;
  const usd = (label: string, cells: (t: number) => string): Line => grid.line({ label, unit: "$" }, cells);
  const running = (label: string, now: (t: number) => string): Line => {
    const line: Line = usd(label, (t) => sum([line.at(t - 1), now(t)]));
    return line;
  };
  grid.heading("Owned");
  const owned = {
    cash: usd("cash", (t) => at(pass, t, "cash")), reserve: usd("reserve", (t) => at(pass, t, "reserve")), receivable: usd("receivable", (t) => cash.receivable.at(t)),
    fixed: running("purchases at book", (t) => `${off.placed.at(t)}-${off.book.at(t)}`), paidAhead: running("paid ahead for purchases", (t) => `${cash.capex.at(t)}-${off.placed.at(t)}`), financeAssets: usd("interest and fees that are assets", (t) => at(pass, t, "financeAssets")),
  };
  const assets = usd("owned, all", (t) => sum(Object.values(owned).map((line) => line.at(t))));
  grid.heading("Owed, and the owners'");
  const claimed = {
    payable: usd("payable", (t) => cash.payable.at(t)), bills: usd("unpaid bills", (t) => at(pass, t, "bills")), debt: usd("loans, notes and instalments", (t) => over(pass, t, "balance", placesOf(pass, isLoan))),
    prepaid: usd("prepayments", (t) => over(pass, t, "balance", placesOf(pass, isOf("prepayment")))), preferred: usd("preferred shares", (t) => over(pass, t, "balance", placesOf(pass, isOf("preferred")))),
    paidIn: usd("common shares paid in", (t) => at(pass, t, "paidIn")), retained: usd("earnings kept", (t) => at(pass, t, "retained")),
  };
  const claims = usd("owed and the owners', all", (t) => sum(Object.values(claimed).map((line) => line.at(t))));
  const apart = usd("difference of the two sides, relative to the most that is owned", (t) => `ROUND((${assets.at(t)}-${claims.at(t)})/MAX(1,MAX(${assets.all})),9)`);
  const lines: readonly (readonly [string, Line, readonly number[]])[] = [
    ["cash", owned.cash, told.cash_usd], ["reserve", owned.reserve, told.reserve_usd], ["purchases at book", owned.fixed, told.fixed_usd], ["paid ahead", owned.paidAhead, told.paidAhead_usd],
    ["interest and fees that are assets", owned.financeAssets, told.financeAssets_usd], ["unpaid bills", claimed.bills, told.bills_usd], ["debt", claimed.debt, told.debt_usd], ["prepayments", claimed.prepaid, told.prepaid_usd],
    ["preferred shares", claimed.preferred, told.preferred_usd], ["common shares paid in", claimed.paidIn, told.paidIn_usd], ["earnings kept", claimed.retained, told.retained_usd], ["owned, all", assets, told.assets_usd], ["owed and the owners', all", claims, told.claims_usd],
  ];
  return [...lines.map(([what, line, library]): Check => ({ what: `balance: ${what}`, unit: "$", line: line.all, library })), { what: "difference of the two sides of the balance", unit: "1", line: apart.all, library: zeros(grid) }];
};
