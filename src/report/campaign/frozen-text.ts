/** What a frozen plan is off by, in a sentence. */
import { formatPercent, formatScaled } from "../format.ts";

export interface FrozenTold {
  readonly draws: number;
  readonly both: number;
  readonly differences: readonly { readonly name: string; readonly unit: string; readonly mean: number; readonly largest: number }[];
}

export const frozenText = ({ draws, both, differences }: FrozenTold): string => {
  if (both === 0) return `Frozen beside solved anew (lp): at none of ${draws} draws are there both plans.`;
  const where = `at ${both} ${both === 1 ? "draw" : "draws"}`;
  const told = differences.map(({ name, unit, mean, largest }) => `${name} ${sized(mean, unit)} in the mean, ${sized(largest, unit)} at most`);
  return told.length === 0 ? `The frozen plan is what is solved anew (lp), ${where}.` : `Frozen less solved anew (lp), ${where}: ${told.join("; ")}.`;
};

const sized = (value: number, unit: string): string => (unit === "frac" ? formatPercent(value) : formatScaled(value, unit));
