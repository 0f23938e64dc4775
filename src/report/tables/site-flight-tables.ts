/** The flown year of a ground site: power, water, money, what was lost and why, month by month, and the dearest hours. */
import type { SiteFlight } from "../../fly/index.ts";
import { formatFigure, formatPercent, formatScaled } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Fact, type Table } from "../table.ts";

const WH_PER_MWH = 1e6;
const energy = (mwh: number): string => formatScaled(mwh * WH_PER_MWH, "Wh");
const money = (usd: number): string => formatScaled(usd, "$");

const INPUT = { hours: "by the hour", shape: "mean and shape", mean: "mean", "dry bulb and climate": "dry bulb by the hour", climate: "a typical year", none: "none: PUE and water stand at their means" } as const;

const lostFacts = ({ lost, energy: { wanted_MWh } }: SiteFlight): readonly Fact[] => {
  const reasons = [
    [lost.failed_MWh, "servers under repair"], [lost.outage_MWh, "outages of power"], [lost.contract_MWh, "the curtailable contract"], [lost.price_MWh, "the site's own limit of price"],
    [lost.cooling_MWh, "heat that cooling does not take"], [lost.limit_MWh, "the site's power limit"], [lost.short_MWh, "power that does not reach"],
  ] as const;
  const told = reasons.filter(([mwh]) => mwh > 0).map(([mwh, why]) => `${formatPercent(mwh / wanted_MWh)} ${why}`);
  return [["lost", energy(reasons.reduce((sum, [mwh]) => sum + mwh, 0)), told.length === 0 ? "nothing" : told.join(", ")]];
};

const sourceFacts = ({ energy: { sources, site_MWh, storage, backup_MWh }, backup }: SiteFlight): readonly Fact[] => [
  ...sources.map(({ id, used_MWh, unused_MWh, peak_MW, usd }): Fact => [id, energy(used_MWh), `${formatPercent(used_MWh / site_MWh)} of the site's, at most ${formatScaled(peak_MW * WH_PER_MWH, "W")}, ${money(usd)}${unused_MWh > 0 ? `; ${energy(unused_MWh)} unused` : ""}`]),
  ...(backup_MWh > 0 ? [["engines of the house", energy(backup_MWh), `in outages of the grid, mean of the drawn years; fuel for ${money(backup.usd)}`] as const] : []),
  ...(storage === null ? [] : [["store", energy(storage.outOf_MWh), `out of it, ${energy(storage.lost_MWh)} lost in it`] as const]),
];

/** A site's year as a fact sheet. */
export const siteFlightTable = (s: SiteFlight): Table =>
  factTable({
    id: `flown-${s.id}`,
    title: `Flown year of ${s.id}`,
    note: `${formatFigure(s.hours)} hours of ${s.year} from ${s.start_utc}. Price ${INPUT[s.of.price]}, carbon ${INPUT[s.of.carbon]}, air ${INPUT[s.of.air]}, load of ${s.of.load === "telemetry" ? "its telemetry" : "all servers"}. Energy closes to ${formatFigure(s.energy.residual_frac)}, IT to ${formatFigure(s.lost.residual_frac)}, money to ${formatFigure(s.money.residual_frac)}.`,
    facts: [
      ["delivered", formatPercent(s.delivered_frac), `of the IT energy wanted, ${energy(s.energy.it_MWh)} of ${energy(s.energy.wanted_MWh)}; ${formatFigure(s.usable_h)} h usable, ${formatFigure(s.dark_h)} h dark`],
      ...lostFacts(s),
      ...(s.outages.years === 0 ? [] : [["outages", energy(s.outages.shedMean_MWh), `shed a year, mean of ${formatFigure(s.outages.years)} drawn; one year in twenty ${energy(s.outages.shedWorstOf20_MWh)} or more; ${formatFigure(s.outages.grid_per_yr)} outages of the grid a year`] as const]),
      ["PUE", formatFigure(s.pue), `of the year; ${formatFigure(s.pueBest)} to ${formatFigure(s.pueWorst)} by the hour`],
      ["price", `${formatFigure(s.price.mean_usd_per_MWh)} $/MWh`, `mean of the hours${s.price.paid_usd_per_MWh === null ? "" : `; ${formatFigure(s.price.paid_usd_per_MWh)} paid, with delivery`}`],
      ...sourceFacts(s),
      ["energy", money(s.money.total_usd - s.money.water_usd - s.money.replacement_usd), `${formatFigure(s.money.energy_usd_per_MWh)} $ a megawatt-hour of IT; ${money(s.money.demand_usd)} of it for peaks, ${money(s.money.fuel_usd)} for fuel`],
      ["water", `${formatFigure(s.water_m3)} m3`, `${formatFigure(s.water_L_per_kWh)} L/kWh of IT, ${money(s.money.water_usd)}`],
      ["carbon", `${formatFigure(s.carbon_t)} t`, `${formatFigure(s.carbon_g_per_kWh)} g/kWh of IT, direct`],
      ["servers", formatFigure(s.replaced_servers), `servers' worth of accelerators fail and are bought again, ${money(s.money.replacement_usd)}; ${formatFigure(s.refreshed_servers)} servers reach the end of their life`],
      ...(s.telemetry === null ? [] : [["telemetry", formatPercent(s.telemetry.bias_frac), `flown over measured site power, ${formatPercent(s.telemetry.rms_frac)} root mean square of the hours${s.telemetry.pueMeasured === null ? "" : `; measured PUE ${formatFigure(s.telemetry.pueMeasured)}`}`] as const]),
    ],
  });

const MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;

/** A site's year month by month. */
export const siteMonthTable = ({ id, monthly: m }: SiteFlight): Table => ({
  id: `flown-${id}-months`,
  title: `${id} by month`,
  columns: [wordColumn("month"), numberColumn("price", "$/MWh"), numberColumn("IT", "GWh"), numberColumn("lost", "GWh"), numberColumn("PUE", ""), numberColumn("water", "m3"), numberColumn("carbon", "t"), numberColumn("energy", "M$"), numberColumn("grid's peak", "MW")],
  rows: MONTH_NAMES.map((name, i) => [name, m.price_usd_per_MWh[i]!, m.it_MWh[i]! / 1e3, m.lost_MWh[i]! / 1e3, m.pue[i] ?? "", m.water_m3[i]!, m.carbon_t[i]!, m.energy_usd[i]! / 1e6, m.gridPeak_MW[i]!]),
  note: "",
});

/** The dearest hours of a site's year; none where its price has no hours. */
export const dearestTables = ({ id, year, price }: SiteFlight): readonly Table[] =>
  price.dearest.length === 0 ? [] : [{
    id: `flown-${id}-dearest`,
    title: `Dearest hours of ${year}, ${id}`,
    columns: [wordColumn("hour from"), numberColumn("price", "$/MWh")],
    rows: price.dearest.map(({ start_utc, usd_per_MWh }) => [start_utc, usd_per_MWh]),
    note: "",
  }];

/** What `fly` shows of the sites. */
export const siteFlightTables = (sites: readonly SiteFlight[]): readonly Table[] => sites.map(siteFlightTable);
export const siteDetailTables = (sites: readonly SiteFlight[]): readonly Table[] => sites.flatMap((site) => [siteMonthTable(site), ...dearestTables(site)]);
