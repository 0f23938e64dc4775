/** What to decide now, on cases that can be reckoned by hand. */
import { expect, test } from "vitest";
import { decide, type DecideCase } from "../../src/risk/index.ts";

/** A flight succeeds in six of ten futures. Building now gains 100 where it does and loses 80 where not; a year later 90 and 85; not building is worth nothing. */
const FLIGHT: DecideCase = {
  unit: "M$",
  now: 8108,
  chances: [0.6, 0.4],
  questions: [{
    id: "build", name: "build in orbit",
    alternatives: [
      { id: "build", name: "build", begun: [{ quarter: 8108, worth: [100, -80] }, { quarter: 8112, worth: [90, -85] }] },
      { id: "not", name: "stay on the ground", begun: [{ quarter: 8108, worth: [0, 0] }, { quarter: 8112, worth: [0, 0] }] },
    ],
  }],
  triggers: [{ id: "flight", name: "first flight", quarter: 8111, outcomes: ["flies", "fails"], outcome: [0, 1] }],
};

test("waiting for a flight is worth what it spares less what the delay costs", () => {
  const [decision] = decide(FLIGHT);
  // now 0.6 100 - 0.4 80 = 28; later blind 0.6 90 - 0.4 85 = 20; later seeing 0.6 90 = 54
  expect(decision).toMatchObject({ best: "build", worth: 28, lead: 28, verdict: "wait", until: "flight" });
  const [wait] = decision!.waits;
  expect(wait!.cost).toBeCloseTo(8, 12);
  expect(wait!.learnt).toBeCloseTo(34, 12);
  expect(wait!.net).toBeCloseTo(26, 12);
  expect(wait!.outcomes).toEqual([{ outcome: "flies", chance: 0.6, best: "build", worth: 90, flips: false }, { outcome: "fails", chance: 0.4, best: "not", worth: 0, flips: true }]);
  expect(wait!.closes).toEqual([]);
});

test("an event that changes no choice is not waited for", () => {
  const sure: DecideCase = { ...FLIGHT, questions: [{ ...FLIGHT.questions[0]!, alternatives: [{ id: "build", name: "build", begun: [{ quarter: 8108, worth: [100, 20] }, { quarter: 8112, worth: [90, 15] }] }, FLIGHT.questions[0]!.alternatives[1]!] }] };
  const [decision] = decide(sure);
  expect(decision).toMatchObject({ best: "build", verdict: "commit", until: null });
  expect(decision!.waits[0]!.learnt).toBeCloseTo(0, 12);
  expect(decision!.waits[0]!.outcomes.some(({ flips }) => flips)).toBe(false);
});

test("what closes by waiting is named, and its worth is lost", () => {
  const closing: DecideCase = { ...FLIGHT, questions: [{ ...FLIGHT.questions[0]!, alternatives: [{ id: "build", name: "build", begun: [{ quarter: 8108, worth: [100, -80] }] }, FLIGHT.questions[0]!.alternatives[1]!] }] };
  const [decision] = decide(closing);
  expect(decision!.waits[0]).toMatchObject({ closes: ["build"], learnt: 0, cost: 28 });
  expect(decision!.verdict).toBe("commit");
});

test("futures, chances and worths that do not fit are refused by name", () => {
  expect(() => decide({ ...FLIGHT, chances: [0.6, 0.6] })).toThrow("sum to 1");
  expect(() => decide({ ...FLIGHT, triggers: [{ ...FLIGHT.triggers[0]!, outcome: [0, 2] }] })).toThrow("trigger flight has no outcome");
  expect(() => decide({ ...FLIGHT, triggers: [{ ...FLIGHT.triggers[0]!, quarter: 8108 }] })).toThrow("known now");
  const gap = { ...FLIGHT.questions[0]!, alternatives: [{ id: "build", name: "build", begun: [{ quarter: 8108, worth: [100, Number.NaN] }] }] };
  expect(() => decide({ ...FLIGHT, questions: [gap] })).toThrow("build of build has no worth");
});
