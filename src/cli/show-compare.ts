/** What `compare` prints. */
import { compareSubjects } from "../published/index.ts";
import { compareTables, textTable, wrapText } from "../report/index.ts";
import { compareCampaigns, isFolder } from "./compare-campaigns.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { guardNames, missingTiers, namedSubject, type Named } from "./named-subject.ts";
import { outFolder, writeInto } from "./out-folder.ts";
import type { Terminal } from "./terminal.ts";

export interface CompareOptions {
  readonly set: readonly string[];
  readonly json?: true;
  readonly out?: string;
  readonly quiet?: true;
}

/** As many as a table has room for. */
const NAMES_MAX = 8;

/** Runs the scenarios one after another and prints all side by side; answers 130 when one is interrupted. */
export const showCompare = async (names: readonly string[], options: CompareOptions, terminal: Terminal): Promise<ExitCode> => {
  if (names.length < 2 || names.length > NAMES_MAX) throw new UsageError(`${names.length} to compare`, `name two to ${NAMES_MAX}`);
  if (names.some(isFolder)) return compareCampaigns(names, options, terminal);
  guardNames(names, options.set);
  const folder = options.out === undefined ? undefined : outFolder(options.out);
  const all: Named[] = [];
  for (const name of names) {
    const found = await namedSubject(name, options, terminal);
    if (found === null) return EXIT.interrupted;
    all.push(found);
  }
  const found = compareSubjects(all.map(({ subject }) => subject));
  const tables = compareTables(found, all.map(({ run }) => run));
  const missing = missingTiers(all);
  const record = jsonText({ ...found, titles: all.map(({ subject }) => subject.title), boundaries: all.map(({ subject }) => subject.boundary), missing, tables });
  const { width } = terminal.look;
  const text = tables.map((table) => `${table.title}\n${textTable(table, width).join("\n")}\n${table.note === "" ? "" : `${wrapText(table.note, width).join("\n")}\n`}`).join("\n");
  const why = missing.map((line) => `${wrapText(`${line}.`, width).join("\n")}\n`);
  terminal.write(options.json === true ? record : [text, ...why].join("\n"));
  if (folder !== undefined) writeInto(folder, { "compare.json": record });
  return EXIT.done;
};
