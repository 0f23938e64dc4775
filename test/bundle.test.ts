/** The front door opens where there is no Node: its bundle reaches none of Node's modules, and what README.md shows runs from it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { browserBundle, readmeExample } from "./bundle/bundle.ts";

/** Runs a bundle in a Node whose own modules and globals it does not use. */
const printedBy = (code: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-bundle-"));
  try {
    const file = join(folder, "bundle.mjs");
    writeFileSync(file, `delete globalThis.process; delete globalThis.Buffer; delete globalThis.require;\n${code}`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test("the front door bundles for a browser, without io and cli", async () => {
  const { inputs } = await browserBundle('export * from "dawndusk";');
  expect(inputs.length).toBeGreaterThan(20);
  expect(inputs.filter((path) => /^src\/(io|cli)\//.test(path))).toEqual([]);
});

test("a bundle that reaches Node fails", async () => {
  await expect(browserBundle('export { readFileSync } from "node:fs";')).rejects.toThrow(/node:fs/);
});

test("what README.md shows runs from the bundle and prints a number", async () => {
  const { code } = await browserBundle(readmeExample());
  expect(printedBy(code)).toMatch(/\d/);
});
