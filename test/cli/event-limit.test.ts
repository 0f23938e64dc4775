import { describe, expect, test } from "vitest";
import type { EventSpan } from "../../src/events/index.ts";
import { guardEvents, withinLimit } from "../../src/cli/event-limit.ts";

const DAY_S = 86_400;
const span = (days: number): EventSpan => ({ start_s: 0, end_s: days * DAY_S });

describe("how many events would come", () => {
  // A geostationary satellite is eclipsed about the equinoxes only: none on the first day of a year from the solstice.
  test("is asked of days over the span, not of the first alone", () => {
    const season = { count: 100_000, eventsOf: (_: number, { start_s }: EventSpan) => (start_s > 60 * DAY_S && start_s < 120 * DAY_S ? 2 : 0) };
    expect(() => guardEvents([season], span(365), "eclipses")).toThrow(/^about [\d,]+ eclipses would come, where 1,000,000 are listed at most$/);
    guardEvents([season], span(30), "eclipses");
  });

  test("is exact where they are even, over whole days and parts of one", () => {
    const even = (count: number) => ({ count, eventsOf: (_: number, { start_s, end_s }: EventSpan) => ((end_s - start_s) / DAY_S) * 30 });
    for (const days of [0.1, 1, 2.5, 8, 365.25]) {
      const most = Math.floor(1_000_000 / (30 * days));
      expect(() => guardEvents([even(most - 1)], span(days), "events")).not.toThrow();
      expect(() => guardEvents([even(most + 10)], span(days), "events")).toThrow("would come");
    }
  });

  test("is counted as they come, too", () => {
    let made = 0;
    const pieces = function* (): Generator<number> {
      for (; made < 100; made++) yield 20_000;
    };
    expect(() => [...withinLimit(pieces(), (events) => events, "eclipses")]).toThrow("more than 1,000,000 eclipses come");
    expect(made).toBe(50);
    expect([...withinLimit([1, 2], (events) => events, "eclipses")]).toEqual([1, 2]);
  });
});
