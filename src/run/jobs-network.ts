/**
 * The network of the days of jobs: what closes stations, which platforms are away, and what a place reaches over others.
 *
 *   1. downtimes of stations and satellites over the days, from the seed (down-times)
 *   2. where network.routes links the satellites of a fleet: at each of its steps, whether the satellite that stands for a place has a way to a
 *      station; satellite k N/n of N stands for place k of n, and is itself not away there, for its place's platforms are counted one by one
 *
 * Assumes: a link between satellites carries what comes over it up to its rate, and ways share none.
 */
import { graphOver, samplesOf, stationNode, type Downtime } from "../network/index.ts";
import { routeTree } from "../kernel/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { stationRain, type JobsNetwork, type Service } from "../serve/index.ts";
import { DAY_S } from "../units/index.ts";
import { satelliteDowntimes, stationDowntimes, weatherOf } from "./down-times.ts";
import { routedNetwork } from "./routed-network.ts";

export interface JobsWindow {
  readonly start_utc_s: number;
  readonly days: number;
}

export interface JobsNetworkAsked {
  readonly service: Pick<Service, "downlink">;
  readonly window: JobsWindow;
  /** Platforms at each place. */
  readonly places: readonly number[];
}

/** Equations 1 and 2. */
export const jobsNetwork = async (scenario: Scenario, { service, window, places }: JobsNetworkAsked): Promise<JobsNetwork> => {
  const span = { start_s: window.start_utc_s, end_s: window.start_utc_s + window.days * DAY_S };
  const fromStart = (all: readonly Downtime[] | null): readonly Float64Array[] | null => all && all.map((edges) => edges.map((t_s) => t_s - span.start_s));
  const platforms = places.reduce((a, b) => a + b, 0);
  return {
    rain: await stationRain(scenario),
    closed_s: fromStart(stationDowntimes(scenario, weatherOf(service), span)),
    away_s: fromStart(satelliteDowntimes(scenario, platforms, span)),
    over: platforms === 0 ? null : reachedOver(scenario, { service, window, places }),
  };
};

const reachedOver = (scenario: Scenario, { service, window, places }: JobsNetworkAsked): JobsNetwork["over"] => {
  const { network: { routes, stations }, simulate: { step_s }, orbit } = scenario;
  if (routes === null || routes.links === "none" || !orbit?.fleet) return null;
  const routed = routedNetwork(scenario, { service, places: [], window: { start_s: window.start_utc_s, days: window.days } });
  if (routed === null) return null;
  const count = routed.network.satellites.length;
  const ends = places.map((_, k) => Math.floor((k * count) / places.length));
  const { down } = routed.network;
  const never: Downtime = new Float64Array(0);
  // Stations are closed apart from this, by the share of a step.
  const network = { ...routed.network, down: down && { ...down, stations: null, satellites: down.satellites && down.satellites.map((edges, i) => (ends.includes(i) ? never : edges)) } };
  const graphAt = graphOver(network);
  const steps = Math.ceil((window.days * DAY_S) / step_s);
  const over = places.map(() => Object.fromEntries(stations.map(({ id }) => [id, new Uint8Array(steps)])));
  for (let i = 0; i < samplesOf(routed.period); i++) {
    const graph = graphAt(routed.period.start_s + i * routed.period.step_s);
    const [from, to] = [Math.ceil((i * routes.step_s) / step_s), Math.ceil(((i + 1) * routes.step_s) / step_s)];
    ends.forEach((satellite, k) => {
      const { cost } = routeTree(graph, satellite);
      stations.forEach(({ id }, s) => {
        if (cost[stationNode(network, s)]! < Infinity) over[k]![id]!.fill(1, from, to);
      });
    });
  }
  return over;
};
