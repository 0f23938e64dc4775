import { describe, expect, test } from "vitest";
import { answering, happeningsOf, skyOf } from "../../src/service/index.ts";
import { formatUtc, HOUR_S } from "../../src/units/index.ts";
import { say } from "../cli/command-line.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const TEXT = `${RACK.replace("altitude: 650 km", "type: circular\n  altitude: 550 km\n  inclination: 53 deg")}
network: { stations: [{ id: svalbard, station: ksat-svalbard }, { id: punta-arenas, station: aws-punta-arenas }, { id: oregon, station: aws-oregon }] }
simulate: { start: 2027-03-20, days: 2 }
`;

interface Listed { readonly kind: string; readonly partner: string | null; readonly start_utc: string; readonly end_utc: string; readonly openAtStart: boolean; readonly openAtEnd: boolean; readonly litMin_frac?: number; readonly elevationMax_deg?: number }

const listed = async (command: string, hours: number, start: string): Promise<readonly Listed[]> => {
  const { out } = await say([command, "-", "--json", "--start", start, "--hours", String(hours)], { input: TEXT });
  return (JSON.parse(out) as { events: Listed[] }).events;
};

const utc = (t_s: number): string => new Date(Math.round(t_s * 1000)).toISOString();

describe("happenings", () => {
  const scenario = scenarioOf(TEXT);
  const start_s = scenario.simulate.start_utc_s + 6 * HOUR_S;
  const found = happeningsOf(scenario, { satellites: [0], start_s, end_s: start_s + 12 * HOUR_S });

  test("are the eclipses and the passes that the commands list, to the millisecond", async () => {
    const eclipses = await listed("eclipses", 12, formatUtc(start_s));
    const passes = await listed("passes", 12, formatUtc(start_s));
    expect(eclipses.length).toBeGreaterThan(10);
    expect(passes.length).toBeGreaterThan(4);
    const ours = (of: (kind: string) => boolean): unknown => found.events.filter(({ kind }) => of(kind)).map((e) => ({ kind: e.kind, partner: e.station, start_utc: utc(e.start_s), end_utc: utc(e.end_s), openAtStart: e.openAtStart, openAtEnd: e.openAtEnd }));
    const theirs = (rows: readonly Listed[]): unknown => rows.map(({ kind, partner, start_utc, end_utc, openAtStart, openAtEnd }) => ({ kind, partner, start_utc, end_utc, openAtStart, openAtEnd }));
    expect(ours((kind) => kind !== "pass")).toEqual(theirs(eclipses));
    expect(ours((kind) => kind === "pass")).toEqual(theirs(passes));
  });

  test("are told in a table, a row an event", () => {
    expect(found.table.rows).toHaveLength(found.events.length);
    expect(found.table.rows[0]).toHaveLength(found.table.columns.length);
  });

  test("leave out satellites that are not there", () => {
    expect(happeningsOf(scenario, { satellites: [0, 7], start_s, end_s: start_s + HOUR_S }).satellites).toEqual([0]);
  });
});

describe("calls about the sky", () => {
  const answers = answering({ solve: () => Promise.reject(new Error("nothing is solved here")) });
  const calling = { tell: () => undefined, signal: new AbortController().signal };
  const asCase = (text: string) => ({ scenario: "scenario.yaml", files: { "scenario.yaml": text }, set: [] });

  test("answer a sky, or problems", async () => {
    expect(await answers.sky(asCase(TEXT), calling)).toEqual({ ok: true, answer: skyOf(scenarioOf(TEXT)) });
    expect(await answers.sky(asCase(TEXT.replace("550 km", "550 kg")), calling)).toMatchObject({ ok: false, problems: [{ path: "orbit.altitude" }] });
  });

  test("days of jobs are the scheduler's, run by run", async () => {
    const text = `${RACK.replace("kind: batch, power: 100 kW", "kind: batch, power: 60 kW")}
simulate: { start: 2027-03-20, days: 1 }
serve: { start: 2027-03-20, days: 1, jobs: { length: 2 h, spread: 0.5 } }
`;
    const asked = await answers.jobDays(asCase(text), calling);
    if (!asked.ok || asked.answer === null) throw new Error(JSON.stringify(asked));
    const { bars, pools, jobs, start_s, end_s, table } = asked.answer;
    expect(pools.length).toBeGreaterThan(0);
    expect(table.rows.length).toBeGreaterThan(0);
    expect(bars.start_s.length).toBeGreaterThanOrEqual(table.rows.length);
    // No node has two jobs at once, and none is beyond its pool.
    const busy = new Map<string, number>();
    const order = Array.from(bars.start_s, (_, i) => i).toSorted((a, b) => bars.start_s[a]! - bars.start_s[b]!);
    for (const i of order) {
      expect(bars.node[i]! + bars.nodes[i]!).toBeLessThanOrEqual(pools[bars.pool[i]!]!.nodes);
      expect(bars.job[i]!).toBeLessThan(jobs.length);
      for (let node = bars.node[i]!; node < bars.node[i]! + bars.nodes[i]!; node++) {
        const key = `${bars.pool[i]} ${node}`;
        expect(busy.get(key) ?? start_s).toBeLessThanOrEqual(bars.start_s[i]! + 1e-6);
        busy.set(key, bars.end_s[i]!);
      }
    }
    expect(Math.max(...bars.end_s)).toBeLessThanOrEqual(end_s + 1e-6);
    expect(await answers.jobDays(asCase(TEXT), calling)).toEqual({ ok: true, answer: null });
  });
});
