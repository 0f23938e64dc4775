import { beforeAll, describe, expect, test } from "vitest";
import type { Simulated } from "../../src/serve/index.ts";
import { loadExample } from "../support/run-example.ts";
import { readmeOf, told } from "../support/told.ts";
import { daysOf, stagesOf } from "../serve/jobs/days.ts";

const seen = async (deferral: string, ...set: readonly string[]): Promise<Simulated> => {
  const scenario = loadExample("batch-24h-in-orbit", `demand.classes.batch.deferralMax=${deferral}`, "simulate.days=7", ...set);
  return (await daysOf(scenario, await stagesOf(scenario))).simulated;
};

const judged = ({ classes: [batch] }: Simulated): number => batch!.judged;

describe("batch-24h-in-orbit", () => {
  const readme = readmeOf("batch-24h-in-orbit");
  let day: Simulated;
  beforeAll(async () => { day = await seen("24 h"); });

  test("light for jobs is what a circle in the Sun's plane has outside the shadow", () => {
    // 1 - asin(Re/a)/pi at 550 km (Wertz & Larson 1999, section 5.1): 0.6277; minutes at the edges and a week's drift of the plane move it.
    const lit = 1 - Math.asin(6378.137 / 6928.137) / Math.PI;
    for (const { supplied_frac } of day.pools) expect(Math.abs(supplied_frac - lit)).toBeLessThan(0.006);
    for (const { used_frac, supplied_frac } of day.pools) expect(used_frac).toBeLessThan(supplied_frac);
    told(readme, "finds its light ({} % of the time)", [(100 * day.pools.reduce((sum, { supplied_frac }) => sum + supplied_frac, 0)) / day.pools.length]);
  });

  test("a day is enough: all whose time was up were on time, through hundreds of shadows", () => {
    const [batch] = day.classes;
    expect(batch!.slo_frac).toBe(1);
    expect(batch!.onTime).toBeGreaterThan(150);
    expect(batch!.requeues["supply ends"]).toBeGreaterThan(300);
    expect(batch!.useful_frac.orbit!).toBeGreaterThan(0.9);
    expect(batch!.useful_frac.orbit!).toBeLessThan(1);
    told(readme, "| 24 h | {} % of {} jobs whose time was up | |", [100, batch!.onTime]);
    told(readme, "Jobs are stopped by {} shadows", [batch!.requeues["supply ends"]!]);
    told(readme, "keep {} % of what they ran: the rest are checkpoints, restarts and {} upsets.", [100 * batch!.useful_frac.orbit!, batch!.requeues["upset"]!]);
    told(readme, "Data cost: {} TB of answers in the week, {} $ at the list price of a ground station's minutes; {} $ a GPU-hour", [batch!.moved_B.orbit / 1e12, batch!.cost.orbit.data_usd, batch!.usd_per_accelerator_h.orbit!]);
  });

  test("six hours are enough too, where what must start first is booked first", async () => {
    const six = await seen("6 h");
    told(readme, "| 6 h | {} %: {} of {} late |", [100 * six.classes[0]!.slo_frac!, six.classes[0]!.late, judged(six)]);
  });

  test("by laser the same work is done and comes down late: clouds close what stations are left", async () => {
    const laser = await seen("24 h", "network.downlink={kind: optical, terminal: mynaric-condor-mk3}");
    const [batch] = laser.classes;
    const of = (id: string) => laser.links!.stations.find((station) => station.id === id)!;
    told(readme, "| 24 h, by laser | {} %: {} of {} late |", [100 * batch!.slo_frac!, batch!.late, judged(laser)]);
    told(readme, "close Dubai for {} % and Singapore for {} % of the time in reach", [100 * of("dubai").closed_frac!, 100 * of("singapore").closed_frac!]);
    const room = ({ links }: Simulated) => links!.stations.reduce((sum, { room_B }) => sum + room_B, 0);
    told(readme, "the stations have {} TB of room in eight days", [room(day) / 1e12]);
    expect(room(laser) / room(day)).toBeCloseTo(0.2, 1);
    expect(laser.links!.stations.map(({ id }) => id)).toEqual(["dubai", "singapore"]);
    // Light, chips and jobs are the same; what differs is when answers are down.
    expect(batch!.wanted_Wh).toBe(day.classes[0]!.wanted_Wh);
    expect(batch!.late).toBeGreaterThan(10);
  });

  test("an hour is not: no station is that near, and the work is shed whole", async () => {
    const { classes: [batch] } = await seen("1 h");
    expect(batch!.slo_frac).toBe(0);
    expect(batch!.shed_Wh).toBe(batch!.wanted_Wh);
  });
});
