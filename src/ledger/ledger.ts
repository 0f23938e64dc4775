/**
 * The ledger: every kilogram, watt, hour and dollar that a stage produces is one line.
 * Levelised cost, tables, waterfalls and the boundary under each headline are sums over lines.
 */

export type Tier = "ground" | "orbit" | "both";

/** What a cost or a mass is for, the same words on both tiers, so that lines pair one to one. */
export type Item =
  | "it"
  | "power"
  | "heat-rejection"
  | "structure"
  | "storage"
  | "links"
  | "control"
  | "launch"
  | "energy"
  | "water"
  | "operations"
  | "disposal"
  | "salvage"
  | "revenue"
  | "output"
  /** A published price or mass of several at once, which `covers` names: no sum by item may take it for one of them. */
  | "lump";

export interface LedgerLine {
  /** Unique in its ledger: "orbit/radiator/mass". */
  readonly id: string;
  /** Who owns the line: the scenario's own party unless another is named. */
  readonly actor: string;
  readonly tier: Tier;
  /** Part of the platform or site: "radiator", "servers", "facility". */
  readonly subsystem: string;
  /** What it counts as when the two tiers are set side by side. */
  readonly boundary: Item;
  /** Of a lump alone: all that it is for, two or more. */
  readonly covers?: readonly Item[];
  /** "unit" for one platform or one megawatt of site; "2027-Q3" for a quarter of the plan. */
  readonly period: string;
  readonly quantity: number;
  /** "kg", "W", "m2", "$", "GPU-h" ... in the base multiple written here. */
  readonly unit: string;
  readonly source: string;
}

export type Ledger = readonly LedgerLine[];

/** Sum of the quantities of the lines that match; 0 for no line. Throws when the matching lines differ in unit. */
export const sumLines = (ledger: Ledger, match: Partial<LedgerLine>): number => {
  const keys = Object.keys(match) as (keyof LedgerLine)[];
  let unit: string | undefined;
  let sum = 0;
  for (const line of ledger) {
    if (!keys.every((key) => line[key] === match[key])) continue;
    if (unit !== undefined && unit !== line.unit) throw new Error(`lines in "${unit}" and "${line.unit}" cannot be added (${line.id})`);
    unit = line.unit;
    sum += line.quantity;
  }
  return sum;
};

/** Throws when an id stands twice, a quantity is not finite, or a lump does not say what of: a stage states this of what it returns. */
export const assertLedger = (ledger: Ledger): Ledger => {
  const seen = new Set<string>();
  for (const line of ledger) {
    if (seen.has(line.id)) throw new Error(`ledger line "${line.id}" stands twice`);
    if (!Number.isFinite(line.quantity)) throw new Error(`ledger line "${line.id}" is not a finite number`);
    if ((line.boundary === "lump") !== (line.covers !== undefined && line.covers.length > 1)) throw new Error(`ledger line "${line.id}" is a lump of ${line.covers?.join(", ") ?? "nothing named"} under ${line.boundary}`);
    seen.add(line.id);
  }
  return ledger;
};
