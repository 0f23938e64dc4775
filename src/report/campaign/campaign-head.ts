/** A campaign in sentences. */
import type { Chance, ChoiceFindings, OutcomeSummary } from "../../risk/index.ts";
import { formatFigure, formatPercent } from "../format.ts";
import type { CampaignReport } from "../../risk/index.ts";
import { nameOf, spreadOutcomes } from "./campaign-tables.ts";

const DESIGN = { random: "random draws", latin: "a Latin hypercube", sobol: "a scrambled Sobol sequence", saltelli: "Saltelli's design on a scrambled Sobol sequence", morris: "Morris trajectories" } as const;

/** How many points of what, who wins how often, how often each yes or no came out yes, and of what no tornado can be. */
export const campaignSays = (report: CampaignReport): readonly string[] => [
  `${formatFigure(report.analysis.points)} evaluations over ${report.plan.inputs.length} uncertain ${report.plan.inputs.length === 1 ? "input" : "inputs"} by ${DESIGN[report.plan.design.kind]}, seed ${report.plan.design.seed}.`,
  ...report.analysis.choices.flatMap(choiceSays),
  ...report.analysis.outcomes.flatMap(oftenSays),
  ...nowhereSays(report),
];

/** Outcomes that are somewhere, and not where every input is at its median: one input at a time says nothing of them. */
const nowhereSays = (report: CampaignReport): readonly string[] => {
  const [first, ...more] = spreadOutcomes(report).filter(({ key }) => report.tornado.centre[report.plan.outcomes.findIndex((one) => one.key === key)] === null);
  if (first === undefined) return [];
  const what = more.length === 0 ? `"${nameOf(first)}" does not exist` : `"${nameOf(first)}" and ${more.length} more ${more.length === 1 ? "outcome" : "outcomes"} do not exist`;
  return [`With every input at its median ${what}: of one input at a time nothing is told there.`];
};

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
