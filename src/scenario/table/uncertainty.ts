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

export const uncertainty = {
  central: choice(["median", "mean"], { doc: "What one run takes of a field that is written as a distribution.", fallback: "median", feeds: ["risk"] }),
  draw: optionalNumber("1", { example: "1", doc: "Which draw of the gates' dates and outcomes, of launch failures and of grid connections is taken; left out, central dates, likelier outcomes and a connection at queue.confidence.", min: 0, max: WORD, whole: true, feeds: ["size", "plan"] }),
  seed: number("1", { doc: "Seed of every random stream.", min: 0, max: WORD, whole: true, fallback: { value: 1, low: null, high: null, source: "project convention: any fixed number", asOf: "2026-11", evidence: "estimate" }, feeds: ["risk"] }),
  correlations: list(correlation, { doc: "Which uncertain numbers move together in `dawndusk risk`; the others do not. Two items of gaussian, or of t with the same freedom, may share a field.", max: 32 }),
} as const;
