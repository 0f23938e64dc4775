/** Walks between published answers: they arrive, they can be turned round, and no order is in them where none is stated. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, inOrder, models, plainGame, reconcile, shapley, sharedAnswers, subjectOf, type Answer, type Reconciliation, type SplitGame, type Subject } from "../../../src/published/index.ts";
import { publishedCase } from "../golden.ts";

const subjects = models.map(({ card }) => subjectOf(card.id));
const pairs = subjects.flatMap((x, i) => subjects.slice(i + 1).map((y) => [x, y] as const));

const total = ({ steps }: Reconciliation): number => steps.reduce((sum, { amount }) => sum + amount, 0);
const scale = ({ from, to, steps }: Reconciliation): number => Math.max(Math.abs(from), Math.abs(to), ...steps.map(({ amount }) => Math.abs(amount)));
const arrives = (found: Reconciliation): void => expect(Math.abs(total(found) - (found.to - found.from)) / scale(found), `${found.x} to ${found.y}, ${found.of}`).toBeLessThan(1e-9);

/** Amounts by step, whatever the order of the list. */
const amounts = ({ steps }: Reconciliation): ReadonlyMap<string, number> => new Map(steps.map(({ id, amount }) => [id, amount]));

const turnedRound = (x: Subject, y: Subject, of: Answer): void => {
  const [there, back] = [reconcile(x, y, { of }), reconcile(y, x, { of })];
  arrives(there);
  expect(there.from).toBeCloseTo(answerOf(x.forms, of), 9);
  const returned = amounts(back);
  expect([...amounts(there).keys()].toSorted()).toEqual([...returned.keys()].toSorted());
  for (const [id, amount] of amounts(there)) expect(Math.abs(amount + returned.get(id)!) / scale(there), `${x.id} ${y.id} ${of} ${id}`).toBeLessThan(1e-9);
};

describe("all pairs", () => {
  it.each(["orbit", "ground", "mass", "panel"] as const)("%s: sums exactly, and is the negative of its reverse", (of) => {
    const both = pairs.filter(([x, y]) => sharedAnswers(x, y).includes(of));
    expect(both.length).toBeGreaterThan(10);
    for (const [x, y] of both) turnedRound(x, y, of);
  });
  it.each(["ratio", "break-even"] as const)("%s: the same, orbit and ground together", (of) => {
    const both = pairs.filter(([x, y]) => sharedAnswers(x, y).includes(of));
    expect(both.length).toBeGreaterThan(10);
    for (const [x, y] of both) turnedRound(x, y, of);
  });
  it("in a stated order: sums exactly, and is the negative of its reverse in the order turned round", () => {
    for (const [x, y] of pairs.filter((pair) => sharedAnswers(...pair).includes("orbit"))) {
      const there = reconcile(x, y, { of: "orbit", order: ["input", "boundary", "term"] });
      arrives(there);
      const returned = amounts(reconcile(y, x, { of: "orbit", order: there.order!.toReversed() }));
      for (const { id, amount } of there.steps) expect(Math.abs(amount + returned.get(id)!) / scale(there), id).toBeLessThan(1e-9);
    }
  });
});

describe("what is known", () => {
  it("McCalip's 62.60 C becomes 68.95 C when only the view factor is exchanged", () => {
    const { outputs } = publishedCase<{ T_C_mccalip: number; T_C_exact: number }>("mccalip_exact_vf");
    const found = reconcile(subjectOf("mccalip"), subjectOf("mccalip@views"));
    expect(found.of).toBe("panel");
    expect(found.steps.map(({ id }) => id)).toEqual(["panel.views"]);
    expect(found.from).toBeCloseTo(outputs.T_C_mccalip, 3);
    expect(found.to).toBeCloseTo(outputs.T_C_exact, 3);
    expect(found.steps[0]!.faults.map(({ text }) => text).join()).toContain("12 times too small");
  });
  it("spacedc's 18.7x becomes 14.8x when only the beta angle is set right", () => {
    const found = reconcile(subjectOf("spacedc"), subjectOf("spacedc@beta"));
    expect(found.of).toBe("ratio");
    expect(found.steps.map(({ id }) => id)).toEqual(["orbit.beta_deg"]);
    expect([found.from, found.to].map((ratio) => Number(ratio.toFixed(1)))).toEqual([18.7, 14.8]);
    // Its own code at beta 90, run 2026-11-22: 980.0993155290087 over 66.03641377709826.
    expect(found.to).toBeCloseTo(980.0993155290087 / 66.03641377709826, 9);
    expect(found.steps[0]!.faults.map(({ text }) => text).join()).toContain("dawn-dusk");
  });
  it("the view factor is the whole way where nothing else is exchanged, between two models too", () => {
    const found = reconcile(subjectOf("mccalip@views"), subjectOf("spacedc"), { of: "panel", order: ["views"] });
    expect(found.steps[0]!.id).toBe("views");
    expect(found.steps[0]!.faults.length).toBeGreaterThan(0);
  });
  it("a break-even without operations is named as such", () => {
    const found = reconcile(subjectOf("mccalip"), subjectOf("shapiro"), { of: "break-even" });
    const step = found.steps.find(({ id }) => id === "orbit/without")!;
    expect(step.kind).toBe("boundary");
    expect(step.faults.map(({ text }) => text).join()).toContain("leaves out operations");
  });
  it("what a model leaves out is a fault where goods or services come in, not where a rate or a share does", () => {
    const { steps } = reconcile(subjectOf("suncatcher"), subjectOf("shapiro"), { of: "orbit" });
    const outside = steps.filter(({ faults }) => faults.some(({ text }) => text.startsWith("the satellite itself"))).map(({ id }) => id);
    expect(outside.toSorted()).toEqual(["boundary/control+it+links+power+structure", "failures", "operations"]);
  });
  it("BCG cannot be walked to: it is a quote; two that answer different questions are refused", () => {
    expect(() => subjectOf("bcg")).toThrow(/only quoted: a total without its terms/);
    expect(() => reconcile(subjectOf("iscr"), subjectOf("rotastellar"))).toThrow(/different questions/);
    expect(() => reconcile(subjectOf("mccalip"), subjectOf("shapiro"), { of: "orbit", order: ["luck"] })).toThrow(/no step "luck"/);
  });
});

describe("games", () => {
  it("Shapley of three runways (Littlechild and Owen 1973): the cost of the longest, shared by increments", () => {
    // Costs 1, 2, 4: 1/3, 1/3 + 1/2, 1/3 + 1/2 + 2.
    const costs = [1, 2, 4];
    const value = (taken: number): number => Math.max(0, ...costs.filter((_, i) => (taken & (1 << i)) !== 0));
    const shares = shapley(plainGame(3, value));
    [1 / 3, 5 / 6, 17 / 6].forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 12));
  });
  const table = (steps: number) => fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2 ** steps, maxLength: 2 ** steps });
  it("two sides give what one game of all their steps gives, which is the mean over all orders", () => {
    fc.assert(
      fc.property(table(2), table(2), table(2), table(2), (a, b, c, d) => {
        const split: SplitGame = { left: 2, right: 2, leftValues: (t) => [a[t]!, b[t]!], rightValues: (t) => [c[t]!, d[t]!] };
        const whole = plainGame(4, (t) => a[t & 3]! * c[t >> 2]! + b[t & 3]! * d[t >> 2]!);
        const orders = permutations([0, 1, 2, 3]);
        const mean = orders.reduce((sum, order) => inOrder(whole, order).map((share, i) => sum[i]! + share / orders.length), [0, 0, 0, 0]);
        const [one, two] = [shapley(split), shapley(whole)];
        mean.forEach((share, i) => {
          expect(one[i]).toBeCloseTo(share, 9);
          expect(two[i]).toBeCloseTo(share, 9);
        });
      }),
      { numRuns: 30 },
    );
  });
});

const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length === 0 ? [[]] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
