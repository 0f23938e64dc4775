import { expect, test } from "vitest";
import { RACK, scenarioOf } from "../support/scenario.ts";

/** What is told of a field that is set to a text. */
const toldOf = (set: string): string => {
  try {
    scenarioOf(RACK, set);
  } catch (error) {
    return String((error as Error).message);
  }
  return "";
};

test("a hint never proposes what would be refused in turn", () => {
  for (const [set, hint] of [
    ["finance.discount=-9", "it cannot be negative, and it needs its unit: for example"],
    ["finance.discount=-9 %", "it cannot be negative, and it needs its unit: for example"],
    ["finance.discount=9000", "it lies outside the range, and it needs its unit: for example"],
    ["finance.discount=9", 'write the unit, for example "9 %/yr"'],
    ["finance.discount=9 %", 'it is a rate: write "9 %/yr"'],
  ] as const) {
    const told = toldOf(set);
    expect(told).toContain(hint);
    const proposed = /"([^"]+)"\s*$/m.exec(told)![1]!;
    expect(toldOf(`finance.discount=${proposed}`)).toBe("");
  }
});
