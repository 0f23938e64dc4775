/** A campaign's outcomes, what decides them, and its inputs as tables. */
import type { Distribution } from "../../scenario/index.ts";
import type { Estimate, OutcomeField, UncertainInput } from "../../risk/index.ts";
import type { OutcomeFindings } from "../../run/campaign/index.ts";
import { formatFigure, formatPercent } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";
import type { CampaignReport } from "./campaign-record.ts";

/** For people: a share of 1 as percent. */
export const unitOf = ({ unit }: Pick<OutcomeField, "unit">): string => (unit === "frac" ? "%" : unit);
export const shown = ({ unit }: Pick<OutcomeField, "unit">, value: number): number => (unit === "frac" ? 100 * value : value);

const cell = (outcome: OutcomeField, value: number | null | undefined): Cell => (value === null || value === undefined ? null : shown(outcome, value));
const nameOf = (outcome: OutcomeField): string => (unitOf(outcome) === "" ? outcome.name : `${outcome.name}, ${unitOf(outcome)}`);

/** What lies below a share. */
export const bandAt = ({ bands }: OutcomeFindings, share: number) => bands.find((band) => band.share === share);

/** Outcomes that have a spread; those that say yes or no are sentences. */
export const isNumber = ({ bands }: OutcomeFindings): boolean => bands.length > 0;

export const outcomesTable = ({ findings }: CampaignReport): Table => {
  const numbers = findings.outcomes.filter(isNumber);
  const lacking = numbers.some(({ moments }) => moments.missing > 0);
  return {
    id: "outcomes", title: "Outcomes", note: "p5, p50, p95: what 5, 50 and 95 % of the draws lie below.",
    columns: [wordColumn("outcome"), numberColumn("p5", ""), numberColumn("p50", ""), numberColumn("p95", ""), numberColumn("mean", ""), ...(lacking ? [numberColumn("without", "")] : [])],
    rows: numbers.map((found) => [nameOf(found.outcome), ...[0.05, 0.5, 0.95].map((share) => cell(found.outcome, bandAt(found, share)?.value)), cell(found.outcome, found.moments.mean), ...(lacking ? [found.moments.missing] : [])]),
  };
};

/** The same with how far each number is known. */
export const quantilesTable = (found: OutcomeFindings): Table => ({
  id: `quantiles-${idOf(found.outcome)}`, title: nameOf(found.outcome), note: "low and high: between which the number lies with 95 %.",
  columns: [numberColumn("below it", "%"), numberColumn(found.outcome.name, unitOf(found.outcome)), numberColumn("low", ""), numberColumn("high", "")],
  rows: found.bands.map(({ share, value, low, high }) => [100 * share, ...[value, low, high].map((number) => shown(found.outcome, number))]),
});

/** A key as an id of markup. */
export const idOf = ({ key }: OutcomeField): string => key.replaceAll(/[^a-zA-Z0-9]+/g, "-");

const between = ({ low, high }: Estimate): string => `${formatFigure(100 * low)} to ${formatFigure(100 * high)}`;
const share = (estimate: Estimate): Cell => (estimate.distinct ? 100 * estimate.value : null);
const bounds = (estimate: Estimate): Cell => (estimate.distinct ? between(estimate) : "not distinguishable from 0");

/** Factors, the one that decides most first; null where nothing is told of them. */
export const decidesTable = (found: OutcomeFindings): Table | null => (found.indices !== null ? sobolTable(found, found.indices) : found.effects !== null ? morrisTable(found, found.effects) : null);

const sobolTable = ({ outcome }: OutcomeFindings, { factors, missing, baseSamples }: NonNullable<OutcomeFindings["indices"]>): Table | null =>
  factors.length === 0
    ? null
    : {
        id: `decides-${idOf(outcome)}`, title: `What decides ${outcome.name}${outcome.unit === "" ? "" : ` (${outcome.unit})`}`,
        note: `Shares of the variance. Alone: what would go if the input were known; with others: what would be left if all others were. 95 % bounds by bootstrap over ${formatFigure(baseSamples)} base samples${missing === 0 ? "" : `; ${formatFigure(missing)} more were left out, which had no value`}.`,
        columns: [wordColumn("input"), numberColumn("with others", "%"), wordColumn("bounds"), numberColumn("alone", "%"), wordColumn("bounds")],
        rows: factors.toSorted((a, b) => b.total.value - a.total.value).map(({ factor, first, total }) => [factor, share(total), bounds(total), share(first), bounds(first)]),
      };

const morrisTable = ({ outcome }: OutcomeFindings, { factors, missing }: NonNullable<OutcomeFindings["effects"]>): Table | null =>
  factors.length === 0
    ? null
    : {
        id: `decides-${idOf(outcome)}`, title: `What moves ${nameOf(outcome)}`,
        note: `Elementary effects over the whole range of an input: mean size with its standard error, and spread; a spread as large as the size says that it acts by way of others, or bent${missing === 0 ? "" : `. ${formatFigure(missing)} steps had no value before or after`}.`,
        columns: [wordColumn("input"), numberColumn("size", unitOf(outcome)), numberColumn("error", unitOf(outcome)), numberColumn("spread", unitOf(outcome)), numberColumn("direction", unitOf(outcome))],
        rows: factors.toSorted((a, b) => b.muStar - a.muStar).map(({ factor, muStar, muStarError, sigma, mu }) => [factor, ...[muStar, muStarError, sigma, mu].map((number) => shown(outcome, number))]),
      };

/** "yes in 37.2 % (36.8 to 37.6 %)" of outcomes that say yes or no. */
export const chanceText = ({ outcome, chance }: OutcomeFindings): string | null =>
  chance === null ? null : `${outcome.name}: ${formatPercent(chance.chance)} of ${formatFigure(chance.count)} draws (95 %: ${formatPercent(chance.low)} to ${formatPercent(chance.high)})`;

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
  id: "inputs", title: "What was varied", note: plan.correlations.map(({ fields, copula, parameter }) => `${fields.join(" and ")}: ${copula} copula, ${formatFigure(parameter)}`).join("; "),
  columns: [wordColumn("input"), wordColumn("unit"), wordColumn("as")],
  rows: plan.inputs.map(({ path, unit, distribution }: UncertainInput) => [path, unit === "1" ? "" : unit, distributionText(distribution)]),
});
