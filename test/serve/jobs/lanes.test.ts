/** Training in whole gangs, at the mean power that is asked for. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { lanesOf } from "../../../src/serve/jobs/class-jobs.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { daysOf, stagesOf, TWO_TIER } from "./days.ts";

test("by hand: 0.4 of a node is one node for 0.4 of the time, 5.5 nodes in gangs of 4 are one all and one 3/8 of the time", () => {
  expect(lanesOf(0.4, { nodes: 1, apart: true })).toEqual([{ nodes: 1, on_frac: 0.4 }]);
  expect(lanesOf(5.5, { nodes: 4, apart: false })).toEqual([{ nodes: 4, on_frac: 1 }, { nodes: 4, on_frac: 0.375 }]);
  expect(lanesOf(5.5, { nodes: 4, apart: true })).toEqual([{ nodes: 4, on_frac: 1 }, { nodes: 2, on_frac: 0.75 }]);
  expect(lanesOf(8, { nodes: 4, apart: false })).toEqual([{ nodes: 4, on_frac: 1 }, { nodes: 4, on_frac: 1 }]);
});

test("whatever is asked, gangs are whole and the mean is kept", () => {
  fc.assert(fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.integer({ min: 1, max: 50 }), fc.boolean(), (mean, nodes, apart) => {
    const lanes = lanesOf(mean, { nodes, apart });
    expect(Math.abs(lanes.reduce((sum, lane) => sum + lane.nodes * lane.on_frac, 0) - mean)).toBeLessThan(1e-6 * nodes);
    for (const lane of lanes) expect(apart ? lane.nodes <= nodes : lane.nodes === nodes).toBe(true);
    for (const { on_frac } of lanes) expect(on_frac > 0 && on_frac <= 1).toBe(true);
  }));
});

test("days of jobs want what the class asks for, of less than a rack, of half a rack more than one, and of gangs of four", async () => {
  const one = "{ id: small, kind: training, power: 55 kW, tiers: ground }";
  const gang = "{ id: gang, kind: training, power: 410 kW, synchronousChips: 288, tiers: ground }";
  const some = "{ id: some, kind: training, power: 200 kW, tiers: ground }";
  const text = TWO_TIER.replace(/ {4}- \{ id: chat[^]*?(?=\nground:)/, [one, gang, some].map((c) => `    - ${c}`).join("\n"));
  const scenario = scenarioOf(text, "serve.classes=[{class: some, length: 2.27 h}]");
  const { simulated, journal } = await daysOf(scenario, await stagesOf(scenario));
  expect(simulated.classes.map(({ id }) => id)).toEqual(["small", "gang", "some"]);
  for (const { wanted_Wh, expected_Wh } of simulated.classes) expect(Math.abs(wanted_Wh / expected_Wh - 1)).toBeLessThan(0.01);
  const gangs = journal.split("\n").filter((line) => line.includes('"submit"') && line.includes('"id":"gang-')).map((line) => (JSON.parse(line) as { readonly event: { readonly job: { readonly nodes: number } } }).event.job.nodes);
  expect(gangs).toEqual([4]);
});
