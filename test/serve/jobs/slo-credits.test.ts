/** What is given back for work that was late, by hand, from the jobs to the cash. */
import { describe, expect, test } from "vitest";
import { earnedOf } from "../../../src/finance/flows/earned.ts";
import type { Plan } from "../../../src/plan/index.ts";
import { loadScenario, type Scenario } from "../../../src/scenario/index.ts";
import { creditNotes, creditShare, sloCredits } from "../../../src/serve/jobs/slo-credits.ts";
import type { SimulatedClass } from "../../../src/serve/index.ts";
import { scenarioOf } from "../../support/scenario.ts";
import { daysOf, stagesOf, TWO_TIER } from "./days.ts";

/** AWS, Compute Service Level Agreement (2022-05-05), region level. */
const AWS = [{ below_frac: 0.9999, credit_frac: 0.1 }, { below_frac: 0.99, credit_frac: 0.3 }, { below_frac: 0.95, credit_frac: 1 }];

test("steps as the cloud has them: on the threshold nothing of the step is due", () => {
  const cases = [[1, 0], [0.9999, 0], [0.9998, 0.1], [0.99, 0.1], [0.98, 0.3], [0.95, 0.3], [0.9, 1], [0, 1]] as const;
  for (const [slo, credit] of cases) expect(creditShare(AWS, slo)).toBe(credit);
  expect(creditShare([], 0.1)).toBe(0);
});

/** One class with the steps, of which 81 kWh were served: so many of its jobs on time, late and shed. */
const seenOf = (onTime: number, late: number, shedJobs: number, price: number | null = 2, computePrice = "real") => {
  const scenario = { finance: { computePrice }, demand: { classes: [{ id: "chat", price_usd_per_kWh: price === null ? null : { kind: "constant", value: price }, shortfallPrice_usd_per_kWh: 4, sloCredits: AWS }] } } as unknown as Scenario;
  const judged = onTime + late + shedJobs;
  const seen = { id: "chat", onTime, late, judged, shedJobs, slo_frac: judged === 0 ? null : onTime / judged, delivered_Wh: { ground: 80_000, orbit: 1000 } } as SimulatedClass;
  const credits = sloCredits(scenario, [seen], 8108);
  return { credit: credits[0]!, notes: creditNotes(credits, "orbit-first") };
};

describe("a share on time of few jobs", () => {
  test("stands with their number and its interval: 81 of 263 is 0.2553 to 0.3662 (Newcombe 1998, table I, method 3)", () => {
    const { credit, notes } = seenOf(81, 100, 82, null);
    expect(credit).toMatchObject({ judged: 263, credit_frac: 1, priceOf: "shortfallPrice", price_usd_per_kWh: 4, fee_usd: 324, credit_usd: 324 });
    expect(credit.low_frac).toBeCloseTo(0.2553, 4);
    expect(credit.high_frac).toBeCloseTo(0.3662, 4);
    // All of it is below 95 %: so few tell the step.
    expect(notes).toEqual([]);
  });

  test("over a step it warns, with what is given back at either end: 0 of 20 late is 83.9 % to 100 % on time, 1 - 0.1611 (ibid.)", () => {
    const { credit, notes } = seenOf(20, 0, 0);
    expect(credit).toMatchObject({ judged: 20, slo_frac: 1, high_frac: 1, credit_frac: 0, atLow_frac: 1, atHigh_frac: 0 });
    expect(credit.low_frac).toBeCloseTo(1 - 0.1611, 4);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/class chat hang on 20 jobs: 100 % on time, by so few 83\.89 % to 100 %, at which 0 % to 100 % of the fee is given back/);
    // 40,000 jobs without a late one: 1 - 3.84/40,003.84 = 99.9904 % lies on the same side of every step.
    expect(seenOf(40_000, 0, 0).notes).toEqual([]);
  });

  test("is not measured where no job's time was up, which is not nothing", () => {
    const { credit, notes } = seenOf(0, 0, 0);
    expect(credit).toMatchObject({ judged: 0, slo_frac: null, credit_frac: null, credit_usd: null, fee_usd: 162 });
    expect(notes[0]).toMatch(/class chat were not measured/);
  });

  test("and a fee of nothing says why", () => expect(seenOf(1, 9, 0, 2, "none").credit).toMatchObject({ priceOf: "none", fee_usd: 0, credit_frac: 1, credit_usd: 0 }));
});

const CREDITS = "[{below: 100 %, credit: 25 %}]";

test("a class that is never on time gives its fee back: the days' at its price for what was delivered, and each quarter's in the cash", async () => {
  // Shed at once where it cannot start at once: with so little patience some of chat is late or shed, and batch is not.
  const set = ["demand.classes.chat.price=2 $/kWh", `demand.classes.chat.sloCredits=${CREDITS}`, "demand.classes.chat.power=900 kW", `demand.classes.train.sloCredits=${CREDITS}`] as const;
  const scenario = scenarioOf(TWO_TIER, ...set);
  const { service, simulated } = await daysOf(scenario, await stagesOf(scenario));
  const [chat] = simulated.classes;
  expect(chat!.slo_frac).toBeLessThan(1);
  const [credit, ...more] = simulated.credits;
  // Training is promised by no time: not measured, and nothing off its fee.
  expect(more).toMatchObject([{ class: "train", slo_frac: null, credit_frac: null, priceOf: "shortfallPrice" }]);
  expect(simulated.notes.filter((note) => note.includes("were not measured"))).toHaveLength(1);
  const kWh = (chat!.delivered_Wh.ground + chat!.delivered_Wh.orbit) / 1000;
  expect(credit).toMatchObject({ class: "chat", credit_frac: 0.25, priceOf: "price", judged: chat!.judged });
  expect(credit!.fee_usd).toBeCloseTo(2 * kWh, 6);
  expect(credit!.credit_usd).toBeCloseTo(0.5 * kWh, 6);
  expect(service.classes.map(({ sloCredit_frac }) => sloCredit_frac)).toEqual([0.25, 0, 0]);
  // 1 kW over a quarter of 2,191.5 h at 2 $ and a quarter of it given back.
  const plan = { quarters: [8108], classes: [{ id: "chat", credit_frac: 0.25, ground_W: [1000], orbit_W: [0] }] } as unknown as Plan;
  expect(earnedOf(scenario, plan)[0]!.real_usd[0]).toBeCloseTo(2191.5 * 2 * 0.75, 9);
});

const notesOf = (text: string, ...set: readonly string[]): readonly string[] => {
  const loaded = loadScenario({ path: "scenario.yaml", files: { read: (path) => (path === "scenario.yaml" ? text : undefined) }, set });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ path, found }) => `${path}: ${found}`).join("\n"));
  return loaded.scenario.notes;
};

describe("credits that nobody can measure or pay are said so before a run", () => {
  const credited = (id: string) => `demand.classes.${id}.sloCredits=${CREDITS}`;
  const noted = (text: string, ...set: readonly string[]) => notesOf(text, ...set).filter((note) => note.includes("sloCredits"));

  test("without days of jobs, of training, of a file's jobs, and where nothing is earned", () => {
    expect(noted(TWO_TIER.replace(/^serve:.*$/m, ""), credited("chat"))).toEqual([expect.stringMatching(/chat.sloCredits gives nothing back: only days of jobs/)]);
    expect(noted(TWO_TIER, credited("train"))).toEqual([expect.stringMatching(/train.sloCredits gives nothing back: training has no time it is due/)]);
    expect(noted(TWO_TIER, credited("chat"), "serve.workload=jobs.swf")).toEqual([expect.stringMatching(/chat.sloCredits gives nothing back: the jobs of serve.workload belong to no class/)]);
    expect(noted(TWO_TIER, credited("work"), "demand.classes.work.price=2 $/kWh", "finance.computePrice=none")).toEqual([expect.stringMatching(/work.sloCredits gives nothing back: finance.computePrice is none/)]);
  });

  test("and which price a share is taken of", () => {
    expect(noted(TWO_TIER, credited("chat"), "demand.classes.chat.shortfallPrice=3 $/kWh")).toEqual(["demand.classes.chat.sloCredits are a share of shortfallPrice (3 $/kWh): the class has no price of its own, and earns that."]);
    expect(noted(TWO_TIER, credited("chat"), "demand.classes.chat.price=2 $/kWh")).toEqual([]);
    expect(noted(TWO_TIER)).toEqual([]);
  });
});
