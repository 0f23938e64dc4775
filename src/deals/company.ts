/** A company's shares as they stand: what is issued, promised and set aside. */
import type { Exact } from "./exact.ts";

export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface ShareClass {
  readonly id: string;
  readonly kind: "common" | "preferred";
  /** Of a share, on the common shares that it converts into. */
  readonly votes: number;
  /** Preferences of the highest are paid first. */
  readonly seniority: number;
  /** Multiples of the issue price. */
  readonly preference: number;
  readonly participation: "none" | "full" | "capped";
  readonly cap: number | null;
  readonly antiDilution: "none" | "broad-based" | "full-ratchet";
}

/** A class with what has happened to it. */
export interface ClassState extends ShareClass {
  /** Issue price of a share, after splits; null before any is issued for money. */
  readonly price: Exact | null;
  /** Common shares that one converts into. */
  readonly ratio: Exact;
}

/** Shares of one class that one holder got at one price. */
export interface Lot {
  readonly id: string;
  readonly holder: string;
  readonly class: string;
  readonly shares: Exact;
  readonly price: Exact;
}

/** An option out of the pool, or a warrant. */
export interface Right {
  readonly id: string;
  readonly holder: string;
  readonly of: "option" | "warrant";
  readonly class: string;
  readonly shares: Exact;
  readonly strike: Exact;
}

/** A SAFE or a convertible note. */
export interface Promised {
  readonly id: string;
  readonly holder: string;
  readonly form: "post-money safe" | "pre-money safe" | "note";
  readonly date: string;
  readonly amount: Exact;
  readonly cap: Exact | null;
  readonly discount: Exact;
  /** Simple, a year of 365 days. */
  readonly interest: Exact;
}

export interface CapState {
  readonly classes: readonly ClassState[];
  readonly lots: readonly Lot[];
  readonly rights: readonly Right[];
  readonly promised: readonly Promised[];
  /** Shares set aside for options that are not granted. */
  readonly pool: Exact;
}
