/** A vehicle from another pad than its reference: published pairs. */
import { expect, test } from "vitest";
import { liftOf } from "../../../src/plan/case/index.ts";
import { platform, scenarioOf } from "../../serve/stages.ts";

const alpha = (fields: string) => {
  const scenario = scenarioOf(`
dawndusk: 1
horizon: { start: 2027-Q1, years: 1 yr }
orbit: { altitude: 500 km, factoryRate: 1 /yr, platform: { server: gb200-nvl72 } }
launch: { vehicles: [{ id: alpha, vehicle: firefly-alpha, ${fields} }] }
`);
  const orbit = { ...platform.orbit, altitude_km: 500, inclination_deg: 97.4 };
  return liftOf(scenario, { vehicle: scenario.launch.vehicles[0]!, platform: { ...platform, orbit } }).payload_kg;
};

// Firefly: 1,170 kg to 200 km at low inclination from the Cape (Payload, 2022-10-01), 745 kg to 500 km sun-synchronous, flown from Vandenberg (The Verge, 2022-10-03).
// The short form is 5 % above the whole stack (physics/rocket).
test("Alpha from Vandenberg to a sun-synchronous orbit", () => expect(Math.abs(alpha("padLatitude: 34.76 deg") / 745 - 1)).toBeLessThan(0.06));
test("a pad nearer the pole lifts more to a retrograde plane", () => expect(alpha("padLatitude: 34.76 deg")).toBeGreaterThan(alpha("padLatitude: 28.51 deg")));
