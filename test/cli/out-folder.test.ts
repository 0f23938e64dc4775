import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, describe, expect, test } from "vitest";
import { say } from "./command-line.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-out-`);
afterAll(() => rmSync(folder, { recursive: true }));
const SCENARIO = ["size", "examples/one-rack/scenario.yaml", "--set", "simulate.days=1"] as const;

describe("--out", () => {
  test("a folder that cannot be written is the caller's error, said before any work", async () => {
    writeFileSync(`${folder}/file`, "");
    for (const out of [`${folder}/file`, `${folder}/file/inside`, "/dev/null/x", "/proc/foo", "/proc/foo/bar", "/proc/1/task", `${folder}/${"x".repeat(300)}`]) {
      const said = await say([...SCENARIO, "--out", out]);
      expect([said.exit, said.out], out).toEqual([2, ""]);
      expect(said.err).toContain(`--out ${out}`);
      expect(said.err).toContain("name a folder that you may write to");
    }
  });

  test("so is one of --xlsx or --csv, under the name of that option", async () => {
    writeFileSync(`${folder}/file`, "");
    for (const words of [["--xlsx", `${folder}/file/book.xlsx`], ["--xlsx", "/proc/book.xlsx"], ["--csv", `${folder}/file/inside`], ["--csv", "/proc/foo"]] as const) {
      const said = await say(["finance", SCENARIO[1], ...words]);
      expect([said.exit, said.out], words[1]).toEqual([2, ""]);
      expect(said.err).toContain(words.join(" "));
      expect(said.err).toContain("name a folder that you may write to");
      expect(said.err).not.toContain("--out");
    }
  });

  test("a file below a file is the caller's error too", async () => {
    expect(await say(["export", SCENARIO[1], "--format", "lp", "--out", "/dev/null/x"])).toMatchObject({ exit: 2, out: "", err: expect.stringContaining("/dev/null/x cannot be written") });
  });

  test("folders inside folders are made, and hold nothing but results", async () => {
    expect((await say([...SCENARIO, "--out", `${folder}/a/b`])).exit).toBe(0);
    expect(readdirSync(`${folder}/a/b`).toSorted()).toEqual(["report.html", "run.json"]);
  });

  test("a fleet's series stands beside the platform's", async () => {
    const fleet = "orbit.fleet={shells: [{id: a, pattern: geostationary, satellitesPerPlane: 3}]}";
    const { exit, out } = await say(["fly", ...SCENARIO.slice(1), "--set", fleet, "--out", `${folder}/fleet`]);
    expect(exit).toBe(0);
    expect(out).toContain("The fleet by shell");
    expect(readdirSync(`${folder}/fleet`).toSorted()).toEqual(["fleet.parquet", "report.html", "run.json", "series.parquet", "site-texas.parquet"]);
  });

  test("a file that cannot be put in its place is the caller's error and leaves no part", async () => {
    for (const [name, command] of [["report.html", "size"], ["series.parquet", "fly"]] as const) {
      const out = `${folder}/taken-${name}`;
      mkdirSync(`${out}/${name}`, { recursive: true });
      const { exit, err } = await say([command, ...SCENARIO.slice(1), "--out", out]);
      expect(exit).toBe(2);
      expect(err).toContain(`${out}/${name} cannot be written: a folder of that name stands in the way`);
      expect(readdirSync(out)).toEqual([name]);
    }
  });

  test("a series that cannot be opened is the caller's error too", async () => {
    const out = `${folder}/no-series`;
    mkdirSync(`${out}/series.parquet.part`, { recursive: true });
    const { exit, err } = await say(["fly", ...SCENARIO.slice(1), "--out", out]);
    expect(exit).toBe(2);
    expect(err).toContain(`${out}/series.parquet cannot be written`);
  });
});
