/**
 * Ground sites: the power they may draw, where they lie, what the facility costs without servers, and their grid.
 *
 * `facilityCost` is $ per watt of site power, servers excluded. Published figures disagree and stay apart as `facilityEpoch`, `facilityBernstein`,
 * `facilityTuryshev` and `facilityMcCalip` on the Abilene entry. `powerPrice` is energy bought: at Abilene and where the
 * name says so wholesale, without delivery; industrial retail otherwise. `carbon` is direct emission a kWh of the grid; `carbonLifecycle` where known.
 */
import type { Entry, Figure } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const grid = (zone: string, operator: string, years: string): Origin => ({
  source: `Mean of the hourly day-ahead prices of ${operator}, ${years}, as gathered by HewlettPackard/sustain-cluster (MIT), file ${zone}`,
  asOf: "2023-12-31",
  evidence: "demonstrated",
});
const gridCarbon = (zone: string): Origin => ({
  source: `Electricity Maps hourly carbon intensity of ${zone}, 2023 mean (ODbL), as gathered by HewlettPackard/sustain-cluster (MIT)`,
  asOf: "2023-12-31",
  evidence: "demonstrated",
});
const eia2025 = (state: string): Origin => ({
  source: `EIA Electric Power Monthly, table 5.6.A, industrial retail with delivery, ${state}, April 2025`,
  asOf: "2025-04",
  evidence: "demonstrated",
});
const eia2023 = (state: string): Origin => ({
  source: `EIA Electric Power Annual 2023, average revenue per kWh, industrial retail with delivery, ${state} (eia.gov/electricity/annual/secrev-map.php)`,
  asOf: "2023-12-31",
  evidence: "demonstrated",
});
const cloudCarbon = (region: string): Origin => ({
  source: `Google Cloud, 'Carbon free energy for Google Cloud regions' 2023, ${region} (GoogleCloudPlatform/region-carbon-info)`,
  asOf: "2023-12-31",
  evidence: "demonstrated",
});
const place = (name: string): Origin => ({ source: `Position of ${name} (GeoNames)`, asOf: "2026", evidence: "listed" });
const newHall: Origin = {
  source: "arXiv 2511.19468v2 (2025), section 4.4: 1.09 to 1.4 for modern data centres",
  asOf: "2025-11",
  evidence: "estimate",
  low: 1.09,
  high: 1.4,
};
const evaporative: Origin = {
  source: "NVIDIA, 2.6 M gal a MW-year for conventional cooling (1.12 L/kWh), relayed 2026 (binance.bh 337028268505810); about zero with liquid at 45 degC",
  asOf: "2026",
  evidence: "claimed",
  low: 0.01,
  high: 1.9,
};
const closedLoop: Origin = {
  ...evaporative,
  evidence: "estimate",
  low: 0.01,
  high: 0.2,
  note: "Closed loop with dry coolers: filling, humidity and sanitation only; a figure above zero stands for them.",
};
const abilene: Origin = {
  source: "compute.institute, 'Stargate Abilene', 2026 (1,200 MW, eight buildings)",
  asOf: "2026",
  evidence: "listed",
};
const turyshev: Origin = {
  source: "Turyshev, arXiv 2604.27197 (2026): 10,000-40,000 $/kW for AI-ready infrastructure without servers",
  asOf: "2026-04",
  evidence: "estimate",
  low: 10,
  high: 40,
};
const epoch: Origin = {
  source: "Epoch AI, 'Servers account for 60% of the total cost of ownership', 2026-05-14: 38 B$ a GW of IT, less 25 B$ of racks with their network (120 kW at 3 M$), over a PUE of 1.2",
  asOf: "2026-05-14",
  evidence: "estimate",
  note: "The 60 % are of the yearly cost, not of the 38 B$. 25 B$ and 7 % interest give its three totals of 8.5, 12 and 7 B$ a year for 5, 3 and 7 years of IT.",
};
const facility: Origin = { ...epoch, low: 10, high: 40, note: "Site power, not IT; bounds are Turyshev's." };
const campus = (low: number, high: number): Origin => ({
  source: "Dawndusk assumption: a campus of this size; no grid application behind it",
  asOf: "2026",
  evidence: "target",
  low,
  high,
});

interface Region {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly latitude: number;
  readonly longitude: number;
  /** $/MWh */
  readonly price: number;
  readonly priceOrigin: Origin;
  /** g/kWh */
  readonly carbon: number;
  readonly carbonOrigin: Origin;
  readonly pue: number;
  readonly pueOrigin: Origin;
  /** Evaporative unless given. */
  readonly water?: Figure;
  readonly facts?: Readonly<Record<string, string>>;
}

const evaporated = figure(1.12, "L/kWh", evaporative);
const dry = figure(0.05, "L/kWh", closedLoop);

/** A region that published no campus of its own: size, facility cost and water are common to all. */
const region = (at: Region): Entry => ({
  id: at.id,
  kind: "sites",
  name: at.name,
  figures: {
    power: figure(500, "MW", campus(100, 2000)),
    latitude: figure(at.latitude, "deg", place(at.town)),
    longitude: figure(at.longitude, "deg", place(at.town)),
    facilityCost: figure(10.8, "$/W", facility),
    powerPrice: figure(at.price, "$/MWh", at.priceOrigin),
    pue: figure(at.pue, "1", at.pueOrigin),
    water: at.water ?? evaporated,
    carbon: figure(at.carbon, "g/kWh", at.carbonOrigin),
  },
  ...(at.facts === undefined ? {} : { facts: at.facts }),
});

const stargate: Entry = {
  id: "stargate-abilene",
  kind: "sites",
  name: "Stargate Abilene, Texas",
  maker: "Crusoe, Oracle, OpenAI",
  figures: {
    power: figure(1200, "MW", abilene),
    latitude: figure(32.45, "deg", place("Abilene, Texas")),
    longitude: figure(-99.73, "deg", place("Abilene, Texas")),
    facilityCost: figure(12.5, "$/W", {
      source: "Financial Times via mixedtimes.com, 2025: 15 B$ for the facility, over 1,200 MW (compute.institute); 9.6 B$ of it debt",
      asOf: "2025",
      evidence: "listed",
      low: 10,
      high: 14.8,
    }),
    powerPrice: figure(55.9, "$/MWh", {
      ...grid("US-TEX-ERCO", "ERCOT", "2023"),
      low: 21.8,
      high: 145.6,
      note: "Wholesale energy alone, without delivery or a retailer; industrial retail, delivered, is powerIndustrial (66). 21.8 in 2020, 145.6 in 2021 (the storm of February), 64.3 in 2022.",
    }),
    pue: figure(1.2, "1", newHall),
    water: dry,
    carbon: figure(317, "g/kWh", { ...gridCarbon("US-TEX-ERCO"), high: 357, note: "357 in 2021, 338 in 2022." }),
    carbonLifecycle: figure(381, "g/kWh", gridCarbon("US-TEX-ERCO")),
    powerIndustrial: figure(66, "$/MWh", eia2023("Texas")),
    phaseOne: figure(200, "MW", { ...abilene, note: "Building began 2024-06, energised 2025-06-30." }),
    phaseOneTime: figure(13, "month", { ...abilene, low: 12, high: 13, note: "2024-06 to 2025-06-30." }),
    phaseTwo: figure(1000, "MW", { ...abilene, evidence: "target", note: "Building began 2025-03, planned for 2026-06-30; some 900 MW of it as phase three." }),
    accelerators: figure(400_000, "1", { source: "Financial Times via mixedtimes.com, 2025: 400,000 GB200", asOf: "2025", evidence: "listed" }),
    land: figure(4.05e6, "m2", { source: "1,000 acres: 900 (techrepublic.com) to 1,100 (themilliondollarway.blogspot.com)", asOf: "2025", evidence: "listed", low: 3.64e6, high: 4.45e6 }),
    onSiteGas: figure(360, "MW", { source: "The Energy News Beat, 2025-01-28 (turbine permits; 350 MW per McKinsey, 2025-11-24)", asOf: "2025-01-28", evidence: "listed" }),
    chipsCost: figure(33.3, "$/W", { source: "Financial Times via mixedtimes.com, 2025: 40 B$ for 400,000 GB200, over 1,200 MW", asOf: "2025", evidence: "listed", note: "At 120 kW a rack and a PUE of 1.2 they draw 800 MW: filled, the campus would hold 50 $/W of them." }),
    facilityEpoch: figure(10.8, "$/W", epoch),
    facilityBernstein: figure(14.8, "$/W", {
      source: "Bernstein, Oct 2025, via investing.com 2169144: 35 B$ a GW; 2.5 of 5.9 M$ a rack for infrastructure",
      asOf: "2025-10",
      evidence: "estimate",
    }),
    facilityTuryshev: figure(25, "$/W", turyshev),
    facilityMcCalip: figure(13.8, "$/W", {
      source: "McCalip, andrewmccalip/thoughts static/js/math.js (2025): 11.6-16.0 $/W without generation",
      asOf: "2025",
      evidence: "estimate",
      low: 11.6,
      high: 16,
      note: "Weak: its reference list names no publication.",
    }),
    lease: figure(15, "yr", { source: "compute.institute, 2026 (Oracle)", asOf: "2026", evidence: "listed" }),
  },
  facts: {
    status: "200 MW energised 2025-06-30; the rest planned for 2026-06-30.",
    phases: "200 MW: 2024-06 to 2025-06-30; 1,000 MW: from 2025-03, target 2026-06-30.",
    timeToPower: "Median 55 months from request to operation for plants built in 2024 (LBNL, Queued Up 2025).",
  },
};

export const sites: readonly Entry[] = [
  stargate,
  region({
    id: "northern-virginia",
    name: "Northern Virginia, PJM wholesale",
    town: "Ashburn, Virginia",
    latitude: 39.04,
    longitude: -77.49,
    price: 35.7,
    priceOrigin: { ...grid("US-MIDA-PJM", "PJM", "2023"), low: 21.8, high: 89.4, note: "21.8 in 2020, 89.4 in 2022. Virginia's industrial retail was 89.2 in 2023 (EIA)." },
    carbon: 322,
    carbonOrigin: { ...gridCarbon("US-MIDA-PJM"), high: 355 },
    pue: 1.25,
    pueOrigin: newHall,
  }),
  region({
    id: "iowa-council-bluffs",
    name: "Iowa, Council Bluffs",
    town: "Council Bluffs, Iowa",
    latitude: 41.26,
    longitude: -95.86,
    price: 60.4,
    priceOrigin: { ...eia2025("Iowa"), low: 60.4, high: 69.1, note: "69.1 over 2023." },
    carbon: 430,
    carbonOrigin: cloudCarbon("us-central1"),
    pue: 1.2,
    pueOrigin: newHall,
  }),
  region({
    id: "ohio-columbus",
    name: "Ohio, Columbus",
    town: "Columbus, Ohio",
    latitude: 39.96,
    longitude: -83.0,
    price: 79,
    priceOrigin: { ...eia2025("Ohio"), low: 68.3, high: 79, note: "68.3 a year before." },
    carbon: 322,
    carbonOrigin: cloudCarbon("us-east5"),
    pue: 1.2,
    pueOrigin: newHall,
  }),
  region({
    id: "pennsylvania",
    name: "Pennsylvania",
    town: "Harrisburg, Pennsylvania",
    latitude: 40.27,
    longitude: -76.88,
    price: 85.9,
    priceOrigin: { ...eia2025("Pennsylvania"), low: 77.3, high: 85.9 },
    carbon: 322,
    carbonOrigin: { ...gridCarbon("US-MIDA-PJM"), high: 355 },
    pue: 1.2,
    pueOrigin: newHall,
  }),
  region({
    id: "illinois-chicago",
    name: "Illinois, Chicago",
    town: "Chicago, Illinois",
    latitude: 41.88,
    longitude: -87.63,
    price: 98.1,
    priceOrigin: { ...eia2025("Illinois"), low: 82, high: 98.1 },
    carbon: 322,
    carbonOrigin: { ...gridCarbon("US-MIDA-PJM"), note: "PJM mean; Northern Illinois is cleaner." },
    pue: 1.2,
    pueOrigin: newHall,
  }),
  region({
    id: "arizona-phoenix",
    name: "Arizona, Phoenix",
    town: "Phoenix, Arizona",
    latitude: 33.45,
    longitude: -112.07,
    price: 81.1,
    priceOrigin: eia2023("Arizona"),
    carbon: 373,
    carbonOrigin: { ...cloudCarbon("us-west4"), evidence: "estimate", note: "Las Vegas, the nearest region listed." },
    pue: 1.3,
    pueOrigin: newHall,
  }),
  region({
    id: "oregon-the-dalles",
    name: "Oregon, The Dalles",
    town: "The Dalles, Oregon",
    latitude: 45.59,
    longitude: -121.18,
    price: 75.2,
    priceOrigin: eia2023("Oregon"),
    carbon: 94,
    carbonOrigin: cloudCarbon("us-west1"),
    pue: 1.15,
    pueOrigin: newHall,
  }),
  region({
    id: "tennessee-memphis",
    name: "Tennessee, Memphis",
    town: "Memphis, Tennessee",
    latitude: 35.15,
    longitude: -90.05,
    price: 62.3,
    priceOrigin: eia2023("Tennessee"),
    carbon: 430,
    carbonOrigin: { ...cloudCarbon("us-central1"), evidence: "estimate", note: "No Tennessee region listed: Iowa's taken; TVA is lower." },
    pue: 1.3,
    pueOrigin: newHall,
    facts: { use: "xAI's Colossus stands here, first on gas turbines." },
  }),
  region({
    id: "california-santa-clara",
    name: "California, Santa Clara, CAISO wholesale",
    town: "Santa Clara, California",
    latitude: 37.35,
    longitude: -121.95,
    price: 61.5,
    priceOrigin: { ...grid("US-CAL-CISO", "CAISO", "2023"), low: 32.2, high: 186, note: "32.2 in 2020, 88.9 in 2022; industrial retail 186 in 2023 (EIA)." },
    carbon: 194,
    carbonOrigin: gridCarbon("US-CAL-CISO"),
    pue: 1.2,
    pueOrigin: newHall,
  }),
  region({
    id: "frankfurt",
    name: "Frankfurt, DE-LU wholesale",
    town: "Frankfurt am Main",
    latitude: 50.11,
    longitude: 8.68,
    price: 102.6,
    priceOrigin: { ...grid("DE-LU", "EPEX, zone DE-LU", "2023"), low: 32.6, high: 253.6, note: "32.6 in 2020, 253.6 in 2022; euros at the set's fixed rate." },
    carbon: 308,
    carbonOrigin: { ...gridCarbon("DE-LU"), high: 411 },
    pue: 1.3,
    pueOrigin: newHall,
  }),
  region({
    id: "finland-hamina",
    name: "Finland, Hamina",
    town: "Hamina, Finland",
    latitude: 60.57,
    longitude: 27.2,
    price: 96,
    priceOrigin: {
      source: "Eurostat, electricity prices for non-household consumers, second half of 2023: Finland 0.089 EUR/kWh, lowest of the EU (Statistics Explained, 2024-04-25), at 1.08 $/EUR",
      asOf: "2023-12-31",
      evidence: "demonstrated",
    },
    carbon: 46,
    carbonOrigin: cloudCarbon("europe-north1"),
    pue: 1.1,
    pueOrigin: newHall,
    water: dry,
  }),
  region({
    id: "sweden-lulea",
    name: "Sweden, Lulea",
    town: "Lulea, Sweden",
    latitude: 65.58,
    longitude: 22.15,
    price: 60,
    priceOrigin: {
      source: "Dawndusk estimate: below Finland's 96 $/MWh (Eurostat 2023) by the gap of the SE1 zone; Nord Pool mean of the Nordic system about 41 EUR/MWh in a week of September 2025 (electricity.trade)",
      asOf: "2025-09",
      evidence: "estimate",
      low: 25,
      high: 96,
    },
    carbon: 46,
    carbonOrigin: { ...cloudCarbon("europe-north1"), evidence: "estimate", note: "Finland's; northern Sweden is nearly all hydropower and wind." },
    pue: 1.07,
    pueOrigin: { source: "dcpulse.com, 2025 (Meta Lulea, 1.07)", asOf: "2025", evidence: "claimed" },
    water: dry,
  }),
  region({
    id: "singapore",
    name: "Singapore, wholesale",
    town: "Singapore",
    latitude: 1.35,
    longitude: 103.82,
    price: 112,
    priceOrigin: {
      source: "Energy Market Authority, Singapore Energy Statistics, chapter 5: USEP of 100-200 SGD/MWh in the first half of 2025, taken at 150 and 0.75 $/SGD",
      asOf: "2025-06",
      evidence: "demonstrated",
      low: 75,
      high: 150,
    },
    carbon: 369,
    carbonOrigin: cloudCarbon("asia-southeast1"),
    pue: 1.4,
    pueOrigin: newHall,
  }),
  region({
    id: "malaysia-johor",
    name: "Malaysia, Johor",
    town: "Johor Bahru",
    latitude: 1.49,
    longitude: 103.74,
    price: 107,
    priceOrigin: {
      source: "Energy Commission of Malaysia, base tariff from 2025-07-01: 45.40 sen/kWh (serv.com.my, 2025-06), at 0.235 $/MYR; large users about a tenth less or more",
      asOf: "2025-07-01",
      evidence: "listed",
      low: 94,
      high: 120,
    },
    carbon: 580,
    carbonOrigin: { ...cloudCarbon("asia-southeast2"), evidence: "estimate", low: 369, high: 650, note: "No Malaysian region listed: Jakarta's taken, Singapore's is 369." },
    pue: 1.35,
    pueOrigin: newHall,
  }),
  region({
    id: "uae-abu-dhabi",
    name: "United Arab Emirates, Abu Dhabi",
    town: "Abu Dhabi",
    latitude: 24.45,
    longitude: 54.38,
    price: 55,
    priceOrigin: {
      source: "Enterprise UAE, 2025-12-31 (0.05-0.06 $/kWh for the region)",
      asOf: "2025-12-31",
      evidence: "estimate",
      low: 50,
      high: 60,
    },
    carbon: 575,
    carbonOrigin: { ...cloudCarbon("me-central1"), evidence: "estimate", low: 350, high: 575, note: "Doha, the nearest region listed; nuclear and solar make Abu Dhabi cleaner." },
    pue: 1.35,
    pueOrigin: newHall,
    facts: { use: "Stargate UAE: 1 GW within a 5 GW campus (The National, 2025-05-27)." },
  }),
  region({
    id: "ireland-dublin",
    name: "Ireland, Dublin, wholesale",
    town: "Dublin",
    latitude: 53.35,
    longitude: -6.26,
    price: 136,
    priceOrigin: {
      source: "Wind Energy Ireland and ElectroRoute, April 2023: 125.57 EUR/MWh, at 1.08 $/EUR (breakingnews.ie, 2023-05); 69.98 EUR/MWh in the first quarter of 2021 (uregni.gov.uk)",
      asOf: "2023-04-30",
      evidence: "demonstrated",
      low: 84,
      high: 136,
    },
    carbon: 236,
    carbonOrigin: { ...cloudCarbon("europe-west4"), evidence: "estimate", low: 136, high: 345, note: "No Irish region listed: the Netherlands', also gas and wind." },
    pue: 1.2,
    pueOrigin: newHall,
    facts: { grid: "Data centres took 22 % of Irish electricity in 2024 (CSO)." },
  }),
];
