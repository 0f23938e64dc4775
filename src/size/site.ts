/**
 * `size` of a ground site: what its phases hold, when they can have power, what cools and powers them, what that weighs in money and land.
 *
 *   1. IT = site power / PUE of the design hour (the written PUE without a plant); servers = IT / nameplate
 *   2. available = share of the time with power enough (capacity outage table) times that with cooling enough (k of n)
 *   3. year = capital of each part as an annuity over its life at the real rate + standing costs + energy of the typical year + water
 *
 * Assumes full load all year; outages cost no money here, but hours in the flown year. Without `plant` the site is its means, as it always was.
 * Accuracy: published sites and totals (test/size/site.test.ts).
 */
import { enoughCapacity_frac, enoughWork_frac, gasLimit_frac, type CapacityGroup } from "../physics/index.ts";
import { crf } from "../money/index.ts";
import { entryOf, entryValue, partOf, runAll, type Keep, type Scenario } from "../scenario/index.ts";
import { formatNumber, HOURS_PER_YEAR, STANDARD_ATMOSPHERE_PA } from "../units/index.ts";
import { isDrawn, queueWait_month } from "./queue-wait.ts";
import { siteDates, type SiteDates } from "./site-build.ts";
import { siteClimate, siteCooling, typicalYear, YEAR_H, type Plant, type Site } from "./site-climate.ts";
import { siteLedger } from "./site-ledger.ts";
import { withLeastCost } from "./site-mix.ts";
import { realRateOf, siteParts, standingCosts, type SiteExtent } from "./site-parts.ts";
import { placeOf, powerYear, siteSources, siteStorage, solarYear, type PowerHours, type PowerYear } from "./site-power.ts";
import { siteWithoutPower } from "./site-without-power.ts";
import { whenRead } from "./when-read.ts";
import type { PowerSource, SiteCooling, SitePart, SiteRedundancy, SiteSizing, SiteYear } from "./site-sizing.ts";

/** All sites of the scenario, in its order. */
export const sizeSites = (scenario: Scenario): readonly SiteSizing[] => scenario.ground.sites.map((site) => sizeSite(scenario, site));

/** One site of the scenario, all its phases built; `keep` runs its parts. Infeasible is a result with reasons. */
export const sizeSite = (scenario: Scenario, written: Site, keep: Keep = runAll): SiteSizing => {
  const site_MW = keep(partOf("power of", written.id), powerOf_MW, written);
  if (site_MW === 0) return siteWithoutPower(scenario, written, { quarters: quartersOf(scenario), pressure_Pa: written.plant === null ? STANDARD_ATMOSPHERE_PA : siteClimate(scenario, written.plant).pressure_Pa });
  const cooling = keep(partOf("cooling of", written.id), siteCooling, scenario, written);
  const server = entryOf(scenario, { kind: "servers", id: written.server });
  const it_MW = site_MW / cooling.pueDesign;
  const extent: SiteExtent = { site_MW, it_MW, servers: it_MW / (entryValue(server, "nameplate") / 1000) };
  const given = keep(partOf("sources of", written.id), siteSources, scenario, written, site_MW);
  const hours = keep(partOf("hours of site", written.id), siteHours, scenario, written, { cooling, sources: given, it_MW });
  const site = withLeastCost(scenario, written, { sources: given, storage: siteStorage(written), hours, extent });
  const sources = site === written ? given : siteSources(scenario, site, site_MW);
  const wait_month = keep(partOf("queue of", site.id), queueWait_month, scenario, site);
  const dates = keep(partOf("dates of", site.id), datesOf, scenario, { site, sources, wait_month });
  const parts = siteParts(scenario, site, extent);
  const standing = standingCosts(scenario, site, extent);
  let known: SiteYear | null = null;
  const year = (): SiteYear => (known ??= siteYear(scenario, site, { cooling, sources, parts, hours, extent, standing_usd: standing.reduce((sum, cost) => sum + cost.usd_per_yr, 0) }));
  // A site of its means has its grid and nothing that could be short: whether it closes asks for no year.
  const why = site.plant === null && sources.length > 0 ? [] : [...powerReasons(site, { sources, year: year(), hours }), ...coolingReasons(cooling)];
  const sized: SiteSizing = whenRead({
    id: site.id, site: site.site, status: why.length === 0 ? "feasible" as const : "infeasible" as const, why,
    place: { ...placeOf(scenario, site), pressure_Pa: hours.pressure_Pa },
    servers: extent.servers, accelerators: extent.servers * entryValue(server, "chips"), it_W: it_MW * 1e6, site_W: site_MW * 1e6,
    bf16_PFLOP_per_s: extent.servers * entryValue(server, "bf16"), tokens_per_s: it_MW * 1e6 * entryValue(server, "tokens"),
    phases: keep(partOf("phases of", site.id), phasesOf, dates, cooling), online_MW: dates.online_MW, late: dates.late, cooling, sources: sources.map((source, k) => (source.kind === "solar" ? { ...source, capacity_frac: year().used_MWh[k]! / (source.dc_MW * YEAR_H) } : source)), storage: siteStorage(site),
    redundancy: keep(partOf("redundancy of", site.id), redundancyOf, scenario, site, { sources, site_MW }), failure: { rate_per_yr: site.failureRate_per_yr, repair_h: site.repairTime_h },
    footprint: footprintOf(site, extent, parts), parts, standing,
  }, { year, notes: () => [...notesOf(site), ...queueNotes(scenario, site, wait_month)], ledger: () => siteLedger(sized) });
  return sized;
};

const powerOf_MW = ({ phases }: Site): number => phases.reduce((sum, phase) => sum + phase.power_MW, 0);

const phasesOf = ({ phases }: SiteDates, { pueDesign }: SiteCooling): SiteSizing["phases"] => phases.map(({ id, power_MW, ...dated }) => ({ id, power_MW, it_MW: power_MW / pueDesign, ...dated }));

const datesOf = (scenario: Scenario, { site, sources, wait_month }: { readonly site: Site; readonly sources: readonly PowerSource[]; readonly wait_month: number | null }): SiteDates =>
  siteDates(site, { sources, quarters: quartersOf(scenario), wait_month });

const quartersOf = ({ horizon }: Scenario): readonly number[] => Array.from({ length: Math.round(4 * horizon.years_yr) }, (_, q) => horizon.start_quarter + q);

interface SiteHours extends PowerHours {
  readonly hasSun: boolean;
}

const siteHours = (scenario: Scenario, site: Site, { cooling, sources, it_MW }: { readonly cooling: SiteCooling; readonly sources: readonly PowerSource[]; readonly it_MW: number }): SiteHours => {
  // One hour stands for all of a site that is its means.
  if (site.plant === null || cooling.plant === null) return { load_MW: Float64Array.of(it_MW * cooling.pueMean), dryBulb_C: new Float64Array(1), pressure_Pa: STANDARD_ATMOSPHERE_PA, solar_frac: new Float64Array(1), hasSun: true };
  const none = new Float64Array(YEAR_H);
  const climate = siteClimate(scenario, site.plant);
  const year = typicalYear(climate, cooling.plant);
  const field = sources.find((source) => source.kind === "solar");
  const solar = field === undefined ? none : solarYear(scenario, site, field.field, year.dryBulb_C);
  return { load_MW: year.pue.map((pue) => pue * it_MW), dryBulb_C: year.dryBulb_C, pressure_Pa: climate.pressure_Pa, solar_frac: solar ?? none, hasSun: solar !== undefined };
};

interface YearInputs {
  readonly cooling: SiteCooling;
  readonly sources: readonly PowerSource[];
  readonly parts: readonly SitePart[];
  readonly hours: PowerHours;
  readonly extent: SiteExtent;
  readonly standing_usd: number;
}

/** Equation 3. The typical year has 8,760 hours; what is paid is for the 8,766 of a Julian year, as in every stage. */
const siteYear = (scenario: Scenario, site: Site, { cooling, sources, parts, hours, extent, standing_usd }: YearInputs): SiteYear => {
  const power = site.plant === null ? meanYear(sources[0]!, hours) : powerYear(sources, siteStorage(site), hours);
  const julian = HOURS_PER_YEAR / YEAR_H;
  const it_MWh = extent.it_MW * HOURS_PER_YEAR;
  // Litres a kilowatt-hour are cubic metres a megawatt-hour.
  const water_m3 = it_MWh * cooling.waterMean_L_per_kWh;
  const [energy_usd, water_usd] = [power.energy_usd * julian, water_m3 * site.waterPrice_usd_per_m3];
  const running_usd = standing_usd + energy_usd + water_usd;
  const capital_usd = parts.reduce((sum, part) => sum + part.capital_usd * crf({ rate_per_year: realRateOf(scenario), life_years: part.life_yr }), 0);
  return {
    it_MWh, site_MWh: it_MWh * cooling.pueMean, water_m3, carbon_t: power.carbon_t * julian, used_MWh: power.used_MWh.map((used) => used * julian), lost_MWh: power.lost_MWh * julian,
    energy_usd, water_usd, running_usd, capital_usd, total_usd: running_usd + capital_usd,
  };
};

/** One source without limit: what the stack would give. */
const meanYear = (source: PowerSource, hours: PowerHours): PowerYear => {
  const used = hours.load_MW[0]! * YEAR_H;
  if (source.kind !== "grid") throw new Error("a site without a plant lives on its grid");
  return { energy_usd: used * source.energy_usd_per_MWh, carbon_t: (used * source.carbon_g_per_kWh) / 1000, lost_MWh: 0, used_MWh: [used] };
};

/** Load that goes unserved in the typical year beyond this share of it is a shortage. */
const LOST_TOLERATED_FRAC = 1e-6;

const powerReasons = (site: Site, { sources, year, hours }: { readonly sources: readonly PowerSource[]; readonly year: SiteYear; readonly hours: SiteHours }): readonly string[] => [
  ...(sources.length === 0 ? ["no source of power: neither a grid nor a generator"] : []),
  ...(hours.hasSun ? [] : [`climate "${site.plant!.climate}" has no figure of sunlight: the field's output is not known`]),
  ...(year.lost_MWh > LOST_TOLERATED_FRAC * year.site_MWh ? [`${formatNumber(year.lost_MWh)} MWh a year, ${formatNumber((100 * year.lost_MWh) / year.site_MWh)} % of the load, find no power in the typical year`] : []),
];

const coolingReasons = ({ cooledDesign_frac, designDryBulb_C, cooling }: SiteCooling): readonly string[] =>
  cooledDesign_frac < 1 ? [`cooling "${cooling}" takes ${formatNumber(100 * cooledDesign_frac)} % of the heat in the design hour (${formatNumber(designDryBulb_C!)} degC): a warmer supply, wetting or a chiller is needed`] : [];

const redundancyOf = (scenario: Scenario, site: Site, { sources, site_MW }: { readonly sources: readonly PowerSource[]; readonly site_MW: number }): SiteRedundancy => {
  const { plant } = site;
  if (plant === null) return { power: { needed: 1, units: 1 }, cooling: { needed: 1, units: 1 }, powerAvailable_frac: 1, coolingAvailable_frac: 1, available_frac: 1 };
  const climate = siteClimate(scenario, plant);
  const groups = sources.flatMap((source) => groupOf(plant, source, climate.design));
  const needed = Math.ceil(site_MW / plant.coolingUnit_MW);
  const cooling = { needed, units: needed + plant.coolingSpares };
  const powerAvailable_frac = enoughCapacity_frac(groups, site_MW);
  const coolingAvailable_frac = enoughWork_frac({ ...cooling, survival_frac: 1 - plant.coolingOutage_frac });
  return { power: { needed: unitsNeeded(groups, site_MW), units: groups.reduce((sum, group) => sum + group.units, 0) }, cooling, powerAvailable_frac, coolingAvailable_frac, available_frac: powerAvailable_frac * coolingAvailable_frac };
};

/** Firm units in the design hour's heat; a grid with backup is out only when that fails too. */
const groupOf = (plant: Plant, source: PowerSource, air: Parameters<typeof gasLimit_frac>[1]): readonly CapacityGroup[] => {
  switch (source.kind) {
    case "grid": return [{ unit_MW: source.power_MW, units: 1, outage_frac: source.outage_frac * (1 - plant.backup_frac * plant.backupStart_frac) }];
    case "gas": return [{ unit_MW: source.unit_MW * gasLimit_frac(source.machine, air), units: source.units, outage_frac: source.outage_frac }];
    case "nuclear": return [{ unit_MW: source.unit_MW, units: source.units, outage_frac: Math.min(1, source.outage_frac + source.refuelling_frac) }];
    case "solar": return [];
  }
};

/** Largest units first: how many of them carry the load; all of them and more where they do not. */
const unitsNeeded = (groups: readonly CapacityGroup[], needed_MW: number): number => {
  let [left, units] = [needed_MW, 0];
  for (const group of [...groups].sort((a, b) => b.unit_MW - a.unit_MW)) {
    const taken = Math.min(group.units, Math.ceil(left / group.unit_MW - 1e-9));
    if (left > 0) [left, units] = [left - taken * group.unit_MW, units + taken];
  }
  return left > 1e-9 * needed_MW ? units + 1 : units;
};

const footprintOf = ({ plant }: Site, extent: SiteExtent, parts: readonly SitePart[]): SiteSizing["footprint"] => {
  const area = (id: (part: string) => boolean): number => parts.reduce((sum, part) => (id(part.id) && part.area_m2 !== null ? sum + part.area_m2 : sum), 0);
  const solar_m2 = area((id) => id === "generation/solar");
  const plant_m2 = area((id) => id !== "generation/solar");
  const hall_m2 = plant === null ? 0 : plant.land.hall_m2_per_MW * extent.it_MW;
  return { hall_m2, plant_m2, solar_m2, land_m2: plant === null ? 0 : plant.land.area_m2_per_MW * extent.site_MW + solar_m2 };
};

const notesOf = ({ id, plant }: Site): readonly string[] =>
  plant === null
    ? [`Site ${id} is sized by means: PUE, water and price as written, no outages, no land, no lead times; write \`plant\` for its cooling, power and building.`]
    : [
        `Site ${id}: PUE and water are of the typical year of its climate, which has no heat waves; prices are the year's mean by the hour.`,
        "Clearing the site at its end, and what old servers sell for, are not counted: nobody publishes them.",
      ];

const queueNotes = ({ uncertainty }: Scenario, { id, plant }: Site, wait_month: number | null): readonly string[] =>
  plant === null || wait_month === null || !isDrawn(uncertainty, plant) ? [] : [`Site ${id}: in draw ${uncertainty.draw} its grid comes ${formatNumber(wait_month)} months after the request.`];
