/** A number of a file outside its field's range is told in the file's unit. */
import { expect, it } from "vitest";
import { load } from "../../src/scenario/index.ts";

const YAML = `
dawndusk: 1
name: hot
horizon: { start: 2021-Q1, years: 2 yr }
demand: { classes: [{ id: work, kind: batch, power: 1 MW, deferralMax: 12 h }] }
ground:
  sites:
    - id: here
      site: stargate-abilene
      server: gb200-nvl72
      phases: [{ id: a, online: 2021-Q1, power: 2 MW }]
      weather: { dryBulb: { file: w.csv, column: t, unit: degC, time: utc } }
simulate: { year: 2021 }
`;

it("in degrees Celsius where the column is, with the range in them", () => {
  const hours = Array.from({ length: 8760 }, (_, h) => `${new Date(Date.UTC(2021, 0, 1, h)).toISOString().slice(0, 16)}Z,${h === 5 ? 86.9 : 20}`);
  const files = new Map([["s.yaml", YAML], ["w.csv", `utc,t\n${hours.join("\n")}\n`]]);
  const read = () => load({ path: "s.yaml", files: { read: (path) => files.get(path) }, set: [] });
  // 340 K and 170 K less 273.15.
  expect(read).toThrow(/86\.9 degC/);
  expect(read).toThrow(/from -103\.15 to 66\.85 degC/);
  expect(read).not.toThrow(/\d K\b/);
});

// Europe's dearest mean of a year was about 300 $/MWh in 2022.
it("a price whose mean nobody ever paid is one in another unit, and so is a header's currency", () => {
  const priced = (unit: string, column: string, price = 40): (() => ReturnType<typeof load>) => {
    const hours = Array.from({ length: 8760 }, (_, h) => `${new Date(Date.UTC(2021, 0, 1, h)).toISOString().slice(0, 16)}Z,${price}`);
    const files = new Map([["s.yaml", YAML.replace(/weather: .*/, `hourlyPrice: { file: w.csv, column: "${column}", unit: ${unit}, time: utc }`)], ["w.csv", `utc,${column}\n${hours.join("\n")}\n`]]);
    return () => load({ path: "s.yaml", files: { read: (path) => files.get(path) }, set: [] });
  };
  expect(priced("$/MWh", "price")).not.toThrow();
  expect(priced("$/MWh", "price (day-ahead)")).not.toThrow();
  expect(priced("$/kWh", "price")).toThrow(/a mean of 40000 \$\/MWh over the year/);
  expect(priced("$/MWh", "price", 0.04)).toThrow(/a mean of 0\.04 \$\/MWh over the year, expected at least 1/);
  expect(priced("$/MWh", "price", 0)).not.toThrow();
  expect(priced("$/GJ", "price", 145.6)().notes.join()).toMatch(/a mean of 524\.16 \$\/MWh over the year, above any market's yet/);
  expect(priced("$/MWh", "price [EUR/MWh]")).toThrow(/w\.csv:1:2.*EUR\/MWh, which is no unit known here/);
});
