/** Dated tests of a quarter, and what follows while one is failed. */
import type { Work } from "../columns.ts";
import type { CovenantTerms } from "../stack.ts";

const QUARTERS_PER_YEAR = 4;

/** Sets `locked`, `stopped`, `defaulted` of the quarter and whether everything is swept. `cash`: after bills, before sweep and owners. */
export const testCovenants = (x: Work, t: number, cash: number): void => {
  x.sweeping[0] = 0;
  x.stack.covenants.forEach((covenant, c) => {
    const value = valueOf(x, covenant, { t, cash });
    x.tested[c * x.T + t] = value;
    if (!(t >= covenant.window.from && t <= covenant.window.until) || !broken(covenant, value)) return;
    x.brokenAt[c * x.T + t] = 1;
    const all = covenant.then === "default";
    if (all) x.defaulted[t] = 1;
    if (all || covenant.then === "lock-up") x.locked[t] = 1;
    if (all || covenant.then === "stop-draws") x.stopped[t] = 1;
    if (all || covenant.then === "sweep") x.sweeping[0] = 1;
  });
};

/** NaN where there is nothing to test: no service yet, no debt. */
const broken = ({ test, bound }: CovenantTerms, value: number): boolean => {
  if (Number.isNaN(value)) return false;
  return test === "dscr" || test === "cash" ? value < bound - TOLERANCE * Math.abs(bound) : value > bound + TOLERANCE * Math.abs(bound);
};

/** A loan sculpted to a ratio meets it to the rounding of its sums. */
const TOLERANCE = 1e-6;

const valueOf = (x: Work, { test }: CovenantTerms, { t, cash }: { readonly t: number; readonly cash: number }): number => {
  if (test === "cash") return cash;
  if (test === "dscr") return yearlyDscr(x, t);
  const debt = debtAt(x, t);
  if (test === "gearing") return debt === 0 ? NaN : debt / (debt + x.paidIn[t]! + preferredAt(x, t));
  if (debt === 0) return NaN;
  return x.ebitdaYear[t]! > 0 ? debt / x.ebitdaYear[t]! : Infinity;
};

/** Cash for debt service over senior service of the last four quarters, those before the first service left out. */
export const yearlyDscr = (x: Pick<Work, "cfads" | "service">, t: number): number => {
  let [cash, service] = [0, 0];
  for (let s = Math.max(0, t - QUARTERS_PER_YEAR + 1); s <= t; s++) {
    if (x.service[s]! === 0) continue;
    cash += x.cfads[s]!;
    service += x.service[s]!;
  }
  return service === 0 ? NaN : cash / service;
};

/** All that is owed on loans, notes and instalments at the end of a quarter. */
const debtAt = (x: Work, t: number): number => {
  let sum = 0;
  for (const i of x.loans) sum += x.balance[i * x.T + t]!;
  return sum;
};

const preferredAt = (x: Work, t: number): number => {
  let sum = 0;
  for (const { i } of x.preferred) sum += x.balance[i * x.T + t]!;
  return sum;
};
