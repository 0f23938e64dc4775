/** What every chart shares: size, title for readers, legend, rounded coordinates. */
import { formatFigure } from "../format.ts";
import { el, type Markup } from "../markup.ts";
import type { Chart, Hue } from "./chart.ts";

export const WIDTH = 680;
export const LABEL_HEIGHT = 18;
/** Mean width of a character of the 13 px face. */
export const CHARACTER = 7;

/** Room right of the last tick for half of its number, a gap and the unit, which stands at the edge. */
export const unitRoom = (unit: string, lastTick: number): number => (formatFigure(lastTick).length / 2 + unit.length) * CHARACTER + 12;

/** Two decimals are a hundredth of a pixel. */
export const round = (coordinate: number): number => Number(coordinate.toFixed(2));

export interface LegendEntry {
  readonly name: string;
  readonly hue: Hue;
  readonly form: "line" | "step" | "layer";
  readonly dashed?: true;
}

interface PlacedEntry extends LegendEntry {
  readonly x: number;
  readonly row: number;
}

const SWATCH = 20;
const place = (entries: readonly LegendEntry[], wide: number): readonly PlacedEntry[] => {
  let x = 0;
  let row = 0;
  return entries.map((entry) => {
    const width = SWATCH + entry.name.length * CHARACTER + 14;
    if (x > 0 && x + width > wide) {
      x = 0;
      row++;
    }
    const placed = { ...entry, x, row };
    x += width;
    return placed;
  });
};

/** Classes of a line. */
export const strokeOf = ({ hue, dashed }: { readonly hue: Hue; readonly dashed?: true | undefined }): string => `stroke${dashed === true ? " dashed" : ""} line-${hue}`;

const swatch = ({ x, row, hue, form, dashed }: PlacedEntry): Markup =>
  form === "layer"
    ? el("rect", { class: `fill-${hue}`, x, y: row * LABEL_HEIGHT + 3, width: 12, height: 12, rx: 2 })
    : el("line", { class: strokeOf({ hue, dashed }), x1: x, x2: x + 14, y1: row * LABEL_HEIGHT + 9, y2: row * LABEL_HEIGHT + 9 });

/** The legend along the top, and the height it takes. */
export const legend = (entries: readonly LegendEntry[]): { readonly height: number; readonly parts: readonly Markup[] } => legendIn(entries, WIDTH);

export const legendIn = (entries: readonly LegendEntry[], wide: number): { readonly height: number; readonly parts: readonly Markup[] } => {
  const placed = place(entries, wide);
  const rows = (placed.at(-1)?.row ?? -1) + 1;
  return {
    height: rows * LABEL_HEIGHT,
    parts: placed.flatMap((entry) => [swatch(entry), el("text", { x: entry.x + SWATCH, y: entry.row * LABEL_HEIGHT + 13 }, entry.name)]),
  };
};

/** The svg element with its title and description, of the width of the page. */
export const frame = (chart: Chart, height: number, parts: readonly Markup[]): Markup => frameOf(chart, { width: WIDTH, height: round(height) }, parts);

/** The svg element with its title and description. */
export const frameOf = (chart: Chart, { width, height }: { readonly width: number; readonly height: number }, parts: readonly Markup[]): Markup =>
  el(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", class: "chart", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-labelledby": `${chart.id}-title ${chart.id}-desc` },
    el("title", { id: `${chart.id}-title` }, chart.title),
    el("desc", { id: `${chart.id}-desc` }, chart.description),
    ...parts,
  );
