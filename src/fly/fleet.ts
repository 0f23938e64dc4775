/**
 * A period of a whole fleet, every satellite by the minute: shadow, array, battery, IT and panel; positions are never stored.
 * The fleet is flown in parts (fleet-part) by a crew that is handed in (fleet-crew): here, or over threads, with the same bytes.
 *
 *   1. planes turn at their secular J2 rates; a satellite is dark for a step when less than half of the Sun is in view at its middle
 *      (kernel/fleet-light)
 *   2. each satellite is the platform of `size`, with the policies of operate.ts: the bus first, then the refill of the store, then IT,
 *      held by its junction; the rest charges or is curtailed (kernel/fleet-power)
 *   3. array of a lit satellite = array_W / (d / 1 au)^2, Sun and d at the step's middle (physics/sun)
 *
 * Assumes: circular orbits, satellites alike and of one age, full batteries and panels in balance at the start. A step is wholly dark or
 * lit: one satellite's entry errs by up to half a step, a fleet's sums do not, since satellites enter at all parts of a step.
 * Range: 200-100,000 km, steps of 1-120 s. Cost grows as satellites times steps.
 * Accuracy: lit share of a year against the closed form of half light with another program's Sun 2e-5; against `fly` (cones, parts of a
 * step): lit 2e-5, delivered 6e-4 lower, since an array with margin carries IT through part of a step of entry; coldest panel 1 K (tests).
 */
import { accelerated, powerRules } from "../kernel/index.ts";
import type { PowerDesign, PowerRules } from "../kernel/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { DAY_S, EARTH_RADIUS_KM, formatUtc, RADIANS_PER_DEGREE } from "../units/index.ts";
import { rowsFrom } from "./fleet-block.ts";
import { inPlaceCrew } from "./fleet-crew.ts";
import type { FleetCrew } from "./fleet-crew.ts";
import { coneLight, meanLight } from "./fleet-cones.ts";
import type { ConeLight } from "./fleet-cones.ts";
import { fleetDays, shellDays, shellsIn } from "./fleet-days.ts";
import type { ShellRange } from "./fleet-days.ts";
import { addRows, clearRows, fleetParts, fleetRows, partState, planeTallies } from "./fleet-part.ts";
import { satellitesOf } from "./fleet-planes.ts";
import type { FleetPlane } from "./fleet-planes.ts";
import type { FleetFlight } from "./fleet-record.ts";
import { fleetSeries } from "./fleet-series.ts";
import { sumTally } from "./fleet-tally.ts";
import type { FleetTally } from "./fleet-tally.ts";
import { flyTasks } from "./fleet-tasks.ts";
import { fleetTotals } from "./fleet-totals.ts";
import type { SeriesSink } from "./flight.ts";
import { initialState } from "./operate.ts";
import { flownPlatform } from "./platform.ts";
import type { FlownPlatform } from "./platform.ts";
import { BLOCK_ROWS, flightSpan } from "./span.ts";

export interface FleetDesign {
  readonly planes: readonly FleetPlane[];
  readonly sized: PlatformSizing;
  readonly age_yr: number;
  readonly simulate: Pick<Scenario["simulate"], "start_utc_s" | "days" | "step_s">;
}

/** Told of each day of a fleet that is flown, and of how many there are. */
export type OnFlown = (flown: { readonly days: number; readonly of: number }) => void;

export interface FleetPorts {
  /** Takes FLEET_COLUMNS in blocks. */
  readonly sink?: SeriesSink;
  /** Who flies it; in the calling thread unless told. */
  readonly crew?: FleetCrew;
  /** Ends the flight, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onFlown?: OnFlown;
}

/** Flies a fleet, with the same record and series whoever flies it; rejects with the field's name when a number cannot be flown. */
export async function flyFleet({ planes, sized, age_yr, simulate }: FleetDesign, { sink, crew = inPlaceCrew(), signal, onFlown }: FleetPorts = {}): Promise<FleetFlight> {
  if (planes.length === 0) throw new RangeError("a fleet of no planes");
  signal?.throwIfAborted();
  const span = flightSpan(simulate as Scenario["simulate"]);
  const platform = flownPlatform(sized, age_yr);
  const start = initialState(platform);
  const satellites = satellitesOf(planes);
  const parts = fleetParts(planes);
  const states = parts.map((part) => partState(part, start));
  const shells = shellsIn(planes);
  const byShell = shellDays(shells, parts, { platform, span });
  const days = fleetDays(platform, satellites, span);
  const series = fleetSeries(platform, satellites, span, sink);
  const sum = fleetRows(BLOCK_ROWS);
  const shift = crew.open({ planes, rules: fleetRules(platform, start.panel_K, span.step_s), array_W: platform.array_W, span });
  try {
    await flyTasks({
      shift, span, states, signal,
      add(rows, { part, firstStep }) {
        if (part === 0) clearRows(sum);
        addRows(sum, rows, rowsFrom(span, firstStep));
        byShell.add(rows, { part, firstStep });
        if (part < parts.length - 1) return;
        days.add(sum, firstStep);
        series.add(sum, firstStep);
        onFlown?.({ days: ((firstStep + rowsFrom(span, firstStep)) * span.step_s) / DAY_S, of: (span.steps * span.step_s) / DAY_S });
      },
    });
  } finally {
    await shift.close();
  }
  const tallies = planeTallies(parts, states, start.stored_J);
  const lightOf = coneLight(span);
  const lights = planes.map(({ orbit }) => lightOf(orbit));
  const totals = ({ first, end }: Pick<ShellRange, "first" | "end">) => fleetTotals(platform, planesTogether(tallies.slice(first, end), lights.slice(first, end)), span);
  return {
    start_utc: formatUtc(span.start_utc_s), duration_s: span.steps * span.step_s, step_s: span.step_s, steps: span.steps, satellites,
    fleet: totals({ first: 0, end: planes.length }), ...days.summary(),
    shells: byShell.summaries().map((least, k) => ({ ...shellRange(shells[k]!, planes), ...totals(shells[k]!), ...least })),
    planes: planes.map((plane, p) => ({ ...planeOrbit(plane), ...totals({ first: p, end: p + 1 }) })),
    notes: accelerated ? [] : ["WebAssembly SIMD is missing here: the plain kernel flew, with the same results."],
  };
}

const planesTogether = (tallies: readonly FleetTally[], lights: readonly ConeLight[]) => ({
  tally: sumTally(tallies), light: meanLight(lights, tallies.map(({ satellites }) => satellites)),
});

const planeOrbit = ({ shell, orbit }: FleetPlane) => ({
  shell, altitude_km: orbit.semiMajorAxis - EARTH_RADIUS_KM, inclination_deg: orbit.inclination_rad / RADIANS_PER_DEGREE, raan_deg: orbit.node_rad / RADIANS_PER_DEGREE,
});

function shellRange({ id, first, end }: ShellRange, planes: readonly FleetPlane[]) {
  const orbits = planes.slice(first, end).map(planeOrbit);
  const range = (values: readonly number[]): readonly [number, number] => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [Infinity, -Infinity] as const);
  return { id, planes: orbits.length, altitude_km: range(orbits.map(({ altitude_km }) => altitude_km)), inclination_deg: range(orbits.map(({ inclination_deg }) => inclination_deg)) };
}

function fleetRules(platform: FlownPlatform, panel_K: number, step_s: number): PowerRules {
  const { battery, drawPerIt, busDraw_W, array_W } = platform;
  const draw_W = platform.it_W * drawPerIt + busDraw_W;
  const design: PowerDesign = {
    ...battery, base_W: busDraw_W, wanted_W: platform.it_W * drawPerIt,
    reserve_J: platform.ridesThrough ? platform.itFloor_J : Infinity, refillBelow_J: platform.refillBelow_J, refill_W: platform.refill_W,
    hot_K: platform.junctionMax_K,
    hotSlope_W_per_K: platform.junctionRise_K === 0 ? Number.MAX_VALUE : (platform.itPeak_W * drawPerIt) / platform.junctionRise_K,
    heatCapacity_J_per_K: platform.heatCapacity_J_per_K, emission_W_per_K4: platform.emission_W_per_K4,
    absorbedDark_W: platform.absorbedShadow_W, absorbedLit_W: platform.absorbedHot_W,
  };
  // All that can become heat at once: the draw, what the battery loses of it and of the whole array, and the hot case outside.
  const heat_W = draw_W / battery.discharge_frac + (1 - battery.charge_frac) * array_W * NEAREST_SUN + Math.max(platform.absorbedHot_W, platform.absorbedShadow_W);
  return powerRules(design, { step_s, hottest_K: Math.max(panel_K, (heat_W / platform.emission_W_per_K4) ** 0.25) });
}

/** Flux at perihelion over that at 1 au, rounded up. */
const NEAREST_SUN = 1.04;
