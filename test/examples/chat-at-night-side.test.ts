/** Users by region under a shell and under a ring, and the models that serve them. The money and a year's light: test/full. */
import { describe, expect, test } from "vitest";
import { lightTime_ms, slantRange_km } from "../../src/physics/index.ts";
import { servedModels, userReach, type ClassReach } from "../../src/run/index.ts";
import type { Service } from "../../src/serve/index.ts";
import { measure } from "../golden/measure.ts";
import { readmeOf, told } from "../support/told.ts";
import { load } from "../../src/scenario/index.ts";
import { nodeFiles } from "../../src/io/index.ts";

const SUITE = "example-chat-at-night-side";
const scenarioOf = (file: string, ...set: readonly string[]) => load({ path: `examples/chat-at-night-side/${file}`, files: nodeFiles(`examples/chat-at-night-side/${file}`), set });
/** What the network reads of a service: no computed downlink, and the quarter. */
const reachOf = (file: string): ClassReach => {
  const scenario = scenarioOf(file);
  return userReach(scenario, { downlink: null, replay: { quarter: scenario.horizon.start_quarter } } as unknown as Service)!.classes[0]!;
};

describe("chat-at-night-side", () => {
  const shell = reachOf("scenario.yaml");
  const ring = reachOf("ring.yaml");

  test("800 million users ask 34,000 times a second, and flatter together than in any region", () => {
    measure(SUITE, { case: "requests a second", got: shell.all.requests_per_s, expected: (800e6 * 25.7) / 604_800, rel: 1e-9, unit: "1/s", source: "OpenAI, DevDay 2025 and NBER w34255: users x messages a week / 604,800 s" });
    const peak = ({ requests_per_s_byHour: hours, requests_per_s }: ClassReach["all"]): number => Math.max(...hours) / requests_per_s;
    for (const region of shell.regions) expect(peak(region), region.id).toBeGreaterThan(peak(shell.all) + 0.1);
    expect(shell.regions.reduce((sum, { requests_per_s }) => sum + requests_per_s, 0)).toBeCloseTo(shell.all.requests_per_s, 6);
  });

  test("the shell is overhead in the median: between the zenith's light time and that of the lowest elevation", () => {
    const nearest = shell.all.nearest!;
    expect(nearest.median_ms).toBeGreaterThan(2 * lightTime_ms(650));
    expect(nearest.median_ms).toBeLessThan(2 * lightTime_ms(slantRange_km({ altitude_km: 650, elevation_deg: 25 })));
    expect(nearest.outage_frac).toBe(0);
    expect(shell.all.given!.median_ms).toBeGreaterThan(10 * nearest.median_ms);
  });

  test("the ring is nowhere near most of them, and orbit is nearer than the ground only far from its sites", () => {
    expect(ring.all.nearest!.median_ms).toBeGreaterThan(10 * shell.all.nearest!.median_ms);
    const of = (id: string) => shell.regions.find((one) => one.id === id)!;
    expect(of("oceania").ground!.median_ms).toBeGreaterThan(of("oceania").nearest!.p95_ms);
    expect(of("europe-west").ground!.p95_ms).toBeLessThan(of("europe-west").nearest!.p95_ms);
  });

  test("what the README tells of requests, ways and replicas is the run's", () => {
    const readme = readmeOf("chat-at-night-side");
    const of = (id: string) => shell.regions.find((one) => one.id === id)!;
    const peak = ({ requests_per_s_byHour: hours, requests_per_s }: ClassReach["all"]) => Math.max(...hours) / requests_per_s;
    const hourOf = ({ requests_per_s_byHour: hours }: ClassReach["all"]) => hours.indexOf(Math.max(...hours));
    told(readme, "India peaks at {} h UTC and Brazil at {} h, each {} times its own mean; all regions together peak at {}.", [hourOf(of("india")), hourOf(of("brazil")), peak(of("india")), peak(shell.all)]);
    told(readme, "nearest platform of the shell {} ms in the median, for it is in sight most of the time; {} ms at the 95th percentile", [shell.all.nearest!.median_ms, shell.all.nearest!.p95_ms]);
    told(readme, "may lie, {} and {} ms. To the nearest of three sites on the ground {} and {} ms", [shell.all.given!.median_ms, shell.all.given!.p95_ms, shell.all.ground!.median_ms, shell.all.ground!.p95_ms]);
    told(readme, "nowhere near midnight: {} ms in the median to the nearest of it, {} at the 95th percentile", [ring.all.nearest!.median_ms, ring.all.nearest!.p95_ms]);
    const { kept } = servedModels(scenarioOf("scenario.yaml"))[0]!;
    told(readme, "A replica serves {} requests a second within {} s", [kept!.requests_per_s, 0.45]);
  });

  test("a replica keeps both promises, bound by the first token; what it draws is measured, not the nameplate", () => {
    const [served] = servedModels(scenarioOf("scenario.yaml"));
    expect(served).toMatchObject({ class: "chat", model: "llama-3.1-70b", server: "gb200-nvl72", where: ["abilene", "virginia", "frankfurt", "orbit"], chips: 4, why: [] });
    const kept = served!.kept!;
    expect(kept.binds).toBe("ttft");
    expect(kept.ttft_s).toBeLessThanOrEqual(0.45);
    expect(kept.tpot_s).toBeLessThanOrEqual(0.04);
    measure(SUITE, { case: "power of a busy server over its nameplate", got: kept.drawn_W / kept.nameplate_W, expected: 0.555, rel: 1e-3, unit: "1", source: "Hu and others 2024, servers of the Kalos cluster at equal ranks (test/inference/drawn-power.test.ts)" });
    expect(kept.tokensPerNameplateJoule * kept.nameplate_W).toBeCloseTo(4 * kept.tokens_per_s_per_chip, 6);
  });

  test("a model that does not fit is said so, and a promise that nobody can keep", () => {
    const [small] = servedModels(scenarioOf("scenario.yaml", "demand.classes.chat.serving.model=deepseek-r1", "demand.classes.chat.serving.chips=1"));
    expect(small).toMatchObject({ kept: null, why: [expect.stringMatching(/no room for a sequence/)] });
    const [hasty] = servedModels(scenarioOf("scenario.yaml", "demand.classes.chat.serving.tpotMax=1 ms"));
    expect(hasty).toMatchObject({ kept: null, why: [expect.stringMatching(/a lone request takes .* the limit is 1\.0 ms/)] });
  });
});
