/**
 * A fleet in parts of like size, flown block by block. A part is cut by its satellites alone, never by who flies it, and what it writes
 * depends on its own satellites alone: parts may be flown in any order and anywhere; the fleet adds them in theirs, and its sums are the
 * same to the last bit. A plane of more satellites than a part holds is cut into even pieces.
 */
import { flagWords, planeSun, POWER_COLUMNS, shadowEdge } from "../kernel/index.ts";
import type { CircularJ2, DarkFlags, FleetKernel, Phases, PlaneSun, PowerRules } from "../kernel/index.ts";
import { ASTRONOMICAL_UNIT_KM, EARTH_RADIUS_KM } from "../units/index.ts";
import type { FleetBlock } from "./fleet-block.ts";
import type { FleetPlane } from "./fleet-planes.ts";
import { addToTally, fleetTally, sumTally } from "./fleet-tally.ts";
import type { FleetTally } from "./fleet-tally.ts";
import type { PlatformState } from "./operate.ts";

/** Per step of a block: sums over the satellites, and extremes of any of them. */
export interface FleetRows {
  readonly lit: Float64Array;
  readonly load_W: Float64Array;
  readonly stored_J: Float64Array;
  readonly temperature_K: Float64Array;
  readonly lowest_J: Float64Array;
  readonly hottest_K: Float64Array;
}

/** Satellites of one plane; `plane` is its place in the fleet. */
export interface FleetPiece { readonly plane: number; readonly orbit: CircularJ2; readonly phases: Phases; readonly edge: number }
export type FleetPart = readonly FleetPiece[];

/** What lives from block to block: a value a satellite, piece after piece, and a tally a piece. */
export interface PartState { readonly stored_J: Float64Array; readonly temperature_K: Float64Array; readonly tallies: readonly FleetTally[] }

/** Most satellites of a part: some 15 ms of a core for a day by the minute, and 10,000 satellites in two planes still keep ten threads busy. From 256 to 8,192 a flight costs the same. */
export const PART_SATELLITES = 1024;

export const fleetRows = (rows: number): FleetRows => ({
  lit: new Float64Array(rows), load_W: new Float64Array(rows), stored_J: new Float64Array(rows), temperature_K: new Float64Array(rows),
  lowest_J: new Float64Array(rows), hottest_K: new Float64Array(rows),
});

/** The planes in order, cut so that no part has more than PART_SATELLITES or planes of two shells, and none could take the next piece too. */
export function fleetParts(planes: readonly FleetPlane[]): FleetPart[] {
  const parts: FleetPiece[][] = [];
  let room = 0;
  let shell: string | undefined;
  for (const piece of planes.flatMap(piecesOf)) {
    const satellites = piece.phases.cos.length;
    const own = planes[piece.plane]!.shell;
    if (satellites > room || own !== shell) {
      parts.push([]);
      room = PART_SATELLITES;
      shell = own;
    }
    parts.at(-1)!.push(piece);
    room -= satellites;
  }
  return parts;
}

function piecesOf({ orbit, phases }: FleetPlane, plane: number): FleetPiece[] {
  const satellites = phases.cos.length;
  const edge = shadowEdge(orbit.semiMajorAxis, EARTH_RADIUS_KM, ASTRONOMICAL_UNIT_KM);
  const pieces = Math.ceil(satellites / PART_SATELLITES);
  const cut = (i: number): number => Math.round((i * satellites) / pieces);
  return Array.from({ length: pieces }, (_, i) => {
    const own = { cos: phases.cos.subarray(cut(i), cut(i + 1)), sin: phases.sin.subarray(cut(i), cut(i + 1)) };
    return { plane, orbit, phases: own, edge };
  });
}

const satellitesIn = (part: FleetPart): number => part.reduce((sum, { phases }) => sum + phases.cos.length, 0);

/** Every satellite of a part in the state given. */
export function partState(part: FleetPart, { stored_J, panel_K }: PlatformState): PartState {
  const satellites = satellitesIn(part);
  return {
    stored_J: new Float64Array(satellites).fill(stored_J), temperature_K: new Float64Array(satellites).fill(panel_K),
    tallies: part.map(({ phases }) => fleetTally(phases.cos.length)),
  };
}

export interface PartScratch { path: PlaneSun; flags: DarkFlags; power: Float64Array }

/** Room for the widest piece of the parts in blocks of `rows`. */
export function partScratch(parts: readonly FleetPart[], rows: number): PartScratch {
  const widest = parts.reduce((most, part) => part.reduce((inPart, { phases }) => Math.max(inPart, flagWords(phases.cos.length)), most), 0);
  return {
    path: { along: new Float64Array(rows), across: new Float64Array(rows) },
    flags: { dark: new Uint32Array(rows * widest), count: new Uint32Array(rows) },
    power: new Float64Array(rows * POWER_COLUMNS.length),
  };
}

export interface PartTools { readonly kernel: FleetKernel; readonly rules: PowerRules; readonly scratch: PartScratch }

/** Flies a block: advances every satellite, adds to the pieces' tallies, and writes the part's rows. */
export function flyPart(part: FleetPart, state: PartState, block: FleetBlock, { kernel, rules, scratch }: PartTools, out: FleetRows): void {
  const { start_s, step_s, rows, sun, source_W } = block;
  clearRows(out);
  let first = 0;
  part.forEach(({ orbit, phases, edge }, i) => {
    const end = first + phases.cos.length;
    const bodies = { stored_J: state.stored_J.subarray(first, end), temperature_K: state.temperature_K.subarray(first, end) };
    planeSun(orbit, { start_s, step_s, count: rows }, sun, scratch.path);
    kernel.darkInPlane(phases, scratch.path, { steps: rows, edge }, scratch.flags);
    kernel.storeAndHeat(rules, { source_W, dark: scratch.flags.dark }, bodies, scratch.power);
    addToTally(state.tallies[i]!, block, scratch.flags.count, scratch.power);
    addPower(out, rows, phases.cos.length, scratch);
    first = end;
  });
}

/** Nothing added yet. */
export function clearRows(rows: FleetRows): void {
  for (const name of ["lit", "load_W", "stored_J", "temperature_K", "hottest_K"] as const) rows[name].fill(0);
  rows.lowest_J.fill(Infinity);
}

const at = (name: (typeof POWER_COLUMNS)[number]): number => POWER_COLUMNS.indexOf(name);
const COLUMN = { load: at("load_W"), stored: at("stored_J"), lowest: at("lowest_J"), temperature: at("temperature_K"), hottest: at("hottest_K") };

/** A piece's rows into its part's. */
function addPower(out: FleetRows, rows: number, satellites: number, { flags, power }: PartScratch): void {
  for (let i = 0, row = 0; i < rows; i++, row += POWER_COLUMNS.length) {
    out.lit[i]! += satellites - flags.count[i]!;
    out.load_W[i]! += power[row + COLUMN.load]!;
    out.stored_J[i]! += power[row + COLUMN.stored]!;
    out.temperature_K[i]! += power[row + COLUMN.temperature]!;
    out.lowest_J[i] = Math.min(out.lowest_J[i]!, power[row + COLUMN.lowest]!);
    out.hottest_K[i] = Math.max(out.hottest_K[i]!, power[row + COLUMN.hottest]!);
  }
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

/** Tallies of the planes from those of their pieces, their change of charge counted from `start_J` a satellite. `parts` and `states` run in parallel. */
export function planeTallies(parts: readonly FleetPart[], states: readonly PartState[], start_J: number): FleetTally[] {
  const pieces: FleetTally[][] = [];
  parts.forEach((part, p) => {
    const { stored_J, tallies } = states[p]!;
    let first = 0;
    part.forEach(({ plane }, i) => {
      const tally = tallies[i]!;
      const own_J = stored_J.subarray(first, first + tally.satellites);
      first += tally.satellites;
      (pieces[plane] ??= []).push({ ...tally, chargeChange_J: own_J.reduce((sum, one_J) => sum + (one_J - start_J), 0) });
    });
  });
  return pieces.map(sumTally);
}
