/** Threads of the studio's local process: what one has run it keeps, what is given up ends. */
import { expect, test } from "vitest";
import { callThreads } from "../../../src/io/studio/call-threads.ts";
import { lineText, type CallLine } from "../../../src/io/studio/call-record.ts";
import { RACK } from "../../support/scenario.ts";

const GIVEN = { scenario: "scenario.yaml", files: { "scenario.yaml": RACK }, set: [] } as const;

test("a workbook of what was run comes of that run; a call that is given up tells nothing more, and the next is answered", async () => {
  const threads = callThreads();
  const asked = async (call: "run" | "book", signal = new AbortController().signal): Promise<readonly CallLine[]> => {
    const lines: CallLine[] = [];
    await threads.answer({ call, asked: GIVEN }, (line) => lines.push(line), signal);
    return lines;
  };
  try {
    const run = await asked("run");
    expect(run.slice(0, -1).map(({ kind }) => kind)).toContain("told");
    expect(run.at(-1)).toMatchObject({ kind: "answer", answer: { ok: true } });
    const [book, ...more] = await asked("book");
    expect(more).toEqual([]);
    expect(JSON.parse(lineText(book!))).toMatchObject({ kind: "answer", answer: { ok: true, xlsx: { base64: expect.stringMatching(/^UEsD/) as string } } });
    const given = new AbortController();
    given.abort(new Error("left"));
    expect(await asked("run", given.signal)).toEqual([]);
    // The thread that kept the run has ended.
    expect((await asked("book")).map(({ kind }) => kind)).toContain("told");
  } finally {
    await threads.close();
  }
});
