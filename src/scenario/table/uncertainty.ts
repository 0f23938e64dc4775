import { choice, list, number, optionalNumber, text } from "../field.ts";

/** Seeds and draws are words of 32 bits. */
const WORD = 0xffff_ffff;

/** Numbers that do not vary apart from each other. */
const correlation = {
  fields: text({ doc: "Paths of the numbers, as with --set, separated by commas: launch.vehicles.starship.price, launch.vehicles.new-glenn.price. Each is uncertain; three or more move each with each.", feeds: ["risk"] }),
  copula: choice(["gaussian", "t", "clayton", "gumbel", "frank"], { doc: "How they move together: gaussian in the middle, and at no extreme; t at both extremes; clayton when low; gumbel when high; frank evenly, and at no extreme.", fallback: "gaussian", feeds: ["risk"] }),
  parameter: number("1", { example: "0.6", doc: "How closely. Of gaussian and t the correlation, -0.999 to 0.999; theta of clayton (above 0 to 40), gumbel (1 to 40) and frank (-40 to 40, not 0; above 0 for three or more). Kendall's rank correlation is 2 asin(rho)/pi, theta/(theta + 2), 1 - 1/theta.", min: -40, max: 40, feeds: ["risk"] }),
  freedom: optionalNumber("1", { example: "4", doc: "Degrees of freedom of t: the fewer, the more extremes come together.", min: 1, max: 200, feeds: ["risk"] }),
} as const;

/** What a whole part of the cost comes to, beside what its fields say. */
const total = {
  id: text({ doc: "Name of the factor: uncertainty.totals.<id>.factor is its path, for distributions and correlations." }),
  tier: choice(["ground", "orbit", "both"], { doc: "Whose cost.", fallback: "both", feeds: ["plan", "finance"] }),
  item: choice(["all", "it", "power", "heat-rejection", "structure", "storage", "links", "control", "launch", "energy", "water", "operations"], { doc: "Which item of the boundary under a levelised cost; all of them unless written.", fallback: "all", feeds: ["plan", "finance"] }),
  subsystem: text({ doc: "Which line of it, by its name in the ledger: servers, radiator, launch on starship; left out, all of them.", fallback: "", feeds: ["plan", "finance"] }),
  factor: number("1", { example: "1.3", doc: "What it is multiplied by, where it is bought, paid and counted: in plan and finance. What follows from a price (operations as a share of it, insurance) follows the price before its factor.", min: 0, max: 1000, varies: ["random"], feeds: ["plan", "finance"] }),
} as const;

export const uncertainty = {
  central: choice(["median", "mean"], { doc: "What one run takes of a field that is written as a distribution.", fallback: "median", feeds: ["risk"] }),
  draw: optionalNumber("1", { example: "1", doc: "Which draw of the gates' dates and outcomes, of launch failures and of grid connections is taken; left out, central dates, likelier outcomes and a connection at queue.confidence.", min: 0, max: WORD, whole: true, feeds: ["size", "plan"] }),
  seed: number("1", { doc: "Seed of every random stream.", min: 0, max: WORD, whole: true, fallback: { value: 1, low: null, high: null, source: "project convention: any fixed number", asOf: "2026-11", evidence: "estimate" }, feeds: ["risk"] }),
  totals: list(total, { doc: "Factors on whole subsystems or items of cost: what estimates miss together. One or a distribution; those that name the same line multiply.", max: 32 }),
  correlations: list(correlation, { doc: "Which uncertain numbers move together in `dawndusk risk`; the others do not. Two items of gaussian, or of t with the same freedom, may share a field.", max: 32 }),
} as const;
