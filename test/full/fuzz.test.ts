/** More of test/scenario/fuzz.test.ts. */
import { test } from "vitest";
import { anyCsv, anyJson, anySet, lineByLine, mutated } from "../scenario/fuzz.ts";

test("mutated scenarios are answered, never thrown at", () => mutated(2400));
test("lines swapped, doubled, indented or dropped are answered", () => lineByLine(1600));
test("any JSON is answered", () => anyJson(2000));
test("any CSV is answered", () => anyCsv(1200));
test("any --set is answered", () => anySet(2000));
