import { group, list, number, optionalGroup, optionalNumber, optionalQuarter, profile, quarter, ref, series, text } from "../field.ts";
import { plant } from "./site-plant.ts";
import { siteData } from "./data.ts";
import { interrupted, lost } from "./failures.ts";

export const sitePhase = {
  id: text({ doc: "Name of the phase." }),
  online: quarter({ doc: "First quarter in which the phase can run.", feeds: ["plan"] }),
  power: number("MW", { example: "200 MW", doc: "Site power that the phase adds.", min: 0, max: 1e7, varies: ["random"], feeds: ["plan"] }),
  begin: optionalQuarter({ doc: "Quarter in which the works of this phase begin, where the site has plant; left out, plant.works.begin.", feeds: ["size"] }),
} as const;

/** Files that say what a site lived through, by the hour; where one is left out, a mean stands for it. */
export const weather = {
  dryBulb: series("K", { doc: "Temperature of the air.", min: 170, max: 340, feeds: ["fly"] }),
  wetBulb: series("K", { doc: "Wet-bulb temperature; left out, it follows from dry bulb, humidity and pressure.", min: 170, max: 320, feeds: ["fly"] }),
  humidity: series("frac", { doc: "Relative humidity of the air.", min: 0, max: 1, feeds: ["fly"] }),
  pressure: series("Pa", { doc: "Pressure of the air at the site, not at sea level; left out, that of the standard atmosphere at its elevation.", min: 40_000, max: 110_000, feeds: ["fly"] }),
  irradiance: series("W/m2", { doc: "Sunlight on a level surface, direct and diffuse (global horizontal).", min: 0, max: 1500, feeds: ["fly"] }),
  directIrradiance: series("W/m2", { doc: "Sunlight from the disc of the Sun, on a surface that faces it (direct normal).", min: 0, max: 1400, feeds: ["fly"] }),
} as const;

export const telemetry = {
  itPower: series("MW", { doc: "IT power as it was measured, or is planned: the load that is flown; left out, all servers run at full load all the time.", min: 0, max: 1e7, feeds: ["fly"] }),
  sitePower: series("MW", { doc: "Site power as it was measured: the flown year is held against it, hour by hour.", min: 0, max: 1e7, feeds: ["fly"] }),
} as const;

export const site = {
  id: text({ doc: "Name of the site in this scenario." }),
  site: ref("sites", { doc: "Catalogue entry that unwritten fields are taken from." }),
  server: ref("servers", { doc: "What the site is filled with.", fallback: "gb200-nvl72", feeds: ["serve", "plan", "finance"] }),
  serverPrice: number("$", { example: "3 M$", doc: "Price of one server.", min: 0, max: 1e9, varies: ["time", "random"], fallback: { catalog: "server", figure: "price" }, feeds: ["finance"] }),
  phases: list(sitePhase, { doc: "What the grid, the permits and the builder allow, by quarter; the plan builds up to it.", max: 64, feeds: ["serve", "plan"] }),
  buildRate: number("MW/yr", { doc: "Fastest growth of installed site power.", min: 0, max: 1e7, varies: ["time", "random"], fallback: { value: 800, low: 200, high: 1000, source: "Stargate Abilene: 200 MW in about 12 months, then 1 GW planned in about 15 months (compute.institute)", asOf: "2026-10", evidence: "target" }, feeds: ["plan"] }),
  facilityCost: number("$/W", { example: "12 $/W", doc: "Land, shell, electrical and cooling plant, per watt of site power; without servers.", min: 0, max: 1000, varies: ["time", "random"], fallback: { catalog: "site", figure: "facilityCost" }, feeds: ["finance"] }),
  powerPrice: number("$/MWh", { example: "45 $/MWh", doc: "Price of electricity, real: what the site pays per megawatt-hour, with delivery where the entry says so.", min: -1000, max: 100_000, varies: ["time", "random"], fallback: { catalog: "site", figure: "powerPrice" }, feeds: ["serve", "finance"] }),
  priceShape: profile({ negative: true, doc: "Hourly price relative to its mean: a flat load pays the mean, demand that peaks in dear hours pays more.", feeds: ["serve"] }),
  pue: number("1", { example: "1.2", doc: "Site power over IT power, yearly mean.", min: 1, max: 5, varies: ["random"], fallback: { catalog: "site", figure: "pue" }, feeds: ["serve", "plan"] }),
  water: number("L/kWh", { example: "0.2 L/kWh", doc: "Water taken per kilowatt-hour of IT.", min: 0, max: 100, varies: ["random"], fallback: { catalog: "site", figure: "water" }, feeds: ["finance"] }),
  waterPrice: number("$/m3", { doc: "Price of water.", min: 0, max: 1000, varies: ["random"], fallback: { value: 1.32, low: 0.48, high: 2.54, source: "Loudoun Water, 'Reclaimed connection charge comparison', rates of 2024-01-01, its data-centre example: 3.86 $/kgal of water, 5.76 $/kgal of sewer on the fifth that is discharged; low: reclaimed water 1.80 $/kgal; high: all of it discharged", asOf: "2024-01", evidence: "listed" }, feeds: ["finance"] }),
  carbon: number("g/kWh", { example: "400 g/kWh", doc: "Carbon intensity of the electricity.", min: 0, max: 3000, varies: ["time", "random"], fallback: { catalog: "site", figure: "carbon" }, feeds: ["serve"] }),
  operations: number("$/W", { doc: "Staff, maintenance, insurance and network a year, per watt of site power; without energy.", min: 0, max: 100, varies: ["random"], fallback: { value: 0.25, low: 0.21, high: 0.3, source: "Epoch AI, 'AI datacenter cost breakdown', 2026-05-14: 0.9 B$ a year of running cost per GW of IT less 0.6 B$ of energy, over a PUE of 1.2; low and high: PUE 1.4 and 1 (arXiv 2511.19468v2 section 4.4: 1.09-1.4)", asOf: "2026-05", evidence: "estimate" }, feeds: ["finance"] }),
  facilityLife: number("yr", { doc: "Life of the building and its plant.", min: 1, max: 100, varies: ["random"], fallback: { value: 14, low: null, high: null, source: "Epoch AI, AI data centre cost breakdown, 2026-05-14", asOf: "2026-05", evidence: "estimate" }, feeds: ["plan", "finance"] }),
  serverLife: number("yr", { doc: "Life of a server before it is replaced.", min: 0.5, max: 30, varies: ["random"], fallback: { value: 5, low: 3, high: 7, source: "Epoch AI, AI data centre cost breakdown, 2026-05-14 (5 years; cases at 3 and 7)", asOf: "2026-05", evidence: "estimate" }, feeds: ["plan", "finance"] }),
  failureRate: number("1/yr", { doc: "Share of servers' accelerators that fail for good in a year and are replaced.", min: 0, max: 5, varies: ["random"], fallback: lost, feeds: ["serve", "finance"] }),
  interruptions: number("1/yr", { doc: "Interruptions of an accelerator a year, those that a restart mends among them: what stops a synchronous job.", min: 0, max: 1000, varies: ["random"], fallback: interrupted, feeds: ["serve"] }),
  repairTime: number("h", { doc: "Mean time until a server that failed for good is back, repaired or replaced.", min: 0, max: 8766, varies: ["random"], fallback: { value: 96, low: 2.2, high: 336, source: "3-5 days for failed hardware (Arfeen et al., arXiv 2504.06095, as relayed by research-viewer.pages.dev, 2026); low: 2.2 h mean recovery on the Delta system (Cui et al., arXiv 2503.11901, same relay); high: 14 days by vendor return without spares (amcompute.com, 'When a GPU dies in production', 2026)", asOf: "2026", evidence: "estimate" }, feeds: ["serve", "finance"] }),
  data: optionalGroup(siteData, { doc: "The data that the site holds on drives of its own; left out, what the servers hold is all." }),
  hourlyPrice: series("$/MWh", { doc: "Price of electricity by the hour, absolute. Written, it is what the site pays: powerPrice becomes its mean over the flown year and priceShape its hours over that mean, whatever else is written there.", min: -10_000, max: 100_000, feeds: ["fly", "serve", "finance"] }),
  priceStop: optionalNumber("$/MWh", { example: "500 $/MWh", doc: "Price of electricity, delivered, above which the site asks no source for it and its servers stop; left out, it runs at any price.", min: -1000, max: 100_000, varies: ["random"], feeds: ["fly"] }),
  hourlyCarbon: series("g/kWh", { doc: "Carbon intensity of the grid by the hour. Written, carbon becomes its mean over the flown year.", min: 0, max: 3000, feeds: ["fly", "serve"] }),
  weather: group(weather, { doc: "Weather of the site by the hour; left out, cooling stands at its yearly mean." }),
  telemetry: group(telemetry, { doc: "What was measured on the site by the hour." }),
  plant: optionalGroup(plant, { doc: "Cooling, power and building in detail; left out, the site is what its mean PUE, water and price say." }),
} as const;

export const ground = {
  sites: list(site, { doc: "Data centres on the ground.", max: 64 }),
} as const;
