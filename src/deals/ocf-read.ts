/**
 * Files of Open Cap Format as a log of securities.
 *
 * Read: classes, stakeholders, plans, and every transaction that changes who holds how much of stock, convertibles, options and warrants. Acceptances, vesting, authorised
 * numbers and legends change no share and are counted in `withoutEffect`. What changes a share and is not read (share-settled units, other currencies, custom
 * conversion) is named in `unsupported` with its reason: a table that has any is not whole, and says so.
 */
import type { Holder, Promised, Right } from "./company.ts";
import { exact, ONE, ZERO, type Exact } from "./exact.ts";
import type { Closing, Entry } from "./log.ts";
import { COMMENT, type OcfObject } from "./ocf-write.ts";

export interface Unsupported {
  readonly id: string;
  readonly type: string;
  readonly why: string;
}

export interface ReadOcf {
  readonly company: string;
  readonly holders: readonly Holder[];
  readonly log: readonly Entry[];
  readonly unsupported: readonly Unsupported[];
  readonly withoutEffect: Readonly<Record<string, number>>;
}

/** A field of an object that is another type than the format says. */
export class OcfError extends Error {}

const text = (object: OcfObject, name: string): string => {
  const value = object[name];
  if (typeof value !== "string") throw new OcfError(`${String(object["object_type"])} ${String(object["id"])}: ${name} is no text`);
  return value;
};
const maybeText = (object: OcfObject, name: string): string | null => (object[name] === undefined || object[name] === null ? null : text(object, name));
const isObject = (value: unknown): value is OcfObject => typeof value === "object" && value !== null && !Array.isArray(value);
const inside = (object: OcfObject, name: string): OcfObject => {
  const value = object[name];
  if (!isObject(value)) throw new OcfError(`${String(object["object_type"])} ${String(object["id"])}: ${name} is missing`);
  return value;
};
const listIn = (object: OcfObject, name: string): readonly unknown[] => {
  const value = object[name];
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
};
const texts = (object: OcfObject, name: string): readonly string[] => listIn(object, name).filter((one): one is string => typeof one === "string");
const number = (object: OcfObject, name: string): Exact => exact(text(object, name), name);

class Unread extends Error {}

const dollars = (object: OcfObject, name: string): Exact => {
  const amount = inside(object, name);
  if (amount["currency"] !== "USD") throw new Unread(`its ${name} is in ${String(amount["currency"])}: only dollars are read`);
  return number(amount, "amount");
};
const ratio = (object: OcfObject): Exact => number(object, "numerator").div(number(object, "denominator"));

interface Reading {
  readonly log: Entry[];
  readonly unsupported: Unsupported[];
  readonly withoutEffect: Map<string, number>;
  readonly reserved: Map<string, Exact>;
  readonly rights: Map<string, Right>;
  /** Securities that stand, and classes. */
  readonly open: Set<string>;
  readonly classes: Set<string>;
}

/** Reads the objects of all files; `issuer` is the manifest's. Throws OcfError for an object that is not what the format says. */
export const readOcf = (issuer: OcfObject, objects: readonly OcfObject[]): ReadOcf => {
  const of = (type: string): readonly OcfObject[] => objects.filter((one) => one["object_type"] === type);
  const transactions = objects.filter((one) => /^(TX|CE)_/.test(String(one["object_type"]))).toSorted((a, b) => (text(a, "date") < text(b, "date") ? -1 : text(a, "date") > text(b, "date") ? 1 : 0));
  const first = transactions.length === 0 ? "1970-01-01" : text(transactions[0]!, "date");
  const reading: Reading = { log: [], unsupported: [], withoutEffect: new Map(), reserved: new Map(), rights: new Map(), open: new Set(), classes: new Set() };
  attempt(reading, of("STOCK_CLASS"), (one) => {
    reading.log.push(classEntry(one, first));
    reading.classes.add(text(one, "id"));
  });
  attempt(reading, of("STOCK_PLAN"), (plan) => reserve(reading, { plan: text(plan, "id"), to: number(plan, "initial_shares_reserved"), date: first, event: "plan" }));
  attempt(reading, transactions, (one) => read(reading, one));
  return {
    company: text(issuer, "legal_name"),
    holders: of("STAKEHOLDER").map((one) => ({ id: text(one, "id"), name: text(inside(one, "name"), "legal_name"), kind: one["stakeholder_type"] === "INDIVIDUAL" ? "founder" : "investor" })),
    log: reading.log, unsupported: reading.unsupported, withoutEffect: Object.fromEntries(reading.withoutEffect),
  };
};

/** What cannot be read is named, and the rest is read. */
const attempt = (reading: Reading, objects: readonly OcfObject[], work: (one: OcfObject) => void): void => {
  for (const one of objects) {
    try {
      work(one);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      reading.unsupported.push({ id: text(one, "id"), type: text(one, "object_type"), why: error.message });
    }
  }
};

const OURS = { participation: ["none", "full", "capped"], antiDilution: ["none", "broad-based", "full-ratchet"] } as const;

const remark = (one: OcfObject): Readonly<Record<string, unknown>> => {
  const found = texts(one, "comments").find((comment) => comment.startsWith(`${COMMENT}{`));
  if (found === undefined) return {};
  const value: unknown = JSON.parse(found.slice(COMMENT.length));
  return isObject(value) ? value : {};
};
const oneOf = <T extends string>(words: readonly T[], value: unknown): T | undefined => words.find((word) => word === value);

const classEntry = (one: OcfObject, date: string): Entry => {
  const kind = one["class_type"] === "COMMON" ? "common" : "preferred";
  const said = remark(one);
  const cap = kind === "common" || maybeText(one, "participation_cap_multiple") === null ? null : number(one, "participation_cap_multiple").toNumber();
  const right = listIn(one, "conversion_rights").find(isObject);
  const mechanism = right === undefined ? undefined : inside(right, "conversion_mechanism");
  if (mechanism !== undefined && mechanism["type"] !== "RATIO_CONVERSION") throw new Unread(`it converts by ${String(mechanism["type"])}`);
  const price = one["price_per_share"] === undefined ? null : dollars(one, "price_per_share");
  return {
    kind: "class", date, event: "classes", price: kind === "common" ? null : price, ratio: mechanism === undefined ? ONE : ratio(inside(mechanism, "ratio")),
    class: {
      id: text(one, "id"), kind, votes: number(one, "votes_per_share").toNumber(), seniority: number(one, "seniority").toNumber(), cap,
      preference: kind === "common" ? 0 : maybeText(one, "liquidation_preference_multiple") === null ? 1 : number(one, "liquidation_preference_multiple").toNumber(),
      participation: oneOf(OURS.participation, said["participation"]) ?? (cap === null ? "none" : "capped"), antiDilution: oneOf(OURS.antiDilution, said["antiDilution"]) ?? "none",
    },
  };
};

/** A plan's reserve is pool and grants: what it grows by goes to the pool. */
const reserve = (reading: Reading, { plan, to, date, event }: { readonly plan: string; readonly to: Exact; readonly date: string; readonly event: string }): void => {
  const before = reading.reserved.get(plan) ?? ZERO;
  reading.reserved.set(plan, to);
  if (!to.eq(before)) reading.log.push({ kind: "pool", date, event, change: to.minus(before) });
  else if (event !== "plan") idle(reading, "TX_STOCK_PLAN_POOL_ADJUSTMENT");
};

const idle = ({ withoutEffect }: Reading, type: string): void => void withoutEffect.set(type, (withoutEffect.get(type) ?? 0) + 1);

const WITHOUT_EFFECT = /^CE_|^TX_((STOCK|CONVERTIBLE|WARRANT|EQUITY_COMPENSATION|PLAN_SECURITY)_ACCEPTANCE|VESTING_.*|(ISSUER|STOCK_CLASS)_AUTHORIZED_SHARES_ADJUSTMENT)$/;

const read = (reading: Reading, one: OcfObject): void => {
  const type = text(one, "object_type").replace("PLAN_SECURITY", "EQUITY_COMPENSATION");
  const at = { date: text(one, "date"), event: text(one, "id") };
  if (WITHOUT_EFFECT.test(type)) {
    idle(reading, type);
    return;
  }
  switch (type) {
    case "TX_STOCK_ISSUANCE":
      opens(reading, one, text(one, "stock_class_id"));
      reading.log.push({ ...at, kind: "issue", lot: { id: text(one, "security_id"), holder: text(one, "stakeholder_id"), class: text(one, "stock_class_id"), shares: number(one, "quantity"), price: dollars(one, "share_price") } });
      return;
    case "TX_CONVERTIBLE_ISSUANCE": {
      const promised = promisedOf(one);
      opens(reading, one, null);
      reading.log.push({ ...at, kind: "promise", promised });
      return;
    }
    case "TX_WARRANT_ISSUANCE": grant(reading, at, { one, right: warrantOf(one), plan: null }); return;
    case "TX_EQUITY_COMPENSATION_ISSUANCE": grant(reading, at, { one, right: optionOf(one, reading), plan: maybeText(one, "stock_plan_id") }); return;
    case "TX_EQUITY_COMPENSATION_EXERCISE": exercise(reading, at, one); return;
    case "TX_STOCK_CLASS_SPLIT": split(reading, at, { class: text(one, "stock_class_id"), by: ratio(inside(one, "split_ratio")) }); return;
    case "TX_STOCK_CLASS_CONVERSION_RATIO_ADJUSTMENT": reading.log.push({ ...at, kind: "ratio", class: text(one, "stock_class_id"), ratio: ratio(inside(inside(one, "new_ratio_conversion_mechanism"), "ratio")) }); return;
    case "TX_STOCK_PLAN_POOL_ADJUSTMENT": reserve(reading, { plan: text(one, "stock_plan_id"), to: number(one, "shares_reserved"), ...at }); return;
    case "TX_STOCK_PLAN_RETURN_TO_POOL": reading.log.push({ ...at, kind: "pool", change: number(one, "quantity") }); return;
    case "TX_STOCK_CONSOLIDATION":
      for (const id of texts(one, "security_ids")) {
        closes(reading, id);
        reading.log.push({ ...at, kind: "close", id, why: "transfer", shares: ZERO, results: [text(one, "resulting_security_id")], rest: null });
      }
      return;
    default: close(reading, at, { one, type });
  }
};

const commonIn = ({ log }: Reading): string => {
  const found = log.find((entry) => entry.kind === "class" && entry.class.kind === "common");
  return found?.kind === "class" ? found.class.id : "";
};

/** Of the first common class the plans' reserves split as well, and of every class what may be exercised of it. */
const split = (reading: Reading, at: At, { class: id, by }: { readonly class: string; readonly by: Exact }): void => {
  if (!reading.classes.has(id)) throw new Unread(`its class ${id} is not read`);
  reading.log.push({ ...at, kind: "split", class: id, ratio: by });
  if (id === commonIn(reading)) for (const [plan, shares] of reading.reserved) reading.reserved.set(plan, shares.times(by));
  for (const [name, right] of reading.rights) if (right.class === id) reading.rights.set(name, { ...right, shares: right.shares.times(by), strike: right.strike.div(by) });
};

interface At {
  readonly date: string;
  readonly event: string;
}

const CLOSINGS: Readonly<Record<string, Closing>> = { TRANSFER: "transfer", CONVERSION: "conversion", EXERCISE: "exercise", CANCELLATION: "cancellation", REPURCHASE: "cancellation", RETRACTION: "cancellation", REISSUANCE: "transfer" };

const close = (reading: Reading, at: At, { one, type }: { readonly one: OcfObject; readonly type: string }): void => {
  const why = CLOSINGS[type.split("_").at(-1)!];
  if (why === undefined) throw new Unread("what it does to shares is not read");
  if (maybeText(one, "split_transaction_id") !== null) throw new Unread("it issues shares of a split anew, which the split has multiplied already");
  closes(reading, text(one, "security_id"));
  const shares = maybeText(one, "quantity") ?? maybeText(one, "quantity_converted");
  reading.log.push({ ...at, kind: "close", id: text(one, "security_id"), why, shares: shares === null ? ZERO : exact(shares), results: texts(one, "resulting_security_ids"), rest: maybeText(one, "balance_security_id") });
};

const opens = ({ open, classes }: Reading, one: OcfObject, on: string | null): void => {
  const id = text(one, "security_id");
  if (on !== null && !classes.has(on)) throw new Unread(`its class ${on} is not read`);
  if (open.has(id)) throw new Unread(`security ${id} stands already`);
  open.add(id);
};

const closes = ({ open }: Reading, id: string): void => {
  if (!open.delete(id)) throw new Unread(`security ${id} does not stand, or is not read`);
};

const grant = (reading: Reading, at: At, { one, right, plan }: { readonly one: OcfObject; readonly right: Right; readonly plan: string | null }): void => {
  opens(reading, one, right.class);
  reading.rights.set(right.id, right);
  if (plan !== null && right.of === "option") reading.log.push({ ...at, kind: "pool", change: right.shares.negated() });
  reading.log.push({ ...at, kind: "grant", right });
};

/** An exercise in part leaves the security open there: here it closes, and the rest is granted anew. */
const exercise = (reading: Reading, at: At, one: OcfObject): void => {
  const [id, shares] = [text(one, "security_id"), number(one, "quantity")];
  const right = reading.rights.get(id);
  if (right === undefined) throw new Unread(`security ${id} does not stand, or is not read`);
  const left = right.shares.minus(shares);
  const rest = left.isZero() ? null : { ...right, id: `${right.id}~`, shares: left };
  reading.log.push({ ...at, kind: "close", id: right.id, why: "exercise", shares, results: texts(one, "resulting_security_ids"), rest: rest === null ? null : rest.id });
  if (rest === null) {
    reading.rights.delete(id);
    reading.open.delete(id);
    return;
  }
  reading.rights.set(id, rest);
  reading.log.push({ ...at, kind: "grant", right: rest });
};

const optionOf = (one: OcfObject, reading: Reading): Right => {
  if (!text(one, "compensation_type").startsWith("OPTION")) throw new Unread(`${text(one, "compensation_type")} are settled in shares or money: only options are read`);
  const on = maybeText(one, "stock_class_id") ?? commonIn(reading);
  return { id: text(one, "security_id"), holder: text(one, "stakeholder_id"), of: "option", class: on, shares: number(one, "quantity"), strike: dollars(one, "exercise_price") };
};

const warrantOf = (one: OcfObject): Right => {
  const trigger = listIn(one, "exercise_triggers").find(isObject);
  const right = trigger === undefined ? undefined : inside(trigger, "conversion_right");
  const mechanism = right === undefined ? undefined : inside(right, "conversion_mechanism");
  const on = right === undefined ? null : maybeText(right, "converts_to_stock_class_id");
  const fixed = mechanism?.["type"] === "FIXED_AMOUNT_CONVERSION" ? number(mechanism, "converts_to_quantity") : null;
  const shares = maybeText(one, "quantity") === null ? fixed : number(one, "quantity");
  if (on === null || shares === null || one["exercise_price"] === undefined) throw new Unread("a warrant without a number of shares of a class at a price");
  return { id: text(one, "security_id"), holder: text(one, "stakeholder_id"), of: "warrant", class: on, shares, strike: dollars(one, "exercise_price") };
};

const promisedOf = (one: OcfObject): Promised => {
  const trigger = listIn(one, "conversion_triggers").find(isObject);
  const mechanism = trigger === undefined ? undefined : inside(inside(trigger, "conversion_right"), "conversion_mechanism");
  const type = mechanism?.["type"];
  if (mechanism === undefined || (type !== "SAFE_CONVERSION" && type !== "CONVERTIBLE_NOTE_CONVERSION")) throw new Unread(`it converts by ${String(type)}`);
  if (mechanism["conversion_mfn"] === true) throw new Unread("it takes the terms of later ones (most favoured)");
  const rates = listIn(mechanism, "interest_rates").filter(isObject);
  if (rates.length > 1 || (rates.length === 1 && (mechanism["compounding_type"] !== "SIMPLE" || mechanism["day_count_convention"] !== "ACTUAL_365"))) throw new Unread("its interest compounds, changes, or counts days otherwise: simple interest over actual days is read");
  return {
    id: text(one, "security_id"), holder: text(one, "stakeholder_id"), date: rates.length === 1 ? text(rates[0]!, "accrual_start_date") : text(one, "date"),
    form: type === "CONVERTIBLE_NOTE_CONVERSION" ? "note" : mechanism["conversion_timing"] === "PRE_MONEY" ? "pre-money safe" : "post-money safe",
    amount: dollars(one, "investment_amount"), cap: mechanism["conversion_valuation_cap"] === undefined ? null : dollars(mechanism, "conversion_valuation_cap"),
    discount: maybeText(mechanism, "conversion_discount") === null ? ZERO : exact(text(mechanism, "conversion_discount")), interest: rates.length === 1 ? number(rates[0]!, "rate") : ZERO,
  };
};
