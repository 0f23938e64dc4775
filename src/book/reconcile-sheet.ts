/** Each number by the formulas beside the same by the library, and whether they agree. */
import { gridOf, type Grid } from "./grid.ts";
import { listOf } from "./list.ts";
import { formula, given, text, type Format, type Sheet } from "./model.ts";
import type { Check } from "./source.ts";

const FIRST_ROW = 5;
/** A line of the library with less than this in it is a line of nothing. */
const ROUNDING_USD = 1e-3;

/** The sheet of what the library says, and the one that compares. Differences of a line are summed without their signs; a line of nothing is held against `scale`. */
export const reconcileSheets = (checks: readonly Check[], { quarters, tolerance, scale }: { readonly quarters: Grid["quarters"]; readonly tolerance: string; readonly scale: string }): readonly Sheet[] => {
  const library = gridOf("library", { title: "What the library says, quarter by quarter: the only sheet of results without formulas", quarters });
  const list = listOf("reconcile", { title: "Formulas against the library. Change an assumption and they part: the library's numbers are of the scenario as it was run.", columns: ["what", "unit", "by the formulas", "by the library", "difference", "of", "relative", "OK or NOT"], widths: [64, 10, 24, 24, 16, 24, 14, 11] });
  const last = FIRST_ROW + checks.length - 1;
  list.row([text("all"), null, null, null, null, null, formula(`MAX(${list.range(6, FIRST_ROW, last)})`, "small"), formula(`IF(COUNTIF(${list.range(7, FIRST_ROW, last)},"OK")=${checks.length},"OK","NOT")`, "text")]);
  list.row([]);
  for (const check of checks) {
    const cell = (column: number): string => list.at(column, list.next());
    const verdict = [formula(`IF(ISNUMBER(${cell(4)}),IF(${cell(5)}=0,${cell(4)},${cell(4)}/${cell(5)}),IF(${cell(2)}=${cell(3)},0,1))`, "small"), formula(`IF(${cell(6)}<=${tolerance},"OK","NOT")`, "text")] as const;
    if ("line" in check) {
      const line = library.line({ label: check.what, unit: check.unit, kind: "library" }, (t) => check.library[t]!);
      const size = check.library.reduce((sum, usd) => sum + Math.abs(usd), 0);
      list.row([text(check.what), text(check.unit), formula(`SUM(${check.line})`, "usd"), formula(`SUM(${line.all})`, "usd"), formula(`SUMPRODUCT(ABS(${check.line}-${line.all}))`, "small"), formula(check.unit !== "$" ? "1" : size < ROUNDING_USD ? scale : `SUMPRODUCT(ABS(${line.all}))`, "usd"), ...verdict]);
      continue;
    }
    const format: Format = check.unit === "$" ? "usd" : "number";
    const told = check.library === null ? given("none", { kind: "library", of: check.what }) : given(check.library, { kind: "library", format, of: check.what });
    list.row([text(check.what), text(check.unit), formula(check.cell, format), told, formula(`IF(AND(ISNUMBER(${cell(2)}),ISNUMBER(${cell(3)})),ABS(${cell(2)}-${cell(3)}),"")`, "small"), formula(`IF(ISNUMBER(${cell(3)}),ABS(${cell(3)}),0)`, format), ...verdict]);
  }
  return [list.finish(), library.finish()];
};
