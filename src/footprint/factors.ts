/** Factors with the bounds of their origin. */
import type { Propellant, Ranged } from "../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";

type FieldOfFootprint = "accelerator" | "host" | "flash" | "battery" | "aluminium" | "building" | "solarPanel" | "gridWater";

const KEY = {
  accelerator: "accelerator_kg", host: "host_kg", flash: "flash_kg_per_TB", battery: "battery_kg_per_kWh", aluminium: "aluminium_kg_per_kg", building: "building_kg_per_kW", solarPanel: "solarPanel_kg_per_kW", gridWater: "gridWater_L_per_kWh",
} as const satisfies Readonly<Record<FieldOfFootprint, keyof Scenario["footprint"]>>;

/** A field of the scenario's footprint section; bounds unknown where its origin has none or where they do not hold the value. */
export const factorOf = (scenario: Scenario, field: FieldOfFootprint): Ranged => {
  const value = scenario.footprint[KEY[field]];
  const origin = scenario.assumptions.find(({ path }) => path === `footprint.${field}`);
  return origin === undefined ? certain(value) : within({ value, low: origin.low, high: origin.high });
};

export const certain = (value: number): Ranged => ({ value, low: null, high: null });

const within = ({ value, low, high }: Ranged): Ranged => ({ value, low: low !== null && low <= value ? low : null, high: high !== null && high >= value ? high : null });

/** CO2e of a square metre of the platform's array; null where neither field nor catalogue has it. */
export const arrayFactor = (scenario: Scenario, array: string): Ranged | null => {
  const written = scenario.footprint.array_kg_per_m2;
  if (written !== null) return certain(written);
  const figure = entryOf(scenario, { kind: "arrays", id: array }).figures["embodied"];
  return figure === undefined ? null : { value: figure.value, low: figure.low, high: figure.high };
};

/** What a vehicle burns in one launch; null where the catalogue does not know. */
export const launchBurn = (scenario: Scenario, vehicle: string): { readonly propellant: Propellant; readonly mass_kg: number } | null => {
  const entry = entryOf(scenario, { kind: "vehicles", id: vehicle });
  const id = entry.refs?.["propellant"];
  if (id === undefined || entry.figures["propellant"] === undefined) return null;
  const of = (name: string): number => entryValue(entryOf(scenario, { kind: "propellants", id }), name);
  return {
    mass_kg: entryValue(entry, "propellant"),
    propellant: {
      mixtureRatio: of("mixtureRatio"),
      combustion_kg_per_kg: of("combustion"),
      fuelUpstream_kg_per_kg: of("fuelUpstream"),
      fuelElectricity_kWh_per_kg: of("fuelElectricity"),
      oxygenElectricity_kWh_per_kg: of("oxygenElectricity"),
    },
  };
};
