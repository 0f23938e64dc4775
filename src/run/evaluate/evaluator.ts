/**
 * `evaluate`: one scenario compiled once, and what comes of it at other values of its uncertain fields, thousands of times a second.
 *
 *   x ─ set ─► Scenario ─ settle, market ─► size ─► flight table ─► serve ─► planning problem ─► plan held or solved ─► cost, levelised cost
 *
 * The stages are the stages: what is left out is what is not asked (words, weeks, ledgers), what a sample does not touch (keep-parts.ts), and
 * what `notes` say is frozen or interpolated. At the central values the outcomes are those of `run`; docs/theory/evaluate.md has the rest.
 */
import { brokenLimits, columnsOf, decideNow, heldAt, heldCosts, missingFor, type SolveNow } from "../../plan/index.ts";
import type { Evaluator } from "../../risk/index.ts";
import { compileValues, type Keep, type Scenario, type ValueSetter } from "../../scenario/index.ts";
import { centralPoint, ownScenario, type EvaluatorBase } from "./base.ts";
import { interpolated, withNumbers } from "./flight-table.ts";
import { keptParts } from "./keep-parts.ts";
import { levelisedOutcomes } from "./levelised.ts";
import { NotEvaluated } from "./not-evaluated.ts";
import { evaluatorNotes } from "./notes.ts";
import { NOTHING, OUTCOMES, TIERS, type Outcomes } from "./outcomes.ts";
import { environments, flownAgain, stagesOf, type Staged, type StagePorts } from "./stages.ts";
import { valueOf, type Valued } from "./value.ts";

export interface EvaluatorPorts {
  /** A solver that is loaded, for plans by lp and milp. */
  readonly solve?: SolveNow;
}

/** Compiles a scenario on its base. Pure as it stands: nothing here reads a file, a clock or a thread. */
export const compileEvaluator = (scenario: Scenario, base: EvaluatorBase, { solve }: EvaluatorPorts = {}): Evaluator => {
  if (base.plan !== "frozen" && solve === undefined) throw new Error(`a plan by ${base.plan} needs a solver`);
  const setter = compileValues(scenario, base.inputs.map(({ path }) => path));
  const parts = keptParts();
  const centre = centralPoint(scenario, setter);
  const environmentOf = environments(base.fall_m2_per_kg);
  const beside = moved(setter, centre);
  const rules = rulesTouched(setter, { centre, beside });
  const scratch = setter.scratch();
  const chain = ({ asked, x, keepFor }: Point): Chained | null => {
    if (asked === null || rules.some((broken) => broken(asked).length > 0)) return null;
    const own = ownScenario(asked);
    const keep = keepFor(own);
    return { own, keep, staged: stagesOf(own, { keep, environmentOf, rain: base.rain, flightOf: flightFor(base, x) }) };
  };
  // What is recorded is compared with: it may not be written over.
  const recorded: Point = { asked: setter.set(centre), x: centre, keepFor: () => parts.record };
  const central = chain(recorded);
  if (central === null) throw new NotEvaluated("the central scenario lies outside its fields' ranges or breaks a rule between them");
  const held = base.held === null ? null : heldAt(central.staged.problem, base.held);
  const columns = columnsOf(central.staged.problem.quarters.length);
  const of = base.held === null ? null : { costOf: heldCosts(base.held), brokenIn: brokenLimits(base.held) };
  const judge = (point: Point): Outcomes => {
    const chained = chain(point);
    if (chained === null) return NOTHING;
    const { staged, keep } = chained;
    return outcomesOf(chained, held !== null && of !== null ? { held, ...of, keep, columns } : solved(staged, { solve: solve!, launches: base.plan === "lp" ? "parts" : "whole", keep, columns }));
  };
  judge(recorded);
  const settled = scratch(beside)!;
  judge({ asked: settled, x: beside, keepFor: (own) => parts.settle(settled, own) });
  const reuse = (): Keep => parts.reuse;
  return {
    inputs: base.inputs, outcomes: OUTCOMES, choices: [TIERS],
    evaluate: (x, outcomes) => write(judge({ asked: scratch(x), x, keepFor: reuse }), outcomes),
    notes: evaluatorNotes(scenario, { base, parts, again: (keep) => judge({ asked: scratch(beside), x: beside, keepFor: () => keep }) }),
  };
};

/** A scenario with the numbers of a point, null outside its fields' ranges, and who runs its parts. */
interface Point {
  readonly asked: Scenario | null;
  readonly x: Float64Array;
  readonly keepFor: (own: Scenario) => Keep;
}

interface Chained {
  readonly own: Scenario;
  readonly keep: Keep;
  readonly staged: Staged;
}

/** Every input a hair beside its centre, whole ones by one, within their ranges. */
const moved = ({ rows }: ValueSetter, centre: Float64Array): Float64Array => centre.map((value, i) => {
  const { min, max, whole } = rows[i]!;
  const step = whole ? 1 : 1e-9 * Math.max(1, Math.abs(value));
  return value + step <= max ? value + step : Math.max(min, value - step);
});

/** Rules between fields that read an input: the others say of every point what they say of the centre. */
const rulesTouched = (setter: ValueSetter, { centre, beside }: { readonly centre: Float64Array; readonly beside: Float64Array }): ValueSetter["rules"] => {
  const [here, there] = [setter.set(centre), setter.set(beside)];
  if (here === null || there === null) throw new NotEvaluated("the central scenario lies outside its fields' ranges");
  return setter.rules.filter((rule) => {
    const parts = keptParts();
    let runs = 0;
    const counted: typeof rule = (scenario) => {
      runs++;
      return rule(scenario);
    };
    parts.record("rule", counted, here);
    const before = runs;
    parts.reuse("rule", counted, there);
    return runs > before;
  });
};

const flightFor = ({ flight, flight0, table }: EvaluatorBase, x: Float64Array): StagePorts["flightOf"] => {
  if (flight === "flown") return flownAgain;
  return () => (table === null || table.terms.length === 0 ? flight0 : withNumbers(flight0, table, interpolated(table, x)));
};

const solved = ({ problem, why }: Staged, { solve, launches, keep, columns }: { readonly solve: SolveNow; readonly launches: "parts" | "whole" } & Pick<Valued, "keep" | "columns">): Valued | null => {
  const plan = why.length > 0 ? null : decideNow(problem, { solve, launches });
  return plan === null ? null : { held: heldAt(problem, plan), costOf: heldCosts(plan), brokenIn: brokenLimits(plan), keep, columns };
};

const outcomesOf = ({ own, staged }: Chained, valued: Valued | null): Outcomes => {
  const { sizing, flight, problem } = staged;
  const lost = valued === null || missingFor(problem, valued.held).length > 0;
  return {
    ...NOTHING,
    closes: Number(sizing.status === "feasible"),
    itMass_kg_per_kW: sizing.platform === null ? null : sizing.platform.itMass_kg_per_kW,
    delivered_frac: flight.delivered === null ? null : flight.delivered.delivered_frac,
    ...levelisedOutcomes(own, problem),
    ...(lost ? {} : valueOf(own, staged, valued)),
  };
};

const write = (outcomes: Outcomes, into: Float64Array): void => OUTCOMES.forEach(({ key }, i) => {
  const value = outcomes[key];
  if (value !== null && Number.isNaN(value)) throw new Error(`evaluate: ${key} is NaN`);
  into[i] = value ?? Number.NaN;
});
