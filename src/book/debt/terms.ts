/** Terms of a capital stack as inputs, each under a name. Quarters are places: 0 is the sheet's first. */
import type { CovenantTerms, Instrument, Joined, Stack } from "../../capital/index.ts";
import type { Inputs } from "../list.ts";
import { NO_LIMIT, orNever, type Format } from "../model.ts";

/** Names of an instrument's terms, by the field of the stack. */
export type Names = Readonly<Record<string, string>>;

export interface StackNames {
  readonly openingCash: string;
  readonly openingShares: string;
  readonly minCash: string;
  readonly gearingMax: string | null;
  readonly sweep: string;
  readonly payout: string;
  readonly payoutFrom: string;
  readonly instruments: readonly Names[];
  /** By instrument of the stack as it was: its loan's place among `instruments`, and its part of it; null where it is all of it. */
  readonly parts: readonly { readonly at: number; readonly share: string | null }[];
  readonly covenants: readonly { readonly bound: string; readonly from: string; readonly until: string }[];
}

interface Field {
  readonly key: string;
  readonly value: number;
  readonly label: string;
  readonly unit: string;
  readonly format?: Format;
}

const dollars = (key: string, value: number, label: string): Field => ({ key, value: value === Infinity ? NO_LIMIT : value, label, unit: "$", format: value === Infinity ? "factor" : "usd" });
const rate = (key: string, value: number, label: string): Field => ({ key, value, label, unit: "1/yr", format: "frac" });
const share = (key: string, value: number, label: string): Field => ({ key, value, label, unit: "1", format: "frac" });
const place = (key: string, value: number, label: string): Field => ({ key, value: orNever(value), label, unit: "place", format: "factor" });
const number = (key: string, value: number, label: string, unit: string): Field => ({ key, value, label, unit, format: "factor" });

const windowFields = ({ from, until }: { readonly from: number; readonly until: number }): readonly Field[] => [place("from", from, "first quarter it may be drawn in"), place("until", until, "last quarter it may be drawn in")];

const fieldsOf = (one: Instrument): readonly Field[] => {
  const limit = dollars("limit", one.limit_usd, one.limit_usd === Infinity ? "most that may be drawn (1E+30: no limit)" : "most that may be drawn");
  switch (one.kind) {
    case "equity": return [limit, ...windowFields(one.window)];
    case "preferred": return [limit, ...windowFields(one.window), rate("rate", one.dividend_per_yr, "dividend"), place("redemption", one.redemption, "bought back from")];
    case "convertible": return [limit, ...windowFields(one.window), rate("rate", one.rate_per_yr, "interest"), place("converts", one.converts, "converts in"), place("maturity", one.maturity, "due in"), share("fee", one.upfrontFee_frac, "fee of what is drawn")];
    case "debt": return [
      limit, ...windowFields(one.window), ...(isConstant(one.rate_per_yr) ? [rate("rate", one.rate_per_yr[0]!, "interest")] : []), place("capitaliseUntil", one.capitaliseUntil, "interest is added to the loan before"),
      place("repayFrom", one.repayFrom, "repayment from"), place("maturity", one.maturity, "due in"), ...(one.dscr === null ? [] : [number("dscr", one.dscr, "least DSCR that it is sculpted to", "1")]),
      rate("commitmentFee", one.commitmentFee_per_yr, "fee on what is not drawn"), share("fee", one.upfrontFee_frac, "fee of what is drawn"), number("reserve", one.reserve_quarters, "quarters of service kept in reserve", "quarter"),
    ];
    case "vendor": case "lease": return [limit, ...windowFields(one.window), share("share", one.share_frac, "share of purchases"), rate("rate", one.rate_per_yr, "interest"), number("term", one.term_quarters, "instalments", "quarter"), share("residual", one.residual_frac, "left to pay at the end")];
    case "prepayment": return [dollars("limit", one.limit_usd, "paid ahead"), place("paidAt", one.paidAt, "paid in"), place("servedFrom", one.servedFrom, "served from"), share("share", one.share_frac, "share of the class's revenue that it pays"), rate("rate", one.rate_per_yr, "growth of what is owed")];
  }
};

export const isConstant = (values: readonly number[]): boolean => values.every((value) => value === values[0]);

const headingOf = (one: Instrument): string => `${one.id} (${one.kind}${"rank" in one ? `, ${one.rank}` : ""}${one.kind === "debt" ? `, ${one.repayment}` : ""})`;

const putField = (inputs: Inputs, { id }: Instrument, { key, value, label, unit, format }: Field, words: number | { readonly formula: string } = value): string =>
  inputs.put(`${id}_${key}`, words, { label: `${id}: ${label}`, unit, source: `capital, ${id}`, ...(format !== undefined && { format }) });

const namesOf = (inputs: Inputs, one: Instrument): Names => {
  inputs.heading(headingOf(one));
  return Object.fromEntries(fieldsOf(one).map((field) => [field.key, putField(inputs, one, field)]));
};

/** Loans of equal terms as one: an amount each, and one set of terms. */
const joinedNames = (inputs: Inputs, whole: Instrument, members: readonly Instrument[]): { readonly names: Names; readonly shares: readonly string[] } => {
  inputs.heading(`${headingOf(whole)}: equal terms, one loan`);
  const limits = members.map((one) => putField(inputs, one, fieldsOf(one)[0]!));
  const all = limits.join("+");
  const shares = members.map((one, k) => putField(inputs, one, share("part", 0, "part of the loan"), { formula: `IF(${all}=0,1/${members.length},${limits[k]}/(${all}))` }));
  return { names: Object.fromEntries(fieldsOf(whole).map((field, k) => [field.key, putField(inputs, whole, field, k === 0 ? { formula: all } : field.value)])), shares };
};

const instrumentNames = (inputs: Inputs, stack: Stack, joined: Joined | null): Pick<StackNames, "instruments" | "parts"> => {
  if (joined === null) return { instruments: stack.instruments.map((one) => namesOf(inputs, one)), parts: stack.instruments.map((_, at) => ({ at, share: null })) };
  const shareOf = new Map<number, string>();
  const instruments = joined.stack.instruments.map((whole, at) => {
    const places = joined.parts.flatMap((part, i) => (part.at === at ? [i] : []));
    if (places.length === 1) return namesOf(inputs, whole);
    const { names, shares } = joinedNames(inputs, whole, places.map((i) => stack.instruments[i]!));
    places.forEach((i, k) => shareOf.set(i, shares[k]!));
    return names;
  });
  return { instruments, parts: joined.parts.map(({ at }, i) => ({ at, share: shareOf.get(i) ?? null })) };
};

const COVENANT_UNIT: Readonly<Record<CovenantTerms["test"], string>> = { dscr: "1", gearing: "1", "debt-to-ebitda": "yr", cash: "$" };

/** `joined`: the stack with loans of equal terms as one, null where none are alike. */
export const stackInputs = (inputs: Inputs, stack: Stack, joined: Joined | null): StackNames => {
  inputs.heading("Capital stack");
  const put = (name: string, value: number, label: string, unit: string, format: Format): string => inputs.put(name, value, { label, unit, source: "capital", format });
  return {
    openingCash: put("opening_cash_usd", stack.openingCash_usd, "cash at the start", "$", "usd"),
    openingShares: put("opening_shares", stack.openingShares, "shares at the start", "", "number"),
    minCash: put("least_cash_usd", stack.minCash_usd, "least cash that is kept", "$", "usd"),
    gearingMax: stack.gearingMax_frac === null ? null : put("gearing_max_frac", stack.gearingMax_frac, "most debt of debt and equity", "1", "frac"),
    sweep: put("sweep_frac", stack.sweep_frac, "share of surplus that repays debt early", "1", "frac"),
    payout: put("payout_frac", stack.payout_frac, "share of what is left that shareholders get", "1", "frac"),
    payoutFrom: put("payout_from", orNever(stack.payoutFrom), "paid out from", "place", "factor"),
    ...instrumentNames(inputs, stack, joined),
    covenants: stack.covenants.map(({ id, test, bound, window: { from, until } }) => ({
      bound: put(`${id}_bound`, bound, `covenant ${id}: ${test}, bound`, COVENANT_UNIT[test], "number"), from: put(`${id}_from`, orNever(from), `covenant ${id}: tested from`, "place", "factor"), until: put(`${id}_until`, orNever(until), `covenant ${id}: tested until`, "place", "factor"),
    })),
  };
};
