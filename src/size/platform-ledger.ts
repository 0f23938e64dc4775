/** The lines of one platform: masses, powers, areas, output, prices. */
import { assertLedger, type Item, type Ledger, type LedgerLine } from "../ledger/index.ts";
import type { PricePart } from "./price.ts";
import type { PlatformSizing } from "./sizing.ts";

const BOUNDARY = {
  servers: "it",
  shielding: "it",
  array: "power",
  battery: "power",
  powerElectronics: "power",
  radiator: "heat-rejection",
  links: "links",
  storage: "storage",
  avionics: "control",
  structure: "structure",
} as const satisfies Readonly<Record<string, Item>>;

const PARTS = Object.keys(BOUNDARY) as (keyof typeof BOUNDARY)[];

/** The same few lines for every platform: their ids are put together once. */
const IDS = new Map<string, Map<string, string>>();

const idOf = (subsystem: string, what: string): string => {
  let ids = IDS.get(subsystem);
  if (ids === undefined) IDS.set(subsystem, (ids = new Map()));
  let id = ids.get(what);
  if (id === undefined) ids.set(what, (id = `orbit/platform/${subsystem}/${what}`));
  return id;
};

const line = (subsystem: string, what: string, quantity: number, unit: string, boundary: Item, source: string): LedgerLine => ({
  id: idOf(subsystem, what), actor: "own", tier: "orbit", subsystem, boundary, period: "unit", quantity, unit, source,
});

const priceLine = ({ subsystem, boundary, price_usd, source }: PricePart): LedgerLine => line(subsystem, "price", price_usd, "$", boundary, source);

/** What the servers cost, and all else: two lines, for loops. */
export const priceLedger = (prices: readonly PricePart[]): Ledger => {
  let [servers_usd, rest_usd] = [0, 0];
  for (const { subsystem, price_usd } of prices) {
    if (subsystem === "servers") servers_usd += price_usd;
    else rest_usd += price_usd;
  }
  return assertLedger([line("servers", "price", servers_usd, "$", "it", "size"), line("all else", "price", rest_usd, "$", "structure", "size")]);
};

export const platformLedger = (platform: PlatformSizing, prices: readonly PricePart[]): Ledger => {
  const links = platform.links.filter(({ count }) => count > 0);
  return assertLedger([
    ...PARTS.map((part) => line(part, "mass", platform.mass.parts_kg[part]!, "kg", BOUNDARY[part], "size: mass budget")),
    line("margin", "mass", platform.mass.margin_kg, "kg", "structure", "size: mass budget"),
    ...Object.entries(platform.life.propellant_kg).filter(([, kg]) => kg > 0).map(([purpose, kg]) => line("propellant", purpose, kg, "kg", "control", "size: speed over the life")),
    line("servers", "power", platform.itPeak_W, "W", "it", "size: server load"),
    line("bus", "power", platform.bus_W - links.reduce((sum, { power_W }) => sum + power_W, 0), "W", "control", "size: closure"),
    ...links.map(({ id, power_W, source }) => line(id, "power", power_W, "W", "links", source)),
    line("conversion", "power", platform.loadPeak_W - platform.itPeak_W - platform.bus_W, "W", "power", "size: closure"),
    ...(platform.radiator.cold.heater_W > 0 ? [line("heater", "power", platform.radiator.cold.heater_W, "W", "heat-rejection", "size: cold case, safe mode only")] : []),
    line("array", "area", platform.array.area_m2, "m2", "power", "size: array"),
    line("radiator", "area", platform.radiator.area_m2, "m2", "heat-rejection", "size: radiator"),
    line("radiator", "heat", platform.radiator.heat_W, "W", "heat-rejection", "size: radiator"),
    line("servers", "rate", platform.working.bf16_PFLOP_per_s, "PFLOP/s", "output", "size: server load"),
    ...prices.map(priceLine),
  ]);
};
