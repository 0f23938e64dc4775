/** What `latency` is asked, in numbers. */
import { parseInstant } from "../units/index.ts";
import { UsageError } from "./failure.ts";
import { quantityOption } from "./quantity-option.ts";
import type { TrajectoryOptions } from "./trajectory-options.ts";

export interface LatencyOptions extends Omit<TrajectoryOptions, "flown"> {
  readonly scenario: string;
  readonly at?: string;
  readonly step: string;
  readonly links?: "grid" | "nearest" | "none";
  readonly grid?: string;
  readonly terminals: string;
  readonly linkRange?: string;
  readonly elevation?: string;
  readonly range?: string;
  readonly relay: readonly string[];
  readonly fibre?: true;
  readonly hop: string;
  readonly satelliteFails?: string;
  readonly linkFails?: string;
  readonly stationFails?: string;
  readonly seed: string;
  readonly format?: "table" | "csv" | "json";
  readonly json?: true;
  readonly out?: string;
}

const above0 = (value: number): boolean => value > 0;

/** The same with --at as the start of the period. */
export const withStart = (options: LatencyOptions): LatencyOptions => {
  if (options.at === undefined) return options;
  if (options.start !== undefined) throw new UsageError("--at and --start are the same", "leave one of them out");
  if (parseInstant(options.at) === undefined) throw new UsageError(`--at is "${options.at}"`, "a date or a date and time in UTC: 2027-01-01, 2027-01-01T12:00:00Z");
  return { ...options, start: options.at };
};

export const step_s = ({ step }: LatencyOptions): number => quantityOption(step, { name: "--step", unit: "s", example: "60 s", good: above0, wanted: "a time above 0: 60 s, 1 min" });

/** Null where nothing is said. */
export const distance_km = (text: string | undefined, name: string): number | null => (text === undefined ? null : quantityOption(text, { name, unit: "km", example: "1260 km", good: above0, wanted: "a distance above 0" }));

export const elevation_deg = (text: string): number => {
  // Degrees are what everybody writes here.
  const written = /^\s*[-+]?[\d.]+\s*$/.test(text) ? `${text} deg` : text;
  return quantityOption(written, { name: "--elevation", unit: "deg", example: "25 deg", good: (value) => value >= -90 && value < 90, wanted: "an angle from -90 to below 90 deg" });
};

export const hop_ms = ({ hop }: LatencyOptions): number => 1000 * quantityOption(/^\s*0\s*$/.test(hop) ? "0 s" : hop, { name: "--hop", unit: "s", example: "0.1 ms", good: (value) => value >= 0, wanted: "a time of 0 or more" });

export const terminals = ({ terminals: text }: LatencyOptions): number => {
  const count = text.trim() === "" ? NaN : Number(text);
  if (!(Number.isInteger(count) && count >= 1 && count <= 64)) throw new UsageError(`--terminals is "${text}"`, "a whole number from 1 to 64");
  return count;
};

export const seedOf = ({ seed }: LatencyOptions): number => {
  const value = seed.trim() === "" ? NaN : Number(seed);
  if (!(Number.isSafeInteger(value) && value >= 0)) throw new UsageError(`--seed is "${seed}"`, "a whole number from 0 to 2^53");
  return value;
};

/** "34x34": planes and satellites of each; null where nothing is said. */
export const gridShape = ({ grid }: LatencyOptions): { readonly planes: number; readonly perPlane: number } | null => {
  if (grid === undefined) return null;
  const match = /^(\d{1,5})x(\d{1,5})$/.exec(grid.trim());
  const [planes, perPlane] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || planes < 1 || perPlane < 1) throw new UsageError(`--grid is "${grid}"`, "planes and satellites of each, in the order of the file: 34x34");
  return { planes, perPlane };
};

/** "2000 h,6 h": mean times up and down; null where nothing is said. */
export const failing = (text: string | undefined, name: string): { readonly meanUp_s: number; readonly meanDown_s: number } | null => {
  if (text === undefined) return null;
  const parts = text.split(",");
  const mean_s = (part: string): number => quantityOption(part, { name, unit: "s", example: "2000 h", good: above0, wanted: "mean times up and down, both above 0: 2000 h,6 h" });
  if (parts.length !== 2) throw new UsageError(`${name} is "${text}"`, "mean times up and down: 2000 h,6 h");
  return { meanUp_s: mean_s(parts[0]!), meanDown_s: mean_s(parts[1]!) };
};
