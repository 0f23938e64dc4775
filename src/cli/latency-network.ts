/** The network that `latency` asks about: satellites, their links, the ends and the stations between. */
import { gridPairs, LINK_ALTITUDE_MIN_KM } from "../events/index.ts";
import { fibreBetween, randomDowntime, stationNode, type Downtimes, type FibreLink, type Interlinks, type Network, type NetworkStation } from "../network/index.ts";
import { table } from "../scenario/index.ts";
import { UsageError } from "./failure.ts";
import { distance_km, elevation_deg, failing, gridShape, hop_ms, seedOf, terminals, type LatencyOptions } from "./latency-options.ts";
import { latencyEnd, type LatencyEnd } from "./latency-places.ts";
import { linkedPairs } from "./scenario-links.ts";
import type { TrajectorySource } from "./trajectories.ts";

export interface LatencyCase {
  readonly network: Network;
  readonly ends: readonly [LatencyEnd, LatencyEnd];
  /** Nodes of the ends. */
  readonly from: number;
  readonly to: number;
  /** Terrestrial fibre over the great circle. */
  readonly stretch: number;
  /** What gates and links are, in words. */
  readonly rules: string;
}

/** Throws UsageError for what cannot be. */
export const latencyCase = (found: TrajectorySource, [a, b]: readonly [string, string], options: LatencyOptions): LatencyCase => {
  const ends = [latencyEnd(a, found), latencyEnd(b, found)] as const;
  if (isSame(ends)) throw new UsageError(`"${a}" and "${b}" are one place: there is no way between them`, "name two");
  const relays = options.relay.map((text) => latencyEnd(text, found));
  if (options.fibre === true && relays.length === 0) throw new UsageError("--fibre has no station to lead to", "--relay names one");
  const gate = gateOf(found, options);
  const stations = [...ends, ...relays].flatMap((end, k): readonly NetworkStation[] => {
    if (end.kind === "ground") return [{ id: end.name, latitude_deg: end.latitude_deg, longitude_deg: end.longitude_deg, height_km: end.height_km, ...gate, satellitesMax: null, relays: k >= 2 }];
    if (k >= 2) throw new UsageError(`--relay ${end.name} is a satellite`, "a city, station, site, or degrees north and east");
    return [];
  });
  const interlinks = interlinksOf(found, options);
  const first = stations.length - relays.length;
  const stretch = stretchOf(found);
  const bare = { satellites: found.trajectories, stations, interlinks, hop_ms: hop_ms(options), fibre: options.fibre === true ? relayFibre(stations, first, stretch) : [] };
  const network: Network = { ...bare, down: downtimes(bare, found, options) };
  const nodeOf = (end: LatencyEnd, station: number): number => (end.kind === "satellite" ? end.satellite : stationNode(network, station));
  const [from, to] = [nodeOf(ends[0], 0), nodeOf(ends[1], ends[0].kind === "ground" ? 1 : 0)];
  return { network, ends, from, to, stretch, rules: rulesText(network, gate) };
};

const isSame = ([a, b]: readonly [LatencyEnd, LatencyEnd]): boolean =>
  a.kind === "satellite" ? b.kind === "satellite" && a.satellite === b.satellite : b.kind === "ground" && a.latitude_deg === b.latitude_deg && a.longitude_deg === b.longitude_deg && a.height_km === b.height_km;

type Gate = Pick<NetworkStation, "elevationMin_deg" | "rangeMax_km">;

/** A range in place of an elevation, or beside one. */
const gateOf = ({ scenario }: TrajectorySource, { elevation, range }: LatencyOptions): Gate => {
  const rangeMax_km = distance_km(range, "--range");
  if (elevation !== undefined) return { elevationMin_deg: elevation_deg(elevation), rangeMax_km };
  return { elevationMin_deg: rangeMax_km === null ? (scenario?.network.elevationMin_deg ?? usual("elevationMin")) : null, rangeMax_km };
};

const stretchOf = ({ scenario }: TrajectorySource): number => scenario?.network.pathStretch ?? usual("pathStretch");

/** The default of a field of the network, for elements, which have no scenario. */
const usual = (name: "elevationMin" | "pathStretch"): number => {
  const { fallback } = table.network.of[name];
  if (fallback == null || !("value" in fallback)) throw new Error(`network.${name} has no default`);
  return fallback.value;
};

const interlinksOf = (found: TrajectorySource, options: LatencyOptions): Interlinks => {
  const shape = gridShape(options);
  const kind = options.links ?? (shape !== null || found.places !== null ? "grid" : "nearest");
  if (shape !== null && kind !== "grid") throw new UsageError(`--grid and --links ${kind} cannot both be`, "leave one of them out");
  if (kind === "none") return { kind };
  const limits = { altitudeMin_km: LINK_ALTITUDE_MIN_KM, rangeMax_km: distance_km(options.linkRange, "--link-range") };
  if (kind === "nearest") return { kind, links: terminals(options), ...limits };
  return { kind: "pairs", pairs: shape === null ? scenarioGrid(found) : fileGrid(found, shape), ...limits };
};

const scenarioGrid = (found: TrajectorySource): Extract<Interlinks, { kind: "pairs" }>["pairs"] => {
  if (found.places === null) throw new UsageError("these satellites have no planes to make a grid of", "--grid 34x34 says how a file of elements is ordered; --links nearest needs no planes");
  return linkedPairs(found);
};

const fileGrid = ({ trajectories, places }: TrajectorySource, { planes, perPlane }: { readonly planes: number; readonly perPlane: number }): Extract<Interlinks, { kind: "pairs" }>["pairs"] => {
  if (places !== null) throw new UsageError("--grid is for elements; the scenario's fleet has its own planes", "leave it out");
  if (planes * perPlane !== trajectories.length) throw new UsageError(`--grid ${planes}x${perPlane} is of ${planes * perPlane} satellites, where ${trajectories.length} are flown`, "planes and satellites of each, in the order of the file");
  return gridPairs({ satellites: Array.from({ length: planes }, () => perPlane), closed: true });
};

/** From each end to each relay and between relays; the ends have none to each other. */
const relayFibre = (stations: readonly NetworkStation[], first: number, stretch: number): readonly FibreLink[] =>
  fibreBetween(stations, stations.map((_, k) => k), stretch).filter(({ b }) => b >= first);

const downtimes = ({ satellites, stations, interlinks }: Pick<Network, "satellites" | "stations" | "interlinks">, { start_s, end_s }: TrajectorySource, options: LatencyOptions): Downtimes | null => {
  const seed = seedOf(options);
  const [satellite, station, pair] = [failing(options.satelliteFails, "--satellite-fails"), failing(options.stationFails, "--station-fails"), failing(options.linkFails, "--link-fails")];
  if (pair !== null && interlinks.kind !== "pairs") throw new UsageError("--link-fails is of the links of a grid", "--satellite-fails is of whole satellites");
  if (satellite === null && station === null && pair === null) return null;
  const draws = (kind: string, means: { readonly meanUp_s: number; readonly meanDown_s: number } | null, count: number) =>
    means === null ? null : Array.from({ length: count }, (_, index) => randomDowntime(means, { seed, kind, index }, { start_s, end_s: end_s + 1 }));
  return { satellites: draws("satellite", satellite, satellites.length), stations: draws("station", station, stations.length), pairs: interlinks.kind === "pairs" ? draws("pair", pair, interlinks.pairs.length) : null };
};

const rulesText = ({ interlinks, satellites, hop_ms: hop }: Network, { elevationMin_deg, rangeMax_km }: Gate): string => {
  const seen = [elevationMin_deg === null ? "" : `${elevationMin_deg} deg and higher`, rangeMax_km === null ? "" : `within ${rangeMax_km} km`].filter((text) => text !== "").join(", ");
  const between = { pairs: () => `linked in a grid of ${interlinks.kind === "pairs" ? interlinks.pairs.length : 0} links`, nearest: () => `each linked to its nearest ${interlinks.kind === "nearest" ? interlinks.links : 0}`, none: () => "not linked to each other" }[interlinks.kind]();
  return `${satellites.length === 1 ? "1 satellite" : `${satellites.length} satellites`}, ${between}; in sight of the ground at ${seen}; ${hop === 0 ? "no time in satellites" : `${hop} ms in each satellite`}, none in queues.`.replace("at within", "within");
};
