/** What is said to be outside of the headline. */
import { expect, test } from "vitest";
import { boundaryOf } from "../../src/finance/boundary.ts";
import type { OrderPlan } from "../../src/plan/index.ts";

const order = (id: string, of: OrderPlan["of"]): OrderPlan => ({ id: `order/${id}`, of, lead_yr: 2, ordered: [], open: [], deposit_usd: [] });
const outside = (...orders: readonly OrderPlan[]): string => boundaryOf({ options: [], orders }).outside.find((text) => text.includes("between paying and running"))!;

test("interest between paying and running is outside, but for what is ordered", () => {
  expect(outside()).toBe("interest during construction, and the lead time between paying and running");
  expect(outside(order("platforms", "units"), order("nova", "launches"), order("falcon-9", "launches"))).toMatch(/, but for interest on the deposits of what is ordered \(platforms; launches of nova, falcon-9\), which is inside$/);
  expect(outside(order("nova", "launches"))).toContain("(launches of nova)");
});
