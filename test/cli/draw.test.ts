import { expect, test } from "vitest";
import { withDraw } from "../../src/cli/draw.ts";

test("--draw is a setting behind the others", () => {
  expect(withDraw({ set: ["horizon.years=2 yr"] })).toEqual(["horizon.years=2 yr"]);
  expect(withDraw({ set: ["uncertainty.draw=1"], draw: "7" })).toEqual(["uncertainty.draw=1", "uncertainty.draw=7"]);
});
