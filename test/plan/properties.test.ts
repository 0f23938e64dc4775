/** What must hold of every plan, on random small problems. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highsSolver } from "../../src/solver/index.ts";
import { formulate } from "../../src/plan/index.ts";
import type { Formulation, Solution } from "../../src/plan/index.ts";
import { fleet, problem, site, vehicle, wants, planCase } from "./cases.ts";
import type { ProblemTest } from "./cases.ts";

const solve = highsSolver({ gap_frac: 0, nodes: 100_000 });
const N = 4;
const amount = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);
const series = (min: number, max: number) => fc.array(amount(min, max), { minLength: N, maxLength: N });

const anyCase: fc.Arbitrary<ProblemTest> = fc.record({
  grid: series(0, 10), build: series(0, 5), cheap: amount(1, 30), slots: series(0, 3), integer: fc.boolean(), reliability: amount(0.5, 1), factory: series(0, 6), life: fc.integer({ min: 1, max: 6 }),
  wanted: series(0, 5), later: series(0, 5), peak: amount(1, 3), link: amount(0, 1), stations: amount(0, 1), shortfall: amount(1, 100), salvage: fc.boolean(),
}).map((r) => problem(N, {
  salvage: r.salvage,
  sites: [
    site(N, { grid_MW: r.grid, build_MW: r.build }),
    site(N, { id: "other", name: "other", it_MW_per_MW: 0.6, capital: site(N).capital.map((part) => ({ ...part, usd: part.usd.map(() => r.cheap * 1e6) })) }),
  ],
  vehicles: [vehicle(N, { slots: r.slots, integer: r.integer, reliability: r.reliability }), vehicle(N, { id: "b", name: "b", perLaunch: 1, reliability: 1, launch: { ...vehicle(N).launch, usd: [2e6, 2e6, 1e6, 1e6] } })],
  fleet: fleet(N, { life: r.life, factory: r.factory, link_B_per_s: r.link * 1e9, stations_B_per_s: r.stations * 1e9, available_frac: [0.9, 0.8], capital: fleet(N).capital.map((part) => ({ ...part, life: r.life })) }),
  classes: [
    wants(N, { wanted_MW: r.wanted, data_B_per_J: 500, smoothing: [{ deferral_h: 0, peakToMean: r.peak }, { deferral_h: 24, peakToMean: 1 + (r.peak - 1) / 2 }], shortfall_usd_per_MWh: (r.shortfall * 1e6) / 2191.5 }),
    wants(N, { id: "batch", name: "batch", wanted_MW: r.later, smoothing: [{ deferral_h: 24, peakToMean: 1.1 }] }),
  ],
}));

/** The sites stand first. */
const fleetOf = ({ options }: Formulation["layout"]): Formulation["layout"]["options"][number] => options.at(-1)!;

const solved = async (c: ProblemTest): Promise<Solution> => solve(formulate(planCase(c)).model);

/** Objective at a charge on orbit's capital, and that capital (what one more of the charge adds to the objective at the same decisions), M$. */
const orbitSpending = async (c: ProblemTest, charge: number): Promise<{ readonly objective: number; readonly capital: number }> => {
  const at = (n: number) => formulate(planCase({ ...c, fleet: { ...c.fleet!, charge: n } })).model;
  const { objective, primal } = await solve(at(charge));
  const dearer = at(charge + 1).columns.cost.reduce((sum, cost, j) => sum + cost * primal[j]!, 0);
  return { objective, capital: dearer - objective };
};

describe("every plan", () => {
  test("serves no more than there is, of what is wanted, and counts the rest", async () => {
    await fc.assert(fc.asyncProperty(anyCase, async (c) => {
      const { layout } = formulate(planCase(c));
      const { primal, status } = await solved(c);
      expect(status).toBe("optimal");
      const at = (column: number | null): number => (column === null ? 0 : primal[column]!);
      c.quarters.forEach((_, t) => {
        const ground = c.classes.map((_k, i) => at(layout.pools[0]![i]![t]!));
        const orbit = c.classes.map((_k, i) => at(layout.pools[1]![i]![t]!));
        c.classes.forEach((k, i) => expect(ground[i]! + orbit[i]! + at(layout.short[i]![t]!)).toBeCloseTo(k.wanted_MW[t]!, 5));
        const groundMW = c.sites.reduce((sum, s, i) => sum + at(layout.options[i]!.held[t]!) * s.it_MW_per_MW, 0);
        const alive = c.vehicles.flatMap((v, i) => fleetOf(layout).bought[i]!.map((column, born) => (born <= t && t - born < c.fleet!.life ? { n: at(column) * v.reliability, age: t - born } : { n: 0, age: 0 })));
        const orbitMW = alive.reduce((sum, { n, age }) => sum + n * c.fleet!.it_MW * c.fleet!.available_frac[Math.floor(age / 4)]!, 0);
        for (const [used, there] of [[ground, groundMW], [orbit, orbitMW]] as const) {
          expect(used[0]! + used[1]!).toBeLessThanOrEqual(there + 1e-5);
          expect(used[0]! * c.classes[0]!.smoothing[0]!.peakToMean).toBeLessThanOrEqual(there + 1e-5);
        }
        expect(orbit[0]! * 500e6).toBeLessThanOrEqual(alive.reduce((sum, { n }) => sum + n, 0) * c.fleet!.link_B_per_s + 1e4);
        expect(orbit[0]! * 500e6).toBeLessThanOrEqual(c.fleet!.stations_B_per_s + 1e4);
        expect(fleetOf(layout).bought.reduce((sum, columns) => sum + at(columns[t]!), 0)).toBeLessThanOrEqual(c.fleet!.factory[t]! + 1e-6);
        c.vehicles.forEach((v, i) => expect(at(layout.vehicles[i]!.launch[t]!)).toBeLessThanOrEqual(Math.ceil(v.slots[t]!) + 1e-6));
      });
    }), { numRuns: 25 });
  });
  test("never costs more with more launches on offer, more grid or a larger factory", async () => {
    await fc.assert(fc.asyncProperty(anyCase, fc.integer({ min: 1, max: 3 }), async (c, more) => {
      const cost = (await solved(c)).objective;
      const limit = cost + 1e-6 * Math.abs(cost) + 1e-6;
      const raised: readonly ProblemTest[] = [
        { ...c, vehicles: c.vehicles.map((v) => ({ ...v, slots: v.slots.map((n) => n + more) })) },
        { ...c, sites: c.sites.map((s) => ({ ...s, grid_MW: s.grid_MW.map((n) => n + more) })) },
        { ...c, fleet: { ...c.fleet!, factory: c.fleet!.factory.map((n) => n + more) } },
      ];
      for (const better of raised) expect((await solved(better)).objective).toBeLessThanOrEqual(limit);
    }), { numRuns: 12 });
  });
  test("costs no less and spends no more on orbit with a higher charge on its capital", async () => {
    // The least of f + k g, with g not below 0: as k rises it does not fall and g does not rise, whatever f and g are.
    await fc.assert(fc.asyncProperty(anyCase, amount(1, 2), amount(0, 2), async (c, charge, more) => {
      const [low, high] = [await orbitSpending(c, charge), await orbitSpending(c, charge + more)];
      const slack = 1e-6 * Math.max(1, Math.abs(low.objective));
      expect(high.objective).toBeGreaterThanOrEqual(low.objective - slack);
      expect(high.capital * more).toBeLessThanOrEqual(low.capital * more + 2 * slack);
    }), { numRuns: 12 });
  });
  test("costs no less with launches that fail more often, also where a target must be met and what is left is credited", async () => {
    // Upkeep apart, which nobody pays for a platform that was lost.
    await fc.assert(fc.asyncProperty(anyCase, amount(0.1, 0.9), async (c, worse) => {
      const due = { ...c, salvage: true, fleet: { ...c.fleet!, life: 6, standing: [], factory: [6, 6, 6, 6], target: [0, 2, 2, 4], capital: c.fleet!.capital.map((part) => ({ ...part, life: 6 })) } };
      const risky = { ...due, vehicles: due.vehicles.map((v) => ({ ...v, reliability: v.reliability * worse })) };
      const [safe, lossy] = [await solved(due), await solved(risky)];
      expect(safe.status).toBe(lossy.status);
      if (safe.status === "optimal") expect(lossy.objective).toBeGreaterThanOrEqual(safe.objective - 1e-6 * Math.max(1, Math.abs(safe.objective)));
    }), { numRuns: 12 });
  });
  test("costs the same in whatever order sites and vehicles stand", async () => {
    await fc.assert(fc.asyncProperty(anyCase, async (c) => {
      const turned = { ...c, sites: c.sites.toReversed(), vehicles: c.vehicles.toReversed() };
      const [a, b] = [(await solved(c)).objective, (await solved(turned)).objective];
      expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(a)));
    }), { numRuns: 12 });
  });
});
