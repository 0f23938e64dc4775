/** Ground sites as they are sized: a fact sheet each, and all of them beside the platform on the same items. */
import { sumLines, type Item } from "../../ledger/index.ts";
import type { PowerSource, SitePhase, SiteSizing, Sizing } from "../../size/index.ts";
import { formatQuarter, HOURS_PER_YEAR } from "../../units/index.ts";
import { formatFigure, formatPercent, formatScaled } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Fact, type Table } from "../table.ts";

/** Facts of every site, then money by item beside the platform's where there are both. */
export const siteTables = (sizing: Sizing | null): readonly Table[] => {
  if (sizing === null || sizing.sites.length === 0) return [];
  const hasColumns = sizing.platform !== null || sizing.sites.some(({ it_W }) => it_W > 0);
  return [...sizing.sites.map(siteTable), ...(hasColumns ? [itemTable(sizing)] : [])];
};

const siteTable = (site: SiteSizing): Table =>
  factTable({ id: `site-${site.id}`, title: `Site ${site.id}`, note: site.notes.join(" "), facts: site.site_W === 0 ? [...whyFacts(site)] : [...wholeFacts(site), ...coolingFacts(site), ...powerFacts(site), ...site.phases.map(phaseFact), ...moneyFacts(site)] });

const whyFacts = (site: SiteSizing): readonly Fact[] => site.why.map((why): Fact => ["infeasible", "", why]);

const wholeFacts = (site: SiteSizing): readonly Fact[] => [
  ...whyFacts(site),
  ...site.late.map((late): Fact => ["late", "", late]),
  ["site power", formatScaled(site.site_W, "W"), `${formatScaled(site.it_W, "W")} of IT, ${formatFigure(site.servers)} servers, ${formatFigure(site.accelerators)} accelerators`],
  ["compute", `${formatFigure(site.bf16_PFLOP_per_s)} PFLOP/s`, `dense BF16; ${formatFigure(site.tokens_per_s)} token/s sustained`],
  ...(site.footprint.land_m2 === 0 ? [] : [["land", `${formatFigure(site.footprint.land_m2 / 1e4)} ha`, `${formatFigure(site.footprint.solar_m2 / 1e4)} ha of it solar field; halls of ${formatFigure(site.footprint.hall_m2)} m2`] as const]),
];

const coolingFacts = ({ cooling: c, redundancy }: SiteSizing): readonly Fact[] => [
  ["PUE", formatFigure(c.pueMean), c.cooling === null ? "yearly mean, as written" : `mean of the typical year with ${c.cooling}; ${formatFigure(c.pueDesign)} in the design hour (${formatFigure(c.designDryBulb_C!)} degC, wet bulb ${formatFigure(c.designWetBulb_C!)})`],
  ["water", `${formatFigure(c.waterMean_L_per_kWh)} L/kWh`, "of IT, yearly mean"],
  ...(c.cooling === null ? [] : [["cooling units", `${redundancy.cooling.needed} of ${redundancy.cooling.units}`, `needed of those there; short of them for ${formatFigure(hoursShort(redundancy.coolingAvailable_frac))} h a year`] as const]),
];

const hoursShort = (available_frac: number): number => (1 - available_frac) * HOURS_PER_YEAR;

const sourceText = (source: PowerSource): string => {
  switch (source.kind) {
    case "grid": return `${formatFigure(source.energy_usd_per_MWh + source.delivery_usd_per_MWh)} $/MWh, ${formatFigure(source.carbon_g_per_kWh)} g/kWh`;
    case "gas": return `${source.units} x ${formatFigure(source.unit_MW)} MW, ${formatFigure(source.machine.heatRate_kJ_per_kWh)} kJ/kWh, gas at ${formatFigure(source.fuel_usd_per_GJ)} $/GJ, ${formatFigure(source.carbon_g_per_kWh)} g/kWh`;
    case "nuclear": return `${source.units} x ${formatFigure(source.unit_MW)} MW, ${formatFigure(source.variable_usd_per_MWh)} $/MWh`;
    case "solar": return `${formatFigure(source.dc_MW)} MW of modules at ${formatPercent(source.capacity_frac)} of nameplate used`;
  }
};

const powerFacts = (site: SiteSizing): readonly Fact[] => [
  ...site.sources.map((source, k): Fact => [source.id, formatScaled(source.power_MW * 1e6, "W"), `${sourceText(source)}; ${formatPercent(site.year.site_MWh === 0 ? 0 : site.year.used_MWh[k]! / site.year.site_MWh)} of a year's load`]),
  ...(site.storage === null ? [] : [["battery", formatScaled(site.storage.energy_MWh * 3.6e9, "J"), `${formatScaled(site.storage.power_MW * 1e6, "W")}, round trip ${formatPercent(site.storage.roundTrip_frac)}`] as const]),
  ...(site.cooling.cooling === null ? [] : [["power short", `${formatFigure(hoursShort(site.redundancy.powerAvailable_frac))} h`, `a year, of all the load needs: ${site.redundancy.power.needed} of ${site.redundancy.power.units} units, grid among them; sun and battery count for nothing firm`] as const]),
];

const phaseFact = (phase: SitePhase): Fact => [`phase ${phase.id}`, formatScaled(phase.power_MW * 1e6, "W"), `${phaseDates(phase)}${phase.lead_months === 0 ? "" : `; works take ${formatFigure(phase.lead_months)} months`}; held by: ${phase.binds}`];

/** When it runs, and, where it is late, when it was written to. */
const phaseDates = ({ online_quarter, ready_quarter }: SitePhase): string => {
  if (ready_quarter === online_quarter) return `from ${formatQuarter(online_quarter)}`;
  return `${ready_quarter === null ? "never whole" : `from ${formatQuarter(ready_quarter)}`}, written for ${formatQuarter(online_quarter)}`;
};

const moneyFacts = ({ parts, year }: SiteSizing): readonly Fact[] => [
  ["capital", formatScaled(parts.reduce((sum, part) => sum + part.capital_usd, 0), "$"), `${formatScaled(parts.reduce((sum, part) => (part.id === "servers" ? sum + part.capital_usd : sum), 0), "$")} of it servers`],
  ["a year", formatScaled(year.total_usd, "$"), `at full load: capital ${formatScaled(year.capital_usd, "$")}, energy ${formatScaled(year.energy_usd, "$")}, water ${formatScaled(year.water_usd, "$")}, the rest staff and replacements`],
];

const ITEMS: readonly Item[] = ["it", "power", "heat-rejection", "structure", "links", "storage", "control"];

/** Price by item over IT power: sites that have any and platform on one boundary; launch, energy and staff are in no column. */
const itemTable = ({ sites, platform, ledger }: Sizing): Table => {
  const columns = [...sites.filter(({ it_W }) => it_W > 0).map((site) => ({ name: site.id, ledger: site.ledger, it_W: site.it_W })), ...(platform === null ? [] : [{ name: "platform", ledger, it_W: platform.itNameplate_W }])];
  return {
    id: "capital-by-item",
    title: "Capital by item",
    columns: [wordColumn("item"), ...columns.map(({ name }) => numberColumn(name, "$/W"))],
    rows: ITEMS.map((boundary) => [boundary, ...columns.map((one) => sumLines(one.ledger, { boundary, unit: "$" }) / one.it_W)]),
    note: "Dollars a watt of IT nameplate, both tiers alike: what is bought and built, before launch, energy, staff and replacements.",
  };
};
