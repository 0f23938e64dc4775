import { choice, number, quarter } from "../field.ts";

export const horizon = {
  start: quarter({ doc: "First quarter that is planned and paid for.", feeds: ["plan"] }),
  years: number("yr", { doc: "Length of the plan.", min: 1, max: 60, fallback: { value: 10, low: null, high: null, source: "project convention: two lives of a server generation", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  end: choice(["salvage", "none"], { doc: "What is left of bought assets when the horizon ends: credited in a straight line over their life, or nothing.", fallback: "salvage", feeds: ["finance"] }),
} as const;
