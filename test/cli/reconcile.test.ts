import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, test } from "vitest";
import { named, readMarkup } from "../report/well-formed.ts";
import { say } from "./command-line.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-reconcile-`);
afterAll(() => rmSync(folder, { recursive: true }));

interface Document {
  readonly of: string;
  readonly from: number;
  readonly to: number;
  readonly steps: readonly { readonly id: string; readonly amount: number; readonly faults: readonly { readonly text: string }[] }[];
  readonly subjects: readonly { readonly id: string; readonly ledger: readonly object[] }[];
}

describe("reconcile", () => {
  test("two published models: table, chart and document", async () => {
    const table = await say(["reconcile", "mccalip", "shapiro", "--out", folder]);
    expect([table.exit, table.err]).toEqual([0, ""]);
    // Launch at 500 and 1,000 $/kg is an input of both; both headlines stand in the golden file: 51.1 G$ over 5 GW-years, 24,877,986 $/MW-yr.
    expect(table.out).toMatch(/same inputs +launch price +500 to 1,000/);
    expect(table.out).toContain("10,220 $/kW-yr");
    expect(table.out).toContain("24,880 $/kW-yr");
    expect(table.out).toContain("Faults, where they act:");
    for (const line of table.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    const document = JSON.parse(readFileSync(`${folder}/reconcile.json`, "utf8")) as Document;
    expect(document.from + document.steps.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(document.to, 6);
    expect(document.subjects.every(({ ledger }) => ledger.length > 5)).toBe(true);
    // One bar a step, and one for each end; one is the paper.
    expect(named(readMarkup(readFileSync(`${folder}/reconcile.svg`, "utf8")), "rect").length).toBeGreaterThan(document.steps.length + 2);
  });

  test("one input put right, named where it acts", async () => {
    const { exit, out } = await say(["reconcile", "mccalip", "mccalip@views", "--json"]);
    const { of, from, to, steps } = JSON.parse(out) as Document;
    expect([exit, of, steps.map(({ id }) => id)]).toEqual([0, "panel", ["panel.views"]]);
    // The golden case mccalip_exact_vf.
    expect([from.toFixed(2), to.toFixed(2)]).toEqual(["62.60", "68.95"]);
    expect(steps[0]!.faults[0]!.text).toContain("view factor");
  });

  test("a scenario of ours ends at the run's own levelised cost", async () => {
    const scenario = "examples/one-rack/scenario.yaml";
    const { exit, out, err } = await say(["reconcile", scenario, "spacedc", "--of", "orbit", "--json", "--quiet"]);
    expect([exit, err]).toEqual([0, ""]);
    const { from, to, steps, subjects } = JSON.parse(out) as Document;
    expect(subjects[0]!.id).toBe(scenario);
    expect(Math.abs(from + steps.reduce((sum, { amount }) => sum + amount, 0) - to) / Math.max(from, to)).toBeLessThan(1e-9);
  });

  test("lists the models, and tells of one", async () => {
    const all = await say(["reconcile"]);
    expect(all.out).toContain("mccalip");
    expect(all.out).toContain("- bcg: BCG");
    const one = await say(["reconcile", "starcloud"]);
    expect(one.out).toContain("4.33 GW");
    expect(one.out).toContain("50 $/kg");
    expect(one.out).toContain("125 launches");
    expect(one.out).toContain("starcloud@shield-50");
    // Golden cases graded quoted: shown with figures, boundary and reason.
    expect(all.out.replaceAll(/\s+/g, " ")).toContain("shipit-simulation: ShipItAndPray, a day of twelve satellites. jobs done: 100; utilisation: 19.4 %");
    const quote = await say(["reconcile", "bcg"]);
    expect(quote.out.replaceAll(/\s+/g, " ")).toMatch(/space: 660 to 750 M\$\/MW.*Inside: 20 years of one megawatt.*Only quoted: a total without its terms/);
  });

  test.each([
    [["mccalip", "nobody"], /there is no published model "nobody"/],
    [["bcg", "shapiro"], /bcg is only quoted: a total without its terms/],
    [["mccalip@x", "shapiro"], /mccalip has no variant "x"/],
    [["mccalip:orbit.year=5", "shapiro"], /mccalip has no input "orbit.year"/],
    [["iscr", "rotastellar"], /answer different questions/],
    [["mccalip", "iscr", "--of", "ratio"], /not both answer "ratio"/],
    [["mccalip", "shapiro", "--order", "luck"], /there is no step "luck"/],
    [["mccalip", "--of", "orbit"], /--of without two names/],
    [["mccalip", "shapiro", "--set", "a=1"], /no scenario is named/],
    [["nothing.yaml", "mccalip"], /there is no scenario "nothing.yaml"/],
  ])("refuses %j", async (words, message) => {
    const { exit, err } = await say(["reconcile", ...words, "--quiet"]);
    expect(exit).toBe(2);
    expect(err).toMatch(message);
  });
});
