/** A physical constant stands in one place, and so does any other number that is long enough to be one. */
import { type Finding, lineAt, nodes, type Source } from "./source.ts";

const CONSTANTS = "src/units/constants.ts";

/** Values in constants.ts that are too short or too common to be known by their digits; hours and days in seconds are arithmetic, not physics. */
const COMMON: ReadonlySet<number> = new Set([0.3, 1, 60, 180, 237, 3600, 86_400]);

/** Where a figure is an entry with its own source, and two entries may well agree: the catalogue, and other people's models with their own inputs. */
const DATA = ["src/catalog/", "src/published/"] as const;

type Literal = { readonly path: string; readonly line: number; readonly value: number };

export const literals = (source: Source): readonly Literal[] => {
  const found: Literal[] = [];
  for (const node of nodes(source.program)) {
    if (node.type === "Literal" && typeof node.value === "number") found.push({ path: source.path, line: lineAt(source.text, node.start), value: node.value });
  }
  return found;
};

/** Digits between the first and the last that is not 0: 86_400 has three, 6378.137 seven. */
export const significantDigits = (value: number): number => {
  const digits = Math.abs(value).toExponential().split("e")[0] ?? "";
  return digits.replace(".", "").replace(/0+$/, "").length;
};

const ours = (sources: readonly Source[]): readonly Source[] => sources.filter(({ path }) => !DATA.some((folder) => path.startsWith(folder)));

export const constantFindings = (sources: readonly Source[]): readonly Finding[] => {
  const all = ours(sources).flatMap(literals);
  const constants = new Map(all.filter((x) => x.path === CONSTANTS && !COMMON.has(x.value)).map((x) => [x.value, x.line]));
  const again = all.filter((x) => x.path !== CONSTANTS && constants.has(x.value));
  return again.map(({ path, line, value }) => ({ path, line, mend: `${value} stands in ${CONSTANTS}:${constants.get(value)}: import it` }));
};

export const twinFindings = (sources: readonly Source[]): readonly Finding[] => {
  const first = new Map<number, Literal>();
  const findings: Finding[] = [];
  for (const literal of ours(sources).flatMap(literals)) {
    if (significantDigits(literal.value) < 5) continue;
    const before = first.get(literal.value);
    if (before === undefined) first.set(literal.value, literal);
    else if (before.path === CONSTANTS) continue;
    else findings.push({ path: literal.path, line: literal.line, mend: `${literal.value} stands in ${before.path}:${before.line} too: give it a name in one place` });
  }
  return findings;
};
