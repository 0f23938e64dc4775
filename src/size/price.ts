/** Price of one platform without its launch, part by part. */
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import type { Item } from "../ledger/index.ts";
import type { Closed, Design } from "./closure.ts";
import type { Orbit } from "./load.ts";

export interface PricePart {
  readonly subsystem: string;
  readonly boundary: Item;
  readonly price_usd: number;
  readonly source: string;
}

export const platformPrices = (scenario: Scenario, orbit: Orbit, closed: Closed, { array, fixed }: Pick<Design, "array" | "fixed">): readonly PricePart[] => {
  const { drives } = fixed.storage;
  const { platform } = orbit;
  const parts = closed.mass.parts_kg;
  // The bus price is paid by the kilogram, integration and test with it; what a kilogram counts as is as in the mass ledger.
  const ofBus = (subsystem: string, boundary: Item, mass_kg: number): PricePart => ({ subsystem, boundary, price_usd: mass_kg * platform.busPrice_usd_per_kg, source: `buses/${platform.bus}` });
  const unit = (kind: "batteries" | "radiators" | "storage", id: string): number => entryValue(entryOf(scenario, { kind, id }), "price");
  const counted = (kind: "storage", id: string | null, count: number): number => (id === null || count === 0 ? 0 : count * unit(kind, id));
  return [
    { subsystem: "servers", boundary: "it", price_usd: platform.servers * platform.serverPrice_usd, source: `servers/${platform.server}` },
    { subsystem: "array", boundary: "power", price_usd: platform.arrayPrice_usd_per_W * closed.arrayArea_m2 * array.sold_W_per_m2, source: `arrays/${platform.array}` },
    { subsystem: "battery", boundary: "power", price_usd: (closed.batteryCapacity_J / 3.6e6) * unit("batteries", platform.battery), source: `batteries/${platform.battery}` },
    { subsystem: "radiator", boundary: "heat-rejection", price_usd: closed.radiatorArea_m2 * unit("radiators", platform.radiator), source: `radiators/${platform.radiator}` },
    ofBus("avionics", "control", parts["avionics"]!),
    ofBus("structure", "structure", parts["structure"]!),
    ofBus("shielding", "it", parts["shielding"]!),
    ofBus("powerElectronics", "power", parts["powerElectronics"]!),
    ofBus("margin", "structure", closed.mass.margin_kg),
    ...fixed.links.parts.map(({ id, price_usd, source }): PricePart => ({ subsystem: id, boundary: "links", price_usd, source })),
    { subsystem: "storage", boundary: "storage", price_usd: counted("storage", platform.storage, drives), source: `storage/${platform.storage ?? "none"}` },
  ];
};
