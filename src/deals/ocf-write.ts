/**
 * A log of securities as files of Open Cap Format (github.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF, schema 1.2.1, read 2026-06-28).
 *
 * Entries become transactions one for one. What the format has no field for stands in `comments` of a stock class, as a line that `readOcf` knows: anti-dilution, and
 * participation without a cap. Numbers have ten decimals at most there: more are rounded. Options come out of one plan, whose reserve is pool and grants. A part of a warrant that is
 * exercised is transferred to its holder first, since there is no exercise in part. Rounds, milestones, board seats and exits have no place in it.
 */
import type { CapState, ClassState, Holder, Promised, Right } from "./company.ts";
import { exact, ZERO, type Exact } from "./exact.ts";
import { applied, commonOf, EMPTY, type Entry } from "./log.ts";

export type OcfObject = Readonly<Record<string, unknown>>;

/** Objects by file, without the manifest, which names files by their MD5. */
export interface OcfFiles {
  readonly issuer: OcfObject;
  readonly asOf: string;
  readonly files: readonly { readonly name: string; readonly list: string; readonly content: OcfObject }[];
}

export interface OcfCompany {
  readonly name: string;
  /** Two letters of ISO 3166. */
  readonly country: string;
  readonly holders: readonly Holder[];
  readonly log: readonly Entry[];
}

export const OCF_VERSION = "1.2.1-alpha+main";
export const COMMENT = "dawndusk ";
export const PLAN = "equity-plan";

const numeric = (value: Exact | number): string => exact(value).toDecimalPlaces(10).toFixed();
const money = (value: Exact | number): OcfObject => ({ amount: numeric(value), currency: "USD" });

/** The manifest of files whose MD5 is known. */
export const ocfManifest = ({ issuer, asOf, files }: OcfFiles, md5: (name: string) => string): OcfObject => ({
  ocf_version: OCF_VERSION, file_type: "OCF_MANIFEST_FILE", issuer, as_of: asOf, generated_at: `${asOf}T00:00:00Z`,
  stock_legend_templates_files: [], vesting_terms_files: [], valuations_files: [],
  ...Object.fromEntries(files.map(({ name, list }) => [list, [{ filepath: `./${name}`, md5: md5(name) }]])),
});

/** The files of a company. */
export const writeOcf = ({ name, country, holders, log }: OcfCompany): OcfFiles => {
  const first = log[0]?.date ?? "1970-01-01";
  const { state, transactions, classes } = log.reduce(written, { state: EMPTY, transactions: [], classes: [], reserved: ZERO, shown: new Map() });
  const file = (title: string, type: string, items: readonly OcfObject[]): OcfFiles["files"][number] => ({ name: `${title}.ocf.json`, list: `${type}_files`, content: { file_type: `OCF_${type.toUpperCase()}_FILE`, items } });
  return {
    issuer: { object_type: "ISSUER", id: "issuer", legal_name: name, formation_date: first, country_of_formation: country },
    asOf: log.at(-1)?.date ?? first,
    files: [
      file("Stakeholders", "stakeholders", stakeholders(holders, log)),
      file("StockClasses", "stock_classes", classes),
      file("StockPlans", "stock_plans", [{ object_type: "STOCK_PLAN", id: PLAN, plan_name: "Options", initial_shares_reserved: "0", stock_class_ids: [commonOf(state).id] }]),
      file("Transactions", "transactions", transactions),
    ],
  };
};

const stakeholders = (holders: readonly Holder[], log: readonly Entry[]): readonly OcfObject[] => {
  const named = new Set(log.flatMap((entry) => (entry.kind === "issue" ? [entry.lot.holder] : entry.kind === "grant" ? [entry.right.holder] : entry.kind === "promise" ? [entry.promised.holder] : [])));
  const all = [...holders, ...[...named].filter((id) => !holders.some((one) => one.id === id)).map((id) => ({ id, name: id, kind: "other" }))];
  return all.map(({ id, name, kind }) => ({ object_type: "STAKEHOLDER", id, name: { legal_name: name === "" ? id : name }, stakeholder_type: kind === "founder" || kind === "employee" ? "INDIVIDUAL" : "INSTITUTION" }));
};

interface Writing {
  readonly state: CapState;
  readonly transactions: readonly OcfObject[];
  readonly classes: readonly OcfObject[];
  /** Of the plan: pool and all that was granted. */
  readonly reserved: Exact;
  /** Names of securities whose rest keeps the first one's name there. */
  readonly shown: ReadonlyMap<string, string>;
}

const written = (before: Writing, entry: Entry): Writing => {
  const state = applied(before.state, entry);
  const id = `tx-${before.transactions.length + 1}`;
  const add = (type: string, more: OcfObject): Writing => ({ ...before, state, transactions: [...before.transactions, { object_type: `TX_${type}`, id, date: entry.date, ...more }] });
  switch (entry.kind) {
    case "class": return { ...before, state, classes: [...before.classes, stockClass(state.classes.at(-1)!, commonOf(state).id)] };
    case "issue": return add("STOCK_ISSUANCE", { ...issuance(entry.lot), stock_class_id: entry.lot.class, share_price: money(entry.lot.price), quantity: numeric(entry.lot.shares), stock_legend_ids: [] });
    case "promise": return add("CONVERTIBLE_ISSUANCE", { ...issuance(entry.promised), ...convertible(entry.promised) });
    case "grant": return granted(before, { entry, state, add });
    case "pool": return pooled(before, { entry, state, add });
    case "close": return closed(before, { entry, add });
    case "split": {
      const reserved = entry.class === commonOf(state).id ? before.reserved.times(entry.ratio) : before.reserved;
      return { ...add("STOCK_CLASS_SPLIT", { stock_class_id: entry.class, split_ratio: { numerator: numeric(entry.ratio), denominator: "1" } }), reserved };
    }
    case "ratio": return add("STOCK_CLASS_CONVERSION_RATIO_ADJUSTMENT", { stock_class_id: entry.class, new_ratio_conversion_mechanism: ratioMechanism(state.classes.find((one) => one.id === entry.class)!) });
  }
};

type Add = (type: string, more: OcfObject) => Writing;

const issuance = ({ id, holder }: { readonly id: string; readonly holder: string }): OcfObject => ({ security_id: id, custom_id: id, stakeholder_id: holder, security_law_exemptions: [] });

const ratioMechanism = ({ ratio, price }: ClassState): OcfObject => ({ type: "RATIO_CONVERSION", ratio: { numerator: numeric(ratio), denominator: "1" }, conversion_price: money(price === null ? 0 : price.div(ratio)), rounding_type: "NORMAL" });

const stockClass = (one: ClassState, common: string): OcfObject => ({
  object_type: "STOCK_CLASS", id: one.id, name: one.id, class_type: one.kind.toUpperCase(), default_id_prefix: `${one.id}-`, initial_shares_authorized: "UNLIMITED",
  votes_per_share: numeric(one.votes), seniority: numeric(one.seniority),
  ...(one.price === null ? {} : { price_per_share: money(one.price) }),
  ...(one.kind === "common" ? {} : {
    conversion_rights: [{ type: "STOCK_CLASS_CONVERSION_RIGHT", conversion_mechanism: ratioMechanism(one), converts_to_stock_class_id: common }],
    liquidation_preference_multiple: numeric(one.preference),
    ...(one.participation === "capped" ? { participation_cap_multiple: numeric(one.cap!) } : {}),
    comments: [`${COMMENT}${JSON.stringify({ participation: one.participation, antiDilution: one.antiDilution })}`],
  }),
});

const convertible = (one: Promised): OcfObject => ({
  investment_amount: money(one.amount), convertible_type: one.form === "note" ? "NOTE" : "SAFE", seniority: 1,
  conversion_triggers: [{
    type: "AUTOMATIC_ON_CONDITION", trigger_id: `${one.id}-round`, trigger_condition: "the next priced round",
    conversion_right: { type: "CONVERTIBLE_CONVERSION_RIGHT", conversion_mechanism: one.form === "note" ? noteMechanism(one) : safeMechanism(one), converts_to_future_round: true },
  }],
});

const priceTerms = ({ cap, discount }: Promised): OcfObject => ({ ...(cap === null ? {} : { conversion_valuation_cap: money(cap) }), ...(discount.isZero() ? {} : { conversion_discount: numeric(discount) }) });
const safeMechanism = (one: Promised): OcfObject => ({ type: "SAFE_CONVERSION", conversion_mfn: false, conversion_timing: one.form === "post-money safe" ? "POST_MONEY" : "PRE_MONEY", ...priceTerms(one) });
const noteMechanism = (one: Promised): OcfObject => ({
  type: "CONVERTIBLE_NOTE_CONVERSION", interest_rates: [{ rate: numeric(one.interest), accrual_start_date: one.date }], day_count_convention: "ACTUAL_365", interest_payout: "DEFERRED", interest_accrual_period: "DAILY", compounding_type: "SIMPLE", ...priceTerms(one),
});

/** What is left of an option keeps the security that it was. */
const granted = (before: Writing, { entry, state, add }: { readonly entry: Extract<Entry, { readonly kind: "grant" }>; readonly state: CapState; readonly add: Add }): Writing => {
  const { right } = entry;
  if (before.shown.has(right.id)) return { ...before, state };
  const terms = { exercise_price: money(right.strike), quantity: numeric(right.shares) };
  if (right.of === "warrant") return add("WARRANT_ISSUANCE", { ...issuance(right), ...terms, purchase_price: money(0), exercise_triggers: [warrantTrigger(right)] });
  return add("EQUITY_COMPENSATION_ISSUANCE", { ...issuance(right), ...terms, stock_plan_id: PLAN, stock_class_id: right.class, compensation_type: "OPTION", expiration_date: null, termination_exercise_windows: [] });
};

const warrantTrigger = ({ id, shares, class: to }: Right): OcfObject => ({
  type: "ELECTIVE_AT_WILL", trigger_id: `${id}-exercise`,
  conversion_right: { type: "WARRANT_CONVERSION_RIGHT", conversion_mechanism: { type: "FIXED_AMOUNT_CONVERSION", converts_to_quantity: numeric(shares) }, converts_to_stock_class_id: to },
});

/** A grant takes from the pool what it adds to what is granted: the plan's reserve moves by the rest alone. */
const pooled = (before: Writing, { entry, state, add }: { readonly entry: Extract<Entry, { readonly kind: "pool" }>; readonly state: CapState; readonly add: Add }): Writing => {
  if (entry.change.lt(0)) return { ...before, state };
  const reserved = before.reserved.plus(entry.change);
  return { ...add("STOCK_PLAN_POOL_ADJUSTMENT", { stock_plan_id: PLAN, shares_reserved: numeric(reserved) }), reserved };
};

const closed = (before: Writing, { entry, add }: { readonly entry: Extract<Entry, { readonly kind: "close" }>; readonly add: Add }): Writing => {
  const security_id = before.shown.get(entry.id) ?? entry.id;
  const results = { security_id, resulting_security_ids: [...entry.results] };
  const balance = entry.rest === null ? {} : { balance_security_id: entry.rest };
  const right = before.state.rights.find(({ id }) => id === entry.id);
  if (right?.of === "option") {
    const done = add("EQUITY_COMPENSATION_EXERCISE", { ...results, quantity: numeric(entry.shares) });
    return entry.rest === null ? done : { ...done, shown: new Map([...before.shown, [entry.rest, security_id]]) };
  }
  if (right?.of === "warrant") return entry.rest === null ? add("WARRANT_EXERCISE", { ...results, trigger_id: `${security_id}-exercise` }) : warrantInPart({ entry, right, add });
  if (before.state.promised.some(({ id }) => id === entry.id)) return add("CONVERTIBLE_CONVERSION", { ...results, trigger_id: `${security_id}-round`, reason_text: `${entry.why}: ${entry.event}` });
  if (entry.why === "conversion") return add("STOCK_CONVERSION", { ...results, ...balance, quantity_converted: numeric(entry.shares) });
  if (entry.why === "cancellation") return add("STOCK_CANCELLATION", { security_id, ...balance, quantity: numeric(entry.shares), reason_text: entry.event });
  return add("STOCK_TRANSFER", { ...results, ...balance, quantity: numeric(entry.shares) });
};

/** The part that is exercised becomes a warrant of its own first. */
const warrantInPart = ({ entry, right, add }: { readonly entry: Extract<Entry, { readonly kind: "close" }>; readonly right: Right; readonly add: Add }): Writing => {
  const part = { ...right, id: `${right.id}-${entry.event}`, shares: entry.shares };
  const moved = add("WARRANT_TRANSFER", { security_id: right.id, quantity: numeric(entry.shares), resulting_security_ids: [part.id], balance_security_id: entry.rest });
  const base = moved.transactions.at(-1)!;
  const next = { date: entry.date };
  return { ...moved, transactions: [
    ...moved.transactions,
    { object_type: "TX_WARRANT_ISSUANCE", id: `${String(base["id"])}-part`, ...next, ...issuance(part), exercise_price: money(part.strike), quantity: numeric(part.shares), purchase_price: money(0), exercise_triggers: [warrantTrigger(part)] },
    { object_type: "TX_WARRANT_EXERCISE", id: `${String(base["id"])}-exercise`, ...next, security_id: part.id, trigger_id: `${part.id}-exercise`, resulting_security_ids: [...entry.results] },
  ] };
};
