import { choice, optionalNumber, text } from "../field.ts";

/** Whoever wants launches, platforms or megawatts, or has them to give. What an actor owns is said by `owner` of the market's capacities. */
export const actor = {
  id: text({ doc: "Name of the actor in this scenario." }),
  name: text({ doc: "Its name in tables; left out, its id.", fallback: "" }),
  kind: choice(["ai-lab", "launcher", "cloud", "rival", "sovereign", "government", "commercial", "utility", "regulator"], { doc: "What kind of party it is; it changes no number." }),
  scenario: text({ doc: "File of the actor's own scenario, in this scenario's folder: it is run with what the market leaves to the actor, and its result stands beside this one. It may extend this file; actors, market and gates of it are not read.", fallback: "" }),
  budget: optionalNumber("$/yr", { example: "10e9 $/yr", doc: "Most that the actor's claims may come to in a year, at their bids, beside its contracts: claims above it are cut in one proportion. Left out, no limit.", min: 0, max: 1e13, varies: ["time", "random"], feeds: ["plan"] }),
} as const;
