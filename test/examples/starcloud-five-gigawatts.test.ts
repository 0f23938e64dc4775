import { describe, expect, test } from "vitest";
import { claimsSizing, size } from "../../src/size/index.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

const open = (...set: readonly string[]): readonly string[] => claimsSizing(loadExample("starcloud-five-gigawatts", ...set))!.relations.filter(({ closes }) => !closes).map(({ id }) => id);

describe("starcloud-five-gigawatts", () => {
  test("4.33 GW and 125 launches, and our own satellite closes beside it", () => {
    const sizing = size(loadExample("starcloud-five-gigawatts"));
    heldAgainst("starcloud-five-gigawatts", { sizing });
    expect(sizing.status).toBe("feasible");
  });

  test("the array and the launches break it; a side of 4.3 km and 125 launches close it", () => {
    expect(open()).toEqual(["array-sunlight", "fleet-lift"]);
    expect(open("orbit.claims.arrayArea=18.49 km2")).toEqual(["fleet-lift"]);
    expect(open("orbit.claims.arrayArea=18.49 km2", "orbit.claims.launches=125")).toEqual([]);
  });
});
