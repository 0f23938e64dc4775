import { describe, expect, test } from "vitest";
import { nodeFiles } from "../../src/io/index.ts";
import { drivenAt, load, loadScenario, withFactor } from "../../src/scenario/index.ts";

const path = "examples/wait-or-build/scenario.yaml";
const options = { path, files: nodeFiles(path) };
const problemsOf = (...set: readonly string[]): string => {
  const loaded = loadScenario({ ...options, set });
  return loaded.ok ? "" : loaded.problems.map((problem) => `${problem.path}: ${problem.found}; ${problem.hint}`).join("\n");
};
const withDrivers = (drivers: string, more = ""): string => problemsOf(`options={drivers: [${drivers}], ${more} decisions: [{ id: orbit, kind: wait, last: 2030-Q1 }]}`);
const withDecision = (decision: string, ...set: readonly string[]): string => problemsOf(`options.decisions=[${decision}]`, ...set);
const ownedBy = (...more: readonly string[]): readonly string[] => [
  "launch.vehicles=[{ id: starship, vehicle: starship-v3-claimed, price: 90 M$, cadence: 10 /yr }, { id: nova, vehicle: stoke-nova, cadence: 10 /yr, access: { mode: customer, fixedCost: 300e6 $/yr, marginalCost: 6 M$ } }]", ...more,
];
const PRICE = "{ id: price, field: launch.vehicles.starship.price, volatility: 30 % }";

describe("options that are mis-stated", () => {
  test("drivers move a number that exists and is read after the design, and have what their process needs", () => {
    expect(withDrivers(PRICE)).toBe("");
    expect(withDrivers("")).toContain("no driver");
    expect(withDrivers("{ id: a, field: launch.vehicles.starship.prize, volatility: 30 % }")).toMatch(/field.*prize/);
    expect(withDrivers("{ id: a, field: launch.vehicles.vulcan.price, volatility: 30 % }")).toContain("which this scenario does not have");
    expect(withDrivers("{ id: a, field: orbit.altitude, volatility: 30 % }")).toContain("by which a platform or site is sized or flown");
    expect(withDrivers("{ id: a, field: name, volatility: 30 % }")).toMatch(/options\.drivers/);
    expect(withDrivers("{ id: a, field: launch.vehicles.starship.price }")).toContain("no volatility, and no distribution");
    expect(withDrivers("{ id: a, field: launch.vehicles.starship.price, process: reverting, volatility: 30 % }")).toContain("reverting without reversion");
    expect(withDrivers("{ id: a, field: launch.vehicles.starship.cadence, process: event }")).toContain("event without rate");
    expect(withDrivers("{ id: a, field: launch.vehicles.starship.cadence, process: event, rate: 1 1/yr, before: 1 }")).toContain("the same factor before and after");
    expect(withDrivers(`${PRICE}, ${PRICE}`)).toContain("twice");
  });
  test("a distribution stands for a volatility", () => {
    expect(problemsOf("launch.vehicles.starship.price={distribution: lognormal, median: 90 M$, sigma: 0.8, source: test}", "options.drivers=[{ id: a, field: launch.vehicles.starship.price }]")).toBe("");
  });
  test("correlations are between drivers that move, and can hold together", () => {
    const moving = (id: string, field: string): string => `{ id: ${id}, field: ${field}, volatility: 20 % }`;
    const three = [moving("a", "launch.vehicles.starship.price"), moving("b", "launch.vehicles.starship.cadence"), moving("c", "demand.classes.chat.power")].join(", ");
    expect(withDrivers(three, "points: 4, correlations: [{ one: a, other: b, value: 0.5 }],")).toBe("");
    expect(withDrivers(three, "correlations: [{ one: a, other: z, value: 0.5 }],")).toMatch(/other: .*z/);
    expect(withDrivers(three, "correlations: [{ one: a, other: a, value: 0.5 }],")).toContain("with itself");
    expect(withDrivers(three, "correlations: [{ one: a, other: b, value: 0.9 }, { one: a, other: c, value: 0.9 }, { one: b, other: c, value: -0.9 }],")).toContain("cannot move with both");
  });
  test("decisions have their dates in the horizon and what they decide on", () => {
    expect(withDecision("{ id: a, kind: wait, last: 2045-Q1 }")).toContain("2045-Q1");
    expect(withDecision("{ id: a, kind: wait, first: 2020-Q1, last: 2030-Q1 }")).toContain("2020-Q1");
    expect(withDecision("{ id: a, kind: stage, last: 2030-Q1 }")).toContain("stage without a pilot");
    expect(withDecision("{ id: a, kind: stage, pilot: 2, last: 2027-Q1 }")).toContain("no date after the first");
    expect(withDecision("{ id: a, kind: abandon, last: 2030-Q1 }", "orbit.target=")).toContain("abandon without a target");
    expect(withDecision("{ id: a, kind: own, vehicle: starship, last: 2030-Q1 }")).toContain("without access");
    expect(withDecision("{ id: a, kind: own, vehicle: nova, last: 2030-Q1 }")).toContain("nova");
    // Its stake is what the deals cost; without deals that name it, it is not written.
    expect(withDecision("{ id: a, kind: own, vehicle: nova, last: 2030-Q1 }", ...ownedBy("deals={ company: a, buyer: lab, vehicle: nova, holders: [{ id: lab }], classes: [{ id: common }], issues: [{ id: first, at: 2026-Q1, holder: lab, class: common, shares: 1 }] }"))).toBe("");
    expect(withDecision("{ id: a, kind: own, vehicle: nova, last: 2030-Q1 }", ...ownedBy())).toContain("nova without stake");
    expect(withDecision("")).toContain("no decision");
    expect(withDecision("{ id: a, kind: wait, every: 0.25 yr, last: 2037-Q1 }", "options.points=15", "options.drivers=[{ id: a, field: launch.vehicles.starship.price, volatility: 30 % }, { id: b, field: launch.vehicles.starship.cadence, volatility: 30 % }]")).toContain("41 dates with 225 states");
  });
});

describe("a number times a factor", () => {
  const scenario = load(options);
  const quarters = Array.from({ length: 48 }, (_, i) => scenario.horizon.start_quarter + i);
  const times = (field: string, factor: (i: number) => number) => drivenAt(withFactor(scenario, { path: field, quarters, factor: quarters.map((_, i) => factor(i)), whole: factor(0) }), field)!.value;

  test("a constant becomes steps, and a factor of 1 changes nothing", () => {
    expect(times("launch.vehicles.starship.price", () => 1)).toEqual(drivenAt(scenario, "launch.vehicles.starship.price")!.value);
    const halved = times("launch.vehicles.starship.price", (i) => (i < 8 ? 1 : 0.5));
    expect(halved).toMatchObject({ kind: "schedule", interpolation: "step" });
    if (typeof halved === "number" || halved.kind !== "schedule") throw new Error("no schedule");
    expect(halved.value[7]).toBe(90e6);
    expect(halved.value[8]).toBe(45e6);
  });
  test("what is counted stays none before its first date", () => {
    const cadence = times("launch.vehicles.starship.cadence", () => 2);
    if (typeof cadence === "number" || cadence.kind !== "schedule") throw new Error("no schedule");
    expect(cadence.t_s[0]).toBe(Date.UTC(2028, 0, 1) / 1000);
    expect([cadence.value[0], cadence.value.at(-1)]).toEqual([50, 360]);
  });
  test("a number that cannot change over time takes one factor", () => {
    expect(times("launch.vehicles.starship.reliability", () => 0.5)).toBe(0.5 * (drivenAt(scenario, "launch.vehicles.starship.reliability")!.value as number));
    expect(drivenAt(scenario, "launch.vehicles.none.price")).toBeUndefined();
  });
});
