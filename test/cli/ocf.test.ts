import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { say } from "./command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "ocf-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("cap tables", () => {
  test("written to a folder and read from it stand in a scenario as they stood", async () => {
    const wrote = await say(["export", "examples/exit-waterfall/scenario.yaml", "--format", "ocf", "--out", folder]);
    expect(wrote.exit).toBe(0);
    expect(wrote.out.trim().split("\n")).toHaveLength(5);
    expect(JSON.parse(readFileSync(join(folder, "Manifest.ocf.json"), "utf8"))).toMatchObject({ file_type: "OCF_MANIFEST_FILE", issuer: { legal_name: "A launcher" } });
    const read = await say(["init", "--ocf", folder]);
    expect(read.exit).toBe(0);
    expect(read.out).toMatch(/^# Cap table of A launcher/);
    const base = readFileSync("examples/exit-waterfall/scenario.yaml", "utf8").split("\n# All numbers here")[0]!;
    const path = join(folder, "scenario.yaml");
    writeFileSync(path, `${base}\n${read.out}`);
    expect((await say(["check", path])).exit).toBe(0);
  });

  test("what is asked for wrongly is told", async () => {
    expect(await say(["export", "examples/exit-waterfall/scenario.yaml", "--format", "ocf"])).toMatchObject({ exit: 2, err: expect.stringContaining("--format ocf without --out") as string });
    expect(await say(["export", "examples/one-rack/scenario.yaml", "--format", "ocf", "--out", folder])).toMatchObject({ exit: 2, err: expect.stringContaining("the scenario has no deals") as string });
    expect(await say(["init", "--ocf", join(folder, "nowhere")])).toMatchObject({ exit: 2, err: expect.stringContaining("cannot be read") as string });
    expect(await say(["finance", "examples/one-rack/scenario.yaml", "--deals"])).toMatchObject({ exit: 2, err: expect.stringContaining("no deal brings a vehicle") as string });
  });
});
