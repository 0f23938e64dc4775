/**
 * The events of a scenario that can be waited for, each with its ways to come out and everything else as written.
 *
 *   gates     a gate with a chance: known when it is due (a cap: when it is to be lifted), delays at their central value; goes well, or badly
 *             a gate with none whose delay is a distribution: known at the median; by then (the 25 % quantile), or later (the 75 %)
 *   numbers   a distribution on what is read after the design, known from a quarter that is handed in: 5 %, 50 % and 95 % quantiles with
 *             chances of 0.185, 0.63 and 0.185                                   (Keefer and Bodily, Management Science 29, 1983)
 *   futures   those of plan.uncertain, known from its quarter on
 *   together  two of the first two kinds as one event, known when the later of them is: every pair of outcomes, chances multiplied
 */
import { quantileOf } from "../../market/index.ts";
import { knownLater, withValues, type RandomField, type Scenario } from "../../scenario/index.ts";
import { formatNumber, formatQuarter } from "../../units/index.ts";
import type { DatedEvent, EventOutcome } from "./decide-record.ts";

const QUARTERS_PER_YEAR = 4;
const POINTS = [{ share: 0.05, chance_frac: 0.185, word: "low" }, { share: 0.5, chance_frac: 0.63, word: "middle" }, { share: 0.95, chance_frac: 0.185, word: "high" }] as const;

export interface Found {
  readonly events: readonly DatedEvent[];
  readonly notes: readonly string[];
}

/** `known`: from when the numbers of some paths are known. `together`: ids of events that are waited for as one; throws RangeError for what is no event, or cannot be one with another. */
export const datedEvents = (scenario: Scenario, known: ReadonlyMap<string, number>, together: readonly (readonly [string, string])[] = []): Found => {
  const { start_quarter, years_yr } = scenario.horizon;
  const end = start_quarter + Math.round(years_yr * QUARTERS_PER_YEAR);
  const numbers = numberEvents(scenario, known);
  const all = [...scenario.gates.flatMap((gate) => gateEvents(scenario, gate)), ...numbers.events, ...futureEvents(scenario)];
  const within = (event: DatedEvent): boolean => event.quarter > start_quarter && event.quarter < end;
  const events = all.filter(within);
  return {
    events: [...events, ...together.map((pair) => joint(events, pair))],
    notes: [...all.filter((event) => !within(event)).map(({ id, quarter }) => `${id} is known in ${formatQuarter(quarter)}, not within the horizon: nothing can wait for it.`), ...numbers.notes, ...undatedNotes(scenario)],
  };
};

/** What a scenario says of time that is no event. */
const undatedNotes = ({ finance, options }: Scenario): readonly string[] => [
  ...(finance.delay === null ? [] : ["finance.delay is no event: it says what everything of one cause later costs (dawndusk run), and has no outcome that would be known."]),
  ...(options === null ? [] : ["Rights under `options` are no events: they are worth what their table says, and what drives them is known a little more every day. --known path=quarter makes an event of a number."]),
];

const joint = (events: readonly DatedEvent[], [one, other]: readonly [string, string]): DatedEvent => {
  const [a, b] = [one, other].map((id): DatedEvent => {
    const event = events.find((known) => known.id === id);
    if (event === undefined) throw new RangeError(`${id} is no event of this scenario within its horizon; ${events.length === 0 ? "it has none" : `they are ${events.map((known) => known.id).join(", ")}`}`);
    return event;
  }) as [DatedEvent, DatedEvent];
  const outcomes = a.outcomes.flatMap((first) => b.outcomes.map((second): EventOutcome => {
    const { change } = second;
    if (change === null || first.change === null || a === b) throw new RangeError(`${one} and ${other} cannot be known together: a future is a whole scenario, and an event is not itself twice`);
    const both = (scenario: Scenario): Scenario => change(first.change!(scenario));
    return { id: `${first.id}; ${second.id}`, chance_frac: first.chance_frac * second.chance_frac, scenario: change(first.scenario), change: both };
  }));
  return { id: `${a.id} + ${b.id}`, name: `${a.name} and ${b.name}`, quarter: Math.max(a.quarter, b.quarter), outcomes };
};

type Gate = Scenario["gates"][number];

const changed = (scenario: Scenario, change: (before: Scenario) => Scenario): Pick<EventOutcome, "scenario" | "change"> => ({ scenario: change(scenario), change });

const gateEvents = (scenario: Scenario, gate: Gate): readonly DatedEvent[] => {
  if (gate.kind === "spectrum-milestone") return [];
  const id = `gates.${gate.id}`;
  const as = (what: Partial<Gate>): Pick<EventOutcome, "scenario" | "change"> => changed(scenario, (before) => ({ ...before, gates: before.gates.map((one) => (one.id === gate.id ? { ...one, ...what } : one)) }));
  const due = gate.effect === "cap" ? gate.until_quarter : gate.at_quarter;
  if (due === null) return [];
  const at = (delay_yr: number): number => Math.ceil(due + QUARTERS_PER_YEAR * delay_yr);
  if (gate.chance_frac > 0 && gate.chance_frac < 1) {
    return [{ id, name: `${gate.id} (${gate.kind})`, quarter: at(gate.delay_yr), outcomes: [
      { id: "goes well", chance_frac: 1 - gate.chance_frac, ...as({ chance_frac: 0 }) },
      { id: "goes badly", chance_frac: gate.chance_frac, ...as({ chance_frac: 1 }) },
    ] }];
  }
  const random = scenario.random.find(({ path }) => path === `${id}.delay`);
  if (random === undefined) return [];
  const delay = (share: number): number => quantileOf(random.distribution, share);
  const quarter = at(delay(0.5));
  return [{ id, name: `${gate.id} (${gate.kind})`, quarter, outcomes: [
    { id: "by then", chance_frac: 0.5, ...as({ delay_yr: delay(0.25) }) },
    { id: "later", chance_frac: 0.5, ...as({ delay_yr: delay(0.75) }) },
  ] }];
};

const numberEvents = (scenario: Scenario, known: ReadonlyMap<string, number>): Found => {
  const numbers = scenario.random.filter(({ path }) => !path.startsWith("gates.") && knownLater(path));
  const undated = numbers.filter(({ path }) => !known.has(path)).map(({ path }) => path);
  const designed = scenario.random.filter(({ path }) => !path.startsWith("gates.") && !knownLater(path)).map(({ path }) => path);
  return {
    events: numbers.flatMap((field) => { const quarter = known.get(field.path); return quarter === undefined ? [] : [{ id: field.path, name: field.path, quarter, outcomes: pointsOf(scenario, field) }]; }),
    notes: [
      ...(undated.length === 0 ? [] : [`No date is known from which on these are known, so that nothing waits for them: ${undated.join(", ")}. --known path=2029-Q1 gives one.`]),
      ...(designed.length === 0 ? [] : [`At their central values, because the platform or a site is sized by them: ${designed.join(", ")}.`]),
    ],
  };
};

const pointsOf = (scenario: Scenario, { path, unit, distribution }: RandomField): readonly EventOutcome[] => POINTS.map(({ share, chance_frac, word }) => {
  const value = quantileOf(distribution, share);
  return { id: `${word}: ${unit === "$" && value >= 1e6 ? `${formatNumber(value / 1e6)} M$` : `${formatNumber(value)}${unit === "1" ? "" : ` ${unit}`}`}`, chance_frac, ...changed(scenario, (before) => withValues(before, [{ path, value }])) };
});

const futureEvents = (scenario: Scenario): readonly DatedEvent[] => {
  const { uncertain } = scenario.plan;
  if (uncertain === null) return [];
  const named = uncertain.futures.filter(({ chance_frac }) => chance_frac > 0).map(({ id, chance_frac }) => ({ id, chance_frac, scenario: scenario.futures[id]!, change: null }));
  const rest = 1 - named.reduce((sum, { chance_frac }) => sum + chance_frac, 0);
  if (named.length === 0) return [];
  return [{ id: "futures", name: "which future comes (plan.uncertain)", quarter: uncertain.before_quarter, outcomes: [...named, ...(rest > 1e-9 ? [{ id: "as written", chance_frac: rest, scenario, change: null }] : [])] }];
};
