/**
 * What is lost between bare cells and the array's terminals.
 *
 *   1. chain = product of (1 - loss) over coverglass, mismatch, strings lost, diodes, harness, aim of the power point
 *   2. strings: of n strings, each open with chance p, the mean share left is 1 - p
 *
 * Losses are the caller's; two published sets stand below, to be named when used. Wertz & Larson's "design and assembly" holds packing too.
 * Assumes: losses independent and small. Range: each 0..1. Accuracy: that of the figures.
 */

export type ArrayLosses = {
  readonly coverglass_frac: number;
  /** Cells of a string that differ, strings of unlike voltage. */
  readonly mismatch_frac: number;
  /** Chance that a string is open by the age in question. */
  readonly stringsLost_frac: number;
  readonly diodes_frac: number;
  readonly harness_frac: number;
  readonly tracking_frac: number;
};

/** Share of the cells' power that reaches the bus. */
export function arrayChain_frac(losses: ArrayLosses): number {
  return Object.values(losses).reduce((left, loss) => left * (1 - loss), 1);
}

/** Mismatch 2 %, wiring 2 %, connections 0.5 % (under diodes): Dobos 2014, PVWatts Version 5 Manual, NREL/TP-6A20-62641, table of losses (the same defaults in boardflare.com, PVWATTS_LOSSES). Terrestrial; no cover, strings whole, exact tracking. */
export const PVWATTS_LOSSES: ArrayLosses = { coverglass_frac: 0, mismatch_frac: 0.02, stringsLost_frac: 0, diodes_frac: 0.005, harness_frac: 0.02, tracking_frac: 0 };

/** Design and assembly, packing included: 0.85 (0.77-0.90), Wertz & Larson 1999, table 11-35, elements of inherent degradation. */
export const SMAD_ASSEMBLY = { nominal_frac: 0.85, low_frac: 0.77, high_frac: 0.9 } as const;
