/** Every assumption of the scenario with its source; what the formulas use stands on the sheet inputs. */
import { listOf } from "./list.ts";
import { given, text, type Sheet } from "./model.ts";
import type { BookSource } from "./source.ts";

export const assumptionsSheet = ({ scenario: { name, note, assumptions } }: BookSource): Sheet => {
  const list = listOf("assumptions", { title: `${name}${note === "" ? "" : `: ${note}`}`, columns: ["field", "value", "unit", "low", "high", "source", "as of", "evidence", "from"], widths: [50, 18, 12, 14, 14, 90, 12, 14, 10] });
  const number = (value: number | null, path: string) => (value === null ? null : given(value, { of: path }));
  for (const { path, value, unit, low, high, source, asOf, evidence, origin } of assumptions) {
    list.row([text(path), number(value, path), text(unit), number(low, `${path} low`), number(high, `${path} high`), text(source), text(asOf), text(evidence ?? ""), text(origin)]);
  }
  return list.finish();
};
