/** Lines of a pass by key, so that a formula may name a line of a later step. */
import type { Instrument, Stack } from "../../capital/index.ts";
import type { Grid, Line } from "../grid.ts";
import type { Format } from "../model.ts";
import type { StackNames } from "./terms.ts";

/** What every pass takes from outside it: lines of the business. */
export interface CaseLines {
  readonly operating: Line;
  readonly ebitda: Line;
  readonly ebitdaYear: Line;
  readonly proceeds: Line;
  readonly capex: Line;
  readonly taxDepreciation: Line;
  readonly bookDepreciation: Line;
  readonly promised: Line;
  readonly hold: Line;
  /** By instrument: interest of a quarter; what instalments may finance or prepayments are served from, else null; growth of what a loan has drawn until repayment. */
  readonly rate: readonly Line[];
  readonly base: readonly (Line | null)[];
  readonly growth: readonly (Line | null)[];
}

export interface Pass {
  readonly grid: Grid;
  readonly stack: Stack;
  readonly names: StackNames;
  readonly business: CaseLines;
  readonly tax: { readonly tax: string; readonly lossLimit: string };
  /** Cash for debt service and service as the pass before had them; null before the first. */
  readonly before: Pass | null;
  readonly lines: Map<string, Line>;
}

/** A line of the pass as a whole, or of instrument i. */
export const keyOf = (name: string, i?: number): string => (i === undefined ? name : `${name}/${i}`);

export const put = (pass: Pass, name: string, cells: (t: number) => string, { i, label, unit = "$", format = "usd" }: { readonly i?: number; readonly label?: string; readonly unit?: string; readonly format?: Format } = {}): void => {
  const words = label ?? name;
  const id = i === undefined ? "" : pass.stack.instruments[i]!.id;
  pass.lines.set(keyOf(name, i), pass.grid.line({ label: i === undefined ? words : `${id}: ${words}`, unit, format, tags: ["", "", ""] }, cells));
};

/** Cell of a line in a quarter, "0" outside the quarters. Throws for a line that no step puts. */
export const at = (pass: Pass, t: number, name: string, i?: number): string => lineOf(pass, name, i).at(t);

export const lineOf = (pass: Pass, name: string, i?: number): Line => {
  const line = pass.lines.get(keyOf(name, i));
  if (line === undefined) throw new Error(`book: no line "${keyOf(name, i)}" on ${pass.grid.name}`);
  return line;
};

/** The same, "0" for an instrument that has no such line. */
export const maybe = (pass: Pass, t: number, name: string, i: number): string => pass.lines.get(keyOf(name, i))?.at(t) ?? "0";

export const sum = (terms: readonly string[]): string => {
  const some = terms.filter((term) => term !== "0");
  return some.length === 0 ? "0" : some.join("+");
};

/** Sum over instruments of a line. */
export const over = (pass: Pass, t: number, name: string, where: readonly number[]): string => sum(where.map((i) => maybe(pass, t, name, i)));

/** Places of instruments of a kind. */
export const placesOf = ({ stack }: Pick<Pass, "stack">, is: (one: Instrument) => boolean): readonly number[] => stack.instruments.flatMap((one, i) => (is(one) ? [i] : []));

export const isLoan = ({ kind }: Instrument): boolean => kind === "debt" || kind === "convertible" || kind === "vendor" || kind === "lease";
export const isDebtLike = ({ kind }: Instrument): boolean => kind === "debt" || kind === "convertible";
export const isInstalment = ({ kind }: Instrument): boolean => kind === "vendor" || kind === "lease";
export const isOf = (...kinds: readonly Instrument["kind"][]) => ({ kind }: Instrument): boolean => kinds.includes(kind);

export const ranked = (pass: Pick<Pass, "stack">, rank: "senior" | "junior"): readonly number[] =>
  placesOf(pass, (one) => (one.kind === "debt" || one.kind === "vendor" || one.kind === "lease" ? one.rank === rank : one.kind === "convertible" && rank === "junior"));

/** Whether a quarter is in an instrument's window. */
export const inWindow = ({ grid, names }: Pass, t: number, i: number): string => `AND(${grid.place.at(t)}>=${names.instruments[i]!["from"]},${grid.place.at(t)}<=${names.instruments[i]!["until"]})`;
