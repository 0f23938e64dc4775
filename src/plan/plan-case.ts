/**
 * The numbers of one planning problem, all by quarter of the horizon: what `formulate` writes down and `interpret` reads back.
 *
 * Whatever can be bought is an option, on the same record: its lines, its life, what it uses of shared limits, and what it can run. The tier
 * is a label that comes back in the results; nothing in the planner asks which it is.
 */
import type { Item, Tier } from "../ledger/index.ts";

export type TierLabel = Exclude<Tier, "both">;

/** A price in real dollars, by quarter. */
export interface PricedLine {
  readonly subsystem: string;
  readonly boundary: Item;
  readonly source: string;
  readonly usd: readonly number[];
}

/** A purchase for one unit, with its life in quarters. */
export interface CapitalPrice extends PricedLine {
  readonly life: number;
}

/** One way for a unit of an option to come about: built where it stands, or brought by a vehicle. */
export interface WayCase {
  /** "ground/abilene", "orbit/starship". */
  readonly id: string;
  readonly name: string;
  /** Share of what is bought that arrives. */
  readonly arrives_frac: number;
  /** What brings it, an index of `vehicles`, and how many units one launch holds; null where nothing need. */
  readonly launch: { readonly vehicle: number; readonly perLaunch: number } | null;
  /** For one unit bought by this way, once: what is no capital (insurance). */
  readonly paid: readonly PricedLine[];
  /** What limits it, in words. */
  readonly limits: string;
}

/** What is ordered before it is had. */
export interface OrderTerms {
  /** Quarters from an order to the first in which it can be had; it keeps until then and after. */
  readonly lead: number;
  /** Share of the price that is paid with the order, and lost where nothing comes of it; the rest when it is had. */
  readonly deposit_frac: number;
  /** On order, with their lead behind them and their deposit paid, when the horizon starts. */
  readonly held: number;
}

/** What one unit is. */
export interface UnitCase {
  /** "1 MW of site power", "1 platform". */
  readonly name: string;
  readonly itNameplate_W: number;
  readonly accelerators: number;
  readonly bf16_PFLOP_per_s: number;
  readonly tokens_per_s: number;
  /** As launched; null for what stays where it is built. */
  readonly mass_kg: number | null;
  readonly volume_m3: number | null;
}

/** Something that runs IT and can be bought: a site filled with a server, a type of platform on an orbit. */
export interface OptionCase {
  readonly id: string;
  /** For the model's text: letters, digits, ".". */
  readonly name: string;
  readonly tier: TierLabel;
  /** What its units are counted in: "MW", "platforms". */
  readonly counted: string;
  readonly unit: UnitCase;
  /** Items that it has no line for, and why. */
  readonly nothing: readonly { readonly item: Item; readonly why: string }[];
  /** What it stands in, an index of `pools`. */
  readonly pool: number;
  /** Life of a unit, quarters. */
  readonly life: number;
  /** Mean IT power that one unit that arrived can run, MW, by year of its life. */
  readonly run_MW: readonly number[];
  readonly ways: readonly WayCase[];
  /** Added to the discount rate where its capital is levelised; and what a dollar of it, less salvage, counts for that when the plan decides. */
  readonly premium_per_yr: number;
  readonly charge: number;
  /** How units are ordered; null where they are had in the quarter in which they are decided. */
  readonly order: OrderTerms | null;
  /** For one unit bought. */
  readonly capital: readonly CapitalPrice[];
  /** Dollars a year for one unit in service, whatever it runs. */
  readonly standing: readonly PricedLine[];
  /** Dollars a year for one megawatt of IT that runs all year. */
  readonly running: readonly PricedLine[];
  /** Mean rate of one unit in service, all of it and the part that does not go over what the pool shares; 0 in a pool without a link. */
  readonly link_B_per_s: number;
  readonly ownLink_B_per_s: number;
}

/** Capacity that stands in for each other: it serves the same classes at the same useful share, over one link. */
export interface PoolCase {
  readonly id: string;
  readonly name: string;
  readonly tier: TierLabel;
  /** By class: work kept over work run; null where the class may not be served. */
  readonly useful_frac: readonly (number | null)[];
  /** Rate of what all units share, and dollars for a gigabyte; null where data is in other lines and no link binds. */
  readonly link: { readonly shared_B_per_s: number; readonly data: PricedLine } | null;
}

export interface VehicleCase {
  readonly id: string;
  readonly name: string;
  /** Launches that can be bought in the quarter; 0 before it is available. */
  readonly slots: readonly number[];
  readonly integer: boolean;
  /** What one launch holds, packing taken off; of a launch bought by the kilogram, what is billed as one. */
  readonly hold: { readonly mass_t: number; readonly volume_m3: number };
  /** Share of launches that succeed: what of the price is there to be salvaged. */
  readonly reliability: number;
  /** Price of one launch, with the life of what it brings. */
  readonly launch: CapitalPrice;
  readonly charge: number;
  /** How launches are reserved; null where they are had in the quarter in which they are decided. */
  readonly order: OrderTerms | null;
  /** First quarter in which its own terms hold: before it a partner or owner has launches as a customer. */
  readonly termsFrom: number;
  /** Dollars of each quarter that are paid, or come in, whatever flies; and what is paid in the quarters of `at`, each payment with its life. */
  readonly committed: readonly PricedLine[];
  readonly stake: { readonly at: readonly number[]; readonly line: CapitalPrice } | null;
  /** Launches that others would buy in each quarter, and what giving up one costs; null where nobody else counts. */
  readonly others: { readonly launches: readonly number[]; readonly givenUp: PricedLine } | null;
}

/** What units in service use: brought by any vehicle that it survives, kept until it is used. A unit that lacks it stands idle. */
export interface CargoCase {
  readonly id: string;
  readonly name: string;
  /** Whose units use it, an index of `options`, and how much one uses a quarter, tonnes. */
  readonly option: number;
  readonly need_t: number;
  /** Tonnes and cubic metres of a hold that one tonne of it takes, with its container. */
  readonly hold: { readonly t: number; readonly m3: number };
  /** Of a tonne. */
  readonly price: PricedLine;
  /** What can bring it, indices of `vehicles`. */
  readonly vehicles: readonly number[];
}

/** A limit that several options or vehicles share, by quarter. */
export interface LimitCase {
  /** "grid/abilene", "factory": what shadow prices are told by. */
  readonly id: string;
  readonly name: string;
  /** Units bought in the quarter, units bought and not retired, or launches. */
  readonly of: "bought" | "standing" | "launches";
  /** At most so much, or at least: a target. */
  readonly sense: "most" | "least";
  readonly amount: readonly number[];
  /** Indices of `options`, or of `vehicles` for launches, and what one takes. */
  readonly uses: readonly { readonly index: number; readonly each: number }[];
  /** "MW", "platforms"; "platform finished"; "the factory (orbit.factoryRate". */
  readonly counted: string;
  readonly per: string;
  readonly words: { readonly what: string; readonly field: string; readonly rate: boolean };
}

export interface ClassCase {
  readonly id: string;
  readonly name: string;
  readonly wanted_MW: readonly number[];
  /** Peak over mean by deadline, for deadlines not shorter than the class's own. */
  readonly smoothing: readonly { readonly deferral_h: number; readonly peakToMean: number }[];
  readonly data_B_per_J: number;
  /** What work that is not served counts, by quarter: the shortfall price, or the revenue it would have brought. */
  readonly unserved_usd_per_MWh: readonly number[];
  /** Share of what it earns that is given back for work that is late. */
  readonly credit_frac: number;
}

/** Money that may be out at once. */
export interface CashCase {
  /** Own money that comes in, by quarter, real dollars. */
  readonly own_usd: readonly number[];
  readonly debtMax_usd: readonly number[];
  /** Real interest on debt, a quarter. */
  readonly interest_per_quarter: number;
  /** What served work brings in, by class and quarter. */
  readonly earned_usd_per_MWh: readonly (readonly number[])[];
}

export interface PlanCase {
  readonly quarters: readonly number[];
  /** Present value of a real dollar of each quarter: one rate for every flow of all tiers. */
  readonly factor: readonly number[];
  readonly salvage: boolean;
  readonly options: readonly OptionCase[];
  readonly pools: readonly PoolCase[];
  /** Vehicles that can carry at least one unit, or cargo. */
  readonly vehicles: readonly VehicleCase[];
  readonly cargo: readonly CargoCase[];
  readonly limits: readonly LimitCase[];
  readonly classes: readonly ClassCase[];
  /** Null where money is no limit. */
  readonly cash: CashCase | null;
  /** What was decided before; left out where nothing is. */
  readonly past?: Past;
  /** What was other up to a quarter, of what is not by quarter: only where two problems are joined (replan). */
  readonly before?: Before;
}

/** Services, rates and interest as they were in the first quarters; classes and pools in the order of the problem. */
export interface Before {
  readonly quarters: number;
  readonly classes: readonly Pick<ClassCase, "smoothing" | "data_B_per_J">[];
  readonly pools: readonly { readonly useful_frac: PoolCase["useful_frac"]; readonly shared_B_per_s: number | null }[];
  readonly interest_per_quarter: number | null;
}

/** Peaks and data of a class in quarter t. */
export const classIn = ({ classes, before }: PlanCase, k: number, t: number): Before["classes"][number] =>
  (before !== undefined && t < before.quarters ? before.classes[k]! : classes[k]!);

/** Useful shares of a pool, and the rate of what its units share, in quarter t. */
export const poolIn = ({ pools, before }: PlanCase, p: number, t: number): Before["pools"][number] => {
  if (before !== undefined && t < before.quarters) return before.pools[p]!;
  const { useful_frac, link } = pools[p]!;
  return { useful_frac, shared_B_per_s: link === null ? null : link.shared_B_per_s };
};

/** Purchases and launches of the first quarters, as they were decided. */
export interface Past {
  /** How many quarters. */
  readonly quarters: number;
  /** Units bought by each way, and launches of each vehicle, by their ids; none of what is not named. */
  readonly bought: Readonly<Record<string, readonly number[]>>;
  readonly launches: Readonly<Record<string, readonly number[]>>;
  /** Orders by their ids, and tonnes of each cargo on each vehicle ("krypton on starship"). */
  readonly ordered: Readonly<Record<string, readonly number[]>>;
  readonly loaded: Readonly<Record<string, readonly number[]>>;
  /** Sales to others given up, by vehicle; nobody knows where it is left out. */
  readonly givenUp?: Readonly<Record<string, readonly number[]>>;
  /** It has been: what it flew fills a rule on what is offered and does not break it. Left out for first decisions that are still to be made. */
  readonly happened?: true;
}

/** Launches of a vehicle that have been, by quarter; none where the past is still to come. */
export const flownOf = ({ past }: Pick<PlanCase, "past">, id: string): readonly number[] => (past?.happened === true ? past.launches[id] ?? [] : []);

/** A way with its option: the order in which results are told. */
export interface WayOf {
  readonly option: OptionCase;
  readonly o: number;
  readonly way: WayCase;
  readonly w: number;
}

/** Every way of every option, in order. */
export const waysOf = ({ options }: Pick<PlanCase, "options">): readonly WayOf[] => options.flatMap((option, o) => option.ways.map((way, w) => ({ option, o, way, w })));

/** Something that is ordered before it is had: units of an option, or launches. */
export interface OrderOf {
  /** "order/platforms", "order/starship"; in the model's text "platforms". */
  readonly id: string;
  readonly name: string;
  readonly terms: OrderTerms;
  readonly of: "units" | "launches";
  /** Index of `options` or `vehicles`. */
  readonly index: number;
  /** What one costs, and what a dollar of it counts when the plan decides. */
  readonly lines: readonly CapitalPrice[];
  readonly charge: number;
}

/** Every order that a plan can place, options first. */
export const ordersOf = ({ options, vehicles }: Pick<PlanCase, "options" | "vehicles">): readonly OrderOf[] => [
  ...options.flatMap(({ id, name, order, capital, charge }, index) => (order === null ? [] : [{ id: `order/${id}`, name, terms: order, of: "units", index, lines: capital, charge } as const])),
  ...vehicles.flatMap(({ id, name, order, launch, charge }, index) => (order === null ? [] : [{ id: `order/${id}`, name, terms: order, of: "launches", index, lines: [launch], charge } as const])),
];

/** Share of a price that is left to pay when what was ordered is had: all of it where there is no order. */
export const restOf = (order: OrderTerms | null): number => (order === null ? 1 : 1 - order.deposit_frac);
