/** What is given back for work that was late, by hand, from the jobs to the cash. */
import { expect, test } from "vitest";
import { earnedOf } from "../../../src/finance/flows/earned.ts";
import type { Plan } from "../../../src/plan/index.ts";
import { creditShare } from "../../../src/serve/jobs/slo-credits.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { daysOf, stagesOf, TWO_TIER } from "./days.ts";

/** AWS, Compute Service Level Agreement (2022-05-05), region level. */
const AWS = [{ below_frac: 0.9999, credit_frac: 0.1 }, { below_frac: 0.99, credit_frac: 0.3 }, { below_frac: 0.95, credit_frac: 1 }];

test("steps as the cloud has them: on the threshold nothing of the step is due", () => {
  const cases = [[1, 0], [0.9999, 0], [0.9998, 0.1], [0.99, 0.1], [0.98, 0.3], [0.95, 0.3], [0.9, 1], [0, 1]] as const;
  for (const [slo, credit] of cases) expect(creditShare(AWS, slo)).toBe(credit);
  expect(creditShare(AWS, null)).toBe(0);
  expect(creditShare([], 0.1)).toBe(0);
});

test("a class that is never on time gives its fee back: the days' at its price for what was delivered, and each quarter's in the cash", async () => {
  // Shed at once where it cannot start at once: with so little patience some of chat is late or shed, and batch is not.
  const set = ["demand.classes.chat.price=2 $/kWh", "demand.classes.chat.sloCredits=[{below: 100 %, credit: 25 %}]", "demand.classes.chat.power=900 kW"] as const;
  const scenario = scenarioOf(TWO_TIER, ...set);
  const { service, simulated } = await daysOf(scenario, await stagesOf(scenario));
  const [chat] = simulated.classes;
  expect(chat!.slo_frac).toBeLessThan(1);
  const [credit, ...more] = simulated.credits;
  expect(more).toEqual([]);
  const kWh = (chat!.delivered_Wh.ground + chat!.delivered_Wh.orbit) / 1000;
  expect(credit).toMatchObject({ class: "chat", credit_frac: 0.25 });
  expect(credit!.fee_usd).toBeCloseTo(2 * kWh, 6);
  expect(credit!.credit_usd).toBeCloseTo(0.5 * kWh, 6);
  expect(service.classes.map(({ sloCredit_frac }) => sloCredit_frac)).toEqual([0.25, 0, 0]);
  // 1 kW over a quarter of 2,191.5 h at 2 $ and a quarter of it given back.
  const plan = { quarters: [8108], classes: [{ id: "chat", credit_frac: 0.25, ground_W: [1000], orbit_W: [0] }] } as unknown as Plan;
  expect(earnedOf(scenario, plan)[0]!.real_usd[0]).toBeCloseTo(2191.5 * 2 * 0.75, 9);
});
