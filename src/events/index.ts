/** @module When satellites stand over ground stations and in sight of each other. */
export { betaZeros, type BetaZero, type BetaZeros } from "./beta-zeros.ts";
export { almanacSun, eclipses, type Eclipse, type EclipseOptions, type Eclipses, type SunPort } from "./eclipses.ts";
export { allPairs, gridNeighbours, gridPairs, LINK_ALTITUDE_MIN_KM, LINK_PAIRS_MAX, linkGrid, linkWindows, type GridLink, type GridPlace, type GridPlanes, type LinkLimits, type LinkPair, type LinkWindow } from "./links.ts";
export { passes, type Pass, type Passes, type PassStation } from "./passes.ts";
export { grazingAltitude_km, inSight } from "./sight.ts";
export type { EventSpan, PartlyFlown } from "./span.ts";
