/**
 * Some planes of a fleet, flown block by block. What a part writes depends on its own planes alone, so that parts may be flown in any
 * order and anywhere; the fleet adds them in theirs, and its sums are the same to the last bit.
 */
import { flagWords, planeSun, POWER_COLUMNS, shadowEdge } from "../kernel/index.ts";
import type { DarkFlags, FleetKernel, PlaneSun, PowerRules, PowerState, SunColumns } from "../kernel/index.ts";
import { EARTH_RADIUS_KM } from "../units/index.ts";
import type { FleetPlane } from "./fleet-planes.ts";
import type { PlatformState } from "./operate.ts";

/** What all planes share in one block: instants of the flags, the Sun at them, and a lit satellite's source. */
export interface FleetBlock {
  readonly start_s: number;
  readonly step_s: number;
  readonly rows: number;
  readonly sun: SunColumns;
  /** `rows` long. */
  readonly source_W: Float64Array;
}

/** Sums over the satellites of a plane or fleet, over the flight. */
export interface FleetTally {
  readonly satellites: number;
  litSteps: number;
  generated_J: number;
  /** IT's share of the draw, at the array bus. */
  load_J: number;
  curtailed_J: number;
  shortfall_J: number;
  loss_J: number;
  chargeChange_J: number;
  lowest_J: number;
  hottest_K: number;
  coldest_K: number;
}

/** Per step of a block: sums over the satellites, and extremes of any of them. */
export interface FleetRows {
  readonly lit: Float64Array;
  readonly load_W: Float64Array;
  readonly stored_J: Float64Array;
  readonly temperature_K: Float64Array;
  readonly lowest_J: Float64Array;
  readonly hottest_K: Float64Array;
}

interface LivePlane extends FleetPlane { readonly edge: number; readonly state: PowerState; readonly tally: FleetTally }

export interface FleetPart { readonly planes: readonly LivePlane[]; readonly kernel: FleetKernel; readonly scratch: Scratch }

interface Scratch { readonly path: PlaneSun; readonly flags: DarkFlags; readonly power: Float64Array }

export const fleetRows = (rows: number): FleetRows => ({
  lit: new Float64Array(rows), load_W: new Float64Array(rows), stored_J: new Float64Array(rows), temperature_K: new Float64Array(rows),
  lowest_J: new Float64Array(rows), hottest_K: new Float64Array(rows),
});

export const fleetTally = (satellites: number): FleetTally => ({
  satellites, litSteps: 0, generated_J: 0, load_J: 0, curtailed_J: 0, shortfall_J: 0, loss_J: 0, chargeChange_J: 0,
  lowest_J: Infinity, hottest_K: 0, coldest_K: Infinity,
});

/** Planes with every satellite in the state given; `rows` is the longest block to come. */
export function fleetPart(planes: readonly FleetPlane[], { state, kernel, rows }: { readonly state: PlatformState; readonly kernel: FleetKernel; readonly rows: number }): FleetPart {
  const live = planes.map(({ orbit, phases }): LivePlane => {
    const satellites = phases.cos.length;
    const stored_J = new Float64Array(satellites).fill(state.stored_J);
    const temperature_K = new Float64Array(satellites).fill(state.panel_K);
    return { orbit, phases, edge: shadowEdge(orbit.semiMajorAxis, EARTH_RADIUS_KM), state: { stored_J, temperature_K }, tally: fleetTally(satellites) };
  });
  const widest = Math.max(0, ...live.map(({ tally }) => flagWords(tally.satellites)));
  const scratch = {
    path: { along: new Float64Array(rows), across: new Float64Array(rows) },
    flags: { dark: new Uint32Array(rows * widest), count: new Uint32Array(rows) },
    power: new Float64Array(rows * POWER_COLUMNS.length),
  };
  return { planes: live, kernel, scratch };
}

/** Flies a block: advances every satellite, adds to the planes' tallies, and writes the part's rows. */
export function flyPart({ planes, kernel, scratch }: FleetPart, rules: PowerRules, block: FleetBlock, out: FleetRows): void {
  const { start_s, step_s, rows, sun, source_W } = block;
  clear(out);
  for (const { orbit, phases, edge, state, tally } of planes) {
    planeSun(orbit, { start_s, step_s, count: rows }, sun, scratch.path);
    kernel.darkInPlane(phases, scratch.path, { steps: rows, edge }, scratch.flags);
    kernel.storeAndHeat(rules, { source_W, dark: scratch.flags.dark }, state, scratch.power);
    for (let i = 0, at = 0; i < rows; i++, at += POWER_COLUMNS.length) addStep(tally, block, i, tally.satellites - scratch.flags.count[i]!, scratch.power, at, out);
  }
}

function clear(rows: FleetRows): void {
  for (const name of ["lit", "load_W", "stored_J", "temperature_K", "hottest_K"] as const) rows[name].fill(0);
  rows.lowest_J.fill(Infinity);
}

/** Row `at` of the kernel's POWER_COLUMNS into a plane's tally and row `i` of its part. */
function addStep(tally: FleetTally, { step_s, source_W }: FleetBlock, i: number, lit: number, power: Float64Array, at: number, out: FleetRows): void {
  const load_W = power[at]!;
  const lowest_J = power[at + 5]!;
  const hottest_K = power[at + 7]!;
  tally.litSteps += lit;
  tally.generated_J += lit * source_W[i]! * step_s;
  tally.load_J += load_W * step_s;
  tally.curtailed_J += power[at + 2]!;
  tally.shortfall_J += power[at + 3]!;
  tally.loss_J += power[at + 4]!;
  tally.lowest_J = Math.min(tally.lowest_J, lowest_J);
  tally.hottest_K = Math.max(tally.hottest_K, hottest_K);
  tally.coldest_K = Math.min(tally.coldest_K, power[at + 8]!);
  out.lit[i]! += lit;
  out.load_W[i]! += load_W;
  out.stored_J[i]! += power[at + 1]!;
  out.temperature_K[i]! += power[at + 6]!;
  out.lowest_J[i] = Math.min(out.lowest_J[i]!, lowest_J);
  out.hottest_K[i] = Math.max(out.hottest_K[i]!, hottest_K);
}

/** Adds a part's rows to the fleet's. */
export function addRows(sum: FleetRows, part: FleetRows, rows: number): void {
  for (let i = 0; i < rows; i++) {
    sum.lit[i]! += part.lit[i]!;
    sum.load_W[i]! += part.load_W[i]!;
    sum.stored_J[i]! += part.stored_J[i]!;
    sum.temperature_K[i]! += part.temperature_K[i]!;
    sum.lowest_J[i] = Math.min(sum.lowest_J[i]!, part.lowest_J[i]!);
    sum.hottest_K[i] = Math.max(sum.hottest_K[i]!, part.hottest_K[i]!);
  }
}

/** Tallies of the planes, their change of charge counted from `start_J` a satellite. */
export const planeTallies = ({ planes }: FleetPart, start_J: number): FleetTally[] =>
  planes.map(({ tally, state }) => ({ ...tally, chargeChange_J: state.stored_J.reduce((sum, stored_J) => sum + (stored_J - start_J), 0) }));

/** Tally of the whole, its parts added in order. */
export function sumTally(tallies: readonly FleetTally[]): FleetTally {
  const sum = fleetTally(tallies.reduce((count, { satellites }) => count + satellites, 0));
  for (const tally of tallies) {
    for (const name of ["litSteps", "generated_J", "load_J", "curtailed_J", "shortfall_J", "loss_J", "chargeChange_J"] as const) sum[name] += tally[name];
    sum.lowest_J = Math.min(sum.lowest_J, tally.lowest_J);
    sum.hottest_K = Math.max(sum.hottest_K, tally.hottest_K);
    sum.coldest_K = Math.min(sum.coldest_K, tally.coldest_K);
  }
  return sum;
}
