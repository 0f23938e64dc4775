/** Each model in the common forms gives its own answer, as its own functions work it out; its ledger lines add up to it. */
import { describe, expect, it } from "vitest";
import { sumLines } from "../../../src/ledger/index.ts";
import { answerOf, answersOf, inputPaths, ledgerOf, models, NameError, subjectOf } from "../../../src/published/index.ts";

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
    if (answers.includes("mass")) expect(sumLines(ledger, { tier: "orbit", unit: "kg" })).toBeCloseTo(answerOf(subject.forms, "mass"), 9);
  });
});

describe("names", () => {
  it("changes inputs behind a colon", () => {
    const subject = subjectOf("mccalip:orbit.launch_usd_per_kg=200,orbit.years=5");
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
