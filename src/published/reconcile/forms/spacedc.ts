/** spacedc-mdao in the common forms: its PFLOP-day is a kilowatt-year of the same chips, sustained share and days taken out. */
import { ZERO_CELSIUS_K, STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../../../units/index.ts";
import { spacedc, spacedcGround, spacedcGrounds, spacedcIt_W } from "../../spacedc-cost.ts";
import type { SpacedcChips, SpacedcGround } from "../../spacedc-cost.ts";
import { spacedcMccalip, spacedcMultimodal, spacedcOrbit, spacedcOrbitDefaults } from "../../spacedc-orbit.ts";
import type { SpacedcOrbit } from "../../spacedc-orbit.ts";
import { spacedcNetFlux_W_per_m2, spacedcRadiatorTemperature_K, type SpacedcPanel } from "../../spacedc-radiator.ts";
import { groundForm, massPart, orbitForm, priceOf, type CostForm } from "../cost-form.ts";
import { modelOf } from "../model.ts";
import type { PanelForm } from "../panel-form.ts";

type Own = { readonly orbit: SpacedcOrbit; readonly ground: SpacedcGround };

const inputs: Own = { orbit: spacedcOrbitDefaults, ground: spacedcGrounds.hyperscale };
const withOrbit = (orbit: SpacedcOrbit): Own => ({ ...inputs, orbit });

/** Per kilowatt of the ground's chips: what orbit's compute for each watt against those is a share. */
const orbitOf = (model: SpacedcOrbit, site: SpacedcGround): CostForm => {
  const got = spacedcOrbit(model);
  const computePerWatt = sustained_TFLOPS_per_kW(model) / sustained_TFLOPS_per_kW(site);
  const it_kW = got.it_W / 1000;
  const whole = (1 + model.mass.structure_frac) * (1 + model.mass.margin_frac);
  const life_years = model.mission_years;
  const failed_per_year = got.failures / (model.mission_years * model.chips);
  const chip_kg = model.mass.chip_kg * model.mass.payload_factor;
  const array = { id: "array", covers: ["power"], per: "kW array", life_years } as const;
  const battery = { id: "battery", covers: ["power"], per: "kWh battery", life_years } as const;
  const chips = { id: "chips", covers: ["it"], life_years } as const;
  const radiator = { id: "radiator", covers: ["heat-rejection"], life_years } as const;
  const bus = { id: "bus", covers: ["structure", "control"], life_years } as const;
  const links = { id: "terminals", covers: ["links"], life_years } as const;
  return orbitForm({
    prices: [
      priceOf((model.chips * model.chip_usd) / it_kW, { ...chips, failed_per_year }),
      priceOf(model.array.usd_per_W * 1000, array),
      priceOf(model.battery.usd_per_Wh * 1000, battery),
      priceOf(got.radiator_usd / it_kW, radiator),
      priceOf((model.satellites * model.cost.bus_usd) / it_kW, bus),
      priceOf((model.satellites * model.cost.links_usd) / it_kW, links),
      priceOf(model.cost.groundSegment_usd / it_kW, { id: "ground segment", covers: ["operations"], life_years }),
    ],
    masses: [
      // Structure and margin come with each part; a failed chip is launched again without them.
      massPart((whole * model.chips * chip_kg) / it_kW, { ...chips, failed_per_year: failed_per_year / whole }),
      massPart((whole * 1000) / model.array.power_W_per_kg, array),
      massPart((whole * 1000) / model.battery.energy_Wh_per_kg, battery),
      massPart((whole * got.radiator_kg) / it_kW, radiator),
      massPart((whole * model.satellites * model.mass.avionics_kg + got.propellant_kg) / it_kW, bus),
      massPart((whole * model.satellites * model.mass.links_kg) / it_kW, links),
    ],
    yearly: [{ id: "operations", item: "operations", usd_per_kW_year: model.cost.operations_usd_per_year / it_kW }],
    launch_usd_per_kg: model.cost.launch_usd_per_kg,
    rate_per_year: model.discount_per_year,
    lit_frac: got.sunlit_frac,
    array_kW_per_kW: got.arrayFirst_W / got.it_W,
    battery_kWh_per_kW: got.battery_Wh / got.it_W,
    delivered: { survival: got.available_frac, utilisation: model.utilisation_frac, links: got.link_frac, ...(computePerWatt !== 1 && { computePerWatt }) },
  });
};

/** For a kilowatt of IT; the number of chips is not in it. */
const sustained_TFLOPS_per_kW = (chips: SpacedcChips): number => (chips.chip_TFLOPS * chips.sustained_frac) / (spacedcIt_W({ ...chips, chips: 1 }) / 1000);

const groundOf = (site: SpacedcGround): CostForm => {
  const it_kW = spacedcIt_W(site) / 1000;
  const kept = { life_years: site.mission_years, upkeep_per_year: site.maintenance_per_year };
  return groundForm({
    prices: [
      priceOf((site.chips * site.chip_usd) / it_kW, { id: "chips", covers: ["it"], ...kept }),
      priceOf(site.facility_usd_per_MW / 1000, { id: "facility", covers: ["power", "heat-rejection", "structure", "links"], ...kept }),
    ],
    energy: { usd_per_kWh: site.energy_usd_per_kWh, pue: site.pue, hours_per_year: site.hours_per_year * site.utilisation_frac },
    rate_per_year: site.discount_per_year,
    delivered: { survival: site.available_frac, utilisation: site.utilisation_frac },
  });
};

/** $/PFLOP-day for one $/kW-yr. */
const perPflopDay = (chips: SpacedcChips): number => 1000 / (sustained_TFLOPS_per_kW(chips) * COMPUTE_DAYS_PER_YEAR);

/** Its two sides at 60 degrees to the Sun, on one, and the Earth in a fifth of one's view. */
const panelOf = (panel: SpacedcPanel, chip_W: number): PanelForm => {
  const side = { emittance_frac: (panel.emittance_frac * panel.sides) / 2, sun_frac: 0, infrared_frac: 0, albedo_frac: 0, view_frac: 0 };
  return {
    load_W_per_m2: spacedcNetFlux_W_per_m2(panel, spacedcRadiatorTemperature_K(panel, chip_W)),
    sides: [{ ...side, sun_frac: panel.absorptance_frac * panel.sunIncidence_cos }, { ...side, infrared_frac: panel.emittance_frac, albedo_frac: panel.absorptance_frac, view_frac: panel.earthView_frac }],
    solarFlux_W_per_m2: panel.solarFlux_W_per_m2,
    earthInfrared_W_per_m2: panel.earthInfrared_W_per_m2,
    earthAlbedo_frac: panel.albedo_frac,
    space_K: panel.sink_K,
    stefanBoltzmann_W_per_m2_K4: STEFAN_BOLTZMANN_W_PER_M2_K4,
    lit_frac: 1,
  };
};

const COMPUTE_DAYS_PER_YEAR = 365.25;

export const spacedcModel = modelOf<Own>({
  card: spacedc,
  inputs,
  together: [],
  variants: [
    { id: "beta", what: "with the beta angle of the dawn-dusk orbit that it is named after, 90 degrees", of: "ratio", inputs: withOrbit({ ...spacedcOrbitDefaults, beta_deg: 90 }) },
    { id: "downlink", what: "with a downlink that stops nothing, as it is idle 98 % of the time", of: "ratio", inputs: withOrbit({ ...spacedcOrbitDefaults, downlink: { ...spacedcOrbitDefaults.downlink, weather_frac: 1 } }) },
    { id: "multimodal", what: "its multimodal scenario, bound by the downlink", of: "ratio", inputs: withOrbit(spacedcMultimodal) },
    { id: "mccalip", what: "its own scenario with McCalip's optimism", of: "ratio", inputs: withOrbit(spacedcMccalip) },
    { id: "constrained-grid", what: "against its constrained grid", of: "ratio", inputs: { ...inputs, ground: spacedcGrounds.constrainedGrid } },
    { id: "renewable-storage", what: "against its renewables with storage", of: "ratio", inputs: { ...inputs, ground: spacedcGrounds.renewableStorage } },
  ],
  panelNote: "its radiator is as hot as the memory on the chip allows, and its load is what it gives off at that temperature",
  forms: ({ orbit, ground }) => ({ orbit: orbitOf(orbit, ground), ground: groundOf(ground), panel: panelOf(orbit.radiator.surface, orbit.chip_W) }),
  natives: ({ orbit, ground }) => {
    const [up, down] = [spacedcOrbit(orbit).lcoc_usd_per_PFLOP_day, spacedcGround(ground).lcoc_usd_per_PFLOP_day];
    return [
      { answer: "orbit", what: "levelised cost of compute", value: up, unit: "$/PFLOP-day", times: perPflopDay(ground) },
      { answer: "ground", what: "levelised cost of compute", value: down, unit: "$/PFLOP-day", times: perPflopDay(ground) },
      { answer: "ratio", what: "orbit over ground", value: up / down, unit: "x", times: 1 },
      { answer: "panel", what: "radiator temperature", value: spacedcRadiatorTemperature_K(orbit.radiator.surface, orbit.chip_W) - ZERO_CELSIUS_K, unit: "C", times: 1 },
    ];
  },
  faultsAt: {
    "orbit/sunlight": [spacedc.faults[0]!],
    "orbit/boundary/sunlight": [spacedc.faults[0]!],
    "orbit.beta_deg": [spacedc.faults[0]!],
    "ground/energyUse": [spacedc.faults[1]!, spacedc.faults[5]!],
    "ground/utilisation": [spacedc.faults[1]!],
    "ground.utilisation_frac": [spacedc.faults[1]!],
    "orbit/links": [spacedc.faults[2]!],
    "orbit.downlink": [spacedc.faults[2]!],
    "orbit/failures": [spacedc.faults[3]!, spacedc.faults[4]!],
    "orbit.failures": [spacedc.faults[3]!, spacedc.faults[4]!],
  },
});
