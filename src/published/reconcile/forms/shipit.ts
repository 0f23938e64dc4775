/** ShipItAndPray's cost model in the common forms, per kilowatt of GPU. */
import { shipit, shipitGround, shipitGroundDefaults, shipitOrbit, shipitOrbitDefaults } from "../../shipit.ts";
import type { ShipitGround, ShipitOrbit } from "../../shipit.ts";
import { groundForm, massPart, orbitForm, priceOf, type CostForm } from "../cost-form.ts";
import { modelOf } from "../model.ts";

/** Both tiers share the hours of its year. */
type Own = { readonly hours_per_year: number; readonly orbit: Omit<ShipitOrbit, "hours_per_year">; readonly ground: Omit<ShipitGround, "hours_per_year"> };

const { hours_per_year, ...orbitInputs } = shipitOrbitDefaults;
const { hours_per_year: _same, ...groundInputs } = shipitGroundDefaults;
const inputs: Own = { hours_per_year, orbit: orbitInputs, ground: groundInputs };
const tiersOf = (own: Own): { readonly orbit: ShipitOrbit; readonly ground: ShipitGround } => ({ orbit: { ...own.orbit, hours_per_year: own.hours_per_year }, ground: { ...own.ground, hours_per_year: own.hours_per_year } });

const orbitOf = (model: ShipitOrbit, gpu_kW: number): CostForm => {
  const satellite_kW = gpu_kW * model.gpus;
  const part = { life_years: model.life_years, upkeep_per_year: model.insurance_per_year };
  const contact_usd_per_year = model.contact_usd_per_minute * model.contact_min_per_day * CONTACT_DAYS_PER_YEAR;
  return orbitForm({
    prices: [
      priceOf((model.gpu_usd * model.gpus * (1 + model.hardening_frac)) / satellite_kW, { id: "hardened GPU", covers: ["it"], ...part }),
      priceOf((model.panel_W * model.panel_usd_per_W) / satellite_kW, { id: "panels", covers: ["power"], ...part }),
      priceOf((model.battery_kWh * model.battery_usd_per_kWh) / satellite_kW, { id: "battery", covers: ["power"], ...part }),
      priceOf((model.radiator_m2 * model.radiator_usd_per_m2) / satellite_kW, { id: "radiator", covers: ["heat-rejection"], ...part }),
      priceOf(model.bus_usd / satellite_kW, { id: "bus", covers: ["structure", "control", "links"], ...part }),
    ],
    masses: [massPart(model.mass_kg / satellite_kW, { id: "satellite", covers: ["it", "power", "heat-rejection", "structure", "control", "links"], life_years: model.life_years })],
    yearly: [{ id: "contact, tracking, mission control", item: "operations", usd_per_kW_year: (contact_usd_per_year + model.tracking_usd_per_year + model.mission_usd_per_year / model.satellites) / satellite_kW }],
    launch_usd_per_kg: model.launch_usd_per_kg,
    rate_per_year: 0,
    delivered: { utilisation: model.utilisation_frac },
  });
};

const groundOf = (site: ShipitGround): CostForm => {
  const part = { life_years: site.life_years };
  return groundForm({
    prices: [
      priceOf((site.gpu_usd + site.server_usd) / site.gpu_kW, { id: "GPU and server", covers: ["it"], ...part }),
      priceOf(site.rack_usd / site.gpu_kW, { id: "rack and network", covers: ["links"], ...part }),
    ],
    yearly: [{ id: "facility", item: "operations", usd_per_kW_year: site.facility_usd_per_year / site.gpu_kW }],
    energy: { usd_per_kWh: site.energy_usd_per_kWh, pue: site.pue, hours_per_year: site.hours_per_year },
    rate_per_year: 0,
    delivered: { utilisation: site.utilisation_frac },
  });
};

const CONTACT_DAYS_PER_YEAR = 365;

export const shipitModel = modelOf<Own>({
  card: shipit,
  inputs,
  together: [],
  variants: [{ id: "starship", what: "at its projected 500 $/kg", of: "orbit", inputs: { ...inputs, orbit: { ...inputs.orbit, launch_usd_per_kg: 500 } } }],
  forms: (own) => {
    const { orbit, ground } = tiersOf(own);
    return { orbit: orbitOf(orbit, ground.gpu_kW), ground: groundOf(ground) };
  },
  natives: (own) => {
    const { orbit, ground } = tiersOf(own);
    const [up, down] = [shipitOrbit(orbit).usd_per_GPU_h, shipitGround(ground)];
    return [
      { answer: "orbit", what: "cost of a GPU-hour", value: up, unit: "$/GPU-h", times: ground.gpu_kW / orbit.hours_per_year },
      { answer: "ground", what: "cost of a GPU-hour", value: down, unit: "$/GPU-h", times: ground.gpu_kW / ground.hours_per_year },
      { answer: "ratio", what: "orbit over ground", value: up / down, unit: "x", times: 1 },
    ];
  },
  faultsAt: {
    "orbit/discounting": [shipit.faults[0]!],
    "ground/discounting": [shipit.faults[0]!],
    "orbit/failures": [shipit.faults[1]!],
    "orbit/sunlight": [shipit.faults[1]!],
    "orbit/wear": [shipit.faults[1]!],
    "orbit/mass": [shipit.faults[2]!],
    "orbit.mass_kg": [shipit.faults[2]!],
    "ground/pue": [shipit.faults[3]!],
    "orbit/operations": [shipit.faults[4]!],
    "orbit.satellites": [shipit.faults[4]!],
  },
});
