/** JSON, a document a line. */
import { wrong, type Reading } from "./reading.ts";

export interface JsonLine {
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => value !== null && typeof value === "object" && !Array.isArray(value);

/** Objects of a JSONL text; what is none is told. */
export function* jsonLines(reading: Reading, text: string): Generator<JsonLine> {
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      const position = /position (\d+)/.exec(String(error))?.[1];
      wrong(reading, { line: i + 1, column: position === undefined ? 1 : Number(position) + 1 }, { found: line, expected: "one JSON object in a line" });
      continue;
    }
    if (isRecord(value)) yield { line: i + 1, value };
    else wrong(reading, { line: i + 1 }, { found: line, expected: "one JSON object in a line" });
  }
}
