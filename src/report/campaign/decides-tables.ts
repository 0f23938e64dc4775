/** What decides an outcome: Sobol indices, elementary effects, a tornado. */
import type { Estimate, MorrisEffects, OutcomeSummary, SobolIndices } from "../../risk/index.ts";
import { formatFigure } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";
import type { CampaignReport } from "../../risk/index.ts";
import { inputNumber, inputOf } from "./input-text.ts";
import { idOf, nameOf, shown, unitOf } from "./campaign-tables.ts";
import { widestBarsOf } from "./tornado-bars.ts";

/** Factors, the one that decides most first; null where nothing is told of them. */
export const decidesTable = ({ analysis }: CampaignReport, outcome: OutcomeSummary): Table | null => {
  const indices = analysis.indices.find((one) => one.outcome === outcome.key);
  const effects = analysis.effects.find((one) => one.outcome === outcome.key);
  if (indices?.factors.some(({ total }) => total.distinct) === true) return sobolTable(outcome, indices);
  return effects !== undefined && effects.factors.length > 0 ? morrisTable(outcome, effects) : null;
};

const share = (estimate: Estimate): Cell => (estimate.distinct ? 100 * estimate.value : "~0");
const bounds = (estimate: Estimate): Cell => (estimate.distinct ? `${formatFigure(100 * estimate.low)} to ${formatFigure(100 * estimate.high)}` : "");

/** Inputs that have no row. */
const indistinct = ({ factors }: SobolIndices): string => {
  const names = factors.filter(({ total }) => !total.distinct).map(({ factor }) => factor);
  return names.length === 0 ? "" : ` Not distinguishable from 0: ${names.join(", ")}.`;
};

const sobolTable = (outcome: OutcomeSummary, indices: SobolIndices): Table => ({
  id: `decides-${idOf(outcome)}`, title: `What decides ${nameOf(outcome)}`,
  note: `Shares of the variance. With others: what would be left if all other inputs were known; alone: what would go if this one were. 95 % bounds by bootstrap over ${formatFigure(indices.baseSamples)} base samples${indices.missing === 0 ? "" : `; ${formatFigure(indices.missing)} more were left out, in which it does not exist`}. ~0: not distinguishable from 0.${indistinct(indices)}`,
  columns: [wordColumn("input"), numberColumn("with others", "%"), wordColumn("bounds"), numberColumn("alone", "%"), wordColumn("bounds")],
  rows: indices.factors.filter(({ total }) => total.distinct).toSorted((a, b) => b.total.value - a.total.value).map(({ factor, first, total }) => [factor, share(total), bounds(total), share(first), bounds(first)]),
});

/** Pairs that do something together; null where none is told of, or none can be told from 0. */
export const pairsTable = ({ analysis }: CampaignReport, outcome: OutcomeSummary): Table | null => {
  const pairs = (analysis.indices.find((one) => one.outcome === outcome.key)?.pairs ?? []).filter(({ second }) => second.distinct);
  if (pairs.length === 0) return null;
  return {
    id: `pairs-${idOf(outcome)}`, title: `What decides ${nameOf(outcome)} in pairs`, note: "What two inputs decide together, beyond what each decides alone; pairs that are not named cannot be told from 0.",
    columns: [wordColumn("inputs"), numberColumn("together", "%"), wordColumn("bounds")],
    rows: pairs.toSorted((a, b) => b.second.value - a.second.value).map(({ factors, second }) => [factors.join(" and "), share(second), bounds(second)]),
  };
};

const morrisTable = (outcome: OutcomeSummary, { factors, missing }: MorrisEffects): Table => ({
  id: `decides-${idOf(outcome)}`, title: `What moves ${nameOf(outcome)}`,
  note: `Elementary effects over the whole range of an input: mean size with its standard error, spread, and mean. A spread as large as the size says that it acts by way of others, or bent.${missing === 0 ? "" : ` ${formatFigure(missing)} steps had no value before or after.`}`,
  columns: [wordColumn("input"), numberColumn("size", ""), numberColumn("error", ""), numberColumn("spread", ""), numberColumn("mean", "")],
  rows: factors.toSorted((a, b) => b.muStar - a.muStar).map(({ factor, muStar, muStarError, sigma, mu }) => [factor, ...[muStar, muStarError, sigma, mu].map((number) => shown(outcome, number))]),
});

/** One input at a time, from its 10 % to its 90 % quantile; null where no input moves the outcome. */
export const tornadoTable = (report: CampaignReport, outcome: OutcomeSummary): Table | null => {
  const bars = widestBarsOf(report, outcome);
  if (bars.length === 0) return null;
  return {
    id: `tornado-${idOf(outcome)}`, title: `${nameOf(outcome)}: one input at a time`, note: "Each input at what 10 % and 90 % of its draws lie below, all others at their medians.",
    columns: [wordColumn("input"), numberColumn("low", ""), numberColumn("high", ""), numberColumn("at low", unitOf(outcome)), numberColumn("at high", unitOf(outcome))],
    rows: bars.map(({ path, low, high, atLow, atHigh }) => {
      const input = inputOf(report, path);
      return [path, inputNumber(input, low), inputNumber(input, high), atLow, atHigh];
    }),
  };
};
