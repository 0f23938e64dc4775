import { choice, list, number, optionalNumber, optionalQuarter, quarter, text } from "../field.ts";

/** A factor on a field: 1 at the start of the horizon, uncertain later. */
const driver = {
  id: text({ doc: "Name of the driver." }),
  field: text({ doc: "Path of the number that it multiplies, as with --set: launch.vehicles.starship.price. Nothing that a platform or a site is sized or flown by.", feeds: ["finance"] }),
  process: choice(["geometric", "reverting", "event"], { doc: "How the factor moves: geometric Brownian motion; reverting, its logarithm drawn back to that of `level`; or an event that has not happened yet, such as a first flight or a permit.", fallback: "geometric", feeds: ["finance"] }),
  volatility: optionalNumber("frac", { example: "25 %", doc: "Standard deviation of the factor's logarithm over a year; left out, taken from the field's distribution, whose spread is reached after `resolved`.", min: 0.001, max: 3, feeds: ["finance"] }),
  resolved: number("yr", { doc: "Years after which the spread of the field's distribution is reached, where volatility is left out.", min: 0.25, max: 60, fallback: { value: 10, low: null, high: null, source: "project convention: the length of a plan", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  drift: number("1/yr", { example: "-5 %/yr", doc: "Growth of the expected factor of a geometric driver, continuously compounded, beyond what the field itself says of its path.", min: -1, max: 1, fallback: { value: 0, low: null, high: null, source: "project convention: the path that the field is written with is what is expected", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  reversion: optionalNumber("1/yr", { example: "0.4 1/yr", doc: "Of a reverting driver: share of its distance from the level that it makes good in a year, continuously compounded.", min: 0.001, max: 50, feeds: ["finance"] }),
  level: number("1", { doc: "Of a reverting driver: the factor that it is drawn to.", min: 1e-6, max: 1e6, fallback: { value: 1, low: null, high: null, source: "project convention: the field as it is written", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  rate: optionalNumber("1/yr", { example: "0.5 1/yr", doc: "Of an event: times a year that it would happen, so that it is expected after 1/rate years.", min: 0.001, max: 50, feeds: ["finance"] }),
  before: number("1", { doc: "Of an event: the factor until it has happened.", min: 0, max: 1e6, fallback: { value: 0, low: null, high: null, source: "project convention: nothing before it", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  after: number("1", { doc: "Of an event: the factor from then on.", min: 0, max: 1e6, fallback: { value: 1, low: null, high: null, source: "project convention: the field as it is written", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
} as const;

const correlation = {
  one: text({ doc: "A driver, geometric or reverting." }),
  other: text({ doc: "Another." }),
  value: number("1", { example: "0.3", doc: "Correlation of their steps.", min: -0.99, max: 0.99, feeds: ["finance"] }),
} as const;

const decision = {
  id: text({ doc: "Name of the decision." }),
  kind: choice(["wait", "stage", "own", "abandon"], { doc: "wait: begin in orbit, whose calendar (firstLaunch, factoryRate, fleetMax, target) moves with the date, or stay on the ground. stage: begin with `pilot` platforms at the first date and add the rest at a later one, or not. own: take `vehicle` into one's own house, or stay its customer. abandon: build no more in orbit and drop its target.", feeds: ["finance"] }),
  vehicle: text({ doc: "Of own: the vehicle, with what launch.vehicles.access says of its owner; its payments, and what deals on it pay and when they bring control, come as much later as it is decided after the first date.", fallback: "", feeds: ["finance"] }),
  pilot: optionalNumber("1", { example: "2", doc: "Of stage: platforms of the first stage.", min: 1, max: 1e6, whole: true, feeds: ["finance"] }),
  pilotCost: number("$", { doc: "Of stage: paid with the first stage, beside what the plan pays.", min: 0, max: 1e13, fallback: { value: 0, low: null, high: null, source: "project convention: nothing beside the plan unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  cost: number("$", { example: "500 M$", doc: "Paid when it is decided, beside what the plan pays: development, a permit, a fee for leaving. Real dollars.", min: 0, max: 1e13, fallback: { value: 0, low: null, high: null, source: "project convention: nothing beside the plan unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  first: optionalQuarter({ doc: "First quarter in which it can be decided; left out, the start of the horizon.", feeds: ["finance"] }),
  last: quarter({ doc: "Last quarter in which it can.", feeds: ["finance"] }),
  every: number("yr", { doc: "Time between dates, in whole quarters.", min: 0.25, max: 20, fallback: { value: 1, low: null, high: null, source: "project convention: once a year", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
} as const;

export const options = {
  drivers: list(driver, { doc: "What is uncertain, and how it moves: at most three.", max: 3 }),
  correlations: list(correlation, { doc: "Which drivers move together; the others do not.", max: 3 }),
  decisions: list(decision, { doc: "What can be decided now, later or never.", max: 8 }),
  points: number("1", { doc: "Values of each driver at which plans are solved for each date: five from -2.5 to 2.5 standard deviations, the rest where what is decided bends most; between them it is interpolated, and the error is told.", min: 3, max: 15, whole: true, fallback: { value: 10, low: 5, high: 15, source: "project convention: five for the reach, five for the bends", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  paths: number("1", { doc: "Paths of the drivers, an even number: as many to learn a rule from, and as many again to try it on.", min: 200, max: 1e6, whole: true, fallback: { value: 20_000, low: null, high: 100_000, source: "project convention; Longstaff and Schwartz 2001 take 100,000", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
} as const;
