import { describe, expect, test } from "vitest";
import { fly } from "../../src/fly/index.ts";
import { julianDate, sunAt } from "../../src/physics/index.ts";
import { size } from "../../src/size/index.ts";
import { measure } from "../golden/measure.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

const stations = "\nnetwork: { stations: [{ id: svalbard, station: ksat-svalbard }, { id: punta, station: ksat-punta-arenas }] }\n";
const flown = async (...set: readonly string[]) => {
  const scenario = scenarioOf(RACK + stations, "orbit.altitude=null", "simulate.start=2027-06-21", "simulate.days=4", ...set);
  return (await fly(scenario, size(scenario))).summary!;
};

/** Share of a day that a direction of some declination stands above a mask: hour angle H, cos H = (sin m - sin d sin l)/(cos d cos l). */
const shareAbove = ({ latitude_deg, declination_rad, mask_deg }: { latitude_deg: number; declination_rad: number; mask_deg: number }): number => {
  const l = (latitude_deg * Math.PI) / 180;
  const x = (Math.sin((mask_deg * Math.PI) / 180) - Math.sin(declination_rad) * Math.sin(l)) / (Math.cos(declination_rad) * Math.cos(l));
  return x >= 1 ? 0 : x <= -1 ? 1 : Math.acos(x) / Math.PI;
};

describe("L1 flown", () => {
  test("contacts are the Sun's day at each station (closed form of the sky)", async () => {
    const summary = await flown("orbit.type=sun-earth-l1");
    const { declination_rad } = sunAt(julianDate("2027-06-23"));
    // From the ground L1 stands lower than from the centre: 6,371 km over 1.522 million, times cos 10 deg: 0.236 deg.
    const mask_deg = 10.236;
    const source = "hour angle of the Sun's declination above 10 deg, less the parallax of L1";
    // Declination lasts to 0.01 deg about the solstice. Svalbard's Sun stays above 10 deg in June; Punta Arenas' noon reaches 13.4.
    for (const [id, latitude_deg] of [["svalbard", 78.23], ["punta", -52.94]] as const) {
      const got = summary.contact.byStation.find((one) => one.id === id)!.minutes_per_day;
      measure("fly-deep", { case: `L1 above 10 deg at ${id} in June`, got, expected: 1440 * shareAbove({ latitude_deg, declination_rad, mask_deg }), abs: 3, unit: "min", source });
    }
    expect(summary.light.longestShadow_min).toBe(0);
    expect(summary.delivered_frac).toBe(1);
    expect(summary.range!.roundTripMean_s).toBeGreaterThan(9.99);
    expect(summary.range!.roundTripMean_s).toBeLessThan(10.2);
  });
});

describe("about the Sun", () => {
  test("light time from the phase: 60 deg before the Earth at 1 au is 1 au away, 998 s there and back", async () => {
    const { range } = await flown("orbit.type=heliocentric", "orbit.solarDistance=1 au", "orbit.phase=60 deg");
    // The Earth itself stands at 1.016 au in June: its ellipse is in the error.
    measure("fly-deep", { case: "light to an equilateral place and back", got: range!.roundTripMean_s, expected: 2 * 499.005, rel: 0.03, unit: "s", source: "1 au over c" });
  });

  test("array power goes with the inverse square: twice the light at 0.707 au, no curtailment of the law", async () => {
    const generated = async (au: number): Promise<number> => {
      const scenario = scenarioOf(RACK, "orbit.altitude=null", "orbit.type=heliocentric", `orbit.solarDistance=${au} au`, "simulate.days=1");
      const sized = size(scenario);
      const { energy } = (await fly(scenario, sized)).summary!;
      return energy.generated_J / 86_400 / sized.platform!.array.area_m2;
    };
    // Cells lose some 0.2 % a kelvin: hotter by some 60 K at 0.707 au.
    const ratio = (await generated(Math.SQRT1_2)) / (await generated(1));
    expect(ratio).toBeGreaterThan(1.65);
    expect(ratio).toBeLessThan(2);
  });
});

describe("geostationary", () => {
  test("stands over its longitude: always or never in a station's sky", async () => {
    const over = async (longitude: number) => (await flown("orbit.type=geostationary", `orbit.longitude=${longitude} deg`)).contact;
    expect((await over(-71)).byStation.find(({ id }) => id === "punta")!.minutes_per_day).toBeCloseTo(1440, 6);
    expect((await over(109)).byStation.find(({ id }) => id === "punta")!.minutes_per_day).toBe(0);
    // Svalbard at 78.2 deg north: cos of the angle to the point below is 0.204, elevation under 10 deg at any longitude.
    expect((await over(15)).byStation.find(({ id }) => id === "svalbard")!.minutes_per_day).toBe(0);
  });
});
