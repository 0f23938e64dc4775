import { describe, expect, test } from "vitest";
import { claimsSizing, size, type ClaimsSizing } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { heldAgainst } from "../support/held-against.ts";
import { loadExample } from "../support/run-example.ts";

const claimed = (...set: readonly string[]): ClaimsSizing => claimsSizing(loadExample("forty-megawatts-in-one-launch", ...set))!;
const open = (got: ClaimsSizing): readonly string[] => got.relations.filter(({ closes }) => !closes).map(({ id }) => id);
const paths = (got: ClaimsSizing): readonly string[] => got.mends.map((set) => set.map(({ path }) => path.replace("orbit.claims.", "")).join(" + "));

describe("forty-megawatts-in-one-launch", () => {
  test("its parts weigh 533 t of the 100 t: the racks break it, or the rocket", () => {
    const got = claimed();
    expect(open(got)).toEqual(["parts-payload"]);
    const row = got.relations.find(({ id }) => id === "parts-payload")!;
    // 40 MW at 1,000 W/kg, 1 kg/kW of shielding, 333.3 racks of 1.36 t: 40 + 40 + 453.3 t.
    measure("example-forty-megawatts", { case: "parts of 40 MW", got: row.left / 1000, expected: 40 + 40 + (40_000 / 120) * 1.36, abs: 1e-6, unit: "t", source: "Starcloud white paper v1.03 and the GB200 NVL72's 1.36 t, by hand" });
    expect(paths(got)).toEqual(["serverMass", "payload"]);
    // What array and shielding leave: 20 t for 333.3 racks.
    measure("example-forty-megawatts", { case: "a rack that would close", got: got.mends[0]![0]!.value, expected: 20_000 / (40_000 / 120), abs: 1e-6, unit: "kg", source: "by hand: (100 - 40 - 40) t / 333.3 racks" });
  });

  test("with the racks as they are a launch carries 7.5 MW", () => {
    const need = claimed().relations.find(({ id }) => id === "parts-payload")!.needs.find(({ path }) => path === "orbit.claims.launchPower")!;
    // 100 t / (1 + 1 + 11.33 kg/kW)
    measure("example-forty-megawatts", { case: "power that one launch carries", got: need.value / 1e6, expected: 100 / (2 + 1360 / 120), abs: 1e-6, unit: "MW", source: "by hand" });
    expect(need.breaks).toEqual(["launch-servers"]);
  });

  test("put right it closes, under any name", () => {
    expect(claimed("orbit.claims.serverMass=60 kg").closes).toBe(true);
    expect(claimed("orbit.claims.launchPower=7.5 MW", "orbit.claims.servers=62").closes).toBe(true);
    expect(claimed("name=Something else")).toEqual(claimed());
  });

  test("its other slips, each found beside the first: 30 $/kg, and 5 GW in fewer than 100 launches", () => {
    const price = claimed("orbit.claims.payloadPrice=30 $/kg");
    expect(open(price)).toEqual(["parts-payload", "launch-price"]);
    expect(paths(price)).toContain("payloadPrice + serverMass");
    const fleet = claimed("orbit.claims.fleetPower=5 GW", "orbit.claims.launches=100");
    expect(open(fleet)).toEqual(["parts-payload", "fleet-lift"]);
    expect(fleet.relations.find(({ id }) => id === "fleet-lift")!.needs.find(({ path }) => path.endsWith("launches"))!.value).toBe(125);
  });

  test("our own satellite is sized beside it", () => {
    const got = size(loadExample("forty-megawatts-in-one-launch"));
    heldAgainst("forty-megawatts-in-one-launch", { sizing: got });
    expect(got.status).toBe("feasible");
    expect(got.claims!.closes).toBe(false);
  });
});
