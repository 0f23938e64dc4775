/** @module A satellite as a function of time, and the texts that carry one to other programs. */
export { czmlText, type CzmlOptions, type CzmlSatellite, type TimeSpan } from "./czml.ts";
export { assertFrame, assertSameEpoch, assertSameFrame, atEpoch, earthTurn, EpochError, FrameError, inItrf, type NamedEpoch } from "./frames.ts";
export { oemFileName, oemText, type OemOptions } from "./oem.ts";
export { planeTrajectory, type PlaneSatellite } from "./plane-trajectory.ts";
export { sampleMany } from "./sample-many.ts";
export type { Frame, Trajectory } from "./trajectory.ts";
