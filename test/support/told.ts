/**
 * Numbers that a text tells of a run: a template that stands in it, each `{}` one number, held against the run to the last digit written.
 *
 *   told(text, "| a step on the ground alone | {} s |", [split.alone_s])
 *
 * White space of template and text is one; "4.4" holds 4.35 to 4.45 and, for ties, a tenth of a digit beside.
 */
import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** Text of an example's README. */
export const readmeOf = (name: string): string => readFileSync(`examples/${name}/README.md`, "utf8");

const NUMBER = String.raw`(-?[\d,]*\.?\d+)`;
const quoted = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);

/** Fails where the template does not stand in the text, or a number there is not the run's. */
export const told = (text: string, template: string, values: readonly number[]): void => {
  const found = new RegExp(template.split("{}").map(quoted).join(NUMBER)).exec(text);
  expect(found, `no "${template}" in the text; the run has ${values.map((value) => value.toPrecision(5)).join(", ")}`).not.toBeNull();
  const numbers = found!.slice(1);
  expect(numbers.length, template).toBe(values.length);
  numbers.forEach((written, i) => {
    const digit = 10 ** -(written.split(".")[1]?.length ?? 0);
    const apart = Math.abs(Number(written.replaceAll(",", "")) - values[i]!);
    expect(apart, `"${template}": ${written} in the text, ${values[i]!.toPrecision(6)} in the run`).toBeLessThanOrEqual(0.6 * digit);
  });
};
