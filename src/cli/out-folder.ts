/** Where results are written. A file appears whole or not at all. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "./failure.ts";

const HINT = "name a folder that you may write to and that has room";
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The caller's error when it came from the file system; every other error passes through as it is. */
export const writing = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw writeError(path, error);
  }
};

/** The same of work that takes time. */
export const writingLong = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw writeError(path, error);
  }
};

const writeError = (path: string, error: unknown): unknown => {
  if (!(error instanceof Error && "syscall" in error)) return error;
  const why = "code" in error && error.code === "EISDIR" ? "a folder of that name stands in the way" : error.message;
  return new UsageError(`${path} cannot be written: ${why}`, HINT);
};

/** One folder after another from the first that exists: Node's own recursive mkdir never ends in /proc. */
const makeFolder = (path: string): void => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  if (found !== undefined) throw new Error(`${path} is not a folder`);
  makeFolder(dirname(path));
  mkdirSync(path);
};

/** The folder of --out, made when it is not there, after a file could be written into it. */
export const outFolder = (path: string): string => folderFor(`--out ${path}`, path);

/** The same of a folder that another option names: `asked` is that option as it was given. */
export const folderFor = (asked: string, path: string): string => {
  try {
    makeFolder(path);
  } catch (error) {
    throw new UsageError(`${asked}: the folder cannot be made: ${reason(error)}`, HINT);
  }
  writing(asked, () => writeWhole(`${path}/.dawndusk-probe`, ""));
  rmSync(`${path}/.dawndusk-probe`, { force: true });
  return path;
};

const writeWhole = (path: string, text: string): void => {
  const part = `${path}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
};

/** Writes texts by file name. */
export const writeInto = (folder: string, texts: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(texts)) writing(`${folder}/${name}`, () => writeWhole(`${folder}/${name}`, text));
};
