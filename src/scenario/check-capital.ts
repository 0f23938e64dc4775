/** What must hold of the capital stack: names lead somewhere, dates stand in order, every loan says what it costs and how far it goes, and no covenant is failed by its own terms. */
import { formatQuarter } from "../units/index.ts";
import { idsOf, unknownId } from "./check-market.ts";
import { listOf, type Check, type Partly } from "./check-rule.ts";
import type { ScenarioFields } from "./table/index.ts";
import type { Path } from "./tree.ts";

type Capital = Partly<NonNullable<ScenarioFields["capital"]>>;
type Of<K extends "equity" | "debt" | "convertibles" | "preferred" | "vendors" | "leases" | "prepayments" | "covenants" | "commitments" | "milestones"> = Partly<NonNullable<ScenarioFields["capital"]>[K][number]>;

const LISTS = ["equity", "preferred", "convertibles", "debt", "vendors", "leases", "prepayments"] as const;
type Quarter = number | null | undefined;

/** Every rule of the capital section. */
export const capital = (check: Check): void => {
  const stack = check.scenario.capital;
  if (!stack) return;
  names(check, stack);
  listOf(stack.milestones).forEach((one, i) => milestone(check, one, ["capital", "milestones", i]));
  endless(check, stack);
  listOf(stack.debt).forEach((one, i) => debt(check, one, ["capital", "debt", i]));
  listOf(stack.convertibles).forEach((one, i) => convertible(check, one, ["capital", "convertibles", i]));
  listOf(stack.preferred).forEach((one, i) => after(check, [...at("preferred", i), "redemption"], { what: "bought back", first: one.from_quarter, then: one.redemption_quarter, of: "from" }));
  listOf(stack.prepayments).forEach((one, i) => prepayment(check, one, at("prepayments", i)));
  listOf(stack.covenants).forEach((one, i) => covenant(check, one, { stack, path: ["capital", "covenants", i] }));
  listOf(stack.commitments).forEach((one, i) => commitment(check, one, ["capital", "commitments", i]));
  shares(check, stack);
};

const at = (list: (typeof LISTS)[number], i: number): Path => ["capital", list, i];

const names = ({ complain }: Check, stack: Capital): void => {
  const seen = new Map<string, string>();
  const milestones = idsOf(stack.milestones);
  for (const list of LISTS) {
    listOf<{ readonly id?: string | undefined; readonly milestone?: string | undefined; readonly convertsAt?: string | undefined; readonly from_quarter?: Quarter; readonly until_quarter?: Quarter }>(stack[list]).forEach((one, i) => {
      const path = at(list, i);
      if (one.id !== undefined && seen.has(one.id)) complain([...path, "id"], { found: `${one.id}, which capital.${seen.get(one.id)!} has too`, expected: "a name of its own among all instruments", hint: "tables and messages name instruments by it" });
      else if (one.id !== undefined) seen.set(one.id, list);
      for (const field of ["milestone", "convertsAt"] as const) {
        const named = one[field];
        if (named !== undefined && named !== "" && !milestones.includes(named)) complain([...path, field], unknownId(named, milestones, "an id of capital.milestones"));
      }
      if (typeof one.from_quarter === "number" && typeof one.until_quarter === "number" && one.until_quarter < one.from_quarter) complain([...path, "until"], { found: `${formatQuarter(one.until_quarter)}, before its from (${formatQuarter(one.from_quarter)})`, expected: "`until` at or after `from`", hint: "swap them, or remove one" });
    });
  }
};

const milestone = ({ scenario, complain }: Check, { at_quarter: reached, gate }: Of<"milestones">, path: Path): void => {
  const gated = gate !== undefined && gate !== "";
  if (gated && typeof reached === "number") complain([...path, "gate"], { found: "a quarter and a gate", expected: "one of at and gate", hint: "with a gate, its outcome says when" });
  if (gate === "" && reached === null) complain(path, { found: "a milestone without a date", expected: "`at`, or `gate`", hint: "add at: 2028-Q2, or gate: with an id of gates" });
  const gates = idsOf(scenario.gates);
  if (gated && !gates.includes(gate)) complain([...path, "gate"], unknownId(gate, gates, "an id of gates"));
};

/** Money without a limit: one at most, last, and as needed. */
const endless = ({ complain }: Check, stack: Capital): void => {
  const unlimited = listOf(stack.equity).flatMap((one, i) => (one.amount_usd === null ? [{ one, i }] : []));
  unlimited.forEach(({ one, i }, k) => {
    const path = at("equity", i);
    if (k > 0) complain(path, { found: "a second provider without an amount", expected: "at most one that brings whatever is missing", hint: "add amount: 5e9 $" });
    if (one.drawn === "at-once") complain([...path, "drawn"], { found: "all at once of no amount", expected: "an amount, or drawn: needed", hint: "add amount: 5e9 $" });
    const beside = [...listOf(stack.equity), ...listOf(stack.preferred), ...listOf(stack.convertibles), ...listOf(stack.debt)].find((other) => other !== one && other.order !== undefined && other.order >= (one.order ?? 0) && other.drawn === "needed");
    if (beside !== undefined && k === 0) complain([...path, "order"], { found: `order ${one.order} of what has no limit, not behind ${beside.id ?? "another"}`, expected: "the highest order of the stack: what brings whatever is missing leaves nothing for those behind it", hint: `write order: ${1 + Math.max(...listOf(stack.debt).map((loan) => loan.order ?? 1), ...listOf(stack.equity).map((share) => share.order ?? 1), beside.order ?? 1)}` });
  });
  if (stack.boundsPlan === "yes" && unlimited.length > 0) complain(["capital", "boundsPlan"], { found: `yes, with ${unlimited[0]!.one.id ?? "equity"} that brings whatever is missing`, expected: "an amount of every instrument, for the plan to be bound by", hint: "add amount to it, or write boundsPlan: no" });
};

interface Order {
  readonly what: string;
  readonly first: Quarter;
  readonly then: Quarter;
  readonly of: string;
}

const after = ({ complain, scenario }: Check, path: Path, { what, first, then, of }: Order): void => {
  const begins = first ?? scenario.horizon?.start_quarter;
  if (typeof begins === "number" && typeof then === "number" && then <= begins) complain(path, { found: `${what} in ${formatQuarter(then)}, and drawn from ${formatQuarter(begins)}`, expected: `a quarter after \`${of}\``, hint: "move one of them; left out, `from` is the first quarter of the horizon" });
};

const debt = (check: Check, one: Of<"debt">, path: Path): void => {
  const { complain } = check;
  if (one.rate_per_yr === null && one.margin_per_yr === null) complain(path, { found: "a loan without interest", expected: "exactly one of rate and margin", hint: "add rate: 7 %/yr, or margin: 3 %/yr above capital.baseRate" });
  if (typeof one.rate_per_yr === "number" && typeof one.margin_per_yr === "number") complain([...path, "margin"], { found: "rate and margin", expected: "exactly one of them", hint: "rate is fixed; margin stands on capital.baseRate" });
  if (one.amount_usd === null && one.repayment !== "sculpted") complain(path, { found: "a loan without an amount", expected: "`amount`, or repayment: sculpted with dscr, from which it follows", hint: "add amount: 5e9 $" });
  after(check, [...path, "maturity"], { what: "repaid", first: one.from_quarter, then: one.maturity_quarter, of: "from" });
  sculpted(check, one, path);
  const { repayFrom_quarter: repay, maturity_quarter: ends, capitaliseUntil_quarter: added, until_quarter: until } = one;
  if (typeof repay === "number" && ends !== undefined && repay > ends) complain([...path, "repayFrom"], { found: `repayment from ${formatQuarter(repay)}, and maturity ${formatQuarter(ends)}`, expected: "repayFrom at or before maturity", hint: "move one of them" });
  if (typeof until === "number" && ends !== undefined && until >= ends) complain([...path, "until"], { found: `drawn until ${formatQuarter(until)}, and due in ${formatQuarter(ends)}`, expected: "`until` before `maturity`", hint: "move one of them" });
  if (typeof added === "number" && typeof repay === "number" && added > repay) complain([...path, "capitaliseUntil"], { found: `interest added until ${formatQuarter(added)}, and repayment from ${formatQuarter(repay)}`, expected: "capitaliseUntil at or before repayFrom", hint: "a loan is not repaid while it grows" });
};

const sculpted = ({ complain, scenario }: Check, one: Of<"debt">, path: Path): void => {
  if (one.repayment !== "sculpted") {
    if (typeof one.dscr === "number") complain([...path, "dscr"], { found: `dscr beside repayment: ${one.repayment ?? "level"}`, expected: "repayment: sculpted", hint: "a test of another loan's ratio stands in capital.covenants" });
    return;
  }
  if (one.dscr === null) complain(path, { found: "a sculpted loan without dscr", expected: "dscr: cash for debt service over service", hint: "add dscr: 1.3" });
  if (typeof one.dscr === "number" && one.dscr < 1) complain([...path, "dscr"], { found: `${one.dscr}`, expected: "at least 1: below it service is more than the cash for it", hint: "1.2 to 1.5 is usual where revenue is under contract" });
  const end = scenario.horizon?.start_quarter === undefined || scenario.horizon.years_yr === undefined ? undefined : scenario.horizon.start_quarter + Math.round(scenario.horizon.years_yr * 4) - 1;
  if (end !== undefined && one.maturity_quarter !== undefined && one.maturity_quarter > end) complain([...path, "maturity"], { found: formatQuarter(one.maturity_quarter), expected: `a quarter of the horizon (to ${formatQuarter(end)}): it is sized by the cash until then`, hint: "lengthen horizon.years, or shorten the loan" });
  if (typeof one.until_quarter === "number" && typeof one.repayFrom_quarter === "number" && one.until_quarter >= one.repayFrom_quarter) complain([...path, "until"], { found: `drawn until ${formatQuarter(one.until_quarter)}, and repaid from ${formatQuarter(one.repayFrom_quarter)}`, expected: "`until` before `repayFrom`: it is sized when repayment begins", hint: "move one of them" });
  if (one.repayFrom_quarter === null) complain(path, { found: "a sculpted loan without repayFrom", expected: "the quarter in which its cash begins", hint: "add repayFrom: 2029-Q1" });
};

const convertible = (check: Check, one: Of<"convertibles">, path: Path): void => {
  after(check, [...path, "maturity"], { what: "repaid", first: one.from_quarter, then: one.maturity_quarter, of: "from" });
  after(check, [...path, "converts"], { what: "converted", first: one.from_quarter, then: one.converts_quarter, of: "from" });
  if (typeof one.converts_quarter === "number" && one.maturity_quarter !== undefined && one.converts_quarter > one.maturity_quarter) check.complain([...path, "converts"], { found: `${formatQuarter(one.converts_quarter)}, after its maturity (${formatQuarter(one.maturity_quarter)})`, expected: "conversion at or before maturity", hint: "it would have been repaid" });
};

const prepayment = (check: Check, one: Of<"prepayments">, path: Path): void => {
  const classes = idsOf(check.scenario.demand?.classes);
  if (one.class !== undefined && !classes.includes(one.class)) check.complain([...path, "class"], unknownId(one.class, classes, "an id of demand.classes"));
  after(check, [...path, "servedFrom"], { what: "served", first: one.from_quarter, then: one.servedFrom_quarter, of: "from" });
};

const covenant = ({ complain }: Check, one: Of<"covenants">, { stack, path }: { readonly stack: Capital; readonly path: Path }): void => {
  const needs = one.test === "cash" ? "cash" : "ratio";
  if (one.test !== undefined && (needs === "cash" ? one.cash_usd : one.ratio) === null) complain(path, { found: `a test of ${one.test} without a bound`, expected: needs, hint: needs === "cash" ? "add cash: 500e6 $" : "add ratio: 1.15" });
  const other = needs === "cash" ? "ratio" : "cash";
  if (one.test !== undefined && typeof (other === "cash" ? one.cash_usd : one.ratio) === "number") complain([...path, other], { found: `${other} beside a test of ${one.test}`, expected: `${needs} alone`, hint: `remove ${other}` });
  if (one.test === "gearing" && typeof one.ratio === "number" && one.ratio >= 1) complain([...path, "ratio"], { found: `gearing of ${one.ratio}`, expected: "a share of debt and equity below 1", hint: "debt is never more than debt and equity; 0.7 is 70 %" });
  if (one.test === "dscr" && typeof one.ratio === "number" && one.ratio < 1) complain([...path, "ratio"], { found: `a least DSCR of ${one.ratio}`, expected: "1 or more: below 1 the cash does not pay the service, and the test would come after the default", hint: "write for example 1.15" });
  const sized = listOf(stack.debt).find((loan) => loan.repayment === "sculpted" && loan.rank === "senior" && typeof loan.dscr === "number" && typeof one.ratio === "number" && loan.dscr < one.ratio);
  if (one.test === "dscr" && sized !== undefined) complain([...path, "ratio"], { found: `a least DSCR of ${one.ratio}, and ${sized.id ?? "a loan"} sculpted to ${sized.dscr}`, expected: "a bound at or below the ratio that the loan is sized to: it would be failed from the first payment", hint: "raise the loan's dscr, or lower the bound" });
  if (typeof one.from_quarter === "number" && typeof one.until_quarter === "number" && one.until_quarter < one.from_quarter) complain([...path, "until"], { found: `${formatQuarter(one.until_quarter)}, before its from`, expected: "`until` at or after `from`", hint: "swap them, or remove one" });
};

const commitment = ({ scenario, complain, note }: Check, one: Of<"commitments">, path: Path): void => {
  if (typeof one.until_quarter === "number" && one.date_quarter !== undefined && one.until_quarter < one.date_quarter) complain([...path, "until"], { found: `${formatQuarter(one.until_quarter)}, before its date (${formatQuarter(one.date_quarter)})`, expected: "`until` at or after `date`", hint: "swap them, or remove until" });
  const { start_quarter: start, years_yr: years } = scenario.horizon ?? {};
  if (start === undefined || years === undefined || one.date_quarter === undefined) return;
  if (one.date_quarter >= start + Math.round(years * 4)) note(`capital.commitments.${one.id ?? ""} falls due after the horizon: it is named, and not paid.`);
};

/** Of one thing no more than all of it can be bought by instalments. */
const shares = ({ complain }: Check, stack: Capital): void => {
  const sums = new Map<string, number>();
  for (const list of ["vendors", "leases"] as const) {
    listOf<{ readonly of?: string | undefined; readonly share_frac?: number | undefined }>(stack[list]).forEach(({ of, share_frac: share }, i) => {
      if (of === undefined || share === undefined) return;
      const sum = (sums.get(of) ?? 0) + share;
      sums.set(of, sum);
      if (sum > 1 + 1e-9) complain([...at(list, i), "share"], { found: `${Math.round(sum * 100)} % of ${of} in all`, expected: "at most all of it by vendors and leases together", hint: "lower a share" });
    });
  }
};
