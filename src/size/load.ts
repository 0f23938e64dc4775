/** What the platform draws, from its servers up. */
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { ZERO_CELSIUS_K } from "../units/index.ts";
import { boardLinks, type BoardLinks } from "./links.ts";
import type { WorkingSizing } from "./sizing.ts";
import { boardStorage, type BoardStorage } from "./storage.ts";

export type Orbit = NonNullable<Scenario["orbit"]>;
export type PlatformFields = Orbit["platform"];

export interface ServerLoad {
  readonly servers: number;
  readonly accelerators: number;
  readonly itNameplate_W: number;
  readonly itPeak_W: number;
  readonly itMean_W: number;
  readonly bf16_PFLOP_per_s: number;
  readonly tokens_per_s: number;
  readonly working: WorkingSizing;
  readonly chipRise_K: number;
  readonly junctionMax_K: number;
  /** Warmest coolant that the server takes in; null where its maker states none. */
  readonly coolantMax_K: number | null;
  readonly mass_kg: number;
  readonly volume_m3: number;
}

/**
 * IT side. `nameplate`: peak and mean are the nameplate. `measured`: the 99th percentile and the mean of a measured
 * distribution of server power. Output rates are those of full load in both cases.
 */
export const serverLoad = (scenario: Scenario, platform: PlatformFields): ServerLoad => {
  const server = entryOf(scenario, { kind: "servers", id: platform.server });
  const value = (name: string): number => entryValue(server, name);
  const itNameplate_W = platform.servers * value("nameplate") * 1000;
  const measured = platform.load === "measured";
  const accelerators = platform.servers * value("chips");
  const bf16_PFLOP_per_s = platform.servers * value("bf16");
  const tokens_per_s = itNameplate_W * value("tokens");
  return {
    servers: platform.servers,
    accelerators,
    itNameplate_W,
    itPeak_W: itNameplate_W * (measured ? platform.measuredPeak_frac : 1),
    itMean_W: itNameplate_W * (measured ? platform.measuredMean_frac : 1),
    bf16_PFLOP_per_s,
    tokens_per_s,
    working: { accelerators, bf16_PFLOP_per_s, tokens_per_s },
    chipRise_K: value("chipRise"),
    junctionMax_K: value("junctionMax") + ZERO_CELSIUS_K,
    coolantMax_K: server.figures["coolantMax"] === undefined ? null : value("coolantMax") + ZERO_CELSIUS_K,
    mass_kg: platform.servers * platform.serverMass_kg,
    volume_m3: platform.servers * value("volume"),
  };
};

/** How far a working chip is above its coolant at the load's peak: spares stand cold and leave the others theirs. */
export const chipRiseAtPeak_K = ({ chipRise_K, itPeak_W, itNameplate_W, accelerators, working }: ServerLoad): number => (chipRise_K * itPeak_W * accelerators) / (itNameplate_W * working.accelerators);

/** The load with spares of its accelerators cold: they draw nothing and compute nothing. The rates of all its servers stay beside what works. */
export const withoutSpares = (load: ServerLoad, spares: number): ServerLoad => {
  if (spares === 0) return load;
  const working_frac = 1 - spares / load.accelerators;
  return {
    ...load,
    itPeak_W: load.itPeak_W * working_frac,
    itMean_W: load.itMean_W * working_frac,
    working: { accelerators: load.accelerators - spares, bf16_PFLOP_per_s: load.bf16_PFLOP_per_s * working_frac, tokens_per_s: load.tokens_per_s * working_frac },
  };
};

export interface FixedLoad {
  /** Avionics, attitude control, links and storage: on in sunlight and shadow alike. */
  readonly power_W: number;
  readonly terminals_kg: number;
  readonly links: BoardLinks;
  readonly storage: BoardStorage;
  readonly avionics_kg: number;
}

/** What runs beside the servers, without pumps; drives are planned under the parts' dose of the life. */
export const fixedLoad = (scenario: Scenario, orbit: Orbit, partsDose_rad: number | null): FixedLoad => {
  const { platform } = orbit;
  const bus = entryOf(scenario, { kind: "buses", id: platform.bus });
  const links = boardLinks(scenario, orbit);
  const storage = boardStorage(scenario, orbit, partsDose_rad);
  return {
    power_W: entryValue(bus, "fixedPower") + links.power_W + storage.power_W,
    terminals_kg: links.mass_kg,
    links,
    storage,
    avionics_kg: entryValue(bus, "fixedMass"),
  };
};
