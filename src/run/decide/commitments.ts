/**
 * `decide` on a build-out: for everything that the plan begins before an event is known, whether to begin it then or to wait, priced by
 * solving the plan again under each way that the event comes out.
 *
 * Of option o, whose first step in the plan is in quarter a, and an event known in quarter k > a:
 *   1. build in a    everything before k as the plan for the likelier outcome decides it; from k on the best plan of each outcome
 *   2. build in k    none of o before k, the rest before k as best then; from k on at least what (1) bought of o before k, k - a later
 *   3. leave in a    none of o ever; the rest before k as best then
 *   4. leave in k    none of o ever; before k as (2)
 *   5. worth in an outcome: the plan's least present cost, its sign turned; the rest is risk/decide: cost of waiting, what is learnt, what flips
 *
 * Nobody knows the outcome before k, and everybody from k on. Targets shape the first steps and are not asked after them: an outcome may put
 * them out of reach.
 * Where (2) cannot be had in an outcome it is (4) there, and where it can in none it is closed. One event at a time, or two as one; all else as written; first steps are those of the likelier
 * outcome and no hedge (plan.uncertain makes one). Prices that come out with the event hold for what was bought before it, too.
 */
import { buildCase, pastOf, solveCase, waysOf, type Past, type PlanCase, type Solve, type Solved } from "../../plan/index.ts";
import { decide, type Begun, type Decision } from "../../risk/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { planned, type Designed } from "../futures.ts";
import { datedEvents } from "./dated-events.ts";
import type { AfterEvent, Commitment, Commitments, DatedEvent } from "./decide-record.ts";
import { atLeast, inPartsCase, noneBefore, untargeted } from "./held-options.ts";

export interface DecideOptions {
  readonly launches: "parts" | "whole";
  /** From when numbers are known that have no date of their own, by path. */
  readonly known: ReadonlyMap<string, number>;
  /** Events that are waited for as one, by their ids. */
  readonly together?: readonly (readonly [string, string])[];
}

export interface DecidePorts {
  readonly solve: Solve;
  /** Told before each event. */
  readonly onEvent?: (done: number, of: number) => void;
}

type Best = NonNullable<Solved["best"]>;

/** The plan of a problem, or null; problems with the same numbers are solved once. */
interface Pricer {
  readonly best: (problem: PlanCase) => Promise<Best | null>;
  readonly plans: () => number;
}

const pricerOf = (solve: Solve): Pricer => {
  const known = new Map<string, Best | null>();
  return {
    best: async (problem) => {
      const key = JSON.stringify(problem, (_, value: unknown) => (value === Infinity ? "Infinity" : value));
      if (!known.has(key)) known.set(key, (await solveCase(problem, solve)).best);
      return known.get(key)!;
    },
    plans: () => known.size,
  };
};

/** Null where no plan of the scenario meets its limits. `asked` is the scenario as it was read, `designed` what was sized, flown and served of it. */
export const commitmentsOf = async (asked: Scenario, designed: Designed, { launches, known, together, solve, onEvent }: DecideOptions & DecidePorts): Promise<Commitments | null> => {
  const problemOf = async (scenario: Scenario): Promise<PlanCase | null> => {
    const { scenario: own, input } = await planned({ ...scenario, plan: { ...scenario.plan, uncertain: null, alternatives: 0 } }, { scenario: asked, designed });
    const { problem, why } = buildCase(own, input);
    if (why.length > 0) return null;
    return launches === "parts" ? inPartsCase(problem) : problem;
  };
  const pricer = pricerOf(solve);
  const centre = await problemOf(asked);
  const best = centre === null ? null : await pricer.best(centre);
  if (centre === null || best === null) return null;
  const { events, notes } = datedEvents(asked, known, together);
  const told: string[] = [...notes];
  const after: AfterEvent[] = [];
  const decisions = new Map<string, Commitment["decisions"][number][]>();
  for (const [i, event] of events.entries()) {
    onEvent?.(i, events.length);
    const outcomes: Outcome[] = [];
    for (const { id, chance_frac, scenario } of event.outcomes) {
      const problem = await problemOf(scenario);
      if (problem !== null) outcomes.push({ id, chance_frac, problem: untargeted(problem, [...problem.options.keys()]) });
    }
    if (outcomes.length < event.outcomes.length) {
      told.push(`${event.id} is not counted: in one of its outcomes there is no plan to make.`);
      continue;
    }
    const at: At = { event, outcomes, k: centre.quarters.indexOf(event.quarter), centre, best, pricer };
    after.push(await afterEvent(at));
    for (const o of centre.options.keys()) {
      const found = await decisionOn(at, o);
      if (typeof found === "string") told.push(found);
      else if (found !== null) decisions.set(centre.options[o]!.id, [...(decisions.get(centre.options[o]!.id) ?? []), found]);
    }
  }
  const commitments = centre.options.map((_, o) => commitmentOf(centre, { o, best, decisions: decisions.get(centre.options[o]!.id) ?? [] }));
  return { start_quarter: centre.quarters[0]!, launches, events: after, commitments, plans: pricer.plans(), notes: told };
};

interface Outcome {
  readonly id: string;
  readonly chance_frac: number;
  readonly problem: PlanCase;
}

interface At {
  readonly event: DatedEvent;
  readonly outcomes: readonly Outcome[];
  /** Position of the event's quarter. */
  readonly k: number;
  readonly centre: PlanCase;
  readonly best: Best;
  readonly pricer: Pricer;
}

/** Units of an option bought by quarter. */
const boughtOf = (centre: PlanCase, best: Best, o: number): readonly number[] => {
  const { bought } = pastOf(best.decisions, centre.quarters.length);
  const ways = waysOf(centre).filter((one) => one.o === o).map(({ way }) => bought[way.id]!);
  return centre.quarters.map((_, t) => dustless(ways.reduce((sum, way) => sum + way[t]!, 0)));
};

/** What a solver leaves of nothing. */
const dustless = (units: number): number => (units < 1e-6 ? 0 : units);

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Position of its first order or purchase; -1 where there is none. */
const firstOf = (centre: PlanCase, best: Best, o: number): number => {
  const { ordered } = pastOf(best.decisions, centre.quarters.length);
  const orders = (ordered[`order/${centre.options[o]!.id}`] ?? []).findIndex((units) => dustless(units) > 0);
  const bought = boughtOf(centre, best, o).findIndex((units) => units > 0);
  return orders < 0 || (bought >= 0 && bought < orders) ? bought : orders;
};

const afterEvent = async ({ event: { id, name, quarter }, outcomes, k, best, pricer }: At): Promise<AfterEvent> => {
  const past = pastOf(best.decisions, k);
  const found: AfterEvent["outcomes"][number][] = [];
  for (const { id: outcome, chance_frac, problem } of outcomes) {
    const then = await held(pricer, problem, past);
    found.push({ id: outcome, chance_frac, cost_usd: then?.counted_usd ?? null, units: then === null ? {} : Object.fromEntries(problem.options.map((option, o) => [option.id, total(boughtOf(problem, then, o))])) });
  }
  return { event: id, name, quarter, outcomes: found };
};

/** With first decisions as they were; null where that is not on offer or meets no limit. */
const held = async (pricer: Pricer, problem: PlanCase, past: Past): Promise<Best | null> => {
  try {
    return await pricer.best({ ...problem, past });
  } catch (error) {
    // Says solveCase of a past that a problem has not on offer.
    if (error instanceof Error && error.message.startsWith("the model has not on offer")) return null;
    throw error;
  }
};

/** Null where nothing is committed before the event; a sentence where it cannot be told. */
const decisionOn = async (at: At, o: number): Promise<Commitment["decisions"][number] | string | null> => {
  const { event, outcomes, k, centre, best } = at;
  const first = firstOf(centre, best, o);
  const option = centre.options[o]!;
  if (first < 0 || first >= k) return null;
  const lead = option.order === null ? 0 : option.order.lead;
  const program = boughtOf(centre, best, o).map((units, t) => (t < k + lead ? units : 0));
  const worths = await worthsOf(at, { o, first, lead, program });
  if (typeof worths === "string") return `${option.id} is not held against ${event.id}: ${worths}.`;
  const [now, quarter] = [centre.quarters[first]!, event.quarter];
  const begun = (early: readonly number[], late: readonly number[] | null): readonly Begun[] => [{ quarter: now, worth: early }, ...(late === null ? [] : [{ quarter, worth: late }])];
  const [decision] = decide({
    unit: "$", now, chances: outcomes.map(({ chance_frac }) => chance_frac),
    questions: [{ id: option.id, name: option.id, alternatives: [{ id: "leave", name: "leave", begun: begun(worths.leave, worths.leaveLater) }, { id: "build", name: "build", begun: begun(worths.build, worths.buildLater) }] }],
    triggers: [{ id: event.id, name: event.name, quarter, outcomes: outcomes.map(({ id }) => id), outcome: outcomes.map((_, s) => s) }],
  });
  return { ...(decision as Decision), event: event.id, committed: total(program) };
};

interface Held {
  readonly o: number;
  readonly first: number;
  readonly lead: number;
  readonly program: readonly number[];
}

interface Worths {
  readonly build: readonly number[];
  /** Null where it can be had in no outcome. */
  readonly buildLater: readonly number[] | null;
  readonly leave: readonly number[];
  readonly leaveLater: readonly number[];
}

/** (1) to (5). A sentence where one of them cannot be had. */
const worthsOf = async ({ outcomes, k, centre, best, pricer }: At, { o, first, lead, program }: Held): Promise<Worths | string> => {
  const later = k - first;
  // An outcome may leave no such option: a permit is refused.
  const there = (problem: PlanCase): number => problem.options.findIndex(({ id }) => id === centre.options[o]!.id);
  const none = (problem: PlanCase): PlanCase => (there(problem) < 0 ? problem : noneBefore(problem, there(problem), problem.quarters.length));
  const committed = (after: number) => (problem: PlanCase): PlanCase | null => (there(problem) < 0 ? null : atLeast(problem, there(problem), { program, later: after }));
  const waiting = await pricer.best(noneBefore(untargeted(centre, [o]), o, k + lead));
  const without = await pricer.best(none(untargeted(centre, [o])));
  if (waiting === null || without === null) return "the rest of the plan does not meet its limits without it";
  const pasts = { now: pastOf(best.decisions, k), wait: pastOf(waiting.decisions, k), never: pastOf(without.decisions, k) };
  const each = async (of: (problem: PlanCase) => PlanCase | null, past: Past): Promise<readonly (number | null)[]> => {
    const worths: (number | null)[] = [];
    for (const { problem } of outcomes) {
      const asked = of(problem);
      worths.push(asked === null ? null : negated((await held(pricer, asked, past))?.counted_usd));
    }
    return worths;
  };
  const build = await each(committed(0), pasts.now);
  const leave = await each(none, pasts.never);
  const leaveLater = await each(none, pasts.wait);
  const forced = await each(committed(later), pasts.wait);
  const missing = outcomes.findIndex((_, s) => build[s] === null || leave[s] === null || leaveLater[s] === null);
  if (missing >= 0) return `with "${outcomes[missing]!.id}" there is no plan that goes on from the first steps`;
  return { build: build as readonly number[], leave: leave as readonly number[], leaveLater: leaveLater as readonly number[], buildLater: forced.every((worth) => worth === null) ? null : forced.map((worth, s) => worth ?? leaveLater[s]!) };
};

const negated = (usd: number | undefined): number | null => (usd === undefined ? null : -usd);

const commitmentOf = (centre: PlanCase, { o, best, decisions }: { readonly o: number; readonly best: Best; readonly decisions: Commitment["decisions"] }): Commitment => {
  const { id, tier, counted } = centre.options[o]!;
  const first = firstOf(centre, best, o);
  const pays = decisions.filter(({ verdict }) => verdict === "wait").toSorted((a, b) => b.waits[0]!.net - a.waits[0]!.net)[0];
  return {
    option: id, tier, counted, first_quarter: first < 0 ? null : centre.quarters[first]!, units: total(boughtOf(centre, best, o)), decisions,
    verdict: first < 0 ? "none" : pays !== undefined ? "wait" : decisions.length > 0 && decisions.every((one) => one.best === "leave") ? "leave" : first === 0 ? "now" : "later",
    until: pays === undefined ? null : pays.event,
  };
};

