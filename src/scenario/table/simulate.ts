import { date, number, optionalNumber } from "../field.ts";

export const simulate = {
  start: date({ doc: "First instant of the flown period, UTC.", fallback: "2027-01-01", feeds: ["fly"] }),
  days: number("1", { doc: "Length of the flown period in days; a year shows every season.", min: 1, max: 3660, fallback: { value: 365, low: null, high: null, source: "project convention: one year, so that every season is flown", asOf: "2026-11", evidence: "estimate" }, feeds: ["fly"] }),
  fleetDays: optionalNumber("1", { example: "365", doc: "Length of the period flown for the fleet, in days; left out, as `days`. A fleet flown for 365 days or more stands for the platform in all later stages.", min: 1, max: 3660, feeds: ["fly"] }),
  age: optionalNumber("yr", { example: "2.5 yr", doc: "Age of the platform in the flown period; left out, half its life.", min: 0, max: 50, feeds: ["fly"] }),
  step: number("s", { doc: "Time step.", min: 1, max: 600, fallback: { value: 60, low: null, high: null, source: "project convention: by the minute", asOf: "2026-11", evidence: "estimate" }, feeds: ["fly"] }),
} as const;
