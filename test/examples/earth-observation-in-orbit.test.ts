/** Images of twelve imagers, worked on on board or sent down as they are. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../../src/run/index.ts";
import { userReach } from "../../src/run/index.ts";
import type { Service } from "../../src/serve/index.ts";
import { measure } from "../golden/measure.ts";
import { loadExample, runExample } from "../support/run-example.ts";
import { readmeOf, told } from "../support/told.ts";

const SUITE = "example-earth-observation-in-orbit";

describe("earth-observation-in-orbit", () => {
  let got: Run;
  beforeAll(async () => {
    got = await runExample("earth-observation-in-orbit");
  });

  test("a satellite makes what Sentinel-2 does", () => {
    measure(SUITE, { case: "data of one imager a day", got: (0.151e9 / 8) * 86_400, expected: 1.6e12, rel: 0.03, unit: "B", source: "CNES, sentinel2.cnes.fr: 1.6 TB" });
    const { images } = got.reach!.routed!;
    measure(SUITE, { case: "images a day", got: images!.perDay, expected: (12 * (0.151e9 / 8) * 86_400) / 600e6, rel: 1e-9, unit: "1", source: "by division" });
    measure(SUITE, { case: "IT of a satellite", got: images!.it_W!, expected: (0.83 * 3600 * 0.151e9) / 8 / 600e6, rel: 1e-9, unit: "W", source: "by hand: 2,988 J each" });
  });

  test("answers are a fiftieth of the images and wait less; nothing is lost either way", () => {
    const { onBoard, bentPipe } = got.reach!.routed!.images!;
    expect(bentPipe.sent_B / onBoard.sent_B).toBeCloseTo(50, 9);
    expect(onBoard.meanWait_s!).toBeLessThan(bentPipe.meanWait_s!);
    for (const way of [onBoard, bentPipe]) {
      expect(way.delivered_frac).toBeGreaterThan(0.98);
      expect(way.lost_frac).toBe(0);
    }
  });

  test("an answer from on board costs less while other work fills the tray, and more where none does", () => {
    const { onBoard, onBoardAlone, bentPipe } = got.imagePrices!;
    measure(SUITE, { case: "data of one image", got: bentPipe!.data_usd, expected: 0.6 * 1.33, rel: 1e-9, unit: "$", source: "600 MB at AWS Ground Station's list price over a gigabit, 1.33 $/GB" });
    const { orbit, ground } = got.finance!;
    const arrives = got.reach!.routed!.images!.onBoard.delivered_frac;
    measure(SUITE, { case: "IT of one image on board", got: onBoard!.compute_usd, expected: ((0.83e-3 / arrives) * orbit!.usd_per_kW_yr) / 8766, rel: 1e-3, unit: "$", source: "0.83 Wh of the levelised kilowatt-year" });
    expect(onBoard!.usd).toBeLessThan(bentPipe!.usd / 4);
    expect(onBoardAlone!.usd).toBeGreaterThan(bentPipe!.usd);
    expect(orbit!.usd_per_kW_yr / ground!.usd_per_kW_yr).toBeGreaterThan(50);
  });

  test("the README's table and what it tells of it are the run's", () => {
    const readme = readmeOf("earth-observation-in-orbit");
    const { image_B, onBoard, bentPipe, it_W, work_J } = got.reach!.routed!.images!;
    const prices = got.imagePrices!;
    told(readme, "| sent down of one image | {} MB | {} MB |", [onBoard.sent_B / 1e6, bentPipe.sent_B / 1e6]);
    told(readme, "| delivered a day | {} TB | {} TB |", [onBoard.delivered_B_per_day / 1e12, bentPipe.delivered_B_per_day / 1e12]);
    told(readme, "| waits for its link | {} min | {} min |", [onBoard.meanWait_s! / 60, bentPipe.meanWait_s! / 60]);
    told(readme, "| IT energy of one | {} kJ | {} kJ |", [work_J! / 1000, work_J! / 1000]);
    told(readme, "| one that arrives | {} $ | {} $ |", [prices.onBoard!.usd, prices.bentPipe!.usd]);
    told(readme, "| the same, the tray idle otherwise | {} $ |", [prices.onBoardAlone!.usd]);
    told(readme, "costs {} times as much in orbit here as in Frankfurt", [got.finance!.orbit!.usd_per_kW_yr / got.finance!.ground!.usd_per_kW_yr]);
    told(readme, "{} MB cost {} $ to send at the list price of {} $/GB and {} kJ of IT cost {} $", [image_B / 1e6, prices.bentPipe!.data_usd, 1.33, work_J! / 1000, prices.onBoard!.compute_usd]);
    told(readme, "At {} $/GB both would cost the same", [(prices.onBoard!.compute_usd - prices.bentPipe!.compute_usd) / ((image_B - onBoard.sent_B) / 1e9)]);
    told(readme, "images take {} W of its {} kW", [it_W!, got.sizing!.platform!.itMean_W / 1000]);
  });

  test("48 imagers fill three antennas: no more comes down than they carry, and the rest waits or is lost; answers all arrive", () => {
    const scenario = loadExample("earth-observation-in-orbit", "orbit.fleet.shells.imagers.satellitesPerPlane=48", "network.routes.days=1");
    const { onBoard, bentPipe } = userReach(scenario, { downlink: null, replay: { quarter: scenario.horizon.start_quarter } } as unknown as Service)!.routed!.images!;
    expect(bentPipe.delivered_B_per_day).toBeLessThanOrEqual((3 * 1e9 * 86_400) / 8);
    expect(bentPipe.delivered_B_per_day).toBeGreaterThan((0.7 * 3 * 1e9 * 86_400) / 8);
    expect(bentPipe.lost_frac).toBeGreaterThan(0.3);
    expect(onBoard.lost_frac).toBe(0);
    told(readmeOf("earth-observation-in-orbit"), "{} % of the images arrive, after {} hours, and {} % are lost; all answers arrive, after {} minutes", [100 * bentPipe.delivered_frac, bentPipe.meanWait_s! / 3600, 100 * bentPipe.lost_frac, onBoard.meanWait_s! / 60]);
  });
});
