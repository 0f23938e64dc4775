import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parseDocument } from "yaml";
import { describe, expect, test } from "vitest";
import { KINDS, find } from "../../src/catalog/index.ts";
import { parseQuantity } from "../../src/units/index.ts";
import { explain, explainAll, formatExplanation, init, jsonSchema, loadScenario, reference, SCHEMA_LINE, scenarioSchema, table, templates, type FieldRow, type Section } from "../../src/scenario/index.ts";

const repository = new URL("../../", import.meta.url);
const readProject = (path: string): string => readFileSync(new URL(path, repository), "utf8");

interface Row { readonly path: string; readonly row: FieldRow }
const rows = (section: Section = table, above = ""): readonly Row[] =>
  Object.entries(section).flatMap(([name, row]) => [{ path: above + name, row }, ...(row.kind === "group" ? rows(row.of, `${above}${name}.`) : row.kind === "list" ? rows(row.of, `${above}${name}[].`) : [])]);

describe("the field table", () => {
  test.each(rows().map(({ path, row }) => [path, row] as const))("%s is well formed", (path, row) => {
    expect(row.doc, "ends in a full stop").toMatch(/\S.*\.$/);
    if (row.kind === "number") {
      const { example } = explainAll().find((e) => e.path === path)!;
      const read = parseQuantity(example, row.unit === "frac" ? "1" : row.unit);
      expect(read.ok && read.value >= row.min && read.value <= row.max, example).toBe(true);
      if (row.fallback && "value" in row.fallback) {
        const { value, low, high } = row.fallback;
        expect(value >= row.min && value <= row.max && (low === null || low <= value) && (high === null || high >= value)).toBe(true);
      }
    }
    if (row.kind === "ref" && row.fallback) expect(find(row.of, row.fallback)).toBeDefined();
  });
});

describe("explain", () => {
  const said = (path: string): string => {
    const result = explain(path);
    return result.ok ? formatExplanation(result.explanation) : result.hint;
  };
  test("a field", () =>
    expect(said("orbit.altitude")).toBe("orbit.altitude\n  Height above the equatorial radius of the Earth, of a sun-synchronous or circular orbit; the others have none of their own.\n  unit     km\n  value    a length from 200 to 100000 km\n  written  as a constant or a distribution\n  example  650 km\n  default  none\n  feeds    size"));
  test("a field of an item, by [] or by any id", () => {
    expect(said("ground.sites[].pue")).toContain("ground.sites[].pue\n  Site power over IT power, yearly mean.");
    expect(said("ground.sites.abilene.pue")).toBe(said("ground.sites[].pue"));
    expect(said("ground.sites.abilene.phases.first.power")).toContain("ground.sites[].phases[].power\n");
  });
  test("a field of an item, without the item", () => {
    expect(said("ground.sites.pue")).toBe(said("ground.sites[].pue"));
    expect(said("ground.sites.phases.power")).toBe(said("ground.sites[].phases[].power"));
    // An item may be called as a field is.
    expect(said("ground.sites.site.pue")).toBe(said("ground.sites[].pue"));
  });
  test("a section and a list name their fields", () => {
    expect(said("finance")).toContain("fields   discount, orbitPremium");
    expect(said("launch.vehicles")).toContain("a list of at most 32 items");
    expect(said("ground.sites.abilene")).toContain("ground.sites\n");
  });
  test.each([["orbit.altitde", 'did you mean "orbit.altitude"?'], ["altitude", 'did you mean "orbit.altitude"?'], ["pue", 'did you mean "ground.sites[].pue"?'], ["constructor", /sections are dawndusk/], ["", /sections are/], ["orbit.altitude.value", 'did you mean "orbit.altitude"?'], ["__proto__", /sections are/]])("%s is unknown", (path, hint) => {
    const result = explain(path);
    expect(result.ok).toBe(false);
    const said = result.ok ? "" : result.hint;
    if (typeof hint === "string") expect(said).toBe(hint);
    else expect(said).toMatch(hint);
  });
  test("every field of the table, each found by its own path", () => {
    expect(explainAll().map((e) => e.path)).toEqual(rows().map((r) => r.path));
    for (const { path } of rows()) expect(explain(path).ok, path).toBe(true);
  });
});

describe("schema", () => {
  const schema = jsonSchema();
  const valid = new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(schema);
  const accepts = (text: string): boolean => valid(parseDocument(text).toJS()) as boolean;

  test("schema/scenario-v1.json is current: npx tsx scripts/write-schema.ts", () => expect(JSON.parse(readProject("schema/scenario-v1.json"))).toEqual(schema));
  test("docs/reference/scenario.md is current: npx tsx scripts/write-reference.ts", () => expect(readProject("docs/reference/scenario.md")).toBe(reference()));

  test.each(templates.map((t) => [t.name, t.text] as const))("takes the template %s", (_, text) => {
    expect(accepts(text), JSON.stringify(valid.errors)).toBe(true);
    expect(scenarioSchema.safeParse(parseDocument(text).toJS()).success).toBe(true);
  });

  test.each([
    "orbit: {altitude: {value: 650 km, source: x, low: null, asOf: 2026}}",
    "orbit: {factoryRate: {schedule: {2027-Q1: 10 1/yr, 2028-01-01: 20 1/yr}, interpolation: linear}}",
    "orbit: {factoryRate: {file: a.csv, column: x, unit: 1/yr, time: utc, timezone: UTC}}",
    "launch: {vehicles: [{id: falcon, pricePerKg: {learning: 20 %, from: 1800 $/kg, at: 400 t}}]}",
    "orbit: {life: {distribution: beta, alpha: 2, beta: 3, low: 1 yr, high: 9 yr, source: x}}",
    "orbit: {platform: {servers: {distribution: discrete, values: [1, 2]}}}",
    "demand: {classes: [{id: chat, shape: {file: a.csv, column: x, time: utc}}]}",
    "demand: {classes: [{id: chat, shape: null}]}",
    "orbit:\nfinance:",
    "orbit: {firstLaunch: null, platform: {powerMargin: 0.1, massMargin: 10 %}}",
  ])("takes %s", (text) => expect(accepts(`extends: template:two-tier\n${text}\n`), JSON.stringify(valid.errors)).toBe(true));

  test.each(["orbit: {altitde: 650 km}", "orbit: {altitude: 650}", "orbit: {altitude: {schedule: {2027-Q1: 650 km}}}", "orbit: {platform: {server: gb200}}", "orbit: {type: polar}", "horizon: {start: 2027-Q5}", "launch: {vehicles: [{vehicle: falcon-9}]}", "ground: {sites: {}}", "orbit: {platform: {conversion: 90}}"])("refuses %s", (text) => expect(accepts(`extends: template:two-tier\n${text}\n`)).toBe(false));

  test("asks for what must be written of a file that extends none", () => {
    expect(accepts("name: x")).toBe(false);
    expect(accepts("extends: base.yaml")).toBe(true);
    expect(accepts("dawndusk: 1\nhorizon: {start: 2027-Q1}\norbit: {altitude: 650 km}")).toBe(false);
    expect(accepts("dawndusk: 1\nhorizon: {start: 2027-Q1}\norbit: {altitude: 650 km, factoryRate: 9 1/yr}")).toBe(true);
  });

  test("every field has a description, and every number an example, for editors", () => {
    const text = JSON.stringify(schema);
    for (const { row } of rows()) expect(text).toContain(JSON.stringify(row.doc).slice(1, -2));
    const numbers = rows().filter(({ row }) => row.kind === "number").length;
    expect(text.split('"examples":').length).toBeGreaterThan(numbers);
    for (const kind of KINDS.filter((k) => k !== "chips" && k !== "propellants")) expect(rows().some(({ row }) => row.kind === "ref" && row.of === kind), kind).toBe(true);
  });
});

describe("init", () => {
  test.each(templates.map((t) => t.name))("%s starts with the line for editors and loads", (name) => {
    const starter = init(name);
    if (!starter.ok) return expect.unreachable();
    expect(starter.text.startsWith(SCHEMA_LINE)).toBe(true);
    expect(loadScenario({ path: "s.yaml", files: { read: () => starter.text } }).ok).toBe(true);
  });
  test("an unknown template is answered with the nearest", () => expect(init("twotier")).toEqual({ ok: false, hint: 'did you mean "two-tier"?' }));
});

describe("docs/guide/language.md", () => {
  const blocks = [...readProject("docs/guide/language.md").matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
  const files = { "prices.csv": "utc,price\n2027-01-01 00:00,45\n2027-01-01 01:00,46\n" } as Readonly<Record<string, string>>;
  const problems = (text: string): readonly unknown[] => {
    const loaded = loadScenario({ path: "s.yaml", files: { read: (path) => (path === "s.yaml" ? text : files[path]) } });
    return loaded.ok ? [] : loaded.problems;
  };
  test("the first scenario loads", () => expect(problems(blocks[0]!)).toEqual([]));
  test.each(blocks[1]!.split("\n").filter((line) => /^[a-z]/i.test(line)))("%s", (line) => {
    const name = line.slice(0, line.indexOf(":"));
    const wrap: Readonly<Record<string, string>> = { altitude: `orbit: {${line}}`, life: `orbit: {${line}}`, servers: `orbit: {platform: {${line}}}`, powerPrice: `ground: {sites: [{id: abilene, ${line}}]}`, pricePerKg: `launch: {vehicles: [{id: falcon, ${line}}]}` };
    expect(problems(`extends: template:two-tier\n${wrap[name]!}\n`)).toEqual([]);
  });
});
