import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withValues, type Scenario } from "../../src/scenario/index.ts";
import { loadExample } from "../support/run-example.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

/** Fields alone: the loader also tells of sources and of what stands where. */
const fieldsOf = ({ assumptions: _a, random: _r, notes: _n, ...fields }: Scenario): unknown => fields;
const valuesOf = ({ assumptions }: Scenario): unknown => Object.fromEntries(assumptions.map(({ path, value, unit, origin }) => [path, { value, unit, origin: origin === "set" }]));

describe("numbers put into a resolved scenario", () => {
  test("are the ones that --set gives", () => {
    const base = scenarioOf(RACK);
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 2000 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 100, max: 9000 }), (altitude, servers, price) => {
        const got = withValues(base, [{ path: "orbit.altitude", value: altitude }, { path: "orbit.platform.servers", value: servers }, { path: "launch.vehicles.falcon-9.pricePerKg", value: price }]);
        const expected = scenarioOf(RACK, `orbit.altitude=${altitude} km`, `orbit.platform.servers=${servers}`, `launch.vehicles.falcon-9.pricePerKg=${price} $/kg`);
        expect(fieldsOf(got)).toEqual(fieldsOf(expected));
        expect(valuesOf(got)).toEqual(valuesOf(expected));
      }),
      { numRuns: 10 },
    );
  });

  test("leave the scenario that they are put into, and what they do not touch", () => {
    const base = scenarioOf(RACK);
    const copy = structuredClone(base);
    const got = withValues(base, [{ path: "orbit.platform.serverMass", value: 1000 }]);
    expect(base).toEqual(copy);
    expect(got.orbit!.drag).toBe(base.orbit!.drag);
    expect(got.orbit!.platform.serverMass_kg).toBe(1000);
  });

  test.each(["two-tier", "suncatcher-2027", "one-rack", "filed-million", "geo-ring", "l1-and-swarm", "dawn-and-dusk"])("none is no change: %s", (example) => {
    const scenario = loadExample(example);
    expect(withValues(scenario, [])).toEqual(scenario);
  });

  test("a constant takes the place of a distribution", () => {
    const scenario = scenarioOf(RACK.replace("altitude: 650 km", "altitude: { distribution: uniform, low: 500 km, high: 700 km }"));
    expect(scenario.random.map(({ path }) => path)).toEqual(["orbit.altitude"]);
    expect(withValues(scenario, [{ path: "orbit.altitude", value: 600 }]).random).toEqual([]);
  });

  test.each([
    ["orbit.altitude", 100, "from 200 to 100000 km"],
    ["orbit.altitude", Number.NaN, "found NaN"],
    ["orbit.platform.servers", 1.5, "a whole number"],
    ["orbit.platform.arrayPacking", 90, "a fraction"],
    ["orbit.altitud", 600, 'did you mean "altitude"?'],
    ["orbit.formation.radius", 600, "no section `formation`"],
    ["orbit.platform.server", 1, "a field that holds a number"],
    ["horizon.years", 7, "outside horizon"],
    ["launch.vehicles.starship.price", 1e8, "one of falcon-9"],
    ["orbit.platform.measuredMean", 0.9, "measuredMean <= measuredPeak"],
    ["orbit.platform.terminals", 2, "a catalogue entry in `terminal`"],
  ])("%s = %d is refused: %s", (path, value, message) => {
    expect(() => withValues(scenarioOf(RACK), [{ path, value }])).toThrow(message);
  });

  test("all that is wrong is told at once", () => {
    expect(() => withValues(scenarioOf(RACK), [{ path: "orbit.altitude", value: 1 }, { path: "orbit.life", value: -1 }])).toThrow(/orbit\.altitude[\s\S]*orbit\.life/);
  });
});
