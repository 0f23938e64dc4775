/**
 * The fleet loops in WebAssembly SIMD: same functions, same arguments and results, equal to the last bit.
 *
 * A call copies its columns into the module's memory and the results back: little beside the work for blocks of a hundred steps and planes
 * of tens of satellites or more.
 * The module is under 5 kB. Where it cannot be compiled at once, or there is no WebAssembly SIMD the plain TypeScript serves.
 */
import { darkInPlane, darkSatellites, flagWords, TURN_NAMES } from "./fleet-light.ts";
import type { DarkFlags, Phases, PlaneStep, PlaneSun, SunColumns, TurnColumns } from "./fleet-light.ts";
import { GROUP, POWER_COLUMNS, storeAndHeat } from "./fleet-power.ts";
import type { PowerInput, PowerRules, PowerState } from "./fleet-power.ts";
import { FLEET_WASM_BASE64 } from "./fleet-wasm.ts";
import { even, half, instantiate, machineHere, scratch } from "./wasm-module.ts";
import type { Machine } from "./wasm-module.ts";

export type FleetKernel = {
  readonly darkInPlane: (phases: Phases, sun: PlaneSun, step: PlaneStep, out: DarkFlags) => void;
  readonly darkSatellites: (turns: TurnColumns, sun: SunColumns, out: DarkFlags) => void;
  readonly storeAndHeat: (rules: PowerRules, input: PowerInput, state: PowerState, out: Float64Array) => void;
};

/** Plain TypeScript: the definition of what the accelerated kernel computes. */
export const referenceKernel: FleetKernel = { darkInPlane, darkSatellites, storeAndHeat };

type Exports = {
  readonly memory: WebAssembly.Memory;
  readonly darkInPlane: (satellites: number, cos: number, sin: number, steps: number, along: number, across: number, edge: number, dark: number, counts: number) => void;
  readonly darkSatellites: (satellites: number, turns: number, stride: number, steps: number, sun: number, dark: number, counts: number) => void;
  readonly storeAndHeat: (bodies: number, rules: number, substeps: number, steps: number, sources: number, dark: number, storeds: number, temperatures: number, heats: number, groups: number, out: number) => void;
};

/** A kernel with a memory of its own; undefined where WebAssembly SIMD is missing or forbidden. */
export function simdKernel(machine: Machine | undefined = machineHere()): FleetKernel | undefined {
  const exports = instantiate<Exports>(FLEET_WASM_BASE64, machine);
  return exports === undefined ? undefined : kernelOf(exports);
}

const simd = /* @__PURE__ */ simdKernel();

/** Whether fleetKernel runs in WebAssembly SIMD. */
export const accelerated: boolean = simd !== undefined;

/** The fastest kernel that this machine offers. */
export const fleetKernel: FleetKernel = simd ?? referenceKernel;

/** What the module keeps of a group of bodies. */
const GROUP_DOUBLES = 5;
/** And of a row while it is summed. */
const ROW_DOUBLES = 30;

function kernelOf(module: Exports): FleetKernel {
  const memory = scratch(module.memory);
  return {
    darkInPlane(phases, sun, { steps, edge }, out) {
      const satellites = phases.cos.length;
      const words = steps * flagWords(satellites);
      const column = even(satellites);
      const at = memory.reserve([column, column, steps, steps, half(words), half(steps)]);
      memory.write(at[0]!, phases.cos);
      memory.write(at[1]!, phases.sin);
      memory.write(at[2]!, sun.along.subarray(0, steps));
      memory.write(at[3]!, sun.across.subarray(0, steps));
      module.darkInPlane(satellites, at[0]!, at[1]!, steps, at[2]!, at[3]!, edge, at[4]!, at[5]!);
      memory.readWords(at[4]!, words, out.dark);
      memory.readWords(at[5]!, steps, out.count);
    },
    darkSatellites(turns, sun, out) {
      const satellites = turns.edge.length;
      const steps = sun.x.length;
      const words = steps * flagWords(satellites);
      const column = even(satellites);
      const at = memory.reserve([column * TURN_NAMES.length, 3 * steps, half(words), half(steps)]);
      const stride = 8 * column;
      TURN_NAMES.forEach((name, i) => memory.write(at[0]! + i * stride, turns[name]));
      [sun.x, sun.y, sun.z].forEach((values, i) => memory.write(at[1]! + 8 * i * steps, values));
      module.darkSatellites(satellites, at[0]!, stride, steps, at[1]!, at[2]!, at[3]!);
      memory.readWords(at[2]!, words, out.dark);
      memory.readWords(at[3]!, steps, out.count);
      TURN_NAMES.slice(0, 4).forEach((name, i) => memory.read(at[0]! + i * stride, turns[name]));
    },
    storeAndHeat(rules, input, state, out) {
      const bodies = state.stored_J.length;
      const steps = input.source_W.length;
      const words = steps * flagWords(bodies);
      const rows = steps * POWER_COLUMNS.length;
      const at = memory.reserve([rules.values.length, steps, half(words), even(bodies), even(bodies), even(bodies), GROUP_DOUBLES * Math.ceil(bodies / GROUP) + ROW_DOUBLES, rows]);
      memory.write(at[0]!, rules.values);
      memory.write(at[1]!, input.source_W);
      memory.writeWords(at[2]!, input.dark.subarray(0, words));
      memory.write(at[3]!, state.stored_J);
      memory.write(at[4]!, state.temperature_K);
      module.storeAndHeat(bodies, at[0]!, rules.substeps, steps, at[1]!, at[2]!, at[3]!, at[4]!, at[5]!, at[6]!, at[7]!);
      memory.read(at[3]!, state.stored_J);
      memory.read(at[4]!, state.temperature_K);
      memory.read(at[7]!, out.subarray(0, rows));
    },
  };
}
