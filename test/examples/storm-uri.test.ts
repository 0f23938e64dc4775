import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { serveJobs } from "../../src/run/index.ts";
import type { Simulated } from "../../src/serve/index.ts";
import { loadExample } from "../support/run-example.ts";
import { stagesOf, type Stages } from "../serve/jobs/days.ts";
import { cutAt, cutOf, isAsWritten, writtenCut } from "./storm-uri-cut.ts";

/** 2021-02-13 and 2021-02-20, days after 2021-02-08: between them lie all hours above 1,000 $/MWh but those of a few mornings (the file). */
const STORM = [5, 12] as const;

interface Seen { readonly simulated: Simulated; readonly orbitBefore_h: number; readonly orbitStorm_h: number }

/** The example: node-hours in orbit a day, read from the journal. */
const seen = async (stages: Stages, ...set: readonly string[]): Promise<Seen> => {
  const scenario = loadExample("storm-uri", ...set);
  const on = new Map<string, { readonly nodes: number; readonly from_s: number }>();
  const hours = [0, 0];
  const book = (from_s: number, to_s: number, nodes: number): void => {
    for (const [i, [from_d, to_d]] of [[0, STORM[0]], STORM].entries()) hours[i]! += (nodes * Math.max(0, Math.min(to_s, to_d! * 86_400) - Math.max(from_s, from_d! * 86_400))) / 3600;
  };
  const journal = (text: string): void => {
    for (const line of text.trimEnd().split("\n")) {
      const record = JSON.parse(line) as { readonly kind: string; readonly to?: string; readonly job?: string; readonly where?: string; readonly t_s?: number };
      if (record.kind !== "transition") continue;
      if (record.to === "running" && record.where!.startsWith("orbit")) {
        const nodes = record.where!.split("+").reduce((sum, part) => sum + part.split(":")[1]!.split(",").reduce((count, range) => count + (range.includes("-") ? Number(range.split("-")[1]) - Number(range.split("-")[0]) + 1 : 1), 0), 0);
        on.set(record.job!, { nodes, from_s: record.t_s! });
      } else if (["done", "requeued", "failed"].includes(record.to!)) {
        const run = on.get(record.job!);
        if (run !== undefined) book(run.from_s, record.t_s!, run.nodes);
        on.delete(record.job!);
      }
    }
  };
  const service = await serveJobs(scenario, stages, { journal });
  return { simulated: service.simulated!, orbitBefore_h: hours[0]! / STORM[0], orbitStorm_h: hours[1]! / (STORM[1] - STORM[0]) };
};

const energy = ({ classes }: Simulated): number => classes.reduce((sum, c) => sum + c.cost.ground.energy_usd, 0);

describe("storm-uri", () => {
  let free: Seen;
  let tied: Seen;
  let stages: Stages;
  let service: Stages["service"];
  beforeAll(async () => {
    stages = await stagesOf(loadExample("storm-uri", "simulate.days=1"));
    service = stages.service;
    free = await seen(stages);
    tied = await seen(stages, "serve.placement=ground-only");
  });

  test("no replayed week stands beside the days: its ground-first answer, nothing in orbit, would be another", () => {
    expect(service.replay).toBeNull();
    expect(service.ledger).toEqual([]);
    expect(service.notes.some((note) => note.includes("replayed week"))).toBe(false);
    expect(free.simulated.classes.some((c) => c.delivered_Wh.orbit > 0)).toBe(true);
  });

  test("the storm moves work to orbit: at least three times the node-hours of a day before it, and 40 nodes at most", () => {
    expect(free.orbitStorm_h).toBeGreaterThan(3 * free.orbitBefore_h);
    expect(free.orbitStorm_h).toBeLessThanOrEqual(40 * 24);
    expect(tied.orbitStorm_h).toBe(0);
  });

  test("the same work is asked for; moved and put off, it costs a small part of what it would have", () => {
    expect(free.simulated.classes.map((c) => c.wanted_Wh)).toEqual(tied.simulated.classes.map((c) => c.wanted_Wh));
    // What is late or shed is counted at the shortfall price of the scenario, 1.84 $/kWh.
    const all = ({ classes }: Simulated): number => classes.reduce((sum, c) => sum + c.cost.ground.energy_usd + c.cost.orbit.data_usd + c.late_usd + (1.84 * (c.shed_Wh + c.overdue_Wh)) / 1000, 0);
    expect(energy(free.simulated)).toBeLessThan(0.55 * energy(tied.simulated));
    expect(all(free.simulated)).toBeLessThan(0.6 * all(tied.simulated));
  });

  test("the README's table and node-hours are the run's, to 5 % or its last digit", () => {
    const readme = readFileSync("examples/storm-uri/README.md", "utf8");
    const near = (written: string, run: number): void => {
      const value = Number(written.replaceAll(",", ""));
      const digit = 10 ** -(written.split(".")[1]?.length ?? 0);
      expect(Math.abs(value - run), `${written} in the README, ${run} in the run`).toBeLessThanOrEqual(Math.max(0.05 * run, digit));
    };
    for (const [placement, { simulated: { classes } }] of [["ground-only", tied], ["cheapest", free]] as const) {
      const sum = (of: (c: Simulated["classes"][number]) => number): number => classes.reduce((total, c) => total + of(c), 0) / 1e6;
      const [, bought, data, late, undone, wanted] = new RegExp(`\\| .${placement}. \\| ([\\d.]+) M\\$ \\| ([\\d.]+)(?: M\\$)? \\| ([\\d.]+) M\\$; ([\\d,]+) of ([\\d,]+) MWh`).exec(readme)!;
      near(bought!, sum((c) => c.cost.ground.energy_usd));
      near(data!, sum((c) => c.cost.orbit.data_usd));
      near(late!, sum((c) => c.late_usd));
      near(undone!, sum((c) => c.shed_Wh + c.overdue_Wh));
      near(wanted!, sum((c) => c.wanted_Wh));
    }
    const [, storm, before] = /([\d,]+) node-hours a day in place of ([\d,]+) before it/.exec(readme)!;
    near(storm!, free.orbitStorm_h);
    near(before!, free.orbitBefore_h);
  });

  // The other placements: test/full/storm-uri.test.ts.
  test("cut ten times as finely, `cheapest` buys what the README says", async () => {
    const { at400, at4000 } = writtenCut("cheapest");
    isAsWritten(cutOf(free.simulated), at400);
    isAsWritten(await cutAt(stages, "cheapest", 4000), at4000);
  });

  test("what the ground pays is the file's hours: about their mean, and never above the dearest", () => {
    const kWh = tied.simulated.classes.reduce((sum, c) => sum + c.run_Wh.ground / 1000, 0);
    // 8,994.095 $/MWh is the file's highest row; PUE 1.2 or so comes on top.
    expect(energy(tied.simulated) / kWh).toBeLessThan(8.994 * 1.5);
    // The plain mean of the two weeks is 2,945 $/MWh (awk over the file): work that comes evenly pays about that, times a PUE of 1.1 to 1.4.
    expect(energy(tied.simulated) / kWh).toBeGreaterThan(2.945);
    expect(energy(tied.simulated) / kWh).toBeLessThan(2.945 * 1.5);
  });
});
