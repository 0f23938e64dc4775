import { describe, expect, test } from "vitest";
import { fly, type Flight } from "../../src/fly/index.ts";
import { openMarket, settleLaunch, withAccess } from "../../src/market/index.ts";
import { connectionWait_month } from "../../src/physics/index.ts";
import { replanTables } from "../../src/report/tables/replan-tables.ts";
import { run, type Run } from "../../src/run/index.ts";
import { solveHighs } from "../../src/solver/index.ts";
import { designedBeside, futuresOf, planned, type Designed } from "../../src/run/futures.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import { serve, type Service } from "../../src/serve/index.ts";
import { size, type Sizing } from "../../src/size/index.ts";
import { loadExample } from "../support/run-example.ts";
import { scenarioOf } from "../support/scenario.ts";

/** Nothing that changes here is sized, flown or served: the same records are handed on. */
const designed = { sizing: {} as Sizing, flight: {} as Flight, service: {} as Service };

describe("drawn futures", () => {
  const scenario = loadExample("talks-fail", "plan.uncertain.draws=15", "launch.vehicles.falcon-9.price={distribution: uniform, low: 50 M$, high: 90 M$, source: test}");

  test("share what the named ones leave, and are the same for the same seed", async () => {
    const { futures } = await futuresOf(scenario, designed);
    expect(futures).toHaveLength(16);
    expect(futures.reduce((sum, { chance_frac }) => sum + chance_frac, 0)).toBeCloseTo(1, 12);
    expect(futures[1]).toMatchObject({ id: "draw 1", chance_frac: 0.6 / 15 });
    const prices = futures.map(({ scenario: { launch } }) => launch.vehicles[1]!.price_usd);
    expect((await futuresOf(scenario, designed)).futures.map(({ scenario: { launch } }) => launch.vehicles[1]!.price_usd)).toEqual(prices);
  });
  test("take each distribution within its ends, and gates by their chance", async () => {
    const { futures } = await futuresOf(scenario, designed);
    const drawn = futures.slice(1);
    const prices = drawn.map(({ scenario: { launch } }) => { const price = launch.vehicles[1]!.price_usd; return price.kind === "constant" ? price.value : Number.NaN; });
    for (const price of prices) expect(price).toBeGreaterThanOrEqual(50e6);
    for (const price of prices) expect(price).toBeLessThanOrEqual(90e6);
    expect(new Set(prices).size).toBe(15);
    // Mean of 15 uniform draws: 70 +- 4 standard errors of 40/sqrt(12 x 15) = 3 M$.
    expect(Math.abs(prices.reduce((a, b) => a + b, 0) / 15 - 70e6)).toBeLessThan(12e6);
    // Talks fail in some of the draws and not in all: 0.4^15 and 0.6^15 are below one in two thousand.
    const block = drawn.map(({ scenario: { launch } }) => JSON.stringify(launch.vehicles[0]!.share_frac));
    expect(new Set(block).size).toBe(2);
  });
  test("leave alone what a design has taken, and say so", async () => {
    const { notes } = await futuresOf(loadExample("talks-fail", "plan.uncertain.draws=2", "orbit.platform.cellEfficiency={distribution: uniform, low: 0.2, high: 0.3, source: test}"), designed);
    expect(notes.join()).toContain("orbit.platform.cellEfficiency");
  });
});

const FIRST = 2027 * 4;
const site = (id: string, plant: string): string => `    - { id: ${id}, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: a, online: 2028-Q1, power: 30 MW }], plant: { climate: dallas-2020, cooling: liquid-dry${plant} } }`;
const ground = (sites: readonly string[], gates: readonly string[], uncertain: string): string => `
dawndusk: 1
name: futures of the ground
horizon: { start: 2027-Q1, years: 6 yr }
demand: { classes: [{ id: batch, kind: batch, power: 20 MW, deferralMax: 24 h }] }
plan: { uncertain: ${uncertain} }
ground:
  sites:
${sites.join("\n")}
${gates.length === 0 ? "" : `gates:\n${gates.map((gate) => `  - ${gate}`).join("\n")}\n`}`;

/** Sized, flown and served as a run does. */
const design = async (scenario: Scenario): Promise<Designed & { readonly own: Scenario }> => {
  const settled = settleLaunch(scenario);
  const own = settled.gates.length === 0 ? settled : withAccess(settled, openMarket(settled).views[0]!);
  const sizing = size(own);
  const flight = await fly(own, sizing);
  return { own, sizing, flight, service: serve(own, { sizing, flight }) };
};

/** Quarter in which a site is first online; null where it never is. */
const firstOnline = ({ sizing }: Pick<Designed, "sizing">, id: string): number | null => {
  const at = sizing.sites.find((one) => one.id === id)!.online_MW.findIndex((power) => power > 0);
  return at < 0 ? null : FIRST + at;
};

describe("ground sites of a future", () => {
  const PERMIT = "{ id: permit, kind: site-permit, holds: site/s, at: 2028-Q1, chance: 30 %, fallback: later, later: 2 yr }";
  const REFUSED = "{ id: permit, kind: site-permit, holds: site/s, at: 2028-Q1, chance: 30 %, fallback: without }";
  const UNCERTAIN = "{ before: 2027-Q3, futures: [{ id: refused, chance: 30 %, gates: permit }] }";

  // Works may begin when the permit clears, and take Abilene's twelve months.
  test("are online when its permit lets them, and are otherwise as designed", async () => {
    const scenario = scenarioOf(ground([site("s", ""), site("o", "")], [PERMIT], UNCERTAIN));
    const designed = await design(scenario);
    const { futures } = await futuresOf(scenario, designed);
    const [refused, written] = futures;
    expect(written!.input).toBe(designed);
    expect([firstOnline(designed, "s"), firstOnline(refused!.input, "s"), firstOnline(refused!.input, "o")]).toEqual([2029 * 4, 2031 * 4, 2028 * 4]);
    const [was, is] = [designed, refused!.input].map(({ sizing }) => sizing.sites[0]!);
    expect(is).toEqual({ ...was, phases: is!.phases, online_MW: is!.online_MW, late: is!.late });
    expect(refused!.input.flight.sites).toEqual(designed.flight.sites);
    expect(refused!.input.service).not.toBe(designed.service);
  });

  test("that is refused have nothing online, and keep what a megawatt is", async () => {
    const scenario = scenarioOf(ground([site("s", "")], [REFUSED], UNCERTAIN));
    const designed = await design(scenario);
    const { input } = (await futuresOf(scenario, designed)).futures[0]!;
    expect([input.sizing.sites[0]!.status, firstOnline(input, "s")]).toEqual(["feasible", null]);
  });

  test("that the design was refused are sized and flown where they are permitted", async () => {
    const scenario = scenarioOf(ground([site("s", ""), site("o", "")], [REFUSED.replace("30 %", "70 %")], UNCERTAIN));
    const designed = await design(scenario);
    expect([designed.sizing.sites[0]!.status, designed.flight.sites.length]).toEqual(["infeasible", 1]);
    const permitted = { ...scenario, gates: scenario.gates.map((gate) => ({ ...gate, chance_frac: 0 })) };
    const { input } = await planned(permitted, { scenario, designed });
    expect([input.sizing.sites[0]!.status, firstOnline(input, "s"), input.flight.sites.map(({ id }) => id).join()]).toEqual(["feasible", 2029 * 4, "s,o"]);
    const beside = await designedBeside(designed.own, designed, input);
    expect([beside.sizing.sites[0]!.status, firstOnline(beside, "s"), beside.service.siteMeans["s"]!.origin]).toEqual(["feasible", null, "flown"]);
  });

  test("are planned again after a permit that comes or does not, and one behind the horizon is no option", async () => {
    const late = site("late", ", works: { begin: 2032-Q2 }").replace("2028-Q1", "2032-Q4");
    const read = (chance: string): Scenario => scenarioOf(ground([site("s", ""), site("o", ""), late], [REFUSED.replace("30 %", chance)], "null").replace("power: 20 MW", "power: 50 MW"), "plan.alternatives=0");
    const [permitted, refused] = [read("30 %"), read("70 %")];
    const again = async (scenario: Scenario, happened: Scenario) => (await run(scenario, { solve: solveHighs, happened: { asOf_quarter: FIRST + 2, events: ["permit"], scenario: happened } }));
    const lost = await again(permitted, refused);
    const won = await again(refused, permitted);
    expect(lost.plan!.options.map(({ id }) => id)).toEqual(["ground/s", "ground/o"]);
    expect(lost.plan!.notes.join(" ")).toContain("late is no option: nothing of it is online within the horizon, which ends with 2032-Q4");
    expect([lost.replan!.status, won.replan!.status]).toEqual(["optimal", "optimal"]);
    expect([(await again(permitted, permitted)).replan!.notes.join(" "), lost.replan!.notes]).toEqual([expect.stringMatching(/^permit changes nothing that the plan reads from .* on/), []]);
    const units = ({ replan }: Run, option: string): number => replan!.build.find((one) => one.option === option)!.built.reduce((a, b) => a + b, 0);
    expect([units(lost, "ground/s"), units(won, "ground/s") > 0]).toEqual([0, true]);
    // Each is the other's plan but for the first two quarters, in which nothing of s can stand.
    expect(lost.replan!.difference_usd).toBeCloseTo(-won.replan!.difference_usd, -2);
    const rows = replanTables(won.replan, won.plan)[0]!.rows.find(([option]) => option === "ground/s")!;
    expect(rows[2]).toBe(0);
  });

  // Two quarters are six months; a wait above the ramp's begin is told by the quarter in which the first power comes.
  test("take each draw's wait for the grid", async () => {
    const scenario = scenarioOf(ground([site("s", ", queue: { requested: 2025-Q1, ramp: 0 month, wait: 40 month }")], [], "{ before: 2027-Q3, draws: 12 }"));
    const designed = await design(scenario);
    const online = (await futuresOf(scenario, designed)).futures.map(({ input }) => firstOnline(input, "s"));
    expect(new Set(online).size).toBeGreaterThan(3);
    const middle = 2025 * 4 + Math.ceil(connectionWait_month({ median_month: 40, spread: 0.45 }, 0.5) / 3 - 1e-9);
    expect(firstOnline(designed, "s")).toBe(middle);
    expect(online.filter((quarter) => quarter !== null && quarter < middle).length).toBeGreaterThan(1);
    expect(online.filter((quarter) => quarter === null || quarter > middle).length).toBeGreaterThan(1);
  });
});
