/** A published model as ledger lines, in the words that our own stages use, so that sums over lines compare. */
import { assertLedger, type Ledger, type LedgerLine } from "../../ledger/index.ts";
import { deliveredShare, launchPrice, recovery, timesOf, yearlyCosts, type CostForm } from "./cost-form.ts";
import { answersOf } from "./answers.ts";
import type { Subject } from "./subject.ts";

/**
 * Lines of one kilowatt of IT on each tier that the model has: "unit" for what is bought or launched, "unit-year" for what each part costs in
 * a year, and what a year delivers. Cost over output is the model's answer (engineering, which is per kilowatt delivered, counted by what is delivered).
 */
export const ledgerOf = (subject: Subject): Ledger => assertLedger([...tierLines(subject, subject.forms.orbit, "orbit"), ...tierLines(subject, subject.forms.ground, "ground")]);

const tierLines = (subject: Subject, form: CostForm | undefined, tier: "orbit" | "ground"): Ledger => {
  if (form === undefined) return [];
  const actor = subject.id;
  const line = (id: string, rest: Pick<LedgerLine, "subsystem" | "boundary" | "period" | "quantity" | "unit">): LedgerLine => ({ id: `${actor}/${tier}/${id}`, actor, tier, source: subject.source, ...rest });
  const priced = answersOf(subject.forms).includes(tier);
  return [
    ...form.masses.map((mass) => line(`${mass.id}/mass/${mass.per}`, { subsystem: mass.id, boundary: mass.covers[0], period: "unit", quantity: mass.mass_kg * timesOf(mass, form), unit: "kg" })),
    ...form.prices.map((price) => line(`${price.id}/price`, { subsystem: price.id, boundary: price.covers[0], period: "unit", quantity: price.price_usd * timesOf(price, form), unit: "$" })),
    ...(priced ? form.masses.map((mass) => line(`${mass.id}/launch`, { subsystem: mass.id, boundary: "launch", period: "unit", quantity: mass.mass_kg * mass.charged_frac * timesOf(mass, form) * launchPrice(form), unit: "$" })) : []),
    ...(priced ? yearlyCosts(form).map(({ id, item, usd_per_kW_year }) => line(`${id}/year`, { subsystem: id, boundary: item, period: "unit-year", quantity: usd_per_kW_year, unit: "$" })) : []),
    ...(form.engineering === null ? [] : [line("engineering/year", { subsystem: "engineering", boundary: "operations", period: "unit-year", quantity: form.engineering.usd_per_kW * recovery(form.rate_per_year, form.engineering.life_years) * deliveredShare(form), unit: "$" })]),
    line("output", { subsystem: "it", boundary: "output", period: "unit-year", quantity: deliveredShare(form), unit: "kW-yr" }),
  ];
};
