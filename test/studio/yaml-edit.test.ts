import fc from "fast-check";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { differencesOf, fieldsOf, reverted } from "../../studio/src/scenario/fields.ts";
import { removeAt, setAt } from "../../studio/src/scenario/yaml-edit.ts";
import { stepsOf } from "../../studio/src/scenario/yaml-tree.ts";

const LISTS = new Set(["launch.vehicles", "ground.sites", "demand.classes", "ground.sites[].phases"]);
const at = (path: string) => stepsOf(path, LISTS);

const TEXT = `# head
name: A   # the name

launch:
  vehicles:
    - id: falcon-9   # the workhorse
      vehicle: falcon-9
      share: 20 %
    - { id: starship, vehicle: starship-v3-claimed }

orbit:
  # where it flies
  altitude: { value: 650 km, source: "somebody" } # kept
  platform: {}
finance:
`;

test("a value is written where it stands, and nothing else moves", () => {
  expect(setAt(TEXT, at("orbit.altitude"), "700 km")).toBe(TEXT.replace('{ value: 650 km, source: "somebody" }', "700 km"));
  expect(setAt(TEXT, at("launch.vehicles.falcon-9.share"), "30 %")).toBe(TEXT.replace("20 %", "30 %"));
  expect(setAt(TEXT, at("launch.vehicles.falcon-9.price"), "70 M$")).toBe(TEXT.replace("share: 20 %\n", "share: 20 %\n      price: 70 M$\n"));
  expect(setAt(TEXT, at("launch.vehicles.starship.price"), "70 M$")).toBe(TEXT.replace("claimed }", "claimed, price: 70 M$ }"));
  expect(setAt(TEXT, at("orbit.platform.arrayAreal"), "2 kg/m2")).toBe(TEXT.replace("{}", "{ arrayAreal: 2 kg/m2 }"));
  expect(setAt(TEXT, at("finance.discount"), "9 %/yr")).toBe(`${TEXT}  discount: 9 %/yr\n`);
  expect(setAt(TEXT, at("ground.sites.texas.pue"), "1.2")).toBe(`${TEXT}ground:\n  sites:\n    - id: texas\n      pue: 1.2\n`);
  expect(setAt("", at("orbit.altitude"), "650 km")).toBe("orbit:\n  altitude: 650 km\n");
  expect(setAt("a: [\n", at("orbit.altitude"), "650 km")).toBe(null);
});

test("what was written is taken out again with what held only it", () => {
  for (const path of ["launch.vehicles.falcon-9.price", "launch.vehicles.starship.price", "ground.sites.texas.pue", "orbit.raan"]) {
    expect(removeAt(setAt(TEXT, at(path), "1")!, path === "ground.sites.texas.pue" ? at("ground") : at(path))).toBe(TEXT);
  }
  expect(removeAt(TEXT, at("orbit.ltan"))).toBe(TEXT);
  expect(parse(removeAt(TEXT, at("launch.vehicles.falcon-9"))!)).toMatchObject({ launch: { vehicles: [{ id: "starship", vehicle: "starship-v3-claimed" }] } });
});

const EXAMPLES = readdirSync("examples").filter((id) => existsSync(`examples/${id}/scenario.yaml`)).map((id) => readFileSync(`examples/${id}/scenario.yaml`, "utf8"));
const comments = (text: string): readonly string[] => text.split("\n").flatMap((line) => /(?:^|\s)(#.*)$/.exec(line)?.[1] ?? []);

test("whatever fields of the examples are written over or taken out: all others and their comments stay, and each can be brought back", () => {
  fc.assert(fc.property(fc.constantFrom(...EXAMPLES), fc.array(fc.tuple(fc.nat(), fc.constantFrom("1 km", "12 %", "{ value: 3 $, source: \"a: b\" }", "text", null)), { minLength: 1, maxLength: 4 }), (example, edits) => {
    let text = example;
    const touched = new Set<string>();
    for (const [pick, value] of edits) {
      const fields = [...fieldsOf(text)!.values()].filter(({ steps }) => steps.at(-1)!.name !== "id");
      const { steps } = fields[pick % fields.length]!;
      touched.add(steps.map(({ name }) => name).join("."));
      text = (value === null ? removeAt(text, steps) : setAt(text, steps, value))!;
    }
    const differences = differencesOf(example, text)!;
    for (const { path } of differences) expect([...touched].some((one) => path === one || path.startsWith(`${one}.`) || one.startsWith(`${path}.`) || path.endsWith(".id"))).toBe(true);
    if (edits.every(([, value]) => value !== null && !value.startsWith("{"))) expect(comments(text)).toEqual(comments(example));
    let back = text;
    for (const difference of differences) back = reverted(back, difference)!;
    expect(differencesOf(example, back)).toEqual([]);
  }), { numRuns: 20 });
});
