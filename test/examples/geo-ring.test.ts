import { beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../../src/run/index.ts";
import { measure } from "../golden/measure.ts";
import { runExample } from "../support/run-example.ts";

describe("geo-ring", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runExample("geo-ring");
  });

  test("light of the geostationary ring, flown by the minute", () => {
    const { light } = got.flight!.summary!;
    // 69.4 min, 91 days a year, 0.9906 by a cylinder's shadow (notes of this project computed apart); the cone's umbra is shorter, its penumbra longer.
    measure("example-geo-ring", { case: "disc in view", got: light.discInView_frac, expected: 0.9906, abs: 5e-4, unit: "1", source: "notes of this project, cylinder: 0.9906" });
    measure("example-geo-ring", { case: "longest shadow, mean of umbra and penumbra", got: (light.longestUmbra_min + light.longestShadow_min) / 2, expected: 69.4, abs: 0.5, unit: "min", source: "notes of this project, cylinder: 69.4 min" });
    measure("example-geo-ring", { case: "days with umbra", got: light.daysWithUmbra, expected: 91, abs: 2, unit: "d", source: "notes of this project: 91 days a year" });
  });

  test("it stands still in the sky of its station, all the time", () => {
    const { contact, range } = got.flight!.summary!;
    expect(contact.minutes_per_day).toBeCloseTo(1440, 6);
    expect(contact.longestGap_min).toBe(0);
    expect(range).toBeNull();
  });

  test("it rides through its shadows, and holds and leaves its place for some 50 m/s a year", () => {
    expect(got.flight!.summary!.delivered_frac).toBeGreaterThan(0.999);
    const { deltaV } = got.sizing!.platform!.life;
    // 45 m/s a year north-south, up to 1.7 east-west (Wikipedia, 'Orbital station-keeping'; Wertz & Larson 1999), and some 11-20 m/s to the graveyard once.
    measure("example-geo-ring", { case: "speed a year to hold and leave", got: deltaV.carried_m_per_s / 5, expected: 49, abs: 2.5, unit: "m/s", source: "Wikipedia, 'Orbital station-keeping'; IADC 2007" });
  });

  test("half a second is too long for a conversation, not for the night's work", () => {
    const [chat, overnight] = got.service!.classes;
    expect(chat!.tier.orbit.eligible).toBe(false);
    expect(chat!.tier.orbit.why).toMatch(/^round trip of 6\d\d\.\d ms \(95th percentile\) is above the 400\.0 ms/);
    expect(overnight!.tier.orbit.eligible).toBe(true);
    // Up and down alone: 2 x 35,786 km / c = 239 ms.
    expect(overnight!.tier.orbit.latencyMedian_ms).toBeGreaterThan(239);
  });

  test("four platforms go up, two a launch, by way of a transfer orbit", () => {
    expect(got.plan!.status).toBe("optimal");
    const heavy = got.plan!.options.find(({ id }) => id === "orbit/falcon-heavy")!;
    expect(heavy.perLaunch).toBe(2);
    expect(heavy.limits).toMatch(/kg to a geostationary transfer orbit with 2,5\d\d m\/s left to the platform/);
    expect(got.plan!.notes.join("\n")).toMatch(/falcon-9 carries no platform: mass: 8,300 kg to a geostationary transfer orbit/);
  });
});
