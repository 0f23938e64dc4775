/** `finance --xlsx FILE --csv FOLDER`: the run's money as a workbook with live formulas, and as comma-separated values. */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { Command } from "commander";
import { statementCsv } from "../book/index.ts";
import type { Run } from "../run/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { UsageError } from "./failure.ts";
import { tryFile, writeBytes } from "./out-file.ts";
import { folderFor, writeInto, writing } from "./out-folder.ts";
import type { Terminal } from "./terminal.ts";

export interface BookOptions {
  readonly xlsx?: string;
  readonly csv?: string;
}

export const withBook = (command: Command): Command =>
  command
    .option("--xlsx <file>", "write a workbook with live formulas: assumptions, cash, tax, debt, returns, cap table, and a sheet that holds each against the library")
    .option("--csv <folder>", "write statement.csv there: a quarter a row, nominal dollars");

const ENDING = ".xlsx";

/** Throws UsageError where the files cannot be written, before the work. */
export const tryBook = ({ xlsx, csv }: BookOptions): void => {
  if (xlsx !== undefined) {
    if (!xlsx.endsWith(ENDING)) throw new UsageError(`--xlsx ${xlsx}`, `name a file that ends in ${ENDING}`);
    folderFor(`--xlsx ${xlsx}`, dirname(xlsx));
    tryFile(xlsx);
  }
  if (csv === undefined) return;
  if (writing(`--csv ${csv}`, () => statSync(csv, { throwIfNoEntry: false }))?.isFile() === true) throw new UsageError(`--csv ${csv} is a file`, "name a folder: statement.csv is written there");
  folderFor(`--csv ${csv}`, csv);
};

/** Writes what was asked for; tells why where there is nothing to write. */
export const writeBook = async (scenario: Scenario, { run, options: { xlsx, csv } }: { readonly run: Run; readonly options: BookOptions }, terminal: Terminal): Promise<void> => {
  if (xlsx === undefined && csv === undefined) return;
  const statement = run.finance?.statement ?? null;
  if (statement === null) {
    terminal.tell(`${[xlsx, csv].filter((path) => path !== undefined).join(" and ")} not written: there is no statement ${run.finance === null ? "before finance is reached" : "of a plan that is infeasible"}\n`);
    return;
  }
  if (csv !== undefined) writeInto(csv, { "statement.csv": statementCsv(statement) });
  if (xlsx === undefined) return;
  const [{ runBook }, { xlsxOf }] = await Promise.all([import("../run/index.ts"), import("../book/index.ts")]);
  const book = runBook(scenario, run);
  if (book !== null) writeBytes(xlsx, await xlsxOf(book));
};
