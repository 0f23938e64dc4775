/** Where results are written. A file appears whole or not at all. */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { UsageError } from "./failure.ts";

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The folder, made when it is not there. */
export const outFolder = (path: string): string => {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new UsageError(`--out ${path}: the folder cannot be made`, reason(error));
  }
  return path;
};

/** Writes texts by file name. */
export const writeInto = (folder: string, texts: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(texts)) {
    const path = `${folder}/${name}`;
    try {
      writeFileSync(`${path}.part`, text);
      renameSync(`${path}.part`, path);
    } catch (error) {
      throw new UsageError(`${path} cannot be written`, reason(error));
    }
  }
};
