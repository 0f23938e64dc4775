/** Each model in the common forms gives its own answer, as its own functions work it out; its ledger lines add up to it. */
import { describe, expect, it } from "vitest";
import { sumLines } from "../../../src/ledger/index.ts";
import { answerOf, answersOf, inputPaths, ledgerOf, models, NameError, ownAnswer, rangeOf, reconcile, subjectOf, type Subject } from "../../../src/published/index.ts";

const names = models.flatMap(({ card, variants }) => [card.id, ...variants.map(({ id }) => `${card.id}@${id}`)]);

describe.each(names)("%s", (name) => {
  const subject = subjectOf(name);
  it("gives its own answers to 1e-9", () => {
    for (const { answer, value, times } of subject.natives) expect(Math.abs((answerOf(subject.forms, answer) * times) / value - 1), answer).toBeLessThan(1e-9);
  });
  it("has ledger lines that sum to its answers", () => {
    const ledger = ledgerOf(subject);
    const answers = answersOf(subject.forms);
    for (const tier of ["orbit", "ground"] as const) {
      if (!answers.includes(tier)) continue;
      const cost = sumLines(ledger, { tier, period: "unit-year", unit: "$" });
      const output = sumLines(ledger, { tier, boundary: "output" });
      expect(cost / output / answerOf(subject.forms, tier)).toBeCloseTo(1, 9);
    }
    // What is lumped stands under none of its items: those of one item are the form's parts of that item alone.
    for (const [tier, form] of [["orbit", subject.forms.orbit], ["ground", subject.forms.ground]] as const) {
      for (const item of new Set(form?.prices.flatMap(({ covers }) => covers))) {
        const alone = form!.prices.filter(({ covers }) => covers.length === 1 && covers[0] === item).reduce((sum, price) => sum + price.price_usd * (price.per === "kW IT" ? 1 : price.per === "kW array" ? form!.array_kW_per_kW : form!.battery_kWh_per_kW), 0);
        expect(sumLines(ledger, { tier, boundary: item, period: "unit", unit: "$" })).toBeCloseTo(alone, 6);
      }
    }
    for (const { boundary, covers } of ledger) expect(covers?.length ?? 1).toBeGreaterThan(boundary === "lump" ? 1 : 0);
    expect(ledger.length).toBeGreaterThan(0);
    // A square metre gives off what it takes in: sigma times both emittances times T^4 over space, where the Sun does not come and go.
    const { panel } = subject.forms;
    if (panel !== undefined && panel.lit_frac === 1) {
      const emitted = panel.stefanBoltzmann_W_per_m2_K4 * (panel.sides[0].emittance_frac + panel.sides[1].emittance_frac) * ((answerOf(subject.forms, "panel") + 273.15) ** 4 - panel.space_K ** 4);
      expect(sumLines(ledger, { subsystem: "a square metre of panel" }) / emitted).toBeCloseTo(1, 9);
    }
    if (answers.includes("mass")) expect(sumLines(ledger, { tier: "orbit", unit: "kg" })).toBeCloseTo(answerOf(subject.forms, "mass"), 9);
  });
});

/** The subject with one input changed, or null where it is refused by name: out of range, or no change to any answer. */
const withOne = (id: string, path: string, value: number): Subject | null => {
  try {
    return subjectOf(`${id}:${path}=${value}`);
  } catch (error) {
    expect(error).toBeInstanceOf(NameError);
    expect(`${(error as NameError).message} ${(error as NameError).hint}`).toMatch(/expected|changes none of its answers|has no answer with these inputs|comes to/);
    return null;
  }
};

describe.each(models)("every input of $card.id", ({ card: { id }, inputs }) => {
  const moved = (value: number, factor: number): number => (value === 0 ? 0.1 : Number.isInteger(value) && value > 1 && value < 50 ? value + Math.sign(factor - 1) : value * factor);
  const changes = inputPaths(inputs).flatMap(([path, value]) => [1.07, 0.8].flatMap((factor) => [withOne(id, path, moved(value, factor))].filter((one) => one !== null)));
  it("keeps the common form at the model's own answer when it is changed", () => {
    expect(changes.length).toBeGreaterThan(3);
    for (const subject of changes) for (const { answer, value, times } of subject.natives) expect(Math.abs((answerOf(subject.forms, answer) * times) / value - 1), `${subject.id} ${answer}`).toBeLessThan(1e-9);
  });
  it("walks to the model's own answer, or is refused where it does nothing to it", () => {
    const base = subjectOf(id);
    for (const subject of changes) {
      for (const answer of answersOf(subject.forms)) {
        try {
          const found = reconcile(base, subject, { of: answer });
          const own = ownAnswer(subject.model!, subject.inputs, answer).value;
          expect(Math.abs(found.from + found.steps.reduce((sum, { amount }) => sum + amount, 0) - own) / Math.max(Math.abs(found.from), Math.abs(own))).toBeLessThan(1e-9);
          expect(found.to).toBe(own);
          expect(found.steps).toHaveLength(1);
        } catch (error) {
          if (!(error instanceof NameError)) throw error;
          expect(error.message).toContain("does nothing to");
        }
      }
    }
  });
  it("is refused by name outside its range, and at the ends of it gives numbers or says why not", () => {
    for (const [path] of inputPaths(inputs)) {
      const { low, high } = rangeOf(path);
      for (const value of [low - 1, high + Math.max(1, high)]) expect(() => subjectOf(`${id}:${path}=${value}`), path).toThrow(new RegExp(`${path.replaceAll(".", "\\.")} is `));
      for (const value of [low, high]) for (const { value: answer } of withOne(id, path, value)?.natives ?? []) expect(Number.isFinite(answer), path).toBe(true);
    }
  });
});

describe("names", () => {
  it("changes inputs behind a colon", () => {
    const subject = subjectOf("mccalip:orbit.launch_usd_per_kg=200,years=5");
    // The golden run mccalip_run_starship_200.
    expect(answerOf(subject.forms, "orbit") * 5e6).toBeCloseTo(42_278_331_958.904, 2);
  });
  it.each(["nobody", "mccalip@nothing", "mccalip@views@starship", "mccalip:orbit.launch=200", "mccalip:orbit=2", "mccalip:orbit.years", "mccalip:orbit.years=ten", "mccalip:", "mccalip:orbit.years="])("refuses %s", (name) => {
    if (name === "mccalip:") expect(subjectOf(name).id).toBe(name);
    else expect(() => subjectOf(name)).toThrow(NameError);
  });
  it("every model has inputs, and faults only where its card has them", () => {
    for (const { card, inputs, faultsAt } of models) {
      expect(inputPaths(inputs).length).toBeGreaterThan(3);
      for (const fault of Object.values(faultsAt).flat()) expect(card.faults).toContain(fault);
    }
  });
});
