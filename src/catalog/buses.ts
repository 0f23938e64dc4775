/**
 * Buses: what a satellite needs beside payload, power, heat and links. `fixedMass`: avionics, attitude control, propulsion hardware,
 * command link; `structureFraction`: structure and mechanisms over dry mass; `price`: build cost over bus mass.
 */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const suncatcher: Origin = {
  source: "arXiv 2511.19468v2 (2025), section 4.4: Starlink V2 mini optimised, 575 kg, 105 m2, 28 kW",
  asOf: "2025-11",
  evidence: "estimate",
};
const quilty: Origin = {
  source: "Quilty Space (C. Henry), 2024-05: 0.8 M$ a Starlink V2 mini of 730 kg, 0.2 M$ a V1 of 260 kg, 1.2 M$ projected for a V3 of 1,500 kg",
  asOf: "2024-05",
  evidence: "estimate",
};
const argon: Origin = {
  source: "SpaceX, 'Second generation Starlink satellites', 2023-02-26: argon Hall thruster, 170 mN, 2,500 s, 4.2 kW, 2.1 kg",
  asOf: "2023-02-26",
  evidence: "demonstrated",
};
const spacedc: Origin = {
  source: "spacedc-mdao mass_structure.yaml (2026): 60 kg avionics and propulsion a satellite, structure 0.20 of subsystem mass",
  asOf: "2026-06-13",
  evidence: "estimate",
};
const newSpace: Origin = {
  source: "SpaceNews (NanoAvionics), 'From customization to standardization', 2024: a single customised small satellite costs tens of thousands of dollars a kilogram",
  asOf: "2024",
  evidence: "estimate",
};
const guess = (basis: string, low: number, high: number): Origin => ({ source: `Dawndusk estimate: ${basis}`, asOf: "2026", evidence: "estimate", low, high });

export const buses: readonly Entry[] = [
  {
    id: "starlink-v2-mini-class",
    kind: "buses",
    name: "Mass-produced bus, Starlink V2 mini class",
    maker: "SpaceX",
    figures: {
      fixedMass: figure(80, "kg", { ...spacedc, low: 50, high: 150, note: "60 kg and a margin of a third; half of it is the same on a satellite five times as large." }),
      fixedPower: figure(500, "W", guess("avionics, star trackers, wheels and heaters of a 0.6-3 t satellite, thruster off", 200, 1500)),
      structureFraction: figure(0.15, "1", { ...spacedc, low: 0.1, high: 0.2, note: "Flat-packed stack." }),
      isp: figure(2500, "s", argon),
      price: figure(1100, "$/kg", { ...quilty, low: 770, high: 2000 }),
      specificPower: figure(49, "W/kg", { ...suncatcher, note: "28 kW / 575 kg." }),
      designLife: figure(5, "yr", { source: "SpaceX FCC filings for Starlink Gen2: five years", asOf: "2022", evidence: "listed" }),
    },
    facts: { status: "Thousands flown." },
  },
  {
    id: "ai1-claimed",
    kind: "buses",
    name: "Bus of the AI1 satellite, as announced",
    maker: "SpaceX",
    figures: {
      fixedMass: figure(150, "kg", guess("twice the V2 mini class for a 3 t satellite (FCC SAT-LOA-20260108-00016)", 80, 300)),
      fixedPower: figure(1000, "W", guess("twice the V2 mini class", 400, 3000)),
      structureFraction: figure(0.12, "1", { ...spacedc, evidence: "target", low: 0.08, high: 0.2 }),
      isp: figure(2500, "s", argon),
      price: figure(800, "$/kg", { ...quilty, evidence: "target", low: 500, high: 1500, note: "Quilty's projection for the V3: 1.2 M$ / 1,500 kg." }),
    },
    facts: {
      status: "Announced; not flown as of 2026-11.",
      mass: "Two official figures: 3,000 kg filed (50 kW/t) and '70 kW/ton' on the sheet (2,143 kg).",
      disposal: "50 m/s reserve filed.",
    },
  },
  {
    id: "turyshev-node",
    kind: "buses",
    name: "Megawatt node of the JPL study",
    maker: "Turyshev, JPL",
    figures: {
      fixedMass: figure(2000, "kg", { source: "Turyshev, arXiv 2604.27197 (2026): 1 MW node of 34-59 kg/kW, of which 29.4 are array, storage and radiator; two of the remaining kg/kW taken as fixed", asOf: "2026-04-29", evidence: "estimate", low: 500, high: 5000 }),
      fixedPower: figure(20_000, "W", { source: "Turyshev, arXiv 2604.27197 (2026): overhead factor 1.25 on IT power; a tenth of it taken as bus", asOf: "2026-04-29", evidence: "estimate", low: 5000, high: 100_000 }),
      structureFraction: figure(0.2, "1", { ...spacedc, low: 0.15, high: 0.3 }),
      isp: figure(2000, "s", { source: "Hall thrusters of 1,600-2,800 s (NASA Small Spacecraft State of the Art, In-Space Propulsion)", asOf: "2024", evidence: "listed", low: 1600, high: 2800 }),
      price: figure(5000, "$/kg", { ...newSpace, low: 1000, high: 30_000 }),
    },
  },
  {
    id: "smallsat-commercial",
    kind: "buses",
    name: "Commercial small satellite bus, ESPA-Grande class",
    figures: {
      fixedMass: figure(60, "kg", { ...spacedc, low: 30, high: 120 }),
      fixedPower: figure(120, "W", guess("avionics and attitude control of a 150-500 kg satellite", 60, 300)),
      structureFraction: figure(0.2, "1", { ...spacedc, low: 0.15, high: 0.27 }),
      isp: figure(1500, "s", { source: "Hall thrusters of the 200-500 W class, 1,300-1,600 s (NASA Small Spacecraft State of the Art, In-Space Propulsion)", asOf: "2024", evidence: "listed", low: 1300, high: 1600 }),
      price: figure(20_000, "$/kg", { ...newSpace, low: 10_000, high: 60_000 }),
    },
    facts: { use: "The two Suncatcher prototypes of Google and Planet are of this class." },
  },
];
