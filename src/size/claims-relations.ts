/**
 * The relations that must hold among the numbers somebody publishes of one design.
 *
 *   1. P = p m                      power over mass, of peak, mean or array                  2. Pa = Aa fa, fa <= S eta k
 *   3. eta <= 1 - Tc/Ts             Carnot between Sun and cell, Tc = 300 K                  4. mean <= peak <= array
 *   5. Q = Ar fr, Q >= peak         fr <= n eps sigma T^4 (Stefan-Boltzmann), n faces        6. sum of stated parts <= mass, payload
 *   7. a m = A, or A/2 tumbling     a plate's mean shadow is half its face (Cauchy 1841)     8. Aa + Ar <= A
 *   9. decay within [fall from the lowest altitude under the strongest Sun, from the highest under the weakest]      (physics/decay)
 *  10. a launch: platforms times mass <= payload; price = payload times price of a kilogram; power = platforms times power, and <= payload times
 *      power over mass (of peak or array)
 *  11. a fleet: power = platforms times power; launches carry it; launches <= rate times time
 *
 * Assumes of 9: drag coefficient 2.2, 90 deg, a constant Sun at the weakest and strongest annual mean of F10.7 since 1957 (69 in 2008, 232 in
 * 1958: physics/solar-flux), so that the band is wider than any real launch date's. Of 6: parts that are not stated weigh nothing.
 */
import { DECAY_END_KM, DENSITY_ALTITUDES_KM, decay, orbitMeanDensity_kg_per_m3 } from "../physics/index.ts";
import { ASTRONOMICAL_UNIT_KM, SOLAR_CONSTANT_W_PER_M2, STEFAN_BOLTZMANN_W_PER_M2_K4, SUN_RADIUS_KM } from "../units/index.ts";
import type { Orbit } from "./load.ts";

export type ClaimFields = NonNullable<Orbit["claims"]>;
/** Names of the claims that are numbers. */
export type ClaimKey = { readonly [K in keyof ClaimFields]: ClaimFields[K] extends number | null ? K : never }[keyof ClaimFields];
export type ClaimValues = Readonly<Record<ClaimKey, number>>;

export interface Relation {
  readonly id: string;
  readonly words: string;
  readonly kind: "equal" | "at most";
  readonly unit: string;
  readonly keys: readonly ClaimKey[];
  readonly left: (v: ClaimValues) => number;
  readonly right: (v: ClaimValues) => number;
}

const SUN_K = (SOLAR_CONSTANT_W_PER_M2 / STEFAN_BOLTZMANN_W_PER_M2_K4) ** 0.25 * Math.sqrt(ASTRONOMICAL_UNIT_KM / SUN_RADIUS_KM);
const CELL_K = 300;
const CARNOT_FRAC = 1 - CELL_K / SUN_K;

/** What stands for claims that a bound uses and nobody has stated: nature's limit. */
export const NATURE = { solarFlux_W_per_m2: SOLAR_CONSTANT_W_PER_M2, cellEfficiency_frac: CARNOT_FRAC, arrayPacking_frac: 1, emittance_frac: 1 } as const satisfies Partial<Record<ClaimKey, number>>;

const equal = (id: string, words: string, rest: Omit<Relation, "id" | "words" | "kind">): Relation => ({ id, words, kind: "equal", ...rest });
const atMost = (id: string, words: string, rest: Omit<Relation, "id" | "words" | "kind">): Relation => ({ id, words, kind: "at most", ...rest });

/** The relations whose claims are all stated, in a fixed order. */
export const relationsAmong = (claims: ClaimFields): readonly Relation[] => {
  const isStated = (key: ClaimKey): boolean => claims[key] !== null;
  const all = [...powerRelations(claims), ...heatRelations(claims), ...massRelations(isStated), ...areaRelations(claims), ...launchRelations(claims), ...fleetRelations()];
  return all.filter(({ keys }) => keys.every((key) => isStated(key) || key in NATURE)).map((relation) => ({ ...relation, keys: relation.keys.filter(isStated) })).filter(({ keys }) => keys.length > 0);
};

const powerRelations = ({ specificPowerOf, arrayFlux_W_per_m2 }: ClaimFields): readonly Relation[] => {
  const power = ({ peak: "itPeak_W", mean: "itMean_W", array: "arrayPower_W" } as const)[specificPowerOf];
  const sunlight = (v: ClaimValues): number => v.solarFlux_W_per_m2 * v.cellEfficiency_frac * v.arrayPacking_frac;
  return [
    equal("power-mass", `${specificPowerOf} power = power over mass x mass`, { unit: "W", keys: [power, "specificPower_W_per_kg", "mass_kg"], left: (v) => v[power], right: (v) => v.specificPower_W_per_kg * v.mass_kg }),
    equal("array-power", "array power = area x output per area", { unit: "W", keys: ["arrayPower_W", "arrayArea_m2", "arrayFlux_W_per_m2"], left: (v) => v.arrayPower_W, right: (v) => v.arrayArea_m2 * v.arrayFlux_W_per_m2 }),
    arrayFlux_W_per_m2 === null
      ? atMost("array-sunlight", "array power <= area x sunlight x efficiency x packing", { unit: "W", keys: ["arrayPower_W", "arrayArea_m2", "solarFlux_W_per_m2", "cellEfficiency_frac", "arrayPacking_frac"], left: (v) => v.arrayPower_W, right: (v) => v.arrayArea_m2 * sunlight(v) })
      : atMost("array-sunlight", "array output per area <= sunlight x efficiency x packing", { unit: "W/m2", keys: ["arrayFlux_W_per_m2", "solarFlux_W_per_m2", "cellEfficiency_frac", "arrayPacking_frac"], left: (v) => v.arrayFlux_W_per_m2, right: sunlight }),
    atMost("carnot", "cell efficiency <= Carnot's between Sun and cell", { unit: "1", keys: ["cellEfficiency_frac"], left: (v) => v.cellEfficiency_frac, right: () => CARNOT_FRAC }),
    atMost("packing", "cell area <= array area", { unit: "1", keys: ["arrayPacking_frac"], left: (v) => v.arrayPacking_frac, right: () => 1 }),
    atMost("peak-array", "peak power <= array power", { unit: "W", keys: ["itPeak_W", "arrayPower_W"], left: (v) => v.itPeak_W, right: (v) => v.arrayPower_W }),
    atMost("mean-peak", "mean power <= peak power", { unit: "W", keys: ["itMean_W", "itPeak_W"], left: (v) => v.itMean_W, right: (v) => v.itPeak_W }),
    atMost("servers-power", "servers x power of one <= peak power", { unit: "W", keys: ["servers", "serverPower_W", "itPeak_W"], left: (v) => v.servers * v.serverPower_W, right: (v) => v.itPeak_W }),
    atMost("battery-shadow", "mean power x longest shadow <= battery", { unit: "kWh", keys: ["itMean_W", "shadow_min", "battery_kWh"], left: (v) => (v.itMean_W / 1000) * (v.shadow_min / 60), right: (v) => v.battery_kWh }),
  ];
};

const heatRelations = ({ radiatorFaces, radiatorFlux_W_per_m2 }: ClaimFields): readonly Relation[] => {
  const faces = radiatorFaces === "both" ? 2 : 1;
  const emitted = (v: ClaimValues): number => faces * v.emittance_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * v.radiatorTemperature_K ** 4;
  return [
    equal("heat-area", "heat = radiator area x heat per area", { unit: "W", keys: ["heat_W", "radiatorArea_m2", "radiatorFlux_W_per_m2"], left: (v) => v.heat_W, right: (v) => v.radiatorArea_m2 * v.radiatorFlux_W_per_m2 }),
    radiatorFlux_W_per_m2 === null
      ? atMost("emission", `heat <= area x emission of ${faces === 2 ? "both faces" : "one face"}`, { unit: "W", keys: ["heat_W", "radiatorArea_m2", "radiatorTemperature_K", "emittance_frac"], left: (v) => v.heat_W, right: (v) => v.radiatorArea_m2 * emitted(v) })
      : atMost("emission", `heat per area <= emission of ${faces === 2 ? "both faces" : "one face"}`, { unit: "W/m2", keys: ["radiatorFlux_W_per_m2", "radiatorTemperature_K", "emittance_frac"], left: (v) => v.radiatorFlux_W_per_m2, right: emitted }),
    atMost("emittance", "emittance <= a black body's", { unit: "1", keys: ["emittance_frac"], left: (v) => v.emittance_frac, right: () => 1 }),
    atMost("peak-heat", "peak power <= heat rejected", { unit: "W", keys: ["itPeak_W", "heat_W"], left: (v) => v.itPeak_W, right: (v) => v.heat_W }),
  ];
};

interface Part {
  readonly keys: readonly ClaimKey[];
  readonly mass_kg: (v: ClaimValues) => number;
}

/** Of each part the first way of weighing it whose claims are all stated. */
const PLATFORM_PARTS: readonly (readonly Part[])[] = [
  [
    { keys: ["arrayPower_W", "arraySpecific_W_per_kg"], mass_kg: (v) => v.arrayPower_W / v.arraySpecific_W_per_kg },
    { keys: ["arrayArea_m2", "arrayAreal_kg_per_m2"], mass_kg: (v) => v.arrayArea_m2 * v.arrayAreal_kg_per_m2 },
    { keys: ["itPeak_W", "arraySpecific_W_per_kg"], mass_kg: (v) => v.itPeak_W / v.arraySpecific_W_per_kg },
  ],
  [{ keys: ["radiatorArea_m2", "radiatorAreal_kg_per_m2"], mass_kg: (v) => v.radiatorArea_m2 * v.radiatorAreal_kg_per_m2 }],
  [
    { keys: ["servers", "serverMass_kg"], mass_kg: (v) => v.servers * v.serverMass_kg },
    { keys: ["itPeak_W", "serverPower_W", "serverMass_kg"], mass_kg: (v) => (v.itPeak_W / v.serverPower_W) * v.serverMass_kg },
  ],
  [{ keys: ["itPeak_W", "shielding_kg_per_kW"], mass_kg: (v) => (v.itPeak_W / 1000) * v.shielding_kg_per_kW }],
  [{ keys: ["battery_kWh", "specificEnergy_Wh_per_kg"], mass_kg: (v) => (v.battery_kWh * 1000) / v.specificEnergy_Wh_per_kg }],
];

/** All that one launch carries, by the power it carries. */
const LAUNCH_PARTS: readonly (readonly Part[])[] = [
  [{ keys: ["launchPower_W", "arraySpecific_W_per_kg"], mass_kg: (v) => v.launchPower_W / v.arraySpecific_W_per_kg }],
  [{ keys: ["launchPower_W", "radiatorFlux_W_per_m2", "radiatorAreal_kg_per_m2"], mass_kg: (v) => (v.launchPower_W / v.radiatorFlux_W_per_m2) * v.radiatorAreal_kg_per_m2 }],
  [{ keys: ["launchPower_W", "serverPower_W", "serverMass_kg"], mass_kg: (v) => (v.launchPower_W / v.serverPower_W) * v.serverMass_kg }],
  [{ keys: ["launchPower_W", "shielding_kg_per_kW"], mass_kg: (v) => (v.launchPower_W / 1000) * v.shielding_kg_per_kW }],
];

const massRelations = (isStated: (key: ClaimKey) => boolean): readonly Relation[] => {
  const held = (parts: readonly (readonly Part[])[]): readonly Part[] => parts.flatMap((ways) => ways.find(({ keys }) => keys.every(isStated)) ?? []);
  const below = (limit: ClaimKey, parts: readonly Part[], { id, words }: { readonly id: string; readonly words: string }): readonly Relation[] =>
    parts.length === 0 ? [] : [atMost(id, words, { unit: "kg", keys: [...new Set([...parts.flatMap(({ keys }) => keys), limit])], left: (v) => parts.reduce((sum, part) => sum + part.mass_kg(v), 0), right: (v) => v[limit] })];
  return [
    ...below("mass_kg", held(PLATFORM_PARTS), { id: "parts-mass", words: "parts as stated <= mass" }),
    ...below("payload_kg", held(LAUNCH_PARTS), { id: "parts-payload", words: "parts as stated of the power that a launch carries <= payload" }),
  ];
};

const areaRelations = ({ areaToMassOf, altitude_km, altitudeTo_km }: ClaimFields): readonly Relation[] => {
  const shown_frac = areaToMassOf === "face" ? 1 : 0.5;
  return [
    equal("area-mass", `area over mass x mass = ${areaToMassOf === "face" ? "total area" : "half the total area, a tumbling plate's"}`, { unit: "m2", keys: ["areaToMass_m2_per_kg", "mass_kg", "totalArea_m2"], left: (v) => v.areaToMass_m2_per_kg * v.mass_kg, right: (v) => v.totalArea_m2 * shown_frac }),
    atMost("areas", "array + radiator <= total area", { unit: "m2", keys: ["arrayArea_m2", "radiatorArea_m2", "totalArea_m2"], left: (v) => v.arrayArea_m2 + v.radiatorArea_m2, right: (v) => v.totalArea_m2 }),
    ...(altitude_km === null ? [] : decayRelations(altitudeTo_km === null)),
  ];
};

/** Lowest and highest annual mean of F10.7 since 1957, and a drag coefficient: see the head of this file. */
const WEAKEST_SUN_SFU = 69;
const STRONGEST_SUN_SFU = 232;
const DRAG_COEFFICIENT = 2.2;

const decayRelations = (oneAltitude: boolean): readonly Relation[] => {
  const fall_yr = fallOnce();
  const highest = oneAltitude ? "altitude_km" : "altitudeTo_km";
  return [
    atMost("decay-shortest", "fall from the lowest altitude under the strongest Sun <= shortest decay", { unit: "yr", keys: ["altitude_km", "areaToMass_m2_per_kg", "decay_yr"], left: (v) => fall_yr(v.altitude_km, STRONGEST_SUN_SFU) / v.areaToMass_m2_per_kg, right: (v) => v.decay_yr }),
    atMost("decay-longest", "longest decay <= fall from the highest altitude under the weakest Sun", { unit: "yr", keys: [highest, "areaToMass_m2_per_kg", "decayTo_yr"], left: (v) => v.decayTo_yr, right: (v) => fall_yr(v[highest], WEAKEST_SUN_SFU) / v.areaToMass_m2_per_kg }),
    atMost("decay-range", "shortest decay <= longest", { unit: "yr", keys: ["decay_yr", "decayTo_yr"], left: (v) => v.decay_yr, right: (v) => v.decayTo_yr }),
  ];
};

/** Years of fall of a body with 1 m2/kg; under a constant Sun it goes as one over that, so a light body of few steps stands for all. Zero below the end of a fall, without end above 1,000 km, where air is not computed. */
const fallOnce = (): ((altitude_km: number, flux_sfu: number) => number) => {
  const known = new Map<string, number>();
  const LIGHT_M2_PER_KG = 100;
  return (altitude_km, flux_sfu) => {
    if (altitude_km <= DECAY_END_KM) return 0;
    if (altitude_km > DENSITY_ALTITUDES_KM.highest) return Infinity;
    const key = `${altitude_km} ${flux_sfu}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const fall = decay({ altitude_km, inclination_deg: 90, dragPerMass_m2_per_kg: DRAG_COEFFICIENT * LIGHT_M2_PER_KG, start_s: 0, within_yr: 1e4, flux: () => flux_sfu, density: orbitMeanDensity_kg_per_m3 });
    if (fall.kind !== "decays") throw new Error(`a body of ${LIGHT_M2_PER_KG} m2/kg stays at ${altitude_km} km`);
    known.set(key, fall.life_yr * LIGHT_M2_PER_KG);
    return fall.life_yr * LIGHT_M2_PER_KG;
  };
};

const launchRelations = ({ specificPowerOf }: ClaimFields): readonly Relation[] => [
  atMost("platforms-payload", "platforms on a launch x mass <= payload", { unit: "kg", keys: ["platformsPerLaunch", "mass_kg", "payload_kg"], left: (v) => v.platformsPerLaunch * v.mass_kg, right: (v) => v.payload_kg }),
  // A mean says nothing of the peak above it; of the array's power the computers draw at most all.
  ...(specificPowerOf === "mean" ? [] : [atMost("launch-mass", "power on a launch <= payload x power over mass", { unit: "W", keys: ["launchPower_W", "payload_kg", "specificPower_W_per_kg"], left: (v) => v.launchPower_W, right: (v) => v.payload_kg * v.specificPower_W_per_kg })]),
  equal("launch-power", "power on a launch = platforms x peak power", { unit: "W", keys: ["launchPower_W", "platformsPerLaunch", "itPeak_W"], left: (v) => v.launchPower_W, right: (v) => v.platformsPerLaunch * v.itPeak_W }),
  equal("launch-servers", "power on a launch = platforms x servers x power of one", { unit: "W", keys: ["launchPower_W", "platformsPerLaunch", "servers", "serverPower_W"], left: (v) => v.launchPower_W, right: (v) => v.platformsPerLaunch * v.servers * v.serverPower_W }),
  equal("launch-price", "price of a launch = payload x price of a kilogram", { unit: "$", keys: ["launchPrice_usd", "payload_kg", "payloadPrice_usd_per_kg"], left: (v) => v.launchPrice_usd, right: (v) => v.payload_kg * v.payloadPrice_usd_per_kg }),
];

const fleetRelations = (): readonly Relation[] => [
  equal("fleet-power", "power of the fleet = platforms x peak power", { unit: "W", keys: ["fleetPower_W", "platforms", "itPeak_W"], left: (v) => v.fleetPower_W, right: (v) => v.platforms * v.itPeak_W }),
  atMost("fleet-launches", "platforms <= launches x platforms on one", { unit: "1", keys: ["platforms", "launches", "platformsPerLaunch"], left: (v) => v.platforms, right: (v) => v.launches * v.platformsPerLaunch }),
  atMost("fleet-lift", "power of the fleet <= launches x power on one", { unit: "W", keys: ["fleetPower_W", "launches", "launchPower_W"], left: (v) => v.fleetPower_W, right: (v) => v.launches * v.launchPower_W }),
  atMost("launch-rate", "launches <= launches a year x time of building up", { unit: "1", keys: ["launches", "launchesPerYear_per_yr", "buildUp_yr"], left: (v) => v.launches, right: (v) => v.launchesPerYear_per_yr * v.buildUp_yr }),
];
