/** Modules carried as text: instances of them where WebAssembly SIMD is there, and doubles to and from their memory. */

export type Machine = Pick<typeof WebAssembly, "Module" | "Instance" | "validate">;

/** What this machine offers; undefined where that is nothing. */
export const machineHere = (): Machine | undefined => (globalThis as { readonly WebAssembly?: Machine }).WebAssembly;

/** Exports of a module in base64; undefined where WebAssembly SIMD is missing or forbidden. */
export function instantiate<Exports>(base64: string, machine: Machine | undefined): Exports | undefined {
  if (machine === undefined) return undefined;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  try {
    return machine.validate(bytes) ? (new machine.Instance(new machine.Module(bytes)).exports as Exports) : undefined;
  } catch {
    // A content security policy may forbid what validates.
    return undefined;
  }
}

export type Scratch = {
  /** Byte offsets of pieces of so many doubles each, one after another; what was there is lost. */
  readonly reserve: (doubles: readonly number[]) => readonly number[];
  readonly write: (at: number, values: Float64Array) => void;
  readonly writeWords: (at: number, values: Uint32Array) => void;
  readonly read: (at: number, out: Float64Array) => void;
  readonly readWords: (at: number, count: number, out: Uint32Array) => void;
};

const PAGE = 65_536;

/** A module's memory, all of which is free. */
export function scratch(memory: WebAssembly.Memory): Scratch {
  let doubles = new Float64Array(memory.buffer);
  let words = new Uint32Array(memory.buffer);
  const grow = (bytes: number): void => {
    if (bytes <= memory.buffer.byteLength) return;
    memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / PAGE));
    doubles = new Float64Array(memory.buffer);
    words = new Uint32Array(memory.buffer);
  };
  return {
    reserve(sizes) {
      let end = 0;
      const offsets = sizes.map((size) => (end += 8 * size) - 8 * size);
      grow(end);
      return offsets;
    },
    write: (at, values) => doubles.set(values, at >> 3),
    writeWords: (at, values) => words.set(values, at >> 2),
    read: (at, out) => out.set(doubles.subarray(at >> 3, (at >> 3) + out.length)),
    readWords: (at, count, out) => out.set(words.subarray(at >> 2, (at >> 2) + count)),
  };
}

/** Doubles for columns that are read two at a time, and for words of half their size. */
export const even = (count: number): number => count + (count & 1);
export const half = (words: number): number => Math.ceil(words / 2);
