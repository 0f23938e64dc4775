/** A choice between alternatives: which stands whatever comes, when each wins, what knowing is worth. */
import type { AlternativeFindings, ChoiceFindings, Rule } from "../../risk/index.ts";
import { formatFigure, formatPercent } from "../format.ts";
import { numberColumn, wordColumn, type Table } from "../table.ts";
import type { CampaignReport } from "../../risk/index.ts";
import { inputNumber, inputOf } from "./input-text.ts";

/** What units are taken from. */
type Inputs = Pick<CampaignReport, "plan">;

/** Null where too few draws know every alternative. */
export const alternativesTable = ({ id, name, unit, alternatives, worths, missing }: ChoiceFindings): Table | null =>
  worths && {
    id: `choice-${id}`, title: `${name}, ${unit}`,
    note: `Means and regret of ${formatFigure(worths.rows)} draws${missing === 0 ? "" : `; ${formatFigure(missing)} more lack one of them`}. Worst tenth: mean of the worst 10 % of the draws. Regret: how much better the best would have been.`,
    columns: [wordColumn(""), numberColumn("wins", "%"), numberColumn("mean", ""), numberColumn("worst tenth", ""), numberColumn("mean regret", ""), numberColumn("p95 regret", ""), numberColumn("worst regret", "")],
    rows: alternatives.map(({ name: one, wins }, a) => {
      const { mean, worstTail, meanRegret, regret95, worstRegret } = worths.alternatives[a]!;
      return [one, wins === null ? null : 100 * wins.chance, mean, worstTail, meanRegret, regret95, worstRegret];
    }),
  };

/** Where one alternative is best in every draw, nothing is worth knowing. */
const nothingToKnow = ({ worths }: ChoiceFindings): boolean => worths?.perfect.value === 0;

/** Why there is no table of what knowing is worth. */
export const knowingText = (choice: ChoiceFindings): string | null => (nothingToKnow(choice) ? `No input is worth knowing before choosing ${choice.name}: one is best in every draw.` : null);

/** What it would be worth to know an input before choosing, the most first; null where nothing is. */
export const knowingTable = (choice: ChoiceFindings): Table | null => {
  const { id, name, unit, worths } = choice;
  if (worths === null || nothingToKnow(choice)) return null;
  return {
    id: `knowing-${id}`, title: `What knowing is worth before choosing ${name}`,
    note: "An input alone: low chooses by one half of the draws and counts the other, high chooses and counts by the same; the truth lies between them, and where low is not above 0 nothing can be told of it.",
    columns: [wordColumn("known"), numberColumn("worth", unit), numberColumn("low", unit), numberColumn("high", unit)],
    rows: [["all inputs", worths.perfect.value, worths.perfect.value - 2 * worths.perfect.standardError, worths.perfect.value + 2 * worths.perfect.standardError], ...worths.partial.map(({ path, value, low, high }) => [path, value, low, high])],
  };
};

/** "launch.price at most 430 $/kg and orbit.life at least 4 yr". */
const rulesText = (campaign: Inputs, rules: readonly Rule[]): string => rules.map((rule) => ruleText(campaign, rule)).join(" and ");

const ruleText = (campaign: Inputs, { path, low, high }: Rule): string => {
  const number = (value: number): string => inputNumber(inputOf(campaign, path), value);
  return low === null ? `${path} at most ${number(high!)}` : high === null ? `${path} at least ${number(low)}` : `${path} from ${number(low)} to ${number(high)}`;
};

/** What must be true for an alternative to win, in a sentence; null where nothing says so. */
export const boxText = (campaign: Inputs, { name, box }: AlternativeFindings): string | null => {
  if (box === null || box.rules.length === 0) return null;
  return `What must be true for ${name} to win: ${rulesText(campaign, box.rules)}. There it wins in ${formatPercent(box.density)} of the draws, over all in ${formatPercent(box.base)}; there lie ${formatPercent(box.coverage)} of the draws in which it wins.`;
};

/** The draws divided where it matters most to an alternative; null where one leaf is all. */
export const leavesTable = (campaign: Inputs, { id }: ChoiceFindings, { id: one, name, tree }: AlternativeFindings): Table | null =>
  tree.length < 2
    ? null
    : {
        id: `leaves-${id}-${one}`, title: `Where ${name} wins`, note: "A regression tree, grown on half of the draws and counted on the other.",
        columns: [wordColumn("with"), numberColumn("draws", "%"), numberColumn(`${name} wins`, "%")],
        rows: tree.map(({ rules, mass, share }) => [rulesText(campaign, rules), 100 * mass, share === null ? null : 100 * share]),
      };
