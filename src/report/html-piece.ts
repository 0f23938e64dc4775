/** Sections as markup. */
import { drawChart, type PlotChart } from "./chart/index.ts";
import { foldedTable, htmlFigure, htmlTable } from "./html-table.ts";
import { el, type Markup } from "./markup.ts";
import type { Piece, Section } from "./piece.ts";

const multiple = (chart: PlotChart): Markup => el("figure", {}, el("figcaption", {}, chart.title), drawChart(chart), foldedTable(chart.table));

const factsElement = (facts: readonly (readonly [string, string])[]): Markup =>
  el("table", { class: "facts" }, el("tbody", {}, ...facts.map(([name, value]) => el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, value)))));

const pieceElement = (piece: Piece): Markup => {
  switch (piece.kind) {
    case "table": {
      const shown = piece.folded ? foldedTable(piece.table) : htmlTable(piece.table);
      return piece.anchor === undefined ? shown : el("div", { id: piece.anchor }, shown);
    }
    case "figure": return htmlFigure(piece.chart);
    case "multiples": return el("div", { class: "multiples" }, ...piece.charts.map(multiple));
    case "text": return el("p", {}, piece.text);
    case "list": return el("ul", {}, ...piece.items.map((item) => el("li", {}, item)));
    case "code": return el("pre", {}, piece.text);
    case "facts": return factsElement(piece.facts);
    case "jumps": return el("ul", { class: "jump" }, ...piece.to.map(({ id, text }) => el("li", {}, el("a", { href: `#${id}` }, text))));
  }
};

export const sectionElement = ({ id, title, body }: Section): Markup => el("section", { id }, el("h2", {}, title), ...body.map(pieceElement));
