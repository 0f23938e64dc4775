/** Which inputs a scenario gives. */
import { expect, test } from "vitest";
import { samplerOf, scenarioInputs } from "../../../src/risk/index.ts";
import { scenarioOf } from "../../support/scenario.ts";

test("without a distribution the ranges of defaults stand in, inside which every draw lies", () => {
  const { inputs, written, notes } = scenarioInputs(scenarioOf("extends: template:two-tier"), (path) => !path.startsWith("footprint."));
  expect(written).toBe(false);
  expect(inputs.length).toBeGreaterThan(20);
  expect(notes[0]).toContain(`${inputs.length} defaults and catalogue figures`);
  expect(inputs.some(({ path }) => path.startsWith("footprint."))).toBe(false);
  // the field table: life 5 years, 3 to 10
  expect(inputs.find(({ path }) => path === "orbit.life")!.distribution).toEqual({ distribution: "triangular", low: 3, mode: 5, high: 10 });
  const sampler = samplerOf(inputs, []);
  const x = new Float64Array(inputs.length);
  sampler.sample(new Float64Array(sampler.dimensions).fill(0.999), x);
  inputs.forEach(({ distribution: d }, i) => expect(d.distribution === "triangular" && x[i]! >= d.low && x[i]! <= d.high).toBe(true));
});

test("what is written as a distribution is what varies, with its correlations", () => {
  const text = [
    "extends: template:two-tier",
    "orbit: {platform: {arrayAreal: {distribution: uniform, low: 1 kg/m2, high: 3 kg/m2}, specificEnergy: {distribution: uniform, low: 150 Wh/kg, high: 250 Wh/kg}}}",
    "uncertainty: {correlations: [{fields: 'orbit.platform.arrayAreal, orbit.platform.specificEnergy', copula: clayton, parameter: 2}, {fields: 'orbit.platform.massMargin, orbit.platform.powerMargin', parameter: 0.5}]}",
  ].join("\n");
  const { inputs, correlations, written, notes } = scenarioInputs(scenarioOf(text));
  expect(written).toBe(true);
  expect(inputs.map(({ path }) => path)).toEqual(["orbit.platform.arrayAreal", "orbit.platform.specificEnergy"]);
  expect(correlations).toEqual([{ fields: ["orbit.platform.arrayAreal", "orbit.platform.specificEnergy"], copula: "clayton", parameter: 2, freedom: null }]);
  expect(notes).toEqual(["The correlation of orbit.platform.massMargin and orbit.platform.powerMargin is left out: not all of them vary."]);
  expect(samplerOf(inputs, correlations).factors.length).toBe(1);
});
