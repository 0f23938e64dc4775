import { describe, expect, test } from "vitest";
import { say } from "./command-line.ts";

interface Document {
  readonly subjects: readonly string[];
  readonly answers: readonly { readonly of: string; readonly values: readonly (number | null)[] }[];
  readonly tiers: readonly { readonly tier: string; readonly items: readonly { readonly items: readonly string[]; readonly usd_per_kW_yr: readonly (number | null)[]; readonly difference_usd_per_kW_yr: readonly (number | null)[] }[] }[];
}

describe("compare", () => {
  test("published models: items sum to the answers, differences to their difference", async () => {
    const { exit, out } = await say(["compare", "mccalip", "shapiro", "iscr", "--json"]);
    expect(exit).toBe(0);
    const { answers, tiers } = JSON.parse(out) as Document;
    // The headlines of the golden cases: 51.1 G$ over 5 GW-years; 24,877,986 $/MW-yr. ISCR has no price.
    const orbit = answers.find(({ of }) => of === "orbit")!.values;
    expect(orbit.map((value) => (value === null ? null : Math.round(value)))).toEqual([10_219, 24_878, null]);
    const { items } = tiers.find(({ tier }) => tier === "orbit")!;
    const sum = (of: "usd_per_kW_yr" | "difference_usd_per_kW_yr", i: number): number => items.reduce((total, item) => total + (item[of][i] ?? 0), 0);
    for (const i of [0, 1]) expect(sum("usd_per_kW_yr", i)).toBeCloseTo(orbit[i]!, 6);
    // McCalip's 22 $/W lumps power with structure, Shapiro's 49 $/W those with chips: one row, and launch apart.
    expect(items.map((row) => row.items.join("+"))).toEqual(expect.arrayContaining(["control+heat-rejection+it+links+power+structure", "launch", "operations"]));
    expect(items).toHaveLength(3);
    expect(sum("difference_usd_per_kW_yr", 1)).toBeCloseTo(orbit[1]! - orbit[0]!, 6);
  });

  test("a value of one scenario alone, and why a cost is missing", async () => {
    const file = "examples/abilene-only/scenario.yaml";
    const settings = ["horizon.years=6 yr", "finance.discount=20 %/yr"];
    type Told = Document & { readonly missing: readonly string[] };
    const { subjects, answers, tiers, missing } = JSON.parse((await say(["compare", file, `${file}:${settings.join(", ")}`, "turyshev", "--json", "--quiet"])).out) as Told;
    expect(subjects[1]).toBe(`${file}:${settings.join(", ")}`);
    // A dearer rate recovers servers dearer, and leaves energy at its price: by the file that has no values of its own.
    const row = (item: string) => tiers.find(({ tier }) => tier === "ground")!.items.find(({ items }) => items[0] === item)!.usd_per_kW_yr;
    expect(row("it")[1]!).toBeGreaterThan(row("it")[0]! * 1.1);
    expect(row("energy")[1]! / row("energy")[0]!).toBeCloseTo(1, 2);
    // The same as --set gives to all.
    const set = JSON.parse((await say(["compare", file, "starcloud", ...settings.flatMap((setting) => ["--set", setting]), "--json", "--quiet"])).out) as Told;
    const ground = (told: Told, i: number): number => told.answers.find(({ of }) => of === "ground")!.values[i]!;
    expect(ground(set, 0)).toBe(ground({ answers, tiers, subjects, missing }, 1));
    expect(missing.join("; ")).toContain("turyshev has no levelised cost on the ground: the model counts capital alone");
    const wrong = await say(["compare", `${file}:horizon.year=6 yr`, "mccalip", "--quiet"]);
    expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining('did you mean "years"?') as string]);
  });

  test("a scenario beside a published model, as tables", async () => {
    const { exit, out, err } = await say(["compare", "examples/one-rack/scenario.yaml", "starcloud", "--quiet"]);
    expect([exit, err]).toEqual([0, ""]);
    for (const title of ["Side by side", "Of the runs", "In orbit, item by item", "On the ground, item by item"]) expect(out).toContain(title);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test.each([
    [["mccalip"], /1 to compare/],
    [["mccalip", "nobody"], /there is no published model "nobody"/],
    [["-", "-"], /standard input is named twice/],
    [["mccalip", "shapiro", "--set", "a=1"], /no scenario is named/],
  ])("refuses %j", async (words, message) => {
    const { exit, err } = await say(["compare", ...words, "--quiet"]);
    expect(exit).toBe(2);
    expect(err).toMatch(message);
  });
});
