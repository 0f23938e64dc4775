/** Figures that others print without the inputs that would rebuild them, or that are no model's answer: quoted, with what is inside and why they are only quoted. */

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
    asOf: "2026-05-14",
    boundary: "a year of one megawatt of IT of a hyperscaler's gigawatt with GB200 racks, all in; construction and IT equipment of Stargate Abilene",
    why: "the totals are printed, how capital becomes a yearly cost stands in a spreadsheet that is not read here; it is the ground alone",
    figures: [one("capital", 38, "M$/MW"), one("operation a year", 0.9, "M$/MW-yr"), one("energy of it", 0.6, "M$/MW-yr"), one("cost of ownership a year", 8.5, "M$/MW-yr"), range("the same with computers of 7 and of 3 years", [7, 12], "M$/MW-yr"), one("the same, before the scale of a gigawatt and GB200 racks", 10.8, "M$/MW-yr"), one("Stargate Abilene", 32, "G$")],
  },
  {
    id: "semianalysis",
    title: "SemiAnalysis, an hour of a GPU in space and on the ground",
    source: "newsletter.semianalysis.com/p/to-boldly-go-the-case-for-space-datacenters; figures as others report the article",
    asOf: "2026-06-03",
    boundary: "cost of ownership of a B300's hour in 2026; levelised with radiation, availability and redundancy",
    why: "the model stands behind a subscription: its results are reported, its inputs are not",
    figures: [one("ground, cost of ownership", 2.37, "$/GPU-h"), one("space, cost of ownership", 8.64, "$/GPU-h"), one("space over ground", 3.6, "-"), one("ground, levelised", 2.49, "$/GPU-h"), one("space, levelised", 10.91, "$/GPU-h"), one("space over ground, levelised", 4.38, "-")],
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
  {
    id: "suncatcher-starship",
    title: "Suncatcher, what a launch of Starship costs its maker",
    source: "arXiv:2511.19468v2 sections 2.4 and 4.4",
    asOf: "2026-06-17",
    boundary: "propellant, refurbishment and vehicles over their reuses, per kilogram to low orbit; cost to the maker but for the last line",
    why: "inputs incomplete: refurbishment and propellant are printed, what the vehicle costs, how often it fails and how its parts wear are not",
    figures: [one("no reuse", 460, "$/kg"), one("10 uses, at most", 60, "$/kg"), one("100 uses of all, at most", 15, "$/kg"), one("100 uses at 15 % refurbishment", 38, "$/kg"), one("propellant alone", 8, "$/kg"), one("price at 10 uses and a margin of 75 %", 250, "$/kg")],
  },
  {
    id: "suncatcher-cluster",
    title: "Suncatcher, how its cluster of 81 moves",
    source: "arXiv:2511.19468v2 section 2.2, Figures 2 and 3",
    asOf: "2026-06-17",
    boundary: "81 satellites within 1 km at 650 km, in one plane, under the Earth's mass and flattening alone",
    why: "the 2:1.0037 ratio and the drift per km could not be rebuilt; numerical J2 gives 1.0000 to 1.0025 by phase. What can be is `orbit.formation` of a scenario: 100 to 200 m to the next, two turns an orbit",
    figures: [range("distance of nearest neighbours", [100, 200], "m"), one("largest distance along a diagonal", 275, "m"), one("how far J2 widens the axis ratio of 2", 0.0037, "-"), one("drift a year and km, at most", 3, "m/s")],
  },
  {
    id: "turyshev-base",
    title: "Turyshev, the later base case of 1 MW",
    source: "arXiv:2604.27197, abstract",
    asOf: "2026-04-29",
    boundary: "array at the beginning of its life, storage and radiator of 1 MW; fixed masses of a spacecraft in the total alone",
    why: "no published parameter list closes 5,640 m2: it asks for a net efficiency of 16 % where the author's earlier areas ask for 22",
    figures: [one("array", 5640, "m2"), one("radiator", 2500, "m2"), one("array, storage and radiator", 29.4, "kg/kW"), range("all", [34, 59], "kg/kW")],
  },
  {
    id: "iss-radiator",
    title: "A photovoltaic radiator of the Space Station",
    source: "NASA, ISS active thermal control overview, as in spacedc-mdao src/orbitdc/thermal/validation.py",
    asOf: "read 2026-11",
    boundary: "one flown radiator of 3.12 by 13.6 m with its loop: 14 kW and 740.7 kg",
    why: "a flown lower bound, never a test of physics: its temperature and what it sees are not printed with it",
    figures: [one("heat", 329.9, "W/m2"), one("mass", 17.46, "kg/m2")],
  },
  {
    id: "dose-5-mm",
    title: "Dose behind 5 mm of aluminium, 500 to 2,000 km",
    source: "rMcDonald17/Orbital-Datacenters README.md, computed with SPENVIS",
    asOf: "read 2026-11",
    boundary: "trapped particles and solar protons together; silicon behind 5 mm of aluminium, sun-synchronous and at 30 degrees",
    why: "includes solar protons and another environment than the trapped-particle table here, which gives 0.161 and 1.420 krad a year at 500 and 1,000 km",
    figures: [range("sun-synchronous, 500 to 2,000 km", [0.38, 21.51], "krad/yr"), range("at 30 degrees, 500 to 2,000 km", [0.18, 47.81], "krad/yr")],
  },
  {
    id: "shipit-simulation",
    title: "ShipItAndPray, a day of twelve satellites",
    source: "ShipItAndPray/orbital-compute @554b765 run_sim.py --sats 12 --hours 24 --jobs 100, run 2026-11",
    asOf: "read 2026-11",
    boundary: "100 jobs on twelve satellites over 24 h in steps of a minute, seed 42",
    why: "a foreign scheduler run: what its scheduler does with its own seed is no equation to rebuild",
    figures: [one("jobs done", 100, "-"), one("utilisation", 19.4, "%"), one("passes", 367, "-"), one("contact", 2162, "min"), range("eclipse", [26.3, 37], "%")],
  },
  {
    id: "orbitherm",
    title: "orbitherm, a radiator in deep space",
    source: "PyPI orbitherm 0.1.0, page",
    asOf: "read 2026-11",
    boundary: "a radiator turned to deep space at 550 km, 4 kg/m2",
    why: "hidden emissivity: the page prints load, area and temperature, and neither coating nor what the panel takes in",
    figures: [one("100 kW on 200 m2", 48, "C"), one("area for 1 MW at 50 C", 1940, "m2"), one("its mass", 7760, "kg")],
  },
];
