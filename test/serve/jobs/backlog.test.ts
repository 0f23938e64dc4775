/** Work that piles up, counted by hand. */
import { describe, expect, test } from "vitest";
import { backlogNotes, type BacklogAsked, type BacklogEntry } from "../../../src/serve/jobs/backlog.ts";
import { randomDoubles } from "../../../src/kernel/index.ts";

const HOUR_S = 3600;

interface Asked {
  readonly days: number;
  /** Hours after which a job that comes in an hour is there; Infinity for never. */
  readonly wait_h: (hour: number) => number;
  readonly due_h?: number;
  readonly perHour?: number;
  readonly comes?: (hour: number) => boolean;
  readonly rate?: BacklogAsked["rate"];
}

/** Jobs of a node-hour at a megawatt, so many an hour, due a day after they came. */
const noted = ({ days, wait_h, due_h = 24, perHour = 4, comes = () => true, rate = () => 1 }: Asked): readonly string[] => {
  const entries = Array.from({ length: days * 24 }, (_, h) => h).filter(comes).flatMap((h) => Array.from({ length: perHour }, (_, k): BacklogEntry => ({
    job: { id: `${h}-${k}`, class: "work", submit_s: h * HOUR_S, due_s: (h + due_h) * HOUR_S, nodes: 1 }, state: "done", delivered_s: (h + wait_h(h)) * HOUR_S,
  })));
  return backlogNotes(["work"], { entries, run_s: () => HOUR_S, span_s: days * 24 * HOUR_S, node_W: 1e6, rate });
};

describe("work that piles up", () => {
  test("is told where more is left at the end than whole days before it", () => {
    // Served at half the rate: the job of hour h is there after h + 1 more. At 72 h (settled: nine tenths of what is there waited 65 h) those from hour 36 on
    // are not there, of 144 h those from 72 on: 4 x 36 and 4 x 72 MWh.
    expect(noted({ days: 6, wait_h: (h) => h + 1 })).toEqual([expect.stringMatching(/class work piles up: 144\.0 MWh of it was not there after 3\.000 days and 288\.0 after 6\.000, of 288\.0 that came between/)]);
  });

  test("not where jobs wait as long all the time, in however many days, and not where the days end before they have settled", () => {
    for (const [days, wait] of [[1, 12], [1, 20], [2, 24], [2, 30], [3, 40], [3, 47], [7, 24], [7, 60]] as const) {
      expect(noted({ days, wait_h: () => wait })).toEqual([]);
      expect(noted({ days, wait_h: () => wait, due_h: 1 })).toEqual([]);
    }
  });

  test("not where a day's work is done at six in the morning, in odd numbers of days as in even ones", () => {
    const till6 = (h: number): number => (h % 24 < 6 ? 6 : 30) - (h % 24);
    for (const days of [1, 2, 3, 4, 5, 7]) expect(noted({ days, wait_h: till6, due_h: 30 })).toEqual([]);
  });

  test("not where the last days bring more, and all of it waits a day as before: from two jobs an hour to four", () => {
    expect(noted({ days: 6, wait_h: () => 24, perHour: 2, comes: (h) => h >= 72 || h % 2 === 0, rate: (_, from_s) => (from_s >= 72 * HOUR_S ? 2 : 1) })).toEqual([]);
  });

  test("of a hundred draws of few jobs that wait ten hours, chance alone is told in less than ten", () => {
    const told = Array.from({ length: 100 }, (_, seed) => {
      const draw = randomDoubles({ seed, stream: 1, index: 0 });
      return noted({ days: 3, wait_h: () => 10, perHour: 1, comes: () => draw() < 0.3 }).length;
    });
    expect(told.reduce((a, b) => a + b, 0)).toBeLessThan(10);
  });

  test("jobs without a time, and those that were given up, do not count", () => {
    const entry = (h: number, due_s: number | null, state: BacklogEntry["state"]): BacklogEntry => ({ job: { id: `${h}`, class: "work", submit_s: h * HOUR_S, due_s, nodes: 1 }, state, delivered_s: null });
    const asked = (one: (h: number) => BacklogEntry) => backlogNotes(["work"], { entries: Array.from({ length: 144 }, (_, h) => one(h)), run_s: () => HOUR_S, span_s: 144 * HOUR_S, node_W: 1e6, rate: () => 1 });
    expect(asked((h) => entry(h, null, "staged"))).toEqual([]);
    expect(asked((h) => entry(h, (h + 4) * HOUR_S, "expired"))).toEqual([]);
    expect(asked((h) => entry(h, (h + 4) * HOUR_S, "staged"))).toEqual([expect.stringContaining("24.00 MWh of it was not there after 1.000 days and 144.0 after 6.000, of 120.0 that came between")]);
  });
});
