import { choice, number } from "../field.ts";

export const uncertainty = {
  central: choice(["median", "mean"], { doc: "What one run takes of a field that is written as a distribution.", fallback: "median", feeds: ["risk"] }),
  seed: number("1", { doc: "Seed of every random stream.", min: 0, max: 4_294_967_295, whole: true, fallback: { value: 1, low: null, high: null, source: "project convention: any fixed number", asOf: "2026-11", evidence: "estimate" }, feeds: ["risk"] }),
} as const;
