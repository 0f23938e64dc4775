/** Starcloud's table in the common forms. Shielding flies at its own 30 $/kg, a share of the launch price. */
import { STEFAN_BOLTZMANN_W_PER_M2_K4, ZERO_CELSIUS_K } from "../../../units/index.ts";
import { starcloud, starcloudClaims, starcloudDefaults, starcloudRadiator, starcloudRadiatorFlux, starcloudRadiatorTemperature_K, starcloudTable } from "../../starcloud.ts";
import type { StarcloudCluster, StarcloudRadiator } from "../../starcloud.ts";
import { groundForm, massPart, orbitForm, priceOf } from "../cost-form.ts";
import { modelOf } from "../model.ts";
import type { PanelForm } from "../panel-form.ts";

/** The radiator's load is what the paper's panel gives off net at its 20 C; the temperature is then the answer. */
type Own = { readonly cluster: StarcloudCluster; readonly payload_kg: number; readonly radiator: Omit<StarcloudRadiator, "temperature_K"> & { readonly infrared_frac: number; readonly load_W_per_m2: number } };

const { temperature_K: _answer, ...surface } = starcloudRadiator;
const inputs: Own = { cluster: starcloudDefaults, payload_kg: starcloudClaims.payload_kg, radiator: { ...surface, infrared_frac: starcloudRadiator.absorptance_frac, load_W_per_m2: starcloudRadiatorFlux(starcloudRadiator).net_W_per_m2 } };

/** The temperature at which it gives off what the paper's panel gives off net. */
const panelOf = ({ infrared_frac, ...panel }: Own["radiator"]): PanelForm => {
  const side = { emittance_frac: panel.emittance_frac, sun_frac: 0, infrared_frac: 0, albedo_frac: 0, view_frac: 0 };
  return {
    load_W_per_m2: panel.load_W_per_m2,
    sides: [{ ...side, sun_frac: panel.absorptance_frac }, { ...side, infrared_frac, albedo_frac: panel.absorptance_frac, view_frac: panel.earthView_frac }],
    solarFlux_W_per_m2: panel.solarFlux_W_per_m2,
    earthInfrared_W_per_m2: STEFAN_BOLTZMANN_W_PER_M2_K4 * panel.earthTemperature_K ** 4,
    earthAlbedo_frac: panel.albedo_frac,
    space_K: 0,
    stefanBoltzmann_W_per_m2_K4: STEFAN_BOLTZMANN_W_PER_M2_K4,
    lit_frac: 1,
  };
};

export const starcloudModel = modelOf<Own>({
  card: starcloud,
  inputs,
  together: [],
  variants: [
    { id: "shield-50", what: "with shielding launched at the 50 $/kg of everything else", of: "orbit", inputs: { ...inputs, cluster: { ...inputs.cluster, shieldLaunch_usd_per_kg: 50 } } },
    { id: "infrared", what: "with Earth infrared absorbed by the emittance", of: "panel", inputs: { ...inputs, radiator: { ...inputs.radiator, infrared_frac: starcloudRadiator.emittance_frac } } },
    { id: "cells", what: "with its text's 0.03 $/W of cells in place of its table's 2 M$", of: "orbit", inputs: { ...inputs, cluster: { ...inputs.cluster, array_usd: 1.2e6 } } },
  ],
  panelNote: "the paper puts in 20 C and works out 633 W/m2; that flux is the load here",
  forms: ({ cluster, payload_kg, radiator }) => {
    const launch_usd_per_kg = cluster.launch_usd / payload_kg;
    const life_years = cluster.life_years;
    return {
      orbit: orbitForm({
        prices: [priceOf(cluster.array_usd / cluster.power_kW, { id: "cells", covers: ["power"], life_years })],
        masses: [
          massPart(payload_kg / cluster.power_kW, { id: "one launch", covers: ["power", "it", "heat-rejection", "structure", "control", "links"], life_years }),
          massPart(cluster.shield_kg_per_kW, { id: "shielding", covers: ["it"], life_years, charged_frac: cluster.shieldLaunch_usd_per_kg / launch_usd_per_kg }),
        ],
        launch_usd_per_kg,
        rate_per_year: 0,
      }),
      ground: groundForm({
        prices: [priceOf(cluster.backup_usd / cluster.power_kW, { id: "backup", covers: ["power"], life_years })],
        energy: { usd_per_kWh: cluster.ground_usd_per_kWh, pue: 1 + cluster.chiller_frac, hours_per_year: cluster.hours_per_year },
        rate_per_year: 0,
      }),
      panel: panelOf(radiator),
    };
  },
  natives: ({ cluster, radiator }) => [
    { answer: "orbit", what: "cost balance of space over ten years", value: starcloudTable(cluster).spaceTotal_usd, unit: "$", times: cluster.power_kW * cluster.life_years },
    { answer: "ground", what: "cost balance of land over ten years", value: starcloudTable(cluster).groundTotal_usd, unit: "$", times: cluster.power_kW * cluster.life_years },
    { answer: "panel", what: "temperature at which it gives off its load net", value: starcloudRadiatorTemperature_K(radiator) - ZERO_CELSIUS_K, unit: "C", times: 1 },
  ],
  faultsAt: {
    "orbit/boundary": [starcloud.faults[0]!],
    "ground/boundary": [starcloud.faults[0]!],
    "orbit/build": [starcloud.faults[2]!],
    "cluster.array_usd": [starcloud.faults[2]!],
    "orbit/mass": [starcloud.faults[3]!, starcloud.faults[4]!],
    "orbit/launch": [starcloud.faults[3]!],
    "cluster.shieldLaunch_usd_per_kg": [starcloud.faults[3]!],
    "ground/boundary/yearly water": [starcloud.faults[5]!],
    "panel/infrared": [starcloud.faults[6]!],
    "panel/boundary/earth": [starcloud.faults[6]!],
    "radiator.infrared_frac": [starcloud.faults[6]!],
  },
});
