/** A fleet that the days of jobs fly and the plan does not build is told where their shares and credits are counted, and credits that a placement by cost gave away. */
import { expect, test } from "vitest";
import type { Plan } from "../../src/plan/index.ts";
import { fleetNotes } from "../../src/run/fleet-notes.ts";
import { boughtNotes, jobsNodes, simulatedQuarter, type Service, type SloCredit } from "../../src/serve/index.ts";
import { scenarioOf } from "../support/scenario.ts";
import { stagesOf, TWO_TIER } from "../serve/jobs/days.ts";

test("four platforms flown: of a plan with none, two and forty it is told, of one with 3.9 expected it is not", async () => {
  const scenario = scenarioOf(TWO_TIER);
  const { sizing, service } = await stagesOf(scenario);
  expect(jobsNodes(scenario, sizing, simulatedQuarter(service, scenario.serve!)).places.reduce((a, b) => a + b, 0)).toBe(4);
  const simulated = { jobsOf: "classes", credits: [] } as unknown as Service["simulated"];
  const planned = (units: number, more: object = {}) => fleetNotes(scenario, { sizing, service: { ...service, simulated }, plan: { status: "optimal", build: [{ option: "orbit/falcon-9", inService: service.quarters.map(() => units) }, { option: "ground/texas", inService: service.quarters.map(() => 100) }], ...more } as unknown as Plan });
  expect(planned(0)).toEqual([expect.stringMatching(/flew 4\S* platforms .* and the plan has 0\S* in service in 2027-Q4/)]);
  expect(planned(2)).toHaveLength(1);
  expect(planned(40)).toHaveLength(1);
  expect(planned(3.9)).toEqual([]);
  expect(planned(0, { status: "infeasible" })).toEqual([]);
  // Without days of jobs there is nothing to differ.
  expect(fleetNotes(scenario, { sizing, service, plan: { status: "optimal", build: [] } as unknown as Plan })).toEqual([]);
});

test("a placement by cost that gave credits away says how much, and what to hold it against; others and none do not", () => {
  const credits = [{ class: "batch", slo_frac: 0.9, credit_frac: 1, credit_usd: 5e5 }] as unknown as readonly SloCredit[];
  expect(boughtNotes({ placement: "cheapest", credits })).toEqual([expect.stringMatching(/class batch .* does not see its sloCredits: with 90 % on time it gives back 100 % of the fee, 500,?000\S* \$ of the days.*serve\.placement=orbit-first/)]);
  expect(boughtNotes({ placement: "orbit-first", credits })).toEqual([]);
  expect(boughtNotes({ placement: "cheapest", credits: [{ ...credits[0]!, credit_frac: 0, credit_usd: 0 } as SloCredit] })).toEqual([]);
});
