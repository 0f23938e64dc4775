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

/** What is bought and launched before the futures part. */
const firstTable = ({ before_quarter, first }: UncertainPlan): Table => {
  const bought = first.filter(({ units, centralUnits }) => total(units) > 0 || total(centralUnits) > 0);
  const row = ({ option, units, launches, centralUnits, centralLaunches }: FirstDecision): readonly Cell[] => [option, total(units), total(launches), total(centralUnits), total(centralLaunches)];
  return {
    id: "first", title: `Decided before ${formatQuarter(before_quarter)}, for all futures`,
    columns: [wordColumn("option"), numberColumn("bought", "units"), numberColumn("launches", ""), numberColumn("for one future", "units"), numberColumn("for one future", "launches")],
    rows: bought.map(row),
    note: "Bought and launched from the start to that quarter, without knowing which future comes; beside it what the plan for one future, the scenario as written, would decide.",
  };
};

const futureTable = ({ futures }: UncertainPlan): Table => {
  const scale = scaleFor(Math.max(...futures.flatMap(({ cost_usd, central_usd }) => [cost_usd, central_usd ?? 0].map(Math.abs))), "$");
  const cost = (usd: number | null): number | null => (usd === null ? null : usd / scale.divisor);
  return {
    id: "futures", title: "What each future costs",
    columns: [wordColumn("future"), numberColumn("chance", "%"), numberColumn("first decisions for all", scale.unit), numberColumn("for one future", scale.unit), numberColumn("had it been known", scale.unit), numberColumn("unserved", "%"), numberColumn("launches", ""), wordColumn("what is other")],
    rows: futures.map(({ id, chance_frac, cost_usd, central_usd, known_usd, unserved_frac, built, what }) => [id, chance_frac * 100, cost(cost_usd), cost(central_usd), cost(known_usd), unserved_frac * 100, total(built.map(({ launches }) => launches)), what === "" ? "-" : what]),
    note: "Present value of what is paid and of what is not served. Unserved and launches: with the first decisions for all, over the whole horizon. A dash: the first decisions for one future cannot be had in it.",
  };
};

const worthTable = ({ hedged, central, known, valueOfHedging_usd, valueOfKnowing_usd, tail_frac, tailWeight_frac, solver }: UncertainPlan): Table => {
  const scale = scaleFor(Math.max(...[hedged, known].map(({ tail_usd }) => Math.abs(tail_usd))), "$");
  const row = (name: string, { expected_usd, tail_usd, sought_usd }: typeof hedged, difference: number): readonly Cell[] => [name, expected_usd / scale.divisor, tail_usd / scale.divisor, sought_usd / scale.divisor, difference / scale.divisor];
  const words = valueOfHedging_usd === null ? "no number, since the plan for one future cannot be carried out in all" : `${formatFigure(valueOfHedging_usd / scale.divisor)} ${scale.unit}`;
  return {
    id: "worth", title: "What deciding for all futures is worth",
    columns: [wordColumn("first decisions"), numberColumn("expected cost", scale.unit), numberColumn(`mean of the worst ${formatFigure((1 - tail_frac) * 100)} %`, scale.unit), numberColumn("sought", scale.unit), numberColumn("difference", scale.unit)],
    rows: [row("for all futures", hedged, 0), ...(central === null ? [["for one future", null, null, null, null]] : [row("for one future", central, valueOfHedging_usd ?? 0)]), row("future known", known, -valueOfKnowing_usd)],
    note: `Sought: expected cost with ${formatFigure((1 - tailWeight_frac) * 100)} %, the tail with ${formatFigure(tailWeight_frac * 100)} % of the weight. Value of the stochastic solution: ${words}; of perfect information: ${formatFigure(valueOfKnowing_usd / scale.divisor)} ${scale.unit}. One model of ${formatFigure(solver.variables)} variables (${formatFigure(solver.integers)} whole), gap ${formatFigure(solver.gap_frac)}.`,
  };
};
