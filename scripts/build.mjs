// Compiles src to dist, takes away what has no source any more, and makes the command executable (npx does so only on its first call).
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = join(root, "dist");
const command = join(dist, "cli/main.js");

const { status } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });

for (const path of existsSync(dist) ? readdirSync(dist, { recursive: true }) : []) {
  if (/^studio\b/.test(path)) continue;
  const source = join(root, "src", path.replace(/(\.d\.ts|\.js)$/, ".ts"));
  if (!existsSync(source)) rmSync(join(dist, path), { recursive: true, force: true });
}
if (existsSync(command)) chmodSync(command, 0o755);
process.exitCode = status ?? 1;

// Threads and a solver of its own: apart from this process.
if (status === 0) process.exitCode = spawnSync(process.execPath, [join(root, "scripts/build-studio.mjs")], { stdio: "inherit" }).status ?? 1;
