import { expect, test } from "vitest";
import { accuracyPage, accuracySummary, betweenMarkers } from "../../scripts/accuracy-table.ts";
import { closingLine } from "../../scripts/closing-line.ts";

const row = (name: string, error: number) => ({ suite: "orbit", case: name, got: 100 + error, expected: 100, error, tolerance: 1, unit: "km", source: "A | B, 2020" });

test("a suite is summed up by its median and largest error and its tightest case", () => {
  const text = accuracySummary([row("a", 0), row("b", -0.5), row("c", 0.1)]);
  expect(text).toContain("| orbit | 3 | 0.001 | 0.005 | b | 50 % | A \\| B, 2020 |");
  expect(text).toContain("3 comparisons");
});

test("every case is on the page", () => {
  expect(accuracyPage([row("a", 0.25)])).toContain("| a | 100.25 km | 100 | 0.25 | 1 | A \\| B, 2020 |");
});

test("what is compared with this project itself stands apart and is not counted", () => {
  const inHouse = [{ ...row("own", 0), source: "our own program, by the minute" }, { ...row("notes", 0), source: "project physics notes" }, { ...row("file", 0), source: "src/physics/sun.ts" }, { ...row("fleet", 0), suite: "fleet-power" }];
  const summary = accuracySummary([{ ...row("a", 0), source: "tudat-team/tudat tests/src/x.cpp" }, ...inHouse]);
  expect(summary).toContain("1 comparisons");
  expect(summary).toContain("| orbit | 1 | 0 |");
  expect(summary.indexOf("Agreement within the house (4 cases")).toBeLessThan(summary.indexOf("| fleet-power |"));
  const page = accuracyPage([row("a", 0), ...inHouse]);
  for (const { case: name } of inHouse) expect(page.indexOf(`| ${name} |`)).toBeGreaterThan(page.indexOf("## Agreement within the house"));
  expect(page.indexOf("| a |")).toBeLessThan(page.indexOf("## Agreement within the house"));
});

test("only what stands between the markers is replaced", () => {
  expect(betweenMarkers("x\n<!-- t -->\nold\n<!-- /t -->\ny", "t", "new")).toBe("x\n<!-- t -->\nnew\n<!-- /t -->\ny");
  expect(() => betweenMarkers("x", "t", "new")).toThrow(/<!-- t -->/);
});

test("the closing line of a test run", () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});
