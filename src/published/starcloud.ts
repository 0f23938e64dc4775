/**
 * Starcloud (Lumen Orbit): 40 MW for ten years in space against land, a 5 GW array, a 20 C radiator.
 *
 * (1) ground = energy + cooling share of it + backup;  space = array + launch + shielding launched       Table 1
 * (2) energy price in space = (array + launch)/(power * hours)
 * (3) array power = side^2 * efficiency * fill * solar irradiance
 * (4) what it says against what follows: array (3) against 5 GW; launch over its payload against the 30 $/kg of the shielding; 5 GW over the
 *     40 MW of a launch against "fewer than 100"; 0.03 $/W times 40 MW against the table's 2 M$; water over 1e6 t against the 1.7 printed
 * (5) radiator net = 2 eps sigma T^4 - alpha F (albedo S + sigma Te^4) - alpha S, one side in the Sun
 * Source: "Why we should train AI in space", v1.03, September 2024.
 */
import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";
import type { ModelCard } from "./card.ts";
import { launchesFor } from "./claims.ts";

export type StarcloudCluster = {
  readonly power_kW: number;
  readonly life_years: number;
  readonly hours_per_year: number;
  readonly ground_usd_per_kWh: number;
  readonly chiller_frac: number;
  readonly backup_usd: number;
  readonly water_L_per_kWh: number;
  readonly array_usd: number;
  readonly launch_usd: number;
  readonly shield_kg_per_kW: number;
  readonly shieldLaunch_usd_per_kg: number;
};

export const starcloudDefaults: StarcloudCluster = {
  power_kW: 40_000,
  life_years: 10,
  hours_per_year: 8760,
  ground_usd_per_kWh: 0.04,
  chiller_frac: 0.05,
  backup_usd: 20e6,
  water_L_per_kWh: 0.5,
  array_usd: 2e6,
  launch_usd: 5e6,
  shield_kg_per_kW: 1,
  shieldLaunch_usd_per_kg: 30,
};

export type StarcloudTable = {
  readonly groundEnergy_usd: number;
  readonly groundCooling_usd: number;
  readonly groundTotal_usd: number;
  readonly water_t: number;
  readonly shield_usd: number;
  readonly spaceTotal_usd: number;
  readonly spaceEnergy_usd_per_kWh: number;
};

/** Equations (1) and (2): the paper's Table 1. */
export function starcloudTable(cluster: StarcloudCluster): StarcloudTable {
  const energy_kWh = cluster.power_kW * cluster.life_years * cluster.hours_per_year;
  const groundEnergy_usd = energy_kWh * cluster.ground_usd_per_kWh;
  const groundCooling_usd = groundEnergy_usd * cluster.chiller_frac;
  const shield_usd = cluster.power_kW * cluster.shield_kg_per_kW * cluster.shieldLaunch_usd_per_kg;
  const arrayUp_usd = cluster.array_usd + cluster.launch_usd;
  return {
    groundEnergy_usd,
    groundCooling_usd,
    groundTotal_usd: groundEnergy_usd + groundCooling_usd + cluster.backup_usd,
    water_t: (energy_kWh * cluster.water_L_per_kWh) / 1000,
    shield_usd,
    spaceTotal_usd: arrayUp_usd + shield_usd,
    spaceEnergy_usd_per_kWh: arrayUp_usd / energy_kWh,
  };
}

export type StarcloudArray = {
  readonly side_m: number;
  readonly cell_frac: number;
  readonly fill_frac: number;
  readonly solarFlux_W_per_m2: number;
};

export const starcloudArray: StarcloudArray = { side_m: 4000, cell_frac: 0.22, fill_frac: 0.9, solarFlux_W_per_m2: 1366 };

/** Equation (3), W. */
export function starcloudArrayPower_W({ side_m, cell_frac, fill_frac, solarFlux_W_per_m2 }: StarcloudArray): number {
  return side_m ** 2 * cell_frac * fill_frac * solarFlux_W_per_m2;
}

/** A figure as the paper says it, and as it follows from the paper's own numbers. */
export type StarcloudSaid = { readonly id: string; readonly said: number; readonly follows: number; readonly unit: string };

/** What the text says beside its table: payload of the launch, power and launches of the large cluster, price of solar cells, water as printed. */
export const starcloudClaims = { payload_kg: 100_000, array_W: 5e9, launches: 100, cell_usd_per_W: 0.03, water_Mt: 1.7 } as const;

/** Equation (4): where the paper does not agree with itself. */
export function starcloudSaid(cluster: StarcloudCluster, array: StarcloudArray): readonly StarcloudSaid[] {
  const power_MW = cluster.power_kW / 1000;
  return [
    { id: "array", said: starcloudClaims.array_W / 1e9, follows: starcloudArrayPower_W(array) / 1e9, unit: "GW" },
    { id: "cells", said: cluster.array_usd / 1e6, follows: (starcloudClaims.cell_usd_per_W * cluster.power_kW * 1000) / 1e6, unit: "M$" },
    { id: "launch price", said: cluster.shieldLaunch_usd_per_kg, follows: cluster.launch_usd / starcloudClaims.payload_kg, unit: "$/kg" },
    { id: "launches", said: starcloudClaims.launches, follows: launchesFor({ power_MW: starcloudClaims.array_W / 1e6, launch_MW: power_MW }), unit: "-" },
    { id: "water", said: starcloudClaims.water_Mt, follows: starcloudTable(cluster).water_t / 1e6, unit: "Mt" },
  ];
}

export type StarcloudRadiator = {
  readonly temperature_K: number;
  readonly emittance_frac: number;
  readonly absorptance_frac: number;
  readonly earthView_frac: number;
  readonly earthTemperature_K: number;
  readonly albedo_frac: number;
  readonly solarFlux_W_per_m2: number;
};

export const starcloudRadiator: StarcloudRadiator = {
  temperature_K: 293.15,
  emittance_frac: 0.92,
  absorptance_frac: 0.09,
  earthView_frac: 0.25,
  earthTemperature_K: 253.15,
  albedo_frac: 0.3,
  solarFlux_W_per_m2: 1366,
};

/** Equation (5) the other way: the temperature at which a panel gives off `load_W_per_m2` net, K; `infrared_frac` is what it absorbs of the Earth's infrared. */
export function starcloudRadiatorTemperature_K(panel: Omit<StarcloudRadiator, "temperature_K"> & { readonly infrared_frac: number; readonly load_W_per_m2: number }): number {
  const { absorptance_frac, earthView_frac, albedo_frac, solarFlux_W_per_m2, infrared_frac } = panel;
  const earth_W_per_m2 = earthView_frac * (absorptance_frac * albedo_frac * solarFlux_W_per_m2 + infrared_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * panel.earthTemperature_K ** 4);
  const emitted_W_per_m2 = panel.load_W_per_m2 + earth_W_per_m2 + absorptance_frac * solarFlux_W_per_m2;
  return (emitted_W_per_m2 / (2 * panel.emittance_frac * STEFAN_BOLTZMANN_W_PER_M2_K4)) ** 0.25;
}

/** Equation (5) term by term, W per m2 of panel. */
export function starcloudRadiatorFlux(panel: StarcloudRadiator): {
  readonly emitted_W_per_m2: number;
  readonly earth_W_per_m2: number;
  readonly sun_W_per_m2: number;
  readonly net_W_per_m2: number;
} {
  const blackBody = (temperature_K: number) => STEFAN_BOLTZMANN_W_PER_M2_K4 * temperature_K ** 4;
  const { absorptance_frac, earthView_frac, albedo_frac, solarFlux_W_per_m2 } = panel;
  const emitted_W_per_m2 = 2 * panel.emittance_frac * blackBody(panel.temperature_K);
  const earth_W_per_m2 = absorptance_frac * earthView_frac * (albedo_frac * solarFlux_W_per_m2 + blackBody(panel.earthTemperature_K));
  const sun_W_per_m2 = absorptance_frac * solarFlux_W_per_m2;
  return { emitted_W_per_m2, earth_W_per_m2, sun_W_per_m2, net_W_per_m2: emitted_W_per_m2 - earth_W_per_m2 - sun_W_per_m2 };
}

/** "4.33 GW": what follows, in three digits. */
const follows = (id: string): string => {
  const one = starcloudSaid(starcloudDefaults, starcloudArray).find((entry) => entry.id === id)!;
  return `${Number(one.follows.toPrecision(3))}${one.unit === "-" ? "" : ` ${one.unit}`}`;
};

export const starcloud: ModelCard = {
  id: "starcloud",
  title: "Starcloud, why we should train AI in space",
  source: "Lumen Orbit white paper v1.03 (September 2024), Table 1 and text",
  asOf: "2024-09",
  grade: "rebuilt whole",
  evidence: "published",
  boundary:
    "energy, cooling energy and backup on land; solar cells, one launch and shielding in space; everything else 'approximately equivalent'",
  faults: [
    "chips, bus, radiators, ground link, operations and replacement are left out on both sides",
    `the 4 km x 4 km array gives ${follows("array")} from the paper's own efficiency, fill and irradiance, not the 5 GW claimed`,
    `solar cells cost 0.03 $/W in the text (${follows("cells")} for 40 MW) and 2 M$ in the table`,
    `shielding is launched at 30 $/kg; the 5 M$ launch of 100 t is ${follows("launch price")}`,
    `5 GW at 40 MW a launch is ${follows("launches")} launches of compute, not fewer than 100; its solar and radiator modules are as many again`,
    `0.5 L/kWh over ten years is ${follows("water")} of water; the table prints 1.7`,
    "Earth infrared on the radiator is absorbed with the solar absorptance 0.09 instead of the emittance 0.92",
  ],
};
