/** Myana's years in the common forms. Hardware and integration are one lump; insurance and interest while it is built stand with operations. */
import { lcoc } from "../../lcoc.ts";
import { lcocGround, lcocOrbit, lcocYears } from "../../lcoc-year.ts";
import type { LcocGround, LcocOrbit } from "../../lcoc-year.ts";
import { groundForm, massPart, orbitForm, priceOf, type CostForm } from "../cost-form.ts";
import { modelOf, type Variant } from "../model.ts";

const orbitOf = (model: LcocOrbit, ground: LcocGround): CostForm => {
  const got = lcocOrbit(model);
  const part = { life_years: model.life_years, upkeep_per_year: model.maintenance_per_year };
  const lump = { id: "platform with chips", covers: ["it", "power", "heat-rejection", "structure", "control", "links"], ...part } as const;
  return orbitForm({
    prices: [
      priceOf((model.hardware_usd + model.integration_usd) / model.compute_kW, lump),
      priceOf((got.insured_usd + got.interest_usd + model.groundSegment_usd) / model.compute_kW, { id: "insurance, interest while it is built, ground segment", covers: ["operations"], ...part }),
    ],
    masses: [massPart(model.launched_kg / model.compute_kW, lump)],
    yearly: [{ id: "bandwidth", item: "links", usd_per_kW_year: model.bandwidth_usd_per_year / model.compute_kW }],
    launch_usd_per_kg: model.launch_usd_per_kg,
    rate_per_year: model.rate_per_year,
    delivered: { survival: model.uptime_frac, computePerWatt: ((model.gpus / model.compute_kW) * ground.gpu_W) / 1000 },
  });
};

const groundOf = (site: LcocGround): CostForm => {
  const gpu_kW = site.gpu_W / 1000;
  return groundForm({
    prices: [priceOf(site.capital_usd / gpu_kW, { id: "servers and fabric", covers: ["it", "links"], life_years: site.life_years })],
    yearly: [{ id: "overhead", item: "operations", usd_per_kW_year: site.overhead_usd_per_year / gpu_kW }],
    energy: { usd_per_kWh: site.energy_usd_per_kWh, pue: site.pue, hours_per_year: site.hours_per_year * site.sla_frac },
    rate_per_year: site.rate_per_year,
    delivered: { survival: site.sla_frac, utilisation: site.utilisation_frac },
  });
};

/** Both tiers share the hours of its year. */
type Own = { readonly hours_per_year: number; readonly orbit: Omit<LcocOrbit, "hours_per_year">; readonly ground: Omit<LcocGround, "hours_per_year"> };

const ownOf = (year: keyof typeof lcocYears): Own => {
  const { orbit: { hours_per_year, ...orbit }, ground: { hours_per_year: _same, ...ground } } = lcocYears[year];
  return { hours_per_year, orbit, ground };
};

const tiersOf = ({ hours_per_year, orbit, ground }: Own): { readonly orbit: LcocOrbit; readonly ground: LcocGround } => ({ orbit: { ...orbit, hours_per_year }, ground: { ...ground, hours_per_year } });

/** $/GPU-h for one $/kW-yr of the ground's chips. */
const perGpuHour = ({ gpu_W, hours_per_year }: LcocGround): number => gpu_W / 1000 / hours_per_year;

const yearOf = (year: keyof typeof lcocYears): Omit<Variant, "inputs"> & { readonly inputs: Own } => ({ id: String(year), what: `its year ${year}`, of: null, inputs: ownOf(year) });

export const lcocModel = modelOf<Own>({
  card: lcoc,
  inputs: ownOf(2035),
  together: [],
  variants: [yearOf(2026), yearOf(2030), yearOf(2035), yearOf(2040)],
  forms: (own) => {
    const { orbit, ground } = tiersOf(own);
    return { orbit: orbitOf(orbit, ground), ground: groundOf(ground) };
  },
  natives: (own) => {
    const { orbit, ground } = tiersOf(own);
    const [up, down] = [lcocOrbit(orbit).usd_per_GPU_h, lcocGround(ground).base_usd_per_GPU_h];
    return [
      { answer: "orbit", what: "levelised cost of compute", value: up, unit: "$/GPU-h", times: perGpuHour(ground) },
      { answer: "ground", what: "base cost, without its scarcity premium", value: down, unit: "$/GPU-h", times: perGpuHour(ground) },
      { answer: "ratio", what: "orbit over the ground's base cost", value: up / down, unit: "x", times: 1 },
    ];
  },
  faultsAt: {
    "orbit/mass": [lcoc.faults[2]!],
    "orbit/cooling": [lcoc.faults[2]!],
    "orbit/build/heat-rejection": [lcoc.faults[2]!],
    "orbit/boundary/sunlight": [lcoc.faults[3]!],
    "orbit/sunlight": [lcoc.faults[3]!],
    "orbit/failures": [lcoc.faults[3]!],
  },
});
