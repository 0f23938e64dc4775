import { group, list, number, optionalNumber, optionalRef, text } from "../field.ts";

const rise = (what: string) => optionalNumber("1/yr", { example: "4 %/yr", doc: `Nominal rise of ${what} a year; left out, inflation.`, min: -0.5, max: 1, varies: ["random"], feeds: ["finance"] });

export const currency = {
  id: text({ doc: "Name of the currency, for example EUR." }),
  usd: number("$", { example: "1.1 $", doc: "Dollars for one unit of it, both of one year's money; a schedule over time moves prices that may.", min: 1e-6, max: 1e6, varies: ["time", "random"], feeds: ["finance"] }),
} as const;

/** Cost kinds that rise otherwise than prices at large: in the statement of nominal money, not in the plan, whose prices are schedules. */
export const escalation = {
  it: rise("servers"),
  power: rise("power equipment"),
  heatRejection: rise("cooling equipment"),
  structure: rise("buildings and structure"),
  storage: rise("drives"),
  links: rise("links and data"),
  control: rise("avionics and propulsion"),
  launch: rise("launches"),
  energy: rise("energy"),
  water: rise("water"),
  operations: rise("staff, maintenance and insurance of what stands"),
  disposal: rise("disposal"),
  revenue: rise("what served work earns; 0 for contracts fixed in dollars of the price year"),
} as const;

export const money = {
  priceYear: number("1", { doc: "Year whose dollars every price is in; results are in these dollars too.", min: 2000, max: 2100, whole: true, fallback: { value: 2026, low: null, high: null, source: "project convention: year of most catalogue prices", asOf: "2026-11", evidence: "estimate" }, feeds: ["finance"] }),
  inflation: number("1/yr", { doc: "Turns the nominal discount rate into a real one.", min: -0.05, max: 1, varies: ["random"], fallback: { value: 0.025, low: null, high: null, source: "NREL ssc cmod_lcoefcr reference case (2.5 %)", asOf: "2022-08", evidence: "estimate" }, feeds: ["finance"] }),
  priceIndex: optionalRef("priceIndices", { doc: "Series of prices at large that brings a price written with `priceYear` to the price year; left out, or beyond its years, inflation does.", feeds: ["finance"] }),
  currencies: list(currency, { doc: "Currencies in which prices may be written with `currency`.", max: 64 }),
  escalation: group(escalation, { doc: "Prices that rise otherwise than inflation." }),
} as const;
