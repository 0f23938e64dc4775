import { describe, expect, test } from "vitest";
import { amountAt, entryOf, formatProblem, learnedValue, load, loadScenario, profileAt, ScenarioError, templates, type Scenario } from "../../src/scenario/index.ts";
import { find } from "../../src/catalog/index.ts";
import { parseQuarter, quarterStart_s } from "../../src/units/index.ts";

type Texts = Readonly<Record<string, string>>;
const loaded = (texts: string | Texts, set: readonly string[] = [], path = "s.yaml"): Scenario => {
  const files: Texts = typeof texts === "string" ? { [path]: texts } : texts;
  return load({ path, set, files: { read: (name) => (Object.hasOwn(files, name) ? files[name] : undefined) } });
};
const refused = (texts: Texts, path = "s.yaml"): string => {
  const result = loadScenario({ path, files: { read: (name) => (Object.hasOwn(texts, name) ? texts[name] : undefined) } });
  return result.ok ? "" : result.problems.map(formatProblem).join("\n");
};
const TWO = "extends: template:two-tier\n";
const assumption = (scenario: Scenario, path: string): unknown => scenario.assumptions.find((a) => a.path === path);

test.each(templates.map((t) => [t.name, t.text] as const))("template %s loads as it stands", (_, text) => expect(loaded(text).horizon.start_quarter).toBe(parseQuarter("2027-Q1")));

test("a scenario and its result are plain JSON", () => {
  const scenario = loaded(TWO);
  expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
});

test("the same text gives the same scenario, JSON or YAML", () => {
  const yaml = "dawndusk: 1\nhorizon: {start: 2027-Q1}\ndemand:\n  classes:\n    - {id: a, kind: batch, power: 5 MW}\nground:\n  sites:\n    - id: x\n      site: stargate-abilene\n      phases: [{id: p, online: 2027-Q1, power: 9 MW}]\n";
  const json = JSON.stringify({ dawndusk: 1, horizon: { start: "2027-Q1" }, demand: { classes: [{ id: "a", kind: "batch", power: "5 MW" }] }, ground: { sites: [{ id: "x", site: "stargate-abilene", phases: [{ id: "p", online: "2027-Q1", power: "9 MW" }] }] } }, null, "\t");
  expect(loaded(json)).toEqual(loaded(yaml));
});

describe("values", () => {
  test("carry their units into the names", () => {
    const { orbit, finance } = loaded(`${TWO}orbit: {altitude: 550000 m, ltan: 360 min, platform: {powerMargin: 0.15, massMargin: 15 %}}\nfinance: {discount: 9 %/yr}\n`);
    expect(orbit).toMatchObject({ altitude_km: 550, ltan_h: 6, platform: { powerMargin_frac: 0.15, massMargin_frac: 0.15 } });
    expect(finance.discount_per_yr).toBe(0.09);
  });

  test("a constant with its origin", () => {
    const scenario = loaded(`${TWO}orbit: {altitude: {value: 650 km, low: 600 km, high: null, source: FCC filing, asOf: 2026-05, evidence: target}}\n`);
    expect(scenario.orbit!.altitude_km).toBe(650);
    expect(assumption(scenario, "orbit.altitude")).toEqual({ path: "orbit.altitude", value: 650, unit: "km", low: 600, high: null, source: "FCC filing", asOf: "2026-05", evidence: "target", origin: "scenario", form: "constant" });
  });

  test("a schedule by quarter and date, stepped or straight", () => {
    const form = (interpolation: string): Scenario => loaded(`${TWO}launch: {vehicles: [{id: falcon, pricePerKg: {schedule: {2030-01-01: 600 $/kg, 2027-Q1: 0.0015 M$/kg}, interpolation: ${interpolation}}}]}\n`);
    const at = (scenario: Scenario, quarter: string): number => amountAt(scenario.launch.vehicles[0]!.pricePerKg_usd_per_kg!, quarterStart_s(parseQuarter(quarter)!));
    expect(["2026-Q1", "2027-Q1", "2029-Q4", "2030-Q1", "2040-Q1"].map((q) => at(form("step"), q))).toEqual([1500, 1500, 1500, 600, 600]);
    // 2027-01-01 to 2030-01-01 are 1096 days, to 2028-07-01 547: 1500 - 900 x 547 / 1096.
    expect(at(form("linear"), "2028-Q3")).toBeCloseTo(1500 - (900 * 547) / 1096, 9);
  });

  describe("schedules against the horizon, 2027-Q1 to 2036-Q4", () => {
    const notesOf = (yaml: string): readonly string[] => loaded(TWO + yaml).notes.filter((note) => / (begins|ends) at /.test(note));
    test("a price is held before its first date and behind its last, and says so", () =>
      expect(notesOf("ground: {sites: [{id: abilene, powerPrice: {schedule: {2028-Q1: 45 $/MWh, 2029-05-06: 60 $/MWh}}}]}\n")).toEqual([
        "ground.sites.abilene.powerPrice begins at 2028-Q1: its first value, 45 $/MWh, is held from 2027-Q1.",
        "ground.sites.abilene.powerPrice ends at 2029-05-06: its last value, 60 $/MWh, is held from then to the end of 2036-Q4.",
      ]));
    test("a schedule of the whole horizon says nothing", () => expect(notesOf("launch: {vehicles: [{id: falcon, share: {schedule: {2027-Q1: 5 %, 2036-Q4: 10 %}}}]}\n")).toEqual([]));
    test.each([
      ["orbit: {target: {schedule: {2028-Q1: 2, 2036-Q4: 81}}}", "orbit.target", 0, "schedule, 2 points 2028-Q1…2036-Q4, last 81"],
      ["orbit: {fleetMax: {schedule: {2028-Q1: 2, 2036-Q4: 81}}}", "orbit.fleetMax", 0, "schedule, 2 points 2028-Q1…2036-Q4, last 81"],
      ["orbit: {factoryRate: {schedule: {2026-Q1: 20 /yr, 2036-Q4: 400 /yr}}}", "orbit.factoryRate", 20, "schedule, 2 points 2026-Q1…2036-Q4, last 400"],
      ["launch: {vehicles: [{id: falcon, cadence: {schedule: {2028-Q1: 20 /yr, 2036-Q4: 400 /yr}}}]}", "launch.vehicles.falcon.cadence", 0, "schedule, 2 points 2028-Q1…2036-Q4, last 400"],
      ["ground: {sites: [{id: abilene, buildRate: {schedule: {2037-Q1: 20 MW/yr}}}]}", "ground.sites.abilene.buildRate", 0, "schedule, 1 point 2037-Q1, last 20"],
    ])("%s counts, and is none before its first date", (yaml, path, value, form) => {
      const scenario = loaded(`${TWO}${yaml}\n`);
      expect(assumption(scenario, path)).toMatchObject({ value, form });
      expect(scenario.notes.filter((note) => / (begins|ends) at /.test(note))).toEqual([]);
    });
    test("a straight schedule shows its value at the horizon's start", () =>
      // 2026-01-01 to 2028-01-01 are 730 days, to 2027-01-01 365.
      expect(assumption(loaded(`${TWO}ground: {sites: [{id: abilene, powerPrice: {schedule: {2026-Q1: 40 $/MWh, 2028-Q1: 60 $/MWh}, interpolation: linear}}]}\n`), "ground.sites.abilene.powerPrice")).toMatchObject({ value: 50 }));
    test("the last date before the horizon is refused, the horizon's start is not", () => {
      const price = (date: string): string => refused({ "s.yaml": `${TWO}ground: {sites: [{id: abilene, powerPrice: {schedule: {${date}: 45 $/MWh}}}]}\n` });
      expect(price("2026-12-31")).toContain("found a schedule that ends at 2026-12-31, expected a date in the horizon (2027-Q1 to 2036-Q4) or after it");
      expect(price("2027-01-01")).toBe("");
    });
  });

  test("a learning curve by mass or by units", () => {
    const price = (at: string): ReturnType<typeof loaded>["launch"]["vehicles"][number]["pricePerKg_usd_per_kg"] => loaded(`${TWO}launch: {vehicles: [{id: falcon, pricePerKg: {learning: 20 %, from: 1800 $/kg, at: ${at}, floor: 200 $/kg}}]}\n`).launch.vehicles[0]!.pricePerKg_usd_per_kg;
    const mass = price("400 t");
    expect(mass).toEqual({ kind: "learning", first: 1800, rate_frac: 0.2, reference: 400_000, by: "mass", floor: 200 });
    expect(price("50 launches")).toMatchObject({ reference: 50, by: "units" });
    // Wright 1936: two doublings at 20 % leave 0.64.
    if (mass?.kind === "learning") expect(learnedValue(mass, 1_600_000)).toBeCloseTo(1152, 9);
  });

  test("null stands for none", () => {
    expect(loaded(`${TWO}orbit: {firstLaunch: null, target: null}\n`).orbit).toMatchObject({ firstLaunch_quarter: null, target: null });
    expect(loaded(`${TWO}orbit: null\n`).orbit).toBeNull();
    expect(loaded(`${TWO}finance:\nmoney:\n`).money.priceYear).toBe(2026);
  });
});

/** Numbers and amounts of a resolved scenario; neither the version, nor quarters and dates, nor what a profile holds. */
const numbersIn = (value: unknown, key = ""): number => {
  if (typeof value === "number") return key === "dawndusk" || key.endsWith("_quarter") || key.endsWith("_utc_s") ? 0 : 1;
  if (typeof value !== "object" || value === null || "step_s" in value && "value" in value) return 0;
  if ("kind" in value && "value" in value) return 1;
  return Object.entries(value).reduce((sum, [name, inner]) => sum + numbersIn(inner, name), 0);
};

describe("defaults and catalogue", () => {
  const scenario = loaded(TWO);

  test("a figure of the catalogue is taken in the field's unit, with its origin", () => {
    const figure = find("servers", "gb200-nvl72")!.figures["mass"]!;
    expect(scenario.orbit!.platform.serverMass_kg).toBe(figure.value);
    expect(assumption(scenario, "orbit.platform.serverMass")).toEqual({ path: "orbit.platform.serverMass", value: figure.value, unit: "kg", low: figure.low, high: figure.high, source: figure.source, asOf: figure.asOf, evidence: figure.evidence, origin: "catalog", form: "constant" });
  });

  test("every resolved number has an assumption with its origin and a source", () => {
    for (const a of scenario.assumptions) {
      expect(Number.isFinite(a.value), a.path).toBe(true);
      if (a.origin === "default" || a.origin === "catalog") expect(a.source, a.path).not.toBe("");
    }
    expect(new Set(scenario.assumptions.map((a) => a.path)).size).toBe(scenario.assumptions.length);
    expect(numbersIn({ ...scenario, entries: {}, assumptions: [], random: [], notes: [] })).toBe(scenario.assumptions.filter((a) => !a.path.includes("/")).length);
  });

  test("every figure of a named entry is an assumption, its own or its field's", () => {
    // Figures that fields of this scenario stand for, read off the field table by hand.
    const fields: Readonly<Record<string, readonly string[]>> = {
      servers: ["chipsPerHost", "mass", "price"], arrays: ["arealMass", "efficiency", "packing", "degradation", "price"], batteries: ["specificEnergy"], radiators: ["arealMass"], buses: ["price"],
      sites: ["facilityCost", "powerPrice", "pue", "water", "carbon"], vehicles: ["payload", "price", "cadence", "reliability", "fairingVolume", "padLatitude"],
      doseLimits: ["limit"], beamTests: ["memoryUncorrectable", "functionalInterrupt", "silentCorruption", "hostProcessor", "hostMemory"],
    };
    const own = Object.entries(scenario.entries).flatMap(([key, entry]) => Object.keys(entry.figures).filter((name) => !(fields[entry.kind] ?? []).includes(name)).map((name) => `${key}.${name}`));
    expect(scenario.assumptions.filter((a) => a.path.includes("/")).map((a) => a.path)).toEqual(own);
    const figure = find("servers", "gb200-nvl72")!.figures["chipRise"]!;
    expect(assumption(scenario, "servers/gb200-nvl72.chipRise")).toEqual({ path: "servers/gb200-nvl72.chipRise", value: figure.value, unit: "K", low: figure.low, high: figure.high, source: figure.source, asOf: figure.asOf, evidence: figure.evidence, origin: "catalog", form: "constant" });
  });

  test("a figure that a field overrides is no assumption", () => {
    const over = loaded(`${TWO}orbit: {platform: {serverMass: 1 t}}\n`).assumptions.filter((a) => /erverMass$|gb200-nvl72\.mass$/.test(a.path));
    expect(over.map((a) => [a.path, a.value])).toEqual([["orbit.platform.serverMass", 1000]]);
  });

  test("entries hold what the scenario names, and what those refer to", () => {
    expect(entryOf(scenario, { kind: "servers", id: "gb200-nvl72" }).refs?.["chip"]).toBe("gb200");
    expect(entryOf(scenario, { kind: "chips", id: "gb200" }).kind).toBe("chips");
    expect(() => entryOf(scenario, { kind: "chips", id: "none" })).toThrow('the scenario holds no chips entry "none"');
  });

  test("a catalogue that is handed in is used", () => {
    const other = { ids: () => ["own"], find: (kind: string, id: string) => (id === "own" && kind === "sites" ? { id, kind: "sites" as const, name: "Own", figures: {} } : undefined) };
    const text = "dawndusk: 1\nhorizon: {start: 2027-Q1}\nground:\n  sites:\n    - {id: x, site: own, phases: [{id: p, online: 2027-Q1, power: 1 MW}]}\n";
    const result = loadScenario({ path: "s.yaml", catalogue: other, files: { read: () => text } });
    expect(result.ok ? [] : result.problems.map((p) => `${p.path}: ${p.found}`)).toContain("ground.sites.x.pue: nothing, and sites/own gives no pue");
  });

  test("a vehicle flies from the catalogue's first flight where nothing else is said", () => {
    const vehicles = loaded(`${TWO}launch: {vehicles: [{id: v4, vehicle: starship-v4-planned}, {id: falcon, available: 2027-Q3}]}\n`);
    expect(vehicles.launch.vehicles.map((v) => [v.id, v.available_quarter])).toEqual([["falcon", parseQuarter("2027-Q3")], ["starship", parseQuarter("2028-Q1")], ["v4", parseQuarter("2028-Q1")]]);
    expect(vehicles.notes.join("\n")).toContain("launch.vehicles.v4.available is the catalogue's first flight, 2028-Q1");
  });
});

test("lengths that are no whole quarters are told, with what is used", () => {
  const of = (yaml: string): readonly string[] => loaded(TWO + yaml).notes.filter((note) => note.includes("quarters"));
  expect(of("horizon: {years: 10.1 yr}\norbit: {life: 4.9 yr}\nground: {sites: [{id: abilene, facilityLife: 14.1 yr, serverLife: 5.2 yr}]}\n")).toEqual([
    "horizon.years is 10.1 yr, no whole number of quarters: the plan covers 40 quarters (10 yr).",
    "orbit.life is 4.9 yr, no whole number of quarters: the platform is sized for it, and planned and paid for over 20 quarters (5 yr).",
    "ground.sites.abilene.facilityLife is 14.1 yr, no whole number of quarters: planned and paid for over 56 quarters (14 yr).",
    "ground.sites.abilene.serverLife is 5.2 yr, no whole number of quarters: planned and paid for over 21 quarters (5.25 yr).",
  ]);
  expect(of("horizon: {years: 10.25 yr}\norbit: {life: 1826.25 d}\n")).toEqual([]);
});

describe("extends", () => {
  test("sections merge by key, items by id, values are replaced whole", () => {
    const scenario = loaded({
      "s.yaml": "extends: base.yaml\norbit: {altitude: 600 km}\nground:\n  sites:\n    - {id: abilene, pue: 1.3}\n    - {id: iowa, site: iowa-council-bluffs, phases: [{id: p, online: 2027-Q1, power: 9 MW}]}\n",
      "base.yaml": `${TWO}name: Base\norbit: {altitude: {value: 700 km, source: base}}\n`,
    });
    expect(scenario.name).toBe("Base");
    expect(scenario.orbit!.ltan_h).toBe(18);
    expect(assumption(scenario, "orbit.altitude")).toMatchObject({ value: 600, source: "" });
    expect(scenario.ground.sites.map((s) => [s.id, s.phases.length])).toEqual([["abilene", 2], ["iowa", 1]]);
    expect(scenario.ground.sites[0]!.pue).toBe(1.3);
  });

  test("an empty list empties", () => expect(loaded(`${TWO}network: {stations: []}\n`).network.stations).toEqual([]));

  test("names are taken from the file that holds them, inside the scenario's folder", () => {
    const texts = { "a/s.yaml": "extends: parts/base.yaml\n", "a/parts/base.yaml": "extends: ../two.yaml\n", "a/two.yaml": TWO, "two.yaml": TWO };
    expect(loaded(texts, [], "a/s.yaml").orbit!.altitude_km).toBe(650);
    expect(refused({ ...texts, "a/parts/base.yaml": "extends: ../../two.yaml\n" }, "a/s.yaml")).toBe("a/parts/base.yaml:1:10: extends: found ../../two.yaml, expected a file of the scenario's folder, or template:two-tier, template:ground-only, template:orbit-only\n    it leaves the scenario's folder; copy the file into that folder");
  });
});

describe("--set", () => {
  const scenario = loaded(TWO, ["orbit.altitude=550 km", "ground.sites.abilene.pue=1.3", "finance.discount={value: 9 %/yr, source: board}", "orbit.altitude=560 km"]);
  test("replaces fields, the last one last", () => {
    expect(scenario.orbit!.altitude_km).toBe(560);
    expect(scenario.ground.sites[0]!.pue).toBe(1.3);
    expect(assumption(scenario, "orbit.altitude")).toMatchObject({ origin: "set", value: 560 });
    expect(assumption(scenario, "finance.discount")).toMatchObject({ origin: "set", value: 0.09, source: "board" });
  });
  test("reaches sections that the file leaves out", () => expect(loaded("extends: template:ground-only\n", ["network.elevationMin=15 deg"]).network.elevationMin_deg).toBe(15));
  test("removes an orbit", () => expect(loaded(TWO, ["orbit=null"]).orbit).toBeNull());
});

describe("files", () => {
  const price = "ground: {sites: [{id: abilene, powerPrice: {file: p.csv, column: price, unit: $/kWh, time: utc, timezone: UTC, interpolation: linear, source: ERCOT}}]}\n";
  test("a schedule from a column, in the field's unit", () => {
    const scenario = loaded({ "s.yaml": TWO + price, "p.csv": "\ufeffutc,price\r\n2027-01-01 00:00,0.045\r\n2028-Q1,\"0.050\"\r\n" });
    expect(scenario.ground.sites[0]!.powerPrice_usd_per_MWh).toEqual({ kind: "schedule", interpolation: "linear", t_s: [1_798_761_600, 1_830_297_600], value: [45, 50] });
    expect(assumption(scenario, "ground.sites.abilene.powerPrice")).toMatchObject({ value: 45, form: "schedule, 2 points 2027-Q1…2028-Q1, last 50", source: "ERCOT" });
  });

  test("a profile from a column has a mean of 1 and starts where the file does", () => {
    const scenario = loaded({ "s.yaml": `${TWO}demand: {classes: [{id: chat, shape: {file: r.csv, column: rate, time: t_s}}]}\n`, "r.csv": "t_s,rate\n600,1\n1200,2\n1800,6\n" });
    const { shape } = scenario.demand.classes[0]!;
    expect(shape).toEqual({ start_utc_s: 600, step_s: 600, value: [1 / 3, 2 / 3, 2], source: "r.csv, column rate" });
    // It repeats every 1800 s in both directions.
    expect([599, 600, 1800, 2399, 2400, -1200].map((t) => profileAt(shape, t))).toEqual([2, 1 / 3, 2, 2, 1 / 3, 1 / 3]);
  });

  test("an hourly profile starts at midnight UTC, a weekly one on Monday", () => {
    const hourly = loaded(`${TWO}demand: {classes: [{id: chat, shape: {hourly: [${Array.from({ length: 24 }, (_, i) => i).join(", ")}]}}]}\n`).demand.classes[0]!.shape;
    expect(profileAt(hourly, Date.UTC(2027, 5, 1, 23, 30) / 1000)).toBeCloseTo(2, 12);
    const weekly = loaded(`${TWO}demand: {classes: [{id: chat, shape: {weekly: [${Array.from({ length: 168 }, (_, i) => (i < 24 ? 7 : 0)).join(", ")}]}}]}\n`).demand.classes[0]!.shape;
    // 2026-11-23 was a Monday.
    expect([22, 23, 24].map((day) => profileAt(weekly, Date.UTC(2026, 10, day, 12) / 1000))).toEqual([0, 7, 0]);
  });

  test("null is no profile, over an inherited one too", () => {
    const shaped = `${TWO}demand: {classes: [{id: chat, shape: {hourly: [${"1, 2, ".repeat(12)}]}}]}\n`;
    const flat = loaded({ "s.yaml": "extends: base.yaml\ndemand: {classes: [{id: chat, shape: null}]}\nground: {sites: [{id: abilene, priceShape: null}]}\n", "base.yaml": shaped });
    expect([flat.demand.classes[0]!.shape.value, flat.ground.sites[0]!.priceShape.value]).toEqual([[1], [1]]);
  });

  test("samples of an empirical distribution", () => {
    const scenario = loaded({ "s.yaml": `${TWO}orbit: {life: {distribution: empirical, file: l.csv, column: life, unit: d}}\n`, "l.csv": "life\n1461\n1826.25\n2191.5\n" });
    expect(scenario.orbit!.life_yr).toBe(5);
    expect(scenario.random[0]!.distribution).toEqual({ distribution: "empirical", samples: [4, 5, 6] });
  });

  test("a time with an offset needs no zone", () => {
    const scenario = loaded({ "s.yaml": TWO + price.replace("timezone: UTC, ", ""), "p.csv": "utc,price\n2027-01-01T02:00+02:00,0.045\n2027-01-01T01:00Z,0.050\n" });
    expect(scenario.ground.sites[0]!.powerPrice_usd_per_MWh).toMatchObject({ t_s: [1_798_761_600, 1_798_765_200] });
  });
});

test("a folder in a scenario's place is told as one", () => {
  const result = loadScenario({ path: "examples/two-tier/", files: { read: () => undefined, isFolder: (path) => path === "examples/two-tier/" } });
  expect(result.ok ? "" : result.problems.map(formatProblem).join("\n")).toBe("examples/two-tier/:1:1: found a folder, expected the file of a scenario\n    name a file in it, for example examples/two-tier/scenario.yaml");
  expect(refused({})).toContain("found no file that can be read");
});

test("load throws an error that holds every problem", () => {
  try {
    loaded("dawndusk: 1\nname: 5\n");
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError);
    expect((error as ScenarioError).problems.map((p) => p.path)).toEqual(["horizon.start", "", "name"]);
    expect((error as ScenarioError).message).toContain("s.yaml:2:7: name: found 5, expected a text");
  }
});
