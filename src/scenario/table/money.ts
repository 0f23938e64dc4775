import { number } from "../field.ts";

export const money = {
  priceYear: number("1", { doc: "Year whose dollars every price is in; results are in these dollars too.", min: 2000, max: 2100, whole: true, fallback: { value: 2026, low: null, high: null, source: "project convention: year of most catalogue prices", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  inflation: number("1/yr", { doc: "Turns the nominal discount rate into a real one.", min: -0.05, max: 1, varies: ["random"], fallback: { value: 0.025, low: null, high: null, source: "NREL ssc cmod_lcoefcr reference case (2.5 %)", asOf: "2022-08", evidence: "estimate" }, feeds: ["finance"] }),
} as const;
