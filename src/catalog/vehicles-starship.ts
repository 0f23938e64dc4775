import type { Entry, Figure } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";
import { starshipPropellant } from "./propellants.ts";

const list: Origin = { source: "Wikipedia, 'List of Starship launches', 2026-10-04", asOf: "2026-10-04", evidence: "demonstrated" };
const starbase: Origin = { source: "Starbase, Texas, 25.997 deg N (FAA Programmatic Environmental Assessment, 2022)", asOf: "2022", evidence: "listed" };
const usual: Origin = { source: "Orbit not stated by the maker: 200 km from Starbase at 26.5 deg, as FAA's environmental documents assume", asOf: "2026", evidence: "estimate" };
const shipDry: Origin = {
  source: "Unpublished: about 100 t for version 1 (E. Musk 2021; 100-120 t in 2019 via soylentnews.org), 120 t in Miraux 2022, 160 t loosely for ship 41 (nasaspaceflight.com 2026)",
  asOf: "2026",
  evidence: "estimate",
  low: 100_000,
  high: 180_000,
};
const returning: Origin = {
  source: "Dawndusk estimate: rocket equation, 0.1 km/s to leave orbit and 0.4-0.5 km/s for flip and landing at 350 s (sea-level Raptor in vacuum) on 130-150 t dry, 20-29 t; SpaceX publishes none",
  asOf: "2026",
  evidence: "estimate",
  low: 20_000,
  high: 30_000,
};
const raptor: Origin = {
  source: "SpaceX and E. Musk, Raptor vacuum 380 s as goal; sea-level Raptors in vacuum about 350 s (Wikipedia, 'SpaceX Raptor')",
  asOf: "2025",
  evidence: "claimed",
  low: 355,
  high: 380,
};
const bay: Origin = { source: "SpaceX, Starship Users Guide rev. 1.0 (2020-03), figure 4, dynamic envelope with radii at 1 m stations", asOf: "2020-03", evidence: "claimed", low: 600, high: 1000, note: "Drawn envelope, revolved; about 1,000 m3 is said of the whole nose." };
const contract: Origin = { source: "Starlab launch contract, 90 M$ (Voyager filing, 2025, as reported 2026)", asOf: "2026", evidence: "listed", low: 10e6, high: 100e6 };
const bottomUp: Origin = {
  source: "arXiv 2511.19468v2 (2025), section 4.4: cost of 460 $/kg without reuse, 60 at 10 flights, 15 at 100",
  asOf: "2025-11",
  evidence: "estimate",
};

const shared = {
  refAltitude: figure(200, "km", usual),
  refInclination: figure(26.5, "deg", usual),
  padLatitude: figure(25.997, "deg", starbase),
  upperStageIsp: figure(370, "s", { ...raptor, note: "Mean of three vacuum and three sea-level engines through the burn." }),
};

/** What stays with the ship in orbit: its dry mass and the propellant to come back with. */
const shipOf = (dry: Figure, back: Figure): Readonly<Record<"upperStageDry" | "stageDry" | "returnPropellant", Figure>> => ({
  upperStageDry: figure(dry.value + back.value, "kg", {
    source: `Sum of stageDry and returnPropellant. ${dry.source}. ${back.source}`,
    asOf: "2026",
    evidence: "estimate",
    ...(dry.low === null || back.low === null ? {} : { low: dry.low + back.low }),
    ...(dry.high === null || back.high === null ? {} : { high: dry.high + back.high }),
    note: "End mass without payload: the ship returns, so its landing propellant is carried up too.",
  }),
  stageDry: dry,
  returnPropellant: back,
});

export const starships: readonly Entry[] = [
  {
    id: "starship-v3-demonstrated",
    kind: "vehicles",
    name: "Starship V3, as flown on 2026-09-28",
    maker: "SpaceX",
    figures: {
      payload: figure(44_000, "kg", { ...list, note: "26 Starlink V3, flight 14, first operational deployment in orbit." }),
      ...shared,
      ...shipOf(figure(140_000, "kg", shipDry), figure(25_000, "kg", returning)),
      propellant: starshipPropellant,
      price: figure(90e6, "$", contract),
      cadence: figure(4, "1/yr", { ...list, low: 3, high: 5, note: "2 in 2023, 4 in 2024, 5 in 2025, 3 in the first nine months of 2026." }),
      reliability: figure(0.625, "1", { ...list, low: 0.3, high: 0.9, note: "Flights 7 to 14: five reached their goal (10, 11, 12 ship, 13, 14)." }),
      successes: figure(5, "1", { ...list, note: "Flights 7 to 14, versions 2 and 3." }),
      failures: figure(3, "1", { ...list, note: "Flights 7, 8 and 9." }),
      fairingVolume: figure(684, "m3", bay),
      costToBuild: figure(90e6, "$", { source: "Payload estimate via nextbigfuture.com, 2024-01-19: 90 M$ a full stack, 20 M$ in future", asOf: "2024-01-19", evidence: "estimate", low: 20e6, high: 100e6 }),
    },
    refs: { propellant: "methalox" },
    facts: { status: "First operational deployment 2026-09-28.", firstFlight: "2026-Q2", note: "Version 3 first flew on 2026-05-22 (37.5 t, booster lost)." },
  },
  {
    id: "starship-v3-claimed",
    kind: "vehicles",
    name: "Starship V3, as claimed",
    maker: "SpaceX",
    figures: {
      payload: figure(100_000, "kg", { source: "SpaceX, 'more than 100 t' reusable (aero-space.eu 7446, 2026)", asOf: "2026", evidence: "claimed", low: 44_000 }),
      ...shared,
      ...shipOf(figure(130_000, "kg", shipDry), figure(25_000, "kg", returning)),
      propellant: starshipPropellant,
      price: figure(90e6, "$", contract),
      cadence: figure(25, "1/yr", { source: "FAA, 2025-05-15: 25 launches a year approved at Starbase", asOf: "2025-05-15", evidence: "target", low: 3, high: 150, note: "A licence, not a rate." }),
      reliability: figure(0.9, "1", { source: "Dawndusk target: between the record to 2026-10 (0.625) and Falcon 9's (0.994)", asOf: "2026-10-04", evidence: "target", low: 0.625, high: 0.99 }),
      successes: figure(5, "1", { ...list, note: "Flights 7 to 14, versions 2 and 3, with less aboard than is claimed." }),
      failures: figure(3, "1", { ...list, note: "Flights 7, 8 and 9." }),
      fairingVolume: figure(684, "m3", bay),
      expendable: figure(200_000, "kg", { source: "SpaceX via payloadspace.com and basenor.com, 2026-04-16", asOf: "2026-04-16", evidence: "claimed" }),
      marginalCost: figure(2e6, "$", { source: "E. Musk, 2019 (tesmanian.com)", asOf: "2019", evidence: "claimed" }),
    },
    refs: { propellant: "methalox" },
    facts: { status: "Claimed; the most flown is 44 t.", firstFlight: "2026-Q2" },
  },
  {
    id: "starship-v4-planned",
    kind: "vehicles",
    name: "Starship V4, as planned",
    maker: "SpaceX",
    figures: {
      payload: figure(200_000, "kg", { source: "arXiv 2511.19468v2 (2025), section 4.4, after SpaceX; Al Jazeera 2026-02-03 (200 t)", asOf: "2026-02-03", evidence: "target" }),
      ...shared,
      ...shipOf(figure(160_000, "kg", { ...shipDry, high: 220_000, note: "Longer than version 3; nothing published." }), figure(30_000, "kg", { ...returning, high: 40_000, note: "In proportion to the dry mass." })),
      price: figure(40e6, "$", { ...bottomUp, evidence: "target", low: 3e6, high: 92e6, note: "200 $/kg, the price at which the paper finds parity; its bottom-up cost is 12 M$ at ten reuses and 3 M$ at a hundred." }),
      cadence: figure(180, "1/yr", { source: "arXiv 2511.19468v2 (2025), section 4.4: 180 launches a year assumed", asOf: "2025-11", evidence: "target", low: 25, high: 8760 }),
      reliability: figure(0.95, "1", { source: "Dawndusk target, below Falcon 9's 0.994 (Wikipedia 2025-09-05)", asOf: "2026", evidence: "target", low: 0.7, high: 0.995 }),
      fairingVolume: figure(900, "m3", { ...bay, evidence: "target", high: 2000, note: "Longer ship; nothing published." }),
    },
    facts: { status: "Planned.", firstFlight: "2028-Q1 (no official date: the analyst's earliest)" },
  },
];
