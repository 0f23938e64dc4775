/** Files that are there after a power cut once the call has returned: whole, or not at all. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const writeAll = (handle: number, bytes: Uint8Array): void => {
  for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
};

/** Opens, works, brings what was written to the disk, closes. */
const synced = (path: string, flags: "w" | "a" | "r", work: (handle: number) => void): void => {
  const handle = openSync(path, flags);
  try {
    work(handle);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** A name is on the disk when its folder is. */
const syncFolder = (path: string): void => synced(path, "r", () => {});

/** Writes a file in place of one that may be there. `by` tells writers of one path apart. */
export const writeDurably = (path: string, bytes: Uint8Array, by: string): void => {
  const part = `${path}.${by}.part`;
  try {
    synced(part, "w", (handle) => writeAll(handle, bytes));
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
};

/** Adds to the end of a file, which is made where it is missing. A cut may leave a piece of what was added. */
export const appendDurably = (path: string, text: string): void => synced(path, "a", (handle) => writeAll(handle, Buffer.from(text, "utf8")));
