/** The golden money cases by id, and one shorthand for measuring against them. */
import data from "../golden/finance/finance.json" with { type: "json" };
import { measure } from "../golden/measure.ts";

type Case = {
  readonly id: string;
  readonly inputs: unknown;
  readonly expected: unknown;
  readonly tolerance: number;
  readonly source: string;
};

/** A case with its inputs and expectation typed as the caller reads them. */
export function goldenCase<Inputs, Expected>(
  id: string,
): Omit<Case, "inputs" | "expected"> & { readonly inputs: Inputs; readonly expected: Expected } {
  const found = (data.cases as readonly Case[]).find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no golden case ${id}`);
  return found as Case & { inputs: Inputs; expected: Expected };
}

/** The file's tolerance, relative for sums of money and absolute below 1, never under the 12 decimals the file prints. */
export function agree(
  suite: string,
  golden: Omit<Case, "inputs" | "expected">,
  name: string,
  got: number,
  expected: number,
  unit: string,
): void {
  const printed = 5e-13;
  measure(suite, {
    case: `${golden.id} ${name}`,
    got,
    expected,
    rel: golden.tolerance,
    abs: Math.max(golden.tolerance * Math.min(1, Math.abs(expected)), printed),
    unit,
    source: golden.source,
  });
}
