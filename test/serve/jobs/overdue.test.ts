import { describe, expect, test } from "vitest";
import type { ScheduleEvent, Transition } from "../../../src/schedule/index.ts";
import type { SimulatedClass } from "../../../src/serve/index.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { daysOf, stagesOf } from "./days.ts";

/** A hall too small for its batch work: at the end of the day much of it is left. */
const hall = (deferral_h: number): string => `
dawndusk: 1
name: too small a hall
horizon: { start: 2027-Q1, years: 1 yr }
demand:
  classes:
    - { id: work, kind: batch, power: 400 kW, deferralMax: ${deferral_h} h }
ground:
  sites:
    - { id: texas, site: stargate-abilene, server: gb200-nvl72, phases: [{ id: hall, online: 2027-Q1, power: 300 kW }] }
simulate: { days: 1, start: 2027-02-01 }
serve: { start: 2027-02-01, days: 1, jobs: { length: 1.5 h, spread: 1 }, placement: ground-only }
`;

interface Seen {
  readonly job: Extract<ScheduleEvent, { kind: "submit" }>["job"];
  started: boolean;
  done_s: number | null;
}

/** Jobs as the journal tells of them. */
const seenIn = (journal: string): readonly Seen[] => {
  const jobs = new Map<string, Seen>();
  for (const text of journal.trimEnd().split("\n")) {
    const line = JSON.parse(text) as { readonly kind: string; readonly event?: ScheduleEvent } & Partial<Transition>;
    if (line.kind === "event" && line.event!.kind === "submit") jobs.set(line.event!.job.id, { job: line.event!.job, started: false, done_s: null });
    if (line.kind !== "transition") continue;
    if (line.to === "running") jobs.get(line.job!)!.started = true;
    if (line.to === "done") jobs.get(line.job!)!.done_s = line.t_s!;
  }
  return [...jobs.values()];
};

const dayOf = async (deferral_h: number): Promise<{ readonly work: SimulatedClass; readonly jobs: readonly Seen[] }> => {
  const scenario = scenarioOf(hall(deferral_h));
  const { simulated, journal } = await daysOf(scenario, await stagesOf(scenario));
  return { work: simulated.classes[0]!, jobs: seenIn(journal) };
};

const END_S = 86_400;
const total = (jobs: readonly Seen[], of: (one: Seen) => number): number => jobs.reduce((sum, one) => sum + of(one), 0);
const Wh = ({ job }: Seen): number => (job.nodes * job.power_W * job.estimate_s) / 3600;
const due_s = ({ job }: Seen): number => job.due_s!;
const late_usd = (one: Seen, until_s: number): number => (one.job.late_usd_per_h * Math.max(0, until_s - due_s(one))) / 3600;

/** Of what the journal says: what never began is overdue as a whole, of what was on at the end a part that lies between nothing and all of it. */
describe("what is left at the end of the days", () => {
  test("what is due later is not charged, though as much is left", async () => {
    const { work, jobs } = await dayOf(48);
    expect(work.deferred_Wh).toBeGreaterThanOrEqual(total(jobs.filter(({ started }) => !started), Wh));
    expect(jobs.filter(({ started }) => !started).length).toBeGreaterThan(10);
    expect(work).toMatchObject({ overdue_Wh: 0, overdue_usd: 0, late_usd: 0 });
  });

  test.each([0, 4])("what was due is charged at the shortfall price, and lateness up to the end, or what it will be at least: deferral %s h", async (deferral_h) => {
    const { work, jobs } = await dayOf(deferral_h);
    const left = jobs.filter(({ done_s }) => done_s === null);
    const overdue = left.filter((one) => due_s(one) <= END_S);
    const never = (some: readonly Seen[]): readonly Seen[] => some.filter(({ started }) => !started);
    const began = (some: readonly Seen[]): readonly Seen[] => some.filter(({ started }) => started);
    expect(never(overdue).length).toBeGreaterThan(5);
    expect(work.overdue_Wh).toBeGreaterThanOrEqual(total(never(overdue), Wh) * (1 - 1e-9));
    expect(work.overdue_Wh).toBeLessThanOrEqual(total(overdue, Wh) * (1 + 1e-9));
    expect(work.overdue_Wh).toBeLessThan(work.deferred_Wh);
    // Lateness is charged by the hour and gang, so that a job's own rate says the price of a kilowatt-hour.
    const { job } = jobs[0]!;
    expect(work.overdue_usd!).toBeCloseTo((work.overdue_Wh / 1000) * (job.late_usd_per_h / ((job.nodes * job.power_W) / 1000)), 6);
    const sure = total(jobs, (one) => (one.done_s === null ? 0 : late_usd(one, one.done_s))) + total(overdue, (one) => late_usd(one, END_S));
    const open = left.filter((one) => due_s(one) > END_S);
    const least = sure + total(never(open), (one) => late_usd(one, END_S + one.job.estimate_s));
    expect(work.late_usd).toBeGreaterThanOrEqual(least * (1 - 1e-9));
    expect(work.late_usd).toBeLessThanOrEqual((least + total(began(open), (one) => late_usd(one, END_S + one.job.estimate_s))) * (1 + 1e-9));
  });
});
