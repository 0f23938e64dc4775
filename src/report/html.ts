/** A run as one self-contained page: no request leaves it and no script runs in it. */
import { foldedTable, htmlFigure, htmlTable } from "./html-table.ts";
import { el, type Markup } from "./markup.ts";
import { pageText } from "./page.ts";
import type { Run } from "../run/index.ts";
import { runSections, type Piece, type Section } from "./sections.ts";
import { boundaryText } from "./tables/index.ts";
import { runTiles, type Tile } from "./tiles.ts";
import { hasCost, headline } from "./verdict.ts";

const paragraph = (text: string): Markup => el("p", {}, text);

const verdictBox = (run: Run): Markup => {
  const { feasible, text, why } = headline(run);
  const boundary = run.finance && hasCost(run.finance) ? boundaryText(run.finance) : null;
  const rows = boundary ? [el("dt", {}, "Inside the boundary"), el("dd", {}, boundary.inside), el("dt", {}, "Not inside"), el("dd", {}, boundary.outside)] : [];
  return el(
    "div",
    { class: feasible ? "verdict" : "verdict no" },
    el("p", { class: "say" }, text),
    ...(why.length === 0 ? [] : [el("ul", {}, ...why.map((reason) => el("li", {}, reason)))]),
    ...(rows.length === 0 ? [] : [el("dl", {}, ...rows)]),
  );
};

const tileElement = ({ what, much, more }: Tile): Markup =>
  el("li", {}, el("span", { class: "what" }, what), el("span", { class: "much" }, much), el("span", { class: "more" }, more));

const tiles = (run: Run): readonly Markup[] => {
  const all = runTiles(run);
  return all.length === 0 ? [] : [el("ul", { class: "tiles" }, ...all.map(tileElement))];
};

const factsElement = (facts: readonly (readonly [string, string])[]): Markup =>
  el("table", { class: "facts" }, el("tbody", {}, ...facts.map(([name, value]) => el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, value)))));

const pieceElement = (piece: Piece): Markup => {
  switch (piece.kind) {
    case "table": {
      const shown = piece.folded ? foldedTable(piece.table) : htmlTable(piece.table);
      return piece.anchor === undefined ? shown : el("div", { id: piece.anchor }, shown);
    }
    case "figure": return htmlFigure(piece.chart);
    case "text": return paragraph(piece.text);
    case "list": return el("ul", {}, ...piece.items.map((item) => el("li", {}, item)));
    case "code": return el("pre", {}, piece.text);
    case "facts": return factsElement(piece.facts);
    case "jumps": return el("ul", { class: "jump" }, ...piece.to.map(({ id, text }) => el("li", {}, el("a", { href: `#${id}` }, text))));
  }
};

const masthead = (run: Run): Markup =>
  el(
    "header",
    {},
    el("p", { class: "kicker" }, `Dawndusk ${run.dawndusk}: compute in orbit beside compute on the ground`),
    el("h1", {}, run.scenario.name),
    ...(run.scenario.note === "" ? [] : [paragraph(run.scenario.note)]),
    verdictBox(run),
    ...tiles(run),
  );

const sectionElement = ({ id, title, body }: Section): Markup => el("section", { id }, el("h2", {}, title), ...body.map(pieceElement));

/** The report of a run as the text of one HTML file. */
export const htmlReport = (run: Run): string => {
  const sections = runSections(run);
  const nav = el("nav", { "aria-label": "Sections" }, el("ul", {}, ...sections.map(({ id, title }) => el("li", {}, el("a", { href: `#${id}` }, title)))));
  const footer = el("footer", {}, `dawndusk ${run.dawndusk}, model ${run.modelVersion}, scenario ${run.scenarioHash}, seed ${run.seed}`);
  return pageText({ title: `${run.scenario.name} - Dawndusk`, style: "" }, [masthead(run), nav, el("main", {}, ...sections.map(sectionElement)), footer]);
};
