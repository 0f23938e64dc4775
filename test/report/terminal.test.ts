import { describe, expect, test } from "vitest";
import { allNotes, formatFigure, formatPercent, headline, stageReport, terminalReport } from "../../src/report/index.ts";
import type { Run } from "../../src/run/index.ts";
import { fixture } from "./fixture.ts";

const plain = { width: 80, colour: false } as const;
const flat = (text: string): string => text.replace(/\s+/g, " ");

describe("the whole run", () => {
  const text = terminalReport(fixture, plain);

  test("names the cluster that the platform flies in", () => {
    expect(flat(text)).not.toContain("cluster");
    const formation = {
      satellites: 81, slots: 85, lattice: "square", radius_m: 1000, axisRatio: 1.998, least_m: 97.5, most_m: 200, error_m: 1, clear_m: 98, keepOut_m: 25,
      unmatchedDrift_m_per_d: 90, matchedDrift_m_per_d: 0.1, dragDrift_m: 0.2, unmatched_m_per_s_per_yr: 60, matched_m_per_s_per_yr: 0.1, keeping_m_per_s_per_yr: 0.2,
    } as const;
    const run = { ...fixture, sizing: { ...fixture.sizing, platform: { ...fixture.sizing.platform, formation } } };
    expect(flat(terminalReport(run, plain))).toContain("cluster 81 platforms 85 fit within 1,000 m, 97.5 m apart or more; this is one of them");
  });

  test("says the verdict first, then cost on both tiers with its boundary", () => {
    expect(text.split("\n")[0]).toBe(fixture.scenario.name);
    expect(text.split("\n")[1]).toBe("Orbit is 1.78 times the cost of ground: $17,950 against $10,090 a kW-yr.");
    const { ground, orbit } = fixture.finance;
    for (const [name, a, b] of [["$/GPU-h", ground.usd_per_GPU_h, orbit.usd_per_GPU_h], ["$/PFLOP-day", ground.usd_per_PFLOP_day, orbit.usd_per_PFLOP_day], ["$/kW-yr", ground.usd_per_kW_yr, orbit.usd_per_kW_yr], ["$/Mtoken", ground.usd_per_Mtoken, orbit.usd_per_Mtoken], ["$/W of capital", ground.capex_usd_per_W, orbit.capex_usd_per_W]] as const) {
      expect(flat(text)).toContain(`${name} ${formatFigure(a)} ${formatFigure(b)} ${formatFigure(b / a)}`);
    }
    expect(flat(text)).toContain("Inside the boundary: on the ground IT, water; in orbit IT, launch.");
    for (const out of fixture.finance.boundary.outside) expect(flat(text)).toContain(out);
  });

  test("shows scarcity beside base cost, and says that it is not in it", () => {
    expect(flat(text)).toContain("scarcity price, highest 16,130 $/kW-yr");
    expect(flat(text)).toContain("It is not part of the cost above.");
  });

  test("shows platform, flight, service, plan and money", () => {
    const { platform } = fixture.sizing;
    const { light } = fixture.flight.summary;
    for (const part of [platform.binds, "4,806 kg", "40.05 kg/kW", "148.7 m2", "352 K (78.85 degC)", "3.100e-12"]) expect(flat(text)).toContain(part);
    for (const share of [light.outsideUmbra_frac, light.outsidePenumbra_frac, light.discInView_frac, light.worstDayOutsideUmbra_frac]) expect(text).toContain(formatPercent(share));
    for (const part of ["19.4 min", "168.2 min/day", "latency 412 ms", "link carries 83 %", "-600 M$", "23.1 B$", "break-even launch price"]) expect(flat(text)).toContain(part);
  });

  test("shows the platform beside its limits", () => {
    // By hand from the fixture: 326 - 318, 333.5 - 326, 352 - 326, 358.15 - 352; twelve platforms a launch, by mass.
    for (const part of ["panel + 8 K of loop; 7.5 K under its limit of 333.5 K (60.35 degC)", "coolant + 26 K of chip; 6.15 K under its limit of 358.1 K (85 degC)", "a launch of starship 12 platforms; mass"]) expect(flat(text)).toContain(part);
    const { platform } = fixture.sizing;
    const hot = { ...fixture, plan: null, sizing: { ...fixture.sizing, platform: { ...platform, chain: { ...platform.chain, coolantMax_K: null, junctionMax_K: 350 } } } };
    const over = flat(terminalReport(hot, plain));
    expect(over).toContain("its maker states no limit");
    expect(over).toContain("2 K over its limit of 350 K");
    expect(over).not.toContain("a launch of");
  });

  test("builds by year add up the quarters", () => {
    // 2028 holds quarters 4 to 7: 4 x 15 units of 0.833 MW on the ground, 2 x 60 platforms of 0.12 MW, 2 x 5 launches.
    expect(flat(text)).toContain("2028 49.98 14.4 209.1 14.4 10 ");
    expect(flat(text)).toContain("2032 49.98 28.8 409 129.6 20 ");
  });

  test("carries every note once, and what is needed to reproduce it", () => {
    for (const note of allNotes(fixture)) expect(flat(text).split(note)).toHaveLength(2);
    expect(text.trimEnd().split("\n").at(-1)).toBe("dawndusk 0.1.0, model 1, scenario 9f2c7a1be04d5566aa10, seed 1");
  });

  test("keeps to the width and to ASCII without colour", () => {
    for (const width of [80, 120]) {
      const lines = terminalReport(fixture, { width, colour: false }).split("\n");
      expect(Math.max(...lines.map((l) => l.length))).toBeLessThanOrEqual(width);
      expect(lines.join("")).toMatch(/^[\x20-\x7e]*$/);
    }
  });

  test("colours when asked, and only then", () => {
    expect(text).not.toContain("\u001b");
    expect(terminalReport(fixture, { width: 80, colour: true })).toContain("\u001b[1mOrbit is 1.78");
  });
});

const broken: Run = {
  ...fixture,
  sizing: { status: "infeasible", why: ["the radiator would need 412 m2; the limit is 300 m2"], platform: null, swarm: null, unheld: [], sites: [], claims: null, ledger: [], notes: [] },
  flight: { summary: null, fleet: null, sites: [], delivered: null, ledger: [], notes: [] },
  plan: { ...fixture.plan, status: "infeasible", why: ["nothing can be built before 2030-Q1"] },
};

describe("what cannot be done", () => {
  test("an infeasible run prints its reasons", () => {
    const text = terminalReport(broken, plain);
    expect(headline(broken).feasible).toBe(false);
    expect(text).toContain("Infeasible: the platform does not close.");
    expect(text).toContain("  - the radiator would need 412 m2; the limit is 300 m2");
    expect(text).toContain("  - nothing can be built before 2030-Q1");
  });

  test("a run with one tier shows a dash for the other", () => {
    const text = terminalReport({ ...fixture, finance: { ...fixture.finance, orbit: null } }, plain);
    expect(flat(text)).toContain("$/GPU-h 1.918 - -");
    expect(text).toContain("none in orbit");
  });
});

describe("one stage", () => {
  const upTo = (keys: Partial<Run>): Run => ({ ...fixture, sizing: null, flight: null, service: null, plan: null, finance: null, ...keys });

  test("size shows mass by part, heaviest first", () => {
    const text = stageReport(upTo({ sizing: fixture.sizing }), "size", plain);
    expect(text).toContain("The platform closes. What binds: radiator area: 148.7 m2 at 318 K.");
    expect(flat(text)).toMatch(/servers 1,360 28\.3 array 922 19\.18 radiator 773/);
    expect(text).not.toContain("Levelised");
  });

  test("fly shows where the energy went, and the stations", () => {
    const text = flat(stageReport(upTo({ sizing: fixture.sizing, flight: fixture.flight }), "fly", plain));
    expect(text).toContain("generated 1.222 GWh 100 %");
    expect(text).toContain("svalbard 13.9 118");
  });

  test("serve, plan and finance show theirs", () => {
    expect(flat(stageReport(fixture, "serve", plain))).toContain("batch 26.9 19.7 7.2 3.3 0 1.6");
    expect(flat(stageReport(fixture, "plan", plain))).toContain("factory 1 880,000 platform 2029-Q2");
    expect(flat(stageReport(fixture, "finance", plain))).toContain("total 10,090 17,950 7,860");
  });

  test("a scenario without orbit says so", () => {
    const none: Run = upTo({ sizing: { status: "feasible", why: [], platform: null, swarm: null, unheld: [], sites: [], claims: null, ledger: [], notes: [] } });
    expect(stageReport(none, "size", plain)).toContain("There is no platform in orbit in this scenario.");
  });
});
