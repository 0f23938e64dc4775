/**
 * The scans of passes, links, contacts and shadow cones in WebAssembly SIMD, two rows at a time: same functions, same arguments and results,
 * equal to the last bit.
 *
 * Rows are copied through the module's memory, which is little where several observers look at them. The module is under 5 kB, which every
 * browser compiles at once. The turn of positions into the body's frame (visibility.ts) is a chain from row to row, no faster two by two: it
 * stays in TypeScript. Where there is no WebAssembly SIMD the plain TypeScript serves.
 */
import { OBSERVER_SIZE, rowWords } from "./observer.ts";
import { sightLevels } from "./passes-levels.ts";
import type { SightLevels } from "./passes-levels.ts";
import { PAIR_SIZE, pairLevels } from "./passes-pair-levels.ts";
import { coneMargins } from "./shadow-cone.ts";
import type { ConeMargins, ShadowBody } from "./shadow-cone.ts";
import { SIGHT_WASM_BASE64 } from "./sight-wasm.ts";
import { seenRows } from "./visibility.ts";
import { even, half, instantiate, machineHere, scratch } from "./wasm-module.ts";
import type { Machine } from "./wasm-module.ts";

export type SightKernel = {
  readonly sightLevels: (states: Float64Array, rows: number, observers: Float64Array, out: SightLevels) => number;
  readonly pairLevels: (a: Float64Array, b: Float64Array, rows: number, out: Float64Array) => void;
  readonly seenRows: (xyz: Float64Array, rows: number, observers: Float64Array, seen: Uint32Array) => void;
  readonly coneMargins: (body: ShadowBody, positions: Float64Array, suns: Float64Array, rows: number, out: ConeMargins) => void;
};

/** Plain TypeScript: the definition of what the accelerated kernel computes. */
export const sightReference: SightKernel = { sightLevels, pairLevels, seenRows, coneMargins };

type Exports = {
  readonly memory: WebAssembly.Memory;
  readonly sightLevels: (states: number, rows: number, observers: number, count: number, columns: number, near: number, levels: number) => number;
  readonly pairLevels: (left: number, right: number, rows: number, out: number) => void;
  readonly seenRows: (xyz: number, rows: number, observers: number, count: number, columns: number, seen: number) => void;
  readonly coneMargins: (positions: number, suns: number, rows: number, earthRadius: number, flattening: number, sunRadius: number, umbra: number, penumbra: number) => void;
};

/** A kernel with a memory of its own; undefined where WebAssembly SIMD is missing or forbidden. */
export function sightSimd(machine: Machine | undefined = machineHere()): SightKernel | undefined {
  const exports = instantiate<Exports>(SIGHT_WASM_BASE64, machine);
  return exports === undefined ? undefined : kernelOf(exports);
}

const simd = /* @__PURE__ */ sightSimd();

/** Whether sightKernel runs in WebAssembly SIMD. */
export const sightAccelerated: boolean = simd !== undefined;

/** The fastest scans that this machine offers. */
export const sightKernel: SightKernel = simd ?? sightReference;

/** Rows that go through the module's memory at once where results do not run on from one to the next. */
const BLOCK = 4096;

function kernelOf(module: Exports): SightKernel {
  const memory = scratch(module.memory);
  return {
    sightLevels(states, rows, observers, out) {
      const count = observers.length / OBSERVER_SIZE;
      const words = count * rowWords(rows);
      const [from, list, columns, near, levels] = memory.reserve([6 * even(rows), observers.length, 4 * even(rows), half(words), 2 * rows * count]) as Places;
      memory.write(from, states.subarray(0, 6 * rows));
      memory.write(list, observers);
      const found = module.sightLevels(from, rows, list, count, columns, near, levels);
      memory.readWords(near, words, out.near);
      memory.read(levels, out.levels.subarray(0, 2 * found));
      return found;
    },
    pairLevels(a, b, rows, out) {
      inBlocks(rows, (first, size) => {
        const [left, right, to] = memory.reserve([6 * even(size), 6 * even(size), PAIR_SIZE * even(size)]) as Places;
        memory.write(left, a.subarray(6 * first, 6 * (first + size)));
        memory.write(right, b.subarray(6 * first, 6 * (first + size)));
        module.pairLevels(left, right, size, to);
        memory.read(to, out.subarray(PAIR_SIZE * first, PAIR_SIZE * (first + size)));
      });
    },
    seenRows(xyz, rows, observers, seen) {
      const count = observers.length / OBSERVER_SIZE;
      const words = count * rowWords(rows);
      const [from, list, columns, to] = memory.reserve([3 * even(rows), observers.length, 3 * even(rows), half(words)]) as Places;
      memory.write(from, xyz.subarray(0, 3 * rows));
      memory.write(list, observers);
      module.seenRows(from, rows, list, count, columns, to);
      memory.readWords(to, words, seen);
    },
    coneMargins({ earthRadius, flattening, sunRadius }, positions, suns, rows, out) {
      inBlocks(rows, (first, size) => {
        const [from, sun, umbra, penumbra] = memory.reserve([3 * even(size), 3 * even(size), even(size), even(size)]) as Places;
        memory.write(from, positions.subarray(3 * first, 3 * (first + size)));
        memory.write(sun, suns.subarray(3 * first, 3 * (first + size)));
        module.coneMargins(from, sun, size, earthRadius, flattening, sunRadius, umbra, penumbra);
        memory.read(umbra, out.umbra.subarray(first, first + size));
        memory.read(penumbra, out.penumbra.subarray(first, first + size));
      });
    },
  };
}

type Places = readonly [number, number, number, number, number];

function inBlocks(rows: number, work: (first: number, size: number) => void): void {
  for (let first = 0; first < rows; first += BLOCK) work(first, Math.min(BLOCK, rows - first));
}
