/** The resolved scenario: what every stage reads. Plain, serialisable, readonly. */
import type { Entry, Evidence, Kind } from "../catalog/index.ts";
import type { ScenarioFields } from "./table/index.ts";

/** Where one resolved number came from. */
export interface Assumption {
  /** As in the scenario: "orbit.platform.arrayAreal", "ground.sites.abilene.pue"; "servers/gb200-nvl72.chipRise" for a figure that no field stands for. */
  readonly path: string;
  /** In `unit`; for a schedule its value at the horizon's start, for a learning curve its first, for a distribution its central one. */
  readonly value: number;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string;
  readonly asOf: string;
  readonly evidence: Evidence | null;
  readonly origin: "scenario" | "set" | "default" | "catalog";
  /** "constant", "schedule, 5 points 2027-Q1…2032-Q1, last 4000", "learning" or the name of the distribution. */
  readonly form: string;
}

/** A distribution over the numbers of a field, in the field's unit. */
export type Distribution =
  | { readonly distribution: "uniform"; readonly low: number; readonly high: number }
  | { readonly distribution: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly distribution: "normal"; readonly mean: number; readonly sd: number }
  | { readonly distribution: "lognormal"; readonly median: number; readonly sigma: number }
  | { readonly distribution: "beta"; readonly alpha: number; readonly beta: number; readonly low: number; readonly high: number }
  | { readonly distribution: "discrete"; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly distribution: "empirical"; readonly samples: readonly number[] };

export interface RandomField {
  readonly path: string;
  readonly unit: string;
  readonly distribution: Distribution;
}

export interface Scenario extends ScenarioFields {
  /** Catalogue entries that the scenario names, by "kind/id", so that a stage needs no catalogue. */
  readonly entries: Readonly<Record<string, Entry>>;
  /** Every number that goes in: fields in the order in which they are resolved, then the entries' other figures. */
  readonly assumptions: readonly Assumption[];
  readonly random: readonly RandomField[];
  /** The scenarios of other actors that have one, by actor. */
  readonly rivals: Readonly<Record<string, Scenario>>;
  /** The scenario in each of the futures that plan.uncertain names, by id. */
  readonly futures: Readonly<Record<string, Scenario>>;
  /** What the reader of a result should know of how the scenario was read. */
  readonly notes: readonly string[];
}

/** Keys are put together once: a loop over scenarios asks for the same few. */
const KEYS = new Map<Kind, Map<string, string>>();

const keyOf = (kind: Kind, id: string): string => {
  let keys = KEYS.get(kind);
  if (keys === undefined) KEYS.set(kind, (keys = new Map()));
  let key = keys.get(id);
  if (key === undefined) keys.set(id, (key = `${kind}/${id}`));
  return key;
};

/** The entry that a scenario names. Throws when it was not resolved with the scenario. */
export const entryOf = (scenario: Scenario, { kind, id }: { readonly kind: Kind; readonly id: string }): Entry => {
  const entry = scenario.entries[keyOf(kind, id)];
  if (!entry) throw new Error(`the scenario holds no ${kind} entry "${id}"`);
  return entry;
};

/** The value of an entry's figure, in the unit it is stored in. Throws when the entry has no such figure. */
export const entryValue = (entry: Entry, name: string): number => {
  const figure = entry.figures[name];
  if (!figure) throw new Error(`${entry.kind}/${entry.id} has no figure "${name}"`);
  return figure.value;
};
