import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import highsModule from "highs";
import type { Highs } from "highs";
import { afterAll, describe, expect, test, vi } from "vitest";
import { readOem } from "../ephemeris/oem-reader.ts";
import { RACK } from "../support/scenario.ts";
import { say } from "./command-line.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-export-`);
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(`${folder}/${name}`, text);
  return `${folder}/${name}`;
};
const golden = (name: string): string => readFileSync(new URL(`../golden/astro/${name}`, import.meta.url), "utf8");
const ONEWEB = golden("oneweb_tle.txt").split("\n").slice(0, 30).join("\n");
const oneweb = file("oneweb.tle", ONEWEB);
const FLEET = "orbit.fleet={shells: [{id: low, pattern: walker-delta, altitude: 550 km, inclination: 53 deg, planes: 3, satellitesPerPlane: 4, phasing: 1}]}";
const scenario = file("scenario.yaml", `${RACK}network: { stations: [{ id: svalbard, station: ksat-svalbard }] }\nsimulate: { start: 2027-03-01 }\n`);

const refused = async (words: readonly string[], message: string, input = ""): Promise<void> => {
  const { exit, out, err } = await say(["export", ...words], { input });
  expect([exit, out], words.join(" ")).toEqual([2, ""]);
  expect(err).toContain(message);
};

describe("OEM", () => {
  test("of one satellite goes to standard output, what was assumed to standard error", async () => {
    const { exit, out, err } = await say(["export", oneweb, "--format", "oem", "--satellite", "44057", "--hours", "2"]);
    expect(exit).toBe(0);
    const { segments } = readOem(out);
    expect(segments[0]!.words.get("OBJECT_NAME")).toBe("ONEWEB-0012 (44057)");
    expect(segments[0]!.rows).toHaveLength(121);
    // Day 322.58825131 of 2024: 17 November 14:07:04.9, to the whole second.
    expect(segments[0]!.words.get("START_TIME")).toBe("2024-11-17T14:07:05.000");
    expect(err).toBe("note: from 2024-11-17T14:07:05Z, the latest epoch among the elements; --start names another\n");
    expect((await say(["export", oneweb, "--format", "oem", "--satellite", "44057", "--quiet"])).err).toBe("");
  });

  test("of several needs a folder, and is a file for each", async () => {
    await refused([oneweb, "--format", "oem"], "10 satellites, and an OEM message holds one");
    const { exit, out } = await say(["export", oneweb, "--format", "oem", "--hours", "1", "--step", "2 min", "--frame", "ITRF", "--out", `${folder}/messages`]);
    expect([exit, out]).toEqual([0, `${folder}/messages\n`]);
    const files = readdirSync(`${folder}/messages`);
    expect(files).toHaveLength(10);
    for (const name of files) {
      const { segments } = readOem(readFileSync(`${folder}/messages/${name}`, "utf8"));
      expect([segments[0]!.rows.length, segments[0]!.words.get("REF_FRAME")]).toEqual([31, "ITRF2000"]);
    }
  });

  test("a name, a part of names, a number or a designator choose", async () => {
    for (const [wanted, count] of [["oneweb-0012", 1], ["ONEWEB", 10], ["44058", 1], ["19010A", 1]] as const) {
      const { exit } = await say(["export", oneweb, "--format", "czml", "--hours", "1", "--satellite", wanted, "--out", `${folder}/chosen.czml`, "--quiet"]);
      expect(exit).toBe(0);
      expect((JSON.parse(readFileSync(`${folder}/chosen.czml`, "utf8")) as unknown[]).length - 1, wanted).toBe(count);
    }
    await refused([oneweb, "--format", "oem", "--satellite", "nix"], "--satellite nix: there is no such satellite among 10");
  });
});

describe("a scenario", () => {
  test("gives its platform, by its name, from the flown period's start", async () => {
    const { exit, out, err } = await say(["export", scenario, "--format", "oem", "--hours", "1"]);
    expect([exit, err]).toEqual([0, ""]);
    const [segment] = readOem(out).segments;
    expect([segment!.words.get("OBJECT_NAME"), segment!.words.get("START_TIME")]).toEqual(["rack", "2027-03-01T00:00:00.000"]);
    // It stands at its ascending node at the start: 650 km above the equatorial radius.
    const [x, y, z] = segment!.rows[0]!.state as [number, number, number];
    expect(Math.hypot(x, y)).toBeCloseTo(7028.137, 5);
    expect(z).toBeCloseTo(0, 5);
  });

  test("is the same satellite whenever it is looked at", async () => {
    const whole = readOem((await say(["export", scenario, "--format", "oem", "--hours", "3"])).out).segments[0]!;
    const later = readOem((await say(["export", scenario, "--format", "oem", "--hours", "1", "--start", "2027-03-01T02:00:00Z"])).out).segments[0]!;
    later.rows.forEach(({ t_s, state }, k) => {
      expect(t_s).toBe(whole.rows[120 + k]!.t_s);
      state.forEach((value, axis) => expect(Math.abs(value - whole.rows[120 + k]!.state[axis]!)).toBeLessThan(1.1e-6));
    });
  });

  test("gives its fleet one by one, and its stations", async () => {
    const { exit, out } = await say(["export", scenario, "--set", FLEET, "--format", "czml", "--light", "--hours", "3"]);
    expect(exit).toBe(0);
    const packets = JSON.parse(out) as readonly { readonly id: string; readonly name: string; readonly point?: { readonly color: readonly { readonly interval: string }[] } }[];
    expect(packets.map(({ id }) => id).slice(0, 4)).toEqual(["document", "station/svalbard", "satellite/low plane 1 satellite 1", "satellite/low plane 1 satellite 2"]);
    expect(packets).toHaveLength(14);
    expect(packets.at(-1)!.id).toBe("satellite/low plane 3 satellite 4");
    // At 550 km and 53 deg a satellite is in the umbra in every revolution but for some days of high beta.
    expect(packets.slice(2).every(({ point }) => point!.color.length >= 3)).toBe(true);
    const one = await say(["export", scenario, "--set", FLEET, "--format", "oem", "--satellite", "low plane 2 satellite 3", "--hours", "1"]);
    expect(readOem(one.out).segments[0]!.words.get("OBJECT_NAME")).toBe("low plane 2 satellite 3");
  });

  test("whose platform flies in a cluster says that one is followed", async () => {
    const { exit, err } = await say(["export", scenario, "--format", "oem", "--hours", "1", "--set", "orbit.formation.radius=1 km", "--set", "orbit.formation.spacing=100 m"]);
    expect([exit, err]).toEqual([0, "note: the cluster of orbit.formation is followed as one platform, at its centre\n"]);
  });

  test("without an orbit has no satellite", async () => {
    const ground = file("ground.yaml", RACK.replace(/^orbit:[\s\S]*?(?=^launch)/m, "").replace(/^launch:.*\n/m, ""));
    await refused([ground, "--format", "oem"], "has no orbit");
  });

  test("about the Sun has none of the Earth's", async () => {
    await refused([scenario, "--set", "orbit.type=sun-earth-l1", "--format", "oem"], "flies about the Sun (orbit.type: sun-earth-l1)");
  });

  test("geostationary stands over its longitude", async () => {
    const geo = ["orbit.type=geostationary", "orbit.longitude=62 deg"].flatMap((set) => ["--set", set]);
    const { exit, out, err } = await say(["export", scenario, ...geo, "--format", "oem", "--frame", "itrf", "--step", "1 h"]);
    expect([exit, err]).toEqual([0, ""]);
    for (const { state } of readOem(out).segments[0]!.rows) expect((Math.atan2(state[1]!, state[0]!) * 180) / Math.PI).toBeCloseTo(62, 3);
  });

  // Each of n stands 360 / n further east; precession moves them by 0.0155 deg in a year, J2 flown without keeping would by 9.8 deg.
  test("a geostationary ring stands over its longitudes for a year, the first over the ring's", async () => {
    const ring = "orbit.fleet={shells: [{id: ring, pattern: geostationary, longitude: -100 deg, satellitesPerPlane: 6}]}";
    for (const [number, longitude_deg] of [[1, -100], [3, 20]] as const) {
      const { out } = await say(["export", scenario, "--set", ring, "--satellite", `ring plane 1 satellite ${number}`, "--format", "oem", "--frame", "itrf", "--days", "365", "--step", "5 d"]);
      const { rows } = readOem(out).segments[0]!;
      expect(rows).toHaveLength(74);
      for (const { state } of rows) expect(Math.abs((Math.atan2(state[1]!, state[0]!) * 180) / Math.PI - longitude_deg)).toBeLessThan(0.0156);
    }
  });

  test("with problems tells them all", async () => {
    await refused([file("bad.yaml", `${RACK}colour: red\n`), "--format", "oem"], "unknown key colour");
  });
});

describe("elements", () => {
  test("are known by what a file holds, whatever its name", async () => {
    for (const name of ["sample_omm.json", "sample_omm.xml", "sample_omm.csv"]) {
      const { exit, out } = await say(["export", "-", "--format", "czml", "--hours", "1", "--quiet"], { input: golden(name) });
      expect(exit, name).toBe(0);
      expect((JSON.parse(out) as unknown[]).length).toBeGreaterThan(1);
    }
    expect((await say(["export", file("satellites.yaml", ONEWEB), "--format", "czml", "--hours", "1"])).exit).toBe(0);
    expect((await say(["export", "-", "--format", "oem", "--hours", "1"], { input: RACK })).exit).toBe(0);
  });

  test("a line at fault is named once, and old sets are told in one line", async () => {
    const wrong = ONEWEB.replace(/^(1 44058.*)\d$/m, (_, head: string) => `${head}x`);
    expect(wrong).not.toBe(ONEWEB);
    const { err } = await say(["export", "-", "--format", "czml", "--hours", "1"], { input: wrong });
    expect(err).toMatch(/note: [^\n]*: line 5: checksum is x, the digits give \d; left out/);
    expect(err.match(/line 5/g)).toHaveLength(1);
    const old = await say(["export", oneweb, "--format", "czml", "--hours", "1", "--start", "2025-06-01"]);
    expect(old.err).toMatch(/^note: 10 satellites are flown 19\d( to 19\d)? days from their epochs; SGP4 is good for days\n$/);
  });

  test("those that cannot be flown are told; with none left that is all", async () => {
    // 28872 decays within the hour of its verification run; its line is from a set of 2005.
    const all = golden("SGP4-VER.TLE").split("\n");
    const at = all.findIndex((line) => line.startsWith("1 28872"));
    const decayed = all.slice(at, at + 2).map((line) => line.slice(0, 69)).join("\n");
    const mixed = await say(["export", "-", "--format", "czml", "--hours", "1"], { input: `${decayed}\n${ONEWEB}` });
    expect(mixed.exit).toBe(0);
    expect(mixed.err).toMatch(/note: 28872, line 1: .*left out/);
    expect(JSON.parse(mixed.out) as unknown[]).toHaveLength(11);
    await refused(["-", "--format", "oem", "--start", "2006-01-01"], "can be flown", decayed);
    await refused([file("empty.tle", ""), "--format", "oem"], "holds no elements");
    await refused([file("prose.txt", "to whom it may concern\n"), "--format", "oem"], "no satellite of");
    await refused(["-", "--format", "oem"], "cannot be read as elements", "<omm");
  });
});

describe("what is written", () => {
  test("has no more rows than are stated, and says how to have fewer", async () => {
    await refused([oneweb, "--format", "czml", "--days", "3660", "--step", "1 s"], "3,162,240,010 rows of 10 satellites, where 50,000,000 are written at most");
    await refused([oneweb, "--format", "czml", "--days", "3660", "--step", "1 s"], "--step takes fewer, --days or --hours a shorter period, --satellite some satellites");
  });

  test("names a file of elements without the folders in which it lies", async () => {
    const named = async (source: string, input = ""): Promise<unknown> => (JSON.parse((await say(["export", source, "--format", "czml", "--hours", "1", "--quiet"], { input })).out) as { readonly name: string }[])[0]!.name;
    expect(await named(oneweb)).toBe("oneweb.tle");
    expect(await named("-", ONEWEB)).toBe("elements");
  });

  test("is the same bytes under SOURCE_DATE_EPOCH", async () => {
    const words = ["export", oneweb, "--format", "oem", "--satellite", "44057", "--hours", "1", "--quiet"];
    try {
      vi.stubEnv("SOURCE_DATE_EPOCH", "1700000000");
      // date -u -d @1700000000
      expect((await say(words)).out).toContain("CREATION_DATE = 2023-11-14T22:13:20\n");
      vi.stubEnv("SOURCE_DATE_EPOCH", "yesterday");
      expect((await say(words)).err).toContain("whole seconds since 1970");
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test("never stands where a folder does; that is told before the work", async () => {
    mkdirSync(`${folder}/taken.czml`);
    await refused([`${folder}/nowhere.tle`, "--format", "czml", "--out", `${folder}/taken.czml`], "taken.czml cannot be written: it is a folder");
    for (const command of ["eclipses", "passes"]) expect((await say([command, `${folder}/nowhere.tle`, "--out", `${folder}/taken.czml`])).err).toContain("it is a folder");
  });
});

test("each wrong word gets one message", async () => {
  const oem = [oneweb, "--format", "oem", "--satellite", "44057"];
  mkdirSync(`${folder}/sub`);
  await refused([oneweb], "'--format <oem|czml|lp|mps|ocf>' not specified");
  await refused([oneweb, "--format", "kml"], "one of oem, czml");
  await refused([`${folder}/nowhere.tle`, "--format", "oem"], "there is no file");
  await refused([`${folder}/sub`, "--format", "oem"], "is not a file");
  await refused([...oem, "--step", "60"], 'for example "60 s"'.replace("for example ", ""));
  for (const step of ["0 s", "0", "-5"]) await refused([...oem, "--step", step], "below a millisecond");
  await refused([oneweb, "--format", "czml", "--satellite", " "], "--satellite is empty");
  await refused([...oem, "--start", "tomorrow"], '--start is "tomorrow"');
  await refused([...oem, "--days", "0"], '--days is "0"');
  await refused([...oem, "--hours", "1e9"], '--hours is "1e9"');
  await refused([...oem, "--days", "1", "--hours", "1"], "cannot be used with");
  await refused([...oem, "--set", "orbit.altitude=500 km"], "holds elements, which have no fields to set");
  await refused([...oem, "--light"], "an OEM message has no colours");
  await refused([oneweb, "--format", "czml", "--frame", "teme"], "CZML knows no TEME");
  await refused([oneweb, "--format", "czml", "--out", `${folder}/nowhere/x.czml`], "cannot be written");
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

describe("the plan's model", () => {
  const planned = file("plan.yaml", `${RACK}simulate: { days: 1 }\n`);
  test("is LP or MPS text that HiGHS reads to the plan's own objective", async () => {
    const lp = await say(["export", planned, "--format", "lp", "--out", `${folder}/plan.lp`]);
    expect([lp.exit, lp.out]).toEqual([0, `${folder}/plan.lp\n`]);
    expect(lp.err).toMatch(/note: \d+ columns \(\d+ whole\), \d+ rows; the objective in M\$/);
    const mps = await say(["export", planned, "--format", "MPS", "--quiet"]);
    expect([mps.exit, mps.err]).toEqual([0, ""]);
    const highs = await (highsModule as unknown as () => Promise<Highs>)();
    const objectives = [{ data: readFileSync(`${folder}/plan.lp`), format: "lp" }, { data: Buffer.from(mps.out), format: "mps" }].map(({ data, format }) => {
      const model = highs.createModel();
      model.options.set({ output_flag: false, mip_rel_gap: 0 });
      model.readModel({ format: format as "lp" | "mps", data: new Uint8Array(data) });
      model.run();
      const objective = model.getObjectiveValue();
      model.dispose();
      return objective;
    });
    const { out } = await say(["plan", planned, "--json", "--quiet", "--set", "plan.alternatives=0", "--set", "plan.gap=0.0001 %"]);
    const plan = (JSON.parse(out) as { plan: { solver: { objective_usd: number } } }).plan;
    for (const objective of objectives) expect(objective / (plan.solver.objective_usd / 1e6)).toBeCloseTo(1, 4);
  });
  test("has no satellites, and no elements", async () => {
    await refused([planned, "--format", "lp", "--light"], "--light: a model in LP has no satellites");
    await refused([planned, "--format", "mps", "--satellite", "x"], "--satellite: a model in MPS has no satellites");
    await refused([`${folder}/none.yaml`, "--format", "lp"], "there is no scenario");
    await refused([oneweb, "--format", "lp"], "");
  });
});
