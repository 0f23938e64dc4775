/** The network over the days of jobs: clouds over stations, satellites away, ways over other satellites. */
import { describe, expect, test } from "vitest";
import { jobsNetwork } from "../../../src/run/index.ts";
import { partsOf, type Pool, type ScheduleEvent, type Transition } from "../../../src/schedule/index.ts";
import type { Scenario } from "../../../src/scenario/index.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { daysOf, stagesOf, type Days } from "./days.ts";

const FLEET = `
dawndusk: 1
name: eight over two stations
horizon: { start: 2027-Q1, years: 1 yr }
demand: { classes: [{ id: work, kind: batch, power: 300 kW, deferralMax: 24 h, tiers: orbit, price: 2 $/kWh, sloCredits: [{ below: 95 %, credit: 10 % }] }] }
orbit:
  type: circular
  altitude: 1200 km
  inclination: 53 deg
  factoryRate: 8 /yr
  platform: { server: gb200-nvl72, array: rosa-blanket, bus: starlink-v2-mini-class, eclipse: shed }
launch: { vehicles: [{ id: falcon-9, vehicle: falcon-9 }] }
network:
  stationRate: 1 Gb/s
  dataPrice: 0.1 $/GB
  stations: [{ id: dubai, station: ksat-dubai }, { id: singapore, station: ksat-singapore }]
simulate: { start: 2027-03-20, days: 2 }
serve: { start: 2027-03-20, days: 2, platforms: 8, places: 4, jobs: { length: 2 h, spread: 0 } }
`;

const seen = async (...set: readonly string[]): Promise<Days> => {
  const scenario = scenarioOf(FLEET, ...set);
  return daysOf(scenario, await stagesOf(scenario));
};
/** Every station closed but for its first half minute. */
const SHUT = ["dubai", "singapore"].flatMap((id) => [`network.stations.${id}.up=0.01 h`, `network.stations.${id}.down=100000 h`]);
const room = ({ simulated }: Days): number => simulated.links!.stations.reduce((sum, { room_B }) => sum + room_B, 0);
const windowOf = (scenario: Scenario) => ({ start_utc_s: scenario.serve!.start_utc_s, days: 3 });

describe("stations, clouds and failures", () => {
  test("two antennas at a gigabit carry what the time in reach says; both closed for good, nothing leaves: nothing is moved, charged, earned, delivered or on time", async () => {
    const open = await seen();
    for (const { room_B, reached_frac, closed_frac } of open.simulated.links!.stations) {
      expect(closed_frac).toBe(0);
      expect(room_B / (reached_frac * 3 * 86_400 * 1.25e8)).toBeCloseTo(1, 12);
    }
    const closed = await seen(...SHUT);
    expect(room(closed)).toBeLessThan(0.01 * room(open));
    expect(open.simulated.classes[0]!.onTime).toBeGreaterThan(0);
    expect(closed.simulated.classes[0]!.onTime).toBe(0);
    // The same jobs were asked for.
    expect(closed.simulated.classes[0]!.wanted_Wh).toBe(open.simulated.classes[0]!.wanted_Wh);
    const [sent, kept] = [open.simulated.classes[0]!, closed.simulated.classes[0]!];
    // The servers do the same, and what they have done stays where it is.
    expect(kept.computed_Wh).toEqual(sent.computed_Wh);
    expect([kept.delivered_Wh.orbit, kept.moved_B.orbit, kept.cost.orbit.data_usd, closed.simulated.credits[0]!.fee_usd]).toEqual([0, 0, 0, 0]);
    expect(kept.waiting_Wh.orbit).toBeGreaterThan(0.9 * kept.computed_Wh.orbit);
    expect(kept.undelivered).toBe(kept.jobs - kept.unfinished - kept.shedJobs);
    expect(closed.simulated.credits[0]!.credit_frac).toBe(0.1);
    for (const { into_B, out_B, queued_B } of closed.simulated.pools) {
      expect([into_B, out_B]).toEqual([0, 0]);
      expect(queued_B).toBeGreaterThan(0);
    }
    // Open, bytes are paid at 0.1 $/GB and work at 2 $/kWh, as far as they are down.
    expect(sent.cost.orbit.data_usd).toBeCloseTo((0.1 * sent.moved_B.orbit) / 1e9, 9);
    expect(open.simulated.credits[0]!.fee_usd).toBeCloseTo((2 * sent.delivered_Wh.orbit) / 1000, 6);
    expect(sent.delivered_Wh.orbit).toBeGreaterThan(0);
  });

  test("a link of a hundredth: what it could send in the days is sent, the rest waits; by pool and by job the same, and no more than the integral of the link in the journal", async () => {
    const { simulated, journal } = await seen("network.stationRate=10 Mb/s");
    const lines = journal.trimEnd().split("\n").map((text) => JSON.parse(text) as { readonly kind: string; readonly pools?: readonly Pool[]; readonly event?: ScheduleEvent } & Partial<Transition>);
    const outputs = new Map(lines.flatMap(({ event }): [string, number][] => (event?.kind === "submit" ? [[event.job.id, event.job.output_B]] : [])));
    const born = lines.reduce((sum, { to, job }) => (to === "done" ? sum + outputs.get(job!)! : sum), 0);
    const [work] = simulated.classes;
    expect((work!.moved_B.orbit + work!.queued_B.orbit) / born).toBeCloseTo(1, 9);
    expect(work!.never_B.orbit).toBe(0);
    const end_s = 2 * 86_400;
    const sent = simulated.pools.map(({ id, out_B, queued_B, room_B }) => {
      const { t_s, value } = lines[0]!.pools!.find((pool) => pool.id === id)!.out_B_per_s!;
      const could = Array.from(t_s).reduce((sum, t, i) => sum + value[i]! * Math.max(0, Math.min(end_s, t_s[i + 1] ?? end_s) - t), 0);
      expect(out_B).toBeLessThanOrEqual(could * (1 + 1e-9));
      expect(room_B! / (2 * could)).toBeCloseTo(1, 9);
      // The first answers come two hours in; from then on the link is never idle.
      if (queued_B > 0) expect(out_B).toBeGreaterThan(0.5 * could);
      return out_B;
    });
    expect(sent.reduce((a, b) => a + b, 0) / work!.moved_B.orbit).toBeCloseTo(1, 9);
    expect(work!.queued_B.orbit).toBeGreaterThan(work!.moved_B.orbit);
  });

  /** Places that each job ran at. */
  const placesOf = ({ journal }: Days): readonly ReadonlySet<string>[] => {
    const ran = new Map<string, Set<string>>();
    for (const text of journal.trimEnd().split("\n")) {
      const line = JSON.parse(text) as { readonly kind: string } & Partial<Transition>;
      if (line.kind !== "transition" || line.to !== "running") continue;
      const own = ran.get(line.job!) ?? new Set();
      for (const { pool } of partsOf(line.where!)) own.add(pool);
      ran.set(line.job!, own);
    }
    return [...ran.values()];
  };

  test.each(["cheapest", "orbit-first"])("without ways between places what was brought to one stays there, and so does a checkpoint; all places take some: %s", async (placement) => {
    const set = [`serve.placement=${placement}`, "serve.jobs.input=10 GB"];
    const brought = await seen(...set);
    const ran = placesOf(brought);
    expect(ran.every(({ size }) => size === 1)).toBe(true);
    const used = brought.simulated.pools.filter(({ into_B, used_frac }) => into_B > 0 && used_frac > 0);
    expect(used.map(({ id }) => id)).toEqual(["orbit-1", "orbit-2", "orbit-3", "orbit-4"]);
    // What ran at a place was brought there, by its own link.
    for (const { id, into_B } of used) expect(into_B).toBeGreaterThanOrEqual(1e10 * ran.filter((places) => places.has(id)).length * (1 - 1e-9));
    expect(brought.simulated.notes.join(" ")).toContain("take nothing from each other");
    expect(placesOf(await seen(`serve.placement=${placement}`, "serve.jobs.checkpointSize=100 GB")).every(({ size }) => size === 1)).toBe(true);
    // What is nowhere kept may go on anywhere.
    expect(placesOf(await seen(`serve.placement=${placement}`)).some(({ size }) => size > 1)).toBe(true);
  });

  test("clouds close each station for about the share of time that the downlink found; the same seed closes the same hours", async () => {
    const scenario = scenarioOf(FLEET, "network.downlink={kind: optical, terminal: mynaric-condor-mk3, weatherSpell: 0.5 h}");
    const { service } = await stagesOf(scenario);
    const asked = { service, places: [2, 2, 2, 2], window: { start_utc_s: scenario.serve!.start_utc_s, days: 300 } };
    const { closed_s } = await jobsNetwork(scenario, asked);
    scenario.network.stations.forEach(({ id }, s) => {
      const edges = closed_s![s]!;
      let closed = 0;
      for (let i = 0; i < edges.length; i += 2) closed += edges[i + 1]! - edges[i]!;
      const { available_frac } = service.downlink!.byStation.find((one) => one.id === id)!;
      // 300 days are some thousands of spells: a standard error of a hundredth.
      expect(Math.abs(closed / (300 * 86_400) - (1 - available_frac))).toBeLessThan(0.04);
    });
    expect((await jobsNetwork(scenario, asked)).closed_s).toEqual(closed_s);
  });

  test("by radio, elevation by elevation: the room of one platform over the days that were flown is what the downlink's mean says of them", async () => {
    const days = await seen("serve.platforms=1", "serve.places=1", "simulate.days=3", "network.downlink={kind: radio, frequency: 26 GHz, bandwidth: 500 MHz, eirp: 40 dBW, gOverT: 33 dB/K}");
    // The same three days; acquisition by the minute of a rise, and a percent of rain in spells, stand for their means.
    const { B_per_day, byStation } = days.service.downlink!;
    expect(byStation.every(({ rate_Gbps }) => rate_Gbps > 0.5)).toBe(true);
    expect(Math.abs(room(days) / (3 * B_per_day) - 1)).toBeLessThan(0.03);
  });

  test("satellites that are away half of the time leave half of what the relay carries", async () => {
    const days = await seen("network.relayRate=1 Gb/s", "network.stations=[]", "network.routes={access: users, satelliteUp: 1 h, satelliteDown: 1 h}");
    // Eight platforms at a gigabit over three days; 8 x 72 hours of spells of an hour each.
    const here = days.simulated.links!.relay_B / (8 * 1.25e8 * 3 * 86_400);
    expect(Math.abs(here - 0.5)).toBeLessThan(0.15);
    // They are away with their servers: one draw for both, here over two days of the three.
    const away = days.simulated.outages.find(({ cause }) => cause === "platform away")!;
    const nodes = days.simulated.pools.reduce((sum, pool) => sum + pool.nodes, 0);
    expect(Math.abs(away.node_h / (nodes * 48) - (1 - here))).toBeLessThan(0.1);
  });
});

describe("ways over other satellites", () => {
  const SHELL = ["orbit.fleet={shells: [{id: ring, pattern: walker-delta, altitude: 1200 km, inclination: 53 deg, planes: 1, satellitesPerPlane: 12, phasing: 0}]}", "simulate.fleetDays=1"] as const;
  const over = async (...set: readonly string[]) => {
    const scenario = scenarioOf(FLEET, ...SHELL, ...set);
    const { over: reached } = await jobsNetwork(scenario, { service: { downlink: null }, places: [2, 2, 2, 2], window: windowOf(scenario) });
    return reached;
  };

  test("a ring whose neighbours are linked reaches a station whenever any of it does; without links nothing is reached over others", async () => {
    expect(await over("network.routes={links: none}")).toBeNull();
    const reached = (await over("network.routes={links: grid, step: 5 min}"))!;
    // All places of one linked shell reach the same stations at once.
    for (const place of reached) for (const id of ["dubai", "singapore"]) expect(Array.from(place[id]!)).toEqual(Array.from(reached[0]![id]!));
    // Streets of coverage (Wertz & Larson 1999, section 7.2): at 1,200 km and 10 degrees a satellite reaches 24.0 degrees of arc, twelve in a ring at
    // least 19.0 on both sides of their plane. A station at 25.25 north has a plane of 53 degrees within those for 32.8 to 43.7 % of a turn.
    const share = reached[0]!["dubai"]!.reduce((a, b) => a + b, 0) / reached[0]!["dubai"]!.length;
    expect(share).toBeGreaterThan(0.328);
    expect(share).toBeLessThan(0.437);
  });

  test("places with ways over each other share one domain, and every byte is on the link of one of them", async () => {
    const { simulated, journal } = await seen(...SHELL, "network.routes={links: grid, step: 30 min}", "serve.jobs.input=10 GB");
    const { pools } = JSON.parse(journal.slice(0, journal.indexOf("\n"))) as { readonly pools: readonly Pool[] };
    expect(pools.map(({ domain }) => domain)).toEqual(["orbit", "orbit", "orbit", "orbit"]);
    const sum = (of: (pool: (typeof simulated.pools)[number]) => number): number => simulated.pools.reduce((total, pool) => total + of(pool), 0);
    const [work] = simulated.classes;
    expect(sum(({ into_B, out_B }) => into_B + out_B) / work!.moved_B.orbit).toBeCloseTo(1, 9);
    expect(sum(({ queued_B }) => queued_B) / work!.queued_B.orbit).toBeCloseTo(1, 9);
    expect(simulated.notes.join(" ")).toContain("Ways over other platforms carry what comes");
  });
});
