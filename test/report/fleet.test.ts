import { expect, test } from "vitest";
import type { FleetFlight, FleetTotals } from "../../src/fly/index.ts";
import { cellText, fleetChart, fleetDailyTable, fleetEnergyTable, fleetTable, htmlReport, stageReport } from "../../src/report/index.ts";
import { fixture } from "./fixture.ts";

/** Hand-made: two shells of 600,000 and 2,400 satellites over five days. */
const totals = (satellites: number, lit_frac: number): FleetTotals => ({
  satellites, lit_frac, outsideUmbra_frac: lit_frac + 0.001, outsidePenumbra_frac: lit_frac - 0.002, discInView_frac: lit_frac, delivered_frac: lit_frac - 0.01, generated_J: 4e15, it_J: 3e15,
  bus_J: 1e14, conversionLoss_J: 2e14, batteryLoss_J: 1e12, curtailed_J: 6.99e14, chargeChange_J: 0, busShort_J: 0, residual_frac: 3e-13, throttled_h: 40, dark_h: 12_000, heatLimited_h: 0,
  busShort_h: 0, fullCycles_per_yr: 500, lowestCharge_frac: 0.41, hottest_K: 319.1, coldest_K: 250,
});
const days = (least: number) => ({ daily: { lit_frac: [0.99, 0.98, 0.97, 0.96, 0.95], delivered_frac: [0.98, 0.97, 0.96, 0.95, least] }, leastLit_frac: 0.8125, leastDelivered_frac: 0.7 });
const fleet: FleetFlight = {
  start_utc: "2027-06-01T00:00:00Z", duration_s: 5 * 86_400, step_s: 60, steps: 7200, satellites: 602_400, fleet: totals(602_400, 0.9123), ...days(0.94),
  shells: [
    { id: "dusk", planes: 44, altitude_km: [707, 744], inclination_deg: [97.2, 97.2], ...totals(600_000, 0.9345), ...days(0.93) },
    { id: "walker", planes: 30, altitude_km: [550, 550], inclination_deg: [53, 53], ...totals(2400, 0.6789), ...days(0.92) },
  ],
  planes: [], notes: [],
};
const run = { ...fixture, flight: { ...fixture.flight, fleet } };

test("a row a shell and one of the whole, with ranges, shares and the least minute", () => {
  const table = fleetTable(fleet);
  expect(table.rows.map((row) => row.map(cellText))).toEqual([
    ["dusk", "707-744", "97.2", "44", "600,000", "93.45 %", "81.25 %", "92.45 %", "41 %", "319.1 K (45.95 degC)"],
    ["walker", "550", "53.0", "30", "2,400", "67.89 %", "81.25 %", "66.89 %", "41 %", "319.1 K (45.95 degC)"],
    ["fleet", "-", "-", "0", "602,400", "91.23 %", "81.25 %", "90.23 %", "41 %", "319.1 K (45.95 degC)"],
  ]);
  expect(table.note).toContain("5 days from 2027-06-01");
  expect(fleetEnergyTable(fleet).rows.map(([name]) => name)).toContain("curtailed");
});

test("days stand in the table from which the chart is drawn; a few days are no chart", () => {
  expect(fleetDailyTable(fleet).rows.at(-1)).toEqual(["2027-06-05", 95, 94, 93, 92]);
  expect(fleetChart(fleet)!.series.map(({ column }) => column)).toEqual([1, 2, 3, 4]);
  const one = { ...fleet, daily: { lit_frac: [0.9], delivered_frac: [0.9] }, shells: [] };
  expect(fleetChart(one)).toBeNull();
});

test("it stands in the terminal's fly and on the page, and the page says whose share is delivered", () => {
  expect(stageReport(run, "fly", { width: 160, colour: false })).toContain("The fleet by shell");
  const page = htmlReport(run);
  expect(page).toContain('<section id="fleet">');
  expect(page).toContain("78.7 % on the worst day");
  const byFleet = htmlReport({ ...run, flight: { ...run.flight, delivered: { delivered_frac: 0.9023, origin: "fleet" } } });
  expect(byFleet).toContain("by the fleet, at least 70 % at any minute");
});

test("light and delivery are both seen where they are one line, and a short period has ticks by day", () => {
  const page = htmlReport(run);
  const chart = page.slice(page.indexOf('id="chart-fleet-title"'));
  expect(chart).toContain('class="stroke line-ground"');
  expect(chart).toContain('class="stroke dashed line-wanted"');
  expect(page).toContain(".chart .dashed{stroke-dasharray:");
  const ofDays = (count: number): readonly string[] => {
    const daily = { lit_frac: Array.from({ length: count }, () => 0.9), delivered_frac: Array.from({ length: count }, () => 0.9) };
    return fleetChart({ ...fleet, daily, shells: [] })!.ticks.map(({ label }) => label);
  };
  expect(ofDays(5)).toEqual(["1 Jun", "2 Jun", "3 Jun", "4 Jun", "5 Jun"]);
  expect(ofDays(30)).toEqual(["1 Jun", "8 Jun", "15 Jun", "22 Jun", "29 Jun"]);
  expect(ofDays(59).length).toBeGreaterThan(4);
  expect(ofDays(90)).toEqual(["Jun", "Jul", "Aug"]);
});

test("a table with an empty battery points to the notes", () => {
  expect(fleetTable(fleet).note).not.toContain("run empty");
  const empty = { ...fleet, shells: fleet.shells.map((shell, i) => (i === 1 ? { ...shell, lowestCharge_frac: 0 } : shell)) };
  expect(fleetTable(empty).note).toContain("Batteries run empty in walker: the notes say");
});
