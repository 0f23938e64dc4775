import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { snapshot } from "../../src/schedule/index.ts";
import { smallCase } from "../schedule/cases.ts";
import { say } from "./command-line.ts";

describe("dawndusk replay", () => {
  const folder = mkdtempSync(join(tmpdir(), "replay-"));
  const journal = join(folder, "journal.jsonl");
  let text = "";
  let state = "";
  beforeAll(async () => {
    const made = await smallCase(20_000);
    text = made.text;
    state = snapshot(made.state);
    writeFileSync(journal, text);
  });

  test("prints the state, checks the hash and tells why a job waits", async () => {
    const { exit, out } = await say(["replay", journal, "--job", "next", "--state", join(folder, "state.json")]);
    expect(exit).toBe(0);
    expect(out).toContain("as the journal says; its own lines were not hashed");
    expect(out).toContain("4 jobs: 2 done, 0 failed, 0 expired, 2 not ended");
    expect(out).toContain("next is staged\nground, hall: needs 2 nodes, 0 free; could start in 4.2 h");
    expect(readFileSync(join(folder, "state.json"), "utf8")).toBe(`${state}\n`);
  });

  test("as JSON, and from standard input a journal that breaks off", async () => {
    const { exit, out } = await say(["replay", journal, "--json"]);
    expect([exit, JSON.parse(out)]).toMatchObject([0, { verified: true, measures: { jobs: 4, done: 2 } }]);
    writeFileSync(journal + ".part", text.split("\n").slice(0, -3).join("\n"));
    expect((await say(["replay", `${journal}.part`])).out).toContain("breaks off before its end");
  });

  test("names the first line that is not reproduced", async () => {
    const wrong = async (changed: string): Promise<string> => {
      writeFileSync(`${journal}.wrong`, changed);
      const { exit, err } = await say(["replay", `${journal}.wrong`]);
      expect(exit).toBe(2);
      return err;
    };
    expect(await wrong(text.replace('"reason":"fits"', '"reason":"luck"'))).toContain('.wrong:7: the journal has {"kind":"transition"');
    expect(await wrong(text.replace(/"hash":"\w\w/, '"hash":"zz'))).toContain("the journal's hash is zz");
    expect(await wrong("hello\n")).toContain(".wrong:1: no JSON document");
    expect(await wrong('{"kind":"journal","version":9}\n')).toContain("version 9 of a journal");
    expect(await wrong('{"kind":"journal","version":2}\n')).toContain(".wrong:1: a head without pools or policy");
    expect((await say(["replay", join(folder, "none")])).err).toContain("cannot be read");
    expect((await say(["replay", journal, "--job", "who"])).err).toContain('no job "who"');
  });
});
