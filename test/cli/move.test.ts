import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { say } from "./command-line.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-move-`);
afterAll(() => rmSync(folder, { recursive: true }));
const elements = `${folder}/kuiper.tle`;
writeFileSync(elements, gunzipSync(readFileSync("test/golden/network/kuiper_630_tles.txt.gz")));

const KUIPER = ["--scenario", elements, "--grid", "34x34", "--range", "1260 km", "--at", "2000-01-01", "--quiet", "--hours", "0.2", "--step", "60 s", "--ground-rate", "1 Gb/s"];

interface Document {
  readonly offered_GB: number;
  readonly delivered_GB: number;
  readonly stored_GB: number;
  readonly dropped_GB: number;
  readonly groundLinks_GB: number;
  readonly lastDelivered_utc: string | null;
}

const move = async (...words: readonly string[]): Promise<Document> => JSON.parse((await say(["move", "New York", "London", ...KUIPER, ...words, "--json"])).out) as Document;

describe("move", () => {
  test("58 GB at 1 Gb/s between two cities that are always connected take 464 s, over two links to the ground", async () => {
    const moved = await move("--data", "58 GB");
    expect(moved).toMatchObject({ offered_GB: 58, dropped_GB: 0, lastDelivered_utc: "2000-01-01T00:08:00.000Z" });
    expect(moved.delivered_GB).toBeCloseTo(58, 9);
    expect(moved.groundLinks_GB).toBeCloseTo(116, 9);
  });

  test("what is made faster than it goes waits in the store, and beyond it is lost", async () => {
    // 720 s at 2 Gb/s are 180 GB, of which 1 Gb/s takes 90; 10 wait.
    const moved = await move("--rate", "2 Gb/s", "--store", "10 GB");
    expect(moved.offered_GB).toBeCloseTo(180, 9);
    expect(moved.delivered_GB).toBeCloseTo(90, 9);
    expect(moved.stored_GB).toBeCloseTo(10, 9);
    expect(moved.dropped_GB).toBeCloseTo(80, 9);
  });

  test("from a platform to any of the scenario's stations, as a table", async () => {
    const { exit, out } = await say(["move", "One rack of GB200 in orbit beside the same rack on the ground", "stations", "--scenario", "examples/two-tier/scenario.yaml", "--data", "1 TB", "--quiet"]);
    expect([exit, out]).toEqual([2, ""]);
    const name = /^name: (.*)$/m.exec(readFileSync("examples/two-tier/scenario.yaml", "utf8"))![1]!;
    const done = await say(["move", name, "stations", "--scenario", "examples/two-tier/scenario.yaml", "--data", "10 GB", "--quiet"]);
    expect(done.exit).toBe(0);
    expect(done.out).toMatch(/to any of 10\s+stations/);
    expect(done.out).toContain("All is there");
    for (const line of done.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test.each([
    [["New York", "London"], /nothing is to be moved/],
    [["New York", "London", "--data", "1 TB", "--rate", "1 Gb/s"], /--data and --rate cannot both be/],
    [["New York", "London", "--data", "1 m"], /--data/],
    [["New York", "stations", "--data", "1 TB"], /no station to go to/],
    [["New York", "Hyderabad", "--data", "1 TB"], /names 2 cities/],
    [["Kuiper-630 0 (1)", "Kuiper-630 0 (1)", "--data", "1 TB"], /are one place/],
  ])("refuses %j", async (words, told) => {
    const { exit, err } = await say(["move", ...words, ...KUIPER]);
    expect(exit).toBe(2);
    expect(err).toMatch(told);
  });
});
