/**
 * The provisional answer: the central plan held, flights between flights flown before, and the sliders' numbers anywhere in their ranges, in a few
 * milliseconds. What is found once (`prepare`) is a plain record that can be kept and handed in again.
 */
import { compileEvaluator, evaluatorBase, OUTCOMES, type BasePorts, type EvaluatorBase, type OutcomeKey } from "../run/index.ts";
import { formatFigure, formatPercent, formatScaled, type Tile } from "../report/index.ts";
import type { Evaluator } from "../risk/index.ts";
import { ScenarioError, type Scenario } from "../scenario/index.ts";
import { loadCase, type Case } from "./case.ts";
import { controlsOf, type Control } from "./controls.ts";
import { fingerprintOf } from "./inspect.ts";

export interface Base {
  readonly fingerprint: string;
  /** Paths of the sliders, in the order of the evaluator's inputs. */
  readonly paths: readonly string[];
  readonly evaluator: EvaluatorBase;
}

export type Prepared =
  | { readonly ok: true; readonly base: Base; /** What is frozen or interpolated, in words. */ readonly notes: readonly string[] }
  | { readonly ok: false; readonly why: string };

export interface Outcome {
  readonly key: OutcomeKey;
  readonly name: string;
  readonly unit: string;
  /** Null where it does not exist. */
  readonly value: number | null;
}

export interface Provisional {
  readonly outcomes: readonly Outcome[];
  /** As `run`'s tiles are named and written, also those that this scenario has not. */
  readonly tiles: readonly Tile[];
}

export interface PrepareAsk {
  readonly case: Case;
  /** Found before; null to find it. */
  readonly base: Base | null;
}

export interface EvaluateAsk {
  readonly fingerprint: string;
  readonly values: Readonly<Record<string, number>>;
}

/** Finds the base of a case: some dozens of flights and one plan. Throws an Error with the reason where the case cannot be evaluated. */
export const provisionalBase = async (given: Case, ports: BasePorts): Promise<Base> => {
  const { scenario, controls, fingerprint } = await readOf(given);
  const evaluator = await evaluatorBase(scenario, { inputs: controls.map(inputOf), plan: "frozen", flight: "interpolated" }, ports);
  return { fingerprint, paths: controls.map(({ path }) => path), evaluator };
};

const readOf = async (given: Case): Promise<{ readonly scenario: Scenario; readonly controls: readonly Control[]; readonly fingerprint: string }> => {
  const loaded = loadCase(given);
  if (!loaded.ok) throw new ScenarioError(loaded.problems);
  const controls = controlsOf(loaded.scenario);
  return { scenario: loaded.scenario, controls, fingerprint: await fingerprintOf(loaded.scenario, controls) };
};

const inputOf = ({ path, unit, low, high }: Control): EvaluatorBase["inputs"][number] => ({ path, unit, distribution: { distribution: "uniform", low, high } });

interface Ready {
  readonly fingerprint: string;
  readonly evaluator: Evaluator;
  readonly paths: readonly string[];
  /** Of the case that was compiled. */
  readonly centre: Readonly<Record<string, number>>;
}

/** One who prepares cases and answers of the last one prepared. */
export const provisionalAnswers = (): {
  readonly prepare: (asked: PrepareAsk, ports: BasePorts) => Promise<Prepared>;
  readonly evaluate: (asked: EvaluateAsk) => Provisional | null;
} => {
  let ready: Ready | null = null;
  return {
    prepare: async ({ case: given, base: known }, ports) => {
      try {
        const { scenario, controls, fingerprint } = await readOf(given);
        const base = known !== null && known.fingerprint === fingerprint ? known : await provisionalBase(given, ports);
        const evaluator = compileEvaluator(scenario, base.evaluator);
        ready = { fingerprint, evaluator, paths: base.paths, centre: Object.fromEntries(controls.map(({ path, value }) => [path, value])) };
        return { ok: true, base, notes: evaluator.notes };
      } catch (error) {
        return { ok: false, why: error instanceof Error ? error.message : String(error) };
      }
    },
    evaluate: ({ fingerprint, values }) => (ready === null || ready.fingerprint !== fingerprint ? null : evaluated(ready, values)),
  };
};

const evaluated = ({ evaluator, paths, centre }: Ready, values: EvaluateAsk["values"]): Provisional => {
  const outcomes = new Float64Array(OUTCOMES.length);
  evaluator.evaluate(Float64Array.from(paths, (path) => (Object.hasOwn(values, path) ? values[path]! : centre[path]!)), outcomes);
  const told = OUTCOMES.map(({ key, name, unit }, i): Outcome => ({ key, name, unit, value: Number.isNaN(outcomes[i]) ? null : outcomes[i]! }));
  return { outcomes: told, tiles: tilesOf((key) => told.find((one) => one.key === key)!.value) };
};

/** All that a run's tiles may say: what there is not says why. */
const tilesOf = (at: (key: OutcomeKey) => number | null): readonly Tile[] => {
  const missing = at("closes") === 1 ? "not in this scenario" : "the platform does not close";
  const tier = (what: string, hour: number | null, year: number | null): Tile => (hour === null || year === null ? { what, much: "none", more: missing } : { what, much: `${formatFigure(hour)} $/GPU-h`, more: `${formatFigure(year)} $/kW-yr` });
  const launch = at("breakEvenLaunch_usd_per_kg");
  const [value, delivered] = [at("npv_usd"), at("delivered_frac")];
  return [
    tier("Ground", at("ground_usd_per_GPU_h"), at("ground_usd_per_kW_yr")),
    tier("Orbit", at("orbit_usd_per_GPU_h"), at("orbit_usd_per_kW_yr")),
    launch === null ? { what: "Break-even launch", much: "none", more: at("ratio") === null ? missing : "no launch price makes the two equal" } : { what: "Break-even launch", much: `${formatFigure(launch)} $/kg`, more: "all else as it is" },
    value === null ? { what: "Net present value", much: "none", more: "the plan of before has lost what it is made of" } : { what: "Net present value", much: formatScaled(value, "$"), more: at("carriedOut") === 1 ? "of the plan before" : "of the plan before, which can no longer be carried out" },
    delivered === null ? { what: "Delivered in flight", much: "none", more: missing } : { what: "Delivered in flight", much: formatPercent(delivered), more: "between flights" },
  ];
};
