/** Inputs of a campaign for people: numbers with the unit that they are drawn in. */
import type { UncertainInput } from "../../risk/index.ts";
import { formatFigure } from "../format.ts";

/** Unit of an input as it stands behind a number; empty of a plain number. */
export const inputUnit = ({ unit }: Pick<UncertainInput, "unit">): string => (unit === "1" ? "" : unit.startsWith("1/") ? unit.slice(1) : unit);

/** "364.4 $/kg", "0.04915 /yr", "1.15". */
export const inputNumber = (input: Pick<UncertainInput, "unit">, value: number): string => {
  const unit = inputUnit(input);
  return unit === "" ? formatFigure(value) : `${formatFigure(value)} ${unit}`;
};

/** The input of a path. Throws where a campaign has none of it. */
export const inputOf = ({ plan: { inputs } }: { readonly plan: { readonly inputs: readonly UncertainInput[] } }, path: string): UncertainInput => {
  const found = inputs.find((input) => input.path === path);
  if (found === undefined) throw new RangeError(`the campaign has no input ${path}`);
  return found;
};
