/**
 * What must be true: from the centre, one input after another goes to the end of its range that lowers an outcome most, beside what was moved
 * before, until the outcome has come down to a goal. The last one goes only as far as it must (bisection). Greedy: a ladder that reaches the
 * goal proves that it can be reached, one that does not proves nothing where inputs work against each other.
 */
import { supportOf, type Distribution } from "../../scenario/index.ts";
import { quantileFunction } from "../inputs/index.ts";
import type { Evaluator } from "../risk-record.ts";

export interface LadderCase {
  readonly evaluator: Evaluator;
  /** In the inputs' order and units. */
  readonly centre: readonly number[];
  /** Key of the outcome that is to come down. */
  readonly outcome: string;
  readonly goal: number;
}

export interface LadderStep {
  readonly path: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** The outcome after this step and all before it. */
  readonly outcome: number;
}

export interface LadderAlone extends LadderStep {
  /** Where the goal is met with all else at its centre; null where the range does not reach it. */
  readonly meets: number | null;
}

export interface Ladder {
  readonly outcome: string;
  readonly goal: number;
  /** At the centre. */
  readonly from: number;
  readonly steps: readonly LadderStep[];
  readonly reached: boolean;
  /** Each input by itself at its better end, best first. */
  readonly alone: readonly LadderAlone[];
}

/** Of what has no end, as far as nine draws of ten go. */
const TAIL = 0.05;
/** Less than this share of the outcome is no step. */
const LEAST_FRAC = 1e-3;
const HALVINGS = 40;

const endsOf = (distribution: Distribution): readonly [number, number] => {
  if (distribution.distribution === "normal" || distribution.distribution === "lognormal") {
    const at = quantileFunction(distribution);
    return [at(TAIL), at(1 - TAIL)];
  }
  const { low, high } = supportOf(distribution);
  return [low, high];
};

/** Throws where the outcome is unknown, or does not exist at the centre. */
export const ladderOf = ({ evaluator, centre, outcome, goal }: LadderCase): Ladder => {
  const k = evaluator.outcomes.findIndex(({ key }) => key === outcome);
  if (k < 0) throw new RangeError(`no outcome "${outcome}"`);
  const y = new Float64Array(evaluator.outcomes.length);
  const x = Float64Array.from(centre);
  /** Infinite where it does not exist: no way down. */
  const at = (i: number, value: number): number => {
    const before = x[i]!;
    x[i] = value;
    evaluator.evaluate(x, y);
    x[i] = before;
    return Number.isNaN(y[k]!) ? Number.POSITIVE_INFINITY : y[k]!;
  };
  evaluator.evaluate(x, y);
  const from = y[k]!;
  if (Number.isNaN(from)) throw new RangeError(`"${outcome}" does not exist at the centre`);
  const better = (i: number): Omit<LadderStep, "path" | "unit"> =>
    endsOf(evaluator.inputs[i]!.distribution).map((to) => ({ from: x[i]!, to, outcome: at(i, to) })).reduce((a, b) => (b.outcome < a.outcome ? b : a));
  const named = <T>(i: number, step: T): T & Pick<LadderStep, "path" | "unit"> => ({ path: evaluator.inputs[i]!.path, unit: evaluator.inputs[i]!.unit, ...step });
  const all = evaluator.inputs.map((_, i) => i);
  const alone = all.map((i) => ({ i, step: better(i) })).map(({ i, step }) => named(i, { ...step, meets: step.outcome <= goal ? meeting(step, (value) => at(i, value) <= goal) : null })).toSorted((a, b) => a.outcome - b.outcome);

  const steps: LadderStep[] = [];
  let now = from;
  for (let left = all; now > goal && left.length > 0;) {
    const { i, step } = left.map((input) => ({ i: input, step: better(input) })).reduce((a, b) => (b.step.outcome < a.step.outcome ? b : a));
    if (!(step.outcome < now * (1 - LEAST_FRAC))) break;
    const to = step.outcome <= goal ? meeting(step, (value) => at(i, value) <= goal) : step.to;
    now = at(i, to);
    steps.push(named(i, { from: x[i]!, to, outcome: now }));
    x[i] = to;
    left = left.filter((input) => input !== i);
  }
  return { outcome, goal, from, steps, reached: now <= goal, alone };
};

/** The first value on the way to the end at which the goal is met, on the side that meets it. */
const meeting = ({ from, to }: Pick<LadderStep, "from" | "to">, meets: (value: number) => boolean): number => {
  let [short, enough] = [from, to];
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (short + enough) / 2;
    if (meets(middle)) enough = middle;
    else short = middle;
  }
  return enough;
};
