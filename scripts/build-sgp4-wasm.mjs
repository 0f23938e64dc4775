// Compiles kernel-wasm/sgp4.ts to src/kernel/sgp4-wasm.ts, the module's bytes as text. With --print the file goes to standard output instead.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dawndusk-wasm-"));
const wasm = join(folder, "sgp4.wasm");
const options = ["-O3", "--runtime", "stub", "--enable", "simd", "--noAssert", "-o", wasm];

const { status } = spawnSync(process.execPath, [join(root, "node_modules/assemblyscript/bin/asc.js"), "kernel-wasm/sgp4.ts", ...options], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
const text = `/** Bytes of kernel-wasm/sgp4.ts, compiled; \`node scripts/build-sgp4-wasm.mjs\` writes this file. */
export const SGP4_WASM_BASE64 =
  "${readFileSync(wasm).toString("base64")}";
`;
rmSync(folder, { recursive: true });
if (process.argv.includes("--print")) process.stdout.write(text);
else writeFileSync(join(root, "src/kernel/sgp4-wasm.ts"), text);
