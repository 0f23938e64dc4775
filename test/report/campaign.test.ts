/** A campaign's text and page, of Ishigami's function (Ishigami and Homma, 1990) beside a constant that it is compared with. */
import { describe, expect, test } from "vitest";
import { campaignPage, campaignText } from "../../src/report/index.ts";
import { analysisFold, designOf, samplerOf, shardRunner, shardsOf, specFor, tornadoOf, type CampaignPlan, type CampaignReport, type DesignKind, type Evaluator, type UncertainInput } from "../../src/risk/index.ts";
import { named, readMarkup, textOf } from "./well-formed.ts";

const inputs: readonly UncertainInput[] = ["a", "b", "c"].map((path) => ({ path: `angle.${path}`, unit: "deg", distribution: { distribution: "uniform", low: -Math.PI, high: Math.PI } }));
const evaluator: Evaluator = {
  inputs,
  outcomes: [
    { key: "y", name: "Ishigami <y>", unit: "$", better: "low" }, { key: "four", name: "four", unit: "$", better: "low" },
    { key: "wins", name: "y is below four", unit: "0 or 1", better: null }, { key: "never", name: "never", unit: "", better: null },
  ],
  choices: [{ id: "which", name: "y or four", unit: "$", better: "low", alternatives: [{ id: "y", name: "y", outcome: "y" }, { id: "four", name: "four", outcome: "four" }] }],
  evaluate: ([a, b, c], out) => {
    const y = Math.sin(a!) + 7 * Math.sin(b!) * Math.sin(b!) + 0.1 * c! * c! * c! * c! * Math.sin(a!);
    out.set([y, 4, Number(y < 4), Number.NaN]);
  },
  notes: ["Nothing was frozen."],
};

const reportOf = (kind: DesignKind, more: Partial<CampaignReport> = {}): CampaignReport => {
  const design = specFor(samplerOf(inputs, []), { kind, samples: 512, seed: 3, secondOrder: false });
  const { points, block } = designOf(design);
  const plan: CampaignPlan = { scenarioHash: "s", modelVersion: "m", inputs, correlations: [], outcomes: evaluator.outcomes, choices: evaluator.choices, design, points, shardSize: 100 * block };
  const run = shardRunner(plan, evaluator);
  const fold = analysisFold(plan);
  for (const span of shardsOf(plan)) fold.add(run(span));
  const analysis = fold.result();
  return {
    dawndusk: "0", modelVersion: "m", scenario: "A <b>bold</b> name", campaign: "0123456789abcdef", plan, analysis: { ...analysis, indices: analysis.indices.filter(({ baseSamples }) => baseSamples > 0) },
    tornado: tornadoOf(evaluator), notes: evaluator.notes, leftOut: [], alarms: [], interrupted: false, ...more,
  };
};

const look = { width: 80, colour: false } as const;

describe("a campaign for people", () => {
  const report = reportOf("saltelli");
  const text = campaignText(report, look);

  test("the terminal has how sure, who wins, what decides it, what knowing is worth, what was frozen, in 80 columns", () => {
    expect(text).toMatch(/^2,560 evaluations over 3 uncertain inputs by Saltelli's design/m);
    expect(text).toMatch(/Y or four: y wins in \d+\.?\d* % of the draws/);
    expect(text).toMatch(/Y is below four: in \d/);
    // Published: total 0.558, 0.442, 0.244; the second angle acts alone (0.442), the third only with the first (Ishigami and Homma, 1990).
    const [a, b, c] = ["a", "b", "c"].map((name) => Number(new RegExp(`^angle\\.${name} +([\\d.]+)`, "m").exec(text)?.[1]));
    expect(Math.abs(a! - 55.8)).toBeLessThan(8);
    expect(Math.abs(b! - 44.2)).toBeLessThan(8);
    expect(Math.abs(c! - 24.4)).toBeLessThan(8);
    expect(text).toContain("What knowing is worth before choosing y or four");
    expect(text).toContain("- Nothing was frozen.");
    expect(Math.max(...text.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  test("numbers of inputs stand with their unit", () => {
    const degrees = reportOf("sobol");
    // Uniform from -pi to pi: 10 % lie below -0.8 pi, 90 % below 0.8 pi.
    expect(campaignText(degrees, look)).toMatch(/^angle\.a +-2\.513 deg +2\.513 deg /m);
    const box = { rules: [{ path: "angle.a", low: null, high: 1.5 }, { path: "angle.b", low: -1, high: 2 }], coverage: 0.5, density: 0.9, mass: 0.1, base: 0.2 };
    const choices = degrees.analysis.choices.map((choice) => ({ ...choice, alternatives: choice.alternatives.map((one) => ({ ...one, box })) }));
    expect(campaignText({ ...degrees, analysis: { ...degrees.analysis, choices } }, look).replaceAll("\n", " ")).toContain("to win: angle.a at most 1.5 deg and angle.b from -1 deg to 2 deg.");
  });

  test("what decides a yes or no is told of one that is both", () => {
    expect(campaignPage(report)).toContain("What decides whether y is below four");
    const always = { ...report.analysis, indices: report.analysis.indices.map((one) => (one.outcome === "wins" ? { ...one, factors: [] } : one)) };
    expect(campaignPage({ ...report, analysis: always })).not.toContain("whether y is below four");
  });

  test("an outcome that does not exist at the medians is said to have no tornado", () => {
    const nowhere = reportOf("sobol", { tornado: { ...report.tornado, centre: [null, 4, 1, null] } });
    expect(campaignText(nowhere, look).replaceAll("\n", " ")).toContain('With every input at its median "Ishigami <y>, $" does not exist: of one input at a time nothing is told there.');
    expect(campaignText(report, look)).not.toContain("at its median");
  });

  test("the page is well formed, has a table for every figure, and lets no name break it", () => {
    const page = campaignPage(report);
    const root = readMarkup(page.slice(page.indexOf("<html")));
    expect(named(root, "h1").map(textOf)).toEqual(["A <b>bold</b> name"]);
    expect(named(root, "svg").length).toBeGreaterThanOrEqual(2 + 2 + 3);
    expect(named(root, "h2").map(textOf)).toEqual(["How sure", "What to choose, and what must be true", "What decides it", "Draw by draw", "Whether more draws would tell more", "What was varied", "What was not"]);
    expect(page).toContain("Ishigami &lt;y&gt;");
    expect(named(root, "script")).toEqual([]);
  });

  test("what has no result stands before any number", () => {
    const faulty = reportOf("sobol", { leftOut: [{ start: 100, end: 200, causes: ["no value", "no value", "no value"] }], alarms: ["Shard 3 came out with other bytes."], interrupted: true });
    const lines = campaignText(faulty, look).split("\n\n");
    expect(lines.slice(1, 4)).toEqual([expect.stringMatching(/^Interrupted: /), "Evaluations 100 to 199 have no result, after 3 attempts: no value.", "Shard 3 came out with other bytes."]);
    expect(campaignPage(faulty)).toContain('class="verdict no"');
  });

  test("Morris tells what moves, and no quantile", () => {
    const said = campaignText(reportOf("morris"), look);
    expect(said).toContain("by Morris trajectories");
    expect(said).not.toContain("p50");
    expect(campaignPage(reportOf("morris"))).toContain("What moves");
  });
});
