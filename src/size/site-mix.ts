/**
 * How much solar field and battery make a site's year cheapest, up to what is written.
 *
 *   minimise over shares s, b in 0..1:  s A_solar + b A_battery + energy(s, b) + lost load at its price
 *
 * A: annuity of the capital at the real discount rate and yearly upkeep; energy by exact dispatch of every fifth day of the typical year.
 * The dispatch is a linear program in which capacities are right-hand sides, so its cost is convex in (s, b): golden section in b for each s,
 * to 1 % of what is written. Accuracy: no point of a grid beats it by more than that (test).
 */
import { crf } from "../money/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { YEAR_H, type Site } from "./site-climate.ts";
import { realRateOf, standingCosts, siteParts, type SiteExtent } from "./site-parts.ts";
import { LOST_USD_PER_MWH, powerYear, type PowerHours } from "./site-power.ts";
import type { PowerSource, SiteStorage } from "./site-sizing.ts";

const EVERY_D = 5;
const DAY_H = 24;
const TOLERANCE = 0.01;

export interface MixInputs {
  readonly sources: readonly PowerSource[];
  readonly storage: SiteStorage | null;
  readonly hours: PowerHours;
  readonly extent: SiteExtent;
}

/** The site with as much of its field and battery as is cheapest; itself where nothing is to be chosen. */
export const withLeastCost = (scenario: Scenario, site: Site, inputs: MixInputs): Site => {
  if (site.plant === null || site.plant.mix === "written") return site;
  const cost = mixCost(scenario, site, inputs);
  const battery = (s: number): number => (inputs.storage === null ? 0 : edged((b) => cost(s, b)));
  const s = site.plant.solar === null ? 0 : edged((share) => cost(share, battery(share)));
  return scaledSite(site, { solar: s, battery: battery(s) });
};

/** Yearly dollars of shares of what is written. */
export const mixCost = (scenario: Scenario, site: Site, { sources, storage, hours, extent }: MixInputs): ((solar: number, battery: number) => number) => {
  const annuity = (id: string): number => siteParts(scenario, site, extent).reduce((sum, part) => (part.id === id ? sum + part.capital_usd * crf({ rate_per_year: realRateOf(scenario), life_years: part.life_yr }) : sum), 0);
  const upkeep = standingCosts(scenario, site, extent).reduce((sum, cost) => (cost.id === "solar-upkeep" ? sum + cost.usd_per_yr : sum), 0);
  const [field_usd, battery_usd] = [annuity("generation/solar") + upkeep, annuity("battery")];
  const some = everyFifthDay(hours);
  const year = YEAR_H / some.load_MW.length;
  return (s, b) => {
    const scaled = sources.map((source) => (source.kind === "solar" ? { ...source, dc_MW: source.dc_MW * s, power_MW: source.power_MW * s } : source));
    const power = powerYear(scaled, storage === null ? null : { ...storage, energy_MWh: storage.energy_MWh * b, power_MW: storage.power_MW * b }, some);
    return s * field_usd + b * battery_usd + year * (power.energy_usd + power.lost_MWh * LOST_USD_PER_MWH);
  };
};

const everyFifthDay = (hours: PowerHours): PowerHours => {
  const pick = (column: Float64Array): Float64Array => column.filter((_, h) => Math.floor(h / DAY_H) % EVERY_D === 0);
  return { load_MW: pick(hours.load_MW), dryBulb_C: pick(hours.dryBulb_C), solar_frac: pick(hours.solar_frac), pressure_Pa: hours.pressure_Pa };
};

const INVERSE_GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Lowest point of a convex function over 0..1, its ends included: golden section without the scan that `lowestPoint` needs for several valleys. */
const edged = (cost: (share: number) => number): number => {
  let [low, high] = [0, 1];
  let [left, right] = [1 - INVERSE_GOLDEN, INVERSE_GOLDEN];
  let [costLeft, costRight] = [cost(left), cost(right)];
  while (high - low > TOLERANCE) {
    if (costLeft <= costRight) {
      [high, right, costRight, left] = [right, left, costLeft, right - INVERSE_GOLDEN * (right - low)];
      costLeft = cost(left);
    } else {
      [low, left, costLeft, right] = [left, right, costRight, left + INVERSE_GOLDEN * (high - left)];
      costRight = cost(right);
    }
  }
  const ends = [0, 1].filter((end) => (end === 0 ? low === 0 : high === 1)).map((at) => ({ at, cost: cost(at) }));
  return [{ at: left, cost: costLeft }, ...ends].reduce((best, one) => (one.cost < best.cost ? one : best)).at;
};

const scaledSite = (site: Site, { solar: s, battery: b }: { readonly solar: number; readonly battery: number }): Site => {
  const plant = site.plant!;
  return {
    ...site,
    plant: {
      ...plant,
      solar: plant.solar === null || s === 0 ? null : { ...plant.solar, power_MW: plant.solar.power_MW * s },
      storage: plant.storage === null || b === 0 ? null : { ...plant.storage, energy_MWh: plant.storage.energy_MWh * b, power_MW: plant.storage.power_MW * b },
    },
  };
};
