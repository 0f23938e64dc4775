/**
 * Runs the tests with their measurements recorded, and writes what they measured: a line for each suite into README.md between
 * its two markers, and every case into docs/accuracy.md. When a test fails it writes nothing and ends with 1.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { accuracyPage, accuracySummary, betweenMarkers, type Measured } from "./accuracy-table.ts";

const ROOT = new URL("../", import.meta.url);
const FOLDER = new URL("test/golden/.accuracy/", ROOT);

const recorded = (): readonly string[] => (existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")).toSorted() : []);

for (const name of recorded()) rmSync(new URL(name, FOLDER));
const vitest = new URL("node_modules/vitest/vitest.mjs", ROOT).pathname;
const run = spawnSync(process.execPath, [vitest, "run"], { cwd: ROOT, stdio: "inherit", env: { ...process.env, DAWNDUSK_ACCURACY: "1" } });

const write = (): void => {
  const rows = recorded().flatMap((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as readonly Measured[]);
  const readme = new URL("README.md", ROOT);
  writeFileSync(readme, betweenMarkers(readFileSync(readme, "utf8"), "accuracy", accuracySummary(rows)));
  writeFileSync(new URL("docs/accuracy.md", ROOT), accuracyPage(rows));
};

if (run.status === 0) write();
else {
  process.stderr.write("Tests failed: the accuracy table is left as it was, since a measurement that failed must not look like one that passed.\n");
  process.exitCode = 1;
}
