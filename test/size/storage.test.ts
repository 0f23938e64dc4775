import { describe, expect, it } from "vitest";
import { ScenarioError } from "../../src/scenario/index.ts";
import { size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const DRIVES = RACK.replace("bus: starlink-v2-mini-class }", "bus: starlink-v2-mini-class, storage: solidigm-d5-p5336-122 }\n  data: { stored: 5 PB, written: 100 TB/day, read: 1 PB/day, failures: backblaze-boot }");
const sized = (...set: readonly string[]) => size(scenarioOf(DRIVES, ...set));
const storageOf = (...set: readonly string[]) => sized(...set).platform!.storage!;

/** P(X > most) of a binomial by Pascal's triangle, term by term: another way than the stage's. */
const above = (trials: number, most: number, chance: number): number => {
  let row = [1];
  for (let n = 0; n < trials; n++) row = Array.from({ length: n + 2 }, (_, k) => (row[k] ?? 0) * (1 - chance) + (k === 0 ? 0 : row[k - 1]! * chance));
  return row.slice(most + 1).reduce((sum, p) => sum + p, 0);
};

describe("drives for the data of a platform", () => {
  it("are counted by room, written bytes and shards (Solidigm: 122.88 TB, 134.3 PB, 0.17 kg)", () => {
    const storage = storageOf();
    const data = Math.ceil(5e15 / (0.8 * 122.88e12));
    expect(storage.groups).toBe(Math.ceil(data / 8));
    expect(storage.drives).toBe(storage.groups * (11 + storage.sparesPerGroup));
    expect(storage.needed).toBe(storage.drives);
    expect(storage.limit).toBe("room");
    expect(storage.mass_kg).toBeCloseTo(0.17 * storage.drives, 9);
    expect(storage.wear_frac).toBeCloseTo((100e12 * 365.25 * 5) / (134.3e15 * storage.groups * 8), 9);
    expect(storage.retention_yr).toBeCloseTo(0.25, 9);
  });

  it("have the fewest spares with which the chance of loss is kept", () => {
    const died = -Math.expm1(-0.0105 * 5);
    const { sparesPerGroup, groups, lossBound_frac } = storageOf();
    const exhausted = (spares: number): number => 1 - (1 - above(11 + spares, 3 + spares, died)) ** groups;
    expect(exhausted(sparesPerGroup)).toBeLessThanOrEqual(0.01);
    expect(lossBound_frac).toBeLessThanOrEqual(0.01);
    expect(lossBound_frac).toBeGreaterThanOrEqual(exhausted(sparesPerGroup) * (1 - 1e-9));
    if (sparesPerGroup > 0) expect(exhausted(sparesPerGroup - 1)).toBeGreaterThan(0.01 * 0.9);
  });

  it("follow the failure rate that the scenario chooses", () => {
    const rates = ["maker-2-million-hours", "backblaze-boot", "spaceborne-computer-2", "spaceborne-computer-1"];
    const drives = rates.map((id) => storageOf(`orbit.data.failures=${id}`).drives);
    expect(drives).toEqual([...drives].sort((a, b) => a - b));
    expect(drives[3]!).toBeGreaterThan(4 * drives[0]!);
  });

  it("weigh and draw in the platform, and are paid for", () => {
    const { platform, ledger } = sized();
    const { mass_kg, drives, power_W } = platform!.storage!;
    expect(platform!.mass.parts_kg.storage).toBe(mass_kg);
    expect(platform!.bus_W - size(scenarioOf(RACK)).platform!.bus_W).toBeGreaterThan(power_W * 0.999);
    expect(ledger.find(({ id }) => id === "orbit/platform/storage/price")!.quantity).toBe(14_000 * drives);
  });

  it("are too few when fewer are written than needed, said with both numbers", () => {
    const { status, why, platform } = sized("orbit.platform.drives=20");
    expect(status).toBe("infeasible");
    expect(platform!.storage!.drives).toBe(20);
    expect(why.join(" ")).toContain(`20 drives are fewer than the ${platform!.storage!.needed}`);
    expect(sized("orbit.platform.drives=2000").status).toBe("feasible");
  });

  it("have a verdict on dose only against a limit that somebody writes", () => {
    expect(storageOf().dose).toBe("no published limit");
    expect(storageOf("orbit.data.doseLimit=1e6 cGy").dose).toBe("within");
    const hard = sized("orbit.data.doseLimit=1 cGy");
    expect(hard.platform!.storage!.dose).toBe("exceeded");
    expect(hard.why.filter((why) => why.includes("orbit.data.doseLimit"))).toHaveLength(1);
    expect(hard.why.join(" ")).toContain("above the 1.000 rad that a drive stands");
  });

  // Two parts behind one shield take one dose, whatever confidence is asked for.
  it("are held to the dose of the parts beside them, solar protons with the same confidence", () => {
    const bare = sized().platform!;
    const sure = sized("orbit.radiation.solarConfidence=95 %").platform!;
    expect(sure.storage!.dose_rad! / sure.radiation.dose!.life_rad).toBeCloseTo(1, 12);
    expect(sure.storage!.dose_rad).toBeGreaterThan(bare.storage!.dose_rad! * 1.2);
    const limit = (sure.storage!.dose_rad! + bare.storage!.dose_rad!) / 2;
    expect(sized(`orbit.data.doseLimit=${limit} cGy`).platform!.storage!.dose).toBe("within");
    expect(sized(`orbit.data.doseLimit=${limit} cGy`, "orbit.radiation.solarConfidence=95 %").platform!.storage!.dose).toBe("exceeded");
  });

  it("know no dose where the parts know none", () => {
    const away = sized("orbit.type=geostationary", "orbit.altitude=null", "orbit.data.doseLimit=1000 cGy");
    expect([away.platform!.storage!.dose_rad, away.platform!.storage!.dose]).toEqual([null, "dose not known"]);
    expect(away.unheld.map((why) => why.slice(0, 17))).toEqual(["dose of the parts", "dose of the drive"]);
  });

  it("are not planned for a drive of which too little is known, and the platform says what lacks", () => {
    const { status, why } = sized("orbit.platform.storage=rad-tolerant-recorder");
    expect(status).toBe("infeasible");
    expect(why.join(" ")).toContain("storage/rad-tolerant-recorder gives no writeRate, readRate");
  });

  it("are null without data; a drive without a number, and data without a drive, are refused", () => {
    expect(size(scenarioOf(RACK)).platform!.storage).toBeNull();
    expect(() => scenarioOf(RACK.replace("bus: starlink-v2-mini-class }", "bus: starlink-v2-mini-class, storage: solidigm-d5-p5336-122 }"))).toThrow(ScenarioError);
    expect(() => scenarioOf(DRIVES.replace(", storage: solidigm-d5-p5336-122", ""))).toThrow(ScenarioError);
  });
});
