/** A campaign in sentences. */
import type { Chance, ChoiceFindings, OutcomeSummary } from "../../risk/index.ts";
import { formatFigure, formatPercent } from "../format.ts";
import type { CampaignReport } from "./campaign-record.ts";

const DESIGN = { random: "random draws", latin: "a Latin hypercube", sobol: "a scrambled Sobol sequence", saltelli: "Saltelli's design on a scrambled Sobol sequence", morris: "Morris trajectories" } as const;

/** How many points of what, who wins how often, and how often each yes or no came out yes. */
export const campaignSays = ({ plan, analysis }: CampaignReport): readonly string[] => [
  `${formatFigure(analysis.points)} evaluations over ${plan.inputs.length} uncertain ${plan.inputs.length === 1 ? "input" : "inputs"} by ${DESIGN[plan.design.kind]}, seed ${plan.design.seed}.`,
  ...analysis.choices.flatMap(choiceSays),
  ...analysis.outcomes.flatMap(oftenSays),
];

const chanceText = ({ chance, low, high }: Chance): string => `in ${formatPercent(chance)} of the draws (95 %: ${formatPercent(low)} to ${formatPercent(high)})`;

const choiceSays = ({ name, alternatives, worths }: ChoiceFindings): readonly string[] => {
  const wins = alternatives.flatMap(({ name: one, wins: won }) => (won === null ? [] : [`${one} wins ${chanceText(won)}`]));
  const named = (id: string): string => alternatives.find((one) => one.id === id)?.name ?? id;
  const robust = worths === null ? [] : worths.bestMean === worths.leastRegret ? [`${named(worths.bestMean)} is best in the mean and by least worst regret`] : [`${named(worths.bestMean)} is best in the mean, ${named(worths.leastRegret)} by least worst regret`];
  const said = [...(wins.length === 0 ? [] : [wins.join(", ")]), ...robust];
  return said.length === 0 ? [] : [`${capitalised(name)}: ${said.join("; ")}.`];
};

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const oftenSays = ({ name, chance, moments: { missing } }: OutcomeSummary): readonly string[] =>
  chance === null ? [] : [`${capitalised(name)}: ${chanceText(chance)}${missing === 0 ? "" : `; ${formatFigure(missing)} more cannot say`}.`];

/** What of it failed or is missing: to be read before any number. */
export const campaignFaults = ({ interrupted, leftOut, alarms, plan, analysis }: CampaignReport): readonly string[] => [
  ...(interrupted ? [`Interrupted: this is told of the first ${formatFigure(analysis.points)} of ${formatFigure(plan.points)} evaluations.`] : []),
  ...leftOut.map(({ start, end, causes }) => `Evaluations ${start} to ${end - 1} have no result, after ${causes.length} attempts: ${[...new Set(causes)].join("; ")}.`),
  ...alarms,
];
