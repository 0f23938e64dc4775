/** Options of `risk` and `worker`, and what they may be. */
import type { DesignKind } from "../risk/index.ts";
import { UsageError } from "./failure.ts";
import type { CommonOptions } from "./options.ts";

export const DESIGNS: readonly DesignKind[] = ["saltelli", "sobol", "latin", "random", "morris"];

export interface RiskOptions extends CommonOptions {
  readonly samples?: string;
  readonly design: DesignKind;
  readonly secondOrder?: true;
  readonly seed?: string;
  readonly plan: "frozen" | "lp" | "milp";
  readonly flight: "interpolated" | "flown";
  readonly workers?: number;
  readonly cluster?: string;
  readonly query?: string;
  /** "orbit.platform.busPrice,launch.vehicles.starship.pricePerKg". */
  readonly frontier?: string;
}

export interface WorkerCommandOptions {
  readonly cluster: string;
  readonly workers?: number;
  readonly out?: string;
  readonly idle?: string;
  readonly quiet?: true;
}

const SAMPLES_MAX = 1e9;

/** "1e6" is a whole number, too. */
export const wholeNumber = (name: string, text: string, { low, high }: { readonly low: number; readonly high: number }): number => {
  const value = Number(text);
  if (text.trim() === "" || !Number.isSafeInteger(value) || value < low || value > high) throw new UsageError(`--${name} ${text}`, `a whole number from ${low} to ${high}`);
  return value;
};

export const samplesOf = (text: string): number => wholeNumber("samples", text, { low: 2, high: SAMPLES_MAX });

/** The two drivers of a frontier, each an input. */
export const driversOf = (text: string, paths: readonly string[]): readonly [string, string] => {
  const [first, second, ...rest] = text.split(",").map((path) => path.trim());
  if (first === undefined || first === "" || second === undefined || second === "" || rest.length > 0 || first === second) throw new UsageError(`--frontier ${text}`, "two paths with a comma between them");
  for (const path of [first, second]) if (!paths.includes(path)) throw new UsageError(`--frontier: ${path} is not varied`, `varied are ${paths.join(", ")}`);
  return [first, second];
};

/** Seconds, for how long a worker waits. */
export const secondsOf = (name: string, text: string): number => {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < 0) throw new UsageError(`--${name} ${text}`, "seconds: a number from 0 on");
  return value;
};

/** A database's address without its password. */
export const withoutPassword = (url: string): string => {
  const parsed = databaseUrl(url);
  if (parsed.password !== "") parsed.password = "***";
  return parsed.href;
};

/** Throws UsageError on what is no address of a PostgreSQL. */
export const databaseUrl = (url: string): URL => {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !["postgres:", "postgresql:"].includes(parsed.protocol)) throw new UsageError(`--cluster takes the address of a PostgreSQL`, "postgres://user:password@host:5432/database");
  return parsed;
};
