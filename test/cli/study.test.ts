import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, test } from "vitest";
import { RACK } from "../support/scenario.ts";
import { say } from "./command-line.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-study-`);
afterAll(() => rmSync(folder, { recursive: true }));

const study = (...words: readonly string[]) => say(["size", "-", ...words], { input: RACK });

interface Document {
  readonly points: readonly { readonly values: Readonly<Record<string, number>>; readonly status: string; readonly measures: Readonly<Record<string, number | null>> }[];
}

describe("size --sweep", () => {
  test("prints a table, a row a design", async () => {
    const { exit, out, err } = await study("--sweep", "orbit.altitude=600,650km", "--measures", "wet_kg,sunlit_frac");
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain("orbit.altitude at 2 values: 2 designs, all possible.");
    expect(out).toMatch(/^ +600 /m);
    expect(out).toMatch(/^ +650 /m);
  });

  test("gives with --set what sizing alone gives there", async () => {
    const { out } = await study("--sweep", "orbit.altitude=700km", "--set", "orbit.life=3 yr", "--json");
    const single = await say(["size", "-", "--set", "orbit.altitude=700 km", "--set", "orbit.life=3 yr", "--json", "--quiet"], { input: RACK });
    const { points } = JSON.parse(out) as Document;
    const { sizing } = JSON.parse(single.out) as { readonly sizing: { readonly platform: { readonly mass: { readonly wet_kg: number } } } };
    expect(points[0]!.values).toEqual({ "orbit.altitude": 700 });
    expect(points[0]!.measures["wet_kg"]).toBe(sizing.platform.mass.wet_kg);
  });

  test("keeps what is not possible, and answers 3 where nothing is", async () => {
    const some = await study("--sweep", "orbit.altitude=600,7000km", "--format", "csv");
    expect(some.exit).toBe(0);
    expect(some.out.split("\n")[2]).toMatch(/^7000,infeasible,.*no circular orbit at 7000 km is sun-synchronous/);
    expect((await study("--sweep", "orbit.altitude=7000,8000km", "--quiet")).exit).toBe(3);
  });

  test("writes a page, CSV and JSON into --out", async () => {
    const { exit } = await study("--sweep", "orbit.altitude=600..700km/1", "--out", folder);
    expect(exit).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(["sweep.csv", "sweep.html", "sweep.json"]);
    expect(readFileSync(`${folder}/sweep.html`, "utf8")).toContain("<svg");
    expect(readFileSync(`${folder}/sweep.csv`, "utf8")).toMatch(/^orbit\.altitude_km,status,/);
  });

  test("measures whole runs with --cost", async () => {
    const { exit, out } = await study("--sweep", "orbit.life=5yr", "--set", "simulate.days=2", "--cost", "--measures", "ratio,orbit_usd_per_kW_yr,ground_usd_per_kW_yr", "--json");
    expect(exit).toBe(0);
    const { measures } = (JSON.parse(out) as Document).points[0]!;
    expect(measures["ratio"]).toBeCloseTo(measures["orbit_usd_per_kW_yr"]! / measures["ground_usd_per_kW_yr"]!, 9);
  });

  test.each([
    [["--sweep", "orbit.altitud=1..2km"], 'did you mean "orbit.altitude"?'],
    [["--sweep", "orbit.altitude=450..1500"], "write the unit"],
    [["--sweep", "orbit.altitude=450..1500km/9000"], "found 9001 points (9001), expected at most 5000"],
    [["--sweep", "orbit.altitude=700km", "--measures", "mass"], 'no measure "mass"'],
    [["--sweep", "orbit.altitude=700km", "--pareto", "wet_kg"], "--sweep and --pareto at once"],
    [["--sweep", "orbit.altitude=700km", "--seed", "2"], "--seed without --pareto"],
    [["--cost"], "--cost without --sweep or --pareto"],
    [["--over", "orbit.altitude=500..700km"], "--over without --pareto"],
    [["--pareto", "wet_kg"], "--pareto without a range"],
    [["--pareto", "wet_kg", "--over", "orbit.altitude=500..700km", "--population", "7"], "an even number"],
    [["--pareto", "wet_kg", "--over", "orbit.altitude=500..700km", "--generations", "-1"], "a whole number from 1"],
    [["--pareto", "wet_kgs", "--over", "orbit.altitude=500..700km"], 'found no measure "wet_kgs"'],
    [["--pareto", "longestShadow_min,max:nothing", "--over", "orbit.altitude=500..700km"], 'found no measure "nothing"'],
  ])("%j is refused", async (words, message) => {
    const { exit, out, err } = await study(...words);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect((await study(...words, "--json")).out).toContain('"problems"');
  });
});

describe("size --pareto", () => {
  const words = ["--pareto", "wet_kg,deltaV_m_per_s", "--over", "orbit.altitude=450..1300km", "--population", "8", "--generations", "2", "--seed", "4"] as const;

  test("prints a front, the same from the same seed", async () => {
    const { exit, out, err } = await study(...words, "--json");
    expect([exit, err]).toEqual([0, ""]);
    const { front, seed, designs } = JSON.parse(out) as { readonly front: Document["points"]; readonly seed: number; readonly designs: number };
    expect([seed, designs]).toEqual([4, 24]);
    const masses = front.map(({ measures }) => measures["wet_kg"]!);
    expect(masses).toEqual(masses.toSorted((a, b) => a - b));
    expect((await study(...words, "--json")).out).toBe(out);
    expect((await study(...words)).out).toContain("NSGA-II, 2 generations of 8, seed 4");
  });
});
