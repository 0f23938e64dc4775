/** @module When satellites stand over ground stations and in sight of each other. */
export { earthFixedSampler, passes, satelliteTrack, type EndedTrack, type Pass, type PassStation } from "./passes.ts";
export { grazingAltitude_km, inSight } from "./sight.ts";
