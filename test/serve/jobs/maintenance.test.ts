/** Windows of maintenance, by hand: nothing runs in them, and what nears them is checkpointed or does not start. */
import { describe, expect, test } from "vitest";
import { EASY, jobOf, PLANNED, prepareSupply, simulate, type Job, type Policy, type State } from "../../../src/schedule/index.ts";
import { loadScenario, ScenarioError } from "../../../src/scenario/index.ts";
import { maintenanceNotes } from "../../../src/serve/jobs/pools.ts";
import { hall } from "../../schedule/pools.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { daysOf, stagesOf, TWO_TIER } from "./days.ts";

const HOUR_S = 3600;

/** One node, a window from the first to the second hour, jobs of two hours and of half an hour with a checkpoint of a minute after each forty. */
const run = (drain: boolean, jobs: readonly Job[], policy: Policy = EASY): State =>
  simulate({
    workload: { jobs, run_s: jobs.map(({ estimate_s }) => estimate_s) }, outages: [], end_s: 24 * HOUR_S, watch: () => {}, policy,
    supply: prepareSupply([hall(1, { maintenance: [{ start_s: HOUR_S, end_s: 2 * HOUR_S, ...(drain && { drain: true }) }] })]),
  });
const job = (id: string, hours: number, submit_s = 0): Job => jobOf({ id, submit_s, nodes: 1, acceleratorsPerNode: 1, power_W: 1, estimate_s: hours * HOUR_S }, { checkpoint: { interval_s: 40 * 60, write_s: 60, bytes: 0 } });

describe("a job of two hours before a window of one", () => {
  test("checkpoint: 58 minutes of work and two to write it twice, the hour of the window, 62 minutes more and one checkpoint", () => {
    const { entries: [entry] } = run(false, [job("long", 2)]);
    expect(entry).toMatchObject({ state: "done", firstStart_s: 0, requeues: { "supply ends": 1 } });
    expect(entry!.end_s).toBeCloseTo(2 * HOUR_S + 63 * 60, 6);
  });

  test("drain: it waits for the window's end, and what is done by then goes first", () => {
    for (const policy of [EASY, PLANNED]) {
      const { entries: [long, short] } = run(true, [job("long", 2), job("short", 0.5, 60)], policy);
      expect(long).toMatchObject({ state: "done", firstStart_s: 2 * HOUR_S, requeues: {} });
      expect(long!.end_s).toBeCloseTo(4 * HOUR_S + 2 * 60, 6);
      expect(short).toMatchObject({ state: "done", firstStart_s: 60 });
    }
  });
});

describe("in a scenario", () => {
  test("every site and place is idle in its windows, again each time; what they cost is work not done", async () => {
    const starts = (text: string, pool: string): readonly number[] => {
      const times: number[] = [];
      for (const line of text.trimEnd().split("\n")) {
        const record = JSON.parse(line) as { readonly kind: string; readonly to?: string; readonly where?: string; readonly t_s?: number };
        if (record.kind === "transition" && record.to === "running" && record.where!.startsWith(pool)) times.push(record.t_s! / HOUR_S);
      }
      return times;
    };
    const scenario = scenarioOf(TWO_TIER);
    const stages = await stagesOf(scenario);
    const kept = scenarioOf(TWO_TIER, 'serve.maintenance=[{at: texas, start: "2027-01-31T22:00Z", length: 4 h, every: 24 h}, {at: orbit, start: "2027-02-02T00:00Z", length: 12 h}]');
    const [whole, less] = [await daysOf(scenario, stages), await daysOf(kept, stages)];
    // 22:00 to 02:00 of each day: hours 0-2, 22-26 and 46-48; platforms: 24-36.
    const inTexas = (h: number): boolean => h < 2 || (h >= 22 && h < 26) || h >= 46;
    expect(starts(whole.journal, "texas").some(inTexas)).toBe(true);
    expect(starts(less.journal, "texas").some(inTexas)).toBe(false);
    expect(starts(less.journal, "orbit").some((h) => h >= 24 && h < 36)).toBe(false);
    expect(starts(less.journal, "orbit").some((h) => h >= 36)).toBe(true);
    for (const pool of less.simulated.pools) {
      const before = whole.simulated.pools.find(({ id }) => id === pool.id)!;
      expect(pool.supplied_frac).toBeLessThan(before.supplied_frac);
    }
    const done = ({ simulated }: typeof whole): number => simulated.classes.reduce((sum, c) => sum + c.computed_Wh.ground + c.computed_Wh.orbit, 0);
    expect(done(less)).toBeLessThan(done(whole));
    expect(less.simulated.waits.some(({ reason }) => reason === "maintenance")).toBe(true);
  });

  test("a place that is not there and windows that never end are said so", () => {
    const wrong = (text: string): string => {
      try {
        scenarioOf(TWO_TIER, `serve.maintenance=[${text}]`);
      } catch (error) {
        if (error instanceof ScenarioError) return error.message;
      }
      return "";
    };
    expect(wrong("{at: ohio, start: 2027-02-01, length: 4 h}")).toMatch(/an id of ground.sites, orbit, or a place in it/);
    expect(wrong("{at: texas, start: 2027-02-01, length: 4 h, every: 4 h}")).toMatch(/windows of 4 h every 4 h/);
  });

  test("a site that is not built yet is told by the days, which know what stands", () => {
    const serve = scenarioOf(TWO_TIER, 'serve.maintenance=[{at: texas, start: "2027-02-01T12:00Z", length: 4 h}, {at: orbit-2, start: "2027-02-01T12:00Z", length: 4 h}]');
    expect(maintenanceNotes(serve, [hall(1, { id: "texas" })])).toEqual([]);
    expect(maintenanceNotes(serve, [hall(1, { id: "ohio" })])).toEqual(["serve.maintenance.0 changes nothing: at is texas, where no server runs jobs in the simulated quarter."]);
  });

  test("windows where nothing flies, and windows outside the days, change nothing and are said so", () => {
    const notes = (text: string, ...set: readonly string[]): readonly string[] => {
      const loaded = loadScenario({ path: "scenario.yaml", files: { read: (path) => (path === "scenario.yaml" ? TWO_TIER : undefined) }, set: [`serve.maintenance=[${text}]`, ...set] });
      return loaded.ok ? loaded.scenario.notes.filter((note) => note.includes("maintenance")) : ["a problem"];
    };
    const at = (place: string, start: string, rest = "") => `{at: ${place}, start: "${start}", length: 4 h${rest}}`;
    const within = at("orbit-3", "2027-02-01T12:00Z");
    expect(notes(within)).toEqual([]);
    expect(notes(within, "serve.platforms=2")).toEqual(["serve.maintenance.0 changes nothing: at is orbit-3, and 2 platforms fly at orbit-1 to orbit-2 alone; expected one of these, or at: orbit for all."]);
    expect(notes(at("orbit", "2027-02-01T12:00Z"), "serve.platforms=0")).toEqual([expect.stringMatching(/no platforms are simulated; expected some: write serve.platforms or orbit.target/)]);
    // The days are 2027-02-01 and 02: a window that ends as they begin or begins as they end is outside.
    for (const start of ["2027-01-31T20:00Z", "2027-02-03T00:00Z"]) expect(notes(at("texas", start))).toEqual([expect.stringMatching(/^serve\.maintenance\.0 changes nothing: its window from .*, 4 h, lie outside the days .* between 2027-02-01.* and 2027-02-03/)]);
    for (const start of ["2027-01-31T20:01Z", "2027-02-02T23:59Z"]) expect(notes(at("texas", start))).toEqual([]);
    // Every 100 h from 2027-01-27T00:00 on: 01-31T04:00 and 02-04T08:00, none between; every 50 h one at 02-02T06:00.
    expect(notes(at("texas", "2027-01-27T00:00Z", ", every: 100 h"))).toHaveLength(1);
    expect(notes(at("texas", "2027-01-27T00:00Z", ", every: 50 h"))).toEqual([]);
    expect(notes(at("texas", "2027-03-01T00:00Z", ", every: 8 h"))).toHaveLength(1);
  });
});
