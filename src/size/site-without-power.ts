/**
 * A site that has no megawatt: a gate refuses it, or the market allots it nothing. It is infeasible, with its reason, and holds no part,
 * cost or unit; nothing of it is divided by its power.
 */
import type { Scenario } from "../scenario/index.ts";
import { siteCooling, type Site } from "./site-climate.ts";
import { siteLedger } from "./site-ledger.ts";
import { placeOf } from "./site-power.ts";
import type { SiteSizing } from "./site-sizing.ts";

const NOTHING_USED: SiteSizing["year"] = {
  it_MWh: 0, site_MWh: 0, water_m3: 0, carbon_t: 0, used_MWh: [], lost_MWh: 0, energy_usd: 0, water_usd: 0, running_usd: 0, capital_usd: 0, total_usd: 0,
};

const NO_UNITS: SiteSizing["redundancy"] = { power: { needed: 0, units: 0 }, cooling: { needed: 0, units: 0 }, powerAvailable_frac: 0, coolingAvailable_frac: 0, available_frac: 0 };

export const siteWithoutPower = (scenario: Scenario, site: Site, { quarters, pressure_Pa }: { readonly quarters: readonly number[]; readonly pressure_Pa: number }): SiteSizing => {
  const sized = {
    id: site.id, site: site.site, status: "infeasible",
    why: ["no power: no phase of it comes within the horizon, since a gate refuses it or the market allots it nothing"],
    place: { ...placeOf(scenario, site), pressure_Pa },
    servers: 0, accelerators: 0, it_W: 0, site_W: 0, bf16_PFLOP_per_s: 0, tokens_per_s: 0,
    phases: [], online_MW: quarters.map(() => 0), late: [],
    cooling: siteCooling(scenario, site), sources: [], storage: null,
    redundancy: NO_UNITS, failure: { rate_per_yr: site.failureRate_per_yr, repair_h: site.repairTime_h },
    footprint: { hall_m2: 0, plant_m2: 0, solar_m2: 0, land_m2: 0 }, parts: [], standing: [], year: NOTHING_USED, notes: [],
  } as const;
  return { ...sized, ledger: siteLedger(sized) };
};
