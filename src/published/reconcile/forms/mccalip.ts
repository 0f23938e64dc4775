/** McCalip's calculator in the common forms. */
import { plateSphereViewFactor } from "../../../physics/index.ts";
import { RADIANS_PER_DEGREE } from "../../../units/index.ts";
import { mccalip, mccalipBreakEven, mccalipGround, mccalipGroundDefaults, mccalipOrbit, mccalipOrbitDefaults, mccalipPanelDefaults, mccalipPanelTemperature_C, mccalipViews } from "../../mccalip.ts";
import type { MccalipGround, MccalipOrbit, MccalipPanel, MccalipShared, MccalipViews } from "../../mccalip.ts";
import { groundForm, massPart, orbitForm, priceOf, type CostForm } from "../cost-form.ts";
import { modelOf } from "../model.ts";
import type { PanelForm } from "../panel-form.ts";

/** Both tiers share years, target and hours of the year; views are over what its own formula gives. */
type Own = MccalipShared & {
  readonly orbit: Omit<MccalipOrbit, keyof MccalipShared>;
  readonly ground: Omit<MccalipGround, keyof MccalipShared>;
  readonly panel: MccalipPanel & { readonly altitude_km: number; readonly earthRadius_km: number; readonly views: { readonly pv_ratio: number; readonly radiator_ratio: number } };
};

const split = <T extends MccalipShared>({ years, target_W, hours_per_year, ...rest }: T): Omit<T, keyof MccalipShared> & { readonly shared: MccalipShared } => ({ ...rest, shared: { years, target_W, hours_per_year } });

const place = { altitude_km: 550, earthRadius_km: 6371 };
const { shared, ...orbitInputs } = split(mccalipOrbitDefaults);
const { shared: _same, ...groundInputs } = split(mccalipGroundDefaults);
const inputs: Own = { ...shared, orbit: orbitInputs, ground: groundInputs, panel: { ...mccalipPanelDefaults, ...place, views: { pv_ratio: 1, radiator_ratio: 1 } } };
const edgeOn_frac = plateSphereViewFactor({ distance_radii: (place.earthRadius_km + place.altitude_km) / place.earthRadius_km, normalToCentre_deg: 90 });
const ownViews = mccalipViews({ ...place, beta_deg: mccalipPanelDefaults.beta_deg });

const wholeOf = <T extends object>({ years, target_W, hours_per_year }: Own, rest: T): T & MccalipShared => ({ ...rest, years, target_W, hours_per_year });

const viewsOf = ({ views, ...panel }: Own["panel"]): MccalipViews => {
  const { pv_frac, radiator_frac } = mccalipViews(panel);
  return { pv_frac: pv_frac * views.pv_ratio, radiator_frac: radiator_frac * views.radiator_ratio };
};

/** What rounding leaves of the cosine of a right angle is nothing. */
const ROUNDING = 1e-15;
const cosine = (angle_deg: number): number => (Math.abs(Math.cos(angle_deg * RADIANS_PER_DEGREE)) < ROUNDING ? 0 : Math.cos(angle_deg * RADIANS_PER_DEGREE));

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

const panelOf = (panel: Own["panel"], views: MccalipViews): PanelForm => ({
  load_W_per_m2: 0,
  sides: [
    { emittance_frac: panel.emittancePv_frac, sun_frac: panel.absorptance_frac, infrared_frac: panel.emittancePv_frac, albedo_frac: panel.absorptance_frac * cosine(panel.beta_deg), view_frac: views.pv_frac },
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
    { id: "views", what: "with the exact view factor of an edge-on plate", of: "panel", inputs: { ...inputs, panel: { ...inputs.panel, views: { pv_ratio: edgeOn_frac / ownViews.pv_frac, radiator_ratio: edgeOn_frac / ownViews.radiator_frac } } } },
    { id: "sunlight", what: "with the year's sunlight at 550 km dawn-dusk, 0.952", of: "orbit", inputs: { ...inputs, orbit: { ...inputs.orbit, sunlit_frac: 0.952 } } },
    { id: "falcon9", what: "at 2,940 $/kg", of: "orbit", inputs: { ...inputs, orbit: { ...inputs.orbit, launch_usd_per_kg: 2940 } } },
    { id: "starship", what: "at 200 $/kg", of: "orbit", inputs: { ...inputs, orbit: { ...inputs.orbit, launch_usd_per_kg: 200 } } },
  ],
  forms: (own) => ({
    orbit: orbitOf(wholeOf(own, own.orbit)),
    ground: groundOf(wholeOf(own, own.ground)),
    panel: panelOf(own.panel, viewsOf(own.panel)),
    breakEvenWithout: { orbit: ["operations", "failures", "engineering", "whole"], ground: ["utilisation"] },
  }),
  natives: (own) => {
    const [orbit, ground] = [wholeOf(own, own.orbit), wholeOf(own, own.ground)];
    const delivered_kWyr = (own.target_W / 1000) * own.years;
    return [
      { answer: "orbit", what: "total over its years", value: mccalipOrbit(orbit).total_usd, unit: "$", times: delivered_kWyr },
      { answer: "ground", what: "total over its years", value: mccalipGround(ground).total_usd, unit: "$", times: delivered_kWyr * ground.capacity_frac },
      { answer: "break-even", what: "launch price at which the totals meet, as it counts them", value: mccalipBreakEven(orbit, ground), unit: "$/kg", times: 1 },
      { answer: "panel", what: "equilibrium temperature", value: mccalipPanelTemperature_C(own.panel, viewsOf(own.panel)), unit: "C", times: 1 },
    ];
  },
  faultsAt: {
    "orbit/mass": [mccalip.faults[0]!],
    "orbit/build": [mccalip.faults[0]!],
    "orbit.specificPower_W_per_kg": [mccalip.faults[0]!],
    "panel/views": [mccalip.faults[1]!],
    "panel.views": [mccalip.faults[1]!],
    "orbit/sunlight": [mccalip.faults[2]!],
    "orbit/boundary/sunlight": [mccalip.faults[2]!],
    "orbit.sunlit_frac": [mccalip.faults[2]!],
    "orbit/failures": [mccalip.faults[3]!],
    "orbit.failure_per_year": [mccalip.faults[3]!],
    "ground/utilisation": [mccalip.faults[4]!],
    "ground/energyUse": [mccalip.faults[4]!],
    "ground.capacity_frac": [mccalip.faults[4]!],
    "orbit/discounting": [mccalip.faults[5]!],
    "ground/discounting": [mccalip.faults[5]!],
    "orbit/without": [mccalip.faults[6]!],
    "ground/energyPrice": [mccalip.faults[7]!],
    "ground.heatRate_Btu_per_kWh": [mccalip.faults[7]!],
  },
});
