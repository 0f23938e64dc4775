/** @module A satellite as a function of time, and the texts that carry one to other programs. */
export type { Frame, Trajectory } from "./trajectory.ts";
