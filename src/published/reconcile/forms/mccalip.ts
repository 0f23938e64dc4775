/** McCalip's calculator in the common forms. */
import { plateSphereViewFactor } from "../../../physics/index.ts";
import { RADIANS_PER_DEGREE } from "../../../units/index.ts";
import { mccalip, mccalipBreakEven, mccalipGround, mccalipGroundDefaults, mccalipOrbit, mccalipOrbitDefaults, mccalipPanelDefaults, mccalipPanelTemperature_C, mccalipViews } from "../../mccalip.ts";
import type { MccalipGround, MccalipOrbit, MccalipPanel, MccalipViews } from "../../mccalip.ts";
import { groundForm, massPart, orbitForm, priceOf, type CostForm } from "../cost-form.ts";
import { modelOf } from "../model.ts";
import type { PanelForm } from "../panel-form.ts";

type Own = { readonly orbit: MccalipOrbit; readonly ground: MccalipGround; readonly panel: MccalipPanel & { readonly views: MccalipViews } };

const place = { altitude_km: 550, beta_deg: 90, earthRadius_km: 6371 };
const inputs: Own = { orbit: mccalipOrbitDefaults, ground: mccalipGroundDefaults, panel: { ...mccalipPanelDefaults, views: mccalipViews(place) } };
const edgeOn_frac = plateSphereViewFactor({ distance_radii: (place.earthRadius_km + place.altitude_km) / place.earthRadius_km, normalToCentre_deg: 90 });

const orbitOf = (model: MccalipOrbit): CostForm => {
  const lump = { covers: ["power", "structure", "control", "links", "heat-rejection"], life_years: model.years } as const;
  const wear = Array.from({ length: model.years }, (_, year) => (1 - model.degradation_per_year) ** year).reduce((sum, kept) => sum + kept, 0) / model.years;
  const installed_W = mccalipOrbit(model).satellites * model.satellite_W;
  return orbitForm({
    prices: [priceOf(model.hardware_usd_per_W * 1000, { id: "satellite", ...lump, failed_per_year: model.failure_per_year, upkeep_per_year: model.operations_per_year })],
    masses: [massPart(1000 / model.specificPower_W_per_kg, { id: "satellite", ...lump })],
    launch_usd_per_kg: model.launch_usd_per_kg,
    rate_per_year: 0,
    lit_frac: model.sunlit_frac,
    delivered: { sunlit: model.sunlit_frac, wear, whole: model.target_W / (installed_W * wear * model.sunlit_frac) },
    engineering: { usd_per_kW: model.engineering_usd / (model.target_W / 1000), life_years: model.years },
  });
};

const groundOf = (site: MccalipGround): CostForm => {
  const price = (usd_per_W: number, id: string, item: "power" | "heat-rejection" | "structure" | "links") => priceOf(usd_per_W * 1000, { id, covers: [item], life_years: site.years });
  return groundForm({
    prices: [
      price(site.turbine_usd_per_W * site.pue + site.electrical_usd_per_W, "turbine and electrics", "power"),
      price(site.mechanical_usd_per_W, "mechanical", "heat-rejection"),
      price(site.civil_usd_per_W, "civil works", "structure"),
      price(site.network_usd_per_W, "network", "links"),
    ],
    energy: { usd_per_kWh: (site.heatRate_Btu_per_kWh * site.gas_usd_per_MMBtu) / 1e6, pue: site.pue, hours_per_year: site.hours_per_year * site.capacity_frac },
    rate_per_year: 0,
    delivered: { utilisation: site.capacity_frac },
  });
};

const panelOf = ({ views, ...panel }: Own["panel"]): PanelForm => ({
  load_W_per_m2: 0,
  sides: [
    { emittance_frac: panel.emittancePv_frac, sun_frac: panel.absorptance_frac, infrared_frac: panel.emittancePv_frac, albedo_frac: panel.absorptance_frac * Math.cos(panel.beta_deg * RADIANS_PER_DEGREE), view_frac: views.pv_frac },
    { emittance_frac: panel.emittanceRadiator_frac, sun_frac: 0, infrared_frac: panel.emittanceRadiator_frac, albedo_frac: 0, view_frac: views.radiator_frac },
  ],
  solarFlux_W_per_m2: panel.solarFlux_W_per_m2,
  earthInfrared_W_per_m2: panel.earthInfrared_W_per_m2,
  earthAlbedo_frac: panel.albedo_frac,
  space_K: panel.space_K,
  stefanBoltzmann_W_per_m2_K4: panel.stefanBoltzmann_W_per_m2_K4,
  lit_frac: 1,
});

export const mccalipModel = modelOf<Own>({
  card: mccalip,
  inputs,
  together: ["panel.views"],
  variants: [
    { id: "views", what: "with the exact view factor of an edge-on plate", of: "panel", inputs: { ...inputs, panel: { ...inputs.panel, views: { pv_frac: edgeOn_frac, radiator_frac: edgeOn_frac } } } },
    { id: "sunlight", what: "with the year's sunlight at 550 km dawn-dusk, 0.952", of: "orbit", inputs: { ...inputs, orbit: { ...inputs.orbit, sunlit_frac: 0.952 } } },
    { id: "falcon9", what: "at 2,940 $/kg", of: "orbit", inputs: { ...inputs, orbit: { ...inputs.orbit, launch_usd_per_kg: 2940 } } },
    { id: "starship", what: "at 200 $/kg", of: "orbit", inputs: { ...inputs, orbit: { ...inputs.orbit, launch_usd_per_kg: 200 } } },
  ],
  forms: ({ orbit, ground, panel }) => ({
    orbit: orbitOf(orbit),
    ground: groundOf(ground),
    panel: panelOf(panel),
    breakEvenWithout: { orbit: ["operations", "failures", "engineering", "whole"], ground: ["utilisation"] },
  }),
  natives: ({ orbit, ground, panel }) => [
    { answer: "orbit", what: "total over its years", value: mccalipOrbit(orbit).total_usd, unit: "$", times: (orbit.target_W / 1000) * orbit.years },
    { answer: "ground", what: "total over its years", value: mccalipGround(ground).total_usd, unit: "$", times: (ground.target_W / 1000) * ground.years * ground.capacity_frac },
    { answer: "break-even", what: "launch price at which the totals meet, as it counts them", value: mccalipBreakEven(orbit, ground), unit: "$/kg", times: 1 },
    { answer: "panel", what: "equilibrium temperature", value: mccalipPanelTemperature_C(panel, panel.views), unit: "C", times: 1 },
  ],
  faultsAt: {
    mass: [mccalip.faults[0]!],
    views: [mccalip.faults[1]!],
    sunlight: [mccalip.faults[2]!],
    "orbit.sunlit_frac": [mccalip.faults[2]!],
    failures: [mccalip.faults[3]!],
    utilisation: [mccalip.faults[4]!],
    discounting: [mccalip.faults[5]!],
    without: [mccalip.faults[6]!],
    energyPrice: [mccalip.faults[7]!],
  },
});
