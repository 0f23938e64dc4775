import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScenarioError } from "../../src/scenario/index.ts";
import { settingOf, spansOf, valuesOf } from "../../src/study/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const values = (argument: string): readonly (number | string)[] => valuesOf(spansOf("--sweep", [argument])[0]!);
const refusal = (...given: readonly string[]): string => {
  try {
    spansOf("--sweep", given);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
  }
  throw new Error("it was not refused");
};

describe("a span", () => {
  test("of a range has both ends and the steps between, ten unless told", () => {
    expect(values("orbit.altitude=450..1500km/7")).toEqual([450, 600, 750, 900, 1050, 1200, 1350, 1500]);
    expect(values("orbit.altitude=500..600 km")).toEqual([500, 510, 520, 530, 540, 550, 560, 570, 580, 590, 600]);
    expect(values("orbit.altitude=1000km..400km/3")).toEqual([1000, 800, 600, 400]);
  });

  test("by logarithm has a constant ratio", () => {
    expect(values("launch.vehicles.falcon.pricePerKg=100..10000$/kg/4*log")).toEqual([100, 316.227766017, 1000, 3162.27766017, 10000]);
  });

  test("reads units and shares as the field does", () => {
    expect(values("orbit.altitude=650000m,0.7e3km")).toEqual([650, 700]);
    expect(values("orbit.platform.powerMargin=10..30%/2")).toEqual([0.1, 0.2, 0.3]);
    expect(values("orbit.platform.radiatorTemperature=0..50degC/2")).toEqual([273.15, 298.15, 323.15]);
    expect(values("orbit.altitude=450,550,650km")).toEqual([450, 550, 650]);
  });

  test("of whole numbers has each once", () => {
    expect(values("orbit.platform.servers=1..4")).toEqual([1, 2, 3, 4]);
    expect(values("orbit.platform.servers=1..100/4")).toEqual([1, 26, 51, 75, 100]);
    expect(values("orbit.firstLaunch=2027-Q3..2028-Q2").map((quarter) => Number(quarter) - 2027 * 4)).toEqual([2, 3, 4, 5]);
  });

  test("of words is a list", () => {
    expect(values("orbit.platform.eclipse=shed,ride-through")).toEqual(["shed", "ride-through"]);
  });

  test.each([
    ["orbit.altitud=1..2km", 'found no field orbit.altitud, expected a field of the scenario, such as orbit.altitude\n    did you mean "orbit.altitude"?'],
    ["orbit.platform=1..2km", "found the section orbit.platform"],
    ["ground.sites.pue=1..2", "an item of a list is addressed by its id: ground.sites.<id>.pue"],
    ["orbit.altitude=450..1500", "write the unit, for example"],
    ["orbit.altitude=450..1500kg", '"kg" is a unit of mass'],
    ["orbit.altitude=10..1500km", "found 10 km, expected a length from 200"],
    ["orbit.platform.servers=1,1.5", "a whole number"],
    ["orbit.platform.eclipse=shed..ride-through", "found a range of words, expected a list"],
    ["orbit.altitude=500..500km", "found a range without extent"],
    ["orbit.ltan=0..12h*log", "found a logarithmic range that reaches zero"],
    ["orbit.altitude=500..600km/0", "found 0 steps"],
    ["orbit.altitude", "expected path=from..to or path=a,b,c"],
    ["orbit.altitude=", "expected path=from..to or path=a,b,c"],
  ])("%s is refused", (argument, message) => {
    expect(refusal(argument)).toContain(message);
    expect(refusal(argument)).toContain(`--sweep ${argument}: `);
  });

  test("tells all faulty arguments at once, and a field given twice", () => {
    expect(refusal("orbit.altitud=1..2km", "orbit.lif=1yr").split("found no field")).toHaveLength(3);
    expect(refusal("orbit.life=1..2yr", "orbit.life=3..4yr")).toContain("found orbit.life a second time");
  });
});

describe("a setting", () => {
  test("gives the scenario the value", () => {
    fc.assert(fc.property(fc.double({ min: 300, max: 2000, noNaN: true }), fc.double({ min: 0.01, max: 0.5, noNaN: true }), (altitude, margin) => {
      const [a, m] = spansOf("--sweep", ["orbit.altitude=300..2000km", "orbit.platform.powerMargin=1..50%"]);
      const { orbit } = scenarioOf(RACK, settingOf(a!, altitude), settingOf(m!, margin));
      expect(orbit?.altitude_km).toBe(altitude);
      expect(orbit?.platform.powerMargin_frac).toBe(margin);
    }), { numRuns: 30 });
  });

  test("gives quarters, dates and words as they were written", () => {
    const spans = spansOf("--sweep", ["orbit.firstLaunch=2028-Q2", "simulate.start=2028-03-20", "orbit.platform.eclipse=ride-through"]);
    const { orbit, simulate } = scenarioOf(RACK, ...spans.map((span) => settingOf(span, valuesOf(span)[0]!)));
    expect([orbit?.firstLaunch_quarter, simulate.start_utc_s, orbit?.platform.eclipse]).toEqual([2028 * 4 + 1, Date.UTC(2028, 2, 20) / 1000, "ride-through"]);
  });
});
