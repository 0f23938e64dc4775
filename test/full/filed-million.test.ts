/** The whole filing for a day by the minute: a million satellites, each plane in its light; how fast stands in bench/tasks/fleet-flights. */
import { expect, test } from "vitest";
import { fly } from "../../src/fly/index.ts";
import { machineCrew } from "../../src/io/index.ts";
import { size } from "../../src/size/index.ts";
import { outsideCylinder } from "../support/cylinder.ts";
import { loadExample } from "../support/run-example.ts";

test("a million satellites fly for a day in less than 2 GB, each plane in the light of the closed form", async () => {
  const scenario = loadExample("filed-million");
  const { fleet } = await fly(scenario, size(scenario), { crew: machineCrew() });
  expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(2048);
  expect(fleet!.satellites).toBe(1_000_000);
  const lit = outsideCylinder(fleet!.planes, { start_utc: fleet!.start_utc, hours: 24 });
  fleet!.planes.forEach((plane, p) => {
    // A satellite is dark or lit for whole minutes and meets 13 to 15 shadows; 278 or more of them even that out.
    expect(Math.abs(plane.lit_frac - lit[p]!), `plane ${p} of ${plane.shell}`).toBeLessThan(1e-3);
  });
});
