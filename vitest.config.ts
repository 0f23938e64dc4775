import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { closingLineReporter } from "./scripts/closing-line.ts";
import { seedReporter, testSeed } from "./scripts/test-seed.ts";

/** Tests import "dawndusk" and its rooms from source, through the package's own private condition: no build is needed. */
const conditions = ["dawndusk-source", "module", "node", "development|production"];

/** Files that replace a module or a global: each needs modules of its own. The others share those that a worker has loaded, which saves most of their time. */
const REPLACES = /\bvi\.(mock|doMock|stubGlobal|spyOn|useFakeTimers|resetModules)\(|\bWebAssembly\b/;
const alone = readdirSync(new URL("test", import.meta.url), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts") && !path.startsWith("full/"))
  .map((path) => `test/${path}`)
  .filter((path) => REPLACES.test(readFileSync(new URL(path, import.meta.url), "utf8")));

/** Tidy asks that the page of measurements be current, which it is only after they are written. */
const tidy = process.env["DAWNDUSK_ACCURACY"] === undefined ? [] : ["test/tidy.test.ts"];

/** No test is held to a time: a machine may be busy. The limit is for one that would never end. */
const ENDLESS_MS = 600_000;

/** What all runs of tests share; their property tests draw from the seed. */
export const houseWith = (seed: number) => defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    setupFiles: ["./test/fail-on-console.ts", "./test/seed.ts"],
    env: { DAWNDUSK_TEST_SEED: String(seed) },
    reporters: ["default", seedReporter(seed), closingLineReporter],
    maxWorkers: 2,
    testTimeout: ENDLESS_MS,
    hookTimeout: ENDLESS_MS,
    passWithNoTests: false,
    coverage: { provider: "v8", include: ["src/**"], reportsDirectory: "coverage" },
  },
});

const house = houseWith(testSeed(process.env["DAWNDUSK_TEST_SEED"]));

export default defineConfig({
  ...house,
  test: {
    ...house.test,
    projects: [
      { extends: true, test: { name: "shared", isolate: false, include: ["test/**/*.test.ts"], exclude: ["test/full/**", ...tidy, ...alone] } },
      { extends: true, test: { name: "alone", include: alone } },
    ],
  },
});
