import { choice, group, list, number, optionalGroup, optionalNumber, text } from "../field.ts";

const NONE = { value: 0, low: null, high: null, asOf: "2026-11", evidence: "estimate" } as const;
const CLASSES = ["3-year", "5-year", "7-year", "10-year", "15-year", "20-year", "39-year", "book"] as const;
const PUB_946 = "US classes after IRS Publication 946, half-year convention; 39-year: straight line; book: as the books";

/** How purchases are written off for tax. */
export const taxClasses = {
  it: choice(CLASSES, { doc: `Servers on the ground (information systems, asset class 00.12). ${PUB_946}.`, fallback: "5-year", feeds: ["finance"] }),
  power: choice(CLASSES, { doc: "Substation, distribution, generators and storage of a site (land improvements 00.3, combustion turbines 49.15).", fallback: "15-year", feeds: ["finance"] }),
  heatRejection: choice(CLASSES, { doc: "Cooling plant of a site, as land improvements.", fallback: "15-year", feeds: ["finance"] }),
  structure: choice(CLASSES, { doc: "Buildings (nonresidential real property).", fallback: "39-year", feeds: ["finance"] }),
  storage: choice(CLASSES, { doc: "Drives of a site.", fallback: "5-year", feeds: ["finance"] }),
  links: choice(CLASSES, { doc: "Network of a site.", fallback: "5-year", feeds: ["finance"] }),
  platforms: choice(CLASSES, { doc: "All of a platform in orbit with its launch (satellite space segment property, 5 years).", fallback: "5-year", feeds: ["finance"] }),
} as const;

export const tax = {
  federal: number("frac", { doc: "Federal rate on taxable income.", min: 0, max: 0.9, varies: ["random"], fallback: { value: 0.21, low: null, high: null, source: "26 U.S.C. 11(b)", asOf: "2018-01", evidence: "listed" }, feeds: ["finance"] }),
  state: number("frac", { doc: "State rate, deducted before the federal one.", min: 0, max: 0.9, varies: ["random"], fallback: { value: 0.07, low: 0, high: 0.115, source: "NREL ssc single-owner reference case (7 %); low: Texas has no income tax on corporations; high: New Jersey with its surtax", asOf: "2022-08", evidence: "estimate" }, feeds: ["finance"] }),
  lossLimit: number("frac", { doc: "Largest share of a year's income that losses of earlier years may offset.", min: 0, max: 1, fallback: { value: 0.8, low: null, high: 1, source: "26 U.S.C. 172(a)(2): 80 % for losses since 2018; high: no limit", asOf: "2018-01", evidence: "listed" }, feeds: ["finance"] }),
  classes: group(taxClasses, { doc: "Write-off for tax by what is bought; a stake in a launcher is written off as in the books." }),
} as const;

export const payment = {
  id: text({ doc: "Name of the payment." }),
  at: number("yr", { example: "-0.5 yr", doc: "When it is paid, before (below zero) or after delivery, in whole quarters.", min: -10, max: 10, feeds: ["finance"] }),
  share: number("frac", { example: "30 %", doc: "Share of the price; a curve's shares sum to 100 %.", min: 0, max: 1, feeds: ["finance"] }),
} as const;

export const spend = {
  id: text({ doc: "Name of the curve." }),
  tier: choice(["any", "ground", "orbit"], { doc: "Purchases of which tier.", fallback: "any", feeds: ["finance"] }),
  item: choice(["any", "it", "power", "heat-rejection", "structure", "storage", "links", "control", "launch"], { doc: "Purchases of which item; of several curves that fit the first is taken.", fallback: "any", feeds: ["finance"] }),
  payments: list(payment, { doc: "When it is paid.", max: 64 }),
} as const;

export const workingCapital = {
  receivable: number("day", { doc: "Days from serving to being paid.", min: 0, max: 720, varies: ["random"], fallback: { ...NONE, high: 60, source: "project convention: paid as it is served unless the scenario says so; high: common terms of trade" }, feeds: ["finance"] }),
  payable: number("day", { doc: "Days from a yearly cost (energy, staff, supplies) to paying for it.", min: 0, max: 720, varies: ["random"], fallback: { ...NONE, high: 60, source: "project convention: paid as it falls due unless the scenario says so; high: common terms of trade" }, feeds: ["finance"] }),
} as const;

const wait = (doc: string) => optionalNumber("yr", { example: "1 yr", doc, min: 0.25, max: 20, feeds: ["finance"] });

export const delay = {
  grid: wait("How much later every phase of every site comes online."),
  permit: wait("How much later every gate is due, and what waits for it."),
  launch: wait("How much later every vehicle flies for the scenario."),
} as const;

export const finance = {
  discount: number("1/yr", { doc: "Nominal discount rate (weighted cost of capital) of both tiers.", min: 0, max: 2, varies: ["random"], fallback: { value: 0.12, low: 0.08, high: 0.2, source: "Shapiro's orbital compute spreadsheet (12 %); range of published orbital models 8-20 %", asOf: "2026-10", evidence: "estimate" }, feeds: ["finance"] }),
  orbitPremium: number("1/yr", { example: "3 %/yr", doc: "Added to the discount rate in the levelised cost of orbit; the plan counts platforms and launches as much more as their yearly charge rises, and never builds more for it.", min: -1, max: 1, varies: ["random"], fallback: { value: 0, low: null, high: 0.05, source: "project convention: same rate on both tiers unless the scenario says so; high: LCOC (Myana) 18 % against 13 %", asOf: "2026-10", evidence: "estimate" }, feeds: ["plan", "finance"] }),
  computePrice: choice(["none", "shortfall"], { doc: "Whether served work earns the shortfall price, for the net present value; without a price the value is a cost.", fallback: "shortfall", feeds: ["finance"] }),
  reinvestment: optionalNumber("1/yr", { example: "4 %/yr", doc: "Nominal rate at which receipts are reinvested in the modified internal rate of return; left out, the discount rate.", min: 0, max: 2, varies: ["random"], feeds: ["finance"] }),
  tax: optionalGroup(tax, { doc: "Income tax; left out, all money is before tax. `tax: {}` is a company in the United States." }),
  spend: list(spend, { doc: "When purchases are paid; left out, on delivery.", max: 64 }),
  workingCapital: group(workingCapital, { doc: "What is owed in between." }),
  delay: optionalGroup(delay, { doc: "What waiting costs: the plan is solved again with everything of one cause later." }),
} as const;
