/** Code that the studio copies, run as it is beside its scenario, with this package as it is built. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { cellText, type Cell } from "../../src/report/index.ts";

/** Rows that each prints, as cells are shown. What it prints is taken from console.table: nothing of the code is changed. */
export const rowsOfCode = (codes: readonly string[], files: Readonly<Record<string, string>>): readonly (readonly (readonly string[])[])[] => {
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-code-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(resolve("."), join(folder, "node_modules/dawndusk"));
    for (const [path, text] of Object.entries(files)) write(path, text);
    codes.forEach((code, i) => write(`table${i}.mjs`, code));
    write("all.mjs", `const printed = [];\nconsole.table = (rows) => printed.push(rows.map(Object.values));\n${codes.map((_, i) => `await import("./table${i}.mjs");\n`).join("")}process.stdout.write(JSON.stringify(printed));\n`);
    const { stdout, status, stderr } = spawnSync(process.execPath, ["all.mjs"], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(stderr);
    return (JSON.parse(stdout) as readonly (readonly (readonly Cell[])[])[]).map((rows) => rows.map((row) => row.map(cellText)));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
