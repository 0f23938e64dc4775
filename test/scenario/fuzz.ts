/** Whatever a scenario, a table or a `--set` says, the loader answers: properties, run a few times by fuzz.test.ts and often by test/full. */
import fc from "fast-check";
import { expect } from "vitest";
import { loadScenario, templates } from "../../src/scenario/index.ts";

const rates = "utc,rate\n2027-01-01,10\n2028-01-01,20\n";
const seedText = `${templates[0]!.text}finance:\n  discount: {distribution: triangular, low: 8 %/yr, mode: 12 %/yr, high: 20 %/yr, source: x}\nuncertainty: {central: mean}\n`.replace("factoryRate: 200 1/yr # platforms a year", "factoryRate: {file: r.csv, column: rate, unit: 1/yr, time: utc}");

/** Whatever the text, the loader answers; a refusal says where, what and what to do. */
const answers = (text: string, csv = rates, set: readonly string[] = []): boolean => {
  const loaded = loadScenario({ path: "s.yaml", set, files: { read: (path) => (path === "s.yaml" ? text : path === "r.csv" ? csv : undefined) } });
  if (loaded.ok) {
    expect(loaded.scenario.assumptions.every((a) => Number.isFinite(a.value))).toBe(true);
    return true;
  }
  expect(loaded.problems.length).toBeGreaterThan(0);
  for (const p of loaded.problems) {
    expect([p.found, p.expected, p.hint, p.file].every((part) => part.length > 0), JSON.stringify(p)).toBe(true);
    expect(p.line >= 1 && p.column >= 1, JSON.stringify(p)).toBe(true);
  }
  return false;
};

export const seedLoads = (): void => expect(answers(seedText)).toBe(true);

const junk = fc.oneof(
  fc.constantFrom("", "\t", "-", ":", "*a", "&a", "[", "]", "{", "}", "'", '"', "#", "!", "|", ">", "%", "@", "`", "? ", "---\n", "...", "null", "~", "1e400", ".nan", ".inf", "-1", "0", "650", "__proto__: 1\n", "<<: 1\n", "\u0000", "\ufeff", "\u2028", "extends: s.yaml\n", "2027-Q9", "[[", "5 %", "€"),
  fc.string({ maxLength: 8 }),
);

export const mutated = (numRuns: number): void => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(seedText.length), fc.nat(12), junk), { minLength: 1, maxLength: 4 }), (edits) => {
    let text = seedText;
    for (const [at, length, put] of edits) text = text.slice(0, at) + put + text.slice(at + length);
    answers(text);
  }), { numRuns });
};

export const lineByLine = (numRuns: number): void => {
  const lines = seedText.split("\n");
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(lines.length - 1), fc.nat(lines.length - 1), fc.constantFrom("swap", "double", "indent", "outdent", "drop")), { minLength: 1, maxLength: 5 }), (edits) => {
    const text = [...lines];
    for (const [i, j, how] of edits) {
      const line = text[i] ?? "";
      if (how === "swap") [text[i], text[j]] = [text[j] ?? "", line];
      else if (how === "double") text.splice(j, 0, line);
      else if (how === "drop") text.splice(i, 1);
      else text[i] = how === "indent" ? `  ${line}` : line.replace(/^ {1,2}/, "");
    }
    answers(text.join("\n"));
  }), { numRuns });
};

export const anyJson = (numRuns: number): void => {
  fc.assert(fc.property(fc.json({ maxDepth: 5 }), (text) => void answers(text)), { numRuns });
};

export const anyCsv = (numRuns: number): void => {
  const cell = fc.oneof(fc.constantFrom("2027-01-01", "2027-Q1", "1", "-1", "NaN", '"', '""', ",", "\r\n", "\n", "utc", "rate", "1e400", "0x1"), fc.string({ maxLength: 4 }));
  fc.assert(fc.property(fc.array(cell, { maxLength: 20 }), (cells) => void answers(seedText, `utc,rate\n${cells.join("")}`)), { numRuns });
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => void answers(seedText, text)), { numRuns });
};

export const anySet = (numRuns: number): void => {
  const part = fc.constantFrom("orbit", "altitude", "ground", "sites", "abilene", "pue", "platform", "phases", "first", "__proto__", "constructor", "", "id", "extends", "demand");
  const value = fc.oneof(junk, fc.constantFrom("650 km", "{distribution: uniform, low: 1, high: 2}", "[1, 2]", "{a: 1}"));
  fc.assert(fc.property(fc.array(part, { maxLength: 6 }), value, (path, text) => void answers(seedText, rates, [`${path.join(".")}=${text}`])), { numRuns });
};
