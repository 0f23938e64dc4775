/** `plan --access`: the first mode is planned, a mode without terms is refused. */
import { describe, expect, test } from "vitest";
import { underAccess } from "../../src/cli/access-option.ts";
import { BASE, scenarioOf } from "../serve/stages.ts";

const partner = scenarioOf(BASE, "launch.vehicles.falcon.access.reserved=20 %");

describe("--access", () => {
  test("plans under the first of the modes", () => {
    expect(underAccess(partner, "partner,customer").launch.vehicles[0]!.access!.mode).toBe("partner");
    expect(underAccess(partner, "customer, partner").launch.vehicles[0]!.access!.mode).toBe("customer");
  });
  test("refuses what is no mode, and a mode that no vehicle has terms for", () => {
    expect(() => underAccess(partner, "tenant")).toThrow('--access has no "tenant"');
    expect(() => underAccess(partner, "customer,owner")).toThrow("--access owner, and no vehicle has terms for it");
    expect(() => underAccess(scenarioOf(BASE), "customer")).toThrow("no vehicle has terms");
  });
});
