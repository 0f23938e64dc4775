/**
 * What passes carry over a scenario's downlink, and which of them one terminal of the satellite serves.
 *
 * The satellite's height is that at culmination; a pass cut by an end of the time looked at has no data, for its edges are not known.
 */
import type { Pass } from "../events/index.ts";
import { passData_GB, terminalDuty } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { passLink, stationRain, type PassLink } from "../serve/index.ts";
import { EARTH_RADIUS_KM } from "../units/index.ts";
import { UsageError } from "./failure.ts";
import { rounded } from "./event-rows.ts";
import type { EventCell } from "./event-text.ts";
import type { StationOptions } from "./station-options.ts";
import type { NamedStation, TrajectorySource } from "./trajectories.ts";

/** Columns of a pass with `--data`. */
export const DATA_COLUMNS = ["data_GB", "served"] as const;

export interface PassData {
  /** The weather's share taken off; null for a pass that is cut, and for a laser where nothing is known of the clouds. */
  readonly data_GB: number | null;
  /** False where the satellite's one terminal is at another station, or turning. */
  readonly served: boolean;
}

/** Throws UsageError where there is no downlink to reckon with: for elements, and for stations that the scenario does not have. */
export const refuseData = (scenario: Scenario | null, { station, at, elevation }: StationOptions): void => {
  if (scenario === null) throw new UsageError("--data is for a scenario: elements have no downlink", "leave --data out");
  if (station.length > 0 || at.length > 0 || elevation !== undefined) throw new UsageError("--data is for the scenario's own stations and elevation", "write network.stations and network.elevationMin instead");
};

/** Of each pass, in their order; passes come satellite by satellite. */
export const passDataOf = async ({ trajectories }: TrajectorySource, scenario: Scenario, { all, stations }: { readonly all: readonly Pass[]; readonly stations: readonly NamedStation[] }): Promise<readonly PassData[]> => {
  const rain = await stationRain(scenario);
  const links = new Map<string, PassLink | null>();
  const linkOver = (id: string, altitude_km: number): PassLink | null => {
    const key = `${id} ${altitude_km}`;
    const known = links.get(key);
    if (known !== undefined) return known;
    const link = passLink(scenario, { station: scenario.network.stations.find((one) => one.id === id)!, altitude_km, rain });
    links.set(key, link);
    return link;
  };
  const state = new Float64Array(6);
  const dataOf = (pass: Pass): number | null => {
    const { id, elevationMin_deg } = stations[pass.station]!;
    const { sample, epoch_s } = trajectories[pass.satellite]!;
    if (pass.openAtStart || pass.openAtEnd || !sample(pass.culmination_s - epoch_s, state, 0)) return null;
    // To the kilometre, so that one link serves many passes.
    const altitude_km = Math.round(Math.hypot(state[0]!, state[1]!, state[2]!) - EARTH_RADIUS_KM);
    const link = linkOver(id, altitude_km);
    // A grazing pass may culminate a rounding below the mask.
    return link === null ? null : passData_GB({ duration_s: pass.end_s - pass.start_s, altitude_km, elevationMin_deg: Math.min(elevationMin_deg, pass.elevationMax_deg), elevationMax_deg: pass.elevationMax_deg }, link);
  };
  const served = servedOf(scenario, all);
  return all.map((pass) => ({ data_GB: dataOf(pass), served: served.has(pass) }));
};

/** Passes that the one terminal of their satellite takes, as they rise. */
const servedOf = (scenario: Scenario, all: readonly Pass[]): ReadonlySet<Pass> => {
  const slew_s = scenario.network.downlink === null ? 0 : scenario.network.downlink.slew_s;
  const bySatellite = new Map<number, Pass[]>();
  for (const pass of all) bySatellite.set(pass.satellite, []);
  for (const pass of all) bySatellite.get(pass.satellite)!.push(pass);
  return new Set([...bySatellite.values()].flatMap((own) => {
    const from_s = own[0]!.start_s;
    const passes = own.map(({ start_s, end_s }) => ({ start_s: start_s - from_s, end_s: end_s - from_s }));
    return terminalDuty(passes, { terminals: 1, slew_s, span_s: Infinity }).served.map((i) => own[i]!);
  }));
};

/** The cells of a row of the list. */
export const dataCells = ({ data_GB, served }: PassData): Readonly<Record<(typeof DATA_COLUMNS)[number], EventCell>> => ({ data_GB: data_GB === null ? null : rounded(data_GB, 1e3), served });
