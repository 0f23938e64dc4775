/** What every family writes into and reads from. */
import type { ModelBuilder, Term } from "../model-builder.ts";
import type { PlanCase } from "../plan-case.ts";
import type { Prices } from "./objective.ts";

export interface Context {
  readonly m: ModelBuilder;
  readonly c: PlanCase;
  /** "2027Q1" for each quarter. */
  readonly q: readonly string[];
  readonly price: Prices;
}

/** Columns of one option, by quarter. */
export interface OptionColumns {
  /** Units bought by each way; null where none can be. */
  readonly bought: readonly (readonly (number | null)[])[];
  /** Units bought and not retired; units in service: of these, those that arrived. One column where everything arrives. */
  readonly held: readonly number[];
  readonly inService: readonly number[];
  /** IT power that they can run, and that they run, MW. */
  readonly able: readonly number[];
  /** The same of those that have what they use; `able` where nothing is brought to them. Units in service that lack it; null likewise. */
  readonly ready: readonly number[];
  readonly idle: readonly number[] | null;
  readonly run: readonly number[];
  readonly ableRow: readonly number[];
}

export interface VehicleColumns {
  readonly launch: readonly (number | null)[];
  /** Launches not sold to others for one's own. */
  readonly givenUp: readonly (number | null)[];
  readonly slotsRow: readonly (number | null)[];
}

/** Columns of a cargo, tonnes by quarter. */
export interface CargoColumns {
  /** Loaded on each of its vehicles; null where nothing flies. */
  readonly loaded: readonly (readonly (number | null)[])[];
  /** Arrived and not used yet. */
  readonly kept: readonly number[];
}

/** What is ordered in each quarter, null where it would come too late; what can be had and is not yet, and the balance of the two; and, by way, what is had out of what was held, where that is told. */
export interface OrderColumns {
  readonly ordered: readonly (number | null)[];
  readonly open: readonly number[];
  readonly row: readonly number[];
  readonly fromHeld: readonly (readonly (number | null)[])[];
}

export interface LimitRows {
  readonly row: readonly number[];
  /** Of a target that may be missed. */
  readonly miss: readonly (number | null)[];
}

/** By class and quarter; null where the pool does not serve the class. */
export type PoolColumns = readonly (readonly (number | null)[])[];

/** A column with a coefficient, or nothing where there is no column. */
export const one = (column: number | null, coefficient = 1): readonly Term[] => (column === null ? [] : [[column, coefficient]]);
