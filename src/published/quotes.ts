/** Figures that others print without the inputs that would rebuild them: quoted, with what is inside and why they are only quoted. */

export type Quote = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly asOf: string;
  readonly boundary: string;
  readonly why: string;
  /** As printed; a range has two ends. */
  readonly figures: readonly { readonly what: string; readonly low: number; readonly high: number; readonly unit: string }[];
};

const one = (what: string, value: number, unit: string): Quote["figures"][number] => ({ what, low: value, high: value, unit });
const range = (what: string, [low, high]: readonly [number, number], unit: string): Quote["figures"][number] => ({ what, low, high, unit });

export const quotes: readonly Quote[] = [
  {
    id: "ascend",
    title: "ASCEND, building blocks of an orbital data centre",
    source: "Thales Alenia Space, ASCEND, page of December 2023",
    asOf: "2023-12",
    boundary: "array of one block of 10 MW; no mass, price or orbit on the page",
    why: "only power and area are given: 286 W/m2 follows, nothing else can",
    figures: [one("power of a block", 10, "MW"), one("array of a block", 35_000, "m2"), one("blocks of 1 GW", 100, "-")],
  },
  {
    id: "bcg",
    title: "BCG, cost of ownership in space and on the ground",
    source: "BCG, 2026-08-27",
    asOf: "2026-08-27",
    boundary: "20 years of one megawatt, chips and their renewal as it seems; nothing is itemised",
    why: "a total without its terms: a year's cost, a life, a rate and a launch price are not given",
    figures: [range("space", [660, 750], "M$/MW"), range("ground", [230, 300], "M$/MW"), range("ratio now", [2.5, 3], "-"), range("ratio in 5 to 10 years", [1.6, 1.8], "-")],
  },
  {
    id: "epoch",
    title: "Epoch AI, what a gigawatt on the ground costs",
    source: "epoch.ai/data-insights/ai-datacenter-cost-breakdown; What you need to know about AI data centers (report of the Frontier Data Centers hub, November 2025)",
    asOf: "read 2026-11",
    boundary: "a year of one megawatt of IT of a hyperscaler's gigawatt with GB200 racks, all in; construction and IT equipment of Stargate Abilene",
    why: "the totals are printed, their terms stand in a spreadsheet that is not read here; it is the ground alone",
    figures: [one("cost of ownership a year", 8.5, "M$/MW-yr"), one("the same, before the scale of a gigawatt and GB200 racks", 10.8, "M$/MW-yr"), one("Stargate Abilene", 32, "G$")],
  },
  {
    id: "abi",
    title: "ABI Research, radiators of an orbital rack",
    source: "IEEE Spectrum on ABI Research, 2026-06-11",
    asOf: "2026-06-11",
    boundary: "radiator area of a 40 kW rack; no mass, temperature or orbit",
    why: "500 W/m2 follows from the printed pair; which temperature and how many sides it stands for is not said",
    figures: [one("rack", 40, "kW"), one("radiator of a rack", 80, "m2"), one("racks of 100 MW", 2500, "-")],
  },
  {
    id: "atomic6",
    title: "Atomic-6, rent of an orbital rack",
    source: "Payload, 2026-04-13",
    asOf: "2026-04-13",
    boundary: "price of 100 kW a month, all in",
    why: "a price, not a cost; the only one that is public",
    figures: [one("rent", 3.5e6, "$/month"), one("power", 100, "kW")],
  },
  {
    id: "research-viewer",
    title: "Research viewer, cost parity timeline",
    source: "research-viewer.pages.dev/pages/cost-parity-timeline, v1",
    asOf: "read 2026-11",
    boundary: "launch, GPU and platform over life, and operations, against GPU, building over 15 years, energy and operations",
    why: "its formula is printed, its inputs by year are not, and a later version of the page gives other ratios",
    figures: [range("ratio in 2026, optimistic to conservative", [1.9, 6.2], "-"), range("ratio in 2040", [1.5, 3.5], "-")],
  },
];
