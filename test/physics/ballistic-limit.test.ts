import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALUMINIUM_6061_T6, criticalDiameter_mm } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

describe("what pierces a plate", () => {
  // NASA/TM-2009-214789 (Ryan & Christiansen 2009), the program's own sample of a single wall: 1.5 cm of Al 6061-T651, Brinell 73 and 5.069 km/s,
  // struck at 60 deg by Al 2017 of 2.8 g/cm3, detached spall. Curve read off its table by pyBLOSSUM (validation/singleWall.xlsx, sheet "reference", MIT licence).
  const PLATE = { thickness_mm: 15, density_g_per_cm3: 2.713, brinell: 73, soundSpeed_km_per_s: 5.069 };
  for (const [speed_km_per_s, expected_cm] of [[0.8, 1.9602689539], [4, 0.7093505702], [7.2, 0.4893686929], [14.4, 0.3158726139]] as const) {
    it(`is NASA's program's at ${speed_km_per_s} km/s`, () => {
      const got = criticalDiameter_mm(PLATE, { density_g_per_cm3: 2.8, speed_km_per_s, angle_deg: 60 }, "detachedSpall");
      measure("ballistic-limit", { case: `1.5 cm of aluminium at ${speed_km_per_s} km/s and 60 deg`, got: got / 10, expected: expected_cm, rel: 1e-5, unit: "cm", source: "NASA/TM-2009-214789, sample of a single wall" });
    });
  }

  it("is a fifth of a thin wall at a meteoroid's speed, not the wall itself", () => {
    // By hand from eq. 4-6: t/k = 0.05/1.8 cm, 95^0.25 = 3.122, (2.713/2.5)^0.5 = 1.0417, (20 cos 45 / 5.069)^(2/3) = 1.982.
    const got = criticalDiameter_mm({ ...ALUMINIUM_6061_T6, thickness_mm: 0.5 }, { density_g_per_cm3: 2.5, speed_km_per_s: 20, angle_deg: 45 }, "perforation");
    expect(got).toBeCloseTo(10 * ((0.05 / 1.8) * 3.122 * 1.0417 / (5.24 * 1.982)) ** (18 / 19), 3);
    expect(got / 0.5).toBeGreaterThan(0.2);
    expect(got / 0.5).toBeLessThan(0.25);
  });

  it("grows with the wall and falls with speed", () => {
    const at = (thickness_mm: number, speed_km_per_s: number) => criticalDiameter_mm({ ...ALUMINIUM_6061_T6, thickness_mm }, { density_g_per_cm3: 2.5, speed_km_per_s, angle_deg: 45 }, "perforation");
    fc.assert(fc.property(fc.double({ min: 0.1, max: 20, noNaN: true }), fc.double({ min: 1, max: 70, noNaN: true }), fc.double({ min: 1.01, max: 3, noNaN: true }), (mm, speed, more) => {
      expect(at(mm * more, speed)).toBeGreaterThan(at(mm, speed));
      expect(at(mm, speed * more)).toBeLessThan(at(mm, speed));
    }));
  });

  it("refuses what the formula does not hold for", () => {
    const plate = { ...ALUMINIUM_6061_T6, thickness_mm: 1 };
    expect(() => criticalDiameter_mm(plate, { density_g_per_cm3: 7.8, speed_km_per_s: 7, angle_deg: 0 }, "perforation")).toThrow("1.5");
    expect(() => criticalDiameter_mm(plate, { density_g_per_cm3: 2.5, speed_km_per_s: 7, angle_deg: 90 }, "perforation")).toThrow("angle_deg");
    expect(() => criticalDiameter_mm({ ...plate, thickness_mm: 0 }, { density_g_per_cm3: 2.5, speed_km_per_s: 7, angle_deg: 0 }, "perforation")).toThrow("thickness_mm");
  });
});
