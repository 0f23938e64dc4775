import { describe, expect, test } from "vitest";
import { claimsSizing, size, type ClaimsSizing } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

const claimed = (...set: readonly string[]): ClaimsSizing => claimsSizing(loadExample("ai1-as-filed", ...set))!;
const open = (got: ClaimsSizing): readonly string[] => got.relations.filter(({ closes }) => !closes).map(({ id }) => id);

describe("ai1-as-filed", () => {
  test("150 kW at 70 kW/t is 2,143 kg, not the 3,000 kg filed: the one number that breaks it is 70 kW/t", () => {
    const got = claimed();
    expect(open(got)).toEqual(["power-mass"]);
    expect(got.mends.map((set) => set.map(({ path }) => path))).toEqual([["orbit.claims.specificPower"]]);
    const source = "notes of this project: 150 kW / 70 kW/t = 2,143 kg; 150 kW / 3,000 kg = 50 kW/t";
    measure("example-ai1-as-filed", { case: "power over mass that would close", got: got.mends[0]![0]!.value, expected: 50, abs: 1e-6, unit: "W/kg", source });
    const mass = got.relations.find(({ id }) => id === "power-mass")!.needs.find(({ path }) => path === "orbit.claims.mass")!;
    measure("example-ai1-as-filed", { case: "mass at 70 kW/t", got: mass.value, expected: 2143, abs: 0.5, unit: "kg", source });
    // A lighter satellite would not have the area over mass filed.
    expect(mass.breaks).toEqual(["area-mass"]);
  });

  test("put right it closes, under any name", () => {
    expect(claimed("orbit.claims.specificPower=50 kW/t").closes).toBe(true);
    expect(claimed("name=Something else", "note=of somebody else")).toEqual(claimed());
  });

  test("by the mean power it does not close either", () => {
    const got = claimed("orbit.claims.specificPowerOf=mean");
    expect(open(got)).toEqual(["power-mass"]);
    expect(got.mends[0]![0]!.value).toBeCloseTo(40, 6);
  });

  test("were the filed area over mass of the whole face, it would be a second fault of its own", () => {
    const got = claimed("orbit.claims.areaToMassOf=face");
    expect(open(got)).toEqual(["power-mass", "area-mass"]);
    // 0.1333 m2/kg of 3,000 kg is 400 m2, half of the 800 filed.
    expect(got.relations.find(({ id }) => id === "area-mass")!.gap_frac).toBeCloseTo(-0.5, 3);
    expect(got.mends.every((set) => set.length === 2)).toBe(true);
  });

  test("our own satellite is sized beside it, and feasible or not by itself", () => {
    const got = size(loadExample("ai1-as-filed"));
    heldAgainst("ai1-as-filed", { sizing: got });
    expect(got.status).toBe("feasible");
    expect(got.claims!.closes).toBe(false);
    expect(got.notes.at(-1)).toContain("orbit.claims.specificPower would have to be 50 W/kg");
  });
});
