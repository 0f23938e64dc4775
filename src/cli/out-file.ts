/** A file that is written piece by piece and appears whole or not at all. */
import { closeSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { UsageError } from "./failure.ts";
import { writing, writingLong } from "./out-folder.ts";
import { beginPart, endedByInterrupt, endPart } from "./unfinished.ts";

const partOf = (path: string): string => `${path}.part`;

/** Throws UsageError where no such file can be written, so that it is told before the work and not after it. */
export const tryFile = (path: string): void => {
  if (writing(path, () => statSync(path, { throwIfNoEntry: false }))?.isDirectory() === true) throw new UsageError(`${path} cannot be written: it is a folder`, "name a file");
  const part = partOf(path);
  writing(path, () => closeSync(openSync(part, "w")));
  rmSync(part, { force: true });
};

/** Writes the pieces in order; an error of theirs, or an interrupt, leaves no file. Rejects with UsageError when it cannot be written. */
export const writeFile = (path: string, pieces: Iterable<string>): Promise<void> => {
  tryFile(path);
  return endedByInterrupt(() => writingLong(path, () => writeWhole(path, pieces)));
};

const writeWhole = async (path: string, pieces: Iterable<string>): Promise<void> => {
  const part = partOf(path);
  beginPart(part);
  try {
    const handle = openSync(part, "w");
    try {
      await writePieces(handle, pieces);
    } finally {
      closeSync(handle);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    endPart(part);
  }
};

/** Signals are heard so often. */
const TURN_MS = 50;

const writePieces = async (handle: number, pieces: Iterable<string>): Promise<void> => {
  let turned_ms = performance.now();
  for (const piece of pieces) {
    writeAll(handle, piece);
    if (performance.now() - turned_ms < TURN_MS) continue;
    await turn();
    turned_ms = performance.now();
  }
  // Many small files must not keep a signal waiting either.
  await turn();
};

const writeAll = (handle: number, text: string): void => {
  const bytes = Buffer.from(text, "utf8");
  for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
};

/** Writes bytes that are there already. Throws UsageError when it cannot be written. */
export const writeBytes = (path: string, bytes: Uint8Array): void =>
  writing(path, () => {
    const part = partOf(path);
    try {
      writeFileSync(part, bytes);
      renameSync(part, path);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  });
