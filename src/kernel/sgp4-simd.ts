/**
 * sgp4Times in WebAssembly SIMD, two instants at a time: same arguments and results, equal to the last bit.
 *
 * Minutes and states are copied through the module's memory by the thousand. The module is under 6 kB, which every browser compiles at
 * once. Where there is no WebAssembly SIMD the plain TypeScript serves.
 */
import type { Sgp4Batch } from "./sgp4-batch.ts";
import { SGP4_COLUMNS } from "./sgp4-batch.ts";
import { SGP4_SPAN_MIN, SGP4_STATE, sgp4Times } from "./sgp4.ts";
import { SGP4_WASM_BASE64 } from "./sgp4-wasm.ts";
import { instantiate, machineHere } from "./wasm-module.ts";
import type { Machine } from "./wasm-module.ts";

export type Sgp4Kernel = { readonly times: (batch: Sgp4Batch, i: number, minutes: Float64Array, out: Float64Array, status: Uint8Array) => number };

/** Plain TypeScript: the definition of what the accelerated kernel computes. */
export const sgp4Reference: Sgp4Kernel = { times: sgp4Times };

type Exports = {
  readonly memory: WebAssembly.Memory;
  readonly sgp4Times: (record: number, halfJ2: number, radius_km: number, speed: number, span: number, count: number, minutes: number, out: number, status: number) => void;
};

/** A kernel with a memory of its own; undefined where WebAssembly SIMD is missing or forbidden. */
export function sgp4Simd(machine: Machine | undefined = machineHere()): Sgp4Kernel | undefined {
  const exports = instantiate<Exports>(SGP4_WASM_BASE64, machine);
  return exports === undefined ? undefined : kernelOf(exports);
}

const BLOCK = 1024;
const MINUTES_AT = 8 * SGP4_COLUMNS.length;
const OUT_AT = MINUTES_AT + 8 * BLOCK;
const STATUS_AT = OUT_AT + 8 * SGP4_STATE * BLOCK;
const BYTES = STATUS_AT + BLOCK;
const PAGE = 64 * 1024;

function kernelOf({ memory, sgp4Times: run }: Exports): Sgp4Kernel {
  if (memory.buffer.byteLength < BYTES) memory.grow(Math.ceil((BYTES - memory.buffer.byteLength) / PAGE));
  const record = new Float64Array(memory.buffer, 0, SGP4_COLUMNS.length);
  const minutesIn = new Float64Array(memory.buffer, MINUTES_AT, BLOCK);
  const states = new Float64Array(memory.buffer, OUT_AT, SGP4_STATE * BLOCK);
  const faults = new Uint8Array(memory.buffer, STATUS_AT, BLOCK);
  return {
    times(batch, i, minutes, out, status) {
      if (out.length < SGP4_STATE * minutes.length || status.length < minutes.length) throw new RangeError(`out and status are too short for ${minutes.length} minutes`);
      const { count, earth, ke, data } = batch;
      for (let k = 0; k < SGP4_COLUMNS.length; k++) record[k] = data[k * count + i]!;
      const speed = (earth.radius_km * ke) / 60;
      let bad = 0;
      for (let first = 0; first < minutes.length; first += BLOCK) {
        const size = Math.min(BLOCK, minutes.length - first);
        minutesIn.set(minutes.subarray(first, first + size));
        run(0, 0.5 * earth.j2, earth.radius_km, speed, SGP4_SPAN_MIN, size + (size & 1), MINUTES_AT, OUT_AT, STATUS_AT);
        out.set(states.subarray(0, SGP4_STATE * size), SGP4_STATE * first);
        for (let k = 0; k < size; k++) {
          status[first + k] = faults[k]!;
          if (faults[k] !== 0) bad++;
        }
      }
      return bad;
    },
  };
}

const simd = /* @__PURE__ */ sgp4Simd();

/** Whether sgp4Kernel runs in WebAssembly SIMD. */
export const sgp4Accelerated: boolean = simd !== undefined;

/** The fastest bulk SGP4 that this machine offers. */
export const sgp4Kernel: Sgp4Kernel = simd ?? sgp4Reference;
