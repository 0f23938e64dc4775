/** A network of satellites and stations: what is there, and which links its rules allow. The graph of an instant is `graphOver`'s. */
import type { Trajectory } from "../ephemeris/index.ts";
import type { LinkPair } from "../events/index.ts";
import type { Station } from "../physics/index.ts";

/** A place on the ground that sees satellites: a user, a site or a gateway. */
export interface NetworkStation extends Station {
  readonly id: string;
  /** Lowest elevation of a link; null: the range alone decides. */
  readonly elevationMin_deg: number | null;
  /** Longest link; null: any. */
  readonly rangeMax_km: number | null;
  /** Nearest satellites linked at once; null: all that may be. */
  readonly satellitesMax: number | null;
  /** Whether a route may go down to it and up again, or on through its fibre. */
  readonly relays: boolean;
}

export interface InterlinkLimits {
  /** Least height of the line between two satellites over the equatorial sphere. */
  readonly altitudeMin_km: number;
  /** Longest link; null: any that is high enough. */
  readonly rangeMax_km: number | null;
}

/** Links between satellites: named pairs, such as a +grid's; or of each to its nearest, as long as both have one left; or none. */
export type Interlinks =
  | ({ readonly kind: "pairs"; readonly pairs: readonly LinkPair[] } & InterlinkLimits)
  | ({ readonly kind: "nearest"; readonly links: number } & InterlinkLimits)
  | { readonly kind: "none" };

/** Fibre between two stations, by their places in the list. */
export interface FibreLink {
  readonly a: number;
  readonly b: number;
  /** Of the fibre, not of the great circle. */
  readonly length_km: number;
}

/** When something is down: starts and ends in turns, seconds since 1970, ascending. */
export type Downtime = Float64Array;

/** By satellite, station and pair of `interlinks.pairs`; null where nothing of that kind fails. */
export interface Downtimes {
  readonly satellites: readonly Downtime[] | null;
  readonly stations: readonly Downtime[] | null;
  readonly pairs: readonly Downtime[] | null;
}

/** Nodes are the satellites, then the stations. */
export interface Network {
  /** All in one frame, TEME or ITRF, and from one epoch. */
  readonly satellites: readonly Trajectory[];
  readonly stations: readonly NetworkStation[];
  readonly interlinks: Interlinks;
  readonly fibre: readonly FibreLink[];
  /** Time that each satellite on a route takes to pass a packet on. */
  readonly hop_ms: number;
  readonly down: Downtimes | null;
}

/** The node of a station. */
export const stationNode = ({ satellites }: Pick<Network, "satellites">, station: number): number => satellites.length + station;

/** What a node is called. */
export const nodeName = ({ satellites, stations }: Pick<Network, "satellites" | "stations">, node: number): string => {
  const name = node < satellites.length ? satellites[node]?.name : stations[node - satellites.length]?.id;
  if (name === undefined) throw new RangeError(`node ${node} of ${satellites.length} satellites and ${stations.length} stations`);
  return name;
};
