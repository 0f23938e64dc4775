/**
 * A site's plant as large as the power that is left of the site.
 *
 *   1. share = megawatts online at the end of the horizon / megawatts that the plant is written for (the phases, or the capacity's power)
 *   2. grid limit, power of each generator and of each cooling unit, solar field, battery, measured load: times the share; numbers of units and all prices as written
 *   3. of a site that a market shares the pace of building and the data kept there too: crews and drives are those of the site. A gate that leaves a part
 *      slows nobody down and takes no data away, nor do phases that move here bring crews
 *
 * So a megawatt of the site costs, fails and emits the same whoever has it, and what all actors build of the plant comes to no more than is written.
 * Assumes each has a part of every unit; the economies of a plant of its own are not asked.
 */
import type { Amount, Scenario, Series } from "../scenario/index.ts";

type Site = Scenario["ground"]["sites"][number];
type Plant = NonNullable<Site["plant"]>;

/** Shares are sums of quarters: whole to rounding. */
const WHOLE = 1e-9;

/** The site with its plant at a share; as written where nothing is left of it, which sizing refuses. */
export const withPlantShare = (site: Site, { online_MW, whole_MW, shared }: { readonly online_MW: number; readonly whole_MW: number; readonly shared: boolean }): Site => {
  const share = online_MW / whole_MW;
  if (online_MW === 0 || whole_MW === 0 || Math.abs(share - 1) < WHOLE) return site;
  const { itPower_MW, sitePower_MW } = site.telemetry;
  return { ...site, ...(shared ? sharedWith(site, share) : {}), plant: site.plant === null ? null : plantAt(site.plant, share), telemetry: { itPower_MW: seriesAt(itPower_MW, share), sitePower_MW: seriesAt(sitePower_MW, share) } };
};

/** (3). */
const sharedWith = ({ buildRate_MW_per_yr: rate, data }: Site, share: number): Pick<Site, "buildRate_MW_per_yr" | "data"> => ({
  buildRate_MW_per_yr: amountAtShare(rate, share),
  data: data === null ? null : { ...data, stored_B: data.stored_B * share, written_B_per_day: data.written_B_per_day * share, read_B_per_day: data.read_B_per_day * share },
});

const amountAtShare = (amount: Amount, share: number): Amount => {
  switch (amount.kind) {
    case "constant": return { ...amount, value: amount.value * share };
    case "schedule": return { ...amount, value: amount.value.map((value) => value * share) };
    case "learning": throw new Error("a pace of building follows no learning curve");
  }
};

/** (2). */
const plantAt = (plant: Plant, share: number): Plant => ({
  ...plant,
  coolingUnit_MW: plant.coolingUnit_MW * share,
  grid: { ...plant.grid, limit_MW: plant.grid.limit_MW === null ? null : plant.grid.limit_MW * share },
  generators: plant.generators.map((unit) => ({ ...unit, power_MW: unit.power_MW * share })),
  solar: plant.solar === null ? null : { ...plant.solar, power_MW: plant.solar.power_MW * share },
  storage: plant.storage === null ? null : { ...plant.storage, energy_MWh: plant.storage.energy_MWh * share, power_MW: plant.storage.power_MW * share },
});

const seriesAt = (series: Series | null, share: number): Series | null => (series === null ? null : { ...series, value: series.value.map((power) => power * share) });
