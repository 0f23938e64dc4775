export { EVIDENCE, KINDS, REQUIRED_FIGURES } from "./entry.ts";
export type { Entry, Evidence, Figure, Kind } from "./entry.ts";
export { entries, figureOf, find } from "./catalog.ts";
export { beamTests, doseLimits, lives } from "./radiation.ts";
export type { BeamTest, DoseLimit, Life } from "./radiation.ts";
export { trainingModels } from "./training-models.ts";
export type { TrainingModel } from "./training-models.ts";
export { opticalModulations } from "./modulations.ts";
export type { OpticalModulation } from "./modulations.ts";
