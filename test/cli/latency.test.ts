import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { goldenTrips } from "../network/kuiper.ts";
import { say } from "./command-line.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-latency-`);
afterAll(() => rmSync(folder, { recursive: true }));
const elements = `${folder}/kuiper.tle`;
writeFileSync(elements, gunzipSync(readFileSync("test/golden/network/kuiper_630_tles.txt.gz")));

const KUIPER = ["--scenario", elements, "--grid", "34x34", "--range", "1260 km", "--at", "2000-01-01", "--quiet"];
const MINUTE = ["--hours", String(1 / 60), "--step", "10 s"];

interface Document {
  readonly satellites: { readonly min_ms: number; readonly max_ms: number };
  readonly ground: { readonly distance_km: number; readonly ideal_ms: number };
  readonly roundTrip_ms: readonly (number | null)[];
  readonly ways: readonly { readonly nodes: readonly string[] }[];
}

describe("latency", () => {
  // Its pair 1173 to 1241, by the places of its two cities.
  const cities = readFileSync("test/golden/network/kuiper_630_gs.txt", "utf8").split("\n").map((line) => line.split(","));
  const place = (node: number): string => `${cities[node - 1156]![2]},${cities[node - 1156]![3]}`;

  test("between two places it is the option that names what is flown", async () => {
    const { exit, err } = await say(["latency", "London", "Lisbon", "--scenario", `${folder}/none.yaml`]);
    expect(exit).toBe(2);
    expect(err).toContain("--scenario names a scenario, or a file of elements (TLE or CCSDS OMM)");
  });

  test("is Hypatia's, second by second", async () => {
    const { exit, out } = await say(["latency", place(1173), place(1241), ...KUIPER, ...MINUTE, "--json"]);
    expect(exit).toBe(0);
    const { roundTrip_ms, ways } = JSON.parse(out) as Document;
    const golden = goldenTrips().filter(({ from, to, t_s }) => from === 1173 && to === 1241 && t_s < 60 && t_s % 10 === 0);
    expect(roundTrip_ms.length).toBe(6);
    roundTrip_ms.forEach((ms, k) => expect(Math.abs(ms! - golden[k]!.roundTrip_ms)).toBeLessThan(0.01));
    expect(ways.map(({ nodes }) => nodes.length - 2)).toEqual([3, 2, 4]);
  });

  test("as a table, as CSV and in a file", async () => {
    const words = ["latency", "new york", "London", ...KUIPER, ...MINUTE];
    const table = await say(words);
    expect([table.exit, table.err]).toEqual([0, ""]);
    expect(table.out).toMatch(/^over satellites +\d+\.\d\d +\d+\.\d\d +\d+\.\d\d +\d+\.\d\d$/m);
    expect(table.out).toContain("fibre along the great circle");
    expect(table.out).toContain("Connected all the time");
    for (const line of table.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    const csv = await say([...words, "--format", "csv"]);
    expect(csv.out.trim().split("\n").length).toBe(7);
    const path = `${folder}/latency.csv`;
    expect((await say([...words, "--format", "csv", "--out", path])).out).toBe(`${path}\n`);
    expect(readFileSync(path, "utf8")).toBe(csv.out);
  });

  test("over a platform that neither end sees is infeasible, and says what they see", async () => {
    const { exit, out } = await say(["latency", "47.6N,122.3W", "33.9S,18.4E", "--scenario", "examples/one-rack/scenario.yaml", "--hours", "1", "--quiet"]);
    expect(exit).toBe(3);
    expect(out).toMatch(/Never connected: 47\.6N,122\.3W has a link [\d.]+ % of the time/);
  });

  test.each([
    [["London", "London@GB"], /are one place/],
    [["Atlantis", "London"], /there is no place "Atlantis"/],
    [["Hyderabad", "London"], /"Hyderabad" names 2 cities[\s\S]*Hyderabad@IN; Hyderabad@PK/],
    [["London@FR", "Paris"], /there is no place "London@FR"/],
    [["95N,0E", "London"], /"95N,0E" is no place/],
    [["London", "Paris", "--grid", "30x30"], /--grid 30x30 is of 900 satellites, where 1156 are flown/],
    [["London", "Paris", "--links", "grid"], /no planes to make a grid of/],
    [["London", "Paris", "--step", "0 s"], /--step is "0 s"/],
    [["London", "Paris", "--step", "1 ms", "--days", "365"], /are too many/],
    [["London", "Paris", "--link-fails", "5 h,1 h"], /--link-fails is of the links of a grid/],
    [["London", "Paris", "--grid", "34x34", "--link-fails", "5 h"], /mean times up and down/],
    [["London", "Paris", "--fibre"], /--fibre has no station to lead to/],
    [["London", "Paris", "--at", "soon"], /--at is "soon"/],
    [["London", "Paris", "--seed", "-1"], /--seed is "-1"/],
  ])("%j is refused", async (words, message) => {
    const { exit, err } = await say(["latency", ...words, "--scenario", elements, "--quiet"]);
    expect(exit).toBe(2);
    expect(err).toMatch(message);
  });
});
