/**
 * What a site costs to build and to stand there, part by part, in the words of a platform's ledger.
 *
 * The facility's one price is split so that it pairs with orbit's parts: electrical 5.25, mechanical 3.0, civil 2.5 and network 1.75 of
 * 12.5 $/W (McCalip, "Economics of orbital vs terrestrial data centres", andrewmccalip/thoughts math.js e59571e, 2026-02).
 */
import type { Item } from "../ledger/index.ts";
import { realRate } from "../money/index.ts";
import { amountAt, entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { quarterStart_s } from "../units/index.ts";
import type { Site } from "./site-climate.ts";
import type { SiteCost, SitePart, SitePricedBy } from "./site-sizing.ts";

const MCCALIP = "split after McCalip, math.js e59571e (2026-02)";
const SPLIT: readonly { readonly id: string; readonly subsystem: string; readonly boundary: Item; readonly share: number }[] = [
  { id: "facility/electrical", subsystem: "electrical plant", boundary: "power", share: 5.25 / 12.5 },
  { id: "facility/cooling", subsystem: "cooling plant", boundary: "heat-rejection", share: 3 / 12.5 },
  { id: "facility/structure", subsystem: "land and shell", boundary: "structure", share: 2.5 / 12.5 },
  { id: "facility/network", subsystem: "site network", boundary: "links", share: 1.75 / 12.5 },
];

/** The rate at which real dollars become an annuity: as in the plan and the levelised cost of the ground. */
export const realRateOf = ({ finance, money }: Scenario): number => realRate({ nominal_per_year: finance.discount_per_yr, inflation_per_year: money.inflation_per_yr });

export interface SiteExtent {
  readonly servers: number;
  readonly it_MW: number;
  readonly site_MW: number;
}

const atStart = (scenario: Scenario, site: Site, { field, units }: SitePricedBy): number => amountAt(site[field], quarterStart_s(scenario.horizon.start_quarter)) * units;

export const siteParts = (scenario: Scenario, site: Site, extent: SiteExtent): readonly SitePart[] => {
  const priced = (field: SitePricedBy["field"], units: number): Pick<SitePart, "capital_usd" | "pricedBy"> => ({ capital_usd: atStart(scenario, site, { field, units }), pricedBy: { field, units } });
  return [
    { id: "servers", subsystem: "servers", boundary: "it", ...priced("serverPrice_usd", extent.servers), life_yr: site.serverLife_yr, power_W: extent.it_MW * 1e6, area_m2: null, source: `ground.sites.${site.id}.serverPrice, ${site.server}` },
    ...SPLIT.map(({ id, subsystem, boundary, share }): SitePart => ({
      id, subsystem, boundary, ...priced("facilityCost_usd_per_W", share * extent.site_MW * 1e6), life_yr: site.facilityLife_yr,
      power_W: id === "facility/electrical" ? extent.site_MW * 1e6 : null, area_m2: null, source: `ground.sites.${site.id}.facilityCost, ${MCCALIP}`,
    })),
    ...plantParts(scenario, site),
  ];
};

const plantParts = (scenario: Scenario, { plant }: Site): readonly SitePart[] => {
  if (plant === null) return [];
  const { solar, storage } = plant;
  const value = (kind: "generators" | "solarFields" | "gridStorage", id: string, name: string): number => entryValue(entryOf(scenario, { kind, id }), name);
  return [
    ...plant.generators.map((unit): SitePart => {
      const power_MW = unit.units * unit.power_MW;
      return { id: `generation/${unit.id}`, subsystem: `generation ${unit.id}`, boundary: "power", pricedBy: null, capital_usd: power_MW * 1e6 * unit.price_usd_per_W, life_yr: value("generators", unit.generator, "life"), power_W: power_MW * 1e6, area_m2: power_MW * value("generators", unit.generator, "landUse"), source: `generators/${unit.generator}` };
    }),
    ...(solar === null ? [] : [{ id: "generation/solar", subsystem: "solar field", boundary: "power", pricedBy: null, capital_usd: solar.power_MW * 1e6 * solar.price_usd_per_W, life_yr: value("solarFields", solar.field, "life"), power_W: solar.power_MW * 1e6, area_m2: solar.power_MW * value("solarFields", solar.field, "landUse"), source: `solarFields/${solar.field}` } as const]),
    ...(storage === null ? [] : [{ id: "battery", subsystem: "battery", boundary: "power", pricedBy: null, capital_usd: storage.energy_MWh * 1000 * storage.price_usd_per_kWh, life_yr: value("gridStorage", storage.store, "life"), power_W: storage.power_MW * 1e6, area_m2: storage.energy_MWh * value("gridStorage", storage.store, "landUse"), source: `gridStorage/${storage.store}` } as const]),
  ];
};

export const standingCosts = (scenario: Scenario, site: Site, extent: SiteExtent): readonly SiteCost[] => {
  const solar = site.plant?.solar ?? null;
  const replaced: SitePricedBy = { field: "serverPrice_usd", units: extent.servers * site.failureRate_per_yr };
  return [
    { id: "staff", subsystem: "staff and upkeep", boundary: "operations", usd_per_yr: site.operations_usd_per_W * extent.site_MW * 1e6, pricedBy: null, source: `ground.sites.${site.id}.operations` },
    { id: "server-replacement", subsystem: "server replacement", boundary: "it", usd_per_yr: atStart(scenario, site, replaced), pricedBy: replaced, source: `ground.sites.${site.id}.failureRate x serverPrice` },
    ...(solar === null ? [] : [{ id: "solar-upkeep", subsystem: "upkeep of the solar field", boundary: "operations", usd_per_yr: solar.power_MW * 1e6 * entryValue(entryOf(scenario, { kind: "solarFields", id: solar.field }), "upkeep"), pricedBy: null, source: `solarFields/${solar.field}` } as const]),
  ];
};
