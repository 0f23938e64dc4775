import { number, optionalNumber } from "../field.ts";

/** A sheet between two tubes, which radiates to both sides or one as the radiator does. */
export const radiatorFin = {
  thickness: number("m", { example: "0.5 mm", doc: "Thickness of the sheet between two tubes of the radiator.", min: 1e-6, max: 0.1, varies: ["random"], feeds: ["size"] }),
  length: number("m", { example: "60 mm", doc: "From a tube to the middle between two: half of their spacing.", min: 1e-4, max: 10, varies: ["random"], feeds: ["size"] }),
  conductivity: number("W/m/K", { example: "170 W/m/K", doc: "Conductivity of the sheet along its face.", min: 0.1, max: 5000, varies: ["random"], feeds: ["size"] }),
} as const;

/** The pipe of one loop, of which each feeds orbit.platform.radiatorLoop of panel. */
export const radiatorPipe = {
  length: number("m", { example: "120 m", doc: "Length of the pipe of one radiator loop, there and back, one after the other.", min: 0.01, max: 1e5, varies: ["random"], feeds: ["size"] }),
  bore: number("m", { example: "12 mm", doc: "Inner diameter of that pipe.", min: 1e-4, max: 1, varies: ["random"], feeds: ["size"] }),
  roughness: number("frac", { doc: "Roughness of the pipe's wall over its bore.", min: 0, max: 0.05, varies: ["random"], fallback: { value: 0, low: 0, high: 0.002, source: "project convention: drawn tube, hydraulically smooth; high: commercial pipe of some 25 mm", asOf: "2026-11", evidence: "estimate" }, feeds: ["size"] }),
  quality: optionalNumber("frac", { example: "50 %", doc: "Share of the coolant that is vapour where it enters the radiator, for a loop that boils; left out, it stays liquid and warms by coolantRise.", min: 0.01, max: 1, varies: ["random"], feeds: ["size"] }),
  film: optionalNumber("W/m2/K", { example: "2000 W/m2/K", doc: "Heat that a square metre of the pipe's wall takes from the coolant for a kelvin; what it costs in temperature comes beside loopDrop. Left out, loopDrop has it.", min: 1, max: 1e6, varies: ["random"], feeds: ["size"] }),
} as const;
