/**
 * Chip, cold plate, coolant and the two faces of a radiator panel as a network, and its steady state.
 *
 *   1. chip - plate - coolant - each face, and face to face through the panel; the faces radiate      (kernel/heat-network)
 *   2. steady: k_f Tf^4 + k_b Tb^4 = Q + absorbed;  coolant = Tf + [k_f Tf^4 - absorbed_f - a (Tb - Tf)] / g, and the same from the back,
 *      g half the conductance from coolant to panel: Tf by halving, then the chain upwards, plate = coolant + Q / G, chip = plate + Q / G
 *   3. forcing by the minute: sunlit share s of the minute, absorbed = s absorbed_sun + (1 - s) absorbed_shadow
 *
 * One panel stands for all, the chips of a platform for one chip: give sums over the platform (J/K, W/K, W/K4).
 * A one-sided panel has back emission 0. Range: at least one face radiates; heat in is not negative.
 * Accuracy: equation 2 to 1e-9 K of its own balance; the network reaches it to 1e-6 K (test).
 */
import { runHeatNetwork, type HeatNetwork, type HeatNetworkTotals } from "../kernel/index.ts";

/** Order of the nodes in every column. */
export const THERMAL_NODES = ["chip", "plate", "coolant", "front", "back"] as const;

export type ThermalDesign = {
  readonly chip_J_per_K: number;
  readonly plate_J_per_K: number;
  readonly coolant_J_per_K: number;
  /** Both faces together. */
  readonly panel_J_per_K: number;
  readonly chipToPlate_W_per_K: number;
  readonly plateToCoolant_W_per_K: number;
  /** To both faces together. */
  readonly coolantToPanel_W_per_K: number;
  readonly acrossPanel_W_per_K: number;
  /** k of front and back; back 0 for a one-sided panel. */
  readonly faceEmission_W_per_K4: readonly [number, number];
};

export type ThermalLoad = {
  readonly chipHeat_W: number;
  /** Sun, albedo and Earth infrared absorbed by front and back. */
  readonly absorbed_W: readonly [number, number];
};

export type ThermalTemperatures = { readonly chip_K: number; readonly plate_K: number; readonly coolant_K: number; readonly front_K: number; readonly back_K: number };

/** The design as the kernel takes it. */
export function thermalNetwork(design: ThermalDesign): HeatNetwork {
  const face_J_per_K = design.panel_J_per_K / 2;
  const toFace_W_per_K = design.coolantToPanel_W_per_K / 2;
  return {
    capacity_J_per_K: Float64Array.of(design.chip_J_per_K, design.plate_J_per_K, design.coolant_J_per_K, face_J_per_K, face_J_per_K),
    emission_W_per_K4: Float64Array.of(0, 0, 0, ...design.faceEmission_W_per_K4),
    from: Int32Array.of(0, 1, 2, 2, 3),
    to: Int32Array.of(1, 2, 3, 4, 4),
    conductance_W_per_K: Float64Array.of(design.chipToPlate_W_per_K, design.plateToCoolant_W_per_K, toFace_W_per_K, toFace_W_per_K, design.acrossPanel_W_per_K),
  };
}

/** Temperatures that a constant load settles at. */
export function steadyTemperatures(design: ThermalDesign, load: ThermalLoad): ThermalTemperatures {
  const { front_K, back_K, coolant_K } = design.faceEmission_W_per_K4[1] === 0 ? oneSided(design, load) : twoSided(design, load);
  const plate_K = coolant_K + load.chipHeat_W / design.plateToCoolant_W_per_K;
  return { chip_K: plate_K + load.chipHeat_W / design.chipToPlate_W_per_K, plate_K, coolant_K, front_K, back_K };
}

type Panel = Pick<ThermalTemperatures, "front_K" | "back_K" | "coolant_K">;

const totalHeat_W = (load: ThermalLoad): number => load.chipHeat_W + load.absorbed_W[0] + load.absorbed_W[1];

/** The back only passes on what it absorbs: two equations linear in coolant and back. */
function oneSided(design: ThermalDesign, load: ThermalLoad): Panel {
  const front_K = (totalHeat_W(load) / design.faceEmission_W_per_K4[0]) ** 0.25;
  const g = design.coolantToPanel_W_per_K / 2;
  const a = design.acrossPanel_W_per_K;
  // Coolant gives its heat to both faces: g (c - front) + g (c - back) = Q; back: g (c - back) + a (front - back) + absorbed = 0.
  const behind_K = (load.chipHeat_W / 2 + load.absorbed_W[1]) / (g / 2 + a);
  const back_K = front_K + behind_K;
  return { front_K, back_K, coolant_K: (load.chipHeat_W / g + front_K + back_K) / 2 };
}

function twoSided(design: ThermalDesign, load: ThermalLoad): Panel {
  const [kFront, kBack] = design.faceEmission_W_per_K4;
  const total_W = totalHeat_W(load);
  const g = design.coolantToPanel_W_per_K / 2;
  const backOf = (front_K: number): number => ((total_W - kFront * front_K ** 4) / kBack) ** 0.25;
  const coolantBy = (k: number, own_K: number, other_K: number, absorbed_W: number): number => own_K + (k * own_K ** 4 - absorbed_W - design.acrossPanel_W_per_K * (other_K - own_K)) / g;
  let low = 0;
  let high = (total_W / kFront) ** 0.25;
  for (let i = 0; i < 200; i++) {
    const front_K = (low + high) / 2;
    const back_K = backOf(front_K);
    const over = coolantBy(kFront, front_K, back_K, load.absorbed_W[0]) > coolantBy(kBack, back_K, front_K, load.absorbed_W[1]);
    if (over) high = front_K;
    else low = front_K;
  }
  const front_K = (low + high) / 2;
  const back_K = backOf(front_K);
  return { front_K, back_K, coolant_K: (load.chipHeat_W / g + front_K + back_K) / 2 };
}

export type ThermalForcing = {
  readonly step_s: number;
  /** One a step: heat of the chips, and the share of the step in sunlight. */
  readonly chipHeat_W: Float64Array;
  readonly sunlit_frac: Float64Array;
  readonly absorbedSun_W: readonly [number, number];
  readonly absorbedShadow_W: readonly [number, number];
};

export type ThermalHistory = {
  /** A row a step, in the order of THERMAL_NODES, at the step's end. */
  readonly temperatures_K: Float64Array;
  /** One a node. */
  readonly emitted_J: Float64Array;
  readonly totals: HeatNetworkTotals;
};

/** Temperatures through a series of light and load, from a start. */
export function thermalHistory(design: ThermalDesign, start: ThermalTemperatures, forcing: ThermalForcing): ThermalHistory {
  const nodes = THERMAL_NODES.length;
  const heatIn_W = new Float64Array(forcing.chipHeat_W.length * nodes);
  for (let step = 0; step < forcing.chipHeat_W.length; step++) {
    const lit = forcing.sunlit_frac[step]!;
    heatIn_W[step * nodes] = forcing.chipHeat_W[step]!;
    for (const face of [0, 1] as const) heatIn_W[step * nodes + 3 + face] = lit * forcing.absorbedSun_W[face] + (1 - lit) * forcing.absorbedShadow_W[face];
  }
  const temperatures_K = new Float64Array(heatIn_W.length);
  const emitted_J = new Float64Array(nodes);
  const start_K = Float64Array.of(start.chip_K, start.plate_K, start.coolant_K, start.front_K, start.back_K);
  const totals = runHeatNetwork(thermalNetwork(design), { step_s: forcing.step_s, start_K, heatIn_W }, temperatures_K, emitted_J);
  return { temperatures_K, emitted_J, totals };
}
