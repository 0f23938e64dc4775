/**
 * The form of a panel's temperature: heat that it takes in against heat that both sides give off.
 *
 * (1) q = load + sum over sides of [sun * S + view (infrared * I + albedo * a S)];  T = (q/(sigma sum eps) + T_space^4)^(1/4)
 * (2) a model that averages light and shadow: T = lit * T(S) + (1 - lit) * T(0)
 * Per m2 of panel. A side's `sun` is what it absorbs of the full flux, incidence included; `infrared` and `albedo` are what it absorbs
 * of what comes from the Earth within its view: Starcloud takes infrared with the solar absorptance, and that shows here.
 */
import { ZERO_CELSIUS_K } from "../../units/index.ts";

export interface PanelSide {
  readonly emittance_frac: number;
  readonly sun_frac: number;
  readonly infrared_frac: number;
  readonly albedo_frac: number;
  readonly view_frac: number;
}

export interface PanelForm {
  readonly load_W_per_m2: number;
  readonly sides: readonly [PanelSide, PanelSide];
  readonly solarFlux_W_per_m2: number;
  readonly earthInfrared_W_per_m2: number;
  readonly earthAlbedo_frac: number;
  readonly space_K: number;
  readonly stefanBoltzmann_W_per_m2_K4: number;
  readonly lit_frac: number;
}

/** A side that neither radiates nor sees anything. */
export const NO_SIDE: PanelSide = { emittance_frac: 0, sun_frac: 0, infrared_frac: 0, albedo_frac: 0, view_frac: 0 };

/** What a square metre of panel takes in while it is lit, W. */
export type PanelInflows = Readonly<Record<"load" | "sunlight" | "infrared" | "reflected", number>>;

/** The terms of equation (1). */
export const panelInflows = ({ load_W_per_m2, sides, solarFlux_W_per_m2, earthInfrared_W_per_m2, earthAlbedo_frac }: PanelForm): PanelInflows => {
  const over = (of: (side: PanelSide) => number): number => of(sides[0]) + of(sides[1]);
  return {
    load: load_W_per_m2,
    sunlight: over(({ sun_frac }) => sun_frac) * solarFlux_W_per_m2,
    infrared: over(({ view_frac, infrared_frac }) => view_frac * infrared_frac) * earthInfrared_W_per_m2,
    reflected: over(({ view_frac, albedo_frac }) => view_frac * albedo_frac) * earthAlbedo_frac * solarFlux_W_per_m2,
  };
};

/** Equations (1) and (2), C. */
export const panelTemperature_C = (panel: PanelForm): number => {
  const lit = panel.lit_frac === 0 ? 0 : panel.lit_frac * temperature_K(panel);
  const dark = panel.lit_frac === 1 ? 0 : (1 - panel.lit_frac) * temperature_K({ ...panel, solarFlux_W_per_m2: 0 });
  return lit + dark - ZERO_CELSIUS_K;
};

const temperature_K = (panel: PanelForm): number => {
  const { load, sunlight, infrared, reflected } = panelInflows(panel);
  const emittance = panel.sides.reduce((sum, { emittance_frac }) => sum + emittance_frac, 0);
  return ((load + sunlight + infrared + reflected) / (panel.stefanBoltzmann_W_per_m2_K4 * emittance) + panel.space_K ** 4) ** 0.25;
};
