/**
 * What owners leave in the company, by the pass before: cash that the coming `keepAhead` needs beyond what it brings, and what customers paid ahead for and
 * are never served in the quarters that are counted.
 *
 *   need(s) = purchases in cash + commitments + service due + fees on what is not drawn + change of the reserve - cash for debt service - sold at the end - paid ahead
 *   keep(t) = max(0, most of the sums of need over t+1 .. t+k, k up to keepAhead) + what prepayments still owe at the end, once they are paid
 */
import type { Work } from "../columns.ts";

/** Fills `keep` from the columns of the last pass, and returns the largest difference to what stood there, relative to the largest of it. */
export const keepBack = (x: Work): number => {
  const need = x.business.quarters.map((_, t) => needAt(x, t));
  let [moved, scale] = [0, 0];
  for (let t = 0; t < x.T; t++) {
    const keep = mostAhead(need, { t, ahead: x.stack.keepAhead_quarters }) + neverServed(x, t);
    moved = Math.max(moved, Math.abs(keep - x.keep[t]!));
    scale = Math.max(scale, keep);
    x.keep[t] = keep;
  }
  return scale === 0 ? moved : moved / scale;
};

const needAt = (x: Work, t: number): number => {
  let need = x.capexCash[t]! + x.promised[t]! + x.target[t]! - (t === 0 ? 0 : x.target[t - 1]!) - x.cfads[t]! - x.business.proceeds_usd[t]!;
  for (const i of x.loans) need += x.due[i * x.T + t]! + x.commitmentFee[i * x.T + t]!;
  for (const { i } of x.prepaid) need -= x.drawn[i * x.T + t]!;
  return need;
};

const mostAhead = (need: readonly number[], { t, ahead }: { readonly t: number; readonly ahead: number }): number => {
  let [sum, most] = [0, 0];
  for (let s = t + 1; s <= Math.min(t + ahead, need.length - 1); s++) {
    sum += need[s]!;
    most = Math.max(most, sum);
  }
  return most;
};

const neverServed = (x: Work, t: number): number => {
  let owed = 0;
  for (const { i, one } of x.prepaid) if (t >= one.paidAt) owed += x.balance[(i + 1) * x.T - 1]!;
  return owed;
};
