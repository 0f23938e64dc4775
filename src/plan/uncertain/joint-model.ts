/**
 * Several models as one whose first decisions are common: the deterministic equivalent of a two-stage stochastic program with recourse
 * (Dantzig 1955; Birge and Louveaux 2011, section 2.4), with the conditional value at risk of its cost (Rockafellar and Uryasev 2000, eq. 9).
 *
 *   1. least (1 - w) sum over futures of p(s) C(s) + w x (level + sum of p(s) excess(s) / (1 - tail))
 *   2. excess(s) >= C(s) - level, excess >= 0;  C(s): cost of the columns of future s, and what it costs whatever is decided
 *   3. a column of a first decision stands once for all; where one future has none, nobody has: it is not on offer there
 *
 * Without weight of the tail (2) is left out.
 */
import type { LinearModel } from "../linear-model.ts";
import { modelBuilder } from "../model-builder.ts";
import type { ModelBuilder, Term } from "../model-builder.ts";

export interface Part {
  readonly model: LinearModel;
  readonly chance_frac: number;
  /** Paid whatever is decided, M$. */
  readonly constant: number;
}

export interface Risk {
  readonly tail_frac: number;
  readonly weight_frac: number;
}

export interface Joint {
  readonly model: LinearModel;
  /** Columns of each part in the joint model. */
  readonly columns: readonly Int32Array[];
}

/** The parts as one model; `first` are the names of the columns that are decided once. */
export const jointModel = (parts: readonly Part[], { first, risk }: { readonly first: ReadonlySet<string>; readonly risk: Risk }): Joint => {
  const m = modelBuilder();
  const common = commonColumns(m, { parts, first, risk });
  const columns = parts.map((part, s) => ownColumns(m, { part, s, common, risk }));
  parts.forEach(({ model }, s) => copyRows(m, { model, s, columns: columns[s]! }));
  if (risk.weight_frac > 0) addTail(m, { parts, columns, risk });
  const cheapest = parts.flatMap(({ model: { cheapestWhole } }) => (cheapestWhole === undefined ? [] : [cheapestWhole]));
  const model = m.finish("plan-uncertain");
  return { model: cheapest.length === 0 ? model : { ...model, cheapestWhole: Math.min(...cheapest) }, columns };
};

/** What a dollar of a future counts in (1) beside its excess. */
const share = ({ chance_frac }: Part, { weight_frac }: Risk): number => (1 - weight_frac) * chance_frac;

const commonColumns = (m: ModelBuilder, { parts, first, risk }: { readonly parts: readonly Part[]; readonly first: ReadonlySet<string>; readonly risk: Risk }): ReadonlyMap<string, number> => {
  const at = parts.map(({ model }) => new Map(model.columns.name.flatMap((name, j) => (first.has(name) ? [[name, j] as const] : []))));
  return new Map([...first].map((name) => {
    const there = parts.flatMap((part, s) => { const j = at[s]!.get(name); return j === undefined ? [] : [{ part, j }]; });
    const all = there.length === parts.length;
    return [name, m.column({
      name,
      cost: there.reduce((sum, { part, j }) => sum + share(part, risk) * part.model.columns.cost[j]!, 0),
      lower: there.reduce((low, { part, j }) => Math.max(low, part.model.columns.lower[j]!), 0),
      upper: all ? there.reduce((high, { part, j }) => Math.min(high, part.model.columns.upper[j]!), Infinity) : 0,
      integer: there.some(({ part, j }) => part.model.columns.integer[j] === 1),
    })];
  }));
};

const ownColumns = (m: ModelBuilder, { part, s, common, risk }: { readonly part: Part; readonly s: number; readonly common: ReadonlyMap<string, number>; readonly risk: Risk }): Int32Array => {
  const { name: names, cost, lower, upper, integer } = part.model.columns;
  return Int32Array.from(names, (name, j) => common.get(name) ?? m.column({ name: `${name}_s${s + 1}`, cost: share(part, risk) * cost[j]!, lower: lower[j]!, upper: upper[j]!, integer: integer[j] === 1 }));
};

const copyRows = (m: ModelBuilder, { model: { rows, matrix }, s, columns }: { readonly model: LinearModel; readonly s: number; readonly columns: Int32Array }): void => {
  rows.name.forEach((name, i) => {
    const terms: Term[] = [];
    for (let k = matrix.start[i]!; k < matrix.start[i + 1]!; k++) terms.push([columns[matrix.index[k]!]!, matrix.value[k]!]);
    const [lower, upper] = [rows.lower[i]!, rows.upper[i]!];
    const own = `${name}_s${s + 1}`;
    if (lower === upper) m.equal(own, terms, lower);
    else if (lower === -Infinity) m.atMost(own, terms, upper);
    else m.atLeast(own, terms, lower);
  });
};

/** (2). */
const addTail = (m: ModelBuilder, { parts, columns, risk }: { readonly parts: readonly Part[]; readonly columns: readonly Int32Array[]; readonly risk: Risk }): void => {
  const level = m.column({ name: "level", cost: risk.weight_frac, lower: -Infinity });
  parts.forEach(({ model, chance_frac, constant }, s) => {
    const excess = m.column({ name: `excess_s${s + 1}`, cost: (risk.weight_frac * chance_frac) / (1 - risk.tail_frac) });
    const cost = [...columns[s]!].map((column, j): Term => [column, -model.columns.cost[j]!]);
    m.atLeast(`tail_s${s + 1}`, [...cost, [level, 1], [excess, 1]], constant);
  });
};
