import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { descriptionSchema, readDescription, toSecond, valueOf, type FirstDescription } from "../../src/description/index.ts";

const FOLDER = "examples/descriptions";
const FILES = readdirSync(FOLDER).filter((name) => /\.(ya?ml|json)$/.test(name)).map((name) => `${FOLDER}/${name}`);
const textOf = (file: string): string => readFileSync(file, "utf8");
const byAjv = new Ajv({ strict: false }).compile(JSON.parse(textOf("schema/description-v2.json")) as object);

const MINIMAL = `
orbitalDataCentre: 2
name: one
sources: { book: { title: A book } }
tiers:
  - id: sky
    kind: orbit
    orbit: { centre: earth, altitude_km: 650, satellites: 4 }
    platform: { it_kW: { value: 120, low: 100, high: 140, source: book }, array_kW: 200 }
  - { id: hall, kind: ground, site: { place: Abilene, it_kW: 1000, pue_ratio: 1.2 } }
workloads: [{ id: chat, kind: interactive, tiers: [sky, hall] }]
`;

const problemsOf = (text: string): readonly string[] => {
  const read = readDescription(text, "a.yaml");
  return read.ok ? [] : read.problems.map(({ line, path, found, expected, hint }) => `${line} ${path}: ${found} | ${expected} | ${hint}`);
};

test("the schema on disk is the shape's", () => {
  expect(JSON.parse(textOf("schema/description-v2.json"))).toEqual(JSON.parse(JSON.stringify(descriptionSchema())));
});

describe("three descriptions of three makers", () => {
  test.each(FILES)("%s: read, and valid to another program's reading of the schema", (file) => {
    const read = readDescription(textOf(file), file);
    expect(read.ok ? [] : read.problems).toEqual([]);
    expect(byAjv(parse(textOf(file))), JSON.stringify(byAjv.errors)).toBe(true);
    for (const source of read.ok ? Object.values(read.description.sources ?? {}) : []) expect(source.title).not.toBe("");
  });

  test("there are at least three", () => {
    expect(FILES.length).toBeGreaterThanOrEqual(3);
  });
});

describe("what is wrong is said with its place", () => {
  test("a sound one has no problems, and is sound to ajv", () => {
    expect(problemsOf(MINIMAL)).toEqual([]);
    expect(byAjv(parse(MINIMAL))).toBe(true);
  });

  test.each([
    ["array_kW: 200", "array_MW: 200", '9 tiers.sky.platform.array_MW: unknown key array_MW | a key of this format | did you mean "array_kW"?'],
    ["altitude_km: 650", "altitude_km: 650 km", "8 tiers.sky.orbit.altitude_km: 650 km | a number | write the number alone, in km"],
    ["satellites: 4", "satellites: 4.5", "8 tiers.sky.orbit.satellites: 4.5 | a whole number | "],
    ["satellites: 4", "satellites: 4, sunlit_frac: 97", "8 tiers.sky.orbit.sunlit_frac: 97 | at most 1 | a share is 0 to 1, not percent"],
    ["value: 120", "value: -120", "9 tiers.sky.platform.it_kW.value: -120 | more than 0 | "],
    ["kind: ground", "kind: sea", "10 tiers.hall.kind: sea | orbit or ground | `kind` says which tier it is"],
    ["place: Abilene, ", "", "10 tiers.hall.site.place: nothing | a string | "],
    ["kind: interactive", "kind: talk", "11 workloads.chat.kind: talk | interactive or batch or training or in-orbit-data | "],
  ])("%s written as %s", (right, wrong, said) => {
    const text = MINIMAL.replace(right, wrong);
    expect(problemsOf(text)).toEqual([said]);
    expect(byAjv(parse(text))).toBe(false);
  });

  test.each([
    ["source: book", "source: bok", '9 tiers.sky.platform.it_kW.source: bok | a key of sources: book | did you mean "book"?'],
    ["low: 100", "low: 130", "9 tiers.sky.platform.it_kW.low: 130 | at most the value, 120 | "],
    ["tiers: [sky, hall]", "tiers: [sky, halls]", '11 workloads.chat.tiers[1]: halls | a tier: sky, hall | did you mean "hall"?'],
    ["id: hall", "id: sky", "10 tiers.sky.id: sky again | an id of its own | "],
  ])("what only the whole tells: %s written as %s", (right, wrong, said) => {
    expect(problemsOf(MINIMAL.replace(right, wrong))[0]).toBe(said);
  });

  test("all at once: shape, names and bounds, one line each", () => {
    const text = MINIMAL.replace("source: book", "source: bok").replace("low: 100", "low: 130").replace("array_kW: 200", "array_MW: 200").replace("tiers: [sky, hall]", "tiers: [sky, halls]").replace("pue_ratio: 1.2", "pue_ratio: 0.9")
      .replace("workloads: [", "workloads: [{ id: chat, kind: batch }, ");
    expect(problemsOf(text)).toEqual([
      "9 tiers.sky.platform.it_kW.low: 130 | at most the value, 120 | ",
      '9 tiers.sky.platform.it_kW.source: bok | a key of sources: book | did you mean "book"?',
      '9 tiers.sky.platform.array_MW: unknown key array_MW | a key of this format | did you mean "array_kW"?',
      "10 tiers.hall.site.pue_ratio: 0.9 | at least 1 | ",
      "11 workloads.chat.id: chat again | an id of its own | ",
      '11 workloads.chat.tiers[1]: halls | a tier: sky, hall | did you mean "hall"?',
    ]);
  });

  test("a key that is written twice hides nothing else", () => {
    const said = problemsOf(MINIMAL.replace("name: one", "name: one\nname: two").replace("low: 100", "low: 130"));
    expect(said).toHaveLength(2);
    expect(said[1]).toContain("at most the value, 120");
  });

  test("no follow-up: of bounds about a refused value, of tiers where an id cannot be read, of sources that are no map", () => {
    expect(problemsOf(MINIMAL.replace("value: 120", "value: many"))).toHaveLength(1);
    expect(problemsOf(MINIMAL.replace("id: hall", "id: 3"))).toHaveLength(1);
    expect(problemsOf(MINIMAL.replace("sources: { book: { title: A book } }", "sources: [book]"))).toHaveLength(1);
    expect(problemsOf(MINIMAL.replace(/tiers:\n[^]*workloads/, "workloads"))).toHaveLength(1);
  });

  test("another format, another version, no text", () => {
    expect(problemsOf("dawndusk: 1\nname: x\n")[0]).toContain("this is a scenario: dawndusk check reads it");
    expect(problemsOf(MINIMAL.replace("orbitalDataCentre: 2", "orbitalDataCentre: 3"))[0]).toContain("orbitalDataCentre: 3".slice(-1));
    expect(problemsOf("")).toEqual(["1 : an empty file | a description | docs/guide/description.md shows how one is written"]);
    expect(problemsOf(" \n# nothing\n")).toHaveLength(1);
    expect(problemsOf("[1, 2")).not.toHaveLength(0);
  });

  test("numbers that do not go together are told, not refused", () => {
    const read = readDescription(MINIMAL.replace("array_kW: 200", "array_kW: 90"), "a.yaml");
    expect(read.ok && read.notes).toEqual(["sky: the array gives less than the computers draw"]);
  });

  test("whatever the text, it answers", () => {
    fc.assert(fc.property(fc.nat(MINIMAL.length), fc.nat(40), fc.string({ maxLength: 12 }), (at, cut, put) => {
      expect(() => readDescription(MINIMAL.slice(0, at) + put + MINIMAL.slice(at + cut), "a.yaml")).not.toThrow();
    }), { numRuns: 100 });
  });
});

describe("version 1 is brought forward", () => {
  const text = textOf("test/description/first.yaml");

  test("by hand: the same numbers, under their new names, with their source", () => {
    const read = readDescription(text, "first.yaml");
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.version).toBe(1);
    const [sky, abilene] = read.description.tiers;
    if (sky?.kind !== "orbit" || abilene?.kind !== "ground") throw new Error("kinds");
    expect(sky.platform).toEqual({ chip: "GB200 NVL72", it_kW: { value: 120, source: "sky" }, array_kW: { value: 200, source: "sky" }, mass_kg: { value: 7300, source: "sky" } });
    expect(read.description.sources).toEqual({ sky: { title: "NVIDIA, GTC 2024: 120 kW a rack" } });
    expect(valueOf(abilene.site.it_kW!)).toBe(200_000);
    expect(read.description.workloads).toEqual([{ id: "chat", kind: "interactive", it_kW: 1000, latency_ms: 400 }, { id: "nightly", kind: "batch", deferral_h: 24 }]);
  });

  test("what comes out is sound, and read again is itself", () => {
    const moved = JSON.stringify(toSecond(parse(text) as FirstDescription));
    expect(byAjv(JSON.parse(moved)), JSON.stringify(byAjv.errors)).toBe(true);
    const again = readDescription(moved, "second.json");
    expect(again.ok && again.description).toEqual(JSON.parse(moved));
  });

  test("its shape is frozen: keys of version 2 are unknown to it, and a hall has no altitude", () => {
    expect(problemsOf(text.replace("power_kW: 120,", "power_kW: 120, it_kW: 3,"))[0]).toContain("unknown key it_kW");
    expect(problemsOf(text.replace("pue: 1.3", "altitude_km: 3"))[0]).toContain("unknown key altitude_km");
  });
});
