import { expect, test } from "vitest";
import { run } from "../../src/run/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const FLEET = "orbit.fleet={shells: [{id: walker, pattern: walker-delta, altitude: 550 km, inclination: 53 deg, planes: 100, satellitesPerPlane: 100}]}";

test("an interrupt while a fleet flies ends the run with what was finished before", async () => {
  const controller = new AbortController();
  const got = await run(scenarioOf(RACK, FLEET, "simulate.days=1", "simulate.fleetDays=30"), {
    solve: () => Promise.reject(new Error("the plan was reached")),
    signal: controller.signal,
    onStage: (stage) => {
      if (stage === "fly") setTimeout(() => controller.abort(), 0);
    },
  });
  expect(got.sizing!.status).toBe("feasible");
  expect(got.flight).toBeNull();
  expect(got.interrupted).toBe(true);
  expect(got.notes.join()).toContain("Interrupted");
});

test("a fleet that cannot be flown is an error, not an interrupt", async () => {
  const crew = { open: () => { throw new Error("no threads here"); } };
  await expect(run(scenarioOf(RACK, FLEET, "simulate.days=1"), { solve: () => Promise.reject(new Error("the plan was reached")), crew, signal: new AbortController().signal })).rejects.toThrow("no threads here");
});
