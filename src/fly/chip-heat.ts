/**
 * Temperatures of chip, cold plate, coolant and both faces of the panel over the flight, beside the one panel temperature that `operate` steps.
 *
 *   1. chip - plate - coolant - faces as a network, two implicit stages a step                     (physics/thermal-network, kernel/heat-network)
 *   2. heat in: IT into the chips, all other draw and the battery's loss into the coolant, what the panel absorbs into its faces
 *   3. conductances from the sized chain at full load: rise from coolant to junction split in two, loop drop over the heat
 *
 * Assumes: one chip for all; the fin's efficiency at the temperature that the panel was sized at; IT as `operate` throttled it by the lumped panel; in the sizing's hot case at full load the chain's temperatures.
 * Range: loop drop and chip rise above 0. Accuracy: heat in, radiated and stored close to 1e-9 (thrown otherwise); 60 s steps 0.6 K at the chip.
 */
import { runHeatNetwork, type HeatNetwork } from "../kernel/index.ts";
import { thermalNetwork, THERMAL_NODES, type ThermalDesign } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import type { ThermalSummary } from "./flight.ts";
import type { FlownPlatform } from "./platform.ts";
import { BLOCK_ROWS } from "./span.ts";

const NODES = THERMAL_NODES.length;

export interface ChipHeat {
  readonly network: HeatNetwork;
  readonly sides: number;
  readonly now_K: Float64Array;
  readonly heatIn_W: Float64Array;
  readonly temperatures_K: Float64Array;
  readonly emitted_J: Float64Array;
  readonly totals: { in_J: number; stored_J: number };
  /** One a node. */
  readonly hottest_K: Float64Array;
  readonly coldest_K: Float64Array;
}

/** Null where heat is flown lumped; throws with the field's name where the network has no conductance. */
export function chipHeat({ simulate }: Pick<Scenario, "simulate">, { sized, platform }: { readonly sized: PlatformSizing; readonly platform: FlownPlatform }, start_K: number): ChipHeat | null {
  if (simulate.thermal !== "network") return null;
  const { chain, radiator } = sized;
  const drop_K = chain.coolant_K - chain.panel_K;
  const rise_K = chain.junction_K - chain.coolant_K;
  if (!(drop_K > 0)) throw new Error(`fly: simulate.thermal: network needs orbit.platform.loopDrop above 0, not ${drop_K} K`);
  if (!(rise_K > 0)) throw new Error(`fly: simulate.thermal: network needs a chip above its coolant, not by ${rise_K} K`);
  const plate_K = start_K + drop_K + rise_K * simulate.plateShare_frac;
  const now_K = Float64Array.of(start_K + drop_K + rise_K, plate_K, start_K + drop_K, start_K, start_K);
  return {
    network: thermalNetwork(designOf(simulate, { sized, platform }, { drop_K, rise_K })),
    sides: radiator.sides,
    now_K,
    heatIn_W: new Float64Array(BLOCK_ROWS * NODES),
    temperatures_K: new Float64Array(BLOCK_ROWS * NODES),
    emitted_J: new Float64Array(NODES),
    totals: { in_J: 0, stored_J: 0 },
    hottest_K: Float64Array.from(now_K),
    coldest_K: Float64Array.from(now_K),
  };
}

const designOf = (simulate: Scenario["simulate"], { sized: { radiator, itNameplate_W, itPeak_W }, platform }: { readonly sized: PlatformSizing; readonly platform: FlownPlatform }, { drop_K, rise_K }: { readonly drop_K: number; readonly rise_K: number }): ThermalDesign => {
  const face = platform.emission_W_per_K4 / radiator.sides;
  return {
    chip_J_per_K: simulate.chipHeatCapacity_J_per_K_W * itNameplate_W,
    plate_J_per_K: simulate.plateHeatCapacity_J_per_K_W * itNameplate_W,
    coolant_J_per_K: simulate.coolantHeatCapacity_J_per_K_W * itNameplate_W,
    panel_J_per_K: platform.heatCapacity_J_per_K,
    chipToPlate_W_per_K: itPeak_W / (rise_K * (1 - simulate.plateShare_frac)),
    plateToCoolant_W_per_K: itPeak_W / (rise_K * simulate.plateShare_frac),
    coolantToPanel_W_per_K: radiator.heat_W / drop_K,
    acrossPanel_W_per_K: simulate.panelConductance_W_per_m2_K * platform.fed_m2,
    faceEmission_W_per_K4: [face, radiator.sides === 1 ? 0 : face],
  };
};

/** Columns of a block that heat the nodes. */
export interface HeatColumns { readonly it_W: Float64Array; readonly heat_W: Float64Array; readonly absorbed_W: Float64Array }

/** Flies a block. */
export function heatChips(heat: ChipHeat, columns: HeatColumns, { rows, step_s }: { readonly rows: number; readonly step_s: number }): void {
  const { heatIn_W, temperatures_K, now_K } = heat;
  for (let i = 0; i < rows; i++) {
    const at = i * NODES;
    const absorbed_W = columns.absorbed_W[i]!;
    heatIn_W[at] = columns.it_W[i]!;
    heatIn_W[at + 2] = columns.heat_W[i]! - columns.it_W[i]!;
    heatIn_W[at + 3] = heat.sides === 1 ? absorbed_W : absorbed_W / 2;
    heatIn_W[at + 4] = heat.sides === 1 ? 0 : absorbed_W / 2;
  }
  const totals = runHeatNetwork(heat.network, { step_s, start_K: now_K, heatIn_W: heatIn_W.subarray(0, rows * NODES) }, temperatures_K, heat.emitted_J);
  heat.totals.in_J += totals.in_J;
  heat.totals.stored_J += totals.stored_J;
  for (let i = 0; i < rows * NODES; i++) {
    const node = i % NODES;
    if (temperatures_K[i]! > heat.hottest_K[node]!) heat.hottest_K[node] = temperatures_K[i]!;
    if (temperatures_K[i]! < heat.coldest_K[node]!) heat.coldest_K[node] = temperatures_K[i]!;
  }
  now_K.set(temperatures_K.subarray((rows - 1) * NODES, rows * NODES));
}

/** Throws when the heat does not balance to 1e-9 of what came in. */
export function thermalSummary({ totals, emitted_J, hottest_K, coldest_K }: ChipHeat): ThermalSummary {
  const radiated_J = emitted_J.reduce((sum, x) => sum + x, 0);
  const residual_frac = (totals.in_J - radiated_J - totals.stored_J) / totals.in_J;
  if (!(Math.abs(residual_frac) < 1e-9)) throw new Error(`fly: heat of the network does not balance: residual_frac is ${residual_frac}`);
  const span = (node: number): { readonly hottest_K: number; readonly coldest_K: number } => ({ hottest_K: hottest_K[node]!, coldest_K: coldest_K[node]! });
  return { chip: { ...span(0), swing_K: hottest_K[0]! - coldest_K[0]! }, plate: span(1), coolant: span(2), front: span(3), back: span(4), in_J: totals.in_J, emitted_J: radiated_J, stored_J: totals.stored_J, residual_frac };
}
