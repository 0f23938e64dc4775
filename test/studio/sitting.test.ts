import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Table } from "../../src/report/index.ts";
import { isAnswer } from "../../studio/src/share/answer-shape.ts";
import { readSnapshot, snapshotText } from "../../studio/src/share/snapshot.ts";
import { changedOf } from "../../studio/src/state/changed.ts";
import { standHistory, type Stand } from "../../studio/src/state/history.ts";
import { SLIDER_STEPS, stepOf, typedValue, valueAt, valueText } from "../../studio/src/scenario/value-text.ts";
import type { Answer, Case, Control } from "../../src/service/index.ts";
import { parseQuantity } from "../../src/units/index.ts";

const tableOf = (id: string, rows: Table["rows"]): Table => ({ id, title: id, note: "", columns: [], rows });
const answerOf = (tables: readonly Table[], tiles: Answer["tiles"] = []): Pick<Answer, "sections" | "tiles"> => ({ tiles, sections: [{ id: "s", title: "s", body: tables.map((table) => ({ kind: "table", table, folded: false })) }] });

test("cells that are printed otherwise are marked, and no others", () => {
  const before = answerOf([tableOf("cost", [["a", 1, "x"], ["b", 2, "y"]]), tableOf("mass", [["m", 3]])], [{ what: "Ground", much: "1", more: "" }, { what: "Orbit", much: "2", more: "" }]);
  const cost = tableOf("cost", [["b", 2.00001, "z"], ["a", 1, "x"], ["c", 9, ""]]);
  const mass = tableOf("mass", [["m", 3]]);
  const changed = changedOf(before, answerOf([cost, mass], [{ what: "Ground", much: "1", more: "" }, { what: "Orbit", much: "3", more: "" }]));
  expect([...changed.cells.keys()]).toEqual([cost]);
  expect([...changed.cells.get(cost)!]).toEqual(["0:2", "2:1", "2:2"]);
  expect([...changed.tiles]).toEqual(["Orbit"]);
  expect(changedOf(before, before)).toEqual({ cells: new Map(), tiles: new Set() });
});

test("what stood goes back and forth; quick changes of a text are one, what was opened is a step of its own, and a new text ends what could be redone", () => {
  const [one, two] = ["one", "two"].map((name): Case => ({ scenario: "s.yaml", files: { "s.yaml": name, "mix.csv": name }, set: [] })) as [Case, Case];
  const at = (text: string, given = one): Stand => ({ preset: given.files["s.yaml"]!, case: given, text });
  const history = standHistory(at("a"));
  history.record(at("b"), 0);
  history.record(at("c"), 2000);
  history.record(at("cd"), 2100);
  expect([history.undo(), history.undo(), history.undo()]).toEqual([at("b"), at("a"), null]);
  expect(history.state.get()).toEqual({ canUndo: false, canRedo: true });
  expect([history.redo(), history.redo(), history.redo()]).toEqual([at("b"), at("cd"), null]);
  history.undo();
  history.record(at("e"), 9000);
  expect(history.redo()).toBe(null);
  // Another preset at once after a change, with a change at once after it; the same one again is no step.
  history.opened(at("e", two));
  history.record(at("e", two), 9050);
  history.opened(at("e", { ...two, files: { ...two.files } }));
  history.record(at("f", two), 9100);
  expect([history.undo(), history.undo(), history.undo()]).toEqual([at("e", two), at("e"), at("b")]);
  expect([history.redo(), history.redo(), history.redo(), history.redo()]).toEqual([at("e"), at("e", two), at("f", two), null]);
});

const scale = fc.tuple(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), fc.double({ min: 1.2, max: 1e4, noNaN: true }), fc.boolean()).map(([low, times, log]) => ({ low, high: low * times, log, whole: false }));

test("every step of a slider is a value of its own that stands there again, and its text reads back as the value", () => {
  fc.assert(fc.property(scale, fc.integer({ min: 0, max: SLIDER_STEPS }), (slider, step) => {
    const value = valueAt(step, slider);
    expect(value >= slider.low && value <= slider.high).toBe(true);
    expect(stepOf(value, slider)).toBe(step);
  }));
  expect(valueAt(100, { low: 0.0533, high: 0.3, log: false, whole: false })).toBe(0.177);
  const units: readonly (readonly [Pick<Control, "form" | "unit">, string])[] = [[{ form: "plain", unit: "km" }, "km"], [{ form: "plain", unit: "$" }, "$"], [{ form: "plain", unit: "$/W" }, "$/W"], [{ form: "share", unit: "1" }, "1"], [{ form: "share a year", unit: "1/yr" }, "1/yr"], [{ form: "plain", unit: "1/yr" }, "1/yr"], [{ form: "plain", unit: "1" }, "1"]];
  fc.assert(fc.property(fc.double({ min: 1e-3, max: 1e10, noNaN: true }), fc.constantFrom(...units), (number, [control, unit]) => {
    const read = parseQuantity(valueText(number, control), unit);
    expect(read.ok && Math.abs(read.value - number) <= 1e-9 * number).toBe(true);
  }));
  expect(typedValue("1,360 kg", { shown: { unit: "kg", per: 1 } })).toBe(1360);
  expect(typedValue("12 %", { shown: { unit: "%", per: 0.01 } })).toBeCloseTo(0.12, 12);
  // A comma that groups nothing, and units that are not the box's, are no number of it.
  for (const text of ["1,5", "700000 m", "0.7 Mm", "60 months", "5 M$", "1e999", ".", "-"]) expect(typedValue(text, { shown: { unit: "km", per: 1 } }), text).toBe(null);
  expect(["650", "650 km", " .5km ", "1.2e3", "12,345,678.5"].map((text) => typedValue(text, { shown: { unit: "km", per: 1 } }))).toEqual([650, 650, 0.5, 1200, 12_345_678.5]);
  expect(typedValue("much", { shown: { unit: "kg", per: 1 } })).toBe(null);
});

const ANSWER = { ...answerOf([]), scenarioHash: "0", dawndusk: "0.1.0", modelVersion: "2026-11", seed: 1, name: "A", note: "", headline: { feasible: true, text: "t", why: [] }, boundary: null } satisfies Answer;
const CASE: Case = { scenario: "scenario.yaml", files: { "scenario.yaml": "name: A\n" }, set: [] };
const SAVED = { view: { page: "money", preset: "two-tier", text: "name: B\n", choices: { clock: { t_s: 3 } } }, case: CASE, answer: ANSWER } as const;

test("a snapshot opens as it was saved, and says when its answer is another model's or was changed", async () => {
  const text = await snapshotText(SAVED);
  const read = await readSnapshot(text, ANSWER);
  expect(read).toMatchObject({ ok: true, notice: "", snapshot: SAVED });
  expect(await readSnapshot(text, { dawndusk: "0.2.0", modelVersion: "2027-01" })).toMatchObject({ ok: true, notice: expect.stringContaining("model 2026-11; this studio has 0.2.0, model 2027-01") });
  expect(await readSnapshot(text.replace('"text":"t"', '"text":"u"'), ANSWER)).toMatchObject({ ok: true, notice: expect.stringContaining("changed after") });
  for (const broken of ["", "{}", "[1]", text.slice(0, -20), text.replace('"studio":1', '"studio":2'), text.replace('"files"', '"fils"')]) expect((await readSnapshot(broken, ANSWER)).ok).toBe(false);
});

const TABLE: Table = { id: "t", title: "T", note: "", columns: [{ name: "a", unit: "", align: "left" }, { name: "b", unit: "$", align: "right" }], rows: [["x", 1]] };
const CHART = { kind: "time", id: "c", title: "C", description: "", table: TABLE, unit: "$", series: [{ column: 1, hue: "orbit", form: "line" }], ticks: [{ at: 0, label: "x" }], fromZero: true } as const;

test("answers as they are made can be drawn; a file damaged in any part of one says so", async () => {
  const built = JSON.parse(readFileSync("dist/studio/answers/two-tier.json", "utf8")) as unknown;
  expect(isAnswer(built)).toBe(true);
  const drawn = { ...ANSWER, sections: [{ id: "s", title: "S", body: [{ kind: "figure", chart: CHART }, { kind: "table", table: TABLE, folded: false }] }] } satisfies Answer;
  expect(isAnswer(drawn)).toBe(true);
  const text = JSON.stringify(drawn);
  const damages: readonly (readonly [string | RegExp, string])[] = [
    ['"hue":"orbit"', '"hue":"toString"'], ['"column":1', '"column":2'], ['"at":0', '"at":7'], ['"kind":"time"', '"kind":"constructor"'], ['"kind":"table"', '"kind":"x"'], ['[["x",1]]', '[["x"]]'], ['[["x",1]]', '[{"x":1}]'], ['"why":[]', '"why":null'],
    ['"tiles":[]', '"tiles":[{}]'], ['"columns":[', '"columns":[null,'], ['"boundary":null', '"boundary":{}'], ['"body":[', '"body":[null,'], ['"align":"left"', '"align":1'],
  ];
  for (const [part, other] of damages) {
    const damaged = JSON.parse(text.replace(part, other)) as unknown;
    expect([part, JSON.stringify(damaged) === text, isAnswer(damaged)]).toEqual([part, false, false]);
    const file = JSON.stringify({ studio: 1, ...SAVED, answer: damaged, hash: "" });
    expect(await readSnapshot(file, ANSWER)).toEqual({ ok: false, why: "it is broken: part of it is missing" });
  }
  const saved = await snapshotText(SAVED);
  for (const choices of ['{"clock":{"t_s":"x"}}', '{"clock":{"selected":3}}', "[]", "null"]) expect((await readSnapshot(saved.replace('{"clock":{"t_s":3}}', choices), ANSWER)).ok).toBe(false);
});
