/**
 * Launch vehicles. What has flown and what is claimed are separate entries.
 *
 * `payload` is to the reference orbit (`refAltitude`, `refInclination`); `upperStageDry` and `upperStageIsp` carry it to another
 * orbit: the first is the end mass without payload, so a stage that comes back counts the propellant to return and land with.
 * `cadence` is launches a year of the whole fleet at `asOf`; `reliability` the share of flights that reached their orbit.
 * Where a maker gives no orbit, 200 km at the pad's latitude is taken, as launch user's guides do.
 */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";
import { falcons } from "./vehicles-falcon.ts";
import { starships } from "./vehicles-starship.ts";

const wikipediaGlenn: Origin = {
  source: "Wikipedia, 'New Glenn' and 'Rocket Lab Neutron', as of 2026-10-04",
  asOf: "2026-10-04",
  evidence: "claimed",
};
const pad = (source: string): Origin => ({ source, asOf: "2026", evidence: "listed" });
const capeCanaveral = pad("Cape Canaveral Space Launch Complex 36 and 14, 28.47 deg N (US Space Force range documents)");
const kourou = pad("Guiana Space Centre, ELA-4, 5.25 deg N (ESA)");
const defaultOrbit: Origin = {
  source: "Orbit not stated by the maker: 200 km at the pad's latitude, the usual reference of launch user's guides",
  asOf: "2026",
  evidence: "estimate",
};
const inventory: Origin = {
  source: "Barker, Marais, McDowell et al., 'Global 3D rocket launch and re-entry air pollutant and CO2 emissions', Scientific Data 11 (2024), stage masses from maker's guides, Space Launch Report, Spaceflight101 and ESA DISCOSweb",
  asOf: "2024",
  evidence: "estimate",
};
const estimate = (basis: string, asOf: string, low: number, high: number): Origin => ({
  source: `Dawndusk estimate: ${basis}`,
  asOf,
  evidence: "estimate",
  low,
  high,
});
const forumStage: Origin = {
  source: "forum.nasaspaceflight.com topic 63916, 'New Glenn 9x4 discussion', 2025-12-29 (25 t dry for the second stage); Blue Origin publishes none",
  asOf: "2025-12-29",
  evidence: "estimate",
  low: 16_000,
  high: 28_000,
};
const guide = (source: string, asOf: string): Origin => ({ source, asOf, evidence: "listed", note: "Payload envelope drawn in the guide, revolved about its axis." });
const ariane: Origin = { source: "Wikipedia, 'Ariane 6' (after Arianespace's user's manual), 2025", asOf: "2025", evidence: "listed" };
const euro: Origin = {
  source: "europeanspaceflight.com via friendlywiki.com 'Ariane 6' (A62 about 100 M EUR, 2024); A64 115 M EUR (2018, Wikipedia); at 1.08 $/EUR (ECB mean of 2024)",
  asOf: "2024",
  evidence: "estimate",
};
const vinci: Origin = { source: "ArianeGroup, Vinci data sheet: 457 s in vacuum", asOf: "2023", evidence: "listed" };
const arianeUpper = estimate("ESA, 'Ariane 6 upper stage' (31 t of propellant, 5.4 m): 13-20 % structure of a hydrogen stage with restart", "2024", 4500, 7500);
const neverFlown: Origin = estimate("not flown: the share of first three flights of new orbital vehicles that succeed is about half, later ones nine tenths", "2026", 0.5, 0.98);

export const vehicles: readonly Entry[] = [
  ...falcons,
  ...starships,
  {
    id: "new-glenn",
    kind: "vehicles",
    name: "New Glenn (7x2), booster recovered",
    maker: "Blue Origin",
    figures: {
      payload: figure(45_000, "kg", wikipediaGlenn),
      refAltitude: figure(200, "km", defaultOrbit),
      refInclination: figure(28.5, "deg", defaultOrbit),
      padLatitude: figure(28.47, "deg", capeCanaveral),
      upperStageDry: figure(25_000, "kg", forumStage),
      upperStageIsp: figure(445, "s", { source: "Blue Origin, BE-3U engine page: 445 s in vacuum", asOf: "2024", evidence: "listed" }),
      price: figure(110e6, "$", { ...wikipediaGlenn, evidence: "estimate", low: 68e6, high: 110e6, note: "Upper end of the reported range taken: the stages cost above 100 M$ and 50 M$ to build (larebelion.com after Ars Technica, 2026-02-07)." }),
      cadence: figure(2, "1/yr", { source: "Flights NG-1 2025-01-16, NG-2 2025-11-13, NG-3 2026-04-19 (Wikipedia, 2026-10-04)", asOf: "2026-10-04", evidence: "demonstrated", low: 1, high: 12, note: "Grounded since the pad explosion of 2026-05-28; 12-24 had been promised for 2026." }),
      reliability: figure(0.667, "1", { source: "Two of three flights reached their orbit (NG-3 did not), Wikipedia 2026-10-04", asOf: "2026-10-04", evidence: "demonstrated", low: 0.3, high: 0.95 }),
      fairingVolume: figure(458, "m3", guide("Blue Origin, New Glenn Payload User's Guide, rev. C (2018-10), figure 5-2, which states 458 m3", "2018-10")),
      gto: figure(13_000, "kg", { source: "spacelaunchreport.com, 'New Glenn' (2017): 13 t to transfer orbit", asOf: "2017-05-16", evidence: "claimed" }),
      boosterLife: figure(25, "1", { source: "business-standard.com, 2025 (design flights of the booster)", asOf: "2025", evidence: "target" }),
      successes: figure(2, "1", wikipediaGlenn),
      failures: figure(1, "1", wikipediaGlenn),
    },
    facts: { status: "Grounded since 2026-05-28; repairs or another pad could take over a year.", firstFlight: "2025-Q1" },
  },
  {
    id: "new-glenn-9x4-claimed",
    kind: "vehicles",
    name: "New Glenn 9x4, as announced",
    maker: "Blue Origin",
    figures: {
      payload: figure(70_000, "kg", wikipediaGlenn),
      refAltitude: figure(200, "km", defaultOrbit),
      refInclination: figure(28.5, "deg", defaultOrbit),
      padLatitude: figure(28.47, "deg", capeCanaveral),
      upperStageDry: figure(36_000, "kg", { ...forumStage, low: 19_000, high: 40_000, note: "25 t and two more engines and 8 m of tank; the claimed 70 t would need some 17 t less." }),
      upperStageIsp: figure(445, "s", { source: "Blue Origin, BE-3U engine page: 445 s in vacuum", asOf: "2024", evidence: "listed" }),
      price: figure(150e6, "$", estimate("no price published: the 7x2's 110 M$ scaled by the number of engines", "2026", 90e6, 250e6)),
      cadence: figure(6, "1/yr", { source: "Dawndusk target: half of the lower promise of 12-24 flights a year for the 7x2 (D. Limp, 2026-03)", asOf: "2026-03-27", evidence: "target", low: 1, high: 24 }),
      reliability: figure(0.9, "1", neverFlown),
      fairingVolume: figure(780, "m3", estimate("458 m3 of the 7 m fairing (user's guide, rev. C) times the square of 8.7/7 and a tenth of length; only the 8.7 m is published", "2025-11", 600, 1000)),
    },
    facts: { status: "Not flown as of 2026-11.", claim: "70 t to low orbit.", firstFlight: "not dated" },
  },
  {
    id: "stoke-nova",
    kind: "vehicles",
    name: "Nova, both stages recovered",
    maker: "Stoke Space",
    figures: {
      payload: figure(3000, "kg", { source: "SpaceNews, 2026-02-10 (3 t to low orbit when reused)", asOf: "2026-02-10", evidence: "claimed" }),
      refAltitude: figure(200, "km", defaultOrbit),
      refInclination: figure(28.5, "deg", defaultOrbit),
      padLatitude: figure(28.49, "deg", capeCanaveral),
      upperStageDry: figure(5300, "kg", estimate("4.5 t for a 4.2 m hydrogen stage with actively cooled heat shield and landing legs, comparable with its own expendable payload gain of 4 t, and 0.8 t to leave orbit and land: 0.6 km/s (see Starship's returnPropellant) at 380 s, between the engine's 430 s in vacuum and what is left of it at sea level", "2026", 3500, 8500)),
      upperStageIsp: figure(430, "s", estimate("hydrogen expander engine with a distributed nozzle (Stoke's ring of thrusters), below the RL10's 450 s", "2026", 410, 450)),
      price: figure(21e6, "$", estimate("no price published: 3 t at SpaceX's rideshare price of 7,000 $/kg (spacex.com/rideshare, 2026-02); lower bound Neutron's 4,200 $/kg, upper Electron's 25,000 $/kg halved", "2026-02", 10e6, 40e6)),
      cadence: figure(2, "1/yr", { source: "Dawndusk target: first-year cadence of new vehicles (Neutron's plan 1, 3, 5, 7: SpaceNews 2024-11-12)", asOf: "2026", evidence: "target", low: 1, high: 10 }),
      reliability: figure(0.9, "1", neverFlown),
      fairingVolume: figure(80, "m3", estimate("no envelope published; a fairing of the 4 m class holds 60-110 m3 (Long March 3B 60 m3, Falcon 157 m3 at 5.2 m: maker's guides)", "2026", 50, 120)),
      boosterLife: figure(100, "1", { source: "Payload, 2025: design for 100 reuses", asOf: "2025", evidence: "target" }),
      turnaround: figure(1, "d", { source: "Stoke Space, 24-hour turnaround as design goal (2025)", asOf: "2025", evidence: "target" }),
    },
    facts: {
      status: "Not flown as of 2026-06; Cape Canaveral LC-14.",
      firstFlight: "2026-Q4 (target)",
      funding: "1.34 B$ in all; series D of 860 M$ with a debt facility of 100 M$.",
      price: "Not published by the company.",
    },
  },
  {
    id: "stoke-nova-expendable",
    kind: "vehicles",
    name: "Nova, expended",
    maker: "Stoke Space",
    figures: {
      payload: figure(7000, "kg", { source: "digitrendz.blog 59490, 2026 (7 t when expended), after Stoke Space", asOf: "2026", evidence: "claimed" }),
      refAltitude: figure(200, "km", defaultOrbit),
      refInclination: figure(28.5, "deg", defaultOrbit),
      padLatitude: figure(28.49, "deg", capeCanaveral),
      upperStageDry: figure(2500, "kg", estimate("the reusable stage less heat shield, legs and landing propellant", "2026", 1500, 4000)),
      upperStageIsp: figure(430, "s", estimate("as the reusable stage", "2026", 410, 450)),
      price: figure(40e6, "$", estimate("no price published: a vehicle between Neutron (50-55 M$, SpaceNews 2024-11-12) and its reusable self, both stages lost", "2026", 25e6, 60e6)),
      cadence: figure(1, "1/yr", { source: "Dawndusk target: as the first year of new vehicles", asOf: "2026", evidence: "target", low: 1, high: 5 }),
      reliability: figure(0.9, "1", neverFlown),
      fairingVolume: figure(80, "m3", estimate("no envelope published; a fairing of the 4 m class holds 60-110 m3 (Long March 3B 60 m3, Falcon 157 m3 at 5.2 m: maker's guides)", "2026", 50, 120)),
    },
    facts: { status: "Not flown as of 2026-06.", firstFlight: "2026-Q4 (target)", price: "Not published by the company." },
  },
  {
    id: "neutron",
    kind: "vehicles",
    name: "Neutron, booster recovered down range",
    maker: "Rocket Lab",
    figures: {
      payload: figure(13_000, "kg", { source: "Rocket Lab, Neutron Payload User's Guide v1.0, 2025-01: 13.0 t down range, to 500 km at mid inclination", asOf: "2025-01", evidence: "claimed", high: 15_000, note: "15 t expended, 8.5 t back to the launch site." }),
      refAltitude: figure(500, "km", { source: "Rocket Lab, Neutron Payload User's Guide v1.0, 2025-01", asOf: "2025-01", evidence: "claimed" }),
      refInclination: figure(40, "deg", { ...defaultOrbit, source: "Rocket Lab, Neutron Payload User's Guide v1.0, 2025-01 ('mid inclination'), taken at 40 deg from 37.84 deg N" }),
      padLatitude: figure(37.84, "deg", pad("Wallops, Launch Complex 3, 37.84 deg N (Rocket Lab)")),
      upperStageDry: figure(5500, "kg", estimate("480 t at lift-off (Rocket Lab) less some 434 t of propellant, payload and a 25-28 t booster leaves 5-7 t; Rocket Lab publishes none", "2026-05", 3000, 7000)),
      upperStageIsp: figure(365, "s", estimate("Rocket Lab gives 320 s for the first version at sea level (spaceflightnews.org 2021-12); a methane staged-combustion engine with a vacuum nozzle, below Raptor's 380 s", "2025", 350, 372)),
      price: figure(52.5e6, "$", { source: "SpaceNews, 2024-11-12 (50-55 M$ a launch)", asOf: "2024-11-12", evidence: "listed", low: 50e6, high: 55e6 }),
      cadence: figure(1, "1/yr", { source: "SpaceNews, 2024-11-12: one launch in the first year, then 3, 5, 7 and more", asOf: "2024-11-12", evidence: "target", high: 7 }),
      reliability: figure(0.9, "1", neverFlown),
      fairingVolume: figure(183, "m3", guide("Rocket Lab, Neutron Payload User's Guide v1.0 (2025-01), figure 13", "2025-01")),
      sso: figure(9300, "kg", { source: "Rocket Lab, Neutron Payload User's Guide v1.0 (2025-01), performance chart read at 500 km sun-synchronous, down range (9.0-9.7 t)", asOf: "2025-01", evidence: "claimed", low: 9000, high: 9700 }),
      ramp: figure(2, "1/yr", { source: "SpaceNews, 2024-11-12: 1, 3, 5, 7", asOf: "2024-11-12", evidence: "target", note: "Launches added each year." }),
      cost: figure(22.5e6, "$", { source: "Rocket Lab's A. Spice via nzherald.co.nz, 2023 (20-25 M$)", asOf: "2023", evidence: "target", low: 20e6, high: 25e6 }),
    },
    facts: { status: "Not flown as of 2026-10.", firstFlight: "2026-Q4 (target)" },
  },
  {
    id: "electron",
    kind: "vehicles",
    name: "Electron",
    maker: "Rocket Lab",
    figures: {
      payload: figure(300, "kg", { source: "Rocket Lab, 2020-08 via aerospacedefensereview.com (300 kg low orbit, 200 kg to 500 km sun-synchronous)", asOf: "2020-08", evidence: "listed" }),
      refAltitude: figure(200, "km", defaultOrbit),
      refInclination: figure(39.3, "deg", defaultOrbit),
      padLatitude: figure(-39.26, "deg", pad("Mahia, Launch Complex 1, 39.26 deg S (Rocket Lab)")),
      upperStageDry: figure(250, "kg", { ...inventory, note: "Same in Space Launch Report, Spaceflight101 and DISCOSweb." }),
      upperStageIsp: figure(343, "s", { source: "Rocket Lab, Electron Payload User's Guide 7.0 (Rutherford vacuum 343 s); spacelaunchreport.com gave 333 s", asOf: "2022", evidence: "listed", low: 333 }),
      price: figure(7.5e6, "$", { source: "nzherald.co.nz, 2023 (7.5 M$); Rocket Lab Form 10-Q for the first quarter of 2026", asOf: "2026-05", evidence: "listed" }),
      cadence: figure(21, "1/yr", { source: "nasaspaceflight.com, 2026: 21 launches in 2025, all successful", asOf: "2025-12", evidence: "demonstrated" }),
      reliability: figure(0.95, "1", estimate("four failures among the first 60 flights (60th: satnews.com 2025-02-19) and none in the 21 of 2025", "2025-12", 0.93, 0.98)),
      successes: figure(56, "1", { source: "60th flight 2025-02-19 (satnews.com, 2025-02-20); fourth failure 2023-09-19 (parabolicarc.com) and none since", asOf: "2025-02-19", evidence: "demonstrated" }),
      failures: figure(4, "1", { source: "parabolicarc.com, 2023-09-19 (the fourth); none to the 60th flight (satnews.com, 2025-02-20)", asOf: "2025-02-19", evidence: "demonstrated" }),
      fairingVolume: figure(1.2, "m3", guide("Rocket Lab, Electron Payload User's Guide 7.0, standard fairing, page 26", "2022")),
      sso: figure(200, "kg", { source: "Rocket Lab, 2020-08 via aerospacedefensereview.com (500 km)", asOf: "2020-08", evidence: "listed" }),
    },
    facts: { status: "Operational.", firstFlight: "2017-Q2" },
  },
  {
    id: "firefly-alpha",
    kind: "vehicles",
    name: "Alpha",
    maker: "Firefly Aerospace",
    figures: {
      payload: figure(1170, "kg", { source: "Payload, 2022-10-01 (1,170 kg to low orbit, 15 M$)", asOf: "2022-10-01", evidence: "listed", low: 1000 }),
      refAltitude: figure(200, "km", { source: "nasaspaceflight.com, 2020-11 (200 km, low inclination)", asOf: "2020-11", evidence: "listed" }),
      refInclination: figure(28.6, "deg", { source: "nasaspaceflight.com, 2020-11 (low inclination; Cape Canaveral)", asOf: "2020-11", evidence: "listed" }),
      padLatitude: figure(28.51, "deg", pad("Cape Canaveral SLC-20, 28.51 deg N, the pad of the low-inclination figure; all flights so far left Vandenberg SLC-2W, 34.76 deg N")),
      upperStageDry: figure(909, "kg", { source: "Firefly Alpha Payload User's Guide, 2019-08-30, as read by Barker et al., Scientific Data 11 (2024)", asOf: "2019-08-30", evidence: "listed" }),
      upperStageIsp: figure(322, "s", { source: "Firefly Alpha Payload User's Guide (Lightning 1, 322 s)", asOf: "2019-08-30", evidence: "listed" }),
      price: figure(15e6, "$", { source: "Payload, 2022-10-01 (15 M$)", asOf: "2022-10-01", evidence: "listed" }),
      cadence: figure(1, "1/yr", { source: "Dawndusk reading of Firefly Aerospace's S-1 (2025) and press: two flights in 2023, one in 2024, one in 2025", asOf: "2025-12", evidence: "estimate", low: 1, high: 2 }),
      reliability: figure(0.5, "1", estimate("first flight lost (2021-09), second in too low an orbit (2022-10), later ones mixed (Firefly Aerospace S-1, 2025)", "2025", 0.3, 0.8)),
      fairingVolume: figure(12, "m3", guide("Firefly, Alpha Payload User's Guide v2.0 (2019-08), figure 8", "2019-08")),
      sso: figure(745, "kg", { source: "The Verge, 2022-10-03 (745 kg to 500 km sun-synchronous)", asOf: "2022-10-03", evidence: "listed", low: 630 }),
    },
    facts: { status: "Operational, low cadence.", firstFlight: "2021-Q3" },
  },
  {
    id: "vulcan",
    kind: "vehicles",
    name: "Vulcan Centaur VC6",
    maker: "United Launch Alliance",
    figures: {
      payload: figure(27_200, "kg", { source: "Wikipedia, 'Vulcan Centaur' (VC6, 27,200 kg to low orbit), 2025", asOf: "2025", evidence: "listed" }),
      refAltitude: figure(200, "km", defaultOrbit),
      refInclination: figure(28.7, "deg", defaultOrbit),
      padLatitude: figure(28.58, "deg", pad("Cape Canaveral SLC-41, 28.58 deg N")),
      upperStageDry: figure(5500, "kg", estimate("Centaur III's 2,247 kg for 20.8 t of propellant (Wikipedia 'Centaur') scaled to 54 t", "2024", 4500, 6500)),
      upperStageIsp: figure(453.8, "s", { source: "L3Harris RL10C-1-1 data sheet: 453.8 s", asOf: "2023", evidence: "listed" }),
      price: figure(110e6, "$", { source: "ULA starting price via SpaceInsider, 2025 (110 M$); national-security launches cost more (Ars Technica 2025, 'Vulcan rocket is getting more expensive')", asOf: "2025", evidence: "listed", low: 100e6, high: 214e6 }),
      cadence: figure(1, "1/yr", { source: "Ars Technica, 2025-2026: 2 flights in 2024, 1 in 2025, 1 by 2026-02", asOf: "2026-02-21", evidence: "demonstrated", high: 2, note: "Up to ten had been planned for 2025." }),
      reliability: figure(0.95, "1", estimate("first four flights all reached orbit, one after losing a booster nozzle (2024-10-04)", "2026-02", 0.75, 0.99)),
      fairingVolume: figure(171, "m3", guide("ULA, Vulcan Launch Systems User's Guide (2023-10), figure 4.3.1-1: 15.5 m fairing, the standard offer", "2023-10")),
    },
    facts: { status: "Operational, slow ramp.", firstFlight: "2024-Q1" },
  },
  {
    id: "ariane-62",
    kind: "vehicles",
    name: "Ariane 62",
    maker: "ArianeGroup",
    figures: {
      payload: figure(10_350, "kg", ariane),
      refAltitude: figure(300, "km", { ...defaultOrbit, note: "The manual's low orbit lies near 300 km." }),
      refInclination: figure(6, "deg", { ...ariane, note: "Inclination the article gives for near-equatorial orbits." }),
      padLatitude: figure(5.25, "deg", kourou),
      upperStageDry: figure(6000, "kg", arianeUpper),
      upperStageIsp: figure(457, "s", vinci),
      price: figure(108e6, "$", { ...euro, low: 76e6, high: 120e6 }),
      cadence: figure(4, "1/yr", { source: "Dawndusk reading of Arianespace's flight numbers VA263-VA266 of 2025 (all Ariane 62) and its promise of nine to ten a year of both versions", asOf: "2025-12", evidence: "estimate", low: 2, high: 9 }),
      reliability: figure(0.9, "1", estimate("first flight (2024-07-09) reached orbit and failed to restart; the following flights succeeded", "2025", 0.75, 0.98)),
      fairingVolume: figure(140, "m3", guide("Arianespace, Ariane 6 User's Manual 2.0 (2021-02), figure 5.3.1a: short fairing", "2021-02")),
      sso: figure(7200, "kg", { ...ariane, note: "97.4 deg." }),
    },
    facts: { status: "Operational.", firstFlight: "2024-Q3" },
  },
  {
    id: "ariane-64",
    kind: "vehicles",
    name: "Ariane 64",
    maker: "ArianeGroup",
    figures: {
      payload: figure(21_650, "kg", ariane),
      refAltitude: figure(300, "km", { ...defaultOrbit, note: "The manual's low orbit lies near 300 km." }),
      refInclination: figure(6, "deg", { ...ariane, note: "Inclination the article gives for near-equatorial orbits." }),
      padLatitude: figure(5.25, "deg", kourou),
      upperStageDry: figure(6000, "kg", arianeUpper),
      upperStageIsp: figure(457, "s", vinci),
      price: figure(124e6, "$", { ...euro, low: 115e6, high: 150e6 }),
      cadence: figure(4, "1/yr", { source: "Dawndusk estimate: as Ariane 62 in 2025; the version with four boosters first flew in 2026", asOf: "2026", evidence: "estimate", low: 1, high: 9 }),
      reliability: figure(0.9, "1", estimate("same stages as Ariane 62", "2025", 0.75, 0.98)),
      fairingVolume: figure(245, "m3", guide("Arianespace, Ariane 6 User's Manual 2.0 (2021-02), figure 5.3.1b: long fairing", "2021-02")),
      sso: figure(15_500, "kg", { ...ariane, note: "97.4 deg." }),
    },
    facts: { status: "Operational; first flight with four boosters in 2026.", firstFlight: "2026-Q1" },
  },
  {
    id: "longshot-claimed",
    kind: "vehicles",
    name: "Longshot gas gun, as announced",
    maker: "Longshot Space",
    figures: {
      payload: figure(100, "kg", { source: "TechCrunch via hoodcat.net, 2024 (next step: 500 m barrel, 100 kg, Mach 5)", asOf: "2024", evidence: "target" }),
      refAltitude: figure(500, "km", { ...defaultOrbit, evidence: "target" }),
      refInclination: figure(38, "deg", { ...defaultOrbit, evidence: "target", source: "Site not chosen; Nevada, about 38 deg N, is named in press (2024)" }),
      padLatitude: figure(38, "deg", { source: "Press, 2024: Tonopah, Nevada", asOf: "2024", evidence: "target" }),
      upperStageDry: figure(30, "kg", estimate("a small solid circularisation stage", "2026", 10, 100)),
      upperStageIsp: figure(280, "s", estimate("small solid motor", "2026", 260, 290)),
      price: figure(1000, "$", { source: "TechCrunch via hoodcat.net, 2024: 10 $/kg, times 100 kg", asOf: "2024", evidence: "claimed", high: 100_000 }),
      cadence: figure(365, "1/yr", { source: "Dawndusk target: a shot a day; the company names none", asOf: "2026", evidence: "target", low: 1, high: 3650 }),
      reliability: figure(0.5, "1", estimate("no orbital capability; Mach 4.6 reached in Oakland", "2026", 0.01, 0.95)),
      fairingVolume: figure(0.2, "m3", estimate("projectile of 100 kg at bulk density 500 kg/m3", "2026", 0.05, 1)),
      gLoad: figure(300, "1", { source: "Uniform acceleration to Mach 23 over the claimed 10 km barrel: 7.8 km/s squared / 20 km (claim: clickpetroleoegas.com.br 2026)", asOf: "2026", evidence: "estimate", low: 300, high: 3000, note: "Standard gravities; peaks above the mean." }),
    },
    facts: { status: "Research; no orbital capability.", use: "Raw mass and rugged parts only: nothing that dies at hundreds of g.", firstFlight: "not dated", demonstrated: "Mach 4.6 in the Oakland prototype." },
  },
  {
    id: "spinlaunch-claimed",
    kind: "vehicles",
    name: "SpinLaunch orbital system, as announced",
    maker: "SpinLaunch",
    figures: {
      payload: figure(200, "kg", { source: "biotechtubes.com, 2023 (200 kg), after SpinLaunch", asOf: "2023", evidence: "claimed" }),
      refAltitude: figure(500, "km", { ...defaultOrbit, evidence: "target" }),
      refInclination: figure(33, "deg", { ...defaultOrbit, evidence: "target", source: "Site not chosen; test site in New Mexico, 33 deg N" }),
      padLatitude: figure(33, "deg", { source: "Spaceport America, New Mexico (suborbital test site), 33 deg N", asOf: "2022", evidence: "demonstrated" }),
      upperStageDry: figure(200, "kg", estimate("two small liquid stages after release at 2.1 km/s", "2026", 100, 400)),
      upperStageIsp: figure(320, "s", estimate("small kerosene or storable vacuum engine", "2026", 290, 340)),
      price: figure(250_000, "$", { source: "Inverse, 2022 (250,000 $ a launch)", asOf: "2022", evidence: "claimed", high: 2.5e6 }),
      cadence: figure(365, "1/yr", { source: "Dawndusk target: a launch a day; the company spoke of several", asOf: "2022", evidence: "target", low: 1, high: 1825 }),
      reliability: figure(0.5, "1", estimate("suborbital tests only; the company turned to satellites in 2025-04", "2026", 0.01, 0.95)),
      fairingVolume: figure(1, "m3", estimate("200 kg at bulk density 200 kg/m3", "2026", 0.3, 2)),
      gLoad: figure(10_000, "1", { source: "Universe Today 158014, 2022: 2,100 m/s at 45 m radius is 10,000 g", asOf: "2022", evidence: "claimed" }),
    },
    facts: { status: "Company turned to its Meridian satellites in 2025-04: a what-if only.", firstFlight: "not dated", use: "Only what survives 10,000 g." },
  },
];
