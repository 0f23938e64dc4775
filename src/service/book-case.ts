/** A case's money as a workbook. */
import { xlsxOf } from "../book/index.ts";
import { runBook, type RunPorts } from "../run/index.ts";
import type { Problem } from "../scenario/index.ts";
import type { Case } from "./case.ts";
import type { RunKept } from "./kept-runs.ts";

export type CaseBook =
  | { readonly ok: true; readonly xlsx: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problems: readonly Problem[] }
  /** There is nothing to write. */
  | { readonly ok: false; readonly why: string };

/** The bytes of an .xlsx file with live formulas, or why there is none. */
export const bookCase = async (given: Case, ports: RunPorts, runKept: RunKept): Promise<CaseBook> => {
  const done = await runKept(given, ports);
  if (!done.ok) return done;
  const book = runBook(done.scenario, done.run);
  return book === null ? { ok: false, why: "there is no statement: the plan is infeasible, or has nothing to build" } : { ok: true, xlsx: await xlsxOf(book) };
};
