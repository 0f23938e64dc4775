/** MPS text in free form as a linear model: what bench/plan holds. Rows E, L and G, markers, bounds UP, LO, FX, MI and PL. */
import type { LinearModel } from "../src/plan/index.ts";

interface Parts {
  readonly rows: Map<string, { kind: string; rhs: number; readonly at: number[]; readonly value: number[] }>;
  readonly columns: Map<string, { cost: number; lower: number; upper: number; readonly integer: boolean }>;
}

/** Throws on a section or a bound that it does not know. */
export const readMps = (text: string): LinearModel => {
  const parts: Parts = { rows: new Map(), columns: new Map() };
  const at = { section: "", objective: "", integer: false };
  for (const line of text.split("\n")) {
    const words = line.trim().split(/\s+/);
    if (words[0] === "" || words[0]!.startsWith("*")) continue;
    if (!line.startsWith(" ")) at.section = words[0]!;
    else readLine(parts, at, words);
  }
  return assembled(parts);
};

const readLine = ({ rows, columns }: Parts, at: { readonly section: string; objective: string; integer: boolean }, words: readonly string[]): void => {
  const [first, second] = [words[0]!, words[1]!];
  switch (at.section) {
    case "ROWS":
      if (first === "N") at.objective = second;
      else rows.set(second, { kind: first, rhs: 0, at: [], value: [] });
      return;
    case "COLUMNS":
      if (words.includes("'MARKER'")) at.integer = words.includes("'INTORG'");
      else readEntries({ rows, columns }, at, words);
      return;
    case "RHS":
      for (let k = 1; k < words.length; k += 2) rows.get(words[k]!)!.rhs = Number(words[k + 1]);
      return;
    case "BOUNDS":
      setBound(columns.get(words[2]!)!, first, Number(words[3]));
      return;
    default: throw new Error(`MPS section ${at.section}`);
  }
};

const readEntries = ({ rows, columns }: Parts, { objective, integer }: { readonly objective: string; readonly integer: boolean }, words: readonly string[]): void => {
  const name = words[0]!;
  if (!columns.has(name)) columns.set(name, { cost: 0, lower: 0, upper: Infinity, integer });
  const j = columns.size - 1;
  for (let k = 1; k < words.length; k += 2) {
    if (words[k] === objective) columns.get(name)!.cost = Number(words[k + 1]);
    else {
      rows.get(words[k]!)!.at.push(j);
      rows.get(words[k]!)!.value.push(Number(words[k + 1]));
    }
  }
};

const setBound = (column: { lower: number; upper: number }, kind: string, value: number): void => {
  if (kind === "UP" || kind === "FX") column.upper = value;
  if (kind === "LO" || kind === "FX") column.lower = value;
  if (kind === "MI") column.lower = -Infinity;
  if (!["UP", "FX", "LO", "MI", "PL"].includes(kind)) throw new Error(`MPS bound ${kind}`);
};

const assembled = ({ rows, columns }: Parts): LinearModel => {
  const every = [...rows.values()];
  const all = [...columns.values()];
  const start = new Int32Array(every.length + 1);
  every.forEach((row, i) => (start[i + 1] = start[i]! + row.at.length));
  return {
    name: "read",
    columns: { name: [...columns.keys()], lower: Float64Array.from(all, (c) => c.lower), upper: Float64Array.from(all, (c) => c.upper), cost: Float64Array.from(all, (c) => c.cost), integer: Uint8Array.from(all, (c) => (c.integer ? 1 : 0)) },
    rows: { name: [...rows.keys()], lower: Float64Array.from(every, (row) => (row.kind === "L" ? -Infinity : row.rhs)), upper: Float64Array.from(every, (row) => (row.kind === "G" ? Infinity : row.rhs)) },
    matrix: { start, index: Int32Array.from(every.flatMap((row) => row.at)), value: Float64Array.from(every.flatMap((row) => row.value)) },
  };
};
