/** Reads the golden files that sit beside this one. */
import { readFileSync } from "node:fs";

/** Rows of a comma-separated file (first line the header, # lines skipped), by column name; text stays text. */
export function goldenCsv(path: string): Record<string, string>[] {
  const lines = readFileSync(new URL(path, import.meta.url), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const header = lines[0]!.split(",");
  return lines.slice(1).map((line) => Object.fromEntries(line.split(",").map((cell, i) => [header[i]!, cell])));
}

/** A golden JSON file, of the shape the caller states. */
export function goldenJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as T;
}
