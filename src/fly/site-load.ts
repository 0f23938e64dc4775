/**
 * What a site wants and may run in each hour, before its power sources are asked.
 *
 *   1. wanted = telemetry, else the nameplate of all servers
 *   2. up = wanted / (1 + failure rate x repair time)            share of servers that is up (serve, equation 1); telemetry has it in it
 *   3. IT = up, less what the cooling cannot take of the hour's heat, less what the site's limit leaves no room for: IT + overhead <= limit
 *   4. overhead = (PUE(air, IT) - 1) IT by the cooling plant; below LOAD_MIN of the nameplate the overhead of LOAD_MIN stands. Without a plant,
 *      mean PUE and mean water of every hour
 */
import { coolingHour } from "../physics/index.ts";
import type { CoolingHour, CoolingPlant, OutsideAir } from "../physics/index.ts";
import type { SiteSizing } from "../size/index.ts";
import { HOURS_PER_YEAR } from "../units/index.ts";
import type { SiteAir } from "./site-air.ts";
import type { Site, SiteHours } from "./site-hours.ts";

/** MW; each a mean over its hour, so that MW are MWh. */
export interface SiteLoad {
  readonly wanted_MW: Float64Array;
  readonly up_MW: Float64Array;
  readonly it_MW: Float64Array;
  readonly overhead_MW: Float64Array;
  readonly water_L_per_kWh: Float64Array;
  /** MWh of IT not run, by reason. */
  readonly failed_MWh: number;
  readonly cooling_MWh: number;
  readonly limit_MWh: number;
}

const LOAD_MIN = 0.01;
const MEGA = 1e6;
/** A site at its limit is found to this share of it. */
const CLOSE = 1e-12;
const MOST_STEPS = 200;

export const siteLoad = (site: Site, sized: SiteSizing, { hours, air }: { readonly hours: SiteHours; readonly air: SiteAir | null }): SiteLoad => {
  const n = hours.hours;
  const load: { -readonly [K in keyof SiteLoad]: SiteLoad[K] } = {
    wanted_MW: new Float64Array(n), up_MW: new Float64Array(n), it_MW: new Float64Array(n), overhead_MW: new Float64Array(n), water_L_per_kWh: new Float64Array(n), failed_MWh: 0, cooling_MWh: 0, limit_MWh: 0,
  };
  const nameplate_MW = sized.it_W / MEGA;
  const measured = site.telemetry.itPower_MW;
  const up_frac = measured === null ? 1 / (1 + (sized.failure.rate_per_yr * sized.failure.repair_h) / HOURS_PER_YEAR) : 1;
  for (let h = 0; h < n; h++) {
    const wanted = measured?.value[h] ?? nameplate_MW;
    if (wanted > nameplate_MW * (1 + 1e-9)) throw new Error(`ground.sites.${site.id}.telemetry.itPower is ${wanted} MW in hour ${h} of ${hours.year}, above the ${nameplate_MW} MW of all its servers`);
    const cool = plantAt(sized, air?.air[h], nameplate_MW);
    const up = wanted * up_frac;
    const cooled = up * cool(up).cooled_frac;
    const it = withinLimit(cooled, { cool, limit_MW: sized.site_W / MEGA });
    load.wanted_MW[h] = wanted;
    load.up_MW[h] = up;
    load.it_MW[h] = it;
    load.overhead_MW[h] = cool(it).overhead_MW;
    load.water_L_per_kWh[h] = cool(it).water_L_per_kWh;
    load.failed_MWh += wanted - up;
    load.cooling_MWh += up - cooled;
    load.limit_MWh += cooled - it;
  }
  return load;
};

interface Cooled extends Pick<CoolingHour, "water_L_per_kWh" | "cooled_frac"> { readonly overhead_MW: number }

/** Overhead of an hour at any IT power. */
const plantAt = ({ cooling }: SiteSizing, air: OutsideAir | undefined, nameplate_MW: number): ((it_MW: number) => Cooled) => {
  if (cooling.plant === null || air === undefined) {
    const { pueMean, waterMean_L_per_kWh } = cooling;
    return (it_MW) => ({ overhead_MW: (pueMean - 1) * it_MW, water_L_per_kWh: waterMean_L_per_kWh, cooled_frac: 1 });
  }
  return cooledBy(cooling.plant, air, nameplate_MW);
};

const cooledBy = (plant: CoolingPlant, air: OutsideAir, nameplate_MW: number): ((it_MW: number) => Cooled) => {
  let last: { readonly it_MW: number; readonly cooled: Cooled } | undefined;
  return (it_MW) => {
    if (last?.it_MW === it_MW) return last.cooled;
    const load_frac = Math.min(1, Math.max(LOAD_MIN, it_MW / nameplate_MW));
    const hour = coolingHour(plant, air, load_frac);
    const cooled = { overhead_MW: (hour.pue - 1) * load_frac * nameplate_MW, water_L_per_kWh: hour.water_L_per_kWh, cooled_frac: hour.cooled_frac };
    last = { it_MW, cooled };
    return cooled;
  };
};

/** Most IT power that the limit leaves room for: IT as it is where it fits, else by false position on IT + overhead = limit. */
const withinLimit = (it_MW: number, { cool, limit_MW }: { readonly cool: (it_MW: number) => Cooled; readonly limit_MW: number }): number => {
  const over = (it: number): number => it + cool(it).overhead_MW - limit_MW;
  if (over(it_MW) <= limit_MW * CLOSE) return it_MW;
  if (over(0) >= 0) return 0;
  let [low, high] = [0, it_MW];
  for (let k = 0; k < MOST_STEPS && high - low > limit_MW * CLOSE; k++) {
    const [a, b] = [over(low), over(high)];
    const at = k % 3 === 2 ? (low + high) / 2 : low - (a * (high - low)) / (b - a);
    if (over(at) <= 0) low = at;
    else high = at;
  }
  return low;
};
