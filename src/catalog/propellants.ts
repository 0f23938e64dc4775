/** Propellants of launchers: mixture, carbon of making and burning, soot; and how much some vehicles burn. */
import { figure } from "./figure.ts";
import type { Entry, Figure } from "./entry.ts";
import type { Origin } from "./figure.ts";

export interface LaunchPropellant extends Entry {
  readonly id: "kerolox" | "methalox" | "hydrolox";
  readonly figures: Readonly<Record<"mixtureRatio" | "combustion" | "fuelUpstream" | "fuelElectricity" | "oxygenElectricity" | "soot", Figure>>;
}

const oxygen = figure(0.475, "kWh/kg", {
  source: "Dawndusk estimate: middle of 0.15-0.8 kWh/kg of oxygen plants (Thunder Said Energy, relayed by auto-research-reports.pages.dev, 2026; 0.2 is the best large plant, as gas)",
  asOf: "2026",
  evidence: "estimate",
  low: 0.15,
  high: 0.8,
  note: "Liquid takes more than gas: towards the upper end.",
});
const indices: Origin = {
  source: "Barker, Marais & McDowell, Scientific Data 11 (2024), primary_emission_indices.csv of cbarker211/Emissions_API, after National Academies 26142 (2021)",
  asOf: "2024",
  evidence: "estimate",
  note: "At the engine, g a kg of propellant; 4 % of it is left low down, all of it above 42 km (soot_g_per_kg).",
};

export const launchPropellants: readonly LaunchPropellant[] = [
  {
    id: "kerolox",
    kind: "propellants",
    name: "Kerosene and oxygen",
    figures: {
      mixtureRatio: figure(2.36, "1", { source: "Wikipedia, 'SpaceX Merlin'; low and high: frozen and shifting optimum, Sutton & Biblarz, Rocket Propulsion Elements, table 5-5", asOf: "2024", evidence: "listed", low: 2.24, high: 2.56 }),
      combustion: figure(3.149, "kg/kg", { source: "Stoichiometry of CH1.95 (RP-1; Sutton & Biblarz, Rocket Propulsion Elements); high: jet fuel by ICAO, 3.16", asOf: "2017", evidence: "listed", high: 3.16, note: "CO2 a kilogram of fuel, all carbon burnt to the end." }),
      fuelUpstream: figure(0.68, "kg/kg", { source: "ICAO CORSIA: 89 g/MJ of petroleum jet fuel over its life, at 43.2 MJ/kg, less 3.16 kg/kg burnt", asOf: "2025-11", evidence: "listed", note: "Jet fuel; RP-1 is refined further, so at least this." }),
      fuelElectricity: figure(0, "kWh/kg", { source: "Liquid as delivered; cooling at the pad not counted", asOf: "2026", evidence: "listed" }),
      oxygenElectricity: oxygen,
      soot: figure(22, "g/kg", indices),
    },
  },
  {
    id: "methalox",
    kind: "propellants",
    name: "Methane and oxygen",
    figures: {
      mixtureRatio: figure(3.6, "1", { source: "Wikipedia, 'SpaceX Raptor': 3.6 (78 % oxygen)", asOf: "2025", evidence: "listed" }),
      combustion: figure(2.743, "kg/kg", { source: "Stoichiometry of CH4", asOf: "2026", evidence: "listed", note: "CO2 a kilogram of fuel." }),
      fuelUpstream: figure(0.925, "kg/kg", { source: "Regulation (EU) 2023/1805 (FuelEU Maritime), Annex II: liquefied natural gas 18.5 g/MJ from well to tank, at methane's 50.0 MJ/kg", asOf: "2023-09", evidence: "listed", note: "Liquefaction within. Boil-off and venting at the pad are not: each kilogram of methane vented counts some 28 of CO2." }),
      fuelElectricity: figure(0, "kWh/kg", { source: "Within fuelUpstream", asOf: "2026", evidence: "listed" }),
      oxygenElectricity: oxygen,
      soot: figure(5, "g/kg", { ...indices, note: "Hardly measured: no flown methane engine has published soot." }),
    },
  },
  {
    id: "hydrolox",
    kind: "propellants",
    name: "Hydrogen and oxygen",
    figures: {
      mixtureRatio: figure(6.03, "1", { source: "Wikipedia, 'RS-25': 6.03; not read again in a document of NASA's", asOf: "2022", evidence: "listed" }),
      combustion: figure(0, "kg/kg", { source: "Hydrogen holds no carbon", asOf: "2026", evidence: "listed" }),
      fuelUpstream: figure(11.2, "kg/kg", { source: "Cho, Strezov & Evans, Energy Reports 8 (2022) 13585: 33 steam reformers of the United States, 9.35 at the plant, 11.2 with gas supply", asOf: "2022-10", evidence: "demonstrated", low: 9.35, note: "From natural gas without capture; from wind or the Sun near 0." }),
      fuelElectricity: figure(15, "kWh/kg", { source: "Praxair as quoted by treehugger.com, 'What is the carbon footprint of the space program?'", asOf: "2010", evidence: "claimed", note: "To liquefy; newer large plants take less." }),
      oxygenElectricity: oxygen,
      soot: figure(0, "g/kg", { ...indices, note: "No carbon, no soot; water and nitrogen oxides high up stay." }),
    },
  },
];

export interface LaunchBurn {
  readonly vehicle: string;
  readonly propellant: LaunchPropellant["id"];
  /** Propellant of all stages on board at lift-off. */
  readonly mass: Figure;
}

/** What a launch burns; vehicles take it as their figure `propellant`. */
export const falcon9Propellant: Figure = figure(503_200, "kg", {
  source: "Wikipedia, 'Falcon 9 Full Thrust': 395,700 kg in the first stage, 107,500 kg in the second",
  asOf: "2024", evidence: "estimate", low: 478_000, high: 522_500,
  note: "SpaceX publishes none; stage loads of 385-411 t and 92.7-111.5 t are in print.",
});
export const starshipPropellant: Figure = figure(4_800_000, "kg", {
  source: "E. Musk, 2020-05 (4,800 t); low: 4,600 t, Miraux, Wilson & Dominguez Calabuig, Acta Astronautica 200 (2022) 329",
  asOf: "2022", evidence: "claimed", low: 4_600_000,
  note: "Earlier versions: V3's tanks are longer, so at least this.",
});

/** Vehicles by their ids in the catalogue. */
export const launchBurns: readonly LaunchBurn[] = [
  { vehicle: "falcon-9", propellant: "kerolox", mass: falcon9Propellant },
  { vehicle: "falcon-9-expendable", propellant: "kerolox", mass: falcon9Propellant },
  { vehicle: "starship-v3-demonstrated", propellant: "methalox", mass: starshipPropellant },
  { vehicle: "starship-v3-claimed", propellant: "methalox", mass: starshipPropellant },
];
