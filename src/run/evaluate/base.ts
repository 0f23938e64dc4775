/**
 * What an evaluation of many scenarios starts from, found once: the central scenario's flight and plan, and flights about it. A plain record,
 * so that other threads and machines start from the very same.
 */
import { fly, type FleetCrew } from "../../fly/index.ts";
import { hasMarket, milestonesOf, openMarket, withAccess } from "../../market/index.ts";
import { decidePlan, plan, type HeldPlan, type Plan, type Solve } from "../../plan/index.ts";
import type { UncertainInput } from "../../risk/index.ts";
import { compileValues, runAll, supportOf, type Scenario, type ValueSetter } from "../../scenario/index.ts";
import { stationRain, type StationRain } from "../../serve/index.ts";
import { orbitEnvironment, size } from "../../size/index.ts";
import { settledTerms } from "../with-deals.ts";
import { planUnderMilestones } from "../with-market.ts";
import { flightNames, flightNumbers, flightTable, type FlightInput, type FlightTable } from "./flight-table.ts";
import { NotEvaluated } from "./not-evaluated.ts";
import { dragPerMass_m2_per_kg, environments, flownAgain, stagesOf, type PlatformFlight } from "./stages.ts";

export interface EvaluatorOptions {
  readonly inputs: readonly UncertainInput[];
  /** `frozen`: the central plan's purchases and launches, whatever comes. `lp`: the best plan of each scenario, in parts of launches. `milp`: the same with whole ones. */
  readonly plan: "frozen" | "lp" | "milp";
  /** `interpolated` between flights flown before; or `flown` for each scenario. */
  readonly flight: "interpolated" | "flown";
}

export interface BasePorts {
  readonly solve: Solve;
  readonly crew?: FleetCrew;
  readonly signal?: AbortSignal;
  /** Told before each flight of the table. */
  readonly onFlight?: (flown: number) => void;
}

export interface EvaluatorBase extends EvaluatorOptions {
  /** Null where it is made for each scenario. */
  readonly held: HeldPlan | null;
  /** Of the central scenario. */
  readonly flight0: PlatformFlight;
  /** Null where each scenario is flown. */
  readonly table: FlightTable | null;
  readonly rain: StationRain | null;
  /** Cd A/m of the central platform, at which falls are followed and not interpolated; null without one. */
  readonly fall_m2_per_kg: number | null;
}

/** Finds it. Throws a ScenarioError for an input that is no number of the scenario, and NotEvaluated with the reason for what cannot be evaluated. */
export const evaluatorBase = async (scenario: Scenario, options: EvaluatorOptions, ports: BasePorts): Promise<EvaluatorBase> => {
  const setter = compileValues(scenario, options.inputs.map(({ path }) => path));
  refuse(scenario, options);
  const own = ownScenario(scenario);
  const sizing = size(own);
  const fall_m2_per_kg = dragPerMass_m2_per_kg(own, sizing);
  const { solve, ...flying } = ports;
  const rain = await stationRain(own);
  const flown = await fly(own, sizing, { ...(flying.crew && { crew: flying.crew }), ...(flying.signal && { signal: flying.signal }) });
  const flight0 = { delivered: flown.delivered, summary: flown.summary };
  const staged = stagesOf(own, { keep: runAll, environmentOf: () => (own.orbit === null ? undefined : orbitEnvironment(own)), rain, flightOf: () => flight0 });
  return {
    inputs: options.inputs, plan: options.plan, flight: options.flight, flight0, rain, fall_m2_per_kg,
    held: options.plan === "frozen" ? await heldPlanOf(own, { asked: scenario, input: staged, solve }) : null,
    table: options.flight === "flown" || flown.summary === null ? null : await tableOf(scenario, { setter, options, flight0, fall_m2_per_kg, ports }),
  };
};

/** A scenario as its stages take it: vehicles and deals settled, and what the market leaves it. */
export const ownScenario = (asked: Scenario): Scenario => {
  const settled = settledTerms(asked);
  return hasMarket(settled) ? withAccess(settled, openMarket(settled).views[0]!) : settled;
};

const refuse = ({ orbit, capital, serve }: Scenario, { inputs, plan: planned, flight }: EvaluatorOptions): void => {
  if (serve !== null) throw new NotEvaluated("serve: days of jobs are not run for each point; leave the section out");
  const gate = inputs.find(({ path }) => path.startsWith("gates."));
  if (planned === "frozen" && gate !== undefined) throw new NotEvaluated(`${gate.path}: a frozen plan does not wait for a gate; ask for a plan by lp or milp`);
  if (planned !== "frozen" && capital?.boundsPlan === "yes") throw new NotEvaluated("capital.boundsPlan: a plan within what a capital stack can bring is made again until the two agree; ask for a frozen plan");
  if (flight === "flown" && orbit !== null && orbit.fleet !== null) throw new NotEvaluated("orbit.fleet: a fleet is not flown for each scenario; ask for interpolated flights");
};

interface Deciding {
  readonly asked: Scenario;
  readonly input: Parameters<typeof decidePlan>[1];
  readonly solve: Solve;
}

/** The plan as `run` makes it, with what milestones leave of the fleet. */
const heldPlanOf = async (own: Scenario, { asked, input, solve }: Deciding): Promise<HeldPlan> => {
  if (asked.capital?.boundsPlan === "yes") throw new NotEvaluated("capital.boundsPlan: a plan within what a capital stack can bring is not held in this version");
  const settled = settledTerms(asked);
  const gates = milestonesOf(settled.gates, { actor: settled.market?.self ?? "", isSelf: true });
  const within = new Map<Plan, Scenario>();
  let decided = own;
  if (gates.length > 0) {
    const { plan: last } = await planUnderMilestones({ gates }, own, async (under) => {
      const made = await plan(under, input as Parameters<typeof plan>[1], { solve });
      within.set(made, under);
      return made;
    });
    decided = within.get(last)!;
  }
  const held = await decidePlan(decided, input, solve);
  if (held === null) throw new NotEvaluated("no plan of the central scenario meets its limits: there is nothing to hold (dawndusk plan tells why); ask for a plan by lp or milp");
  return held;
};

interface Flying {
  readonly setter: ValueSetter;
  readonly options: EvaluatorOptions;
  readonly flight0: PlatformFlight;
  readonly fall_m2_per_kg: number | null;
  readonly ports: BasePorts;
}

const tableOf = (scenario: Scenario, { setter, options, flight0, fall_m2_per_kg, ports }: Flying): Promise<FlightTable> => {
  const centre = centralPoint(scenario, setter);
  const environmentOf = environments(fall_m2_per_kg);
  let flown = 0;
  return flightTable({
    names: flightNames(flight0.summary!),
    centre: flightNumbers(flight0)!,
    seed: scenario.uncertainty.seed,
    inputs: options.inputs.flatMap((input, i) => (feedsFlight(setter, i) ? [flightInput(input, { i, centre: centre[i]!, setter })] : [])),
    fly: async (at) => {
      ports.signal?.throwIfAborted();
      ports.onFlight?.(flown++);
      const x = Float64Array.from(centre);
      for (const { input, value } of at) x[input] = value;
      const asked = setter.set(x);
      if (asked === null) return null;
      const own = ownScenario(asked);
      const sizing = size(own, environmentOf(own));
      if (own.orbit === null || own.orbit.fleet === null) return flightNumbers(flownAgain(own, sizing));
      return flightNumbers(await fly(own, sizing, { ...(ports.crew && { crew: ports.crew }), ...(ports.signal && { signal: ports.signal }) }));
    },
  });
};

/** Fields of later stages alone, of sites, vehicles and demand do not move a platform. */
const feedsFlight = ({ rows, places }: ValueSetter, i: number): boolean => {
  const stages: readonly string[] = rows[i]!.feeds;
  const [section] = places[i]!;
  return section !== "ground" && section !== "demand" && section !== "launch" && (stages.length === 0 || stages.some((stage) => stage === "size" || stage === "fly" || stage === "serve"));
};

const flightInput = ({ distribution }: UncertainInput, { i, centre, setter }: { readonly i: number; readonly centre: number; readonly setter: ValueSetter }): FlightInput => {
  const row = setter.rows[i]!;
  const { low, high } = supportOf(distribution);
  const within = (value: number): number => Math.min(row.max, Math.max(row.min, value));
  return { input: i, centre, low: within(low), high: within(high), whole: row.whole };
};

/** The scenario's own values. Throws for a field that is a schedule or a learning curve: one number cannot stand for it. */
export const centralPoint = (scenario: Scenario, { places, rows }: ValueSetter): Float64Array => Float64Array.from(places, (place, i) => {
  let here: unknown = scenario;
  for (const step of place) here = (here as Readonly<Record<string | number, unknown>>)[step];
  if (typeof here === "number") return here;
  const amount = here as { readonly kind: string; readonly value: number } | null;
  if (amount !== null && amount.kind === "constant") return amount.value;
  throw new NotEvaluated(`${place.join(".")} is ${amount === null ? "not written" : `a ${amount.kind}`}, and an input is one number ${rows[i]!.unit === "1" ? "" : `in ${rows[i]!.unit}`}`);
});
