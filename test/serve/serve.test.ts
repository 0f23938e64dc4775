import { describe, expect, test } from "vitest";
import { serve } from "../support/serve-sized.ts";
import type { ClassOnTier } from "../../src/serve/index.ts";
import { BASE, flight, platform, scenarioOf, sizing } from "./stages.ts";

const served = (...set: readonly string[]) => serve(scenarioOf(BASE, ...set), { sizing, flight });
const tierOf = (tier: "ground" | "orbit", of: string, ...set: readonly string[]): ClassOnTier => served(...set).classes.find((c) => c.id === of)!.tier[tier];

/** GB200 NVL72: 5,789.6 token/s a chip (DeepSeek-R1), 72 chips, 120 kW of nameplate. */
const TOKENS_PER_J = (5789.6 * 72) / 120_000;

describe("serve", () => {
  test("power is wanted as written, and grows from the start of the horizon", () => {
    expect(served().classes[0]!.demand_W).toEqual(Array.from({ length: 8 }, () => 8e6));
    const grown = served("demand.classes.chat.growth=50 %/yr").classes[0]!.demand_W;
    // Mean of 1.5^x over a year that starts at x: 1.5^x x 0.5/ln 1.5; the calendar's quarters differ from a quarter of a Julian year by 1 %.
    expect(grown.slice(4).reduce((a, b) => a + b, 0) / 4 / 8e6).toBeCloseTo((1.5 * 0.5) / Math.log(1.5), 2);
  });
  // OpenAI's 700 million users x 25 requests x 2076 tokens a week = 60.07 Mtoken/s; GB200 at 5,789.6 token/s a chip, 72 chips, 120 kW of
  // nameplate: 3.47376 token/J: 17.29 MW.
  test("users become tokens, tokens become watts", () => {
    const text = BASE.replace("power: 8 MW,", "weeklyUsers: 700 million users, requestsPerUser: 25 1/week, tokensPerRequest: 2076 token,");
    const chat = serve(scenarioOf(text), { sizing, flight }).classes[0]!;
    expect(chat.energy_J_per_token! * TOKENS_PER_J).toBeCloseTo(1, 5);
    expect(chat.demand_W[0]! / 1e6).toBeCloseTo(17.29, 2);
  });
  test("one distance for every user, where it is written: 2 x 2,500 km x 2.06 of fibre are 50.4 ms", () => {
    expect(tierOf("ground", "chat").latency_ms).toBeCloseTo((2 * 2500 * 2.06 * 1.468) / 299.792458, 6);
    expect(tierOf("ground", "chat").latencyMedian_ms).toBe(tierOf("ground", "chat").latency_ms);
  });
  // Own run outside the project (numpy): the same hundred cities on a turning Earth, circular orbit of 650 km and 97.986 deg, a step a
  // minute over 20 days: one platform 77.98 and 127.94 ms, the nearer of two 54.55 and 75.64, of eight 35.46 and 62.70 (median, 95 %).
  test.each([[1, 77.98, 127.94], [2, 54.55, 75.64], [8, 35.46, 62.7]])("orbit over a relay, %d platforms", (target, median_ms, p95_ms) => {
    const { latency_ms, latencyMedian_ms } = tierOf("orbit", "chat", `orbit.target=${target}`);
    expect(Math.abs(latencyMedian_ms / median_ms - 1)).toBeLessThan(0.005);
    expect(Math.abs(latency_ms / p95_ms - 1)).toBeLessThan(0.005);
  });
  test("the smallest fleet that is asked for sets the latency of orbit", () => {
    const ramp = tierOf("orbit", "chat", "orbit.target={schedule: {2027-Q1: 0, 2027-Q3: 2, 2028-Q1: 81}}");
    expect(ramp.latency_ms).toBe(tierOf("orbit", "chat", "orbit.target=2").latency_ms);
    expect(tierOf("orbit", "chat").latency_ms).toBe(tierOf("orbit", "chat", "orbit.target=1").latency_ms);
  });
  test("without a relay: fibre to the station and 2 x 2,045 km of slant (Wertz, 650 km at 10 deg), and the note says how often", () => {
    const set = ["network.relayRate=0 Gb/s", "network.stations=[{id: a, station: ksat-svalbard}]"];
    // Fibre from the hundred cities to Svalbard, stretch 2.06: median 141.9 ms, 95 % 238.8 ms (own numpy run).
    const { latency_ms, latencyMedian_ms } = tierOf("orbit", "night", ...set);
    expect(latencyMedian_ms).toBeCloseTo(141.87 + (2 * 2045.4) / 299.792458, 0);
    expect(latency_ms).toBeCloseTo(238.79 + (2 * 2045.4) / 299.792458, 0);
    expect(served(...set).notes.join(" ")).toContain("10.0 % of the time");
  });
  test("a class keeps to its tier, its latency and its patience, with the reason", () => {
    expect(tierOf("orbit", "chat")).toMatchObject({ eligible: true, why: "" });
    expect(tierOf("orbit", "chat", "demand.classes.chat.tiers=ground")).toMatchObject({ eligible: false, why: "the class is kept to the ground" });
    expect(tierOf("ground", "chat", "demand.classes.chat.latencyMax=20 ms").why).toBe("round trip of 50.44 ms (95th percentile) is above the 20.00 ms that the class accepts");
    expect(tierOf("orbit", "chat", "network.relayRate=0 Gb/s").why).toMatch(/^a platform is out of reach for up to 90.00 min and the class waits at most 0.006667 min/);
    expect(tierOf("orbit", "night", "network.relayRate=0 Gb/s")).toMatchObject({ eligible: true });
    expect(tierOf("orbit", "night", "network.relayRate=0 Gb/s", "network.stationRate=0 Gb/s").why).toBe("no station or relay moves its data");
  });
  test("the link binds where the class moves more than it carries", () => {
    // A tenth of the day at 1.2 Gb/s and a relay of 1 Gb/s: 1.12 Gb/s = 140 MB/s for 100 kW: 1,400 B/J.
    expect(served().orbitLink_B_per_s).toBeCloseTo(140e6, 3);
    const dense = tierOf("orbit", "chat", "demand.classes.chat.bytesPerToken=1000 B/token");
    expect(dense.linkLimit_frac).toBeCloseTo(1400 / (1000 * TOKENS_PER_J), 5);
    expect(tierOf("orbit", "chat").linkLimit_frac).toBe(1);
  });
  test("the link's two parts: three antennas of 1.2 Gb/s are 450 MB/s together, the relay gives a platform 125 MB/s", () => {
    const three = served("network.stations=[{id: a, station: ksat-svalbard}, {id: b, station: ksat-troll}, {id: c, station: ksat-inuvik}]");
    expect(three.orbitStations_B_per_s).toBeCloseTo(450e6, 3);
    expect(three.orbitRelay_B_per_s).toBeCloseTo(125e6, 3);
    expect(served().orbitStations_B_per_s).toBe(0);
  });
  test("availability: repair on the ground, the flight in orbit", () => {
    // 1/(1 + 0.0908 x 72/8766) and what was flown.
    expect(served().available_frac.ground).toBeCloseTo(0.999_254_8, 6);
    expect(served().available_frac.orbit).toBe(0.9);
  });
  test("no orbit and a platform that does not close are said so", () => {
    const groundOnly = scenarioOf(BASE.replace(/orbit:[\s\S]*?(?=launch:)/, ""));
    const none = serve(groundOnly, { sizing: { ...sizing, platform: null }, flight: { ...flight, summary: null } });
    expect(none.classes[0]!.tier.orbit).toMatchObject({ eligible: false, why: "the scenario has no orbit" });
    const open = serve(scenarioOf(BASE), { sizing: { ...sizing, platform, status: "infeasible", why: ["too hot"] }, flight: { ...flight, summary: null } });
    expect(open.classes[0]!.tier.orbit.why).toBe("the platform does not close: too hot");
  });
  test("the replay meets the last quarter with the phases' power and the target", () => {
    const replay = served("orbit.target=20").replay!;
    expect(replay.groundPool_W / 1e6).toBeCloseTo((10 / 1.25) * 0.999_254_8, 5);
    expect(replay.orbitPool_W).toBe(20 * 100_000 * 0.9);
    expect(replay.quarter).toBe(2028 * 4 + 3);
  });
});
