/**
 * Links of the places along the orbit, each way, of what flies, what closes stations and what is routed.
 *
 *   1. stations share their antennas out by the step (station-links)                         B/s of a place's platforms together
 *   2. a relay carries its rate of every platform that is not away, at any time
 *   3. after the last step the mean of all of them holds
 */
import type { FleetSupply } from "../../fly/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { DAY_S } from "../../units/index.ts";
import { openRates } from "../downlink.ts";
import type { StationRain } from "../rain.ts";
import type { Service } from "../service.ts";
import type { Simulated } from "../simulated.ts";
import type { Nodes } from "./nodes.ts";
import { platformsHere, stationLinks, type LinkPlace, type LinkStation } from "./station-links.ts";

/** What the network adds to the sight of platforms; times in seconds of the days. */
export interface JobsNetwork {
  /** Rain over the stations, which a radio downlink asks for. */
  readonly rain: StationRain | null;
  /** By the scenario's stations, in its order; null where nothing closes any. */
  readonly closed_s: readonly ArrayLike<number>[] | null;
  /** By platform, those of the first place first; null where none is away. */
  readonly away_s: readonly ArrayLike<number>[] | null;
  /** By place: what it reaches over other platforms; null where nothing is routed. */
  readonly over: readonly NonNullable<LinkPlace["over"]>[] | null;
}

/** Nothing beside what platforms see. */
export const OPEN_NETWORK: JobsNetwork = { rain: null, closed_s: null, away_s: null, over: null };

export interface LinksAsked {
  readonly nodes: Pick<Nodes, "places">;
  readonly service: Pick<Service, "downlink" | "orbitStations_B_per_s" | "orbitRelay_B_per_s">;
  readonly fleet: FleetSupply;
  readonly altitude_km: number | null;
  readonly network: JobsNetwork;
}

export interface PlaceLinks {
  /** By place, B/s by the step of the supply. */
  readonly places_B_per_s: readonly Float64Array[];
  readonly told: NonNullable<Simulated["links"]>;
}

const BYTES_PER_GIGABIT = 1e9 / 8;
const NEVER: readonly number[] = [];

/** Equations 1 and 2, over all steps of the supply. */
export const placeLinks = (scenario: Scenario, { nodes, service, fleet, altitude_km, network }: LinksAsked): PlaceLinks => {
  const { downlink } = scenario.network;
  const [{ step_s, power_W }] = fleet.places as [FleetSupply["places"][number]];
  const grid = { step_s, steps: power_W.length };
  const first = nodes.places.map((_, k) => nodes.places.slice(0, k).reduce((a, b) => a + b, 0));
  const places = fleet.places.map(({ views }, k): LinkPlace => ({
    platforms: nodes.places[k]!, views, over: network.over?.[k] ?? null, away_s: network.away_s?.slice(first[k]!, first[k]! + nodes.places[k]!) ?? [],
  }));
  const written = downlink === null || downlink.kind === "written";
  const met = stationLinks(places, stationsOf(scenario, { service, altitude_km, network, fleet }), { ...grid, acquisition_s: written ? 0 : downlink.acquisition_s });
  const relay = places.map((place) => platformsHere(place, grid).map((platforms) => platforms * service.orbitRelay_B_per_s));
  const sum = (column: Float64Array): number => column.reduce((a, b) => a + b, 0) * step_s;
  return {
    places_B_per_s: met.places_B_per_s.map((column, k) => column.map((rate, i) => rate + relay[k]![i]!)),
    told: { days: (grid.steps * step_s) / DAY_S, stations: met.stations, relay_B: relay.reduce((total, column) => total + sum(column), 0) },
  };
};

const stationsOf = (scenario: Scenario, { service, altitude_km, network: { rain, closed_s, over }, fleet: { elevationBin_deg: bin_deg } }: Pick<LinksAsked, "service" | "altitude_km" | "network" | "fleet">): readonly LinkStation[] => {
  const { stations, routes } = scenario.network;
  if (stations.length === 0) return [];
  const written_B_per_s = service.orbitStations_B_per_s / stations.length;
  const rates = openRates(scenario, { altitude_km, rain, written_B_per_s });
  return stations.flatMap(({ id }, s) => {
    const at = rates[id];
    if (at === undefined) return [];
    const mean_Gbps = service.downlink?.byStation.find((one) => one.id === id)?.rate_Gbps ?? null;
    const mean_B_per_s = mean_Gbps === null ? written_B_per_s : mean_Gbps * BYTES_PER_GIGABIT;
    return [{
      id, closed_s: closed_s?.[s] ?? NEVER,
      rate_B_per_s: (bin: number) => at((Math.max(scenario.network.elevationMin_deg, (bin - 1) * bin_deg) + bin * bin_deg) / 2),
      over_B_per_s: over === null || routes === null ? 0 : Math.min(mean_B_per_s, routes.linkRate_Gbps * BYTES_PER_GIGABIT),
    }];
  });
};

/** What of the links is taken to be better than it is: told where jobs go up as well as down, and where platforms have ways over each other. */
export const linkNotes = (links: PlaceLinks | null, { routed, staged }: { readonly routed: boolean; readonly staged: boolean }): readonly string[] => [
  ...(links !== null && staged ? ["Bytes to platforms and from them take nothing from each other: links carry both ways at once, each at its whole rate."] : []),
  ...(links !== null && routed ? ["Ways over other platforms carry what comes, whatever else goes over them: only antennas are shared."] : []),
];
