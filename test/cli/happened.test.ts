/** `plan --as-of --event`: what can be an event. */
import { describe, expect, test } from "vitest";
import { happenedIn } from "../../src/cli/happened.ts";
import { scenarioOf } from "../support/scenario.ts";
import { BASE } from "../serve/stages.ts";

describe("an event", () => {
  const scenario = scenarioOf(BASE);
  const { start_quarter } = scenario.horizon;
  const asOf = `${Math.floor(start_quarter / 4) + 1}-Q1`;
  const asked = (event: string) => happenedIn(scenario, { asOf, event: [event] }, (set) => { expect(set).toEqual([event]); return Promise.resolve(scenario); });
  test("may change a price", async () => {
    expect((await asked("launch.vehicles.falcon.price=90 M$"))!.events).toEqual(["launch.vehicles.falcon.price=90 M$"]);
  });
  test.each(["finance.discount=20 %/yr", "money.inflation=5 %/yr", "horizon.years=4 yr"])("does not count money or time anew: %s", async (event) => {
    await expect(asked(event)).rejects.toThrow("which says how money or time is counted");
  });
});
