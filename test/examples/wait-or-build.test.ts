import { beforeAll, describe, expect, test } from "vitest";
import { solveHighs } from "../../src/solver/index.ts";
import { htmlReport, stageReport } from "../../src/report/index.ts";
import { runUntil, type Run } from "../../src/run/index.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

describe("example wait-or-build", () => {
  let got: Run;
  let own: Run;
  beforeAll(async () => {
    got = await runUntil(loadExample("wait-or-build", "options.points=6", "options.paths=6000"), "finance", { solve: solveHighs });
    heldAgainst("wait-or-build", got);
    own = await runUntil(loadExample("own-the-rocket", "plan.alternatives=0", "options.points=5", "options.paths=6000"), "finance", { solve: solveHighs });
  });

  const decision = (run: Run, id: string) => run.realOptions!.decisions.find((one) => one.id === id)!;

  test("not having to decide today is worth something, and a rule is worth no more than foresight", () => {
    for (const { value_usd, now_usd, foresight_usd, standardError_usd, flexibility_usd } of [...got.realOptions!.decisions, ...own.realOptions!.decisions]) {
      expect(value_usd).toBeGreaterThanOrEqual(Math.max(0, now_usd!) - 4 * standardError_usd);
      expect(value_usd).toBeLessThanOrEqual(foresight_usd);
      expect(flexibility_usd).toBeCloseTo(value_usd - Math.max(0, now_usd!), 3);
    }
  });
  test("begin when launches are cheap, give up when they are dear", () => {
    const edges = (id: string) => decision(got, id).rule.filter(({ driver }) => driver === "launch-price");
    expect(edges("orbit").map(({ when }) => when)).not.toContain("above");
    expect(edges("give-up").map(({ when }) => when)).not.toContain("below");
    for (const { value } of edges("orbit")) for (const usd of value) expect(usd).toBeGreaterThan(50e6);
    // The launch price of the rule is that of the scenario times a factor of its own date: 90 M$ as written.
    for (const { value, factor } of edges("orbit")) expect(value[0]! / factor[0]!).toBeCloseTo(90e6, 0);
  });
  test("a right to begin is worth no less than a pilot with the same dates, within errors, and no less than all at once", () => {
    const [orbit, pilot] = [decision(got, "orbit"), decision(got, "pilot-first")];
    expect(pilot.now_usd!).toBeGreaterThan(orbit.now_usd!);
    expect(Math.abs(orbit.value_usd - pilot.value_usd)).toBeLessThan(0.05 * orbit.value_usd);
  });
  test("the rocket is not worth its stake today, and the right to it is worth something: a call on what others pay", () => {
    const nova = decision(own, "own-nova");
    expect(nova.now_usd!).toBeLessThan(0);
    expect(nova.value_usd).toBeGreaterThan(10 * nova.standardError_usd);
    const last = nova.rule.filter(({ quarter, driver }) => quarter === nova.dates.at(-1) && driver !== null);
    const edge = (is: boolean): number => last.find(({ happened }) => happened["anchor-customer"] === is)!.value[0]!;
    expect(edge(true)).toBeLessThan(edge(false));
  });
  test("parts of launches are a relaxation: never dearer than whole ones out of the same slots", () => {
    for (const { realOptions } of [got, own]) expect(realOptions!.notes.join(" ")).toMatch(/costs (as much as|[^ ]+ [MB]?\$ less than) its plan with whole ones/);
  });
  test("the report has the section, its chart and the words", () => {
    const text = stageReport(got, "finance", { width: 100, colour: false });
    for (const part of ["What can be decided later, and what that is worth", "How sure the values are", "Rule by date: orbit", "Begin in orbit in"]) expect(text).toContain(part);
    const page = htmlReport(got);
    for (const part of ["chart-option-orbit", "table-real-options", "table-option-edge-orbit"]) expect(page).toContain(part);
  });
});
