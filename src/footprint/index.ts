/** @module `footprintOf`: carbon, water and what the sky bears, of the options that a plan could build. */
export * from "./footprint-record.ts";
export { footprintOf, type FootprintInput } from "./footprint-of.ts";
