/**
 * What the catalogue holds: entries of a kind, each a set of named figures with their origin.
 * Claimed and demonstrated values of one thing are separate entries, never an average.
 */

/** How much a figure is worth: measured in use, on a price list or data sheet, said by its seller, worked out by a third party, or aimed at. */
export type Evidence = "demonstrated" | "listed" | "claimed" | "estimate" | "target";

export const EVIDENCE: readonly Evidence[] = ["demonstrated", "listed", "claimed", "estimate", "target"];

/** One number with its unit and origin. An unknown bound is null, never invented. */
export interface Figure {
  readonly value: number;
  /** As a scenario would write it: "kg", "$/W", "kg/m2", "1" for a plain number. */
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  /** Who published it, precisely enough to find it again. */
  readonly source: string;
  /** ISO date (YYYY, YYYY-MM or YYYY-MM-DD) at which it held. */
  readonly asOf: string;
  readonly evidence: Evidence;
  readonly note?: string;
}

export const KINDS = [
  "chips",
  "servers",
  "arrays",
  "batteries",
  "radiators",
  "terminals",
  "buses",
  "storage",
  "vehicles",
  "sites",
  "stations",
  "models",
  "beamTests",
  "doseLimits",
  "driveFailures",
  "propellants",
  "climates",
  "coolings",
  "generators",
  "solarFields",
  "gridStorage",
  "pads",
  "awards",
  "cargo",
  "priceIndices",
  "regions",
  "days",
  "requests",
] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that a scenario can name. */
export interface Entry {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly maker?: string;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Ids of other entries (a server's chip), by role. */
  readonly refs?: Readonly<Record<string, string>>;
  /** Plain text facts: status, bands, what is missing. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Figures every entry of a kind has, with the unit they are stored in; the sizing and the planner rely on them. */
export const REQUIRED_FIGURES: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  // Dense rates, without sparsity.
  chips: { power: "W", bf16: "PFLOP/s", memory: "GB" },
  // nameplate: electrical input of one server at full load. tokens: sustained serving rate per joule of nameplate (IT, without the facility's overhead);
  // chipRise: junction above coolant inlet at nameplate; junctionMax: the highest junction temperature allowed.
  // chipsPerHost: accelerators a host processor with its memory.
  servers: { chips: "1", chipsPerHost: "1", nameplate: "kW", mass: "kg", price: "$", bf16: "PFLOP/s", chipRise: "K", junctionMax: "degC", volume: "m3", tokens: "token/J" },
  // temperatureCoefficient: relative loss of power per kelvin above 28 degC, written as a positive number.
  arrays: {
    arealMass: "kg/m2", efficiency: "1", temperatureCoefficient: "1/K", packing: "1",
    absorptance: "1", emittanceFront: "1", emittanceBack: "1", stowedDensity: "kW/m3", degradation: "1/yr", price: "$/W",
  },
  batteries: { specificEnergy: "Wh/kg", energyDensity: "Wh/L", roundTrip: "1", price: "$/kWh", cycles: "1", cyclesDepth: "1", cycleExponent: "1", depthMax: "1" },
  // arealMass per m2 of panel, whatever the number of emitting sides.
  radiators: {
    arealMass: "kg/m2", sides: "1", emittance: "1", absorptanceBol: "1", absorptanceEol: "1", finEfficiency: "1",
    heatCapacity: "J/m2/K", stowedThickness: "m", price: "$/m2", pumpPower: "1",
  },
  terminals: { rate: "Gb/s", mass: "kg", power: "W", price: "$", range: "km" },
  // fixedMass + massFraction x dry mass; power of avionics and attitude control.
  buses: { fixedMass: "kg", fixedPower: "W", structureFraction: "1", isp: "s", price: "$/kg" },
  storage: { capacity: "TB", mass: "kg", power: "W", endurance: "PB", price: "$" },
  // payload: to the vehicle's reference low orbit (refAltitude, refInclination); padLatitude, upperStageDry and upperStageIsp
  // carry it to another orbit. upperStageDry: end mass of the last stage without payload, so dry mass and, where the stage comes
  // back, the propellant to leave orbit and land with; cadence: launches a year of the whole fleet at asOf.
  vehicles: {
    payload: "kg", refAltitude: "km", refInclination: "deg", padLatitude: "deg", upperStageDry: "kg", upperStageIsp: "s",
    price: "$", cadence: "1/yr", reliability: "1", fairingVolume: "m3",
  },
  sites: {
    power: "MW", latitude: "deg", longitude: "deg", facilityCost: "$/W", powerPrice: "$/MWh", pue: "1", water: "L/kWh", carbon: "g/kWh",
  },
  stations: { latitude: "deg", longitude: "deg" },
  // As trained: parameters, those that one token meets, tokens of one step and of the whole training.
  models: { parameters: "1", activeParameters: "1", stepTokens: "token", trainingTokens: "token" },
  // Dose in silicon an event; 1 cGy is 1 rad.
  beamTests: { memoryUncorrectable: "cGy", functionalInterrupt: "cGy", silentCorruption: "cGy", hostProcessor: "cGy", hostMemory: "cGy" },
  // Total dose in silicon that a part stood.
  doseLimits: { limit: "cGy" },
  // Constant hazard of a drive.
  driveFailures: { rate: "1/yr" },
  // combustion, fuelUpstream: CO2e a kilogram of fuel; electricity to make or liquefy a kilogram of fuel and of oxygen; soot at the engine, a kilogram of propellant.
  propellants: { mixtureRatio: "1", combustion: "kg/kg", fuelUpstream: "kg/kg", fuelElectricity: "kWh/kg", oxygenElectricity: "kWh/kg", soot: "g/kg" },
  // A harmonic of the year: means and half-swings of monthly means, the warmest day counted from the first of January.
  climates: {
    elevation: "m", dryBulbMean: "degC", dryBulbSwing: "K", warmestDay: "day", dewPointMean: "degC", dewPointSwing: "K", dailyRange: "K",
    designDryBulb: "degC", designWetBulb: "degC",
  },
  // Two loops; facts say what each rejects to (coolings.ts).
  coolings: {
    warmShare: "1", warmSupply: "degC", warmRange: "K", warmApproach: "K", warmFan: "1", warmPump: "1",
    airSupply: "degC", airRange: "K", airApproach: "K", airFan: "1", airPump: "1", chiller: "1", evaporatorApproach: "K", condenserApproach: "K", liftMin: "K",
    fanFlowMin: "1", padEffectiveness: "1", cycles: "1", drift: "L/kWh", electricalFixed: "1", electricalLoad: "1", other: "1",
  },
  // One unit of it. Gas has heat rate and fuel besides, nuclear its stops for fuel (ground-power.ts).
  generators: { power: "MW", price: "$/W", variable: "$/MWh", lead: "month", outage: "1", repair: "h", carbon: "kg/GJ", life: "yr", landUse: "m2/MW" },
  solarFields: {
    price: "$/W", dcPerAc: "1", stop: "deg", groundCover: "1", temperatureCoefficient: "1/K", loss: "1", inverter: "1", albedo: "1", turbidity: "1",
    life: "yr", upkeep: "$/W", lead: "month", landUse: "m2/MW",
  },
  gridStorage: { price: "$/kWh", roundTrip: "1", life: "yr", lead: "month", landUse: "m2/MWh" },
  // Launches a year that an authority has approved of one vehicle from the pad.
  pads: { cadence: "1/yr" },
  // Years as far as they are known: "y2019".
  priceIndices: {},
  // Of one launch, and how many the award is for.
  awards: { price: "$", launches: "1" },
  // density: as stowed, with tank or container; gMax: acceleration that it survives, standard gravities.
  cargo: { price: "$/kg", density: "kg/m3", gMax: "1" },
  // People who use the Internet; where they are: regions.ts.
  regions: { internetUsers: "1" },
  // Relative rates by local hour (days.ts).
  days: {
    h0: "1", h1: "1", h2: "1", h3: "1", h4: "1", h5: "1", h6: "1", h7: "1", h8: "1", h9: "1", h10: "1", h11: "1",
    h12: "1", h13: "1", h14: "1", h15: "1", h16: "1", h17: "1", h18: "1", h19: "1", h20: "1", h21: "1", h22: "1", h23: "1",
  },
  // Means, spread and sixteen parts of the prompts (requests.ts).
  requests: {
    input: "token", output: "token", heldInput: "token", outputSpread: "1", p1: "token", p2: "token", p3: "token", p4: "token", p5: "token", p6: "token",
    p7: "token", p8: "token", p9: "token", p10: "token", p11: "token", p12: "token", p13: "token", p14: "token", p15: "token", p16: "token",
  },
};
