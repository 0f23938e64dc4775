/** What stands in a company read from Open Cap Format, as the `deals` section of a scenario: each security by its number, on its quarter; what happened before is not in it. */
import { formatQuarter } from "../units/index.ts";
import type { ClassState, Lot } from "./company.ts";
import { sumOf, type Exact } from "./exact.ts";
import { stateOf } from "./log.ts";
import type { ReadOcf } from "./ocf-read.ts";
import { quarterOf } from "./deals.ts";

/** Ids that a scenario can name: words of the name, made one of a kind. */
const namer = (): ((name: string) => string) => {
  const seen = new Map<string, number>();
  return (name) => {
    const word = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    const base = word === "" ? "unnamed" : word;
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    return n === 1 ? base : `${base}-${n}`;
  };
};

type Fields = Readonly<Record<string, string | number | null>>;

const flow = (fields: Fields): string => `{ ${Object.entries(fields).filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value}`).join(", ")} }`;
const quoted = (value: string): string => JSON.stringify(value);
const plain = (value: Exact): string => value.toSignificantDigits(15).toFixed();
const usd = (value: Exact): string => `${plain(value)} $`;

const listText = (name: string, rows: readonly Fields[]): readonly string[] => (rows.length === 0 ? [] : [`  ${name}:`, ...rows.map((row) => `    - ${flow(row)}`)]);

/** YAML text; `buyer` is a holder of its own who has nothing yet. */
export const ocfScenario = (read: ReadOcf): string => {
  const state = stateOf(read.log);
  const id = namer();
  const holders = new Map(read.holders.map((one) => [one.id, id(one.name)]));
  const who = (holder: string): string => holders.get(holder) ?? quoted(holder);
  const at = datesOf(read);
  const classes = pricedClasses(state.classes, state.lots);
  const classId = new Map(classes.map(({ one, price }) => [key(one.id, price), id(one.id)]));
  const first = (of: string): string => classId.get(key(of, null)) ?? [...classId].find(([name]) => name.startsWith(`${of} `))![1];
  const granted = sumOf(state.rights.filter(({ of }) => of === "option").map(({ shares }) => shares));
  const founding = formatQuarter(Math.min(...at.values(), quarterOf("9999-01-01")));
  const when = (security: string): string => formatQuarter(at.get(security)!);
  const lines = [
    "deals:", `  company: ${quoted(read.company)}`, "  buyer: buyer",
    ...listText("holders", [...read.holders.map((one) => ({ id: who(one.id), name: quoted(one.name), kind: one.kind })), { id: "buyer", name: quoted("The buyer"), kind: "strategic" }]),
    ...listText("classes", classes.map(({ one, price }) => classFields(classId.get(key(one.id, price))!, one))),
    ...listText("issues", state.lots.map((lot) => ({ id: id(lot.id), at: when(lot.id), holder: who(lot.holder), class: classOfLot(lot, classId, state.classes), shares: plain(lot.shares), price: usd(lot.price) }))),
    ...listText("pool", state.pool.plus(granted).gt(0) ? [{ id: "plan", at: founding, shares: plain(state.pool.plus(granted)) }] : []),
    ...listText("grants", state.rights.filter(({ of }) => of === "option").map((one) => ({ id: id(one.id), at: when(one.id), holder: who(one.holder), class: first(one.class), shares: plain(one.shares), strike: usd(one.strike) }))),
    ...listText("warrants", state.rights.filter(({ of }) => of === "warrant").map((one) => ({ id: id(one.id), at: when(one.id), holder: who(one.holder), class: first(one.class), shares: plain(one.shares), strike: usd(one.strike) }))),
    ...listText("safes", state.promised.filter(({ form }) => form !== "note").map((one) => ({ id: id(one.id), at: when(one.id), holder: who(one.holder), amount: usd(one.amount), cap: one.cap === null ? null : usd(one.cap), discount: plain(one.discount), form: one.form === "pre-money safe" ? "pre-money" : "post-money" }))),
    ...listText("notes", state.promised.filter(({ form }) => form === "note").map((one) => ({ id: id(one.id), at: when(one.id), holder: who(one.holder), amount: usd(one.amount), cap: one.cap === null ? null : usd(one.cap), discount: plain(one.discount), interest: `${plain(one.interest)} 1/yr` }))),
  ];
  const remarks = [
    `# Cap table of ${read.company.replace(/[\r\n]+/g, " ")}, from Open Cap Format: what stands after all its transactions. Dates are those of their quarter; interest runs from its first day.`,
    ...read.unsupported.map(({ type, id: name, why }) => `# NOT READ: ${type} ${name}: ${why}`.replace(/[\r\n]+/g, " ")),
  ];
  return `${[...remarks, ...lines].join("\n")}\n`;
};

/** Quarter in which each security that stands was issued. */
const datesOf = ({ log }: ReadOcf): ReadonlyMap<string, number> => new Map(log.flatMap((entry) =>
  (entry.kind === "issue" ? [[entry.lot.id, quarterOf(entry.date)]] : entry.kind === "grant" ? [[entry.right.id, quarterOf(entry.date)]] : entry.kind === "promise" ? [[entry.promised.id, quarterOf(entry.promised.date)]] : []) as readonly (readonly [string, number])[]));

const key = (id: string, price: Exact | null): string => `${id} ${price === null ? "" : price.toString()}`;

interface Priced {
  readonly one: ClassState;
  readonly price: Exact | null;
}

/** A preferred class whose shares were sold at several prices is one class a price: preference and conversion hang on it. */
const pricedClasses = (classes: readonly ClassState[], lots: readonly Lot[]): readonly Priced[] =>
  classes.flatMap((one): readonly Priced[] => {
    if (one.kind === "common") return [{ one, price: null }];
    const prices = new Map(lots.filter((lot) => lot.class === one.id).map((lot) => [lot.price.toString(), lot.price]));
    return prices.size === 0 ? [{ one, price: null }] : [...prices.values()].map((price) => ({ one, price }));
  });

const classOfLot = (lot: Lot, ids: ReadonlyMap<string, string>, classes: readonly ClassState[]): string =>
  ids.get(key(lot.class, classes.find(({ id }) => id === lot.class)!.kind === "common" ? null : lot.price))!;

const classFields = (id: string, one: ClassState): Fields => ({
  id, kind: one.kind, votes: one.votes, seniority: Math.round(one.seniority),
  ...(one.kind === "common" ? {} : { preference: one.preference, participation: one.participation, cap: one.cap, ratio: plain(one.ratio), antiDilution: one.antiDilution }),
});
