// Compiles kernel-wasm/<name>.ts to src/kernel/<name>-wasm.ts, the module's bytes as text: all of them, or those named.
// With --print the files go to standard output instead.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const KERNELS = ["fleet", "sgp4", "sight"];

const root = fileURLToPath(new URL("../", import.meta.url));
const print = process.argv.includes("--print");
const named = process.argv.slice(2).filter((word) => word !== "--print");
const unknown = named.find((name) => !KERNELS.includes(name));
if (unknown !== undefined) throw new RangeError(`no kernel "${unknown}": ${KERNELS.join(", ")}`);

for (const name of named.length > 0 ? named : KERNELS) {
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-wasm-"));
  const wasm = join(folder, `${name}.wasm`);
  const options = ["-O3", "--runtime", "stub", "--enable", "simd", "--noAssert", "--baseDir", root, "-o", wasm];
  const { error } = await asc.main([`kernel-wasm/${name}.ts`, ...options], { stderr: process.stderr });
  if (error !== null) throw new Error(`kernel-wasm/${name}.ts does not compile`, { cause: error });
  const text = `/** Bytes of kernel-wasm/${name}.ts, compiled; \`node scripts/build-wasm.mjs\` writes this file. */
export const ${name.toUpperCase()}_WASM_BASE64 =
  "${readFileSync(wasm).toString("base64")}";
`;
  rmSync(folder, { recursive: true });
  if (print) process.stdout.write(text);
  else writeFileSync(join(root, `src/kernel/${name}-wasm.ts`), text);
}
