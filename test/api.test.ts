/** The exported surface, pinned: a change of it shows as a change of test/api.txt, which a reviewer reads. `UPDATE_API=1` writes the file anew. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apiText, surface, withDeclarations } from "./api/surface.ts";

const file = new URL("./api.txt", import.meta.url);

test("the exported names and signatures are those of test/api.txt", () => {
  const text = withDeclarations(apiText);
  if (process.env["UPDATE_API"] === "1") writeFileSync(file, text);
  const before = new Set(readFileSync(file, "utf8").split("\n"));
  const after = new Set(text.split("\n"));
  const gone = [...before].filter((line) => !after.has(line));
  const come = [...after].filter((line) => !before.has(line));
  expect({ gone, come }, "the surface changed: look at it, then UPDATE_API=1 npx vitest run test/api.test.ts, and a line in CHANGELOG.md").toEqual({ gone: [], come: [] });
});

test("the reader follows re-exports and drops comments", () => {
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-api-"));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write("index.d.ts", 'export * from "./a.ts";\nexport { b as c, type D } from "./b.ts";\n');
  write("a.d.ts", "/** A. */\nexport declare const a: (x_km: number) => number;\ndeclare const hidden: 1;\nexport {};\n");
  write("b.d.ts", "export declare function b(x: {\n    /** Why. */\n    readonly y: string;\n}): void;\nexport interface D {\n    readonly z: 1;\n}\n");
  expect([...surface(join(folder, "index.d.ts"))]).toEqual([
    ["a", "const a: (x_km: number) => number;"],
    ["c", "function b(x: { readonly y: string; }): void;"],
    ["D", "interface D { readonly z: 1; }"],
  ]);
});
