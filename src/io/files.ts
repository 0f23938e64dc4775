/** The files of one scenario's folder, for Node: the port of the language, with links that lead out of the folder refused. */
import { closeSync, fstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { Files } from "../scenario/index.ts";

/** One byte more than any file may have, so that a longer one is seen to be too long. */
const MOST_BYTES = 80_000_001;

/** Reads files in the folder of `scenario` (as the loader's `path`). What leads out of it, through links too, reads as missing; so does what is no regular file. */
export const nodeFiles = (scenario: string): Files => {
  const root = realOf(dirname(resolve(scenario)));
  return {
    read: (path) => {
      const real = realOf(resolve(path));
      // The scenario itself may be a link, as a file that is named on purpose.
      if (root === undefined || real === undefined || (path !== scenario && !isWithin(real, root))) return undefined;
      return readWhole(real);
    },
    isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
  };
};

const realOf = (path: string): string | undefined => {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
};

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

const readWhole = (path: string): string | undefined => {
  let handle: number | undefined;
  try {
    // Before it is opened: opening a pipe would wait for its other end.
    if (!statSync(path).isFile()) return undefined;
    handle = openSync(path, "r");
    const bytes = Buffer.alloc(Math.min(fstatSync(handle).size, MOST_BYTES));
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got) got = readSync(handle, bytes, length, bytes.length - length, null);
    return new TextDecoder("utf-8").decode(bytes.subarray(0, length));
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};
