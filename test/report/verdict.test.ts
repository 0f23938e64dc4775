import { describe, expect, test } from "vitest";
import { headline, htmlReport, stageReport, terminalReport } from "../../src/report/index.ts";
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

describe("what is missing is not shown as if it were there", () => {
  const both = (run: Run): readonly string[] => [flat(terminalReport(run, plain)), htmlReport(run)];

  test("ground alone: no break-even, not both tiers", () => {
    const ground: Run = { ...fixture, plan: { ...fixture.plan, options: fixture.plan.options.slice(0, 1), build: fixture.plan.build.slice(0, 1) }, finance: { ...fixture.finance, orbit: null, boundary: { ...fixture.finance.boundary, inside: [{ item: "it", ground: true, orbit: false, what: "servers" }] } } };
    for (const text of both(ground)) {
      expect(text).not.toMatch(/no launch price|both tiers|[Bb]reak-even|base cost, orbit|in orbit nothing/);
      expect(text).toContain("ground alone");
    }
  });

  test("an infeasible plan has its reasons, and no build-out, money, scarcity or empty boundary", () => {
    const why = "nothing can be built before 2030-Q1";
    for (const finance of [fixture.finance, noFinance]) {
      for (const text of both({ ...fixture, plan: { ...fixture.plan, status: "infeasible", why: [why] }, finance })) {
        expect(text).toContain(why);
        expect(text).not.toMatch(/Build-out by|The plan's money|Net present value|Scarcity beside/);
        if (finance === noFinance) expect(text).not.toMatch(/Inside the boundary|Levelised cost of compute/);
      }
    }
  });

  const idle = { ...fixture.plan, build: fixture.plan.build.map((b) => ({ ...b, built: none, launches: none, inService: none })), classes: unserved, binding: none.map(() => ""), shadowPrices: [] };
  const unearned = { ...fixture.finance, cash: { ...fixture.finance.cash, revenue_pv_usd: 0, cost_pv_usd: 0, npv_usd: 0, salvage_pv_usd: 0 } };

  test("all unserved with nothing in the way is one sentence", () => {
    const run: Run = { ...fixture, plan: idle, finance: unearned };
    expect(headline(run).feasible).toBe(true);
    for (const text of both(run)) {
      expect(text.split("Serving costs more than the shortfall price: nothing is worth building.")).toHaveLength(2);
      expect(text).not.toMatch(/Build-out by|no revenue is counted/);
      expect(text).toContain("nothing is built: nothing is paid or earned");
    }
    expect(flat(stageReport({ ...run, finance: null }, "plan", plain))).toContain("nothing is worth building.");
  });

  test("but not where a limit binds, where no class may run, or where something is built", () => {
    const closed = { eligible: false, why: "latency", latency_ms: 0, latencyMedian_ms: 0, linkLimit_frac: 1, useful_frac: 1 };
    const refused = { ...fixture.service, classes: fixture.service.classes.map((c) => ({ ...c, tier: { ground: closed, orbit: closed } })) };
    for (const run of [{ ...fixture, plan: { ...idle, binding: fixture.plan.binding } }, { ...fixture, plan: idle, service: refused }, fixture] as const) expect(headline(run).text).not.toContain("nothing is worth building");
  });
});

describe("an interrupted run", () => {
  test("says so first, and after which stage", () => {
    const stopped: Run = { ...fixture, interrupted: true, service: null, plan: null, finance: null };
    expect(headline(stopped).text).toMatch(/^Interrupted after fly: later stages are missing\. The platform closes\./);
    expect(headline({ ...stopped, sizing: null, flight: null }).text).toBe("Interrupted before anything was computed.");
  });
});
