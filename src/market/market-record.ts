/** What the market and the gates leave to each actor, quarter by quarter: what `plan` may build with, and what sold capacity earns. */
import type { Ledger } from "../ledger/index.ts";

/** Where a part of an actor's access comes from: its own rocket or factory, a contract by id, or the open rest of a capacity. */
export type OfferKind = "own" | "contract" | "open";

/** Launches of one vehicle on one set of terms. */
export interface LaunchOffer {
  readonly kind: OfferKind;
  /** Contract, or capacity whose rest is sold. */
  readonly id: string;
  /** Whole launches that the actor has in each quarter. */
  readonly launches: readonly number[];
  /** Of one launch, in each quarter, real dollars. */
  readonly price_usd: readonly number[];
  /** Launches of each quarter that are paid for even if they are not used. */
  readonly paidAnyway: readonly number[];
}

/** What an actor has of a vehicle. */
export interface VehicleAccess {
  /** In launch.vehicles. */
  readonly vehicle: string;
  /** Launches of the vehicle for everyone. */
  readonly supply: readonly number[];
  /** Whether a market shares the vehicle; where none does, the scenario's own terms stand and there are no offers. */
  readonly shared: boolean;
  readonly offers: readonly LaunchOffer[];
  /** What the actor has of them, and the offers' mean price weighted by launches; null in a quarter that offers none, and where the scenario's own terms stand. */
  readonly launches: readonly number[];
  readonly price_usd: readonly (number | null)[];
}

/** Site power that an actor has online at a site, by quarter: it never falls. */
export interface SiteAccess {
  /** In ground.sites. */
  readonly site: string;
  readonly online_MW: readonly number[];
  /** Megawatts that the site's plant is written for: it is as large as this power is of them. */
  readonly whole_MW: number;
  /** Whether a market shares it: its building and its data are then shared too. */
  readonly shared: boolean;
  /** Phases that this power can be of, the site's own and those that a gate moves to it, and the quarter before which a permit lets no works of them begin; null where none does. */
  readonly phases: readonly SiteAccessPhase[];
}

export interface SiteAccessPhase {
  readonly id: string;
  readonly power_MW: number;
  readonly online_quarter: number;
  readonly begin_quarter: number | null;
}

/**
 * What one actor may plan with. A vehicle, site or factory that is not named here is as the scenario writes it.
 * `withAccess` lays it over a scenario, so that a plan which knows nothing of markets obeys it; a plan that reads it can take each offer on its own terms.
 */
export interface MarketView {
  readonly actor: string;
  readonly quarters: readonly number[];
  readonly vehicles: readonly VehicleAccess[];
  readonly sites: readonly SiteAccess[];
  /** Platforms that the factories finish for the actor in each quarter; null where the market says nothing of them. */
  readonly platforms: readonly number[] | null;
  /** First quarter in which a platform may fly, and most platforms in service by quarter; null where no gate holds the fleet. */
  readonly firstLaunch_quarter: number | null;
  readonly fleetMax: readonly number[] | null;
}

/** What an actor got of a capacity in each quarter, and on which terms. */
export interface Share {
  readonly actor: string;
  readonly kind: OfferKind;
  /** Claim or contract. */
  readonly id: string;
  readonly claimed: readonly number[];
  readonly got: readonly number[];
  /** A unit, in each quarter; of an owner's own share its cost, 0 where none is stated. */
  readonly price_usd: readonly number[];
  /** Units of each quarter that are paid for even if not used. */
  readonly paidAnyway: readonly number[];
}

export type CapacityKind = "pad" | "launches" | "platforms" | "power";

/** One capacity and who got what of it. */
export interface Allocation {
  readonly capacity: string;
  readonly kind: CapacityKind;
  /** Vehicle or site; "" for factories and pads. */
  readonly of: string;
  readonly owner: string;
  readonly rule: "contract" | "price" | "priority";
  /** Launches, platforms or new megawatts of the quarter, after the gates. */
  readonly supply: readonly number[];
  /** Price of a unit of the rest: the list price, or by price the highest bid not wholly served, at least the floor; null in a quarter without a sale. */
  readonly clearing_usd: readonly (number | null)[];
  readonly shares: readonly Share[];
}

/** How one gate turned out. */
export interface GateOutcome {
  readonly id: string;
  readonly kind: string;
  readonly holds: readonly string[];
  /** A cap that nothing lifts is in force. */
  readonly outcome: "cleared" | "refused" | "in force" | "happens" | "does not happen" | "met" | "missed";
  /** Quarter in which it clears or happens; null where it never does. */
  readonly quarter: number | null;
  /** What it moved, in words, with dates. */
  readonly moved: string;
}

/** A payment between two actors, or from one to outside. */
export interface Transfer {
  readonly from: string;
  /** Null: to nobody on this market (marginal cost of an owner's launches). */
  readonly to: string | null;
  readonly capacity: string;
  /** Vehicle or site. */
  readonly of: string;
  /** Contract or claim. */
  readonly share: string;
  readonly quarter: number;
  readonly kind: "use" | "take-or-pay" | "reservation" | "marginal cost";
  readonly quantity: number;
  readonly usd: number;
  /** Whether the payer's own plan already has it as a line, so that its market ledger leaves it out. */
  readonly inPlan: boolean;
}

/** The market of one scenario: allocation, access, gates, and, once the plans are known, who pays whom. */
export interface Market {
  /** The actor whose scenario this is. */
  readonly self: string;
  readonly quarters: readonly number[];
  /** Draw of the random gates; null for stated or median dates and likelier outcomes. */
  readonly draw: number | null;
  readonly gates: readonly GateOutcome[];
  readonly allocations: readonly Allocation[];
  /** One an actor that takes part, the scenario's own first. */
  readonly views: readonly MarketView[];
  readonly notes: readonly string[];
}

/** Payments when the plans are known. */
export interface Settlement {
  /** Launches of each share that fly, by quarter: the plan's, or all that was got where no plan of the actor is known. */
  readonly used: readonly { readonly capacity: string; readonly share: string; readonly launches: readonly number[] }[];
  readonly transfers: readonly Transfer[];
  /** Dollars by actor and quarter: costs above zero, revenue below. What a plan pays already is not in it. */
  readonly ledger: Ledger;
}
