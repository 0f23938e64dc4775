/** What must be true, as a table of steps and a waterfall. */
import type { Ladder } from "../risk/index.ts";
import type { WaterfallChart } from "./chart/index.ts";
import { formatFigure } from "./format.ts";
import { numberColumn, wordColumn, type Table } from "./table.ts";

/** What the outcome is, for titles. */
export interface LadderNames {
  readonly what: string;
  readonly unit: string;
}

const valueText = (value: number, unit: string): string => `${formatFigure(value)}${unit === "1" || unit === "" ? "" : ` ${unit}`}`;

const reachText = ({ reached, goal, from, steps }: Ladder): string => {
  if (steps.length === 0) return from <= goal ? "It holds as it is." : "No input brings it down within its range.";
  return reached ? "The last step goes only as far as it must." : `All that helps, at its best end, leaves it at ${formatFigure(steps.at(-1)!.outcome)}.`;
};

/** Steps one upon another. */
export const ladderTable = (ladder: Ladder, { what, unit }: LadderNames): Table => ({
  id: "ladder",
  title: "What must be true",
  columns: [wordColumn("input"), wordColumn("from"), wordColumn("to"), numberColumn(what, unit)],
  rows: [["as it is", "", "", ladder.from], ...ladder.steps.map((step) => [step.path, valueText(step.from, step.unit), valueText(step.to, step.unit), step.outcome])],
  note: `Each step moves one input to the better end of its range beside those above it, the strongest first, until ${what} is ${formatFigure(ladder.goal)}. ${reachText(ladder)} The plan of the centre is held.`,
});

/** Each input by itself. */
export const ladderAloneTable = ({ alone, goal }: Ladder, { what, unit }: LadderNames): Table => ({
  id: "ladder-alone",
  title: "Each by itself",
  columns: [wordColumn("input"), wordColumn("now"), wordColumn("at best"), numberColumn(what, unit), wordColumn(`${what} is ${formatFigure(goal)} at`)],
  rows: alone.map((one) => [one.path, valueText(one.from, one.unit), valueText(one.to, one.unit), Number.isFinite(one.outcome) ? one.outcome : null, one.meets === null ? "not within its range" : valueText(one.meets, one.unit)]),
  note: "All else as it is.",
});

/** The steps as a way down; null without one. */
export const ladderChart = (ladder: Ladder, names: LadderNames): WaterfallChart | null => {
  const last = ladder.steps.at(-1);
  if (last === undefined) return null;
  let before = ladder.from;
  const steps = ladder.steps.map(({ path, to, unit, outcome }) => {
    const amount = outcome - before;
    before = outcome;
    return { name: `${path} ${valueText(to, unit)}`, amount, hue: "orbit" as const, kind: "input" };
  });
  return {
    kind: "waterfall", id: "chart-ladder", title: `What must be true: ${names.what}`, unit: names.unit, table: ladderTable(ladder, names), steps,
    ends: [{ name: "as it is", value: ladder.from }, { name: ladder.reached ? "the goal" : "as far as it goes", value: last.outcome }],
    description: `A waterfall of ${names.what}, from what it is to what it comes down to when one input after another goes to the better end of its range.`,
  };
};
