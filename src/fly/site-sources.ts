/**
 * A site's power sources by the hour: what each can give and what a megawatt-hour of it costs.
 *
 *   1. grid: its limit, less the share that a curtailable contract lets the operator take away, in the dearest hours of the year, as many as
 *      the contract names; price of the hour + delivery
 *   2. gas: units x what heat and height leave of their power; fuel at full load x its price + upkeep
 *   3. nuclear: units, each stopped once for its share of the year, one after another, from the hour in which the grid is cheapest over the stops
 *   4. solar: the field's output, less the share of it that is out; nothing
 *   5. a source that costs more than the site's own limit of price (`priceStop`) is not asked in that hour
 *
 * Gas units are dispatched as if they ran at any load; what they burn there follows afterwards by units that run (site-money).
 */
import { gasFuel_kJ_per_kWh, gasLimit_frac } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { GasSource, GridSource, NuclearSource, PowerSource, SiteSizing, SolarSource } from "../size/index.ts";
import { solarHours } from "./site-air.ts";
import type { SiteAir } from "./site-air.ts";
import type { Site, SiteHours } from "./site-hours.ts";

export interface SiteSources {
  readonly of: readonly PowerSource[];
  /** hours x sources: MW that each can give when none of its units is out, and $/MWh. */
  readonly limit_MW: Float64Array;
  readonly cost_usd_per_MWh: Float64Array;
  /** Hours of the curtailable contract, and in which the site's own limit of price stops a source. */
  readonly curtailed: Uint8Array;
  readonly stopped: Uint8Array;
}

export interface SiteContext {
  readonly scenario: Scenario;
  readonly site: Site;
  readonly sized: SiteSizing;
  readonly hours: SiteHours;
  readonly air: SiteAir | null;
}

interface SourceHours {
  readonly limit_MW: (h: number) => number;
  readonly cost_usd_per_MWh: (h: number) => number;
}

export const siteSources = (context: SiteContext): SiteSources => {
  const { site, sized, hours } = context;
  const [n, count] = [hours.hours, sized.sources.length];
  const grid = sized.sources.find((source) => source.kind === "grid");
  const curtailed = grid === undefined ? new Uint8Array(n) : dearest(hours.price_usd_per_MWh, Math.round(Math.min(n, grid.curtailable_frac > 0 ? grid.curtailable_h_per_yr : 0)));
  const stopped = new Uint8Array(n);
  const out = { limit_MW: new Float64Array(n * count), cost_usd_per_MWh: new Float64Array(n * count) };
  sized.sources.forEach((source, k) => {
    const by = sourceHours(source, context, curtailed);
    for (let h = 0; h < n; h++) {
      const cost = by.cost_usd_per_MWh(h);
      const tooDear = site.priceStop_usd_per_MWh !== null && cost > site.priceStop_usd_per_MWh;
      if (tooDear) stopped[h] = 1;
      out.cost_usd_per_MWh[h * count + k] = cost;
      out.limit_MW[h * count + k] = tooDear ? 0 : by.limit_MW(h);
    }
  });
  return { of: sized.sources, ...out, curtailed, stopped };
};

const sourceHours = (source: PowerSource, context: SiteContext, curtailed: Uint8Array): SourceHours => {
  switch (source.kind) {
    case "grid": return gridHours(source, context, curtailed);
    case "gas": return gasHours(source, context);
    case "nuclear": return nuclearHours(source, context);
    case "solar": return fieldHours(source, context);
  }
};

const gridHours = ({ power_MW, delivery_usd_per_MWh, curtailable_frac }: GridSource, { hours }: SiteContext, curtailed: Uint8Array): SourceHours => ({
  limit_MW: (h) => (curtailed[h] === 1 ? power_MW * (1 - curtailable_frac) : power_MW),
  cost_usd_per_MWh: (h) => hours.price_usd_per_MWh[h]! + delivery_usd_per_MWh,
});

const KJ_PER_GJ = 1e6;
const KWH_PER_MWH = 1000;

/** Gas burnt a megawatt-hour at a share of what the air allows, GJ. */
export const gasFuel_GJ_per_MWh = ({ machine }: GasSource, { air, sized }: Pick<SiteContext, "air" | "sized">, h: number, load_frac: number): number =>
  (gasFuel_kJ_per_kWh(machine, intake({ air, sized }, h, machine.powerFrom_C), load_frac) * KWH_PER_MWH) / KJ_PER_GJ;

/** What a unit can give in an hour, MW. Where nothing is known of the air, that of its rating. */
export const gasUnit_MW = ({ unit_MW, machine }: GasSource, context: Pick<SiteContext, "air" | "sized">, h: number): number => unit_MW * gasLimit_frac(machine, intake(context, h, machine.powerFrom_C));

const intake = ({ air, sized }: Pick<SiteContext, "air" | "sized">, h: number, rated_C: number) => {
  const outside = air?.air[h];
  return outside ?? { dryBulb_C: rated_C, pressure_Pa: sized.place.pressure_Pa };
};

const gasHours = (source: GasSource, context: SiteContext): SourceHours => ({
  limit_MW: (h) => source.units * gasUnit_MW(source, context, h),
  cost_usd_per_MWh: (h) => gasFuel_GJ_per_MWh(source, context, h, 1) * source.fuel_usd_per_GJ + source.variable_usd_per_MWh,
});

const nuclearHours = ({ units, unit_MW, refuelling_frac, variable_usd_per_MWh }: NuclearSource, { hours }: SiteContext): SourceHours => {
  const n = hours.hours;
  const stop_h = refuelling_frac * n * units;
  const always = Math.floor(stop_h / n);
  const rest_h = stop_h - always * n;
  const first = cheapestStart(hours.price_usd_per_MWh, Math.ceil(rest_h));
  // Stops lie end to end from `first`, round the year's end.
  const running = (h: number): number => {
    const since = (h - first + n) % n;
    return units - always - Math.max(0, Math.min(since + 1, rest_h) - since);
  };
  return { limit_MW: (h) => unit_MW * running(h), cost_usd_per_MWh: () => variable_usd_per_MWh };
};

const fieldHours = (source: SolarSource, { scenario, site, sized, hours, air }: SiteContext): SourceHours => {
  if (air === null) throw new Error(`ground.sites.${site.id}: a solar field and nothing that tells of its air; write plant.climate or weather`);
  const output_frac = solarHours(scenario, site, sized, { field: source.field, hours, air });
  return { limit_MW: (h) => Math.max(0, output_frac[h]! * source.dc_MW * (1 - source.outage_frac)), cost_usd_per_MWh: () => 0 };
};

/** Flags of the dearest hours; of equal ones the earlier. */
const dearest = (price: Float64Array, count: number): Uint8Array => {
  const flags = new Uint8Array(price.length);
  if (count > 0) for (const h of dearestHours(price, count)) flags[h] = 1;
  return flags;
};

/** The dearest hours, dearest first; of equal ones the earlier. */
export const dearestHours = (price: Float64Array, count: number): readonly number[] => Array.from(price.keys()).sort((a, b) => price[b]! - price[a]! || a - b).slice(0, count);

/** First hour of the cheapest stretch of so many hours, round the year's end. */
const cheapestStart = (price: Float64Array, count: number): number => {
  const n = price.length;
  let sum = 0;
  for (let h = 0; h < count; h++) sum += price[h]!;
  let [best, least] = [0, sum];
  for (let h = 1; h < n; h++) {
    sum += price[(h + count - 1) % n]! - price[h - 1]!;
    if (sum < least - 1e-9) [best, least] = [h, sum];
  }
  return best;
};
