/**
 * A site's flown year as ledger lines, in the words of the platform's: joules of IT, overhead and losses that add up to what IT got, hours,
 * dollars, water and carbon; of the whole site, scaled to a Julian year.
 */
import { assertLedger } from "../ledger/index.ts";
import type { Item, Ledger } from "../ledger/index.ts";
import { HOUR_S, JULIAN_YEAR_S } from "../units/index.ts";
import type { SiteFlight } from "./site-flight.ts";

type Part = readonly [name: string, subsystem: string, boundary: Item, quantity: number, unit: string];

const J_PER_MWH = 1e6 * HOUR_S;
const KG_PER_T = 1000;

/** What is lost or used on site counts negative, so that the lines of "energy" in joules add up to what IT got. */
const energyParts = ({ energy }: SiteFlight): readonly Part[] => [
  ...energy.sources.map(({ id, used_MWh, unused_MWh }): Part => [`generated/${id}`, id, "energy", (used_MWh + unused_MWh) * J_PER_MWH, "J"]),
  ["generated/backup", "backup", "energy", energy.backup_MWh * J_PER_MWH, "J"],
  ["overhead", "cooling and electrical plant", "energy", -energy.overhead_MWh * J_PER_MWH, "J"],
  ...(energy.storage === null ? [] : ([
    ["battery-loss", "battery", "energy", -energy.storage.lost_MWh * J_PER_MWH, "J"],
    ["charge-change", "battery", "energy", -energy.storage.change_MWh * J_PER_MWH, "J"],
  ] as const)),
  ["curtailed", "solar field", "energy", -energy.sources.reduce((sum, { unused_MWh }) => sum + unused_MWh, 0) * J_PER_MWH, "J"],
  ["it", "servers", "output", energy.it_MWh * J_PER_MWH, "J"],
];

const moneyParts = ({ money, water_m3, energy, backup }: SiteFlight): readonly Part[] => [
  ...energy.sources.map(({ id, usd }): Part => [`paid/${id}`, id, "energy", usd, "$"]),
  ["paid/backup", "backup", "energy", backup.usd, "$"],
  ["paid/water", "water", "water", money.water_usd, "$"],
  ["paid/replacement", "server replacement", "it", money.replacement_usd, "$"],
  ["water", "water", "water", water_m3, "m3"],
];

const otherParts = ({ usable_h, dark_h, hours, carbon_t }: SiteFlight): readonly Part[] => [
  ["throttled", "servers", "output", hours - usable_h - dark_h, "h"],
  ["dark", "servers", "output", dark_h, "h"],
  ["carbon", "carbon", "energy", carbon_t * KG_PER_T, "kg"],
];

/** Lines per Julian year of all sites; period "site-year". */
export const sitesLedger = (sites: readonly SiteFlight[]): Ledger =>
  assertLedger(sites.flatMap((site) => [...energyParts(site), ...moneyParts(site), ...otherParts(site)].map(([name, subsystem, boundary, quantity, unit]) => ({
    id: `ground/flight/${site.id}/${name}`, actor: "own", tier: "ground" as const, subsystem, boundary, period: "site-year",
    quantity: (quantity * JULIAN_YEAR_S) / (site.hours * HOUR_S), unit, source: `flown ${site.hours} h of ${site.year} from ${site.start_utc}, scaled to a Julian year`,
  }))));
