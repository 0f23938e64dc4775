import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, test } from "vitest";
import { say } from "./command-line.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-events-`);
afterAll(() => rmSync(folder, { recursive: true }));

const RACK = "examples/one-rack/scenario.yaml";
const ONEWEB = "test/golden/astro/oneweb_tle.txt";

interface Event {
  readonly satellite: string;
  readonly kind: string;
  readonly partner: string | null;
  readonly start_utc: string;
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  readonly rangeLeast_km: number | null;
  readonly rangeMost_km: number | null;
}
interface Document {
  readonly links: { readonly pairs: number; readonly altitudeMin_km: number };
  readonly notes: readonly string[];
  readonly events: readonly Event[];
}
const eventsOf = async (...words: readonly string[]): Promise<Document> => {
  const { exit, out } = await say(["fly", ...words, "--events", "--format", "json", "--quiet"]);
  expect(exit).toBe(0);
  return JSON.parse(out) as Document;
};
const rowOf = ({ start_utc, partner, kind }: Event): string => `${start_utc} ${kind} ${partner}`;

/** The rack's orbit as a Walker shell. */
const fleetOf = (planes: number, each: number): string => {
  const path = `${folder}/walker-${planes}-${each}.yaml`;
  const shell = `  fleet:\n    shells:\n      - { id: low, pattern: walker-delta, altitude: 650 km, inclination: 60 deg, planes: ${planes}, satellitesPerPlane: ${each}, phasing: 0 }\n`;
  writeFileSync(path, readFileSync(RACK, "utf8").replace("orbit:\n", `orbit:\n${shell}`));
  return path;
};

describe("events of a scenario", () => {
  test("are those of eclipses and passes, in one order of time", async () => {
    const all = await eventsOf(RACK, "--days", "2");
    const times = all.events.map(({ start_utc }) => start_utc);
    expect(times).toEqual(times.toSorted());
    const passes = JSON.parse((await say(["passes", RACK, "--days", "2", "--json", "--quiet"])).out) as Document;
    const eclipses = JSON.parse((await say(["eclipses", RACK, "--days", "2", "--json", "--quiet"])).out) as Document;
    expect(all.events.map(rowOf).toSorted()).toEqual([...passes.events, ...eclipses.events].map(rowOf).toSorted());
    expect(all.links.pairs).toBe(0);
    expect((await eventsOf(RACK, "--hours", "48")).events).toEqual(all.events);
  });

  test("are for the flown period, and go to a file beside what fly writes", async () => {
    const out = `${folder}/out`;
    const { exit, out: text, err } = await say(["fly", RACK, "--set", "simulate.days=3", "--events", "--out", out]);
    expect(exit).toBe(0);
    expect(text).not.toContain("satellite,kind");
    expect(err).toContain(`events: ${out}/events.csv`);
    expect(existsSync(`${out}/run.json`)).toBe(true);
    const csv = readFileSync(`${out}/events.csv`, "utf8");
    expect(csv).toBe((await say(["fly", RACK, "--set", "simulate.days=3", "--events", "--quiet"])).out);
    expect(csv).toContain("2027-07-03T");
    expect(csv).not.toContain("2027-07-05T");
    const named = `${folder}/own.json`;
    expect((await say(["fly", RACK, "--set", "simulate.days=3", "--events", named, "--quiet"])).exit).toBe(0);
    expect((JSON.parse(readFileSync(named, "utf8")) as Document).events.length).toBe(csv.trim().split("\n").length - 1);
  });
});

describe("links of a fleet", () => {
  // Closed form: 20 on a ring of a = 7028.137 km stand 2 a sin(9 deg) apart and graze at a cos(9 deg) = 563 km, always in sight.
  test("join neighbours in the plane and in the next, each once", async () => {
    const { events, links } = await eventsOf(fleetOf(8, 20), "--days", "0.1");
    expect(links).toEqual({ pairs: 2 * 160, altitudeMin_km: 80 });
    const linked = events.filter(({ kind }) => kind === "link");
    const inPlane = linked.filter(({ satellite, partner }) => satellite.split(" satellite")[0] === partner!.split(" satellite")[0]);
    expect(inPlane).toHaveLength(160);
    for (const { rangeLeast_km, rangeMost_km, openAtStart, openAtEnd } of inPlane) {
      expect([openAtStart, openAtEnd]).toEqual([true, true]);
      expect(rangeLeast_km).toBeCloseTo(2 * 7028.137 * Math.sin(Math.PI / 20), 3);
      expect(rangeMost_km).toBeCloseTo(2 * 7028.137 * Math.sin(Math.PI / 20), 3);
    }
    expect(linked.some(({ satellite, partner }) => satellite === "low plane 8 satellite 7" && partner === "low plane 1 satellite 7")).toBe(true);
  });

  // A grid of p planes of n: n p in the planes, and n p (around: delta) or n (p - 1) (not over the seam: star) between them.
  test("stay within a height of a shell", async () => {
    const path = `${folder}/heights.yaml`;
    const rest = "planes: 3, satellitesPerPlane: 4, phasing: 0 }";
    const shells = [`{ id: twice, pattern: walker-delta, altitude: 650 km, altitudeTo: 700 km, shells: 2, inclination: 60 deg, ${rest}`, `{ id: star, pattern: walker-star, altitude: 700 km, inclination: 60 deg, ${rest}`];
    writeFileSync(path, readFileSync(RACK, "utf8").replace("orbit:\n", `orbit:\n  fleet:\n    shells:\n${shells.map((shell) => `      - ${shell}\n`).join("")}`));
    expect((await eventsOf(path, "--days", "0.01")).links.pairs).toBe(2 * (12 + 12) + 12 + 8);
    expect((await eventsOf(path, "--days", "0.01", "--satellite", "twice plane 4")).links.pairs).toBe(4);
  });

  test("of some satellites are those among them; a higher limit or a range leaves fewer", async () => {
    const some = await eventsOf(fleetOf(3, 20), "--days", "0.1", "--satellites", "3");
    expect(some.events.filter(({ kind }) => kind === "link").map(({ satellite, partner }) => `${satellite}, ${partner}`)).toEqual(["low plane 1 satellite 1, low plane 1 satellite 2", "low plane 1 satellite 2, low plane 1 satellite 3"]);
    for (const limit of [["--links", "565 km"], ["--range", "2000 km"]]) expect((await eventsOf(fleetOf(3, 20), "--days", "0.1", "--satellites", "3", ...limit)).events.filter(({ kind }) => kind === "link")).toEqual([]);
  });
});

test("a file of elements has eclipses and links, and no stages", async () => {
  const { events, links, notes } = await eventsOf(ONEWEB, "--satellites", "4", "--start", "2024-11-18");
  expect(links.pairs).toBe(6);
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(["umbra", "penumbra", "link"]));
  expect(notes).toEqual([]);
  const many = await eventsOf(ONEWEB, "--satellites", "60", "--start", "2024-11-18", "--days", "0.1");
  expect(many.notes.join()).toContain("links are not looked for among 60 satellites");
  const path = `${folder}/elements.csv`;
  const { exit, out, err } = await say(["fly", ONEWEB, "--satellites", "2", "--events", path]);
  expect([exit, out]).toEqual([0, ""]);
  expect(err).toContain(`events: ${path}`);
});

test("a file behind --events that is there, and is no list, is the source where none is named", async () => {
  const lines = ["--satellites", "2", "--start", "2024-11-18", "--quiet"];
  const named = await say(["fly", ONEWEB, "--events", ...lines]);
  expect(named.exit).toBe(0);
  expect(await say(["fly", "--events", ONEWEB, ...lines])).toEqual(named);
  expect(await say(["fly", "--events", RACK, "--days", "0.2", "--quiet"])).toEqual(await say(["fly", RACK, "--events", "--days", "0.2", "--quiet"]));
  // With --out the stages run on it too, and the list stands beside them.
  const out = `${folder}/behind`;
  expect((await say(["fly", "--events", RACK, "--set", "simulate.days=1", "--out", out, "--quiet"])).exit).toBe(0);
  expect([existsSync(`${out}/run.json`), existsSync(`${out}/events.csv`)]).toEqual([true, true]);
  // A list of events is where they go, and the source the usual scenario.yaml, which is not here.
  const list = `${folder}/list.csv`;
  writeFileSync(list, named.out);
  expect((await say(["fly", "--events", list])).err).toContain("scenario.yaml");
  expect(readFileSync(list, "utf8")).toBe(named.out);
});

test("what cannot be asked is refused with a way out", async () => {
  const refused = async (...words: readonly string[]): Promise<string> => {
    const { exit, out, err } = await say(["fly", ...words]);
    expect([exit, out], words.join(" ")).toEqual([2, ""]);
    return err;
  };
  expect(await refused("--events", `${folder}/none.yaml`)).toContain("ends in .csv or .json");
  const elements = `${folder}/omm.csv`;
  writeFileSync(elements, "OBJECT_NAME,MEAN_MOTION\n");
  expect(await refused(RACK, "--events", elements)).toContain("is no list of events");
  expect(readFileSync(elements, "utf8")).toBe("OBJECT_NAME,MEAN_MOTION\n");
  expect(await refused(RACK, "--days", "3")).toContain("--days is for lists of events");
  expect(await refused(RACK, "--hours", "3")).toContain("--hours is for lists of events");
  expect(await refused(RACK, "--events", "--days", "1", "--hours", "1")).toContain("cannot be used with");
  expect(await refused(RACK, "--events", "--links", "5 kg")).toContain("--links");
  for (const range of ["0 km", "0"]) expect(await refused(RACK, "--events", "--range", range)).toContain("a distance above 0 km");
  expect(await refused(RACK, "--events", "--links", "-1")).toContain("a height of 0 km or more");
  expect(await refused(ONEWEB)).toContain("--events lists their eclipses");
  expect(await refused(RACK, "--events", `${folder}/a.csv`, "--format", "json")).toContain("two forms");
  expect(await refused(`${folder}/none.yaml`, "--events", `${folder}/nowhere/a.csv`)).toContain("nowhere/a.csv cannot be written");
  expect(await refused(RACK, "--events", "--satellites", "none")).toContain("whole number");
  expect(await refused(ONEWEB, "--events", "--days", "3000", "--quiet")).toMatch(/about [\d,]+ events of 6\d\d satellites would come/);
});
