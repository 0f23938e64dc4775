import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batteryStep } from "../../src/kernel/index.ts";
import type { Battery } from "../../src/kernel/index.ts";

const pack: Battery = { capacity_J: 1000, floor_J: 200, charge_frac: 0.9, discharge_frac: 0.8, chargeLimit_W: 50, dischargeLimit_W: 40 };

describe("batteryStep", () => {
  // By hand from the equations in the file's head.
  test("charges inside its limits", () => {
    expect(batteryStep(pack, 500, 10, 10)).toEqual({ stored_J: 590, charged_J: 100, delivered_J: 0, curtailed_J: 0, shortfall_J: 0, loss_J: 10 });
  });
  test("the charger's limit and a full store curtail", () => {
    expect(batteryStep(pack, 100, 80, 10)).toMatchObject({ stored_J: 550, charged_J: 500, curtailed_J: 300 });
    expect(batteryStep(pack, 955, 50, 10)).toMatchObject({ stored_J: 1000, charged_J: 50, curtailed_J: 450 });
  });
  test("delivers, then stops at the floor and reports what is missing", () => {
    expect(batteryStep(pack, 900, -16, 10)).toEqual({ stored_J: 700, charged_J: 0, delivered_J: 160, curtailed_J: 0, shortfall_J: 0, loss_J: 40 });
    expect(batteryStep(pack, 300, -20, 10)).toMatchObject({ stored_J: 200, delivered_J: 80, shortfall_J: 120 });
    expect(batteryStep(pack, 900, -70, 10)).toMatchObject({ delivered_J: 400, shortfall_J: 300 });
    expect(batteryStep(pack, 100, -20, 10)).toMatchObject({ stored_J: 100, delivered_J: 0, shortfall_J: 200 });
  });

  test("both balances close and the store stays between floor and capacity", () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(number(200, 1000), number(-500, 500), number(0, 1000), number(0.5, 1), number(0.5, 1), (stored, surplus, time, eta, etaOut) => {
        const step = batteryStep({ ...pack, charge_frac: eta, discharge_frac: etaOut }, stored, surplus, time);
        const scale = Math.abs(surplus * time) + 1000;
        expect(Math.abs(surplus * time - step.charged_J - step.curtailed_J + step.delivered_J + step.shortfall_J)).toBeLessThanOrEqual(1e-15 * scale);
        expect(Math.abs(step.stored_J - stored - step.charged_J + step.delivered_J + step.loss_J)).toBeLessThanOrEqual(1e-15 * scale);
        expect(step.stored_J).toBeGreaterThanOrEqual(200);
        expect(step.stored_J).toBeLessThanOrEqual(1000);
        for (const part of [step.charged_J, step.delivered_J, step.curtailed_J, step.shortfall_J, step.loss_J]) expect(part).toBeGreaterThanOrEqual(-1e-12);
      }),
      { numRuns: 1000 },
    );
  });
});
