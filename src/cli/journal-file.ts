/** A scheduler's journal as a file that is written while the days run, and appears whole or not at all. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import type { Scenario } from "../scenario/index.ts";
import { UsageError } from "./failure.ts";
import { tryFile } from "./out-file.ts";
import { writing } from "./out-folder.ts";
import { beginPart, endPart } from "./unfinished.ts";

export interface JournalFile {
  readonly write: (text: string) => void;
  /** Makes it appear. */
  readonly close: () => void;
  /** Takes away what was written, where it was not closed. */
  readonly discard: () => void;
}

/** Text is handed on in pieces of about this many characters. */
const PIECE = 1 << 20;

/** Undefined where none is asked for. Throws UsageError where the scenario simulates no jobs, or the file cannot be written. */
export const openJournal = ({ serve }: Pick<Scenario, "serve">, path: string | undefined): JournalFile | undefined => {
  if (path === undefined) return undefined;
  if (serve === null) throw new UsageError("--journal, and the scenario simulates no jobs", "write serve: {start: 2027-02-01}: dawndusk explain serve");
  tryFile(path);
  const part = `${path}.part`;
  const handle = writing(path, () => openSync(part, "w"));
  beginPart(part);
  let waiting = "";
  let open = true;
  const flush = (): void => {
    writing(path, () => writeAll(handle, waiting));
    waiting = "";
  };
  const end = (): void => {
    open = false;
    closeSync(handle);
  };
  return {
    write: (text) => {
      waiting += text;
      if (waiting.length > PIECE) flush();
    },
    close: () => {
      flush();
      end();
      writing(path, () => renameSync(part, path));
      endPart(part);
    },
    discard: () => {
      if (!open) return;
      end();
      rmSync(part, { force: true });
      endPart(part);
    },
  };
};

const writeAll = (handle: number, text: string): void => {
  const bytes = Buffer.from(text, "utf8");
  for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
};
