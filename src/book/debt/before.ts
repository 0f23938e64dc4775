/** What a quarter brings before anyone decides: what a sculpted loan may owe, interest, fees on what is not drawn, instalments, prepayments, conversions, and tax. */
import type { ConvertibleTerms, DebtTerms } from "../../capital/index.ts";
import { taxLines } from "../cash-sheet.ts";
import { at, inWindow, isDebtLike, isInstalment, isLoan, isOf, lineOf, maybe, over, placesOf, put, ranked, sum, type Pass } from "./lines.ts";

/** Service that a DSCR allows each sculpted loan, by the cash of the pass before, and its value. */
export const foresee = (pass: Pass): void => {
  const { stack, names, grid, business } = pass;
  const sculpted = placesOf(pass, (one) => one.kind === "debt" && one.repayment === "sculpted");
  for (const i of sculpted) {
    const one = stack.instruments[i]! as DebtTerms;
    const own = names.instruments[i]!;
    const beside = (one.rank === "junior" ? [...ranked(pass, "senior"), ...ranked(pass, "junior")] : ranked(pass, "senior")).filter((j) => j !== i && (!sculpted.includes(j) || sculpted.indexOf(j) < sculpted.indexOf(i)));
    put(pass, "allowed", (t) => `IF(OR(${grid.place.at(t)}<${own["repayFrom"]},${grid.place.at(t)}>${own["maturity"]}),0,MAX(0,${cashBefore(pass, t)}/${own["dscr"]}-(${sum(beside.map((j) => (sculpted.includes(j) ? takenOf(pass, t, j) : coverBefore(pass, t, j))))})))`, { i, label: "service that the DSCR allows" });
    put(pass, "allowedValue", (t) => `IF(${grid.place.at(t)}>${own["maturity"]},0,(${at(pass, t, "allowed", i)}+${at(pass, t + 1, "allowedValue", i)})/(1+${business.rate[i]!.at(t)}))`, { i, label: "its value at the quarter's start" });
    put(pass, "sized", (t) => (t === 0 ? `INDEX(${lineOf(pass, "allowedValue", i).all},MIN(${own["repayFrom"]},${grid.quarters.length - 1})+1)` : at(pass, 0, "sized", i)), { i, label: "may owe when repayment begins" });
  }
};

/** Service of an earlier sculpted loan: of what it is allowed, the part that it took at most while it was drawn, in the pass before. */
const takenOf = (pass: Pass, t: number, j: number): string => {
  if (pass.before === null) return "0";
  const sized = at(pass.before, 0, "sized", j);
  return `${at(pass, t, "allowed", j)}*IF(${sized}>0,MIN(1,MAX(${lineOf(pass.before, "stood", j).all})/${sized}),0)`;
};

/** What a sculpted loan has become when repayment begins, with what is drawn in the quarter; only where another comes after it. */
export const stood = (pass: Pass): void => {
  const sculpted = placesOf(pass, (one) => one.kind === "debt" && one.repayment === "sculpted");
  for (const i of sculpted.slice(0, -1)) put(pass, "stood", (t) => `IF(${inWindow(pass, t, i)},(${opening(pass, t, i)}+${at(pass, t, "capitalised", i)}+${at(pass, t, "drawn", i)})*${pass.business.growth[i]!.at(t)},0)`, { i, label: "drawn and grown until repayment begins" });
};

const cashBefore = ({ before, business }: Pass, t: number): string => (before === null ? business.operating.at(t) : at(before, t, "cfads"));
export const coverBefore = ({ before }: Pass, t: number, i: number): string => (before === null ? "0" : maybe(before, t, "cover", i));

export const opening = (pass: Pass, t: number, i: number): string => at(pass, t - 1, "balance", i);

export const accrue = (pass: Pass): void => {
  const { stack, names, grid, business } = pass;
  stack.instruments.forEach((one, i) => {
    const own = names.instruments[i]!;
    if (one.kind !== "equity") put(pass, "interest", (t) => (opening(pass, t, i) === "0" ? "0" : `${opening(pass, t, i)}*${business.rate[i]!.at(t)}`), { i, label: one.kind === "preferred" ? "dividend due" : "interest" });
    if (one.kind === "debt") {
      put(pass, "capitalised", (t) => `IF(${grid.place.at(t)}<${own["capitaliseUntil"]},${at(pass, t, "interest", i)},0)`, { i, label: "interest that is an asset" });
      put(pass, "commitmentFee", (t) => `IF(${inWindow(pass, t, i)},${own["commitmentFee"]}/4*${one.limit_usd === Infinity ? at(pass, t, "room", i) : `(${own["limit"]}-${at(pass, t - 1, "drawnSum", i)})`},0)`, { i, label: "fee on what is not drawn" });
    }
    if (one.kind === "convertible") put(pass, "converted", (t) => `IF(${grid.place.at(t)}=${own["converts"]},${opening(pass, t, i)}+${at(pass, t, "interest", i)},0)`, { i, label: "converted" });
    if (one.kind === "prepayment") {
      put(pass, "drawn", (t) => `IF(${grid.place.at(t)}=${own["paidAt"]},${own["limit"]},0)`, { i, label: "paid ahead" });
      put(pass, "repaid", (t) => `IF(${grid.place.at(t)}<${own["servedFrom"]},0,MAX(0,MIN(${opening(pass, t, i)}+${at(pass, t, "interest", i)},${business.base[i]!.at(t)})))`, { i, label: "served" });
    }
    if (isInstalment(one)) put(pass, "drawn", (t) => `IF(${inWindow(pass, t, i)},MIN(${business.base[i]!.at(t)},${own["limit"]}-${at(pass, t - 1, "drawnSum", i)}),0)`, { i, label: "bought by instalments" });
    put(pass, "drawnSum", (t) => `${at(pass, t - 1, "drawnSum", i)}+${at(pass, t, "drawn", i)}`, { i, label: "drawn so far" });
    if (isOf("equity", "preferred", "convertible", "debt")(one)) put(pass, "room", roomOf(pass, i), { i, label: "may still be drawn" });
  });
};

const roomOf = (pass: Pass, i: number) => (t: number): string => {
  const one = pass.stack.instruments[i]!;
  const own = pass.names.instruments[i]!;
  const left = `MAX(0,${own["limit"]}-${at(pass, t - 1, "drawnSum", i)})`;
  if (one.kind !== "debt" || one.repayment !== "sculpted" || one.dscr === null) return `IF(${inWindow(pass, t, i)},${left},0)`;
  return `IF(${inWindow(pass, t, i)},MAX(0,MIN(${left},${at(pass, t, "sized", i)}/${pass.business.growth[i]!.at(t)}-(${opening(pass, t, i)}+${at(pass, t, "capitalised", i)}))),0)`;
};

/** What finance takes from income, and tax. */
export const expense = (pass: Pass): void => {
  const { stack, names, grid, business } = pass;
  const [loans, prepaid, withAssets] = [placesOf(pass, isLoan), placesOf(pass, isOf("prepayment")), placesOf(pass, isDebtLike)];
  for (const i of withAssets) {
    const one = stack.instruments[i]! as DebtTerms | ConvertibleTerms;
    const own = names.instruments[i]!;
    const from = one.kind === "debt" ? own["repayFrom"]! : own["from"]!;
    put(pass, "assetBase", (t) => sum([at(pass, t - 1, "assetLeft", i), maybe(pass, t, "capitalised", i)]), { i, label: "interest and fees to write off" });
    put(pass, "writeOff", (t) => `IF(${grid.place.at(t)}<${from},0,IF(${grid.place.at(t)}>=${own["maturity"]},${at(pass, t, "assetBase", i)},${at(pass, t, "assetBase", i)}/(${own["maturity"]}-${grid.place.at(t)}+1)))`, { i, label: "written off" });
    put(pass, "assetLeft", (t) => `${at(pass, t, "assetBase", i)}-${at(pass, t, "writeOff", i)}+${at(pass, t, "fee", i)}`, { i, label: "left to write off" });
  }
  put(pass, "expense", (t) => sum([...[...loans, ...prepaid].map((i) => maybe(pass, t, "interest", i)), ...loans.map((i) => maybe(pass, t, "commitmentFee", i)), ...withAssets.map((i) => at(pass, t, "writeOff", i))]) + loans.map((i) => maybe(pass, t, "capitalised", i)).filter((cell) => cell !== "0").map((cell) => `-${cell}`).join(""), { label: "what finance takes from income" });
  put(pass, "taxable", (t) => `${business.ebitda.at(t)}+${business.proceeds.at(t)}-${business.taxDepreciation.at(t)}-${business.promised.at(t)}-(${at(pass, t, "expense")})`, { label: "taxable income" });
  const { tax, losses } = taxLines(grid, { general: pass.tax, income: lineOf(pass, "taxable") });
  pass.lines.set("tax", tax);
  pass.lines.set("losses", losses);
  put(pass, "served", (t) => over(pass, t, "repaid", prepaid), { label: "served of prepayments" });
  put(pass, "cfads", (t) => `${business.operating.at(t)}-(${at(pass, t, "served")})-${at(pass, t, "tax")}`, { label: "cash for debt service" });
};
