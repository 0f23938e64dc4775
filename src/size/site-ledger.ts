/** The lines of one ground site, of the same items as a platform's (platform-ledger.ts), so that the two pair one to one. */
import { assertLedger, type Item, type Ledger, type LedgerLine } from "../ledger/index.ts";
import type { SiteSizing } from "./site-sizing.ts";

export const siteLedger = (site: Omit<SiteSizing, "ledger">): Ledger => {
  const line = (id: string, { subsystem, boundary, quantity, unit, source }: { readonly subsystem: string; readonly boundary: Item; readonly quantity: number; readonly unit: string; readonly source: string }): LedgerLine => ({
    id: `ground/${site.id}/${id}`, actor: "own", tier: "ground", subsystem, boundary, period: "unit", quantity, unit, source,
  });
  return assertLedger([
    ...site.parts.map((part) => line(`${part.id}/price`, { ...part, quantity: part.capital_usd, unit: "$" })),
    ...site.parts.filter(({ area_m2 }) => area_m2 !== null).map((part) => line(`${part.id}/area`, { ...part, quantity: part.area_m2!, unit: "m2" })),
    line("servers/power", { subsystem: "servers", boundary: "it", quantity: site.it_W, unit: "W", source: "size: server load" }),
    line("cooling/power", { subsystem: "cooling plant", boundary: "heat-rejection", quantity: site.site_W - site.it_W, unit: "W", source: "size: PUE of the design hour, electrical losses with it" }),
    line("site/area", { subsystem: "land and shell", boundary: "structure", quantity: site.footprint.land_m2, unit: "m2", source: "size: land" }),
    line("servers/rate", { subsystem: "servers", boundary: "output", quantity: site.bf16_PFLOP_per_s, unit: "PFLOP/s", source: "size: server load" }),
    ...site.standing.map((cost) => line(`${cost.id}/year`, { ...cost, quantity: cost.usd_per_yr, unit: "$/yr" })),
    ...site.parts.filter(({ id }) => id === "servers").map((part) => line("refresh/year", { subsystem: "server refresh", boundary: "it", quantity: part.capital_usd / part.life_yr, unit: "$/yr, within capital", source: "size: servers bought again at the end of their life" })),
    line("energy/year", { subsystem: "electricity", boundary: "energy", quantity: site.year.energy_usd, unit: "$/yr", source: "size: dispatch of the typical year" }),
    line("water/year", { subsystem: "water", boundary: "water", quantity: site.year.water_usd, unit: "$/yr", source: "size: cooling" }),
  ]);
};
