/** Versions that a result carries: of the package, and of the numbers (it moves whenever a result would). */
export const DAWNDUSK_VERSION = "0.1.0";
export const MODEL_VERSION = "2026-11";
