/** Expected: closed forms of hand-made cases, and plans of scenarios that say by their own fields what an outcome says. */
import { describe, expect, test } from "vitest";
import { solveHighs } from "../../../src/solver/index.ts";
import { commitmentsOf, runUntil, type Commitments } from "../../../src/run/index.ts";
import { datedEvents } from "../../../src/run/decide/index.ts";
import { scenarioOf } from "../../support/scenario.ts";

const HALL = `
dawndusk: 1
name: hall
horizon: { start: 2027-Q1, years: 5 yr }
demand: { classes: [{ id: work, kind: batch, power: 100 kW, deferralMax: 12 h, shortfallPrice: 10 $/kWh }] }
ground:
  sites:
    - { id: texas, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: hall, online: 2027-Q1, power: 1 MW }] }
finance: { discount: 0 %/yr }
plan:
  uncertain:
    before: 2027-Q3
    futures: [{ id: gone, chance: 50 %, set: "demand.classes.work.power=0 W" }]
`;

const decided = async (yaml: string, ...set: readonly string[]): Promise<Commitments> => {
  const scenario = scenarioOf(yaml, ...set);
  const { sizing, flight, service } = await runUntil(scenario, "serve", { solve: solveHighs });
  const all = await commitmentsOf(scenario, { sizing: sizing!, flight: flight!, service: service! }, { launches: "parts", known: new Map(), solve: solveHighs });
  expect(all).not.toBeNull();
  return all!;
};

/** Present cost of the plan of a scenario for one future. */
const costOf = async (yaml: string, ...set: readonly string[]): Promise<number> => {
  const { plan } = await runUntil(scenarioOf(yaml.slice(0, yaml.indexOf("plan:")), ...set), "plan", { solve: solveHighs });
  return plan!.solver.objective_usd;
};

const HOURS_PER_YEAR = 8766;

describe("commitments", () => {
  test("nothing is built where work is worth nothing, and what is left costs its price", async () => {
    const { commitments, events } = await decided(HALL, "demand.classes.work.shortfallPrice=0.01 $/kWh");
    expect(commitments[0]).toMatchObject({ option: "texas", verdict: "none", first_quarter: null, decisions: [] });
    const [gone, stays] = events[0]!.outcomes;
    expect(gone).toMatchObject({ id: "gone", chance_frac: 0.5 });
    expect(Math.abs(gone!.cost_usd!)).toBeLessThan(1e-3);
    expect(stays!.cost_usd! / (await costOf(HALL, "demand.classes.work.shortfallPrice=0.01 $/kWh"))).toBeCloseTo(1, 9);
  });

  test("work that is worth much is built for at once", async () => {
    const { commitments: [texas] } = await decided(HALL);
    expect(texas).toMatchObject({ verdict: "now", until: null, first_quarter: 2027 * 4 });
    const [{ waits: [wait], best, worth }] = texas!.decisions as [Commitments["commitments"][number]["decisions"][number]];
    expect(best).toBe("build");
    // Two quarters of 100 kW at 10 $/kWh are lost where the work stays, at least; half as likely.
    expect(wait!.cost).toBeGreaterThan(0);
    expect(wait!.net).toBeLessThan(0);
    expect(wait!.outcomes.map(({ flips, best: then }) => [flips, then])).toEqual([[true, "leave"], [false, "build"]]);
    // Known then, nothing is built where the work is gone, and where it stays the hall is one that opens in 2027-Q3.
    const later = await costOf(HALL, "ground.sites.texas.phases.hall.online=2027-Q3");
    expect((worth + wait!.net) / (-0.5 * later)).toBeCloseTo(1, 5);
  });

  test("waiting pays where the work is worth little more than it costs", async () => {
    const now = await costOf(HALL);
    const served = now / (100 * HOURS_PER_YEAR * 5);
    const { commitments: [texas] } = await decided(HALL, `demand.classes.work.shortfallPrice=${(1.6 * served).toFixed(4)} $/kWh`);
    expect(texas).toMatchObject({ verdict: "wait", until: "futures" });
    const { waits: [wait], worth } = texas!.decisions[0]!;
    expect(wait!.net).toBeGreaterThan(0);
    // Not more than foresight: the plan of either future from the start, which costs nothing where the work is gone.
    expect(worth + wait!.net).toBeLessThanOrEqual(-0.5 * (await costOf(HALL, `demand.classes.work.shortfallPrice=${(1.6 * served).toFixed(4)} $/kWh`)) + 1);
  });
});

test("an outcome that leaves no such site has no plan that goes on, and says so", async () => {
  const gated = scenarioOf(`${HALL.slice(0, HALL.indexOf("plan:"))}
gates: [{ id: permit, kind: site-permit, holds: site/texas, effect: block, at: 2028-Q1, chance: 30 %, fallback: without, source: test }]
uncertainty: { totals: [{ id: racks, item: it, factor: { distribution: uniform, low: 0.8, high: 1.2 } }] }
`);
  const { sizing, flight, service } = await runUntil(gated, "serve", { solve: solveHighs });
  // The hall is begun when the permit is due, a quarter before the price is known: of both together, one outcome is a refusal.
  const [number, permit] = ["uncertainty.totals.racks.factor", "gates.permit"] as const;
  const all = await commitmentsOf(gated, { sizing: sizing!, flight: flight!, service: service! }, { launches: "parts", known: new Map([[number, 2028 * 4 + 1]]), together: [[permit, number]], solve: solveHighs });
  expect(all!.commitments[0]!.decisions.map(({ event }) => event)).toEqual([number]);
  expect(all!.notes.join()).toContain(`texas is not held against ${permit} + ${number}: with "goes badly; low: 0.8200" there is no plan that goes on from the first steps.`);
});

describe("dated events", () => {
  const GATED = `${HALL.slice(0, HALL.indexOf("plan:"))}
gates:
  - { id: permit, kind: site-permit, holds: site/texas, effect: block, at: 2028-Q1, delay: 0.5 yr, chance: 30 %, fallback: without, source: test }
  - { id: rule, kind: site-permit, holds: site/texas, effect: block, at: 2027-Q2, delay: { distribution: uniform, low: 0 yr, high: 2 yr }, fallback: without, source: test }
  - { id: far, kind: site-permit, holds: site/texas, effect: block, at: 2040-Q1, chance: 30 %, fallback: without, source: test }
`;
  test("gates are known when they are due; a delay at its median", () => {
    const { events, notes } = datedEvents(scenarioOf(GATED), new Map());
    expect(events.map(({ id, quarter, outcomes }) => [id, quarter, outcomes.map(({ chance_frac }) => chance_frac)])).toEqual([
      ["gates.permit", 2028 * 4 + 2, [0.7, 0.3]],
      // Uniform over 0 to 2 years: quartiles by hand.
      ["gates.rule", 2028 * 4 + 1, [0.5, 0.5]],
    ]);
    expect(events[1]!.outcomes.map(({ scenario: { gates } }) => gates[1]!.delay_yr)).toEqual([0.5, 1.5]);
    expect(notes).toEqual(["gates.far is known in 2040-Q1, not within the horizon: nothing can wait for it."]);
  });

  test("two are known together when the later is: every pair of outcomes, by the product of their chances", () => {
    const { events } = datedEvents(scenarioOf(GATED), new Map(), [["gates.permit", "gates.rule"]]);
    const both = events.at(-1)!;
    expect([both.id, both.quarter]).toEqual(["gates.permit + gates.rule", 2028 * 4 + 2]);
    expect(both.outcomes.map(({ id, chance_frac }) => [id, chance_frac])).toEqual([["goes well; by then", 0.35], ["goes well; later", 0.35], ["goes badly; by then", 0.15], ["goes badly; later", 0.15]]);
    expect(both.outcomes.map(({ scenario: { gates } }) => [gates[0]!.chance_frac, gates[1]!.delay_yr])).toEqual([[0, 0.5], [0, 1.5], [1, 0.5], [1, 1.5]]);
    expect(() => datedEvents(scenarioOf(GATED), new Map(), [["gates.permit", "gates.far"]])).toThrow("gates.far is no event of this scenario within its horizon; they are gates.permit, gates.rule");
    expect(() => datedEvents(scenarioOf(HALL), new Map(), [["futures", "futures"]])).toThrow("cannot be known together");
  });

  test("what has no outcome or no date is said to be no event", () => {
    expect(datedEvents(scenarioOf(HALL, "finance.delay.grid=1 yr"), new Map()).notes).toEqual([expect.stringContaining("finance.delay is no event")]);
  });

  test("numbers need a date; without one they are named", () => {
    const scenario = scenarioOf(HALL.slice(0, HALL.indexOf("plan:")), "demand.classes.work.power={distribution: uniform, low: 0 kW, high: 200 kW}");
    expect(datedEvents(scenario, new Map())).toMatchObject({ events: [], notes: [expect.stringContaining("demand.classes.work.power")] });
    const { events } = datedEvents(scenario, new Map([["demand.classes.work.power", 2028 * 4]]));
    // Keefer and Bodily 1983: 5 %, 50 %, 95 % of 0 to 200 kW, by 0.185, 0.63, 0.185.
    expect(events[0]!.outcomes.map(({ id, chance_frac }) => [id, chance_frac])).toEqual([["low: 0.01000 MW", 0.185], ["middle: 0.1000 MW", 0.63], ["high: 0.1900 MW", 0.185]]);
  });
});
