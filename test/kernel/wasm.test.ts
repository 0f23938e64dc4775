/** The modules that are committed, compiled again from kernel-wasm/ in one go: starting the compiler takes longer than its work. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../tidy/source.ts";

describe("the committed WebAssembly", () => {
  let compiled: readonly string[];
  beforeAll(() => { compiled = execFileSync(process.execPath, ["scripts/build-wasm.mjs", "--print"], { cwd: ROOT, encoding: "utf8" }).split(/^(?=\/\*\* Bytes of )/m); });

  // Few enough bytes for a browser to take at once.
  test.each([["fleet", 5000], ["sgp4", Infinity], ["sight", 5000]] as const)("of %s is what its source compiles to, and small", (name, most) => {
    const text = readFileSync(`${ROOT}src/kernel/${name}-wasm.ts`, "utf8");
    expect(compiled.find((one) => one.includes(`kernel-wasm/${name}.ts`)), "npm run wasm writes it").toBe(text);
    expect(atob(/"([A-Za-z0-9+/=]+)"/.exec(text)![1]!).length).toBeLessThan(most);
  });
});
