/** A run as one self-contained page: no request leaves it and no script runs in it. */
import { el, type Markup } from "./markup.ts";
import { pageText } from "./page.ts";
import type { Run } from "../run/index.ts";
import { sectionElement } from "./html-piece.ts";
import { runSections } from "./sections.ts";
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

/** The report of a run as the text of one HTML file. */
export const htmlReport = (run: Run): string => {
  const sections = runSections(run);
  const nav = el("nav", { "aria-label": "Sections" }, el("ul", {}, ...sections.map(({ id, title }) => el("li", {}, el("a", { href: `#${id}` }, title)))));
  const footer = el("footer", {}, `dawndusk ${run.dawndusk}, model ${run.modelVersion}, scenario ${run.scenarioHash}, seed ${run.seed}`);
  return pageText({ title: `${run.scenario.name} - Dawndusk`, style: "" }, [masthead(run), nav, el("main", {}, ...sections.map(sectionElement)), footer]);
};
