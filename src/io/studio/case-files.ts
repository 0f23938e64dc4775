/** A scenario's file as a case: with every file beside it that it reads. */
import { dirname, join, relative } from "node:path";
import { loadScenario, type Problem } from "../../scenario/index.ts";
import type { Case } from "../../service/index.ts";
import { nodeFiles, withTables } from "../files.ts";

export type ReadCase =
  | { readonly ok: true; readonly name: string; readonly note: string; readonly case: Case }
  /** Wrong, but there to be mended: its texts as far as they were read. */
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly case: Case | null };

/** Reads a scenario and tells which texts it is made of; tables of Parquet are among them as text. */
export const readCase = async (path: string): Promise<ReadCase> => {
  const files = nodeFiles(path);
  const folder = dirname(path);
  const texts = new Map<string, string>();
  const read = (file: string): string | undefined => {
    const text = files.read(file);
    if (text !== undefined) texts.set(relative(folder, file), text);
    return text;
  };
  const loaded = await withTables(files, () => loadScenario({ path, files: { ...files, read } }));
  const caseNow = (): Case => ({ scenario: relative(folder, path), files: Object.fromEntries(texts), set: [] });
  if (!loaded.ok) return { ...loaded, case: texts.has(relative(folder, path)) ? caseNow() : null };
  const { name, note, serve } = loaded.scenario;
  for (const beside of [serve?.workload ?? "", serve?.workloadReading.steps ?? ""]) if (beside !== "") read(join(folder, beside));
  return { ok: true, name, note, case: caseNow() };
};
