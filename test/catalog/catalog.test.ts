import { describe, expect, it } from "vitest";
import { EVIDENCE, KINDS, REQUIRED_FIGURES, entries, figureOf, find } from "../../src/catalog/index.ts";
import type { Entry, Figure, Kind } from "../../src/catalog/index.ts";

const TODAY = "2026-11-22";
/** Figures that may be negative: where something lies. */
const PLACES = new Set(["latitude", "longitude", "padLatitude"]);
/** What a unit may look like: a plain number, or products and quotients of words, each with an optional exponent. */
const UNIT = /^(1|[$%A-Za-z]+\d?)(\/([A-Za-z$]+\d?))*$/;
const REF_KIND: Readonly<Record<string, Kind>> = { chip: "chips" };

const value = (kind: Kind, id: string, name: string): number => {
  const entry = find(kind, id);
  if (entry === undefined) throw new Error(`no ${kind} ${id}`);
  return figureOf(entry, name).value;
};
const figures = (entry: Entry): [string, Figure][] => Object.entries(entry.figures);
const problems = (check: (entry: Entry, name: string, figure: Figure) => string | undefined): string[] =>
  entries().flatMap((entry) =>
    figures(entry).flatMap(([name, figure]) => {
      const problem = check(entry, name, figure);
      return problem === undefined ? [] : [`${entry.kind} ${entry.id}.${name}: ${problem}`];
    }),
  );

describe("every entry", () => {
  it("has a kebab-case id, once in its kind, and stands under its kind", () => {
    for (const kind of KINDS) {
      const ids = entries(kind).map((entry) => entry.id);
      expect(new Set(ids).size, kind).toBe(ids.length);
      expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
      expect(entries(kind).filter((entry) => entry.kind !== kind)).toEqual([]);
      expect(ids.length, kind).toBeGreaterThan(2);
    }
    expect(entries().length).toBe(KINDS.reduce((sum, kind) => sum + entries(kind).length, 0));
  });

  it("carries every required figure in the required unit", () => {
    const missing = entries().flatMap((entry) =>
      Object.entries(REQUIRED_FIGURES[entry.kind])
        .filter(([name, unit]) => entry.figures[name]?.unit !== unit)
        .map(([name, unit]) => `${entry.kind} ${entry.id}.${name} in ${unit}`),
    );
    expect(missing).toEqual([]);
  });

  it("refers only to entries that exist", () => {
    const dangling = entries().flatMap((entry) =>
      Object.entries(entry.refs ?? {})
        .filter(([role, id]) => REF_KIND[role] === undefined || find(REF_KIND[role], id) === undefined)
        .map(([role, id]) => `${entry.id}: ${role} ${id}`),
    );
    expect(dangling).toEqual([]);
    expect(entries("servers").filter((entry) => entry.refs?.chip === undefined)).toEqual([]);
  });
});

describe("every figure", () => {
  it("is finite, and positive unless it says where something lies", () => {
    expect(problems((_, name, { value: v }) => (Number.isFinite(v) && (v > 0 || PLACES.has(name)) ? undefined : `${v}`))).toEqual([]);
  });

  it("lies within its bounds where bounds are known", () => {
    expect(
      problems((_, __, { value: v, low, high }) => ((low === null || low <= v) && (high === null || v <= high) ? undefined : `${low} <= ${v} <= ${high}`)),
    ).toEqual([]);
  });

  it("has a unit that reads as one", () => {
    expect(problems((_, __, { unit }) => (UNIT.test(unit) ? undefined : unit))).toEqual([]);
  });

  it("names its source, never memory, a chat or a tool", () => {
    const bad = /(from|by) memory|memory \(|^memory|chatgpt|grok|claude|find_string|isohub|\bid \d{6,}/i;
    expect(problems((_, __, { source, note }) => (source.trim().length > 7 && !bad.test(`${source} ${note ?? ""}`) ? undefined : source))).toEqual([]);
  });

  it("says what the evidence is worth and when it held", () => {
    expect(problems((_, __, { evidence }) => (EVIDENCE.includes(evidence) ? undefined : evidence))).toEqual([]);
    expect(
      problems((_, __, { asOf }) => (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(asOf) && asOf <= TODAY.slice(0, asOf.length) ? undefined : asOf)),
    ).toEqual([]);
  });
});
