/** The package as a browser would get it: one file, bundled by the package's own name. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = new URL("../../", import.meta.url).pathname;

export type Bundle = {
  /** An ES module. */
  readonly code: string;
  /** Files that went in. */
  readonly inputs: readonly string[];
};

/** Bundles a TypeScript module for a browser; it may import "dawndusk" and its rooms. Fails when anything reaches a module of Node. */
export const browserBundle = async (contents: string): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: ROOT, sourcefile: "entry.ts", loader: "ts" },
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "esm",
    target: "es2023",
    conditions: ["dawndusk-source"],
    logLevel: "silent",
  });
  const code = outputFiles[0]?.text;
  if (code === undefined) throw new Error("esbuild wrote nothing");
  return { code, inputs: Object.keys(metafile.inputs) };
};

/** The library call that README.md shows: its first block of TypeScript. */
export const readmeExample = (): string => {
  const block = /```ts\n([\s\S]*?)```/.exec(readFileSync(`${ROOT}README.md`, "utf8"))?.[1];
  if (block === undefined) throw new Error("README.md shows no TypeScript");
  return block;
};

/** What a bundle prints under Node with Node's own globals taken away. Throws when it fails or complains. */
export const printedBy = (code: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-bundle-"));
  try {
    const file = join(folder, "bundle.mjs");
    writeFileSync(file, `delete globalThis.process; delete globalThis.Buffer;\n${code}`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    if (status !== 0 || stderr !== "") throw new Error(`the bundle ended with ${status}: ${stderr}`);
    return stdout.trimEnd();
  } finally {
    rmSync(folder, { recursive: true });
  }
};
