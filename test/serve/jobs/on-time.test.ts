/** Shares on time, counted by hand. */
import { describe, expect, test } from "vitest";
import { onTimeOf, type JobTimes } from "../../../src/serve/jobs/on-time.ts";

const job = (due_s: number | null, delivered_s: number | null, isShed = false): JobTimes => ({ due_s, delivered_s, isShed });
const DAY = 100;

describe("judged are jobs whose time ended within the days, served or shed", () => {
  test("there early of what is due later is not on time, and shed of it is not late: four due, of which two in time, one late and one shed, is half", () => {
    const jobs = [job(40, 30), job(60, 60), job(80, 90), job(90, null, true), job(150, 50), job(120, 20), job(200, null), job(200, null, true)];
    expect(onTimeOf(jobs, { slack_s: 0, span_s: DAY })).toEqual({ onTime: 2, late: 1, judged: 4, slo_frac: 0.5 });
  });

  test("of the last slice nothing is judged, neither what is served nor what is shed: nine slices of two jobs, all in time", () => {
    const slices = Array.from({ length: 10 }, (_, i) => [job((i + 1) * 10, (i + 1) * 10), job((i + 1) * 10, i === 9 ? null : (i + 1) * 10, i === 9)]).flat();
    expect(onTimeOf(slices, { slack_s: 2, span_s: DAY })).toEqual({ onTime: 18, late: 0, judged: 18, slo_frac: 1 });
  });

  test("a deferral of a day over two days: shed on the second day, which nobody can judge yet, the first is told as it was", () => {
    const hours = Array.from({ length: 48 }, (_, h) => Array.from({ length: 10 }, (_, k) => job(h + 1, k === 0 && h % 24 === 5 ? null : h + 1, k === 0 && h % 24 === 5))).flat();
    // Of 24 x 10 jobs of the first day one was shed at 05:00.
    expect(onTimeOf(hours, { slack_s: 24, span_s: 48 })).toEqual({ onTime: 239, late: 0, judged: 240, slo_frac: 239 / 240 });
  });

  test("as two days of batches came out: 110 due, 104 of them there, 18 more early, is 94.55 % and not 95.31 %", () => {
    const jobs = [...Array.from({ length: 104 }, () => job(90, 80)), ...Array.from({ length: 6 }, () => job(90, null)), ...Array.from({ length: 18 }, () => job(110, 95))];
    expect(onTimeOf(jobs, { slack_s: 0, span_s: DAY }).slo_frac).toBeCloseTo(0.9455, 4);
  });

  test("nobody due is no share", () => {
    expect(onTimeOf([job(101, 50), job(null, 50)], { slack_s: 0, span_s: DAY })).toEqual({ onTime: 0, late: 0, judged: 0, slo_frac: null });
  });

  test("slack puts the end of a time off: due at 95 with 5 more is judged, with 6 it is not", () => {
    expect(onTimeOf([job(95, 99)], { slack_s: 5, span_s: DAY })).toMatchObject({ onTime: 1, slo_frac: 1 });
    expect(onTimeOf([job(95, 99)], { slack_s: 6, span_s: DAY })).toMatchObject({ onTime: 0, slo_frac: null });
    // Training: no time is promised.
    expect(onTimeOf([job(95, 99)], { slack_s: null, span_s: DAY })).toMatchObject({ onTime: 0, late: 0, slo_frac: null });
  });
});
