/** A scenario's drivers as motions: volatility as written, or from the spread of the field's distribution. */
import type { DriverCase } from "../../finance/index.ts";
import { quantileOf } from "../../market/index.ts";
import { normalCdf, type Motion } from "../../money/index.ts";
import { amountAt, countAt, drivenAt, ScenarioError, writtenUnit, type Scenario } from "../../scenario/index.ts";
import { quarterStart_s } from "../../units/index.ts";

type Options = NonNullable<Scenario["options"]>;
type Driver = Options["drivers"][number];

/** Shares of a normal number below one standard deviation under and over its mean. */
const ONE_SD = { below: normalCdf(-1), above: normalCdf(1) } as const;

/** The drivers, with what their fields hold in each quarter. */
export const driverCases = (scenario: Scenario, { drivers }: Options): readonly DriverCase[] => {
  const { start_quarter: start, years_yr } = scenario.horizon;
  return drivers.map((driver) => {
    const { row, value } = drivenOf(scenario, driver.field);
    const at = (quarter: number): number => (typeof value === "number" ? value : (row.unit === "1/yr" ? countAt : amountAt)(value, quarterStart_s(quarter)));
    return {
      id: driver.id, field: driver.field, motion: motionOf(scenario, driver), payload_kg: payloadOf(scenario, driver.field),
      unit: row.unit === "1" || row.unit === "frac" ? "" : writtenUnit(row.unit),
      written: Array.from({ length: Math.round(years_yr * 4) }, (_, i) => at(start + i)),
    };
  });
};

const drivenOf = (scenario: Scenario, field: string) => {
  const found = drivenAt(scenario, field);
  if (found === undefined) throw new Error(`options: the scenario has no number at ${field}`);
  return found;
};

const written = (value: number | null, name: string): number => {
  if (value === null) throw new Error(`options.drivers.${name} must be written`);
  return value;
};

const motionOf = (scenario: Scenario, driver: Driver): Motion => {
  const { id, process, drift_per_yr, reversion_per_yr, level, rate_per_yr, before, after } = driver;
  switch (process) {
    case "geometric": return { kind: "geometric", drift_per_yr, volatility_per_sqrt_yr: volatilityOf(scenario, driver) };
    case "reverting": return { kind: "reverting", reversion_per_yr: written(reversion_per_yr, `${id}.reversion`), level, volatility_per_sqrt_yr: volatilityOf(scenario, driver) };
    case "event": return { kind: "event", rate_per_yr: written(rate_per_yr, `${id}.rate`), before, after };
  }
};

/** Half the distance between the logarithms one standard deviation either side, over the root of the years in which it comes about. */
const volatilityOf = ({ random }: Scenario, { id, field, volatility_frac, resolved_yr }: Driver): number => {
  if (volatility_frac !== null) return volatility_frac;
  const found = random.find(({ path }) => path === field);
  if (found === undefined) throw new Error(`options.drivers.${id} has neither a volatility nor a distribution of ${field}`);
  const spread = (Math.log(quantileOf(found.distribution, ONE_SD.above)) - Math.log(quantileOf(found.distribution, ONE_SD.below))) / 2;
  if (!(spread > 0 && Number.isFinite(spread))) throw new ScenarioError([{ file: "", line: 1, column: 1, path: `options.drivers.${id}.volatility`, found: `a distribution of ${field} that reaches 0 or below, or has no width`, expected: "one above 0, or a volatility", hint: "add volatility: 25 %" }]);
  return spread / Math.sqrt(resolved_yr);
};

/** Of "launch.vehicles.starship.price". */
const payloadOf = ({ launch }: Scenario, field: string): number | null => {
  const id = /^launch\.vehicles\.([^.]+)\.(price|negotiated)$/.exec(field)?.[1];
  return launch.vehicles.find((vehicle) => vehicle.id === id)?.payload_kg ?? null;
};

/** Correlations of all drivers with each other: 1 of each with itself, 0 where none is written. */
export const correlationOf = ({ drivers, correlations }: Options): readonly (readonly number[])[] =>
  drivers.map(({ id: a }) => drivers.map(({ id: b }) => {
    const said = correlations.find(({ one, other }) => (one === a && other === b) || (one === b && other === a));
    return a === b ? 1 : said === undefined ? 0 : said.value;
  }));
