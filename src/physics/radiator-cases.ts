/**
 * A radiator by its two cases: hot at the end of life, which sizes it, and cold at the beginning, which it must survive.
 *
 *   1. hot: A = Q / net(T), alpha of the end of life, the hottest surroundings                        (radiator.ts)
 *   2. cold: T = ((Q_safe / A' + absorbed) / (eta_f sigma sum eps))^(1/4), alpha new, the coldest surroundings, A' = A x share still fed
 *   3. heater = A' net(T_low) - Q_safe where T is below T_low; else none
 *   4. T_low = freezing of the coolant + margin                                                       (coolants.ts)
 *
 * Areas are of PANEL, one side counted. `areaBases` says what the same panel is by emitting face: sources print either, and a one-sided
 * figure beside a two-sided one is the commonest error of the field.
 * Assumes: the panel in balance; how fast it gets there is thermal-network.ts. Range: net > 0 in the hot case, else RangeError.
 * Flown radiators bound it from below: ISS photovoltaic radiator 330 W and 17.5 kg a m2 of panel, EATCS a quarter of the ideal panel.
 */
import { radiatorArea_m2, radiatorTemperature_K, panelNetFlux_W_per_m2, type PanelEnvironment, type RadiatorPanel } from "./radiator.ts";

export type Coating = {
  readonly emittance_frac: number;
  readonly absorptanceBol_frac: number;
  readonly absorptanceEol_frac: number;
  readonly finEfficiency_frac: number;
};

/** Where a face looks: one a radiating face, one or two. */
export type FaceView = { readonly earthView_frac: number; readonly sunCosine: number };

/** The panel of a coating, new or at the end of its life. */
export function coatedPanel(coating: Coating, views: readonly FaceView[], age: "bol" | "eol"): RadiatorPanel {
  const absorptance_frac = age === "eol" ? coating.absorptanceEol_frac : coating.absorptanceBol_frac;
  const faces = views.map((view) => ({ ...view, emittance_frac: coating.emittance_frac, absorptance_frac }));
  return { faces, finEfficiency_frac: coating.finEfficiency_frac };
}

export type RadiatorNeed = {
  readonly coating: Coating;
  readonly hot: { readonly heat_W: number; readonly temperature_K: number; readonly views: readonly FaceView[]; readonly environment: PanelEnvironment };
  readonly cold: {
    /** Heat of the platform in safe mode. */
    readonly heat_W: number;
    /** The panel must not fall below it. */
    readonly lowest_K: number;
    readonly views: readonly FaceView[];
    readonly environment: PanelEnvironment;
    /** Share of the panel that the loop feeds in safe mode; the rest is drained or may freeze. */
    readonly fed_frac: number;
  };
};

export type AreaBases = {
  readonly sides: number;
  /** One side counted. */
  readonly panel_m2: number;
  /** All emitting faces. */
  readonly face_m2: number;
  readonly panel_W_per_m2: number;
  readonly face_W_per_m2: number;
};

/** One radiator on both bases. */
export function areaBases(radiator: { readonly panel_m2: number; readonly sides: number; readonly heat_W: number }): AreaBases {
  const { panel_m2, sides, heat_W } = radiator;
  const face_m2 = panel_m2 * sides;
  return { sides, panel_m2, face_m2, panel_W_per_m2: heat_W / panel_m2, face_W_per_m2: heat_W / face_m2 };
}

export type RadiatorCases = {
  readonly area: AreaBases;
  readonly absorbedHot_W_per_m2: number;
  /** What the fed panel falls to in safe mode without a heater. */
  readonly unheated_K: number;
  /** 0 where it stays warm enough. */
  readonly heater_W: number;
};

/** Area by the hot case and heater by the cold one; RangeError where the panel cannot reject its heat. */
export function radiatorCases({ coating, hot, cold }: RadiatorNeed): RadiatorCases {
  const old = coatedPanel(coating, hot.views, "eol");
  const panel_m2 = radiatorArea_m2(hot.heat_W, panelNetFlux_W_per_m2(old, hot.environment, hot.temperature_K));
  const fresh = coatedPanel(coating, cold.views, "bol");
  const fed_m2 = panel_m2 * cold.fed_frac;
  const unheated_K = radiatorTemperature_K(fresh, cold.environment, cold.heat_W / fed_m2);
  const missing_W = fed_m2 * panelNetFlux_W_per_m2(fresh, cold.environment, cold.lowest_K) - cold.heat_W;
  return {
    area: areaBases({ panel_m2, sides: hot.views.length, heat_W: hot.heat_W }),
    absorbedHot_W_per_m2: -panelNetFlux_W_per_m2(old, hot.environment, 0),
    unheated_K,
    heater_W: unheated_K < cold.lowest_K ? missing_W : 0,
  };
}
