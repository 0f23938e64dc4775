/**
 * What inputs of published models may be. Each ends in what it is, so its name says the range: a share is from 0 to 1, what is divided by is above 0,
 * nothing is negative. Ranges are wide: they keep out what the formulas were never meant for, not what is unlikely.
 */
import { inputPaths } from "./inputs.ts";
import type { Inputs } from "./model.ts";
import { NameError } from "./name-error.ts";

interface Range {
  readonly low: number;
  readonly high: number;
  /** The low end itself is out. */
  readonly above?: true;
  readonly whole?: true;
}

const from = (low: number, high: number): Range => ({ low, high });
const above = (low: number, high: number): Range => ({ low, high, above: true });
const whole = (low: number, high: number): Range => ({ low, high, whole: true });

const LARGE = 1e15;

/** The first that fits the end of a path. */
const RANGES: readonly (readonly [end: RegExp, range: Range])[] = [
  [/(^|\.)(mission_)?years$/, whole(1, 100)],
  [/build_years$/, from(0, 20)],
  [/life_years$/i, above(0, 100)],
  [/beta_deg$/, from(0, 90)],
  [/sides$/, whole(1, 2)],
  [/pue$/, from(1, 10)],
  [/(overhead|structure)_factor$/, from(1, 10)],
  [/payload_factor$/, from(1, 10)],
  [/_ratio$/, from(0, 100)],
  [/(overhead|hardening)_frac$/, from(0, 10)],
  [/(degradation_per_year|pump_frac)$/, from(0, 0.5)],
  [/(sunlit|solar|utilisation|available|uptime|sla|capacity|sustained|recovery|weather|depth|roundTrip|net|emittance|emittancePv|emittanceRadiator)_frac$/, above(0, 1)],
  [/(_frac|_cos)$/, from(0, 1)],
  [/(usd|krad|gal)_per_year$/, from(0, LARGE)],
  [/hours_per_year$/, above(0, 8784)],
  [/_per_year$/, from(0, 1)],
  [/(space|surroundings|sink|earthTemperature)_K$/, from(0, 500)],
  [/_K$/, above(0, 5000)],
  [/altitude_km$/, from(100, 1e6)],
  [/earthRadius_km$/, from(1000, 1e5)],
  [/min_per_day$/, from(0, 1440)],
  [/(usd|kg)_per_k?W$/, from(0, LARGE)],
  [/(^|[._])(W|kW|W_per_kg|Wh_per_kg|W_per_W|area_m2|TFLOPS|krad|s)$/, above(0, LARGE)],
  [/(chips|satellites|gpus|chips_per_robot|payload_kg|premium)$/, above(0, LARGE)],
  [/(array_W_per_m2|radiator_W_per_m2)$/, above(0, LARGE)],
];

export const rangeOf = (path: string): Range => RANGES.find(([end]) => end.test(path))?.[1] ?? from(0, LARGE);

const words = ({ low, high, above: open, whole: counted }: Range): string => `${counted === true ? "a whole number " : ""}${open === true ? `above ${low}` : `from ${low}`}${high === LARGE ? "" : ` ${open === true ? "and at most" : "to"} ${high}`}`;

const fits = (value: number, { low, high, above: open, whole: counted }: Range): boolean => Number.isFinite(value) && value <= high && (open === true ? value > low : value >= low) && (counted !== true || Number.isInteger(value));

/** Throws a NameError that names input, value and what is expected. */
export const guardInputs = (id: string, inputs: Inputs): void => {
  for (const [path, value] of inputPaths(inputs)) {
    const range = rangeOf(path);
    if (!fits(value, range)) throw new NameError(`${id}: ${path} is ${value}`, `expected ${words(range)}`);
  }
};
