/** A campaign's outcomes and inputs as tables. */
import type { Distribution } from "../../scenario/index.ts";
import type { OutcomeSummary } from "../../risk/index.ts";
import { formatFigure, scaleFor, type Scale } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";
import type { CampaignReport } from "../../risk/index.ts";
import { inputUnit } from "./input-text.ts";

/** What an outcome's numbers are divided by, for people: a share of 1 becomes percent, dollars the prefix that fits its draws. */
const scaleOf = ({ unit, moments }: OutcomeSummary): Scale => {
  if (unit === "frac") return { unit: "%", divisor: 0.01 };
  return unit === "$" && moments.low !== null && moments.high !== null ? scaleFor(Math.max(Math.abs(moments.low), Math.abs(moments.high)), "$") : { unit, divisor: 1 };
};

export const unitOf = (outcome: OutcomeSummary): string => scaleOf(outcome).unit;
export const shown = (outcome: OutcomeSummary, value: number): number => value / scaleOf(outcome).divisor;

export const nameOf = (outcome: OutcomeSummary): string => (outcome.chance !== null ? `whether ${outcome.name}` : unitOf(outcome) === "" ? outcome.name : `${outcome.name}, ${unitOf(outcome)}`);
/** A key as an id of markup. */
export const idOf = ({ key }: OutcomeSummary): string => key.replaceAll(/[^a-zA-Z0-9]+/g, "-");

/** Outcomes that have a spread: not those that say yes or no, nor those that never exist. */
export const spreadOutcomes = ({ analysis }: CampaignReport): readonly OutcomeSummary[] => analysis.outcomes.filter(({ quantiles }) => quantiles.length > 0);

/** Outcomes of which is told what decides or moves them; of a yes or no where it is not always the same. */
export const movedOutcomes = ({ analysis }: CampaignReport): readonly OutcomeSummary[] =>
  analysis.outcomes.filter(({ key, quantiles }) => quantiles.length > 0 || analysis.indices.some(({ outcome, factors }) => outcome === key && factors.some(({ total }) => total.distinct)) || analysis.effects.some(({ outcome, factors }) => outcome === key && factors.some(({ muStar }) => muStar > 0)));

const cell = (outcome: OutcomeSummary, value: number | null | undefined): Cell => (value === null || value === undefined ? null : shown(outcome, value));
const at = ({ quantiles }: OutcomeSummary, share: number): number | undefined => quantiles.find((band) => band.share === share)?.value;

export const outcomesTable = (report: CampaignReport): Table => {
  const outcomes = spreadOutcomes(report);
  const lacking = outcomes.some(({ moments }) => moments.missing > 0);
  const open = outcomes.filter(({ convergence }) => !convergence.settled).map(({ key }) => key);
  return {
    id: "outcomes", title: "Outcomes",
    note: `p5, p50, p95: what 5, 50 and 95 % of the draws lie below.${lacking ? " Without: draws in which it does not exist." : ""}${open.length === 0 ? "" : ` More draws would still move the mean of ${open.length === outcomes.length ? "all" : open.join(", ")}.`}`,
    columns: [wordColumn("outcome"), numberColumn("p5", ""), numberColumn("p50", ""), numberColumn("p95", ""), numberColumn("mean", ""), ...(lacking ? [numberColumn("without", "")] : [])],
    rows: outcomes.map((outcome) => [nameOf(outcome), ...[0.05, 0.5, 0.95].map((share) => cell(outcome, at(outcome, share))), cell(outcome, outcome.moments.mean), ...(lacking ? [outcome.moments.missing] : [])]),
  };
};

/** The same with how far each number is known. */
export const quantilesTable = (outcome: OutcomeSummary): Table => ({
  id: `quantiles-${idOf(outcome)}`, title: nameOf(outcome), note: "Low and high: between which the number lies with 95 %.",
  columns: [numberColumn("below it", "%"), numberColumn(outcome.name, unitOf(outcome)), numberColumn("low", ""), numberColumn("high", "")],
  rows: outcome.quantiles.map(({ share, value, low, high }) => [100 * share, ...[value, low, high].map((number) => shown(outcome, number))]),
});

export const distributionText = (d: Distribution): string => {
  const list = (numbers: readonly number[]): string => numbers.map(formatFigure).join(", ");
  switch (d.distribution) {
    case "uniform": return `uniform ${formatFigure(d.low)} to ${formatFigure(d.high)}`;
    case "triangular": return `triangular ${list([d.low, d.mode, d.high])}`;
    case "normal": return `normal ${formatFigure(d.mean)} +- ${formatFigure(d.sd)}`;
    case "lognormal": return `lognormal, median ${formatFigure(d.median)}, sigma ${formatFigure(d.sigma)}`;
    case "beta": return `beta ${list([d.alpha, d.beta])} from ${formatFigure(d.low)} to ${formatFigure(d.high)}`;
    case "discrete": return `one of ${list(d.values)} by weights ${list(d.weights)}`;
    case "empirical": return `one of ${formatFigure(d.samples.length)} samples`;
  }
};

export const inputsTable = ({ plan }: CampaignReport): Table => ({
  id: "inputs", title: "Inputs", note: plan.correlations.map(({ fields, copula, parameter }) => `${fields.join(" and ")}: ${copula} copula, ${formatFigure(parameter)}`).join("; "),
  columns: [wordColumn("input"), wordColumn("unit"), wordColumn("as")],
  rows: plan.inputs.map((input) => [input.path, inputUnit(input), distributionText(input.distribution)]),
});
