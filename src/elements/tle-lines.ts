/** Writes an element set as two lines, columns as in tle.ts, where these hold all of its digits. */
import { DAY_S } from "../units/index.ts";
import type { ElementSet } from "./element-set.ts";
import { readTle } from "./tle.ts";

/** The two lines without catalogue number, names and checksums; undefined when a field has more digits than its columns. */
export function tleLines(set: ElementSet): readonly [string, string] | undefined {
  const year = new Date(set.epoch_s * 1000).getUTCFullYear();
  const day = (set.epoch_s - Date.UTC(year, 0, 1) / 1000) / DAY_S + 1;
  const angle = (value: number): string => value.toFixed(4).padStart(8);
  const one = `1 00000U          ${String(year).slice(2)}${day.toFixed(8).padStart(12, "0")}  .00000000  00000-0 ${exponential(set.bstar_per_earthRadius)} 0     `;
  const ecc = set.eccentricity.toFixed(7).slice(2);
  const two = `2 00000 ${angle(set.inclination_deg)} ${angle(set.raan_deg)} ${ecc} ${angle(set.argumentOfPerigee_deg)} ${angle(set.meanAnomaly_deg)} ${set.meanMotion_rev_per_d.toFixed(8).padStart(11)}      `;
  const [again] = readTle(`${one}\n${two}`, { checksum: "report" }).sets;
  return again !== undefined && same(again, set) ? [one, two] : undefined;
}

/** 0.12345e-3 as " 12345-3". */
function exponential(value: number): string {
  const [digits, power] = Math.abs(value).toExponential(4).split("e") as [string, string];
  const exponent = value === 0 ? 0 : Number(power) + 1;
  return `${value < 0 ? "-" : " "}${digits.replace(".", "")}${exponent > 0 ? "+" : "-"}${Math.abs(exponent)}`;
}

const FIELDS = ["meanMotion_rev_per_d", "eccentricity", "inclination_deg", "raan_deg", "argumentOfPerigee_deg", "meanAnomaly_deg", "bstar_per_earthRadius"] as const;

/** Equal but for rounding; the epoch to a microsecond. */
const same = (a: ElementSet, b: ElementSet): boolean => Math.abs(a.epoch_s - b.epoch_s) < 2e-6 && FIELDS.every((field) => Math.abs(a[field] - b[field]) <= 1e-14 * Math.abs(b[field]));
