/** What a run says, as an app shows it: words, tables and charts that `report` made, and the headline numbers in full. */
import { boundaryText, hasCost, headline, runSections, runTiles, type Headline, type Section, type Tile } from "../report/index.ts";
import type { Run } from "../run/index.ts";

export interface Answer {
  readonly scenarioHash: string;
  readonly dawndusk: string;
  readonly modelVersion: string;
  readonly seed: number;
  readonly name: string;
  readonly note: string;
  readonly headline: Headline;
  /** What both tiers' costs hold and what not; null where there is no cost. */
  readonly boundary: { readonly inside: string; readonly outside: string } | null;
  readonly tiles: readonly Tile[];
  readonly sections: readonly Section[];
}

/** An answer crosses to another thread or machine as it is: plain data. */
export const answerOf = (run: Run): Answer => ({
  scenarioHash: run.scenarioHash, dawndusk: run.dawndusk, modelVersion: run.modelVersion, seed: run.seed,
  name: run.scenario.name, note: run.scenario.note,
  headline: headline(run),
  boundary: run.finance !== null && hasCost(run.finance) ? boundaryText(run.finance) : null,
  tiles: runTiles(run),
  sections: runSections(run),
});
