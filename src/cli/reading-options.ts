/** What the options of `schedule` say of a list beyond its text. */
import { readFileSync } from "node:fs";
import { UsageError } from "./failure.ts";
import { quantityOption } from "./quantity-option.ts";
import type { Known, Reading } from "./schedule-jobs.ts";
import type { ScheduleOptions } from "./schedule-options.ts";

const seconds = (text: string, name: string): number => quantityOption(text, { name, unit: "s", example: "30 s", good: (value) => value > 0, wanted: "a time above 0, as 30 s" });

/** A plain count a second. */
const rate = (text: string, name: string): number => {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new UsageError(`${name} is "${text}"`, "a number of tokens a second, above 0");
  return value;
};

const known = (text: string | undefined, name: string, read: (text: string, name: string) => number): Known => ({ name, value: text === undefined ? null : read(text, name) });

const stepsIn = (file: string | undefined): string | undefined => {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`--steps ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'a JSON document as {"ResNet-18 (batch size 16)": 12.5}');
  }
};

export const readingOf = (options: ScheduleOptions): Reading => ({
  format: options.format ?? null, formatHint: "--format",
  perRequest_s: known(options.perRequest, "--per-request", seconds), inputRate: known(options.inputRate, "--input-rate", rate), outputRate: known(options.outputRate, "--output-rate", rate),
  steps: () => stepsIn(options.steps), stepsName: "--steps", chip: options.chip, chipName: "--chip",
});

/** `--estimate`, or null. */
export const estimateOf = ({ estimate }: ScheduleOptions): number | null => (estimate === undefined ? null : seconds(estimate, "--estimate"));
