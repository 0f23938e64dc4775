/** The shape that the users of a class make, and the tokens of its model's requests. */
import { describe, expect, test } from "vitest";
import { find, regionPlaces } from "../../src/catalog/index.ts";
import { LANGUAGE_MODELS } from "../../src/inference/index.ts";
import { userRequests } from "../../src/network/index.ts";
import { ScenarioError, table } from "../../src/scenario/index.ts";
import { quarterStart_s } from "../../src/units/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const chat = (more: string): string => RACK.replace("{ id: work, kind: batch, power: 100 kW, deferralMax: 12 h }", `{ id: chat, kind: interactive, weeklyUsers: 8 million, ${more} }`);
const problemsOf = (yaml: string): readonly string[] => {
  try {
    scenarioOf(yaml);
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems.map(({ found }) => found);
    throw error;
  }
  return [];
};

describe("users by region", () => {
  const REGIONS = "users: { regions: [{ id: a, region: india }, { id: b, region: united-states, share: 312109000 }] }";

  test("their shape is what the network's users ask for, hour by hour: the same rates by other code", () => {
    const scenario = scenarioOf(chat(REGIONS));
    const { shape, requestsPerUser_per_week } = scenario.demand.classes[0]!;
    const { figures } = find("days", "servegen-m-small")!;
    const share = { india: 654_918_000, "united-states": 312_109_000 };
    const all = share.india + share["united-states"];
    const places = (["india", "united-states"] as const).flatMap((region) => regionPlaces(region).map(({ name, latitude_deg, longitude_deg, share_frac }) => ({ id: name, latitude_deg, longitude_deg, weeklyUsers: (8e6 * share[region] * share_frac) / all })));
    const rateAt = userRequests(places, { requests_per_week: requestsPerUser_per_week, curve: Array.from({ length: 24 }, (_, h) => figures[`h${h}`]!.value) });
    const mean = (8e6 * requestsPerUser_per_week) / 604_800;
    expect(shape.value.length).toBe(24);
    expect(shape.start_utc_s).toBe(quarterStart_s(scenario.horizon.start_quarter));
    shape.value.forEach((value, hour) => expect(value).toBeCloseTo(rateAt(shape.start_utc_s + 3600 * hour).reduce((sum, rate) => sum + rate, 0) / mean, 9));
    expect(shape.value.reduce((sum, value) => sum + value, 0)).toBeCloseTo(24, 10);
  });

  test("one half of the world sleeps while the other asks: users all around are flatter than those of one country", () => {
    const peak = (regions: string): number => Math.max(...scenarioOf(chat(`users: { regions: [${regions}] }`)).demand.classes[0]!.shape.value);
    expect(peak("{ id: a, region: india }, { id: b, region: united-states, share: 654918000 }")).toBeLessThan(peak("{ id: a, region: india }") - 0.1);
  });

  test("what cannot be is said", () => {
    expect(problemsOf(chat(`${REGIONS}, shape: { hourly: [${Array.from({ length: 24 }, () => 1).join(", ")}] }`))).toEqual(["a shape beside users"]);
    expect(problemsOf(chat("users: { regions: [] }"))).toEqual(["users of no region"]);
    expect(problemsOf(chat("users: { regions: [{ id: a, region: india, share: 0 }] }"))).toEqual(["shares that are all 0"]);
    expect(problemsOf(chat("users: { regions: [{ id: a, region: india }, { id: b, region: india }] }"))).toEqual(["india a second time"]);
    expect(problemsOf(chat("users: { regions: [{ id: a, region: indai }] }"))).toEqual(["indai"]);
  });
});

describe("a language model", () => {
  test("those that can be named are those of dawndusk/inference", () => {
    expect(table.demand.of.classes.of.serving.of.model.of).toEqual(LANGUAGE_MODELS.map(({ id }) => id));
  });

  test("its prompt and answer are the tokens of a request, and stand among the assumptions", () => {
    const scenario = scenarioOf(chat("serving: { model: llama-3.1-8b, input: 1000 token }"));
    expect(scenario.demand.classes[0]!.tokensPerRequest_token).toBeCloseTo(1652.51, 6);
    expect(scenario.assumptions.find(({ path }) => path === "demand.classes.chat.tokensPerRequest")).toMatchObject({ value: 1652.51, origin: "scenario" });
  });

  test("what cannot be is said", () => {
    expect(problemsOf(chat("serving: { model: llama-3.1-8b }, tokensPerRequest: 100 token"))).toEqual(["tokensPerRequest beside serving"]);
    expect(problemsOf(chat("serving: { model: llama-3.1-8b, sequences: 256, stepTokens: 256 token }"))).toEqual(["256 tokens a step for 256 sequences"]);
    expect(problemsOf(chat("serving: { model: gpt-9 }"))).toEqual(["gpt-9"]);
    expect(problemsOf(chat("serving: { requests: sharegpt }")).length).toBe(1);
  });
});

describe("routes", () => {
  const routed = (routes: string, more = ""): string => `${RACK}network: { routes: { ${routes} }${more} }\n`;

  test("nothing is written in vain", () => {
    expect(problemsOf(routed("access: users"))).toEqual([]);
    expect(problemsOf(routed("step: 60 s"))).toEqual(["access by stations, and none of them"]);
    expect(problemsOf(routed("access: users, image: 600 MB"))).toEqual(["image of no data"]);
    expect(problemsOf(routed("access: users, made: 1 Gb/s"))).toEqual(["data for stations, and none of them"]);
    expect(problemsOf(routed("made: 1 Gb/s, work: 1 Wh", ", stations: [{ id: svalbard, station: ksat-svalbard }]"))).toEqual(["work on images of no size"]);
    expect(problemsOf(routed("access: users").replace(/orbit:[\s\S]*?launch:/, "launch:"))).toEqual(["routes and no satellite about the Earth"]);
  });
});
