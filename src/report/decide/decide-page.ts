/** What to decide as one self-contained page. */
import type { Commitments, Run } from "../../run/index.ts";
import { sectionElement } from "../html-piece.ts";
import { el } from "../markup.ts";
import { pageText } from "../page.ts";
import { figurePiece, tablePiece, type Section } from "../piece.ts";
import { realOptionTables, uncertainTables } from "../tables/index.ts";
import { afterChart, waitingChart } from "./decide-charts.ts";
import { commitmentTable } from "./decide-tables.ts";
import { decideNotes, decideSays } from "./decide-text.ts";

export interface DecidePage extends Pick<Run, "uncertain" | "realOptions" | "dawndusk" | "modelVersion"> {
  readonly name: string;
}

export const decidePage = (all: Commitments, page: DecidePage): string =>
  pageText({ title: `Decide - ${page.name} - Dawndusk`, style: "" }, [
    el(
      "header", {},
      el("p", { class: "kicker" }, `Dawndusk ${page.dawndusk}: what to decide`),
      el("h1", {}, page.name),
      el("div", { class: "verdict" }, ...decideSays(all).map((text, i) => el("p", i === 0 ? {} : { class: "say" }, text))),
    ),
    el("main", {}, ...decideSections(all, page).map(sectionElement)),
    el("footer", {}, `dawndusk ${page.dawndusk}, model ${page.modelVersion}`),
  ]);

/** Sections with nothing to show are left out. */
export const decideSections = (all: Commitments, { uncertain, realOptions }: Pick<Run, "uncertain" | "realOptions">): readonly Section[] => {
  const [waiting, after] = [waitingChart(all), afterChart(all)];
  return [
    { id: "commitments", title: "What to commit, and when", body: all.commitments.length === 0 ? [] : [tablePiece(commitmentTable(all))] },
    { id: "waiting", title: "What waiting is worth", body: waiting === null ? [] : [figurePiece(waiting)] },
    { id: "after", title: "What follows each outcome", body: after === null ? [] : [figurePiece(after)] },
    { id: "options", title: "Rights and futures", body: [...uncertainTables(uncertain), ...realOptionTables(realOptions).slice(0, 2)].filter(({ rows }) => rows.length > 0).map(tablePiece) },
    { id: "notes", title: "How it was told", body: [{ kind: "list", items: decideNotes(all) } as const] },
  ].filter(({ body }) => body.length > 0);
};
