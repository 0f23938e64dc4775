/** The correlations that a scenario writes. */
import { expect, test } from "vitest";
import { correlationsOf, samplerOf } from "../../../src/risk/index.ts";
import { scenarioOf } from "../../support/scenario.ts";

test("those of which every field varies are taken, the others are named", () => {
  const scenario = scenarioOf([
    "extends: template:two-tier",
    "orbit: {platform: {arrayAreal: {distribution: uniform, low: 1 kg/m2, high: 3 kg/m2}, specificEnergy: {distribution: uniform, low: 150 Wh/kg, high: 250 Wh/kg}}}",
    "uncertainty: {correlations: [{fields: 'orbit.platform.arrayAreal, orbit.platform.specificEnergy', copula: clayton, parameter: 2}, {fields: 'orbit.platform.massMargin, orbit.platform.powerMargin', parameter: 0.5}]}",
  ].join("\n"));
  const { correlations, left } = correlationsOf(scenario, scenario.random);
  expect(correlations).toEqual([{ fields: ["orbit.platform.arrayAreal", "orbit.platform.specificEnergy"], copula: "clayton", parameter: 2, freedom: null }]);
  expect(left.map(({ fields }) => fields)).toEqual([["orbit.platform.massMargin", "orbit.platform.powerMargin"]]);
  expect(samplerOf(scenario.random, correlations).factors.map(({ name }) => name)).toEqual(["orbit.platform.arrayAreal + orbit.platform.specificEnergy"]);
});
