/**
 * Heat a flat radiator panel rejects, per square metre of PANEL (one side counted), for one or two radiating faces.
 *
 *   1. emitted  = eta_f sigma T^4 sum(eps)                                   over the faces
 *   2. absorbed = sum[eps F qIR + alpha S cos th + alpha a S F g]             (Gilmore 2002, chapter 2)
 *   3. net = emitted - absorbed; A = Q / net; T = ((Q/A + absorbed) / (eta_f sigma sum eps))^(1/4)
 *
 * eta_f from fin.ts. Q is all the heat of the bus, not that of the chips alone. alpha is the coating's end-of-life solar absorptance, given by the caller.
 * F from view-factor.ts; g in 0..1 is how much of the Earth seen is sunlit (near 0 on the terminator).
 * Assumes: grey diffuse faces, one panel temperature, deep space at 0 K (2.7 K adds 3e-6 W/m2), no view of the satellite itself.
 * Range: net > 0; a panel that cannot reject heat at its temperature is an error here and a reason in size.
 * Accuracy: exact for its assumptions; published cases in test/golden/physics within 0.5 %. ISS EATCS (70 kW) is 4.2 times under
 * the ideal panel at its temperature: pointing, redundancy and loop gradients are the designer's margins, not in these equations.
 */
import { STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../units/index.ts";

export type PanelFace = {
  readonly emittance_frac: number;
  /** Solar absorptance at end of life. */
  readonly absorptance_frac: number;
  /** View factor of this face to the Earth. */
  readonly earthView_frac: number;
  /** Cosine of the Sun's angle to this face's normal; 0 when the Sun is behind or in its plane. */
  readonly sunCosine: number;
};

export type PanelEnvironment = {
  readonly solarFlux_W_per_m2: number;
  readonly earthInfrared_W_per_m2: number;
  readonly albedo_frac: number;
  /** g: share of the Earth in view that is sunlit, by cosine. */
  readonly sunlitEarth_frac: number;
};

export type RadiatorPanel = {
  /** One face (the back insulated) or two. */
  readonly faces: readonly PanelFace[];
  readonly finEfficiency_frac: number;
};

/** Radiated by all faces, W per m2 of panel. */
export function panelEmitted_W_per_m2(panel: RadiatorPanel, temperature_K: number): number {
  return panelConductance_W_per_m2_K4(panel) * temperature_K ** 4;
}

/** Emission over T^4: eta_f sigma sum(eps), W per m2 of panel and K^4 (the heat-step kernel's k over area). */
export function panelConductance_W_per_m2_K4(panel: RadiatorPanel): number {
  return panel.finEfficiency_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * sum(panel.faces, (face) => face.emittance_frac);
}

/** Earth infrared, sunlight and albedo absorbed by all faces, W per m2 of panel. */
export function panelAbsorbed_W_per_m2(panel: RadiatorPanel, environment: PanelEnvironment): number {
  return sum(panel.faces, (face) => faceAbsorbed(face, environment));
}

function faceAbsorbed(face: PanelFace, at: PanelEnvironment): number {
  const infrared = face.emittance_frac * face.earthView_frac * at.earthInfrared_W_per_m2;
  const direct = face.absorptance_frac * at.solarFlux_W_per_m2 * face.sunCosine;
  const reflected = face.absorptance_frac * at.albedo_frac * at.solarFlux_W_per_m2 * face.earthView_frac * at.sunlitEarth_frac;
  return infrared + direct + reflected;
}

/** Net heat rejected, W per m2 of panel; negative when the panel soaks up heat. */
export function panelNetFlux_W_per_m2(panel: RadiatorPanel, environment: PanelEnvironment, temperature_K: number): number {
  return panelEmitted_W_per_m2(panel, temperature_K) - panelAbsorbed_W_per_m2(panel, environment);
}

/** Panel area that rejects a heat; throws RangeError when the net flux is not positive. */
export function radiatorArea_m2(heat_W: number, netFlux_W_per_m2: number): number {
  if (!(netFlux_W_per_m2 > 0)) throw new RangeError(`radiator rejects nothing: netFlux_W_per_m2 ${netFlux_W_per_m2}`);
  return heat_W / netFlux_W_per_m2;
}

/** Equilibrium temperature under a heat load per m2 of panel; with heat 0 the panel's sink temperature. */
export function radiatorTemperature_K(panel: RadiatorPanel, environment: PanelEnvironment, heat_W_per_m2: number): number {
  return ((heat_W_per_m2 + panelAbsorbed_W_per_m2(panel, environment)) / panelConductance_W_per_m2_K4(panel)) ** 0.25;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
