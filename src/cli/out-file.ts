/** A file that is written piece by piece and appears whole or not at all. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { writing } from "./out-folder.ts";

/** Writes the pieces in order; an error of theirs leaves no file. Throws UsageError when it cannot be written. */
export const writeFile = (path: string, pieces: Iterable<string>): void => {
  const part = `${path}.part`;
  writing(path, () => {
    try {
      const handle = openSync(part, "w");
      try {
        for (const piece of pieces) writeAll(handle, piece);
      } finally {
        closeSync(handle);
      }
      renameSync(part, path);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  });
};

const writeAll = (handle: number, text: string): void => {
  const bytes = Buffer.from(text, "utf8");
  for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
};
