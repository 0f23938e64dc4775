/**
 * Exits: what each claim gets, by the equations of deals/waterfall.
 *
 *   x, what a common share gets, solves total(x) = proceeds - debt between two edges, where total is a straight line; below total(0) preferences are
 *   paid by seniority. A share gets: common x; right max(0, x - strike); preferred max(L, x); participating L + x; capped max(min(L + x, C), x)
 */
import type { Claim, Deals } from "../../deals/index.ts";
import { formatQuarter } from "../../units/index.ts";
import type { Inputs } from "../list.ts";
import { listOf, type List } from "../list.ts";
import { formula, given, text, type Sheet } from "../model.ts";
import type { Check } from "../source.ts";

const [HOLDER, KIND, SHARES, STRIKE, PREFERENCE, CAP, SENIORITY, CONVERTS, GETS] = [1, 3, 4, 5, 6, 7, 8, 9, 10];

export const exitsSheet = ({ exits }: Deals, inputs: Inputs): { readonly sheet: Sheet; readonly checks: readonly Check[] } => {
  const list = listOf("exits", { title: "Who gets what of an exit. Claims are of the cap table on its day, a share as converted.", columns: ["claim", "holder", "what", "kind", "shares", "strike $", "preference $", "cap $", "seniority", "converts (1 yes)", "gets $"], widths: [36, 18, 16, 14, 18, 14, 14, 14, 10, 14, 20] });
  inputs.heading("Exits");
  return { checks: exits.flatMap((one) => exitBlock(list, one, inputs)), sheet: list.finish() };
};

const exitBlock = (list: List, { id, quarter, waterfall }: Deals["exits"][number], inputs: Inputs): readonly Check[] => {
  const { payouts, byHolder } = waterfall;
  const proceeds = inputs.put(`${id}_proceeds_usd`, waterfall.proceeds_usd, { label: `exit ${id}, ${formatQuarter(quarter)}: proceeds`, unit: "$", source: `deals.exits.${id}`, format: "usd" });
  const debt = inputs.put(`${id}_debt_usd`, waterfall.debt_usd, { label: `exit ${id}: debt, paid before every holder`, unit: "$", source: `deals.exits.${id}`, format: "usd" });
  list.heading(`Exit ${id}, ${formatQuarter(quarter)}`);
  const put = (label: string, words: string): string => list.at(1, list.row([text(label), formula(words, "usd-small")]));
  const usd = put("to be distributed $", `${proceeds}-MIN(${debt},${proceeds})`);
  const first = list.next() + 5;
  const range = (column: number): string => list.range(column, first, first + payouts.length - 1);
  const edges = { from: first + payouts.length + byHolder.length + 2, count: payouts.reduce((sum, { claim }) => sum + bendsOf(claim, () => "").length, 0) + 1 };
  const [xs, totals] = [list.range(1, edges.from, edges.from + edges.count - 1), list.range(2, edges.from, edges.from + edges.count - 1)];
  const atZero = put("preferences, all $", total(range, "0"));
  const below = put("edge below: a common share gets $", `SUMPRODUCT(MAX((${totals}<=${usd})*${xs}))`);
  const above = put("edge above $", `IF(COUNTIF(${xs},">"&${below})=0,${below}+1,SMALL(${xs},COUNTIF(${xs},"<="&${below})+1))`);
  const x = put("a common share gets $", `IF(${usd}<${atZero},0,${below}+(${usd}-${total(range, below)})/(${total(range, above)}-${total(range, below)})*(${above}-${below}))`);
  list.row([text("claims")]);
  const gets = payouts.map(({ claim }) => claimRow(list, claim, { usd, atZero, x, range }));
  list.row([text("holders")]);
  const holders = byHolder.map(({ holder }) => list.at(1, list.row([text(holder), formula(`SUMIFS(${range(GETS)},${range(HOLDER)},"${holder}")`, "usd")])));
  list.row([text("edges: a common share gets, total")]);
  for (const words of ["0", ...payouts.flatMap(({ claim }, k) => bendsOf(claim, (column) => list.at(column, first + k)))]) list.row([text("edge"), formula(words, "usd-small"), formula(total(range, list.at(1, list.next())), "usd")]);
  const check = (what: string, cell: string, library: number): Check => ({ what: `exit ${id}: ${what}`, unit: "$", cell, library });
  return [
    check("a common share gets", x, waterfall.perShare_usd), ...payouts.map(({ claim, usd: told }, k) => check(`${claim.id} gets`, gets[k]!, told)), ...byHolder.map(({ holder, usd: told }, k) => check(`${holder} gets`, holders[k]!, told)),
    check("distributed, all", `SUM(${range(GETS)})`, waterfall.proceeds_usd - waterfall.debt_usd),
  ];
};

/** Values of x at which a claim changes its line. */
const bendsOf = ({ kind, converts }: Claim, cell: (column: number) => string): readonly string[] => {
  switch (kind) {
    case "common": case "participating": return [];
    case "right": return [cell(STRIKE)];
    case "preferred": return converts ? [cell(PREFERENCE)] : [];
    case "capped": return [`${cell(CAP)}-${cell(PREFERENCE)}`, cell(CAP)];
  }
};

type At = (column: number) => string;

/** What a share gets at x, of one row or of all. */
const perShare = (at: At, x: string): string => {
  const is = (kind: Claim["kind"]): string => `(${at(KIND)}="${kind}")`;
  const [k, l, c] = [at(STRIKE), at(PREFERENCE), at(CAP)];
  return [
    `${is("common")}*${x}`, `${is("right")}*(${x}>${k})*(${x}-${k})`, `${is("preferred")}*(${l}+${at(CONVERTS)}*(${x}>${l})*(${x}-${l}))`, `${is("participating")}*(${l}+${x})`,
    `${is("capped")}*((${l}+${x}<${c})*(${l}+${x})+(${l}+${x}>=${c})*((${x}<=${c})*${c}+(${x}>${c})*${x}))`,
  ].join("+");
};

const total = (range: At, x: string): string => `SUMPRODUCT(${range(SHARES)}*(${perShare(range, x)}))`;

interface Sums {
  readonly usd: string;
  readonly atZero: string;
  readonly x: string;
  readonly range: At;
}

const claimRow = (list: List, claim: Claim, { usd, atZero, x, range }: Sums): string => {
  const at = (column: number): string => list.at(column, list.next());
  const number = (value: number, format: "number" | "usd-small" | "factor") => given(value, { format, of: claim.id });
  const due = `${at(SHARES)}*${at(PREFERENCE)}`;
  const ofRank = `SUMPRODUCT((${range(SENIORITY)}=${at(SENIORITY)})*${range(SHARES)}*${range(PREFERENCE)})`;
  const before = `SUMPRODUCT((${range(SENIORITY)}>${at(SENIORITY)})*${range(SHARES)}*${range(PREFERENCE)})`;
  const short = `IF(${due}=0,0,MAX(0,MIN(${ofRank},${usd}-${before}))*${due}/${ofRank})`;
  const row = list.row([
    text(claim.id), text(claim.holder), text(claim.what), text(claim.kind), number(claim.shares, "number"), number(claim.strike_usd, "usd-small"), number(claim.preference_usd, "usd-small"), number(claim.cap_usd, "usd-small"),
    number(claim.seniority, "factor"), number(claim.converts ? 1 : 0, "factor"), formula(`IF(${usd}<${atZero},${short},${at(SHARES)}*(${perShare(at, x)}))`, "usd"),
  ]);
  return list.at(GETS, row);
};
