/** @module Files, solver and clock: what touches the machine. */
export * from "./series.ts";
