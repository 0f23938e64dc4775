import { describe, expect, test } from "vitest";
import { loadScenario, type Loaded, type Scenario } from "../../src/scenario/index.ts";
import { clockOf } from "../../src/scenario/time-zone.ts";

const HOUR_S = 3600;
const base = (site: string, simulate = ""): string => `extends: template:ground-only\nground: {sites: [{id: abilene, ${site}}]}\n${simulate === "" ? "" : `simulate: {${simulate}}\n`}`;
const loaded = (files: Readonly<Record<string, string>>): Loaded => loadScenario({ path: "s.yaml", files: { read: (path) => files[path] } });
const scenario = (files: Readonly<Record<string, string>>): Scenario => {
  const got = loaded(files);
  if (!got.ok) throw new Error(JSON.stringify(got.problems));
  return got.scenario;
};
const said = (files: Readonly<Record<string, string>>): readonly string[] => {
  const got = loaded(files);
  return got.ok ? [] : got.problems.map(({ file, line, column, path, found, expected }) => `${file}:${line}:${column} ${path}: found ${found}, expected ${expected}`);
};
const stamp = (t_s: number): string => new Date(t_s * 1000).toISOString().slice(0, 16).replace("T", " ");
/** Hours of calendar years in UTC, each the number of its row. */
const hours = (from: number, to: number, { step_s = HOUR_S, value = (i: number): string => String(i % 97) } = {}): string => {
  const start = Date.UTC(from, 0, 1) / 1000;
  const count = (Date.UTC(to + 1, 0, 1) / 1000 - start) / step_s;
  return `utc,price\n${Array.from({ length: count }, (_, i) => `${stamp(start + i * step_s)},${value(i)}`).join("\n")}\n`;
};
const PRICE = "hourlyPrice: {file: p.csv, column: price, unit: $/MWh, time: utc, timezone: UTC}";
const site = (s: Scenario) => s.ground.sites[0]!;

describe("which year is flown", () => {
  const three = { "p.csv": hours(2021, 2023) };
  test("the named one; that of simulate.start where the files hold it; else the only one", () => {
    expect(site(scenario({ "s.yaml": base(PRICE, "year: 2022"), ...three })).hourlyPrice_usd_per_MWh!.year).toBe(2022);
    expect(site(scenario({ "s.yaml": base(PRICE, "start: 2023-04-01"), ...three })).hourlyPrice_usd_per_MWh!.start_utc_s).toBe(Date.UTC(2023, 0, 1) / 1000);
    const only = scenario({ "s.yaml": base(PRICE), "p.csv": hours(2022, 2022) });
    expect(site(only).hourlyPrice_usd_per_MWh!.value).toHaveLength(8760);
    expect(only.notes).toContain("ground.sites.abilene: hours of 2022, the only year that its series hold, stand for every year.");
  });
  test("several, and none named, are refused", () => {
    expect(said({ "s.yaml": base(PRICE), ...three })).toEqual(["s.yaml:2:45 ground.sites.abilene.hourlyPrice: found hours of 2021, 2022, 2023, expected one year to be flown"]);
  });
  test("a year of which the end is missing is refused at its last row", () => {
    const short = `${hours(2022, 2022).trimEnd().split("\n").slice(0, -3).join("\n")}\n`;
    expect(said({ "s.yaml": base(PRICE, "year: 2022"), "p.csv": short })).toEqual(["p.csv:8758:1 ground.sites.abilene.hourlyPrice: found an end at 2022-12-31T21:00Z: 3 h of 2022 are missing behind it, expected all 8760 hours of 2022"]);
  });
  test("a leap year stands for another without its 29 February, and not the reverse", () => {
    const own = PRICE.replace("timezone: UTC", "timezone: UTC, year: 2024");
    const got = scenario({ "s.yaml": base(own, "year: 2023"), "p.csv": hours(2024, 2024) });
    const { value } = site(got).hourlyPrice_usd_per_MWh!;
    // Hour 1416 is 1 March, whose row in 2024 is 1440.
    expect([value.length, value[1415], value[1416]]).toEqual([8760, 1415 % 97, 1440 % 97]);
    expect(got.notes.join()).toContain("29 February 2024 is left out");
    const other = `${base(`${PRICE.replace("timezone: UTC", "timezone: UTC, year: 2023")}, hourlyCarbon: {file: c.csv, column: price, unit: g/kWh, time: utc, timezone: UTC}`, "year: 2024")}`;
    expect(said({ "s.yaml": other, "p.csv": hours(2023, 2023), "c.csv": hours(2024, 2024) })[0]).toContain("found 8760 hours of 2023, expected 8784 hours, as 2024 has");
  });
});

describe("clocks", () => {
  test("Chicago skips an hour in March and repeats one in November; offsets of the IANA database", () => {
    const clock = clockOf("America/Chicago")!;
    const at = (text: string): readonly number[] => clock(Date.parse(`${text}:00Z`) / 1000).map((t) => t - Date.parse(`${text}:00Z`) / 1000);
    expect(at("2021-01-15T12:00")).toEqual([6 * HOUR_S]);
    expect(at("2021-07-15T12:00")).toEqual([5 * HOUR_S]);
    expect(at("2021-03-14T02:30")).toEqual([]);
    expect(at("2021-03-14T03:00")).toEqual([5 * HOUR_S]);
    expect(at("2021-11-07T01:30")).toEqual([5 * HOUR_S, 6 * HOUR_S]);
    expect(at("2021-11-07T02:00")).toEqual([6 * HOUR_S]);
    expect(clockOf("Asia/Kolkata")!(0)).toEqual([-19_800]);
    expect(clockOf("UTC-05:00")!(0)).toEqual([5 * HOUR_S]);
    expect([clockOf("CST"), clockOf("Mars/Olympus"), clockOf("UTC+99:00")]).toEqual([undefined, undefined, undefined]);
  });
  test("a file of local years, with the hour that clocks repeat in it, is flown from its own new year", () => {
    const start = Date.UTC(2021, 0, 1, 6) / 1000;
    const local = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Chicago", dateStyle: "short", timeStyle: "short" });
    const rows = Array.from({ length: 8760 }, (_, i) => `${local.format((start + i * HOUR_S) * 1000)},${i % 97}`);
    expect(rows.filter((row) => row.startsWith("2021-11-07 01:00"))).toHaveLength(2);
    const got = scenario({ "s.yaml": base(PRICE.replace("timezone: UTC", "timezone: America/Chicago")), "p.csv": `utc,price\n${rows.join("\n")}\n` });
    const { start_utc_s, value } = site(got).hourlyPrice_usd_per_MWh!;
    expect(start_utc_s).toBe(start);
    expect(value).toEqual(Array.from({ length: 8760 }, (_, i) => i % 97));
    expect(got.notes.join()).toContain("the year 2021 is flown from 2021-01-01T06:00Z, where its files begin");
  });
});

describe("what becomes of hours", () => {
  test("quarter hours are brought to means; a stamp at the end is an hour earlier", () => {
    const quarters = hours(2022, 2022, { step_s: 900, value: (i) => String(i % 4) });
    expect(new Set(site(scenario({ "s.yaml": base(PRICE), "p.csv": quarters })).hourlyPrice_usd_per_MWh!.value)).toEqual(new Set([1.5]));
    const ending = hours(2022, 2022).replaceAll(/^(2022[^,]*)/gm, (text) => stamp(Date.parse(`${text.replace(" ", "T")}Z`) / 1000 + HOUR_S));
    const got = site(scenario({ "s.yaml": base(PRICE.replace("timezone: UTC", "timezone: UTC, stamp: end")), "p.csv": ending })).hourlyPrice_usd_per_MWh!;
    expect([got.start_utc_s, got.value[3]]).toEqual([Date.UTC(2022, 0, 1) / 1000, 3]);
  });
  test("gaps as long as allowed lie on straight lines, and are counted", () => {
    const lines = hours(2022, 2022).split("\n");
    const gappy = [...lines.slice(0, 11), ...lines.slice(13)].join("\n").replace("2022-01-02 02:00,26", "2022-01-02 02:00,");
    const got = scenario({ "s.yaml": base(PRICE.replace("timezone: UTC", "timezone: UTC, interpolateGaps: 2 h")), "p.csv": gappy });
    const { value, interpolated } = site(got).hourlyPrice_usd_per_MWh!;
    expect(value.slice(8, 14)).toEqual([8, 9, 10, 11, 12, 13].map((v) => expect.closeTo(v, 12)));
    expect(value[26]).toBe(26);
    expect(interpolated).toBe(3);
    expect(got.notes.join()).toContain("3 of 8760 hours stand in no file and lie on straight lines, gaps of at most 2 h: 2022-01-01T10:00Z, 2022-01-01T11:00Z, 2022-01-02T02:00Z.");
  });
  test("absolute hours give the mean price and the relative shape, and are told to stand before others", () => {
    const got = scenario({ "s.yaml": base(`powerPrice: 45 $/MWh, priceShape: null, ${PRICE}`), "p.csv": hours(2022, 2022, { value: (i) => (i % 2 === 0 ? "20" : "60") }) });
    expect(site(got).powerPrice_usd_per_MWh).toEqual({ kind: "constant", value: 40 });
    expect(site(got).priceShape.value.slice(0, 2)).toEqual([0.5, 1.5]);
    expect(got.notes).toContain("ground.sites.abilene: hourlyPrice is taken, powerPrice is not used.");
    expect(got.assumptions.find(({ path }) => path === "ground.sites.abilene.powerPrice")).toMatchObject({ value: 40, form: "mean of hourlyPrice, 8760 h of 2022" });
  });
  test("absolute demand gives mean power and shape", () => {
    const text = `extends: template:ground-only\ndemand: {classes: [{id: measured, kind: interactive, hourlyPower: {file: p.csv, column: price, unit: kW, time: utc, timezone: UTC}}]}\n`;
    const { classes } = scenario({ "s.yaml": text, "p.csv": hours(2022, 2022, { value: (i) => (i % 2 === 0 ? "1000" : "3000") }) }).demand;
    const one = classes.find(({ id }) => id === "measured")!;
    expect([one.power_MW, one.shape.value.slice(0, 2)]).toEqual([{ kind: "constant", value: 2 }, [0.5, 1.5]]);
  });
});
