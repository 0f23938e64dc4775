/** What a scenario may ask of the scheduler: who goes first, under which law, at how much power, how often. */
import { beforeAll, describe, expect, test } from "vitest";
import { jobsPolicy } from "../../../src/serve/index.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { daysOf, stagesOf, TWO_TIER, type Stages } from "./days.ts";

/** A day, ground alone, twice what it can do. */
const FULL = TWO_TIER
  .replace("- { id: chat, kind: interactive, power: 200 kW }\n    - { id: work, kind: batch, power: 300 kW, deferralMax: 12 h }\n    - { id: train, kind: training, power: 120 kW }", "- { id: one, kind: batch, power: 800 kW, deferralMax: 12 h }\n    - { id: two, kind: batch, power: 800 kW, deferralMax: 12 h }")
  .replace(/ {6}plant:.*\n/, "")
  .replace("days: 2, platforms: 4, jobs: { length: 1.5 h, spread: 1 }, placement: orbit-first", "days: 1, platforms: 0, jobs: { length: 0.5 h, spread: 0 }, jobsMost: 250, placement: ground-first");

const serveOf = (...set: readonly string[]) => jobsPolicy(scenarioOf(FULL, ...set).serve!);

describe("policy of the days of jobs", () => {
  let stages: Stages;
  const delivered = async (yaml: string, ...set: readonly string[]) => Object.fromEntries((await daysOf(scenarioOf(yaml, ...set), stages)).simulated.classes.map((c) => [c.id, c.computed_Wh.ground]));
  beforeAll(async () => { stages = await stagesOf(scenarioOf(FULL)); });

  test("fields become the scheduler's policy", () => {
    expect(serveOf()).toMatchObject({ order: { kind: "priority", ageing_per_h: 0 }, preemption: { least: 1, grace_s: 60 }, capping: false, requeueMost: {} });
    expect(serveOf("serve.policy.order=priority", "serve.policy.ageing=2")).toMatchObject({ order: { kind: "priority", ageing_per_h: 2 }, preemption: null });
    expect(serveOf("serve.policy.order=fair-share", "serve.placement=cheapest")).toMatchObject({ order: { kind: "fairShare", shares: {}, halfLife_s: 604_800 }, placement: { kind: "planned" } });
    expect(jobsPolicy(scenarioOf(FULL.replace("placement: ground-first", "placement: ground-first, policy: { capping: yes, requeueMost: [{ cause: upset, most: 3 }] }")).serve!)).toMatchObject({ capping: true, requeueMost: { upset: 3 } });
  });

  test("fair shares of three to one: of a full hall, one class gets three times the other's work", async () => {
    const yaml = FULL.replace("placement: ground-first", "placement: ground-first, policy: { order: fair-share, shares: [{ tenant: one, share: 3 }] }");
    const { one, two } = await delivered(yaml);
    // Both wait all day long, so that shares alone decide; jobs of half an hour and the first quarter-hours blur it.
    expect(one! / two!).toBeGreaterThan(2.7);
    expect(one! / two!).toBeLessThan(3.3);
    const equal = await delivered(FULL, "serve.policy.order=fair-share");
    expect(equal["one"]! / equal["two"]!).toBeGreaterThan(0.95);
    expect(equal["one"]! / equal["two"]!).toBeLessThan(1.05);
  });

  test("priority: the higher one is served, the other from what is left; a law that holds nowhere near: no work at all", async () => {
    const first = FULL.replace("placement: ground-first", "placement: ground-first, policy: { order: priority }, classes: [{ class: two, priority: 9 }]");
    const got = await delivered(first);
    // The hall has room for one of the two; what is left for the other is what no job of the first fits into.
    expect(got["two"]!).toBeGreaterThan(10 * got["one"]!);
    const law = (of: string): string => FULL.replace("placement: ground-first", `placement: ground-first, jurisdictions: [{ place: texas, law: US }, { place: orbit, law: EU }], classes: [{ class: two, jurisdiction: ${of} }]`);
    expect((await delivered(law("EU")))["two"]).toBe(0);
    expect((await delivered(law("US")))["two"]).toBeGreaterThan(0);
  });

  test("a law nobody has and a place that is not there are refused by name", () => {
    const wrong = FULL.replace("placement: ground-first", "placement: ground-first, jurisdictions: [{ place: nowhere, law: US }], classes: [{ class: two, jurisdiction: Mars }]");
    expect(() => scenarioOf(wrong)).toThrow(/nowhere/);
    expect(() => scenarioOf(wrong)).toThrow(/Mars/);
  });
});
