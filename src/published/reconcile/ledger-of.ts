/** A published model as ledger lines, in the words that our own stages use, so that sums over lines compare. */
import { assertLedger, type Item, type Ledger, type LedgerLine } from "../../ledger/index.ts";
import { deliveredShare, launchPrice, recovery, timesOf, yearlyCosts, type CostForm } from "./cost-form.ts";
import { answersOf } from "./answers.ts";
import { panelInflows } from "./panel-form.ts";
import type { Subject } from "./subject.ts";

/**
 * Lines of one kilowatt of IT on each tier that the model has: "unit" for what is bought or launched, "unit-year" for what each part costs in
 * a year, and what a year delivers. Cost over output is the model's answer (engineering, which is per kilowatt delivered, counted by what is delivered).
 * Of a panel there are the watts that a square metre takes in while it is lit.
 * What a model lumps is a line of its own kind, with all that it covers: it cannot be opened, and stands under none of its items.
 */
export const ledgerOf = (subject: Subject): Ledger => assertLedger([...tierLines(subject, subject.forms.orbit, "orbit"), ...tierLines(subject, subject.forms.ground, "ground"), ...panelLines(subject)]);

const panelLines = ({ id: actor, source, forms: { panel } }: Subject): Ledger => {
  if (panel === undefined) return [];
  const inflows = Object.entries(panelInflows(panel)).filter(([, quantity]) => quantity !== 0);
  return inflows.map(([what, quantity]): LedgerLine => ({ id: `${actor}/orbit/panel/${what}`, actor, tier: "orbit", subsystem: "a square metre of panel", boundary: "heat-rejection", period: "unit", quantity, unit: "W", source }));
};

const tierLines = (subject: Subject, form: CostForm | undefined, tier: "orbit" | "ground"): Ledger => {
  if (form === undefined) return [];
  const actor = subject.id;
  const line = (id: string, rest: Pick<LedgerLine, "subsystem" | "boundary" | "covers" | "period" | "quantity" | "unit">): LedgerLine => ({ id: `${actor}/${tier}/${id}`, actor, tier, source: subject.source, ...rest });
  const of = (covers: readonly Item[]): Pick<LedgerLine, "boundary" | "covers"> => (covers.length === 1 ? { boundary: covers[0]! } : { boundary: "lump", covers });
  const priced = answersOf(subject.forms).includes(tier);
  return [
    ...form.masses.map((mass) => line(`${mass.id}/mass/${mass.per}`, { subsystem: mass.id, ...of(mass.covers), period: "unit", quantity: mass.mass_kg * timesOf(mass, form), unit: "kg" })),
    ...form.prices.map((price) => line(`${price.id}/price`, { subsystem: price.id, ...of(price.covers), period: "unit", quantity: price.price_usd * timesOf(price, form), unit: "$" })),
    ...(priced ? form.masses.map((mass) => line(`${mass.id}/launch`, { subsystem: mass.id, boundary: "launch", period: "unit", quantity: mass.mass_kg * mass.charged_frac * timesOf(mass, form) * launchPrice(form), unit: "$" })) : []),
    ...(priced ? yearlyCosts(form).map(({ id, covers, usd_per_kW_year }) => line(`${id}/year`, { subsystem: id, ...of(covers), period: "unit-year", quantity: usd_per_kW_year, unit: "$" })) : []),
    ...(form.engineering === null ? [] : [line("engineering/year", { subsystem: "engineering", boundary: "operations", period: "unit-year", quantity: form.engineering.usd_per_kW * recovery(form.rate_per_year, form.engineering.life_years) * deliveredShare(form), unit: "$" })]),
    line("output", { subsystem: "it", boundary: "output", period: "unit-year", quantity: deliveredShare(form), unit: "kW-yr" }),
  ];
};
