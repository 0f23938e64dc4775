/** Shares on time and work that piles up, counted by hand. */
import { describe, expect, test } from "vitest";
import { backlogNotes } from "../../../src/serve/jobs/backlog.ts";
import { onTimeOf, type JobTimes } from "../../../src/serve/jobs/on-time.ts";

const job = (due_s: number | null, delivered_s: number | null, isShed = false): JobTimes => ({ due_s, delivered_s, isShed });
const DAY = 100;

describe("judged are jobs whose time ended within the days, and those shed", () => {
  test("there early of what is due later is not on time: three due of which one is late, one shed, is half", () => {
    const jobs = [job(40, 30), job(60, 60), job(80, 90), job(150, 50), job(120, 20), job(200, null), job(200, null, true)];
    expect(onTimeOf(jobs, { slack_s: 0, span_s: DAY })).toEqual({ onTime: 2, late: 1, shed: 1, slo_frac: 0.5 });
  });

  test("as two days of batches came out: 110 due, 104 of them there, 18 more early, is 94.55 % and not 95.31 %", () => {
    const jobs = [...Array.from({ length: 104 }, () => job(90, 80)), ...Array.from({ length: 6 }, () => job(90, null)), ...Array.from({ length: 18 }, () => job(110, 95))];
    expect(onTimeOf(jobs, { slack_s: 0, span_s: DAY }).slo_frac).toBeCloseTo(0.9455, 4);
  });

  test("nobody due is no share", () => {
    expect(onTimeOf([job(101, 50), job(null, 50)], { slack_s: 0, span_s: DAY })).toEqual({ onTime: 0, late: 0, shed: 0, slo_frac: null });
  });

  test("slack puts the end of a time off: due at 95 with 5 more is judged, with 6 it is not", () => {
    expect(onTimeOf([job(95, 99)], { slack_s: 5, span_s: DAY })).toMatchObject({ onTime: 1, slo_frac: 1 });
    expect(onTimeOf([job(95, 99)], { slack_s: 6, span_s: DAY })).toMatchObject({ onTime: 0, slo_frac: null });
    // Training: no time is promised.
    expect(onTimeOf([job(95, 99)], { slack_s: null, span_s: DAY })).toMatchObject({ onTime: 0, late: 0, slo_frac: null });
  });
});

describe("work that piles up", () => {
  /** A job an hour of a node-hour at a megawatt, each there so long after it came. */
  const noted = (delay_s: (i: number) => number) => {
    const entries = Array.from({ length: 20 }, (_, i) => ({ job: { id: `${i}`, class: "work", submit_s: i * 3600, nodes: 1 }, state: "done" as const, delivered_s: i * 3600 + delay_s(i) }));
    return backlogNotes(["work"], { entries, run_s: () => 3600, span_s: 20 * 3600, node_W: 1e6 });
  };

  test("is told where more is left at the end than at half: of 20 jobs with a delay as long as they came late, 5 of 10 and 10 of 20 are not there", () => {
    expect(noted((i) => (i + 0.5) * 3600)).toEqual([expect.stringMatching(/class work piles up: 5\.000 MWh of it was not there at half of the days and 10\.00 at their end, of 10\.00 that came between/)]);
  });

  test("and not where as much is left", () => expect(noted(() => 5 * 3600)).toEqual([]));
});
