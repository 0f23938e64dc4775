/**
 * The network that a scenario asks to have routed: its fleet (or its platform), its stations with their weather, and the places of its users.
 *
 *   1. satellites of the fleet as `fly` has them at simulate.start, linked in the grid of each shell, or to their nearest
 *   2. a station links the nearest satellite above network.elevationMin by its one antenna, as elsewhere in `serve`; rain or cloud closes it for
 *      the share of time that `serve` found, in spells
 *   3. places reach stations by fibre, and where routes.access says so satellites too
 */
import { planeTrajectory, type Trajectory } from "../ephemeris/index.ts";
import { gridPairs, LINK_ALTITUDE_MIN_KM, type LinkPair } from "../events/index.ts";
import { flownOrbit, scenarioPlanes, type ShellPlane } from "../fly/index.ts";
import { fibreBetween, randomDowntime, type Downtime, type Downtimes, type Interlinks, type Network, type NetworkStation } from "../network/index.ts";
import { julianDate, type Place } from "../physics/index.ts";
import { entryOf, entryValue, leavesEarth, type Scenario } from "../scenario/index.ts";
import type { Service } from "../serve/index.ts";
import { orbitReasons } from "../size/index.ts";
import { DAY_S, formatUtc } from "../units/index.ts";
import { failingBy, satelliteDowntimes, stationDowntimes, weatherOf } from "./down-times.ts";

export type Routes = NonNullable<Scenario["network"]["routes"]>;

/** The scenario's network and the stretch of time over which it is routed. */
export interface RoutedNetwork {
  /** Stations first the scenario's, then the places. */
  readonly network: Network;
  readonly stations: number;
  readonly period: { readonly start_s: number; readonly end_s: number; readonly step_s: number };
  /** Share of time that weather leaves a station, by its name; those that nothing is known of are left out. */
  readonly weather: Readonly<Record<string, number>>;
}

/** Satellites that are routed; more take hours. */
const SATELLITES_MAX = 20_000;

export interface RoutesAsked {
  readonly service: Pick<Service, "downlink">;
  readonly places: readonly (Place & { readonly id: string })[];
  /** Instead of network.routes.days from simulate.start on. */
  readonly window?: { readonly start_s: number; readonly days: number };
}

/** Null where nothing is to be routed: no routes, no platform about the Earth, or no such orbit. Throws for a fleet that is too large. */
export const routedNetwork = (scenario: Scenario, { service, places, window }: RoutesAsked): RoutedNetwork | null => {
  const { orbit, network: { routes } } = scenario;
  if (routes === null || orbit === null || (leavesEarth(orbit) && !orbit.fleet) || orbitReasons(orbit).length > 0) return null;
  const { start_s, days } = window ?? { start_s: scenario.simulate.start_utc_s, days: routes.days };
  const period = { start_s, end_s: start_s + days * DAY_S, step_s: routes.step_s };
  const planes = scenarioPlanes(scenario, julianDate(formatUtc(start_s)));
  const count = planes.reduce((sum, { satellites }) => sum + satellites, 0);
  if (count > SATELLITES_MAX) throw new Error(`network.routes: ${count} satellites, more than the ${SATELLITES_MAX} that are routed; orbit.fleet.cap sets fewer`);
  const satellites = trajectoriesOf(scenario, { orbit, planes, period });
  const own = stationsOf(scenario);
  const users = places.map((place): NetworkStation => ({ ...place, height_km: 0, ...gateOf(scenario, routes.access === "users"), satellitesMax: null, relays: false }));
  const stations = [...own, ...users];
  const fibre = fibreBetween(stations, stations.map((_, k) => k), scenario.network.pathStretch).filter(({ a, b }) => a < own.length && b >= own.length);
  const weather = weatherOf(service);
  const bare = { satellites, stations, interlinks: interlinksOf(routes, { orbit, planes }), fibre, hop_ms: routes.hop_ms };
  return { network: { ...bare, down: downtimesOf(bare, { scenario, routes, period, weather }) }, stations: own.length, period, weather };
};

type Orbit = NonNullable<Scenario["orbit"]>;
type Period = RoutedNetwork["period"];

const trajectoriesOf = (scenario: Scenario, { orbit, planes, period }: { readonly orbit: Orbit; readonly planes: readonly ShellPlane[]; readonly period: Period }): readonly Trajectory[] => {
  const timing = { epoch_s: period.start_s, span: { start_s: 0, end_s: period.end_s - period.start_s }, objectId: null };
  if (planes.length === 0) return [planeTrajectory({ name: scenario.name, orbit: flownOrbit(orbit, julianDate(formatUtc(period.start_s))), phase_rad: 0, ...timing })];
  return planes.flatMap(({ shell, orbit: plane, satellites }, p) => Array.from({ length: satellites }, (_, j) => planeTrajectory({ name: `${shell} plane ${p + 1} satellite ${j + 1}`, orbit: plane, phase_rad: (2 * Math.PI * j) / satellites, ...timing })));
};

/** No satellite is within a micrometre of a place that sees none. */
const gateOf = ({ network }: Scenario, sees: boolean): Pick<NetworkStation, "elevationMin_deg" | "rangeMax_km"> => (sees ? { elevationMin_deg: network.elevationMin_deg, rangeMax_km: null } : { elevationMin_deg: null, rangeMax_km: 1e-9 });

const stationsOf = (scenario: Scenario): readonly NetworkStation[] => scenario.network.stations.map(({ id, station, height_m }) => {
  const entry = entryOf(scenario, { kind: "stations", id: station });
  return { id, latitude_deg: entryValue(entry, "latitude"), longitude_deg: entryValue(entry, "longitude"), height_km: height_m / 1000, ...gateOf(scenario, true), satellitesMax: 1, relays: true };
});

const interlinksOf = ({ links, terminals, linkRange_km }: Routes, { orbit, planes }: { readonly orbit: Orbit; readonly planes: readonly ShellPlane[] }): Interlinks => {
  const limits = { altitudeMin_km: LINK_ALTITUDE_MIN_KM, rangeMax_km: linkRange_km };
  if (links === "none" || planes.length === 0) return { kind: "none" };
  return links === "nearest" ? { kind: "nearest", links: terminals, ...limits } : { kind: "pairs", pairs: shellGrids(planes, orbit), ...limits };
};

/** A grid for each shell and height: planes of one follow each other in the list. */
const shellGrids = (planes: readonly ShellPlane[], { fleet }: Orbit): readonly LinkPair[] => {
  const around = new Set(fleet?.shells.filter(({ pattern }) => pattern === "walker-delta").map(({ id }) => id));
  const pairs: LinkPair[] = [];
  let [at, before] = [0, 0];
  while (at < planes.length) {
    const { shell, altitude_km } = planes[at]!;
    let end = at;
    while (end < planes.length && planes[end]!.shell === shell && planes[end]!.altitude_km === altitude_km) end++;
    const counts = planes.slice(at, end).map(({ satellites }) => satellites);
    const first = before;
    pairs.push(...gridPairs({ satellites: counts, closed: around.has(shell) }).map(([i, j]): LinkPair => [first + i, first + j]));
    before += counts.reduce((sum, satellites) => sum + satellites, 0);
    at = end;
  }
  return pairs;
};

interface Failures {
  readonly scenario: Scenario;
  readonly routes: Routes;
  readonly period: Period;
  readonly weather: Readonly<Record<string, number>>;
}

const downtimesOf = ({ satellites, stations, interlinks }: Pick<Network, "satellites" | "stations" | "interlinks">, { scenario, routes, period, weather }: Failures): Downtimes | null => {
  const { seed } = scenario.uncertainty;
  // Ends are asked for too.
  const span = { start_s: period.start_s, end_s: period.end_s + 1 };
  const never: Downtime = new Float64Array(0);
  const own = stationDowntimes(scenario, weather, span);
  const failing = failingBy(routes.linkUp_h, routes.linkDown_h);
  const down: Downtimes = {
    satellites: satelliteDowntimes(scenario, satellites.length, span),
    stations: own === null ? null : stations.map((_, k) => own[k] ?? never),
    pairs: interlinks.kind !== "pairs" || failing === null ? null : interlinks.pairs.map((_, index) => randomDowntime(failing, { seed, kind: "pair", index }, span)),
  };
  return down.satellites === null && down.stations === null && down.pairs === null ? null : down;
};
