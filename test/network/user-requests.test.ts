import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { userRequests } from "../../src/network/index.ts";

const noon = Array.from({ length: 24 }, (_, hour) => (hour === 12 ? 24 : 0));
const region = (id: string, longitude_deg: number, weeklyUsers: number) => ({ id, latitude_deg: 0, longitude_deg, weeklyUsers });
const MIDDAY_S = Date.UTC(2027, 2, 1, 12) / 1000;

describe("userRequests", () => {
  // 604,800 s a week: 604,800 users with one request a week are one a second in the mean, 24 at the one hour of the curve.
  test("come at the region's own hour", () => {
    const at = userRequests([region("Greenwich", 0, 604_800), region("Tokyo's hour", 135, 604_800)], { requests_per_week: 1, curve: noon });
    expect([...at(MIDDAY_S)]).toEqual([24, 0]);
    expect([...at(MIDDAY_S - 9 * 3600)]).toEqual([0, 24]);
    expect(at(MIDDAY_S + 1800)[0]).toBeCloseTo(12, 9);
  });

  test("over a day the mean is that of the users, whatever the curve and the place", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 24, maxLength: 24 }).filter((curve) => curve.some((value) => value > 0.01)), fc.double({ min: -180, max: 180, noNaN: true }), (curve, longitude_deg) => {
        const at = userRequests([region("any", longitude_deg, 3e8)], { requests_per_week: 20, curve });
        const hours = Array.from({ length: 24 }, (_, hour) => at(MIDDAY_S + 3600 * hour)[0]!);
        expect(hours.reduce((sum, value) => sum + value, 0) / 24 / ((3e8 * 20) / 604_800)).toBeCloseTo(1, 9);
      }),
    );
  });

  test("what cannot be is told", () => {
    const habits = { requests_per_week: 1, curve: noon };
    expect(() => userRequests([], { ...habits, curve: [1] })).toThrow(/the curve has 1 hours/);
    expect(() => userRequests([], { ...habits, curve: noon.map(() => 0) })).toThrow(/above it at some hour/);
    expect(() => userRequests([], { ...habits, requests_per_week: NaN })).toThrow(/requests_per_week is NaN/);
    expect(() => userRequests([region("a", 0, -1)], habits)).toThrow(/region a: weeklyUsers is -1/);
  });
});
