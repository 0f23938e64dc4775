import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, test } from "vitest";
import { goldenCsv } from "../golden/golden-file.ts";
import { say } from "./command-line.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-passes-`);
afterAll(() => rmSync(folder, { recursive: true }));

const ONEWEB = "test/golden/astro/oneweb_tle.txt";
const DAY = ["--start", "2024-11-18", "--days", "1"];

interface Document {
  readonly start_utc: string;
  readonly events: readonly { readonly satellite: string; readonly partner: string; readonly start_utc: string; readonly end_utc: string; readonly culmination_utc: string; readonly openAtStart: boolean; readonly elevationMax_deg: number }[];
}
const documentOf = (text: string): Document => JSON.parse(text) as Document;

describe("passes of a satellite from a file of elements", () => {
  // Skyfield's passes of one satellite over all nine places (test/golden/astro).
  const golden = goldenCsv("./astro/passes_skyfield.csv");
  const norad = golden[0]!["norad"]!;
  const rows = golden.filter((row) => row["norad"] === norad);
  const places = [...new Set(rows.map((row) => `${row["latitude_deg"]},${row["longitude_deg"]}`))];

  test("are Skyfield's, in order of time", async () => {
    const { exit, out } = await say(["passes", ONEWEB, ...DAY, "--satellite", norad, ...places.flatMap((place) => ["--at", place]), "--elevation", "10", "--json"]);
    expect(exit).toBe(0);
    const { events, start_utc } = documentOf(out);
    expect(start_utc).toBe("2024-11-18T00:00:00.000Z");
    expect(rows.length).toBeGreaterThan(20);
    expect(events.length).toBe(rows.length);
    const times = events.map((event) => Date.parse(event.start_utc));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    for (const row of rows.filter(({ rise }) => rise !== "")) {
      const rise = Date.parse(`2024-11-18T${row["rise"]}Z`);
      const near = events.filter((event) => event.partner === `${row["latitude_deg"]},${row["longitude_deg"]}` && Math.abs(Date.parse(event.start_utc) - rise) < 500);
      expect(near).toHaveLength(1);
    }
  });

  test("as a table, as CSV and in a file", async () => {
    const words = ["passes", ONEWEB, ...DAY, "--satellite", "44060", "--station", "ksat-svalbard", "--at", "-72,2.5,1300", "--quiet"];
    const table = await say(words);
    expect([table.exit, table.err]).toEqual([0, ""]);
    expect(table.out).toContain("ONEWEB-0007 (44060): ");
    expect(table.out).toMatch(/^-72,2\.5,1300 +2024-11-18 \d\d:\d\d:\d\d +\d\d:\d\d:\d\d +\d\d:\d\d:\d\d +\d+\.\d +\d+\.\d\d$/m);
    for (const line of table.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    const csv = await say([...words, "--format", "csv"]);
    expect(csv.out.split("\n")[0]).toBe("satellite,kind,partner,start_utc,end_utc,duration_s,openAtStart,openAtEnd,culmination_utc,elevationMax_deg");
    const path = `${folder}/passes.csv`;
    expect((await say([...words, "--format", "csv", "--out", path])).out).toBe(`${path}\n`);
    expect(readFileSync(path, "utf8")).toBe(csv.out);
    const json = documentOf((await say([...words, "--json"])).out);
    expect(json.events.length).toBe(csv.out.trim().split("\n").length - 1);
  });

  test("that is in view at an edge are marked", async () => {
    const at = ["passes", ONEWEB, "--satellite", "44060", "--at", "0,0", "--elevation", "-90", ...DAY, "--quiet"];
    const [event, ...others] = documentOf((await say([...at, "--json"])).out).events;
    expect(others).toEqual([]);
    expect(event).toMatchObject({ openAtStart: true, openAtEnd: true, start_utc: "2024-11-18T00:00:00.000Z", end_utc: "2024-11-19T00:00:00.000Z" });
    expect((await say(at)).out).toContain("<2024-11-18 00:00:00");
  });
});

test("a scenario's stations and its platform, or stations of one's own", async () => {
  const scenario = "examples/one-rack/scenario.yaml";
  const own = documentOf((await say(["passes", scenario, "--json", "--quiet"])).out);
  expect(new Set(own.events.map(({ partner }) => partner))).toEqual(new Set(["svalbard", "troll"]));
  // A sun-synchronous satellite at 650 km turns 14.8 times a day and is seen from 78 deg north and 72 deg south on most turns.
  expect(own.events.length).toBeGreaterThan(18);
  expect(own.events.length).toBeLessThan(30);
  const other = documentOf((await say(["passes", scenario, "--station", "ksat-svalbard", "--json", "--quiet"])).out);
  expect(other.events.map(({ start_utc }) => start_utc)).toEqual(own.events.filter(({ partner }) => partner === "svalbard").map(({ start_utc }) => start_utc));
  const high = documentOf((await say(["passes", scenario, "--elevation", "40 deg", "--json", "--quiet"])).out);
  expect(high.events.length).toBe(own.events.filter(({ elevationMax_deg }) => elevationMax_deg >= 40).length);
});

test("what cannot be asked is refused with a way out", async () => {
  const refused = async (...words: readonly string[]): Promise<string> => {
    const { exit, out, err } = await say(["passes", ...words, "--quiet"]);
    expect([exit, out]).toEqual([2, ""]);
    return err;
  };
  expect(await refused(ONEWEB)).toMatch(/names no ground station[\s\S]*--at <lat,lon>/);
  expect(await refused(ONEWEB, "--at", "91,0")).toContain('--at is "91,0"');
  expect(await refused(ONEWEB, "--at", "1,2,3,4")).toContain("degrees north");
  expect(await refused(ONEWEB, "--at", "1,")).toContain('--at is "1,"');
  expect(await refused(ONEWEB, "--station", "mars")).toMatch(/no such station[\s\S]*ksat-svalbard/);
  expect(await refused(ONEWEB, "--at", "0,0", "--elevation", "5 km")).toContain("--elevation");
  expect(await refused(ONEWEB, "--at", "0,0", "--elevation", "90")).toContain("-90 to below 90");
  // Before the source is read.
  for (const wrong of [["--at", "91,0"], ["--station", "mars"], ["--elevation", "90"]]) expect(await refused("nowhere.tle", ...wrong)).toContain(wrong[0]!);
  expect((await say(["passes", ONEWEB, "--at", "0,0", "--json", "--format", "csv"])).out).toContain("cannot both be");
  expect(await refused(ONEWEB, "--at", "0,0", "--at", "10,10", "--days", "3000")).toMatch(/about [\d,]+ passes of 6\d\d satellites over 2 stations would come/);
});

describe("what passes carry", () => {
  interface Carried { readonly partner: string; readonly start_utc: string; readonly end_utc: string; readonly duration_s: number; readonly openAtStart: boolean; readonly data_GB: number | null; readonly served: boolean; readonly elevationMax_deg: number }
  const SCENARIO = "examples/suncatcher-2027/scenario.yaml";
  const RADIO = "network.downlink={kind: radio, frequency: 20 GHz, eirp: 60 dBW, gOverT: 40 dB/K, bandwidth: 500 MHz, acquisition: 20 s, slew: 60 s}";
  const eventsOf = async (...more: readonly string[]): Promise<readonly Carried[]> => (JSON.parse((await say(["passes", SCENARIO, "--days", "2", "--data", "--json", "--quiet", ...more])).out) as { readonly events: readonly Carried[] }).events;

  // network.stationRate, 1 Gb/s unless written: duration over eight.
  test("at a written rate: its time", async () => {
    const whole = (await eventsOf()).filter(({ data_GB }) => data_GB !== null);
    expect(whole.length).toBeGreaterThan(50);
    for (const { data_GB, duration_s } of whole) expect(data_GB! / (duration_s / 8)).toBeCloseTo(1, 4);
  });

  // Far above the 16.05 dB that 32APSK 9/10 needs (ETSI EN 302 307-1, table 13): 4.453027 bits a symbol, 500/1.2 million of them a second, 99 % of the year.
  test("a radio link that no rain bends: the fastest row of DVB-S2 from acquisition on", async () => {
    for (const { data_GB, duration_s } of (await eventsOf("--set", RADIO)).filter((one) => one.data_GB !== null)) {
      expect(data_GB! / (0.99 * (4.453027 * (0.5 / 1.2)) * ((duration_s - 20) / 8))).toBeCloseTo(1, 4);
    }
  });

  test("one terminal takes them as they rise, and turns for a minute", async () => {
    const events = (await eventsOf("--set", RADIO)).toSorted((a, b) => Date.parse(a.start_utc) - Date.parse(b.start_utc));
    let free = -Infinity;
    const expected = events.map(({ start_utc, end_utc }) => {
      if (Date.parse(start_utc) < free) return false;
      free = Date.parse(end_utc) + 60_000;
      return true;
    });
    expect(events.map(({ served }) => served)).toEqual(expected);
    expect(expected.filter((one) => !one).length).toBeGreaterThan(0);
    const table = await say(["passes", SCENARIO, "--days", "2", "--data", "--quiet", "--set", RADIO]);
    expect(table.out).toContain("missed");
    for (const line of table.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("nothing without a scenario, or over other stations", async () => {
    expect((await say(["passes", ONEWEB, ...DAY, "--satellite", "44060", "--station", "ksat-svalbard", "--data"])).err).toContain("elements have no downlink");
    expect((await say(["passes", SCENARIO, "--station", "ksat-svalbard", "--data"])).err).toContain("the scenario's own stations");
  });
});
