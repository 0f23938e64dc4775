/**
 * Drives of a ground site beside the data that it holds, as orbit.data has them on board: how many, their power, what is bought again.
 *
 *   drives, spares, power, replacement: physics/serviced-storage over the life of the building; visits as ground.sites.data.visit has them
 *
 * The data are of the whole site; each megawatt of its phases holds its share.
 */
import { servicedStorage, type ServicedStorage } from "../../physics/index.ts";
import { entryOf, entryValue } from "../../scenario/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { formatNumber, HOURS_PER_YEAR } from "../../units/index.ts";

type Site = Scenario["ground"]["sites"][number];

/** Of the whole site. */
export interface SiteDrives {
  readonly drive: string;
  readonly drives: number;
  readonly power_W: number;
  readonly price_usd: number;
  /** Paid each year for drives that failed or wore out. */
  readonly replaced_usd_per_yr: number;
  /** Site power of all phases. */
  readonly site_MW: number;
  readonly storage: ServicedStorage;
  /** Why the data cannot be held; empty where they can. */
  readonly why: readonly string[];
}

const PLAN_FIGURES = ["idle", "writeRate", "readRate"] as const;

/** Null where the scenario says nothing of the site's data. */
export const siteDrives = (scenario: Scenario, site: Site): SiteDrives | null => {
  const { data } = site;
  if (data === null) return null;
  const entry = entryOf(scenario, { kind: "storage", id: data.drive });
  const lacking = PLAN_FIGURES.filter((name) => entry.figures[name] === undefined);
  if (lacking.length > 0) throw new Error(`ground.sites.${site.id}.data: storage/${data.drive} gives no ${lacking.join(", ")}; name another drive`);
  const value = (name: string): number => entryValue(entry, name);
  const storage = servicedStorage(
    { stored_bytes: data.stored_B, written_bytes_per_day: data.written_B_per_day, read_bytes_per_day: data.read_B_per_day, years: site.facilityLife_yr },
    { capacity_bytes: value("capacity") * 1e12, mass_kg: value("mass"), active_W: value("power"), idle_W: value("idle"), endurance_bytes: value("endurance") * 1e15, write_bytes_per_s: value("writeRate") * 1e9, read_bytes_per_s: value("readRate") * 1e9, doseLimit_rad: null },
    {
      rules: { code: { data: data.dataShards, parity: data.parityShards }, fate: { failure_per_yr: data.failureRate_per_yr, rebuild_h: data.rebuild_h, rebuilds: "parallel" }, fill_frac: data.fill_frac, amplification: data.amplification, loss_frac: data.loss_frac },
      service: { visit_yr: data.visit_h / HOURS_PER_YEAR, service_yr: site.serverLife_yr },
    },
  );
  const { plan, failed_per_yr, worn_per_yr } = storage;
  return {
    drive: data.drive,
    drives: plan.drives,
    power_W: plan.mean_W,
    price_usd: plan.drives * value("price"),
    replaced_usd_per_yr: (failed_per_yr + worn_per_yr) * value("price"),
    site_MW: site.phases.reduce((sum, { power_MW }) => sum + power_MW, 0),
    storage,
    why: plan.why,
  };
};

/** "286 drives of solidigm-d5-p5336-122, 2.4 kW". */
export const drivesText = ({ drives, drive, power_W }: SiteDrives): string => `${drives} drives of ${drive}, ${formatNumber(power_W / 1000)} kW`;
