/** The files of one scenario's folder, for Node: the port of the language, with links that lead out of the folder refused. */
import { closeSync, fstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { Files } from "../scenario/index.ts";

/** A scenario's folder; a Parquet file in it reads as missing until `fetchTables` has turned it into text. */
export interface NodeFiles extends Files {
  /** Reads the Parquet files that were asked for in vain; answers whether there were any. */
  readonly fetchTables: () => Promise<boolean>;
}

/** What `read` makes of the files, once the Parquet files that it asks for are there. */
export const withTables = async <T>(files: NodeFiles, read: () => T): Promise<T> => {
  const first = read();
  return (await files.fetchTables()) ? read() : first;
};

/** One byte more than any file may have, so that a longer one is seen to be too long. */
const MOST_BYTES = 80_000_001;

/** Reads files in the folder of `scenario` (as the loader's `path`). What leads out of it, through links too, reads as missing; so does what is no regular file. */
export const nodeFiles = (scenario: string): NodeFiles => {
  const root = realOf(dirname(resolve(scenario)));
  const tables = new Map<string, string>();
  const wanted = new Set<string>();
  const failed = new Map<string, string>();
  const bytesOf = (path: string): Uint8Array | undefined => {
    const real = realOf(resolve(path));
    // The scenario itself may be a link, as a file that is named on purpose.
    if (root === undefined || real === undefined || (path !== scenario && !isWithin(real, root))) return undefined;
    return readWhole(real);
  };
  const table = (path: string): string | undefined => {
    if (!tables.has(path) && !failed.has(path)) wanted.add(path);
    return tables.get(path);
  };
  return {
    read: (path) => {
      if (path.endsWith(".parquet")) return table(path);
      const bytes = bytesOf(path);
      return bytes && new TextDecoder("utf-8").decode(bytes);
    },
    isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
    whyNot: (path) => failed.get(path),
    fetchTables: async () => {
      const paths = [...wanted];
      wanted.clear();
      if (paths.length === 0) return false;
      const { parquetText } = await import("./parquet-text.ts");
      for (const path of paths) {
        const bytes = bytesOf(path);
        try {
          if (bytes) tables.set(path, await parquetText(bytes));
        } catch (error) {
          failed.set(path, `it is no Parquet file that can be read: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      return paths.some((path) => tables.has(path) || failed.has(path));
    },
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

const readWhole = (path: string): Uint8Array | undefined => {
  let handle: number | undefined;
  try {
    // Before it is opened: opening a pipe would wait for its other end.
    if (!statSync(path).isFile()) return undefined;
    handle = openSync(path, "r");
    const bytes = Buffer.alloc(Math.min(fstatSync(handle).size, MOST_BYTES));
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got) got = readSync(handle, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};
