/**
 * What a campaign varies: the fields that the scenario writes as distributions. Where it writes none, the numbers whose range is known, each
 * triangular from its low by its value to its high; of these the ones that move what compute costs most, one at a time from end to end about
 * the centre, with the plan and the flight of the centre held. Not those that ask for another orbit's environment at each value, nor those
 * with which the platform does not close at an end of their range: it would be designed otherwise there, and of most points nothing could be told.
 * And the events of the scenario: gates that go well or badly.
 */
import { correlationsOf, type Correlation, type UncertainInput } from "../risk/index.ts";
import { compileValues, supportOf, type Scenario } from "../scenario/index.ts";
import { isEnvironmentOf, orbitEnvironment } from "../size/index.ts";
import { compileEvaluator, evaluatorBase, type BasePorts, type EvaluatorBase, type EvaluatorOptions } from "./evaluate/index.ts";

export interface RiskInputs {
  readonly inputs: readonly UncertainInput[];
  readonly correlations: readonly Correlation[];
  readonly notes: readonly string[];
}

/** Most inputs that are taken where the scenario names none. */
const MOST = 12;
/** One that moves every cost by less from end to end says nothing. */
const LEAST_FRAC = 0.005;
const COSTS: readonly string[] = ["ground_usd_per_kW_yr", "orbit_usd_per_kW_yr", "ratio"];

/** `plan`: as the campaign has it; a frozen one waits for no event. Throws what `evaluatorBase` throws where ranges have to be tried. */
export const riskInputs = async (scenario: Scenario, { plan }: Pick<EvaluatorOptions, "plan">, ports: BasePorts): Promise<RiskInputs> => {
  const { inputs: fields, notes } = scenario.random.length > 0 ? { inputs: scenario.random, notes: [] } : await knownRanges(scenario, ports);
  const { inputs: events, notes: held } = eventsOf(scenario, plan);
  const inputs = [...fields, ...events];
  const { correlations, left } = correlationsOf(scenario, inputs);
  return { inputs, correlations, notes: [...notes, ...held, ...left.map(({ fields: apart }) => `Not correlated, for one of them is not varied: ${apart.join(", ")}.`)] };
};

/** Gates that may go either way, each an input that is 1 where it goes badly. */
const eventsOf = ({ gates }: Scenario, plan: EvaluatorOptions["plan"]): Pick<RiskInputs, "inputs" | "notes"> => {
  const open = gates.filter(({ chance_frac }) => chance_frac > 0 && chance_frac < 1);
  if (plan !== "frozen") return { inputs: open.map(({ id, chance_frac }): UncertainInput => ({ path: `gates.${id}.chance`, unit: "1", distribution: { distribution: "discrete", values: [0, 1], weights: [1 - chance_frac, chance_frac] } })), notes: [] };
  const taken = open.map(({ id, chance_frac }) => `gates.${id} ${chance_frac > 0.5 ? "badly" : "well"}`);
  return { inputs: [], notes: taken.length === 0 ? [] : [`A frozen plan waits for no event: each goes as is likelier, ${taken.join(", ")}. A plan by lp or milp draws them.`] };
};

interface Candidate {
  readonly input: UncertainInput;
  readonly value: number;
}

const knownRanges = async (scenario: Scenario, ports: BasePorts): Promise<Pick<RiskInputs, "inputs" | "notes">> => {
  const all = candidatesOf(scenario);
  const inOrbit = sameOrbit(scenario);
  const candidates = all.filter(inOrbit);
  const elsewhere = all.filter((one) => !candidates.includes(one));
  const base = await evaluatorBase(scenario, { inputs: [], plan: "frozen", flight: "interpolated" }, ports);
  const moved = movedBy(scenario, base, candidates).map((by, i) => ({ by, input: candidates[i]!.input })).filter(({ by }) => by >= LEAST_FRAC);
  const open = moved.filter(({ by }) => by === Infinity);
  const kept = moved.filter(({ by }) => by < Infinity).toSorted((a, b) => b.by - a.by).slice(0, MOST);
  return {
    inputs: kept.map(({ input }) => input),
    notes: [
      `The scenario writes no field as a distribution. Of ${all.length} fields whose range is known, taken as triangular from low by value to high, the ${kept.length} are varied that move costs most: ${named(kept)}.`,
      ...(open.length === 0 ? [] : [`Left out, for at an end of its range the platform does not close and would be designed otherwise: ${named(open)}.`]),
      ...(elsewhere.length === 0 ? [] : [`Left out, for each value asks for another orbit's environment, a hundred times as long as a point: ${named(elsewhere)}.`]),
      ...(open.length + elsewhere.length === 0 ? [] : ["To include one of them, write the fields that are to vary as distributions, it among them."]),
    ],
  };
};

const named = (some: readonly Pick<Candidate, "input">[]): string => some.map(({ input }) => input.path).join(", ");

/** Whether a field leaves the orbit's environment as it is at both its ends. */
const sameOrbit = (scenario: Scenario): ((candidate: Candidate) => boolean) => {
  if (scenario.orbit === null) return () => true;
  const environment = orbitEnvironment(scenario, { falls: "interpolated" });
  return ({ input: { path, distribution } }) => {
    const { set } = compileValues(scenario, [path]);
    const { low, high } = supportOf(distribution);
    return [low, high].every((value) => {
      const changed = set(Float64Array.of(value));
      return changed === null || isEnvironmentOf(environment, changed);
    });
  };
};

/** Constants with both bounds known, that a number can be put in place of. */
const candidatesOf = (scenario: Scenario): readonly Candidate[] => {
  const settable = (path: string, value: number): boolean => {
    try {
      const setter = compileValues(scenario, [path]);
      return setter.rows[0]!.whole !== true && setter.set(Float64Array.of(value)) !== null;
    } catch {
      // A word, a figure of the catalogue that no field stands for, a field that does not apply.
      return false;
    }
  };
  return scenario.assumptions.flatMap(({ path, unit, value, low, high, form }): readonly Candidate[] => {
    if (form !== "constant" || low === null || high === null || !(low < high && low <= value && value <= high) || !settable(path, value)) return [];
    return [{ value, input: { path, unit, distribution: { distribution: "triangular", low, mode: value, high } } }];
  });
};

/** How far each moves a cost from end to end, as a share of the centre; infinitely where the cost does not exist at an end. */
const movedBy = (scenario: Scenario, base: EvaluatorBase, candidates: readonly Candidate[]): readonly number[] => {
  const { evaluate, outcomes } = compileEvaluator(scenario, { ...base, inputs: candidates.map(({ input }) => input), table: null });
  const at = COSTS.map((key) => outcomes.findIndex((outcome) => outcome.key === key));
  const x = Float64Array.from(candidates, ({ value }) => value);
  const told = (): readonly number[] => {
    const y = new Float64Array(outcomes.length);
    evaluate(x, y);
    return at.map((k) => y[k]!);
  };
  const centre = told();
  return candidates.map(({ input: { distribution }, value }, i) => {
    if (distribution.distribution !== "triangular") return 0;
    x[i] = distribution.low;
    const below = told();
    x[i] = distribution.high;
    const above = told();
    x[i] = value;
    return Math.max(...centre.map((middle, k) => (Number.isNaN(middle) ? 0 : Number.isNaN(below[k]! + above[k]!) ? Infinity : Math.abs(above[k]! - below[k]!) / Math.abs(middle))));
  });
};
