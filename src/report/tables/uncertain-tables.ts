/** First decisions for several futures, what they cost in each, and what they are worth. */
import type { FirstDecision, UncertainPlan } from "../../plan/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, scaleFor } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The tables of an uncertain plan; none without one. */
export const uncertainTables = (uncertain: UncertainPlan | null): readonly Table[] => {
  if (uncertain === null) return [];
  if (uncertain.status === "infeasible") return [infeasibleTable(uncertain)];
  return [firstTable(uncertain), futureTable(uncertain), worthTable(uncertain)];
};

const infeasibleTable = ({ why, before_quarter }: UncertainPlan): Table => ({
  id: "uncertain", title: `No first decisions before ${formatQuarter(before_quarter)} hold in all futures`,
  columns: [wordColumn("why")], rows: why.map((reason) => [reason]), note: "A target must be met in every future; a future that cannot meet it has none that hold.",
});

/** What is ordered, bought and launched before the futures part. */
const firstTable = ({ before_quarter, first }: UncertainPlan): Table => {
  const all = ({ units, centralUnits, meanUnits }: FirstDecision): number => total(units) + total(centralUnits) + total(meanUnits ?? []);
  const sum = (values: readonly number[] | null): number | null => (values === null ? null : total(values));
  const row = ({ option, units, launches, centralUnits, centralLaunches, meanUnits, meanLaunches }: FirstDecision): readonly Cell[] =>
    [option, total(units), total(launches), total(centralUnits), total(centralLaunches), sum(meanUnits), sum(meanLaunches)];
  return {
    id: "first", title: `Decided before ${formatQuarter(before_quarter)}, for all futures`,
    columns: [wordColumn("option"), numberColumn("for all", "units"), numberColumn("for all", "launches"), numberColumn("for one future", "units"), numberColumn("for one future", "launches"), numberColumn("for mean values", "units"), numberColumn("for mean values", "launches")],
    rows: first.filter((one) => all(one) > 0).map(row),
    note: "Bought, launched and ordered from the start to that quarter, without knowing which future comes; beside it what the plan for one future, the scenario as written, would decide, and the plan for the mean of all futures. An order's units are platforms, or launches reserved.",
  };
};

const futureTable = ({ futures }: UncertainPlan): Table => {
  const scale = scaleFor(Math.max(...futures.flatMap(({ cost_usd, central_usd }) => [cost_usd, central_usd ?? 0].map(Math.abs))), "$");
  const cost = (usd: number | null): number | null => (usd === null ? null : usd / scale.divisor);
  return {
    id: "futures", title: "What each future costs",
    columns: [wordColumn("future"), numberColumn("chance", "%"), numberColumn("first decisions for all", scale.unit), numberColumn("for one future", scale.unit), numberColumn("for mean values", scale.unit), numberColumn("had it been known", scale.unit), numberColumn("unserved", "%"), numberColumn("launches", ""), wordColumn("what is other")],
    rows: futures.map(({ id, chance_frac, cost_usd, central_usd, mean_usd, known_usd, unserved_frac, built, what }) => [id, chance_frac * 100, cost(cost_usd), cost(central_usd), cost(mean_usd), cost(known_usd), unserved_frac * 100, total(built.map(({ launches }) => launches)), what === "" ? "-" : what]),
    note: "Present value of what is paid and of what is not served. Unserved and launches: with the first decisions for all, over the whole horizon. A dash: those first decisions cannot be had in it.",
  };
};

/** In M$ whatever the sums are: what hedging is worth is small beside them, and is what the table is for. */
const MEGA = 1e6;

/** To the million where that is four digits or more, so that rows can be told apart. */
const inM = (usd: number): number => (Math.abs(usd) >= 1000 * MEGA ? Math.round(usd / MEGA) : usd / MEGA);

const worthTable = ({ hedged, central, mean, known, valueOfHedging_usd, valueOfStochasticSolution_usd, valueOfKnowing_usd, tail_frac, tailWeight_frac, solver }: UncertainPlan): Table => {
  const row = (name: string, of: typeof central): readonly Cell[] =>
    (of === null ? [name, null, null, null, null] : [name, inM(of.expected_usd), inM(of.tail_usd), inM(of.sought_usd), (of.sought_usd - hedged.sought_usd) / MEGA]);
  const words = (usd: number | null): string => (usd === null ? "no number, since those first decisions cannot be had in all futures" : `${formatFigure(usd / MEGA)} M$`);
  return {
    id: "worth", title: "What deciding for all futures is worth",
    columns: [wordColumn("first decisions"), numberColumn("expected cost", "M$"), numberColumn(`mean of the worst ${formatFigure((1 - tail_frac) * 100)} %`, "M$"), numberColumn("sought", "M$"), numberColumn("difference", "M$")],
    rows: [row("for all futures", hedged), row("for one future", central), row("for mean values", mean), row("future known", known)],
    note: `Sought: expected cost with ${formatFigure((1 - tailWeight_frac) * 100)} %, the tail with ${formatFigure(tailWeight_frac * 100)} % of the weight. Deciding for all futures saves, against the plan for mean values (value of the stochastic solution): ${words(valueOfStochasticSolution_usd)}; against the plan for one future: ${words(valueOfHedging_usd)}. Knowing the future would save (value of perfect information): ${words(valueOfKnowing_usd)}. One model of ${formatFigure(solver.variables)} variables (${formatFigure(solver.integers)} whole), gap ${formatFigure(solver.gap_frac)}.`,
  };
};
