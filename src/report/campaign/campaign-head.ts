/** A campaign in sentences. */
import { formatFigure } from "../format.ts";
import type { CampaignReport } from "./campaign-record.ts";
import { chanceText } from "./campaign-tables.ts";

const DESIGN = { random: "random draws", latin: "a Latin hypercube", sobol: "a scrambled Sobol sequence", saltelli: "Saltelli's design on a scrambled Sobol sequence", morris: "Morris trajectories" } as const;

/** How many points of what, and how often each yes or no came out yes. */
export const campaignSays = ({ plan, findings }: CampaignReport): readonly string[] => [
  `${formatFigure(findings.points)} evaluations over ${plan.inputs.length} uncertain ${plan.inputs.length === 1 ? "input" : "inputs"} by ${DESIGN[plan.design.kind]}, seed ${plan.design.seed}.`,
  ...findings.outcomes.flatMap((found) => chanceText(found) ?? []).map((text) => `${text}.`),
];

/** What of it failed or is missing: to be read before any number. */
export const campaignFaults = ({ interrupted, leftOut, alarms, plan, findings }: CampaignReport): readonly string[] => [
  ...(interrupted ? [`Interrupted: ${formatFigure(findings.points)} of ${formatFigure(plan.points)} evaluations; the same command goes on from there where it was given --out.`] : []),
  ...leftOut.map(({ start, end, causes }) => `Evaluations ${start} to ${end - 1} have no result, after ${causes.length} attempts: ${[...new Set(causes)].join("; ")}.`),
  ...alarms,
];
