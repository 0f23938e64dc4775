import { describe, expect, test } from "vitest";
import { headline, terminalReport } from "../../src/report/index.ts";
import type { Run } from "../../src/run/index.ts";
import { fixture } from "./fixture.ts";

const plain = { width: 80, colour: false } as const;
const flat = (text: string): string => text.replace(/\s+/g, " ");
const leftOut = "new-glenn carries no platform: mass: 8,000 kg against 9,000 kg a platform";
const none = fixture.plan.quarters.map(() => 0);
const unserved = fixture.plan.classes.map((c) => ({ ...c, ground_W: none, orbit_W: none, unserved_W: c.wanted_W }));
const noFinance = { ...fixture.finance, ground: null, orbit: null, options: [], boundary: { inside: [], outside: fixture.finance.boundary.outside } };

describe("nothing can be built", () => {
  const run: Run = { ...fixture, plan: { ...fixture.plan, options: [], build: [], classes: unserved, binding: none.map(() => ""), shadowPrices: [], notes: [leftOut, "Least present cost."] }, finance: noFinance };

  test("is infeasible, with the reasons under the headline", () => {
    const { feasible, text, why } = headline(run);
    expect(feasible).toBe(false);
    expect(text).toBe("Infeasible: neither tier can be built, and work is wanted.");
    expect(why).toEqual(["the scenario has no ground site", leftOut]);
    expect(flat(terminalReport(run, plain))).toContain(`- ${leftOut}`);
  });

  test("so is the plan alone", () => expect(headline({ ...run, finance: null }).feasible).toBe(false));

  test("but not where nothing is wanted", () => {
    const idle = { ...run, plan: { ...run.plan!, classes: [] } };
    expect(headline(idle).feasible).toBe(true);
  });
});
