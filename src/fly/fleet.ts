/**
 * A period of a whole fleet, every satellite by the minute: shadow, array, battery, IT and panel; positions are never stored.
 *
 *   1. planes turn at their secular J2 rates; a satellite is dark for a step when it stands in the Earth's cylinder at the step's middle
 *      (kernel/fleet-light)
 *   2. each satellite is the platform of `size`, with the policies of operate.ts: the bus first, then the refill of the store, then IT,
 *      held by its junction; the rest charges or is curtailed (kernel/fleet-power)
 *   3. array of a lit satellite = array_W / (d / 1 au)^2, Sun and d at the step's middle (physics/sun)
 *
 * Assumes: circular orbits, satellites alike and of one age, full batteries and panels in balance at the start. A step is wholly dark or
 * lit: one satellite's entry errs by up to half a step, a fleet's sums do not, since satellites enter at all parts of a step.
 * Range: 200-100,000 km, steps of 1-120 s. Cost grows as satellites times steps.
 * Accuracy: lit share of a year against the closed form of the cylinder with another program's Sun 2e-5; against `fly` (cones, parts of a
 * step): lit 2e-5, delivered 6e-4 lower, since an array with margin carries IT through part of a step of entry; coldest panel 1 K (tests).
 */
import { accelerated, fleetKernel, powerRules } from "../kernel/index.ts";
import type { FleetKernel, PowerDesign, PowerRules } from "../kernel/index.ts";
import { sunAt } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { DAY_S, formatUtc } from "../units/index.ts";
import { addRows, fleetPart, fleetRows, flyPart, planeTallies, sumTally } from "./fleet-part.ts";
import type { FleetBlock, FleetPart, FleetRows, FleetTally } from "./fleet-part.ts";
import type { FleetPlane } from "./fleet-planes.ts";
import type { FleetFlight, FleetTotals } from "./fleet-record.ts";
import type { SeriesSink } from "./flight.ts";
import { initialState } from "./operate.ts";
import { flownPlatform } from "./platform.ts";
import type { FlownPlatform } from "./platform.ts";
import { BLOCK_ROWS, dayOfStep, flightSpan } from "./span.ts";
import type { FlightSpan } from "./span.ts";

/** Planes of a part, whatever the number of threads: sums run over the parts in order. */
const PART_PLANES = 16;

export interface FleetDesign {
  readonly planes: readonly FleetPlane[];
  readonly sized: PlatformSizing;
  readonly age_yr: number;
  readonly simulate: Pick<Scenario["simulate"], "start_utc_s" | "days" | "step_s">;
}

/** Flies a fleet and passes FLEET_COLUMNS to `sink` in blocks; throws with the field's name when a number cannot be flown. */
export function flyFleet(design: FleetDesign, sink?: SeriesSink): FleetFlight {
  return flyFleetWith(fleetKernel, design, sink);
}

/** The same with a kernel of the caller's choice. */
export function flyFleetWith(kernel: FleetKernel, { planes, sized, age_yr, simulate }: FleetDesign, sink?: SeriesSink): FleetFlight {
  if (planes.length === 0) throw new RangeError("a fleet of no planes");
  const span = flightSpan(simulate as Scenario["simulate"]);
  const platform = flownPlatform(sized, age_yr);
  const state = initialState(platform);
  const rules = fleetRules(platform, state.panel_K, span.step_s);
  const parts = partsOf(planes).map((some) => fleetPart(some, { state, kernel, rows: BLOCK_ROWS }));
  const satellites = planes.reduce((sum, { phases }) => sum + phases.cos.length, 0);
  const series = fleetSeries(platform, satellites, span, sink);
  const sum = fleetRows(BLOCK_ROWS);
  const one = fleetRows(BLOCK_ROWS);
  for (let firstStep = 0; firstStep < span.steps; firstStep += BLOCK_ROWS) {
    const block = fleetBlock(platform, span, firstStep);
    flyParts(parts, rules, block, { sum, one });
    series.add(sum, block, firstStep);
  }
  const tallies = parts.flatMap((part) => planeTallies(part, state.stored_J));
  const totals = (tally: FleetTally): FleetTotals => fleetTotals(platform, tally, span);
  return {
    start_utc: formatUtc(span.start_utc_s), duration_s: span.steps * span.step_s, step_s: span.step_s, steps: span.steps, satellites,
    fleet: totals(sumTally(tallies)), planes: tallies.map(totals), ...series.summary(),
    notes: accelerated ? [] : ["WebAssembly SIMD is missing here: the plain kernel flew, with the same results."],
  };
}

const partsOf = (planes: readonly FleetPlane[]): FleetPlane[][] =>
  Array.from({ length: Math.ceil(planes.length / PART_PLANES) }, (_, i) => planes.slice(i * PART_PLANES, (i + 1) * PART_PLANES));

function flyParts(parts: readonly FleetPart[], rules: PowerRules, block: FleetBlock, { sum, one }: { readonly sum: FleetRows; readonly one: FleetRows }): void {
  parts.forEach((part, i) => {
    flyPart(part, rules, block, i === 0 ? sum : one);
    if (i > 0) addRows(sum, one, block.rows);
  });
}

/** The Sun and the source at the middle of each step of a block. */
function fleetBlock(platform: FlownPlatform, { start_jd, step_s, steps }: FlightSpan, firstStep: number): FleetBlock {
  const rows = Math.min(BLOCK_ROWS, steps - firstStep);
  const start_s = (firstStep + 0.5) * step_s;
  const sun = { x: new Float64Array(rows), y: new Float64Array(rows), z: new Float64Array(rows) };
  const source_W = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const { direction_mod, distance_au } = sunAt(start_jd + (start_s + i * step_s) / DAY_S);
    [sun.x[i], sun.y[i], sun.z[i]] = direction_mod;
    source_W[i] = platform.array_W / (distance_au * distance_au);
  }
  return { start_s, step_s, rows, sun, source_W };
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

/** Writes the series, and keeps the days and the least of any step. */
function fleetSeries(platform: FlownPlatform, satellites: number, span: FlightSpan, sink: SeriesSink | undefined) {
  const days = { steps: new Float64Array(span.days), lit: new Float64Array(span.days), load_W: new Float64Array(span.days) };
  const wanted_W = platform.it_W * platform.drawPerIt * satellites;
  const column = (): Float64Array => new Float64Array(BLOCK_ROWS);
  const columns = { t_s: column(), array_W: column(), it_W: column(), charge: column(), lowest: column(), mean_K: column() };
  const charge_frac = (stored_J: number): number => (platform.battery.capacity_J === 0 ? 1 : stored_J / platform.battery.capacity_J);
  let leastLit = satellites;
  let leastLoad_W = wanted_W;
  return {
    add(sum: FleetRows, { source_W, rows }: FleetBlock, firstStep: number): void {
      for (let i = 0; i < rows; i++) {
        const day = dayOfStep(span, firstStep + i);
        days.steps[day]! += 1;
        days.lit[day]! += sum.lit[i]!;
        days.load_W[day]! += sum.load_W[i]!;
        leastLit = Math.min(leastLit, sum.lit[i]!);
        leastLoad_W = Math.min(leastLoad_W, sum.load_W[i]!);
        columns.t_s[i] = (firstStep + i) * span.step_s;
        columns.array_W[i] = sum.lit[i]! * source_W[i]!;
        columns.it_W[i] = sum.load_W[i]! / platform.drawPerIt;
        columns.charge[i] = charge_frac(sum.stored_J[i]! / satellites);
        columns.lowest[i] = charge_frac(sum.lowest_J[i]!);
        columns.mean_K[i] = sum.temperature_K[i]! / satellites;
      }
      sink?.write([columns.t_s, sum.lit, columns.array_W, columns.it_W, columns.charge, columns.lowest, columns.mean_K, sum.hottest_K], rows);
    },
    summary: () => ({
      daily: {
        lit_frac: Array.from(days.lit, (lit, day) => lit / (days.steps[day]! * satellites)),
        delivered_frac: Array.from(days.load_W, (load_W, day) => load_W / (days.steps[day]! * wanted_W)),
      },
      leastLit_frac: leastLit / satellites,
      leastDelivered_frac: leastLoad_W / wanted_W,
    }),
  };
}

function fleetTotals(platform: FlownPlatform, tally: FleetTally, { steps, step_s }: FlightSpan): FleetTotals {
  const time_s = tally.satellites * steps * step_s;
  const it_J = tally.load_J / platform.drawPerIt;
  const busAtArray_J = platform.busDraw_W * time_s - tally.shortfall_J;
  const bus_J = platform.busDraw_W === 0 ? 0 : (busAtArray_J * platform.bus_W) / platform.busDraw_W;
  const conversionLoss_J = tally.load_J - it_J + busAtArray_J - bus_J;
  const residual_J = tally.generated_J - it_J - bus_J - conversionLoss_J - tally.loss_J - tally.curtailed_J - tally.chargeChange_J;
  const scale_J = Math.max(tally.generated_J, tally.load_J + busAtArray_J);
  const residual_frac = scale_J === 0 ? 0 : Math.abs(residual_J) / scale_J;
  if (!(residual_frac < 1e-9)) throw new Error(`fleet: energies do not balance, residual ${residual_frac} of what was generated`);
  return {
    satellites: tally.satellites, lit_frac: tally.litSteps / (tally.satellites * steps), delivered_frac: it_J / (platform.it_W * time_s),
    generated_J: tally.generated_J, it_J, bus_J, conversionLoss_J, batteryLoss_J: tally.loss_J, curtailed_J: tally.curtailed_J,
    chargeChange_J: tally.chargeChange_J, busShort_J: tally.shortfall_J, residual_frac,
    lowestCharge_frac: platform.battery.capacity_J === 0 ? 1 : tally.lowest_J / platform.battery.capacity_J, hottest_K: tally.hottest_K, coldest_K: tally.coldest_K,
  };
}
