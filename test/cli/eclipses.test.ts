import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, test } from "vitest";
import { elementFleet, elementTrajectory, readElements } from "../../src/elements/index.ts";
import { eclipses } from "../../src/events/index.ts";
import { say } from "./command-line.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-eclipses-`);
afterAll(() => rmSync(folder, { recursive: true }));

const SCENARIO = "examples/two-tier/scenario.yaml";
const TLE = "test/golden/astro/oneweb_tle.txt";
const SOLSTICE = ["--start", "2027-06-20", "--days", "0.3"];

type Document = { readonly start_utc: string; readonly end_utc: string; readonly earth: string; readonly events: readonly Readonly<Record<string, string | number | boolean | null>>[] };
const json = async (...words: string[]): Promise<Document> => {
  const { exit, out, err } = await say(["eclipses", ...words]);
  expect([exit, err]).toEqual([0, ""]);
  return JSON.parse(out) as Document;
};

describe("eclipses of a scenario", () => {
  test("a table with times to the millisecond, and what a penumbra is", async () => {
    const { exit, out, err } = await say(["eclipses", SCENARIO, ...SOLSTICE]);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain("5 umbras");
    expect(out).toMatch(/^umbra +2027-06-20 \d\d:\d\d:\d\d\.\d{3} +2027-06-20 \d\d:\d\d:\d\d\.\d{3} +\d+\.\d{3} +0\.0000$/m);
    expect(out).toMatch(/ >2027-06-20 07:12:00\.000 /);
    expect(out).toContain("A penumbra runs from first to last contact: it contains its umbra.");
    expect(out).toContain("The Sun is right to 36 arcsec: edges to 0.16 s at 650 km, 2.4 s geostationary, 10 s at 100,000 km");
    for (const line of out.split("\n").filter((text) => /^(umbra|penumbra) /.test(text))) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("too many are refused before they are looked for; least light has the table's digits", async () => {
    const { exit, out, err } = await say(["eclipses", TLE, "--days", "3660", "--quiet"]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toMatch(/about [\d,]+ eclipses of 6\d\d satellites would come, where 1,000,000 are listed at most/);
    const { out: csv } = await say(["eclipses", SCENARIO, "--start", "2027-05-01", "--days", "20", "--format", "csv"]);
    const light = csv.trimEnd().split("\n").slice(1).map((line) => line.split(",").at(-1)!);
    expect(light.some((text) => Number(text) > 0 && Number(text) < 1)).toBe(true);
    for (const text of light) expect(text.length).toBeLessThanOrEqual("0.1234".length);
  });

  // 19.3 min of umbra, 20.2 min with penumbra at 650 km, dawn-dusk, June: test/golden/physics/eclipse_dawn_dusk.csv.
  test("JSON has unit-bearing names, and the lengths of the table of dawn-dusk orbits", async () => {
    const { start_utc, end_utc, earth, events } = await json(SCENARIO, ...SOLSTICE, "--json");
    expect([start_utc, end_utc, earth]).toEqual(["2027-06-20T00:00:00.000Z", "2027-06-20T07:12:00.000Z", "sphere"]);
    expect(Object.keys(events[0]!)).toEqual(["satellite", "kind", "partner", "start_utc", "end_utc", "duration_s", "openAtStart", "openAtEnd", "litMin_frac"]);
    const longest_min = (kind: string): number => Math.max(...events.filter((event) => event["kind"] === kind).map((event) => (event["duration_s"] as number) / 60));
    expect(longest_min("umbra")).toBeCloseTo(19.3, 1);
    expect(longest_min("penumbra")).toBeCloseTo(20.2, 1);
    expect(await json(SCENARIO, ...SOLSTICE, "--format", "json")).toEqual({ start_utc, end_utc, earth, notes: [], events });
  });

  test("CSV is the same rows; --ellipsoid shortens them", async () => {
    const { events } = await json(SCENARIO, ...SOLSTICE, "--json");
    const { out } = await say(["eclipses", SCENARIO, ...SOLSTICE, "--format", "csv"]);
    const [head, ...lines] = out.trimEnd().split("\n");
    expect(head).toBe(Object.keys(events[0]!).join(","));
    expect(lines.length).toBe(events.length);
    expect(lines[0]).toContain(`,penumbra,,${events[0]!["start_utc"]},${events[0]!["end_utc"]},${events[0]!["duration_s"]},false,false,`);
    const oblate = await json(SCENARIO, ...SOLSTICE, "--json", "--ellipsoid");
    expect(oblate.earth).toBe("ellipsoid");
    expect(oblate.events[0]!["duration_s"]).toBeLessThan(events[0]!["duration_s"] as number);
  });

  test("--out writes the file whole and tells its path; none in a month without shadow is an answer", async () => {
    const path = `${folder}/eclipses.csv`;
    expect(await say(["eclipses", SCENARIO, ...SOLSTICE, "--format", "csv", "--out", path])).toEqual({ exit: 0, out: `${path}\n`, err: "" });
    expect(readFileSync(path, "utf8")).toBe((await say(["eclipses", SCENARIO, ...SOLSTICE, "--format", "csv"])).out);
    expect((await say(["eclipses", SCENARIO, "--start", "2027-12-01", "--days", "30"])).out).toContain("no eclipse");
  });
});

describe("eclipses of element sets", () => {
  test("each satellite's own, as the library has them; notes stay off standard output", async () => {
    const { exit, out, err } = await say(["eclipses", TLE, "--start", "2024-11-18", "--days", "0.5", "--satellite", "44058", "--satellite", "ONEWEB-0008", "--format", "json"]);
    expect([exit, err]).toEqual([0, ""]);
    const span = { start_s: Date.UTC(2024, 10, 18) / 1000, end_s: Date.UTC(2024, 10, 18, 12) / 1000 };
    const sets = readElements(readFileSync(TLE, "utf8")).sets.filter(({ catalogNumber, name }) => catalogNumber === 44058 || name === "ONEWEB-0008");
    const { fleet } = elementFleet(sets, span);
    const expected = sets.flatMap((_, i) => eclipses(elementTrajectory(fleet, i), span).eclipses.map(({ kind, start_s }) => [kind, new Date(Math.round(start_s * 1000)).toISOString()]));
    const { events } = JSON.parse(out) as Document;
    expect(events.map(({ kind, start_utc }) => [kind, start_utc])).toEqual(expected);
    expect((await say(["eclipses", TLE, "--satellite", "44058", "--days", "0.1"])).err).toMatch(/^note: from 2024-/);
  });

  test("OMM and standard input are read too", async () => {
    for (const name of ["sample_omm.json", "sample_omm.xml", "sample_omm.csv"]) {
      const input = readFileSync(`test/golden/astro/${name}`, "utf8");
      const { exit, out } = await say(["eclipses", "-", "--quiet", "--format", "csv"], { input });
      expect(exit, name).toBe(0);
      expect(out.split("\n").length, name).toBeGreaterThan(10);
    }
  });
});

describe("what cannot be done is one message and 2", () => {
  test.each([
    { words: ["nowhere.tle"], message: 'there is no file "nowhere.tle"' },
    { words: [], message: "missing required argument 'source'" },
    { words: [SCENARIO, "--format", "xml"], message: "Allowed choices are table, csv, json" },
    { words: [SCENARIO, "--days", "0"], message: '--days is "0"' },
    { words: [SCENARIO, "--start", "yesterday"], message: '--start is "yesterday"' },
    { words: [SCENARIO, "--satellite", "nobody"], message: "--satellite nobody" },
    { words: [SCENARIO, "--set", "orbit.altitude=6200 km"], message: "no circular orbit at 6200 km is sun-synchronous" },
    { words: [SCENARIO, "--days", "0.1", "--out", "/proc/nowhere/x.csv"], message: "/proc/nowhere/x.csv cannot be written" },
  ])("$words", async ({ words, message }) => {
    const { exit, out, err } = await say(["eclipses", ...words]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err.match(/^error: /gm)).toHaveLength(1);
  });

  test("two formats at once, as one JSON document", async () => {
    const { exit, out, err } = await say(["eclipses", SCENARIO, "--json", "--format", "csv"]);
    expect([exit, err]).toEqual([2, ""]);
    expect((JSON.parse(out) as { problems: readonly { found: string }[] }).problems[0]!.found).toBe("--json and --format csv cannot both be");
  });

  test("a file that holds nothing to fly", async () => {
    writeFileSync(`${folder}/empty.tle`, "\n");
    const { exit, err } = await say(["eclipses", `${folder}/empty.tle`]);
    expect(exit).toBe(2);
    expect(err).toContain("holds no elements");
  });
});
