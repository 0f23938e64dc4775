import { expect, test } from "vitest";
import { language } from "../../src/service/index.ts";
import { explainedAt, offersAt } from "../../studio/src/scenario/complete.ts";
import { contextAt } from "../../studio/src/scenario/context.ts";

/** The place is where the bar stands. */
const marked = (text: string): readonly [string, number] => [text.replace("|", ""), text.indexOf("|")];
const at = (text: string) => contextAt(...marked(text));

const HEAD = "dawndusk: 1\nground:\n  sites:\n    - id: a\n      site: stargate-abilene\n";

test("a place in blocks, items and braces is known by its fields", () => {
  expect(at("or|")).toMatchObject({ path: "", at: "key", key: "or" });
  expect(at("orbit:\n  alt|")).toMatchObject({ path: "orbit", at: "key", key: "alt" });
  expect(at("orbit:\n  altitude: 65|")).toMatchObject({ path: "orbit", at: "value", key: "altitude", word: "65" });
  expect(at(`${HEAD}      p|`)).toMatchObject({ path: "ground.sites[]", at: "key", key: "p" });
  expect(at(`${HEAD}    - |`)).toMatchObject({ path: "ground.sites[]", at: "key", key: "" });
  expect(at(`${HEAD}      phases:\n        - { id: x, on|`)).toMatchObject({ path: "ground.sites[].phases[]", at: "key", key: "on" });
  expect(at(`${HEAD}      powerPrice: { value: 5, low: |`)).toMatchObject({ path: "ground.sites[].powerPrice", at: "value", key: "low" });
  expect(at("launch: { vehicles: [{ id: f, vehicle: fal|")).toMatchObject({ path: "launch.vehicles[]", at: "value", key: "vehicle", word: "fal" });
  expect(at("launch: { vehicles: [{ id: f,\n    vehicle: fal|")).toMatchObject({ path: "launch.vehicles[]", at: "value", key: "vehicle", word: "fal" });
  expect(at("launch: { vehicles: [{ id: f }] }\norb|")).toMatchObject({ path: "", at: "key", key: "orb" });
  expect(at("launch:\n  vehicles:\n  - id: f\n    veh|")).toMatchObject({ path: "launch.vehicles[]", at: "key", key: "veh" });
  expect(at("orbit:\n  # a comm|ent")).toBe(null);
  expect(at('name: "a: { b"\norbit:\n  alt|')).toMatchObject({ path: "orbit", at: "key" });
});

const told = language();
const offered = (text: string): readonly string[] => offersAt(told, ...marked(text))?.offers.map(({ label }) => label) ?? [];

test("keys, choices, catalogue ids and units are offered where they fit", () => {
  expect(offered("|")).toEqual(expect.arrayContaining(["orbit", "ground", "extends"]));
  expect(offered("orbit:\n  |")).toEqual(expect.arrayContaining(["altitude", "platform", "ltan"]));
  expect(offered("orbit:\n  type: |")).toEqual(["sun-synchronous", "circular", "geostationary", "sun-earth-l1", "heliocentric"]);
  expect(offered("orbit:\n  platform:\n    array: |")).toEqual(expect.arrayContaining(["irosa", "starlink-v2-mini-silicon"]));
  expect(offered("orbit:\n  altitude: 650 |")).toEqual(expect.arrayContaining(["km", "m"]));
  expect(offered("finance:\n  discount: 9|")).toEqual(["%/yr", "/yr"]);
  expect(offered("orbit:\n  altitude: { value: 650 km, |")).toEqual(expect.arrayContaining(["source", "asOf", "evidence", "low"]));
  expect(offered("orbit:\n  altitude: { value: 650 km, evidence: |")).toEqual(expect.arrayContaining(["demonstrated", "claimed"]));
  expect(offered("extends: |")).toContain("template:two-tier");
  expect(offered("ground: { sites: [{ id: a, |")).toContain("powerPrice");
});

test("a word under the pointer is explained, in a number's map by the number", () => {
  expect(explainedAt(told, ...marked("orbit:\n  alti|tude: 650 km"))?.field.path).toBe("orbit.altitude");
  expect(explainedAt(told, ...marked("orbit:\n  altitude: 6|50 km"))?.field.path).toBe("orbit.altitude");
  expect(explainedAt(told, ...marked("orbit: { platform: { arrayAreal: { val|ue: 3 kg/m2 } } }"))?.field.path).toBe("orbit.platform.arrayAreal");
  expect(explainedAt(told, ...marked("nonsense: 1|"))).toBe(null);
});
