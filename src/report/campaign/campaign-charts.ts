/** Charts of a campaign: each outcome's distribution, and what decides it. */
import type { BarChart, PlotChart } from "../chart/index.ts";
import type { OutcomeFindings } from "../../run/campaign/index.ts";
import { decidesTable, idOf, quantilesTable, shown, unitOf } from "./campaign-tables.ts";

/** What share of the draws lies below a value. */
export const distributionChart = (found: OutcomeFindings): PlotChart => {
  const table = quantilesTable(found);
  const { name } = found.outcome;
  const unit = unitOf(found.outcome);
  return {
    kind: "plot", id: `chart-${idOf(found.outcome)}`, title: name, table, unit: "%", form: "lines",
    across: { column: 1, name: unit === "" ? name : `${name}, ${unit}`, scale: "linear" },
    plotted: [{ name: "draws below", hue: "orbit", column: 0, rows: table.rows.map((_, row) => row) }],
    description: `Share of the draws below a value of ${name}: 5 % at ${found.bands.find(({ share }) => share === 0.05)?.value ?? "none"}.`,
  };
};

/** Most bars: more say nothing. */
const BARS = 12;

/** Alone, and what others add; or mean sizes of a Morris design. Null where no input stands out. */
export const decidesChart = (found: OutcomeFindings): BarChart | null => {
  const table = decidesTable(found);
  const bars = found.indices !== null ? sobolBars(found.indices) : morrisBars(found);
  if (table === null || bars.length === 0) return null;
  return { kind: "bars", id: `chart-${table.id}`, title: table.title, table, unit: found.indices !== null ? "%" : unitOf(found.outcome), bars: bars.slice(0, BARS), description: `${table.title}: the largest is ${bars[0]!.name}.` };
};

/** Of an index that cannot be told from 0 nothing is drawn. */
const sobolBars = ({ factors }: NonNullable<OutcomeFindings["indices"]>): BarChart["bars"] =>
  factors.filter(({ total }) => total.distinct).toSorted((a, b) => b.total.value - a.total.value).map(({ factor, first, total }) => {
    const alone = first.distinct ? 100 * first.value : 0;
    const more = 100 * total.value - alone;
    return { name: factor, parts: [{ name: "alone", value: alone, hue: "orbit" }, ...(more > 0 ? [{ name: "with others", value: more, hue: "two" } as const] : [])] };
  });

const morrisBars = ({ outcome, effects }: OutcomeFindings): BarChart["bars"] =>
  (effects?.factors ?? []).toSorted((a, b) => b.muStar - a.muStar).map(({ factor, muStar }) => ({ name: factor, parts: [{ name: "mean size", value: shown(outcome, muStar), hue: "orbit" }] }));
