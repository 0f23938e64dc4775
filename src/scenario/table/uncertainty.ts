import { choice, number, optionalNumber } from "../field.ts";

/** Seeds and draws are words of 32 bits. */
const WORD = 0xffff_ffff;

export const uncertainty = {
  central: choice(["median", "mean"], { doc: "What one run takes of a field that is written as a distribution.", fallback: "median", feeds: ["risk"] }),
  draw: optionalNumber("1", { example: "1", doc: "Which draw of the gates' dates and outcomes, of launch failures and of grid connections is taken; left out, central dates, likelier outcomes and a connection at queue.confidence.", min: 0, max: WORD, whole: true, feeds: ["size", "plan"] }),
  seed: number("1", { doc: "Seed of every random stream.", min: 0, max: WORD, whole: true, fallback: { value: 1, low: null, high: null, source: "project convention: any fixed number", asOf: "2026-11", evidence: "estimate" }, feeds: ["risk"] }),
} as const;
