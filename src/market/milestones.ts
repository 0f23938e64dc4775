/**
 * Spectrum milestones held against a plan: half of the authorised satellites must work some years after the grant, and all of them some years later
 * (47 CFR 25.164(b): 6 and 9 years); where they do not, the authorisation ends for what is not in orbit (47 CFR 25.161(a), (d)), or a waiver moves the dates.
 *
 *   1. due = grant + years, in the quarter in which the years are over; satellites in service then >= share x authorised
 *   2. missed with fallback cap: from then on no more satellites than had been launched and not retired by then; with fallback later the dates are held once
 *      more, `later` behind, and then as with cap
 *
 * A date behind the horizon is not judged. Satellites are the plan's platforms. How a plan that foresees the rule would hasten is not asked: the plan is made, judged, and made
 * again under what is left.
 */
import { idList, type Scenario } from "../scenario/index.ts";
import { formatQuarter } from "../units/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import { fleetNames, type Gate } from "./gates.ts";
import type { GateOutcome } from "./market-record.ts";
import { plainNumber } from "./plain-number.ts";

/** The fleet of a plan by quarter of its horizon. */
export interface PlannedFleet {
  readonly quarters: readonly number[];
  /** Platforms that work (expected), and those launched and not retired, failed launches too. */
  readonly inService: readonly number[];
  readonly launched: readonly number[];
}

export interface Judged {
  readonly outcomes: readonly GateOutcome[];
  /** Most platforms launched and not retired by quarter; infinite where nothing is lost; null where no milestone is missed. */
  readonly most: readonly number[] | null;
}

/** Half and all: to the rounding of a solver. */
const ENOUGH = 1e-6;

/** Milestones that are of an actor's fleet: those of `fleet/<actor>`, and of `fleet` where the scenario is the actor's own. */
export const milestonesOf = (gates: readonly Gate[], { actor, isSelf }: { readonly actor: string; readonly isSelf: boolean }): readonly Gate[] =>
  gates.filter(({ kind, holds }) => kind === "spectrum-milestone" && fleetNames({ actor, isSelf }).some((name) => idList(holds).includes(name)));

/** Holds every milestone against a plan's fleet. */
export const judgeMilestones = ({ gates }: Pick<Scenario, "gates">, fleet: PlannedFleet): Judged => {
  const judged = gates.filter(({ kind }) => kind === "spectrum-milestone").map((gate) => judge(gate, fleet));
  const caps = judged.flatMap(({ most }) => (most === null ? [] : [most]));
  return {
    outcomes: judged.map(({ outcome }) => outcome),
    most: caps.length === 0 ? null : fleet.quarters.map((_, i) => Math.min(...caps.map((cap) => cap[i]!))),
  };
};

interface Deadline {
  readonly what: string;
  readonly quarter: number;
  readonly needed: number;
}

const deadlinesOf = (gate: Gate): readonly Deadline[] => {
  if (gate.authorised === null) throw new Error(`gate ${gate.id} authorises no number`);
  const due = (years: number): number => gate.at_quarter + Math.round(years * QUARTERS_PER_YEAR);
  return [{ what: "half", quarter: due(gate.halfAfter_yr), needed: gate.authorised / 2 }, { what: "all", quarter: due(gate.allAfter_yr), needed: gate.authorised }];
};

/** The first deadline within the horizon that is not met, `shift` quarters later than written. */
const firstMissed = (gate: Gate, { quarters, inService }: PlannedFleet, shift: number): (Deadline & { readonly at: number }) | null => {
  for (const deadline of deadlinesOf(gate)) {
    const at = quarters.indexOf(deadline.quarter + shift);
    if (at >= 0 && inService[at]! < deadline.needed * (1 - ENOUGH)) return { ...deadline, quarter: deadline.quarter + shift, at };
  }
  return null;
};

const judge = (gate: Gate, fleet: PlannedFleet): { readonly outcome: GateOutcome; readonly most: readonly number[] | null } => {
  const shift = gate.fallback === "later" && gate.later_yr !== null ? Math.round(gate.later_yr * QUARTERS_PER_YEAR) : 0;
  const asWritten = firstMissed(gate, fleet, 0);
  const missed = asWritten === null || shift === 0 ? asWritten : firstMissed(gate, fleet, shift);
  const base = { id: gate.id, kind: gate.kind, holds: idList(gate.holds) };
  if (missed === null) {
    const dates = deadlinesOf(gate).map(({ what, quarter, needed }) => `${what} (${plainNumber(needed)}) by ${formatQuarter(quarter + (asWritten === null ? 0 : shift))}${fleet.quarters.includes(quarter) ? "" : ", behind the horizon"}`);
    return { outcome: { ...base, outcome: "met", quarter: null, moved: `${asWritten === null ? "" : `${asWritten.what} was due in ${formatQuarter(asWritten.quarter)}: a waiver moves the dates; `}${dates.join("; ")}` }, most: null };
  }
  const left = fleet.launched[missed.at]!;
  const moved = `${missed.what} of ${plainNumber(gate.authorised!)} due in ${formatQuarter(missed.quarter)}, ${plainNumber(fleet.inService[missed.at]!)} work: the authorisation falls to the ${plainNumber(left)} launched by then`;
  return { outcome: { ...base, outcome: "missed", quarter: missed.quarter, moved }, most: fleet.quarters.map((_, i) => (i >= missed.at ? left : Infinity)) };
};
