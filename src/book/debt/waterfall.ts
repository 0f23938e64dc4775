/** The waterfall of a quarter (capital/steps/waterfall): each rank as far as the money goes, then bills, covenants, sweep, and owners. */
import type { CovenantTerms, PreferredTerms } from "../../capital/index.ts";
import { opening } from "./before.ts";
import { at, isInstalment, isLoan, isOf, lineOf, maybe, over, placesOf, put, ranked, sum, type Pass } from "./lines.ts";

export const waterfall = (pass: Pass): void => {
  put(pass, "pool", (t) => `MAX(0,${at(pass, t, "free")}+${at(pass, t, "raised")})+${at(pass, t - 1, "reserve")}`, { label: "cash and reserve" });
  payRank(pass, { rank: "senior", pool: (t) => at(pass, t, "pool") });
  put(pass, "reserve", (t) => `MIN(${at(pass, t, "target")},${at(pass, t, "after senior")})`, { label: "reserve" });
  payRank(pass, { rank: "junior", pool: (t) => `(${at(pass, t, "after senior")}-${at(pass, t, "reserve")})` });
  put(pass, "short", (t) => `${at(pass, t, "senior short")}+${at(pass, t, "junior short")}`, { label: "service that is not paid" });
  put(pass, "owed", (t) => `${at(pass, t, "billsDue")}+MAX(0,-(${at(pass, t, "free")}+${at(pass, t, "raised")}))`, { label: "bills to pay" });
  put(pass, "billsPaid", (t) => `IF(${at(pass, t, "after junior")}>=${at(pass, t, "owed")}*(1-1E-12),${at(pass, t, "owed")},${at(pass, t, "after junior")})`, { label: "bills paid" });
  put(pass, "bills", (t) => `${at(pass, t, "owed")}-${at(pass, t, "billsPaid")}`, { label: "bills left unpaid" });
  put(pass, "left", (t) => `MAX(0,${at(pass, t, "after junior")}-${at(pass, t, "billsPaid")})`, { label: "left after bills" });
  balances(pass);
  covenants(pass);
  put(pass, "surplus", (t) => `MAX(0,${at(pass, t, "left")}-${pass.names.minCash}-${pass.business.hold.at(t)})`, { label: "surplus" });
  sweep(pass);
  put(pass, "need", (t) => needOf(pass, t), { label: "what the quarter needs beyond what it brings" });
  put(pass, "keep", (t) => keepBack(pass, t), { label: "cash that owners leave" });
  owners(pass);
  put(pass, "cash", (t) => `${at(pass, t, "left")}-(${at(pass, t, "sweptAll")})-(${at(pass, t, "toOwners")})`, { label: "cash" });
  closing(pass);
};

/** Interest of a rank, then repayment, those of one rank in proportion. */
const payRank = (pass: Pass, { rank, pool }: { readonly rank: "senior" | "junior"; readonly pool: (t: number) => string }): void => {
  const members = ranked(pass, rank);
  const steps = [["dueInterest", "paid", "interest", "interest paid"], ["duePrincipal", "repaid", "repayment", "repaid"]] as const;
  if (members.length === 0) {
    put(pass, `${rank} short`, () => "0", { label: `${rank} service not paid` });
    put(pass, `after ${rank}`, pool, { label: `left after ${rank} service` });
    return;
  }
  const [first, second] = steps.map(([due, paid, what, label], k) => {
    const before = (t: number): string => (k === 0 ? pool(t) : `MAX(0,${pool(t)}-(${at(pass, t, `${rank} interest`)})*${at(pass, t, `${rank} interest part`)})`);
    put(pass, `${rank} ${what}`, (t) => over(pass, t, due, members), { label: `${rank} ${what} due` });
    put(pass, `${rank} ${what} part`, (t) => `IF(${at(pass, t, `${rank} ${what}`)}<=${before(t)},1,${before(t)}/${at(pass, t, `${rank} ${what}`)})`, { label: `part of ${rank} ${what} that is paid`, unit: "1", format: "frac" });
    for (const i of members) put(pass, paid, (t) => `${at(pass, t, due, i)}*${at(pass, t, `${rank} ${what} part`)}`, { i, label });
    return { due: `${rank} ${what}`, part: `${rank} ${what} part` };
  });
  put(pass, `${rank} short`, (t) => [first!, second!].map(({ due, part }) => `${at(pass, t, due)}*(1-${at(pass, t, part)})`).join("+"), { label: `${rank} service not paid` });
  put(pass, `after ${rank}`, (t) => `${pool(t)}-${at(pass, t, first!.due)}*${at(pass, t, first!.part)}-${at(pass, t, second!.due)}*${at(pass, t, second!.part)}`, { label: `left after ${rank} service` });
};

const needOf = (pass: Pass, t: number): string => {
  const loans = placesOf(pass, isLoan);
  const less = [at(pass, t - 1, "target"), at(pass, t, "cfads"), pass.business.proceeds.at(t), ...placesOf(pass, isOf("prepayment")).map((i) => at(pass, t, "drawn", i))].filter((cell) => cell !== "0").map((cell) => `-(${cell})`);
  return sum([at(pass, t, "capexCash"), pass.business.promised.at(t), at(pass, t, "target"), ...loans.flatMap((i) => [at(pass, t, "dueInterest", i), at(pass, t, "duePrincipal", i), maybe(pass, t, "commitmentFee", i)])]) + less.join("");
};

/** By the pass before: what the coming quarters need, and what was paid ahead and is never served. Nothing in the first pass. */
const keepBack = (pass: Pass, t: number): string => {
  const { before, stack, names, grid } = pass;
  if (before === null) return "0";
  const last = grid.quarters.length - 1;
  const ends = Array.from({ length: Math.max(0, Math.min(stack.keepAhead_quarters, last - t)) }, (_, k) => `SUM(${lineOf(before, "need").span(t + 1, t + 1 + k)})`);
  const unserved = placesOf(pass, isOf("prepayment")).map((i) => `+IF(${grid.place.at(t)}>=${names.instruments[i]!["paidAt"]},${at(before, last, "balance", i)},0)`).join("");
  return `${ends.length === 0 ? "0" : `MAX(0,${ends.join(",")})`}${unserved}`;
};

/** What each owes before the sweep and owners, and after. */
const balances = (pass: Pass): void => {
  pass.stack.instruments.forEach((one, i) => {
    const less = (t: number, names: readonly string[]): string => names.map((name) => maybe(pass, t, name, i)).filter((cell) => cell !== "0").map((cell) => `-${cell}`).join("");
    if (one.kind === "equity") return;
    const later = one.kind === "preferred";
    put(pass, "before", (t) => `${sum([opening(pass, t, i), at(pass, t, "drawn", i), at(pass, t, "interest", i)])}${less(t, later ? [] : ["paid", "repaid", "converted"])}`, { i, label: "owed before sweep and owners" });
    put(pass, "balance", (t) => `${at(pass, t, "before", i)}${less(t, later ? ["paid", "repaid"] : ["swept"])}`, { i, label: "owed" });
    if (isInstalment(one)) put(pass, "overdue", (t) => `${at(pass, t, "dueInterest", i)}+${at(pass, t, "duePrincipal", i)}-${at(pass, t, "paid", i)}-${at(pass, t, "repaid", i)}`, { i, label: "overdue" });
  });
  put(pass, "debt", (t) => over(pass, t, "before", placesOf(pass, isLoan)), { label: "debt before sweep" });
  put(pass, "dscrYear", (t) => {
    const [from, service] = [Math.max(0, t - 3), lineOf(pass, "service")];
    return `IF(SUM(${service.span(from, t)})=0,"",SUMIFS(${lineOf(pass, "cfads").span(from, t)},${service.span(from, t)},"<>0")/SUM(${service.span(from, t)}))`;
  }, { label: "DSCR of four quarters", unit: "1", format: "number" });
};

const covenants = (pass: Pass): void => {
  const { stack, names, grid } = pass;
  stack.covenants.forEach((covenant, c) => {
    const { bound, from, until } = names.covenants[c]!;
    put(pass, `tested ${covenant.id}`, (t) => testedOf(pass, covenant, t), { label: `covenant ${covenant.id}: ${covenant.test}`, unit: covenant.test === "cash" ? "$" : "1", format: covenant.test === "cash" ? "usd" : "number" });
    const isLeast = covenant.test === "dscr" || covenant.test === "cash";
    put(pass, `failed ${covenant.id}`, (t) => {
      const value = at(pass, t, `tested ${covenant.id}`);
      const beyond = isLeast ? `${value}<${bound}-0.000001*ABS(${bound})` : `${value}>${bound}+0.000001*ABS(${bound})`;
      return `IF(ISNUMBER(${value}),IF(AND(${grid.place.at(t)}>=${from},${grid.place.at(t)}<=${until},${beyond}),1,0),0)`;
    }, { label: `covenant ${covenant.id}: failed`, unit: "", format: "factor" });
  });
  const follows = (name: string, then: CovenantTerms["then"], label: string): void => put(pass, name, (t) => {
    const failed = stack.covenants.filter((one) => one.then === then || one.then === "default").map(({ id }) => at(pass, t, `failed ${id}`));
    return failed.length === 0 ? "0" : `MAX(${failed.join(",")})`;
  }, { label, unit: "", format: "factor" });
  follows("locked", "lock-up", "nothing goes to shareholders");
  follows("stopped", "stop-draws", "no more debt is drawn");
  follows("sweeping", "sweep", "all surplus repays debt");
};

const testedOf = (pass: Pass, { test }: CovenantTerms, t: number): string => {
  const debt = at(pass, t, "debt");
  switch (test) {
    case "cash": return at(pass, t, "left");
    case "dscr": return at(pass, t, "dscrYear");
    case "gearing": return `IF(${debt}=0,"",${debt}/(${sum([debt, at(pass, t, "paidIn"), over(pass, t, "before", placesOf(pass, isOf("preferred")))])}))`;
    case "debt-to-ebitda": return `IF(${debt}=0,"",IF(${pass.business.ebitdaYear.at(t)}>0,${debt}/${pass.business.ebitdaYear.at(t)},1E+30))`;
  }
};

/** Early repayment: senior first, in proportion to what is owed. */
const sweep = (pass: Pass): void => {
  const { stack, names } = pass;
  const debts = placesOf(pass, isOf("debt"));
  put(pass, "toSweep", (t) => `${at(pass, t, "surplus")}*IF(${at(pass, t, "sweeping")}=1,1,${names.sweep})`, { label: "surplus that repays debt" });
  const ranks = (["senior", "junior"] as const).map((rank) => ({ rank, members: debts.filter((i) => { const one = stack.instruments[i]!; return one.kind === "debt" && one.rank === rank; }) })).filter(({ members }) => members.length > 0);
  ranks.forEach(({ rank, members }, k) => {
    const before = (t: number): string => ranks.slice(0, k).flatMap((one) => one.members).map((i) => `-${at(pass, t, "swept", i)}`).join("");
    put(pass, `${rank} sweep part`, (t) => `IF(${over(pass, t, "before", members)}>0,MIN(1,MAX(0,${at(pass, t, "toSweep")}${before(t)})/(${over(pass, t, "before", members)})),0)`, { label: `part of ${rank} debt that is swept`, unit: "1", format: "frac" });
    for (const i of members) put(pass, "swept", (t) => `${at(pass, t, "before", i)}*${at(pass, t, `${rank} sweep part`)}`, { i, label: "swept" });
  });
  put(pass, "sweptAll", (t) => over(pass, t, "swept", debts), { label: "swept" });
};

/** Preferred shares first, then the payout on common ones. */
const owners = (pass: Pass): void => {
  const { names, grid } = pass;
  const preferred = placesOf(pass, isOf("preferred"));
  const rest = (t: number): string => `MAX(0,MIN(${at(pass, t, "surplus")},${at(pass, t, "left")}-${names.minCash}-${at(pass, t, "keep")})-(${at(pass, t, "sweptAll")}))`;
  for (const i of preferred) {
    const one = pass.stack.instruments[i] as PreferredTerms;
    put(pass, "face", (t) => `${at(pass, t, "drawnSum", i)}-${at(pass, t - 1, "repaidSum", i)}`, { i, label: "paid in and not bought back" });
    put(pass, "dueToOwner", (t) => `IF(${grid.place.at(t)}>=${names.instruments[i]!["redemption"]},${at(pass, t, "before", i)},${one.inKind ? "0" : `MAX(0,${at(pass, t, "before", i)}-${at(pass, t, "face", i)})`})`, { i, label: "due" });
  }
  if (preferred.length > 0) put(pass, "preferredPart", (t) => {
    const due = `(${over(pass, t, "dueToOwner", preferred)})`;
    return `IF(${at(pass, t, "locked")}=1,0,IF(${due}<=${rest(t)},1,${rest(t)}/${due}))`;
  }, { label: "part of preferred dues that is paid", unit: "1", format: "frac" });
  for (const i of preferred) {
    put(pass, "pays", (t) => `${at(pass, t, "dueToOwner", i)}*${at(pass, t, "preferredPart")}`, { i, label: "paid in all" });
    put(pass, "paid", (t) => `MIN(${at(pass, t, "pays", i)},${at(pass, t, "before", i)}-${at(pass, t, "face", i)})`, { i, label: "dividend paid" });
    put(pass, "repaid", (t) => `${at(pass, t, "pays", i)}-${at(pass, t, "paid", i)}`, { i, label: "bought back" });
    put(pass, "repaidSum", (t) => `${at(pass, t - 1, "repaidSum", i)}+${at(pass, t, "repaid", i)}`, { i, label: "bought back so far" });
  }
  const [common, notes] = [placesOf(pass, isOf("equity")), placesOf(pass, isOf("convertible"))];
  const shares = (t: number): string => sum([names.openingShares, ...common.map((i) => at(pass, t, "drawnSum", i)), ...notes.map((i) => `SUM(${lineOf(pass, "converted", i).span(0, t)})`)]);
  put(pass, "distributed", (t) => `IF(OR(${at(pass, t, "locked")}=1,${grid.place.at(t)}<${names.payoutFrom},${shares(t)}<=0),0,(${rest(t)}-(${over(pass, t, "pays", preferred)}))*${names.payout})`, { label: "to shareholders" });
  put(pass, "toOwners", (t) => sum([over(pass, t, "pays", preferred), at(pass, t, "distributed")]), { label: "to owners, all" });
};

/** What is left to the next quarter beside cash: assets that finance left, and earnings kept. */
const closing = (pass: Pass): void => {
  const { business } = pass;
  put(pass, "financeAssets", (t) => over(pass, t, "assetLeft", pass.stack.instruments.map((_, i) => i)), { label: "interest and fees that are assets" });
  put(pass, "retained", (t) => `${at(pass, t - 1, "retained")}+${business.ebitda.at(t)}+${business.proceeds.at(t)}-${business.bookDepreciation.at(t)}-${business.promised.at(t)}-(${at(pass, t, "expense")})-${at(pass, t, "tax")}-(${over(pass, t, "interest", placesOf(pass, isOf("preferred")))})-${at(pass, t, "distributed")}`, { label: "earnings kept" });
};
