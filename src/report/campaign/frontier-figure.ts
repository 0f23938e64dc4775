/** Where two alternatives break even, over two inputs. */
import type { CampaignPlan, Frontier, FrontierPoint } from "../../risk/index.ts";
import type { PlotChart } from "../chart/index.ts";
import { formatFigure } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";
import { inputNumber, inputOf, inputUnit } from "./input-text.ts";

/** Of a campaign, or of what one would be laid over: whose frontier it is. */
export interface FrontierOf {
  readonly plan: Pick<CampaignPlan, "inputs" | "choices">;
}

const named = (report: FrontierOf, path: string): string => {
  const unit = inputUnit(inputOf(report, path));
  return unit === "" ? path : `${path}, ${unit}`;
};

/** The alternative of which is asked where it leads, and the other. */
const alternatives = ({ plan }: FrontierOf): readonly [string, string] => {
  const [other, asked] = plan.choices[0]!.alternatives;
  return [asked!.name, other!.name];
};

const draws = ({ points }: Frontier): number => Math.max(...points.map(({ always, never, missing, band }) => (band.length === 0 ? missing : always + never + missing)));

const leadsText = (leads: Frontier["leads"]): string => (leads === "mixed" ? "on either side of it" : leads);

/** A band's value, or on which side of the range that was scanned it lies. */
const valueCell = ({ band }: FrontierPoint, share: number, [low, high]: Frontier["range"]): Cell => {
  const one = band.find((quantile) => quantile.share === share);
  if (one === undefined) return null;
  return one.value ?? (one.beyond === "below" ? `below ${formatFigure(low)}` : `above ${formatFigure(high)}`);
};

export const frontierTable = (report: FrontierOf, frontier: Frontier): Table => {
  const { drivers: [first, second], points, leads, range } = frontier;
  const [asked, other] = alternatives(report);
  return {
    id: "frontier", title: `Where ${asked} and ${other} break even: ${named(report, second)}, for each ${first}`,
    note: `${capital(asked)} leads ${leadsText(leads)} the break-even value. Bands of 10, 50 and 90 % of the draws of all other inputs; ${formatFigure(range[0])} to ${inputNumber(inputOf(report, second), range[1])} was looked at (1 % to 99 % of its draws).${points.some(({ several }) => several > 0) ? " In some draws the lead changes more than once: the first change is told." : ""}${points.some(({ missing }) => missing > 0) ? ` In up to ${draws(frontier)} draws one of the two does not exist.` : ""}`,
    columns: [numberColumn(named(report, first), ""), ...[10, 50, 90].map((share) => wordColumn(`${share} %`)), numberColumn(`${asked} always`, "draws"), numberColumn(`${asked} never`, "draws")],
    rows: points.map((point): readonly Cell[] => [point.at, ...[0.1, 0.5, 0.9].map((share) => text(valueCell(point, share, range))), point.always, point.never]),
  };
};

const text = (cell: Cell): Cell => (typeof cell === "number" ? formatFigure(cell) : cell);
const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** Lines of the three bands; a value beyond what was looked at leaves a gap. Null where all lie beyond. */
export const frontierChart = (report: FrontierOf, frontier: Frontier): PlotChart | null => {
  const { drivers: [first, second], points } = frontier;
  const value = ({ band }: FrontierPoint, share: number): number | null => band.find((quantile) => quantile.share === share)?.value ?? null;
  const table: Table = {
    id: "frontier-lines", title: `Break-even ${named(report, second)}`, note: "A dash: beyond the range that was looked at.",
    columns: [numberColumn(named(report, first), ""), ...[10, 50, 90].map((share) => numberColumn(`${share} %`, ""))],
    rows: points.map((point) => [point.at, ...[0.1, 0.5, 0.9].map((share) => value(point, share))]),
  };
  if (table.rows.every(([, ...values]) => values.every((one) => one === null))) return null;
  const rows = table.rows.map((_, row) => row);
  return {
    kind: "plot", id: "chart-frontier", title: table.title, table, unit: "", form: "lines", across: { column: 0, name: named(report, first), scale: "linear" },
    plotted: [{ name: "10 %", hue: "two", column: 1, rows }, { name: "50 %", hue: "orbit", column: 2, rows }, { name: "90 %", hue: "three", column: 3, rows }],
    description: `${table.title} for each ${first}: what 10, 50 and 90 % of the draws of all else lie below.`,
  };
};
