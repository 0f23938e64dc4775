/** RotaStellar's radiator in the common form: one side that counts a quarter of the Sun and half of the Earth's infrared. */
import { rotastellar, rotastellarRadiator, rotastellarTemperature_C, type RotastellarRadiator } from "../../rotastellar.ts";
import { modelOf } from "../model.ts";
import { NO_SIDE } from "../panel-form.ts";

export const rotastellarModel = modelOf<RotastellarRadiator>({
  card: rotastellar,
  inputs: rotastellarRadiator,
  together: [],
  variants: [{ id: "100-kw", what: "100 kW on 200 m2", of: "panel", inputs: { ...rotastellarRadiator, load_W: 100_000, area_m2: 200 } }],
  forms: (panel) => ({
    panel: {
      load_W_per_m2: panel.load_W / panel.area_m2,
      sides: [
        {
          emittance_frac: panel.emittance_frac,
          sun_frac: panel.absorptance_frac / 4,
          infrared_frac: panel.emittance_frac / 2,
          albedo_frac: panel.absorptance_frac / 4,
          view_frac: (panel.earthRadius_km / (panel.earthRadius_km + panel.altitude_km)) ** 2,
        },
        NO_SIDE,
      ],
      solarFlux_W_per_m2: panel.solarFlux_W_per_m2,
      earthInfrared_W_per_m2: panel.earthInfrared_W_per_m2,
      earthAlbedo_frac: panel.albedo_frac,
      space_K: 0,
      stefanBoltzmann_W_per_m2_K4: panel.stefanBoltzmann_W_per_m2_K4,
      lit_frac: 1 - panel.dark_frac,
    },
  }),
  natives: (panel) => [{ answer: "panel", what: "equilibrium temperature", value: rotastellarTemperature_C(panel), unit: "C", times: 1 }],
  faultsAt: { "panel/lit": [rotastellar.faults[5]!], dark_frac: [rotastellar.faults[5]!], "panel/views": [rotastellar.faults[5]!], "panel/boundary/earth": [rotastellar.faults[5]!], "panel/emittance": [rotastellar.faults[5]!] },
});
