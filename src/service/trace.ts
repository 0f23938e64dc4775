/** Flown series of a window, step by step: the representative platform, one satellite of the fleet, or the fleet's sums, as `fly` writes them. */
import { fly, flyFleet, flyPlatform, fleetExtent, fleetPlanes, FLEET_COLUMNS, scenarioPlanes, SERIES_COLUMNS, type FleetPlane, type SeriesSink } from "../fly/index.ts";
import { phaseColumns } from "../kernel/index.ts";
import { hasMarket, openMarket, withAccess } from "../market/index.ts";
import { julianDate } from "../physics/index.ts";
import { settledTerms } from "../run/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { size, type PlatformSizing, type Sizing } from "../size/index.ts";
import { DAY_S, formatUtc } from "../units/index.ts";
import { planeOfSatellite } from "./sky-frame.ts";
import { satelliteName } from "./sky-place.ts";
import { skyOf } from "./sky.ts";

export interface TraceAsked {
  /** "platform": the representative one; "satellite": one of the fleet, by its number from 0; "fleet": sums and means over all. */
  readonly of: { readonly kind: "platform" } | { readonly kind: "satellite"; readonly satellite: number } | { readonly kind: "fleet" };
  /** Seconds since 1970, UTC. */
  readonly start_s: number;
  readonly end_s: number;
}

export interface TraceColumn {
  readonly id: string;
  readonly name: string;
  /** "W", "K", "1" for a share or a count, "deg". */
  readonly unit: string;
  readonly values: Float64Array;
}

export interface Trace {
  readonly name: string;
  readonly step_s: number;
  /** Every so many steps one is kept, as it was flown. */
  readonly every: number;
  /** Starts of the steps, seconds since 1970, UTC. */
  readonly t_s: Float64Array;
  readonly columns: readonly TraceColumn[];
  /** What is not there, and why. */
  readonly told: readonly string[];
}

/** More points than a screen has many times over. */
export const TRACE_POINTS_MOST = 100_000;
/** Satellites times steps that are flown for a trace: some ten seconds. */
const SATELLITE_STEPS_MOST = 8e8;

const NAMES: Readonly<Record<string, readonly [name: string, unit: string]>> = {
  lit_frac: ["part of the Sun in view", "1"], lit: ["satellites in light", "1"], beta_deg: ["beta angle", "deg"], array_W: ["array", "W"], it_W: ["IT, delivered", "W"], bus_W: ["bus", "W"],
  charge_frac: ["battery charge", "1"], lowestCharge_frac: ["lowest battery charge", "1"], radiator_K: ["radiator", "K"], hottest_K: ["hottest radiator", "K"], stations: ["stations in view", "1"],
};

interface Kept { readonly sink: SeriesSink; readonly done: () => Pick<Trace, "t_s" | "columns"> }

interface Window { readonly from_s: number; readonly to_s: number; readonly every: number; readonly epoch_s: number; readonly step_s: number }

/** Keeps every so many rows between two times from the epoch. */
const keeper = (names: readonly string[], { from_s, to_s, every, epoch_s, step_s }: Window): Kept => {
  const first = Math.max(0, Math.ceil(from_s / step_s));
  const room = Math.max(0, Math.ceil((to_s / step_s - first) / every) + 1);
  const columns = names.map(() => new Float64Array(room));
  let [row, kept] = [0, 0];
  const write: SeriesSink["write"] = (block, rows) => {
    for (let i = 0; i < rows; i++, row++) {
      if (row < first || (row - first) % every !== 0 || row * step_s >= to_s || kept === room) continue;
      for (let c = 0; c < columns.length; c++) columns[c]![kept] = block[c]![i]!;
      kept++;
    }
  };
  return {
    sink: { write },
    done: () => ({
      t_s: columns[0]!.slice(0, kept).map((t) => epoch_s + t),
      columns: names.slice(1).map((id, c) => ({ id, name: NAMES[id]![0], unit: NAMES[id]![1], values: columns[c + 1]!.slice(0, kept) })),
    }),
  };
};

/** As `run` flies it: vehicles and deals settled, on its market. */
const asFlown = (asked: Scenario): Scenario => {
  const scenario = settledTerms(asked);
  return hasMarket(scenario) ? withAccess(scenario, openMarket(scenario).views[0]!) : scenario;
};

const nothing = (name: string, told: string): Trace => ({ name, step_s: 0, every: 1, t_s: new Float64Array(0), columns: [], told: [told] });

/** The window's end cut to the flown period, and to what is flown at once. */
interface Cut { readonly end_s: number; readonly told: readonly string[] }

const fleetCut = (scenario: Scenario, satellites: number, { end_s }: TraceAsked): Cut => {
  const { start_utc_s, step_s } = scenario.simulate;
  const extent = fleetExtent(scenario);
  const steps = Math.min(extent === null ? 0 : extent.steps, Math.floor(SATELLITE_STEPS_MOST / satellites));
  const last_s = start_utc_s + steps * step_s;
  return end_s <= last_s ? { end_s, told: [] } : { end_s: last_s, told: [`The fleet is flown here for ${formatDays(steps * step_s)} from the start of the period.`] };
};

const formatDays = (s: number): string => (s < DAY_S ? `${(s / 3600).toFixed(1)} hours` : `${Number((s / DAY_S).toFixed(1))} days`);

/** Series of a window. Rejects with the signal's reason, and with a field's name where a number cannot be flown. */
export const traceOf = async (asked: Scenario, want: TraceAsked, signal?: AbortSignal): Promise<Trace> => {
  const scenario = asFlown(asked);
  if (scenario.orbit === null) return nothing(scenario.name, "Nothing flies: the scenario has no orbit.");
  const sizing = size(scenario);
  if (sizing.status === "infeasible" || sizing.platform === null) return nothing(scenario.name, "Not flown: the platform does not close.");
  return want.of.kind === "platform" ? platformTrace(scenario, sizing, want) : fleetTrace(scenario, sizing.platform, want, signal);
};

const windowOf = (scenario: Scenario, { start_s }: TraceAsked, end_s: number): Window => {
  const { start_utc_s, step_s } = scenario.simulate;
  const from_s = Math.max(0, start_s - start_utc_s);
  const to_s = end_s - start_utc_s;
  return { from_s, to_s, epoch_s: start_utc_s, step_s, every: Math.max(1, Math.ceil((to_s - from_s) / step_s / TRACE_POINTS_MOST)) };
};

const strideText = ({ every, step_s }: Pick<Window, "every" | "step_s">): readonly string[] => (every === 1 ? [] : [`Every ${every}th step of ${step_s} s, as it was flown: a shorter time shows all.`]);

const outside = (name: string, scenario: Scenario): Trace => nothing(name, `That time is outside the flown period, which begins at ${formatUtc(scenario.simulate.start_utc_s)}.`);

/** Days that are flown: to the window's end, the series before it as in the whole period. */
const until = (scenario: Scenario, to_s: number): Scenario["simulate"] => ({ ...scenario.simulate, days: Math.max(scenario.simulate.step_s / DAY_S, to_s / DAY_S) });

const platformTrace = async (scenario: Scenario, sizing: Sizing, want: TraceAsked): Promise<Trace> => {
  const { start_utc_s, days } = scenario.simulate;
  const end_s = Math.min(want.end_s, start_utc_s + days * DAY_S);
  const window = windowOf(scenario, want, end_s);
  if (!(window.to_s > window.from_s)) return outside(scenario.name, scenario);
  const kept = keeper(SERIES_COLUMNS, window);
  const alone: Scenario = { ...scenario, simulate: until(scenario, window.to_s), orbit: { ...scenario.orbit!, fleet: null }, ground: { ...scenario.ground, sites: [] } };
  await fly(alone, { ...sizing, sites: [] }, { sink: kept.sink });
  return { name: scenario.name, step_s: window.step_s, every: window.every, ...kept.done(), told: strideText(window) };
};

const fleetTrace = async (scenario: Scenario, sized: PlatformSizing, want: TraceAsked, signal: AbortSignal | undefined): Promise<Trace> => {
  const sky = skyOf(scenario);
  if (sky.kind !== "fleet") return nothing(scenario.name, "The scenario has no fleet: its representative platform is flown alone.");
  const one = want.of.kind === "satellite" ? want.of.satellite : null;
  const name = one === null ? `fleet of ${sky.satellites.toLocaleString("en-US")}` : satelliteName(sky, one);
  const { start_utc_s } = scenario.simulate;
  const cut = fleetCut(scenario, one === null ? sky.satellites : 1, want);
  const window = windowOf(scenario, want, Math.min(want.end_s, cut.end_s));
  if (!(window.to_s > window.from_s)) return outside(name, scenario);
  const kept = keeper(FLEET_COLUMNS, window);
  const all = fleetPlanes(scenarioPlanes(scenario, julianDate(formatUtc(start_utc_s))));
  const planes = one === null ? all : [alonePlane(sky.planes.indexOf(planeOfSatellite(sky.planes, one)), one, { all, first: planeOfSatellite(sky.planes, one).first })];
  const age_yr = flyPlatform({ ...scenario, simulate: { ...scenario.simulate, days: scenario.simulate.step_s / DAY_S } }, { status: "feasible", platform: sized })!.age_yr;
  await flyFleet({ planes, sized, age_yr, simulate: until(scenario, window.to_s) }, { sink: kept.sink, ...(signal && { signal }) });
  return { name, step_s: window.step_s, every: window.every, ...kept.done(), told: [...cut.told, ...strideText(window)] };
};

/** One satellite's plane with that satellite alone, at its own phase. */
const alonePlane = (index: number, satellite: number, { all, first }: { readonly all: readonly FleetPlane[]; readonly first: number }): FleetPlane => {
  const plane = all[index]!;
  const phase = (2 * Math.PI * (satellite - first)) / plane.phases.cos.length;
  return { ...plane, phases: phaseColumns(Float64Array.of(phase)) };
};
