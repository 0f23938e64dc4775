import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";
import { falcon9Propellant } from "./propellants.ts";

const stageTwo: Origin = {
  source: "Barker, Marais, McDowell et al., Scientific Data 11 (2024): 4,500 kg (Space Launch Report), 4,300 kg (ESA DISCOSweb), 4,000 kg (Spaceflight101)",
  asOf: "2024",
  evidence: "estimate",
  low: 4000,
  high: 4500,
};
const merlin: Origin = { source: "SpaceX, Merlin 1D vacuum: 348 s (handwiki.org, 'Falcon 9 Full Thrust', after spacex.com 2015)", asOf: "2015", evidence: "listed" };
const fairing: Origin = { source: "SpaceX, Falcon User's Guide (2021-09), figure 12-5, static envelope of the standard fairing", asOf: "2021-09", evidence: "listed", low: 145, note: "The envelope drawn in the guide, revolved: 157 m3; 145 m3 is the round figure in print." };
const cape: Origin = { source: "Cape Canaveral SLC-40, 28.56 deg N (US Space Force range documents)", asOf: "2026", evidence: "listed" };
const pricing: Origin = {
  source: "Turyshev, arXiv 2604.27197 (2026): 74 M$; 69.85 M$ on the 2025 price list (world-today-news.com)",
  asOf: "2026-04",
  evidence: "listed",
  low: 69.85e6,
  high: 74e6,
};
const record: Origin = { source: "Wikipedia, 'Falcon 9', 2025-09-05: 525 successes, 2 in-flight failures, 1 partial", asOf: "2025-09-05", evidence: "demonstrated" };
const flights2025: Origin = { source: "Space.com, 2026-01: 165 Falcon 9 launches in 2025 (132 in 2024, 91 in 2023)", asOf: "2025-12-31", evidence: "demonstrated" };
const starlinkOrbit: Origin = {
  source: "Wikipedia, 'List of Falcon 9 and Falcon Heavy launches': 24 Starlink V2 mini of about 17.5 t in all, booster landed, to a shell of 43 deg",
  asOf: "2024",
  evidence: "demonstrated",
};
const guide: Origin = { source: "SpaceX capabilities sheet, spacex.com, via Wikipedia 'Falcon 9' (22,800 kg at 28.5 deg)", asOf: "2025", evidence: "listed" };
const usual: Origin = { source: "Orbit not stated by the maker: 200 km, the usual reference of launch user's guides", asOf: "2026", evidence: "estimate" };

const shared = {
  padLatitude: figure(28.56, "deg", cape),
  upperStageDry: figure(4300, "kg", stageTwo),
  upperStageIsp: figure(348, "s", merlin),
  fairingVolume: figure(157, "m3", fairing),
};
const falcon9Record = {
  reliability: figure(525 / 528, "1", { ...record, note: "Share of flights; a further vehicle was lost on the pad (2016)." }),
  successes: figure(525, "1", record),
  failures: figure(3, "1", { ...record, note: "One of them partial." }),
};

export const falcons: readonly Entry[] = [
  {
    id: "falcon-9",
    kind: "vehicles",
    name: "Falcon 9, booster recovered at sea",
    maker: "SpaceX",
    figures: {
      payload: figure(17_500, "kg", starlinkOrbit),
      refAltitude: figure(290, "km", { ...starlinkOrbit, evidence: "estimate", note: "Starlink insertion orbits lie at 280-300 km." }),
      refInclination: figure(43, "deg", starlinkOrbit),
      ...shared,
      ...falcon9Record,
      propellant: falcon9Propellant,
      price: figure(74e6, "$", pricing),
      cadence: figure(165, "1/yr", flights2025),
      rideshare: figure(7000, "$/kg", { source: "newspaceeconomy.ca, 2026-02-27 (after spacex.com/rideshare): 350,000 $ for 50 kg, 7,000 $/kg above", asOf: "2026-02-27", evidence: "listed" }),
      cost: figure(15e6, "$", { source: "E. Musk as quoted by xatakaon.com and Ars Technica (marginal cost of a reflight)", asOf: "2020", evidence: "claimed", high: 28e6 }),
      boosterLife: figure(33, "1", { source: "Ars Technica, 2026-02-21 (33rd flight of B1067; certification goal 40)", asOf: "2026-02-21", evidence: "demonstrated", high: 40 }),
      turnaround: figure(9, "d", { source: "Ars Technica, 2026-02-21 ('as quick as nine days')", asOf: "2026-02-21", evidence: "demonstrated" }),
      padTurnaround: figure(56.5, "h", { source: "weheadedtomars.com, 2025 (SLC-40: 2 d 8 h 31 min)", asOf: "2025", evidence: "demonstrated" }),
      rampPerYear: figure(33, "1/yr", { ...flights2025, note: "Launches added from 2024 to 2025; 41 the year before." }),
    },
    refs: { propellant: "kerolox" },
    facts: { status: "Operational.", firstFlight: "2010-Q2", payload: "Heaviest flown with a landing. Over the poles some 14.2 t to 314 km at 97.6 deg (46 Starlinks of 16.7 t for 54, der-orion.com, 2022-07); 24 V2 mini a launch in 2025." },
  },
  {
    id: "falcon-9-expendable",
    kind: "vehicles",
    name: "Falcon 9, expended",
    maker: "SpaceX",
    figures: {
      payload: figure(22_800, "kg", guide),
      refAltitude: figure(200, "km", usual),
      refInclination: figure(28.7, "deg", { ...guide, evidence: "estimate", note: "28.5 in the sheet, which rounds the pad's latitude down." }),
      ...shared,
      ...falcon9Record,
      propellant: falcon9Propellant,
      price: figure(104e6, "$", {
        source: "Dawndusk estimate: 74 M$ for a recovered flight (SatBase price watch, 2026-02) and 30 M$ for a booster (bnnbreaking.com 2024-01-19, estimate); no list price, about 120 M$ said",
        asOf: "2026",
        evidence: "estimate",
        low: 74e6,
        high: 120e6,
      }),
      cadence: figure(2, "1/yr", { source: "Space.com, 2026-01: two boosters expended in 2025", asOf: "2025-12-31", evidence: "demonstrated" }),
      gto: figure(8300, "kg", guide),
    },
    refs: { propellant: "kerolox" },
    facts: { status: "Operational, rarely used so.", firstFlight: "2010-Q2" },
  },
  {
    id: "falcon-heavy",
    kind: "vehicles",
    name: "Falcon Heavy, expended",
    maker: "SpaceX",
    figures: {
      payload: figure(63_800, "kg", { ...guide, source: "SpaceX capabilities sheet via infogalactic.com 'Falcon Heavy' (63,800 kg at 28.5 deg)", evidence: "claimed", note: "Never flown with such a mass." }),
      refAltitude: figure(200, "km", usual),
      refInclination: figure(28.7, "deg", { ...guide, evidence: "estimate", note: "28.5 in the sheet, which rounds the pad's latitude down." }),
      ...shared,
      padLatitude: figure(28.61, "deg", { ...cape, source: "Kennedy Space Center LC-39A, 28.61 deg N" }),
      price: figure(150e6, "$", {
        source: "E. Musk, 2018-02-12 via Teslarati, 'How SpaceX Falcon Heavy undercuts its competition': 150 M$ fully expended, 95 M$ with side boosters landed at 90 % of the performance",
        asOf: "2018-02-12",
        evidence: "listed",
        low: 115e6,
        high: 180e6,
        note: "1,800 $/kg as used by arXiv 2511.19468v2 would be 115 M$.",
      }),
      cadence: figure(2, "1/yr", { source: "Launches 2022-2025: 1, 5, 2, 0 (digitaltrends, xatakaon, Space.com)", asOf: "2025-12-31", evidence: "demonstrated", low: 1, high: 5 }),
      reliability: figure(0.99, "1", { source: "All eleven flights to 2024-10 succeeded; bounded by the Falcon 9 record (Wikipedia, 2025)", asOf: "2025", evidence: "estimate", low: 0.92, high: 0.995 }),
      successes: figure(11, "1", { source: "All eleven flights to 2024-10 succeeded (Wikipedia, 2025)", asOf: "2025", evidence: "demonstrated" }),
      failures: figure(0, "1", { source: "All eleven flights to 2024-10 succeeded (Wikipedia, 2025)", asOf: "2025", evidence: "demonstrated" }),
      gto: figure(26_700, "kg", { ...guide, source: "SpaceX capabilities sheet via infogalactic.com 'Falcon Heavy'" }),
    },
    facts: { status: "Operational, low cadence.", firstFlight: "2018-Q1" },
  },
];
