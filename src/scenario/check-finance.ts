/** What must hold in the finance section: curves of payments are whole. */
import { listOf, type Check } from "./check-rule.ts";

/** Shares that sum to this of one are whole. */
const WHOLE = 1e-6;

/** Payments of a purchase sum to its price, each in a quarter of its own. */
export const spendCurves = ({ scenario, complain, note }: Check): void => {
  listOf(scenario.finance?.spend).forEach((curve, i) => {
    const path = ["finance", "spend", i, "payments"];
    const payments = listOf(curve.payments);
    if (curve.payments !== undefined && payments.length === 0) return complain(path, { found: "a curve without payments", expected: "at least one item in payments", hint: "for example payments: [{id: order, at: -1 yr, share: 30 %}, {id: delivery, at: 0 yr, share: 70 %}]" });
    if (payments.length === 0 || payments.some(({ share_frac }) => share_frac === undefined)) return;
    const sum = payments.reduce((all, { share_frac }) => all + share_frac!, 0);
    if (Math.abs(sum - 1) > WHOLE) complain(path, { found: `shares of ${Number((100 * sum).toPrecision(6))} % in all`, expected: "shares that sum to 100 %", hint: "what is paid on delivery is a payment too: {id: delivery, at: 0 yr, share: ...}" });
    for (const { id, at_yr } of payments) if (at_yr !== undefined && Math.abs(4 * at_yr - Math.round(4 * at_yr)) > WHOLE) note(`finance.spend.${curve.id ?? i}: payment ${id ?? ""} at ${at_yr} yr is told in whole quarters: ${Math.round(4 * at_yr) / 4} yr.`);
  });
};

/** Curves are read in order: one behind a curve that fits all it fits is never taken. */
export const spendOrder = ({ scenario, note }: Check): void => {
  const curves = listOf(scenario.finance?.spend);
  curves.forEach((curve, i) => {
    const before = curves.slice(0, i).find((one) => (one.tier === "any" || one.tier === curve.tier) && (one.item === "any" || one.item === curve.item));
    if (before !== undefined) note(`finance.spend.${curve.id ?? i} is never taken: ${before.id ?? "a curve"} stands before it and fits all that it fits.`);
  });
};
