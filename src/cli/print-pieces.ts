import { once } from "node:events";
import type { Terminal } from "./terminal.ts";

/** Prints piece by piece, as fast as they are read, so that a long text never waits in memory. */
export const printPieces = async (pieces: Iterable<string>, terminal: Terminal): Promise<void> => {
  for (const piece of pieces) {
    terminal.write(piece);
    if (process.stdout.writableNeedDrain) await once(process.stdout, "drain");
  }
};
