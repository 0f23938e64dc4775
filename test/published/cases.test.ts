/** Every case of the golden file: evaluated from answers.ts within the case's tolerance, or shown as a quote with the reason. A case without an entry fails. */
import { describe, expect, it } from "vitest";
import { quotes } from "../../src/published/index.ts";
import { measure } from "../golden/measure.ts";
import { ANSWERS, QUOTED } from "./answers.ts";
import type { Answer, Tolerance, Tree } from "./answers.ts";
import { publishedCases } from "./golden.ts";

/** Numbers and words of a tree by their paths: "mass_kg.solar", "crf[0]". */
const leaves = (tree: Tree, path = ""): readonly (readonly [string, number | boolean | string])[] => {
  if (typeof tree !== "object") return [[path, tree]];
  if (Array.isArray(tree)) return tree.flatMap((one: Tree, i) => leaves(one, `${path}[${i}]`));
  return Object.entries(tree).flatMap(([name, one]) => leaves(one as Tree, path === "" ? name : `${path}.${name}`));
};

/** The entry of a path, or of the output that it lies in. */
const under = <T>(table: Readonly<Record<string, T>> | undefined, path: string): T | undefined =>
  Object.entries(table ?? {}).find(([name]) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`))?.[1];

/** "rel 3%", "abs 0.01", "exact", as the case suggests; undefined where it is in other words. */
const suggested = (text: string): Tolerance | undefined => {
  const [, kind, size, percent] = /^(rel |abs |)([0-9][0-9.e-]*)(%?)(?: \(.*)?$/.exec(text) ?? /^exact year; (rel )([0-9.e-]+)()$/.exec(text) ?? [];
  if (size !== undefined) return kind === "abs " ? { abs: Number(size) } : { rel: Number(size) / (percent === "%" ? 100 : 1) };
  return /^exact\b/.test(text) ? { rel: 0 } : undefined;
};

type Case = (typeof publishedCases)[number];

function evaluated({ id, outputs, source, tolerance_suggested }: Case, answer: Answer): void {
  const got = new Map(leaves(answer.give()));
  const expected = leaves(outputs as Tree).filter(([path]) => under(answer.notGiven, path) === undefined);
  expect([...got.keys()].toSorted()).toEqual(expected.map(([path]) => path).toSorted());
  for (const [path, value] of expected) {
    const own = got.get(path)!;
    if (typeof value !== "number" || typeof own !== "number") {
      expect(own, `${path} of ${id}`).toBe(value);
      continue;
    }
    const tolerance = under(answer.tolerances, path) ?? suggested(tolerance_suggested);
    if (tolerance === undefined) throw new Error(`${path} of ${id}: no tolerance is read from "${tolerance_suggested}", and none is given`);
    measure("published-cases", { case: `${id} ${path}`, got: own, expected: value, ...("rel" in tolerance ? { rel: tolerance.rel } : { abs: tolerance.abs }), unit: "as printed", source });
  }
}

/** All numbers of a case, those within words too ("2:1.0037"), and what such a one is above 1. */
const numbersIn = (node: unknown): readonly number[] => {
  if (typeof node === "number") return [node];
  if (typeof node === "string") return [...node.matchAll(/[0-9.]+/g)].map(Number).flatMap((number) => [number, number - 1]);
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(numbersIn) : [];
};

/** What a reader is told is the golden file's reason, and each figure as printed is the case's, or an end of it. */
function quoted({ outputs, why_quoted }: Case, id: string): void {
  const shown = quotes.find((quote) => quote.id === id)!;
  expect(why_quoted).toBeDefined();
  expect(shown.why).toContain(/^[^:;(]*/.exec(why_quoted!)![0].trim());
  const numbers = numbersIn(outputs);
  for (const { what, low, high } of shown.figures) for (const end of [low, high]) expect(numbers.some((number) => Math.abs(number - end) < 1e-9), `${what} of ${id}`).toBe(true);
}

describe("published cases", () => {
  it("each of the 62 is answered or quoted, and no other", () => {
    expect([...Object.keys(ANSWERS), ...Object.keys(QUOTED)].toSorted()).toEqual(publishedCases.map(({ id }) => id).toSorted());
    expect(publishedCases).toHaveLength(62);
  });
  it("what is graded quoted is quoted, and what is quoted has its reason in the file", () => {
    for (const { id, grade, why_quoted } of publishedCases) {
      if (grade === "quoted") expect(Object.keys(QUOTED)).toContain(id);
      expect(why_quoted !== undefined, id).toBe(QUOTED[id] !== undefined);
    }
  });
  it.each(publishedCases)("$id", (golden) => {
    const answer = ANSWERS[golden.id];
    if (answer === undefined) quoted(golden, QUOTED[golden.id]!);
    else evaluated(golden, answer);
  });
});

describe("quotes", () => {
  it.each(quotes)("$id states source, boundary and reason", (quote) => {
    expect(quote.boundary.length).toBeGreaterThan(20);
    expect(quote.why.length).toBeGreaterThan(20);
    for (const { low, high } of quote.figures) expect(low).toBeLessThanOrEqual(high);
  });
  it("BCG's range is the golden case's", () => {
    const { outputs } = publishedCases.find(({ id }) => id === "bcg_tco")! as { outputs: Record<string, [number, number]> };
    const figures = quotes.find(({ id }) => id === "bcg")!.figures.map(({ low, high }) => [low, high]);
    expect(figures).toEqual([outputs["space_musd_mw"], outputs["ground_musd_mw"], outputs["ratio_now"], outputs["ratio_5_10y"]]);
  });
});
