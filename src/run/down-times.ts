/**
 * When stations are closed and satellites away, drawn from the scenario's seed: the same draws for what is routed and for the days of jobs.
 *
 *   1. weather closes a station for the share of time that `serve` found, in spells of network.downlink.weatherSpell; beside it the station itself
 *      fails by network.stations.up and down
 *   2. a satellite fails by network.routes.satelliteUp and satelliteDown
 */
import { eitherDown, randomDowntime, weatherFailing, type Downtime, type Failing } from "../network/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Service } from "../serve/index.ts";
import { HOUR_S } from "../units/index.ts";

export interface Span {
  /** Seconds since 1970. */
  readonly start_s: number;
  readonly end_s: number;
}

const NEVER: Downtime = new Float64Array(0);

/** Share of time that weather leaves each station of a computed downlink. */
export const weatherOf = ({ downlink }: Pick<Service, "downlink">): Readonly<Record<string, number>> => Object.fromEntries((downlink?.byStation ?? []).map(({ id, available_frac }) => [id, available_frac]));

/** By station, in the scenario's order; null where nothing closes any. */
export const stationDowntimes = (scenario: Scenario, weather: Readonly<Record<string, number>>, span: Span): readonly Downtime[] | null => {
  const { network: { stations, downlink }, uncertainty: { seed } } = scenario;
  const all = stations.map(({ id, up_h, down_h }, index) => {
    const available_frac = weather[id] ?? 1;
    if (available_frac === 0) return Float64Array.of(span.start_s, span.end_s);
    const draw = (kind: string, failing: Failing | null): Downtime => (failing === null ? NEVER : randomDowntime(failing, { seed, kind, index }, span));
    return eitherDown(draw("station", downlink === null ? null : weatherFailing({ available_frac, spell_s: HOUR_S * downlink.weatherSpell_h })), draw("station/outage", failingBy(up_h, down_h)));
  });
  return stations.every(({ id, up_h }) => up_h === null && weather[id] === undefined) ? null : all;
};

/** By satellite, from the first; null where none fails. */
export const satelliteDowntimes = ({ network: { routes }, uncertainty: { seed } }: Scenario, satellites: number, span: Span): readonly Downtime[] | null => {
  const failing = routes === null ? null : failingBy(routes.satelliteUp_h, routes.satelliteDown_h);
  return failing === null ? null : Array.from({ length: satellites }, (_, index) => randomDowntime(failing, { seed, kind: "satellite", index }, span));
};

/** Null where nothing fails. */
export const failingBy = (up_h: number | null, down_h: number): Failing | null => (up_h === null ? null : { meanUp_s: HOUR_S * up_h, meanDown_s: HOUR_S * down_h });
