/** The golden cases of published models by id. */
import cases from "../golden/published/published-models.json" with { type: "json" };
import { measure } from "../golden/measure.ts";

type Case = { readonly id: string; readonly grade: string; readonly inputs: unknown; readonly outputs: unknown; readonly source: string; readonly tolerance_suggested: string; readonly why_quoted?: string };

export const publishedCases = cases as readonly Case[];

/** A case with its inputs and outputs typed as the caller reads them. */
export function publishedCase<Outputs, Inputs = unknown>(id: string): Case & { readonly inputs: Inputs; readonly outputs: Outputs } {
  const found = publishedCases.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no golden case ${id}`);
  return found as Case & { inputs: Inputs; outputs: Outputs };
}

/** Measures one output of a case within a relative tolerance. */
export function within(
  rel: number,
  golden: Case,
  row: { readonly name: string; readonly got: number; readonly expected: number; readonly unit: string },
  suite: string,
): void {
  measure(suite, {
    case: `${golden.id} ${row.name}`,
    got: row.got,
    expected: row.expected,
    rel,
    unit: row.unit,
    source: golden.source,
  });
}
