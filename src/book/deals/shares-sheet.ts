/**
 * The cap table, an event a column: rounds are priced and their shares issued by formulas on what was agreed (deals/price-round); what the log says
 * beside them (founders' shares, grants, transfers, protection of older classes) is given.
 *
 *   price = (value - worth/rest) / (standing - F + (F + fixed)/rest);  value = pre - pool x post and standing = F - pool in a round that asks for a pool
 *   shares of a promise at its cap: part x C (post-money SAFE) or part x F; at the round's price: owed / (1 - discount) / price
 */
import type { Deals, History, Stand } from "../../deals/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { listOf, type List } from "../list.ts";
import { formula, given, head, text, type Cell, type Format, type Sheet } from "../model.ts";
import type { Check } from "../source.ts";
import { factsOf, type StepFacts } from "./facts.ts";

/** A row with an event a column: cells by step, put when all rows have their place. */
interface Laid {
  readonly label: string;
  readonly unit: string;
  readonly format: Format;
  readonly cells: (s: number) => string | number | null;
}

type At = (name: string, s: number) => string;

/** Title, names of columns, kinds, quarters. */
const HEAD_ROWS = 4;
const FIRST_COLUMN = 2;

export const sharesSheet = ({ result, history, whole }: { readonly result: Deals; readonly history: History; readonly whole: boolean }): { readonly sheet: Sheet; readonly checks: readonly Check[] } => {
  const steps = factsOf(result, { history, whole });
  const rows = new Map<string, Laid>();
  const list: List = listOf("shares", { title: `${result.company}: who owns what, an event a column; shares as converted`, columns: ["", "unit", ...result.steps.map(({ id }) => id)], widths: [46, 8, ...result.steps.map(() => 18)] });
  const at: At = (name, s) => {
    const row = [...rows.keys()].indexOf(name);
    if (row < 0) throw new Error(`book: no row "${name}" on shares`);
    return s < 0 ? "0" : list.at(FIRST_COLUMN + s, HEAD_ROWS + 1 + row);
  };
  const holders = [...new Set(result.steps.flatMap(({ table }) => table.owned.map(({ holder }) => holder)))];
  layRound({ rows, at, steps, holders });
  layHolders({ rows, at, steps, holders });
  list.row([text("kind"), null, ...result.steps.map(({ kind }) => head(kind))]);
  list.row([text("quarter"), null, ...result.steps.map(({ quarter }) => head(formatQuarter(quarter)))]);
  for (const [name, { label, unit, format, cells }] of rows) list.row([text(label), text(unit), ...result.steps.map((_, s): Cell | null => cellOf(cells(s), { format, of: name }))]);
  return { sheet: list.finish(), checks: checksOf(result, { at, holders, history }) };
};

const cellOf = (value: string | number | null, { format, of }: { readonly format: Format; readonly of: string }): Cell | null => (value === null ? null : typeof value === "number" ? given(value, { format, of }) : formula(value, format));

interface Lay {
  readonly rows: Map<string, Laid>;
  readonly at: At;
  readonly steps: readonly StepFacts[];
  readonly holders: readonly string[];
}

const sum = (terms: readonly string[]): string => (terms.length === 0 ? "0" : terms.join("+"));

/** Promises: what each is owed at each event, what it comes to at its cap, and at a round's price. */
const promisesOf = (steps: readonly StepFacts[]) => [...new Map(steps.flatMap(({ promises, after }) => [...promises, ...after].map((one) => [one.id, one] as const))).values()];

/** Valuation, pool, conversion and price of rounds. */
const layRound = ({ rows, at, steps, holders }: Lay): void => {
  const put = (name: string, label: string, format: Format, cells: Laid["cells"], unit = "$"): void => void rows.set(name, { label, unit, format, cells });
  const only = (of: (round: NonNullable<StepFacts["round"]>, s: number) => string | number | null) => (s: number): string | number | null => (steps[s]!.round === null ? null : of(steps[s]!.round!, s));
  const promises = promisesOf(steps);
  const [post, other] = [promises.filter(({ postMoney }) => postMoney), promises.filter(({ postMoney }) => !postMoney)];
  for (const holder of holders) if (steps.some(({ invested }) => invested.has(holder))) put(`invested/${holder}`, `${holder} invests`, "usd", (s) => investedCell(at, steps, { s, holder, promises }));
  const invested = (s: number): string => sum(holders.filter((holder) => rows.has(`invested/${holder}`)).map((holder) => at(`invested/${holder}`, s)));
  put("pre", "pre-money", "usd", only(({ pre_usd, post_usd }, s) => pre_usd ?? `${post_usd}-(${invested(s)})`));
  put("post", "post-money", "usd", only((_, s) => `${at("pre", s)}+${invested(s)}`));
  put("poolAsked", "pool asked, of the whole after it", "frac", only(({ pool_frac }) => pool_frac), "1");
  put("F", "shares before it, without promises", "number", (s) => `${sum(holders.flatMap((holder) => [at(`issued/${holder}`, s - 1), at(`rights/${holder}`, s - 1)]))}+${at("pool", s - 1)}`, "");
  for (const { id } of promises) {
    put(`owed/${id}`, `${id}: principal and interest on the day`, "usd", (s) => steps[s]!.promises.find((one) => one.id === id)?.owed_usd ?? null);
    put(`cap/${id}`, `${id}: cap`, "usd", (s) => steps[s]!.promises.find((one) => one.id === id)?.cap_usd ?? null);
    put(`worth/${id}`, `${id}: worth at the round's price`, "usd", only((_, s) => { const one = steps[s]!.promises.find((p) => p.id === id); return one === undefined ? null : `${at(`owed/${id}`, s)}/(1-${one.discount_frac})`; }));
    put(`atCap/${id}`, `${id}: converts at its cap (1) or at the round's price (0)`, "factor", only(({ capped }) => capped.get(id) ?? null), "");
  }
  const converting = (s: number) => promises.filter(({ id }) => steps[s]!.round!.capped.has(id));
  const part = (id: string, s: number): string => `IF(${at(`atCap/${id}`, s)}=1,${at(`owed/${id}`, s)}/MAX(1E-30,${at(`cap/${id}`, s)}),0)`;
  put("rest", "1 less parts of post-money SAFEs at their caps", "frac", only((_, s) => `1-(${sum(converting(s).filter((one) => post.includes(one)).map(({ id }) => part(id, s)))})`), "1");
  put("fixed", "shares of other promises at their caps", "number", only((_, s) => `(${sum(converting(s).filter((one) => other.includes(one)).map(({ id }) => part(id, s)))})*${at("F", s)}`), "");
  put("worth", "promises that convert at the round's price, their worth", "usd", only((_, s) => sum(converting(s).map(({ id }) => `(1-${at(`atCap/${id}`, s)})*${at(`worth/${id}`, s)}`))));
  const priceWith = (s: number, value: string, standing: string): string => `((${value})-${at("worth", s)}/${at("rest", s)})/((${standing})-${at("F", s)}+(${at("F", s)}+${at("fixed", s)})/${at("rest", s)})`;
  put("priceWithPool", "price, were the pool made up before it", "usd-small", only(({ pool_frac }, s) => (pool_frac === null ? null : priceWith(s, `${at("pre", s)}-${at("poolAsked", s)}*${at("post", s)}`, `${at("F", s)}-${at("pool", s - 1)}`))));
  put("poolAdded", "added to the pool", "number", only(({ pool_frac, whole }, s) => { const words = `MAX(0,${at("poolAsked", s)}*${at("post", s)}/${at("priceWithPool", s)}-${at("pool", s - 1)})`; return pool_frac === null ? "0" : whole ? floor(words) : words; }), "");
  put("price", "price of a share as converted", "usd-small", only(({ pool_frac }, s) => { const plain = priceWith(s, at("pre", s), at("F", s)); return pool_frac === null ? plain : `IF(${at("poolAsked", s)}*${at("post", s)}/${at("priceWithPool", s)}>=${at("pool", s - 1)},${at("priceWithPool", s)},${plain})`; }));
  put("whole", "the whole with what converts", "number", only((_, s) => `(${at("F", s)}+${at("fixed", s)}+${at("worth", s)}/${at("price", s)})/${at("rest", s)}`), "");
  for (const { id, postMoney } of promises) put(`converted/${id}`, `${id}: shares it converts into`, "number", only((round, s) => (round.capped.has(id) ? rounded(round, `IF(${at(`atCap/${id}`, s)}=1,${part(id, s)}*${at(postMoney ? "whole" : "F", s)},${at(`worth/${id}`, s)}/${at("price", s)})`) : null)), "");
};

const floor = (words: string): string => `INT(ROUND(${words},6))`;

/** Whole shares of the class, as converted. */
const rounded = ({ whole, ratio }: NonNullable<StepFacts["round"]>, words: string): string => (whole ? `${floor(`(${words})/${ratio}`)}*${ratio}` : words);

/** What a holder pays: as agreed, or its pro-rata part of the whole round. */
const investedCell = (at: At, steps: readonly StepFacts[], { s, holder, promises }: { readonly s: number; readonly holder: string; readonly promises: ReturnType<typeof promisesOf> }): string | number | null => {
  const { invested, round } = steps[s]!;
  const one = invested.get(holder);
  if (one === undefined) return null;
  if (round === null || round.proRata.length === 0 || !round.settles) return one.usd;
  const own = (who: string): string => `(${sum([at(`issued/${who}`, s - 1), ...promises.filter((p) => p.holder === who && round.capped.has(p.id)).map(({ id }) => at(`converted/${id}`, s))])})/${at("whole", s)}`;
  const written = `${round.written_usd}/(1-(${sum(round.proRata.map(own))}))`;
  return sum([...(one.written_usd === 0 ? [] : [String(one.written_usd)]), ...(round.proRata.includes(holder) ? [`${own(holder)}*${written}`] : [])]);
};

/** Shares, rights, pool and promises by holder, and shares of the whole. */
const layHolders = ({ rows, at, steps, holders }: Lay): void => {
  const put = (name: string, label: string, format: Format, cells: Laid["cells"], unit = ""): void => void rows.set(name, { label, unit, format, cells });
  const promises = promisesOf(steps);
  for (const holder of holders) {
    put(`new/${holder}`, `${holder}: shares bought in the round`, "number", (s) => newCell(at, steps, { s, holder, promises }));
    put(`other/${holder}`, `${holder}: other changes, by the log`, "number", (s) => steps[s]!.other.get(holder) ?? 0);
    put(`issued/${holder}`, `${holder}: shares`, "number", (s) => sum([at(`issued/${holder}`, s - 1), at(`new/${holder}`, s), at(`other/${holder}`, s)]));
    put(`rights/${holder}`, `${holder}: options and warrants`, "number", (s) => steps[s]!.rights.get(holder) ?? 0);
  }
  put("poolOther", "pool: other changes, by the log", "number", (s) => steps[s]!.poolOther);
  put("pool", "pool", "number", (s) => sum([at("pool", s - 1), ...(steps[s]!.round === null ? [] : [at("poolAdded", s)]), at("poolOther", s)]));
  const standing = (s: number) => steps[s]!.after;
  const base = (s: number): string => `(${sum(holders.flatMap((holder) => [at(`issued/${holder}`, s), at(`rights/${holder}`, s)]))}+${at("pool", s)})`;
  const partOf = ({ id }: { readonly id: string }, s: number): string => { const one = standing(s).find((p) => p.id === id); return one === undefined || one.cap_usd === null ? "0" : `${one.owed_usd}/${one.cap_usd}`; };
  put("asIfWhole", "the whole, promises at their caps", "number", (s) => `${base(s)}*(1+${sum(promises.filter((p) => !p.postMoney).map((p) => partOf(p, s)))})/(1-(${sum(promises.filter((p) => p.postMoney).map((p) => partOf(p, s)))}))`);
  const promised = (holder: string, s: number): string => sum(promises.filter((p) => p.holder === holder && partOf(p, s) !== "0").map((p) => `${partOf(p, s)}*${p.postMoney ? at("asIfWhole", s) : base(s)}`));
  const issued = (s: number): string => `(${sum(holders.map((holder) => at(`issued/${holder}`, s)))})`;
  for (const holder of holders) {
    put(`basic/${holder}`, `${holder}: of shares issued`, "frac", (s) => `IF(${issued(s)}=0,0,${at(`issued/${holder}`, s)}/${issued(s)})`, "1");
    put(`diluted/${holder}`, `${holder}: fully diluted`, "frac", (s) => `IF(${at("asIfWhole", s)}=0,0,(${at(`issued/${holder}`, s)}+${at(`rights/${holder}`, s)}+${promised(holder, s)})/${at("asIfWhole", s)})`, "1");
  }
  put("all", "basic shares of all holders", "frac", (s) => sum(holders.map((holder) => at(`basic/${holder}`, s))), "1");
};

const newCell = (at: At, steps: readonly StepFacts[], { s, holder, promises }: { readonly s: number; readonly holder: string; readonly promises: ReturnType<typeof promisesOf> }): string | number => {
  const { round, invested, tranche } = steps[s]!;
  const shares = (priceAt: number, of: NonNullable<StepFacts["round"]>): string => {
    const price = of.whole ? `ROUND(${at("price", priceAt)}*${of.ratio},4)` : `${at("price", priceAt)}*${of.ratio}`;
    const count = `${at(`invested/${holder}`, s)}/(${price})`;
    return `${of.whole ? floor(count) : count}*${of.ratio}`;
  };
  if (tranche !== null && invested.has(holder)) return shares(tranche, steps[tranche]!.round!);
  if (round === null) return 0;
  return sum([...(invested.has(holder) ? [shares(s, round)] : []), ...promises.filter((p) => p.holder === holder && round.capped.has(p.id)).map(({ id }) => at(`converted/${id}`, s))]);
};

const checksOf = (result: Deals, { at, holders, history }: { readonly at: At; readonly holders: readonly string[]; readonly history: History }): readonly Check[] =>
  result.steps.flatMap((step, s): readonly Check[] => {
    const { table } = step;
    const stand: Stand = history.stands[s]!;
    const of = (holder: string) => table.owned.find((one) => one.holder === holder);
    return [
      ...(stand.priced === null ? [] : [{ what: `${step.id}: price of a share as converted`, unit: "$", cell: at("price", s), library: stand.priced.price.toNumber() }, { what: `${step.id}: post-money`, unit: "$", cell: at("post", s), library: step.post_usd! }]),
      ...holders.filter((holder) => of(holder) !== undefined).flatMap((holder): readonly Check[] => [
        { what: `${step.id}: ${holder}, of shares issued`, unit: "1", cell: at(`basic/${holder}`, s), library: of(holder)!.basic_frac },
        { what: `${step.id}: ${holder}, fully diluted`, unit: "1", cell: at(`diluted/${holder}`, s), library: of(holder)!.diluted_frac },
      ]),
    ];
  });
