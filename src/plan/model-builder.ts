/** Collects columns and rows into a LinearModel. */
import type { LinearModel } from "./linear-model.ts";

export interface Column {
  readonly name: string;
  readonly cost?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly integer?: boolean;
}

/** A column's index and its coefficient. */
export type Term = readonly [column: number, coefficient: number];

export interface ModelBuilder {
  /** Adds a column from 0 to infinity at no cost unless it says otherwise; returns its index. */
  readonly column: (column: Column) => number;
  readonly atMost: (name: string, terms: readonly Term[], bound: number) => number;
  readonly atLeast: (name: string, terms: readonly Term[], bound: number) => number;
  readonly equal: (name: string, terms: readonly Term[], value: number) => number;
  readonly finish: (name: string) => LinearModel;
}

/** An empty model. Throws on a name given twice and on a number that is not one. */
export const modelBuilder = (): ModelBuilder => {
  const columns: Required<Column>[] = [];
  const rows: { name: string; lower: number; upper: number }[] = [];
  const start = [0];
  const index: number[] = [];
  const value: number[] = [];
  const names = new Set<string>();

  const claim = (name: string, numbers: readonly number[]): void => {
    if (names.has(name)) throw new Error(`the model has "${name}" twice`);
    if (numbers.some(Number.isNaN)) throw new Error(`the model's "${name}" has a number that is not one`);
    names.add(name);
  };
  const row = (name: string, terms: readonly Term[], { lower, upper }: { readonly lower: number; readonly upper: number }): number => {
    claim(name, [lower, upper, ...terms.map(([, coefficient]) => coefficient)]);
    for (const [column, coefficient] of terms) {
      if (coefficient === 0) continue;
      index.push(column);
      value.push(coefficient);
    }
    start.push(index.length);
    return rows.push({ name, lower, upper }) - 1;
  };

  return {
    column: ({ name, cost = 0, lower = 0, upper = Infinity, integer = false }) => {
      claim(name, [cost, lower, upper]);
      return columns.push({ name, cost, lower, upper, integer }) - 1;
    },
    atMost: (name, terms, bound) => row(name, terms, { lower: -Infinity, upper: bound }),
    atLeast: (name, terms, bound) => row(name, terms, { lower: bound, upper: Infinity }),
    equal: (name, terms, bound) => row(name, terms, { lower: bound, upper: bound }),
    finish: (name) => ({
      name,
      columns: {
        name: columns.map((c) => c.name),
        lower: Float64Array.from(columns, (c) => c.lower),
        upper: Float64Array.from(columns, (c) => c.upper),
        cost: Float64Array.from(columns, (c) => c.cost),
        integer: Uint8Array.from(columns, (c) => (c.integer ? 1 : 0)),
      },
      rows: { name: rows.map((r) => r.name), lower: Float64Array.from(rows, (r) => r.lower), upper: Float64Array.from(rows, (r) => r.upper) },
      matrix: { start: Int32Array.from(start), index: Int32Array.from(index), value: Float64Array.from(value) },
    }),
  };
};

const UNSAFE = /[^A-Za-z0-9.]/;

/** Names for ids that LP text can hold: other characters become "."; ids that would then be alike get a number. */
export const safeNames = (ids: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return ids.map((id) => {
    const base = UNSAFE.test(id) ? id.replaceAll(/[^A-Za-z0-9.]/g, ".") : id;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}.${n}`;
    taken.add(name);
    return name;
  });
};
