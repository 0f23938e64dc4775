import { list, number, quarter, text } from "../field.ts";

/** One way that things may go. */
const future = {
  id: text({ doc: "Name of the future." }),
  chance: number("frac", { example: "30 %", doc: "Its chance; what all chances leave of 100 % is shared by the draws, or without draws is the scenario as it is written.", min: 0, max: 1, varies: [], feeds: ["plan"] }),
  gates: text({ doc: "Gates that go badly in it, by id, separated by commas; the others take their likelier outcome.", fallback: "", feeds: ["plan"] }),
  set: text({ doc: "What else is other in it: path=value as with --set, separated by semicolons. Launch vehicles, demand, market, gates, prices, limits: nothing that the platform or a site is sized by, for what is built is designed once.", fallback: "", feeds: ["plan"] }),
} as const;

export const uncertain = {
  before: quarter({ doc: "What is bought and launched before this quarter is decided once, without knowing which future comes; from it on each future is planned as what it is.", feeds: ["plan"] }),
  futures: list(future, { doc: "Futures that are named.", max: 16 }),
  draws: number("1", { doc: "How many more futures are drawn, by uncertainty.seed, from the distributions of fields and the chances and delays of gates; equal in chance.", min: 0, max: 16, whole: true, fallback: { value: 0, low: null, high: null, source: "project convention: none unless they are asked for", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  tail: number("frac", { doc: "Where the tail begins: the conditional value at risk is the mean cost of the worst 1 - tail of the futures by chance.", min: 0, max: 0.999, fallback: { value: 0.9, low: 0.75, high: 0.99, source: "Rockafellar and Uryasev 2000 take 0.90, 0.95 and 0.99; the widest of them, for there are at most 16 futures", asOf: "2000", evidence: "listed" }, feeds: ["plan"] }),
  tailWeight: number("frac", { doc: "Weight of that tail beside the expected cost: 0 seeks the least expected cost, 1 the least tail.", min: 0, max: 1, fallback: { value: 0, low: null, high: null, source: "project convention: no aversion unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
} as const;
