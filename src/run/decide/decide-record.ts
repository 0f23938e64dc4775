/** What to decide now, what can wait, and for which event. */
import type { Decision } from "../../risk/index.ts";
import type { Scenario } from "../../scenario/index.ts";

/** How an event can come out, and the scenario that it then is. */
export interface EventOutcome {
  readonly id: string;
  readonly chance_frac: number;
  readonly scenario: Scenario;
  /** The same done to another scenario; null for a future, which is a scenario of its own. */
  readonly change: ((scenario: Scenario) => Scenario) | null;
}

/** Something that is known from a quarter on, and not before. */
export interface DatedEvent {
  /** "gates.licence", "launch.vehicles.starship.price", "futures". */
  readonly id: string;
  readonly name: string;
  readonly quarter: number;
  readonly outcomes: readonly EventOutcome[];
}

/** What the plan goes on to buy of each option when an event has come out so. */
export interface AfterEvent {
  readonly event: string;
  readonly name: string;
  readonly quarter: number;
  readonly outcomes: readonly { readonly id: string; readonly chance_frac: number; /** Present cost, as the search counts it. */ readonly cost_usd: number | null; readonly units: Readonly<Record<string, number>> }[];
}

/** One thing that can be built, and whether to commit to it. */
export interface Commitment {
  readonly option: string;
  readonly tier: "ground" | "orbit";
  /** "MW", "platforms". */
  readonly counted: string;
  /** Quarter of its first order or purchase in the plan; null where the plan has none of it. */
  readonly first_quarter: number | null;
  /** Units that the plan buys in all. */
  readonly units: number;
  /** Units that are bought before each event that it can be held against is known, and what waiting for that does. */
  readonly decisions: readonly (Decision & { readonly event: string; readonly committed: number })[];
  /** now: the plan's first step is in its first quarter; later: it is in a later one; wait: an event is worth waiting for; leave: without its targets none of it is worth more; none: the plan has none of it. */
  readonly verdict: "now" | "later" | "wait" | "leave" | "none";
  /** The event worth waiting for the most; null where none is. */
  readonly until: string | null;
}

export interface Commitments {
  readonly start_quarter: number;
  /** Launches as the plans of this have them. */
  readonly launches: "parts" | "whole";
  readonly events: readonly AfterEvent[];
  readonly commitments: readonly Commitment[];
  /** Plans solved. */
  readonly plans: number;
  readonly notes: readonly string[];
}
