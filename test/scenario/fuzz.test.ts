import { test } from "vitest";
import { anyCsv, anyJson, anySet, lineByLine, mutated, seedLoads } from "./fuzz.ts";

// Ten times as many in test/full/fuzz.test.ts.
test("the seed of the mutations loads", seedLoads);
test("mutated scenarios are answered, never thrown at", () => mutated(240));
test("lines swapped, doubled, indented or dropped are answered", () => lineByLine(160));
test("any JSON is answered", () => anyJson(200));
test("any CSV is answered", () => anyCsv(120));
test("any --set is answered", () => anySet(200));
