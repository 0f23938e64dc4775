/**
 * The options of a scenario: for each decision, date and state of the drivers the plan with and without it, solved; what that says of
 * waiting is finance's to work out.
 *
 *   payoff = objective without - objective with - cost of deciding, all present values at the start of the horizon
 *
 * Platform and sites are sized and flown once; a driver of demand or of a site is placed again. The plan of a state knows the drivers'
 * expected path from the date on (finance/options/design).
 */
import { axisOf, factorsBy, payoffAt, realOptions, statesOf, type DecisionCase, type DriverCase, type OptionsCase, type PayoffTable, type RealOptions } from "../../finance/index.ts";
import { randomDoubles, streamOf } from "../../kernel/index.ts";
import { expectedFactor, realRate } from "../../money/index.ts";
import type { Plan, PlanInput, Solve } from "../../plan/index.ts";
import { withFactor, type Scenario } from "../../scenario/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { planned, type Designed } from "../futures.ts";
import { orbitGivenUp, orbitLater, pilotOnly, pilotThenRest, vehicleAsCustomer, vehicleOwned } from "./decided.ts";
import { densityIn, refinedAxis, SPREAD_POINTS } from "./axis.ts";
import { correlationOf, driverCases } from "./driver-case.ts";
import { pricer, type Priced } from "./worth.ts";

type Options = NonNullable<Scenario["options"]>;
type Decision = Options["decisions"][number];

interface Asking {
  readonly scenario: Scenario;
  readonly options: Options;
  readonly drivers: readonly DriverCase[];
  readonly designed: Designed;
  readonly pricer: Priced;
  readonly rate_per_yr: number;
  readonly signal: AbortSignal | undefined;
}

/** Values a scenario's options; null where it has none, or no plan. `scenario` is as it was read. */
export const optionsOf = async (scenario: Scenario, { designed, plan }: { readonly designed: Designed; readonly plan: Plan }, { solve, signal }: { readonly solve: Solve; readonly signal?: AbortSignal }): Promise<RealOptions | null> => {
  const { options } = scenario;
  if (options === null || plan.status === "infeasible") return null;
  const asking: Asking = { scenario, options, designed, signal, drivers: driverCases(scenario, options), pricer: pricer(solve), rate_per_yr: realRate({ nominal_per_year: scenario.finance.discount_per_yr, inflation_per_year: scenario.money.inflation_per_yr }) };
  const decisions: DecisionCase[] = [];
  for (const decision of options.decisions) decisions.push(await decisionCase(asking, decision));
  const own = await planned(scenario, { scenario, designed });
  const all: OptionsCase = {
    start_quarter: scenario.horizon.start_quarter, drivers: asking.drivers, correlation: correlationOf(options), decisions,
    paths: 2 * Math.floor(options.paths / 2), rate_per_yr: asking.rate_per_yr,
    relaxed_usd: await asking.pricer.worth(own.scenario, own.input), whole_usd: plan.solver.objective_usd, plans: asking.pricer.solved(),
    notes: [...notesOf(scenario), ...options.decisions.flatMap((decision) => unpaidNote(own.scenario, decision))],
  };
  const { seed } = scenario.uncertainty;
  return realOptions(all, (stream, pair) => randomDoubles({ seed, stream: streamOf(`options/${stream}`), index: pair }));
};

const notesOf = ({ gates, finance, plan }: Scenario): readonly string[] => [
  ...(gates.some(({ kind }) => kind === "spectrum-milestone") ? ["Options are valued without spectrum milestones: a plan that begins later is not held against them."] : []),
  ...(plan.objective === "cost" && finance.computePrice === "none" ? ["What is not served counts at its shortfall price in the value of options, though nothing is earned."] : []),
];

/** Payments that a late decision moves beyond the plan. `scenario` has its deals in its terms. */
const unpaidNote = (scenario: Scenario, decision: Decision): readonly string[] => {
  const payments = scenario.launch.vehicles.find(({ id }) => decision.kind === "own" && id === decision.vehicle)?.access?.payments ?? [];
  const end = scenario.horizon.start_quarter + Math.round(scenario.horizon.years_yr * 4);
  const dates = datesOf(scenario, decision);
  const late = dates.find((at) => payments.some(({ at_quarter: paid }) => paid < end && paid + at - dates[0]! >= end));
  return late === undefined ? [] : [`${decision.id}: decided in ${formatQuarter(late)} or later, some of its payments come after the horizon and are not counted.`];
};

const datesOf = ({ horizon }: Scenario, { first_quarter, last_quarter, every_yr }: Decision): readonly number[] => {
  const first = first_quarter ?? horizon.start_quarter;
  const every = Math.max(1, Math.round(every_yr * 4));
  return Array.from({ length: Math.floor((last_quarter - first) / every) + 1 }, (_, i) => first + i * every);
};

/** The scenario's objective without a decision less that with it, in one state. */
type Payoff = (state: { readonly scenario: Scenario; readonly input: PlanInput }) => Promise<number | null>;
/** The same at one date, by the states of the drivers. */
type PayoffIn = (state: readonly number[]) => Promise<number | null>;

const payoffIn = (asking: Asking, at: number, payoff: Payoff): PayoffIn => {
  const known = new Map<string, number | null>();
  return async (state) => {
    const key = state.join(" ");
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = await payoff(await inState(asking, { state, at }));
    known.set(key, found);
    return found;
  };
};

const decisionCase = async (asking: Asking, decision: Decision): Promise<DecisionCase> => {
  const dates = datesOf(asking.scenario, decision);
  const [start] = dates as readonly [number];
  const payoffs = dates.map((at) => payoffIn(asking, at, payoffOf(asking, decision, { at, first: start })));
  const stage = decision.kind === "stage";
  const tables: PayoffTable[] = [];
  for (const [date, at] of dates.entries()) tables.push(stage && date === 0 ? nothingYet(asking, at) : await tableOf(asking, at, payoffs[date]!));
  const firstOf = (payoff: Payoff): Promise<PayoffTable> => tableOf(asking, start, payoffIn(asking, start, payoff));
  const first = stage ? { pilot: await firstOf(pilotPayoff(asking, decision, start)), whole: await firstOf(wholePayoff(asking, decision, start)) } : null;
  const middle = Math.ceil((dates.length - 1) / 2);
  const checks = stage && middle === 0 ? [] : await checksOf(asking, { table: tables[middle]!, payoff: payoffs[middle]! });
  return { id: decision.id, kind: decision.kind, vehicle: decision.vehicle, pilot: decision.pilot, dates, tables, first, checks };
};

const payoffOf = (asking: Asking, { kind, vehicle, pilot, cost_usd }: Decision, { at, first }: { readonly at: number; readonly first: number }): Payoff => {
  const paid_usd = presentAt(asking, cost_usd, at);
  return async ({ scenario, input }) => {
    const { worth } = asking.pricer;
    switch (kind) {
      case "wait": return gain(await worth(scenario, input, "orbit"), await worth(orbitLater(scenario, at - first), input), paid_usd);
      case "stage": return gain(await worth(pilotOnly(scenario, pilot!), input), await worth(pilotThenRest(scenario, { pilot: pilot!, first, at }), input), paid_usd);
      case "own": return gain(await worth(vehicleAsCustomer(scenario, vehicle), input), await worth(vehicleOwned(scenario, { id: vehicle, first, at }), input), paid_usd);
      case "abandon": return gain(await worth(scenario, input), await worth(orbitGivenUp(scenario, at), input), paid_usd);
    }
  };
};

/** Of stage at its first date: the pilot alone. */
const pilotPayoff = (asking: Asking, { pilot, pilotCost_usd }: Decision, at: number): Payoff => async ({ scenario, input }) =>
  gain(await asking.pricer.worth(scenario, input, "orbit"), await asking.pricer.worth(pilotOnly(scenario, pilot!), input), presentAt(asking, pilotCost_usd, at));

/** All at once. */
const wholePayoff = (asking: Asking, { cost_usd }: Decision, at: number): Payoff => async ({ scenario, input }) =>
  gain(await asking.pricer.worth(scenario, input, "orbit"), await asking.pricer.worth(scenario, input), presentAt(asking, cost_usd, at));

/** Where there is no plan without it there is nothing to compare with, where there is none with it one cannot decide so. */
const gain = (without: number | null, having: number | null, paid_usd: number): number | null => (without === null || having === null ? null : without - having - paid_usd);

/** Middle of the quarter, as every flow of the plan. */
const presentAt = ({ scenario: { horizon }, rate_per_yr }: Asking, usd: number, at: number): number => usd * (1 + rate_per_yr) ** (-(at - horizon.start_quarter + 0.5) / 4);

/** Spread evenly: before any payoff is known. */
const spreadAxes = ({ scenario: { horizon }, options, drivers }: Asking, at: number): readonly (readonly number[])[] =>
  drivers.map(({ motion }) => axisOf(motion, { years: (at - horizon.start_quarter) / 4, points: Math.min(options.points, SPREAD_POINTS) }));

/** Of an event that has happened. */
const middleOf = (axis: readonly number[]): number => axis[Math.floor(axis.length / 2)]!;

/** The first date of a staged decision: the rest cannot be had yet. */
const nothingYet = (asking: Asking, at: number): PayoffTable => {
  const axes = spreadAxes(asking, at);
  return { axes, payoff_usd: statesOf(axes).map(() => null) };
};

const tableOf = async (asking: Asking, at: number, payoff: PayoffIn): Promise<PayoffTable> => {
  const spread = spreadAxes(asking, at);
  const middle = spread.map(middleOf);
  const axes: (readonly number[])[] = [];
  for (const [d, { motion }] of asking.drivers.entries()) {
    axes.push(motion.kind === "event" || spread[d]!.length === 1 ? spread[d]! : await refinedAxis(spread[d]!, { points: asking.options.points, payoffAt: (state) => payoff(middle.with(d, state)) }));
  }
  const payoff_usd: (number | null)[] = [];
  for (const state of statesOf(axes)) payoff_usd.push(await payoff(state));
  return { axes, payoff_usd };
};

/** The scenario with its drivers in a state at a quarter, as its market leaves it, and what the planner reads of it. */
const inState = async ({ scenario, drivers, designed, signal }: Asking, { state, at }: { readonly state: readonly number[]; readonly at: number }): Promise<{ readonly scenario: Scenario; readonly input: PlanInput }> => {
  // A turn of the event loop, so that an interrupt is heard.
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
  const quarters = Array.from({ length: Math.round(scenario.horizon.years_yr * 4) }, (_, i) => scenario.horizon.start_quarter + i);
  const moved = drivers.reduce((so, { field, motion }, d) => {
    const factor = factorsBy(motion, { state: state[d]!, at, quarters });
    return withFactor(so, { path: field, quarters, factor, whole: expectedFactor(motion, { state: state[d]!, years: 0 }) });
  }, scenario);
  return planned(moved, { scenario, designed });
};

/** Plans between the points of each driver, the others in the middle of theirs. */
const checksOf = async (asking: Asking, { table, payoff }: { readonly table: PayoffTable; readonly payoff: PayoffIn }): Promise<DecisionCase["checks"]> => {
  const checks: DecisionCase["checks"][number][] = [];
  for (const { state, weight } of statesBetween(asking, table)) {
    const interpolated_usd = payoffAt(table, (driver) => state[driver]!);
    const solved_usd = await payoff(state);
    if (solved_usd !== null && Number.isFinite(interpolated_usd)) checks.push({ solved_usd, interpolated_usd, weight });
  }
  return checks;
};

/** Weight: how likely it is that a driver is in that interval. */
const statesBetween = ({ drivers }: Asking, { axes }: PayoffTable): readonly { readonly state: readonly number[]; readonly weight: number }[] => {
  const middle = axes.map(middleOf);
  return axes.flatMap((axis, d) => (drivers[d]!.motion.kind === "event" ? [] : axis.slice(1).map((point, i) => {
    const state = (point + axis[i]!) / 2;
    return { state: middle.with(d, state), weight: densityIn(axis, state) * (point - axis[i]!) };
  })));
};
