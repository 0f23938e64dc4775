/**
 * Passes over the quarters until what a sculpted loan and the reserve look ahead to is what comes.
 *
 * Within a pass nothing depends on what comes later but three things: what a sculpted loan may owe (the value of its coming cash), the reserve (its coming
 * service) and what owners leave for what is coming (nothing in the first pass). All are taken from the pass before; tax ties them to interest, so that the passes close in by about tax times the share of interest each time.
 */
import type { Part } from "./alike.ts";
import { workOf, type Columns, type InstrumentColumns, type Work } from "./columns.ts";
import type { Compiled } from "./compile.ts";
import { accrue, expenseQuarter, fallDue, keepBack, mayOwe, newYear, opening, raise, taxQuarter, waterfall } from "./steps/index.ts";

/** A pass that differs by less, relative to the largest cash for debt service or service, is the last. */
const CLOSE = 1e-11;
const MOST_PASSES = 200;

export interface Evaluated extends Columns {
  readonly compiled: Compiled;
  /** What a sculpted loan may owe at the start of each quarter (i * T + t). */
  readonly allowedValue: Float64Array;
  readonly passes: number;
  /** Largest difference between the last two passes, relative. */
  readonly residual: number;
}

export const evaluate = (compiled: Compiled): Evaluated => (compiled.joined === null ? settle(compiled) : inParts(compiled, compiled.joined.parts, settle(compiled.joined.compiled)));

/** Each instrument's part of the loans that were counted as one. */
const inParts = (compiled: Compiled, parts: readonly Part[], joined: Evaluated): Evaluated => {
  const { T } = compiled;
  const of = (column: Float64Array): Float64Array => Float64Array.from({ length: parts.length * T }, (_, place) => {
    const { at, share_frac } = parts[Math.floor(place / T)]!;
    return share_frac * column[at * T + (place % T)]!;
  });
  const columns: InstrumentColumns = {
    drawn: of(joined.drawn), fee: of(joined.fee), commitmentFee: of(joined.commitmentFee), interest: of(joined.interest), capitalised: of(joined.capitalised), due: of(joined.due),
    cover: of(joined.cover), paid: of(joined.paid), repaid: of(joined.repaid), swept: of(joined.swept), converted: of(joined.converted), balance: of(joined.balance),
  };
  return { ...joined, ...columns, allowedValue: of(joined.allowedValue), compiled };
};

const settle = (compiled: Compiled): Evaluated => {
  const x = workOf(compiled);
  const keeps = compiled.payOut && (compiled.stack.keepAhead_quarters > 0 || compiled.prepaid.length > 0);
  const looksAhead = keeps || compiled.sculpted.length > 0 || compiled.reserved.length > 0;
  x.cfadsBefore.set(compiled.business.operating_usd);
  while (x.residual > CLOSE && x.passes < MOST_PASSES) {
    foresee(x);
    pass(x);
    x.passes++;
    x.residual = looksAhead ? Math.max(difference(x), keeps ? keepBack(x) : 0, x.sculpted.length > 1 ? take(x) : 0) : 0;
    x.cfadsBefore.set(x.cfads);
    x.coverBefore.set(x.cover);
  }
  return x;
};

const difference = (x: Work): number => {
  let [most, scale] = [0, 0];
  for (let t = 0; t < x.T; t++) {
    most = Math.max(most, Math.abs(x.cfads[t]! - x.cfadsBefore[t]!));
    scale = Math.max(scale, Math.abs(x.cfads[t]!));
  }
  for (let at = 0; at < x.cover.length; at++) {
    most = Math.max(most, Math.abs(x.cover[at]! - x.coverBefore[at]!));
    scale = Math.max(scale, x.cover[at]!);
  }
  return scale === 0 ? 0 : most / scale;
};

/** What each sculpted loan is allowed of the cash of the last pass: beside other loans of its rank and above, and those that stand before it. */
const foresee = (x: Work): void => {
  const places = x.sculpted.map(({ i }) => i);
  for (const { i, one } of x.sculpted) {
    if (one.dscr === null) continue;
    const before = (one.rank === "junior" ? [...x.senior, ...x.junior] : x.senior).filter((j) => j !== i && (!places.includes(j) || places.indexOf(j) < places.indexOf(i)));
    const last = Math.min(one.maturity, x.T - 1);
    for (let t = last; t >= 0; t--) {
      const at = i * x.T + t;
      let others = 0;
      for (const j of before) others += places.includes(j) ? x.allowed[j * x.T + t]! * x.taken[j]! : x.coverBefore[j * x.T + t]!;
      x.allowed[at] = t < one.repayFrom ? 0 : Math.max(0, x.cfadsBefore[t]! / one.dscr - others);
      x.allowedValue[at] = (x.allowed[at]! + (t === last ? 0 : x.allowedValue[at + 1]!)) / (1 + x.rate[at]!);
    }
  }
};

/**
 * What each sculpted loan took at most of what it may owe, while it was drawn: its part of the service it is allowed, which those after it find gone. By what
 * was drawn and not by what falls due: arrears of one of two equal loans, or its sweep, would else change what the other may owe. Returns the largest difference.
 */
const take = (x: Work): number => {
  let moved = 0;
  for (const { i, one } of x.sculpted) {
    const value = mayOwe(x, i, one);
    let most = 0;
    for (let t = one.window.from; t <= Math.min(one.window.until, x.T - 1); t++) {
      const at = i * x.T + t;
      most = Math.max(most, (opening(x, i, t) + x.capitalised[at]! + x.drawn[at]!) * x.growth[at]!);
    }
    const taken = value > 0 ? Math.min(1, most / value) : 0;
    moved = Math.max(moved, Math.abs(taken - x.taken[i]!));
    x.taken[i] = taken;
  }
  return moved;
};

const RESET = ["drawnSum", "repaidSum", "assetLeft", "convertedSum", "overdue", "short", "distributed", "locked", "stopped", "defaulted", "brokenAt"] as const;

const pass = (x: Work): void => {
  for (const name of RESET) x[name].fill(0);
  const year = newYear();
  for (let t = 0; t < x.T; t++) {
    accrue(x, t);
    expenseQuarter(x, t);
    taxQuarter(x, year, t);
    fallDue(x, t);
    quarter(x, t);
    close(x, t);
  }
};

const quarter = (x: Work, t: number): void => {
  const { business, stack } = x;
  x.cfads[t] = business.operating_usd[t]! - x.served[t]! - x.tax[t]!;
  let [fees, due, bought, ahead] = [0, 0, 0, 0];
  for (let i = 0; i < x.I; i++) {
    fees += x.commitmentFee[i * x.T + t]!;
    due += x.due[i * x.T + t]!;
  }
  for (const { i } of x.instalments) bought += x.drawn[i * x.T + t]!;
  for (const { i } of x.prepaid) ahead += x.drawn[i * x.T + t]!;
  x.service[t] = x.senior.reduce((sum, i) => sum + x.cover[i * x.T + t]!, 0);
  x.target[t] = targetAt(x, t);
  x.capexCash[t] = business.capex_usd[t]! - bought;
  const bills = x.capexCash[t]! + x.promised[t]! + (t === 0 ? 0 : x.bills[t - 1]!);
  const free = (t === 0 ? stack.openingCash_usd : x.cash[t - 1]!) + x.cfads[t]! + business.proceeds_usd[t]! + ahead - fees;
  const reserve = t === 0 ? 0 : x.reserve[t - 1]!;
  x.paidIn[t] = t === 0 ? stack.openingCash_usd : x.paidIn[t - 1]!;
  const raised = raise(x, { t, free, uses: due + bills + stack.minCash_usd + x.target[t]! - reserve });
  equity(x, t);
  waterfall(x, { t, free: free + raised, bills });
};

const equity = (x: Work, t: number): void => {
  for (const { i } of x.common) x.paidIn[t]! += x.drawn[i * x.T + t]!;
  for (const { i } of x.convertibles) {
    x.paidIn[t]! += x.converted[i * x.T + t]!;
    x.convertedSum[i]! += x.converted[i * x.T + t]!;
  }
};

/** Service of the coming months, as the last pass had it. */
const targetAt = (x: Work, t: number): number => {
  let sum = 0;
  for (const { i, one } of x.reserved) {
    for (let k = 1; k < one.reserve_quarters + 1 && t + k < x.T; k++) sum += Math.min(1, one.reserve_quarters + 1 - k) * x.coverBefore[i * x.T + t + k]!;
  }
  return sum;
};

const close = (x: Work, t: number): void => {
  const { business } = x;
  let [assets, preferred] = [0, 0];
  for (let i = 0; i < x.I; i++) assets += x.assetLeft[i]!;
  for (const { i } of x.preferred) preferred += x.interest[i * x.T + t]!;
  x.financeAssets[t] = assets;
  const income = business.ebitda_usd[t]! + business.proceeds_usd[t]! - business.bookDepreciation_usd[t]! - x.promised[t]! - x.expense[t]! - x.tax[t]!;
  x.retained[t] = (t === 0 ? 0 : x.retained[t - 1]!) + income - preferred - x.distributed[t]!;
};
