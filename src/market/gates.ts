/**
 * Gates: how each turns out, and when what it holds is closed or capped.
 *
 * Time runs in quarters as real numbers: t = at + 4 delay.
 *   1. block: closed before t. Refused: later, closed before t + 4 later; instead and without, closed for good; cap, closed before t and capped after it
 *   2. cap: capped from `at` to until + 4 delay. Not lifted: later, to 4 later behind that; else for good
 *   3. remove, where it happens: closed from t for 4 duration; without, for good; cap, capped in place of closed
 *   4. what `instead` names is in force only where its gate goes badly, and then from t (of a cap: from the lifting that does not come; of a loss: for its duration)
 * Without a draw the delay is its field's central value and a gate goes badly where its chance is above a half. With one, two uniform numbers
 * of the stream of its id decide (kernel's counter-based generator, by the scenario's seed and the draw), so that no gate's draw depends on another gate.
 */
import { randomDoubles, streamOf } from "../kernel/index.ts";
import { idList, type Scenario } from "../scenario/index.ts";
import { formatQuarter } from "../units/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import type { GateOutcome } from "./market-record.ts";
import { plainNumber } from "./plain-number.ts";
import { quantileOf } from "./quantile.ts";
import { together, type Windows } from "./windows.ts";

export type Gate = Scenario["gates"][number];

/** How a gate turned out: windows of what it holds, and when its `instead` is in force. */
export interface ResolvedGate {
  readonly gate: Gate;
  readonly bad: boolean;
  /** When it clears, happens or is lifted, in quarters; infinite for never. */
  readonly t: number;
  readonly windows: Windows;
  readonly instead: { readonly what: string; readonly from: number; readonly to: number } | null;
}

/** All gates but milestones, which are held against the plan. */
export const resolveGates = (scenario: Scenario): readonly ResolvedGate[] =>
  scenario.gates.filter(({ kind }) => kind !== "spectrum-milestone").map((gate) => resolved(gate, fateOf(scenario, gate)));

interface Fate {
  readonly bad: boolean;
  readonly delay_yr: number;
}

const fateOf = (scenario: Scenario, gate: Gate): Fate => {
  const { draw, seed } = scenario.uncertainty;
  if (draw === null) return { bad: gate.chance_frac > 0.5, delay_yr: gate.delay_yr };
  const next = randomDoubles({ seed, stream: streamOf(gate.id), index: draw });
  const bad = next() < gate.chance_frac;
  const share = next();
  const random = scenario.random.find(({ path }) => path === `gates.${gate.id}.delay`);
  return { bad, delay_yr: random === undefined || share === 0 ? gate.delay_yr : quantileOf(random.distribution, share) };
};

/** A field that a rule between fields has made sure of, in quarters. */
const quartersIn = (years: number | null, gate: Gate): number => {
  if (years === null) throw new Error(`gate ${gate.id} lacks a time that its fallback needs`);
  return QUARTERS_PER_YEAR * years;
};

const resolved = (gate: Gate, { bad, delay_yr }: Fate): ResolvedGate => {
  const late = QUARTERS_PER_YEAR * delay_yr;
  switch (gate.effect) {
    case "block": return blocked(gate, { bad, t: gate.at_quarter + late });
    case "cap": return capped(gate, { bad, t: gate.until_quarter === null ? Infinity : gate.until_quarter + late });
    case "remove": return removed(gate, { bad, t: gate.at_quarter + late });
  }
};

interface Turn {
  readonly bad: boolean;
  readonly t: number;
}

const NEVER_BEFORE = -Infinity;

/** A cap that a check has made sure of. */
const most = (gate: Gate): number => {
  if (gate.cap === null) throw new Error(`gate ${gate.id} has no cap`);
  return gate.cap;
};

const insteadFrom = (gate: Gate, from: number, to: number): ResolvedGate["instead"] => (gate.fallback === "instead" ? { what: gate.instead, from, to } : null);

/** (1). */
const blocked = (gate: Gate, { bad, t }: Turn): ResolvedGate => {
  const before = (end: number): Windows["closed"] => [{ from: NEVER_BEFORE, to: end }];
  if (!bad) return { gate, bad, t, windows: { closed: before(t), caps: [] }, instead: null };
  if (gate.fallback === "later") {
    const end = t + quartersIn(gate.later_yr, gate);
    return { gate, bad, t: end, windows: { closed: before(end), caps: [] }, instead: null };
  }
  if (gate.fallback === "cap") return { gate, bad, t, windows: { closed: before(t), caps: [{ from: t, to: Infinity, most: most(gate) }] }, instead: null };
  return { gate, bad, t, windows: { closed: before(Infinity), caps: [] }, instead: insteadFrom(gate, t, Infinity) };
};

/** (2). */
const capped = (gate: Gate, { bad, t }: Turn): ResolvedGate => {
  const to = !bad ? t : gate.fallback === "later" ? t + quartersIn(gate.later_yr, gate) : Infinity;
  return { gate, bad, t: to, windows: { closed: [], caps: [{ from: gate.at_quarter, to, most: most(gate) }] }, instead: bad ? insteadFrom(gate, t, Infinity) : null };
};

/** (3). */
const removed = (gate: Gate, { bad, t }: Turn): ResolvedGate => {
  if (!bad) return { gate, bad, t, windows: { closed: [], caps: [] }, instead: null };
  const to = gate.fallback === "without" ? Infinity : t + quartersIn(gate.duration_yr, gate);
  const windows: Windows = gate.fallback === "cap" ? { closed: [], caps: [{ from: t, to, most: most(gate) }] } : { closed: [{ from: t, to }], caps: [] };
  return { gate, bad, t, windows, instead: insteadFrom(gate, t, to) };
};

/** What all gates leave of a thing: "vehicle/starship", "fleet". */
export const windowsOf = (gates: readonly ResolvedGate[], what: string): Windows => together(gates.filter(({ gate }) => idList(gate.holds).includes(what)).map(({ windows }) => windows));

/** How gates name an actor's fleet: by its actor, and by no name where the scenario is the actor's own. */
export const fleetNames = ({ actor, isSelf }: { readonly actor: string; readonly isSelf: boolean }): readonly string[] => [...(isSelf ? ["fleet"] : []), `fleet/${actor}`];

/** What all gates leave of an actor's fleet. */
export const fleetWindows = (gates: readonly ResolvedGate[], whose: { readonly actor: string; readonly isSelf: boolean }): Windows => {
  const names = fleetNames(whose);
  return together(gates.filter(({ gate }) => idList(gate.holds).some((held) => names.includes(held))).map(({ windows }) => windows));
};

/** Gates as an actor's own scenario reads them: `vehicle/<actor>/<id>` and `site/<actor>/<id>`, also those that stand in, are its own vehicles and sites. */
export const gatesOfActor = (gates: readonly ResolvedGate[], actor: string): readonly ResolvedGate[] => gates.map((one) => ({
  ...one,
  gate: { ...one.gate, holds: idList(one.gate.holds).map((name) => ownName(name, actor)).join(", ") },
  instead: one.instead === null ? null : { ...one.instead, what: ownName(one.instead.what, actor) },
}));

const ownName = (name: string, actor: string): string => {
  const [kind, whose, ...id] = name.split("/");
  return whose === actor && id.length > 0 ? `${kind}/${id.join("/")}` : name;
};

/** Whether any gate holds a thing. */
export const isHeld = (gates: readonly ResolvedGate[], what: string): boolean => gates.some(({ gate }) => idList(gate.holds).includes(what));

/**
 * When a contract or claim is in force beside its own gates: always, unless it stands in for something; null for always.
 * One that gates name as `instead` waits for one of them to go badly.
 */
export const standIn = (scenario: Scenario, { gates, what }: { readonly gates: readonly ResolvedGate[]; readonly what: string }): Windows | null => {
  if (!scenario.gates.some((gate) => gate.fallback === "instead" && gate.instead === what)) return null;
  const spans = gates.flatMap(({ instead }) => (instead?.what === what ? [instead] : [])).toSorted((a, b) => a.from - b.from);
  const closed: { from: number; to: number }[] = [];
  let at = NEVER_BEFORE;
  for (const { from, to } of spans) {
    if (from > at) closed.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < Infinity) closed.push({ from: at, to: Infinity });
  return { closed, caps: [] };
};

/** How a gate turned out, for tables. */
export const outcomeOf = ({ gate, bad, t, windows, instead }: ResolvedGate): GateOutcome => {
  const isLoss = gate.effect === "remove";
  return {
    id: gate.id,
    kind: gate.kind,
    holds: idList(gate.holds),
    outcome: isLoss ? (bad ? "happens" : "does not happen") : bad ? "refused" : t === Infinity ? "in force" : "cleared",
    quarter: isLoss && !bad ? null : Number.isFinite(t) ? Math.floor(t) : null,
    moved: movedText({ windows, instead }),
  };
};

const whenText = (t: number): string => {
  const whole = Math.floor(t);
  return t - whole < 1e-9 ? formatQuarter(whole) : `${formatQuarter(whole)}, ${Math.round((t - whole) * 100)} % of it gone`;
};

const movedText = ({ windows, instead }: Pick<ResolvedGate, "windows" | "instead">): string => {
  const closed = windows.closed.map(({ from, to }) => (from === NEVER_BEFORE ? (to === Infinity ? "never there" : `nothing before ${whenText(to)}`) : to === Infinity ? `gone from ${whenText(from)}` : `gone from ${whenText(from)} to ${whenText(to)}`));
  const caps = windows.caps.map(({ from, to, most: n }) => `at most ${plainNumber(n)} from ${whenText(from)}${to === Infinity ? "" : ` to ${whenText(to)}`}`);
  const other = instead === null ? [] : [`${instead.what} instead from ${whenText(instead.from)}`];
  const all = [...closed, ...caps, ...other];
  return all.length === 0 ? "nothing" : all.join("; ");
};

/** How every gate but milestones turns out, without what it leaves of anything. */
export const gateOutcomes = (scenario: Scenario): readonly GateOutcome[] => resolveGates(scenario).map(outcomeOf);
