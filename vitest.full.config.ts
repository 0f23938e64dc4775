/**
 * What is no gate of a change, run by `npm run test:full`: what takes long or needs more than Node (a real browser, big studies), and every property
 * test once more, with a drawn seed and in more rounds.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { testSeed } from "./scripts/test-seed.ts";
import { houseWith } from "./vitest.config.ts";

const ROUNDS = "test/support/more-rounds.ts";
const TESTS = new URL("test/", import.meta.url);
const sources = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => ({ path: `test/${path}`, text: readFileSync(new URL(path, TESTS), "utf8") }));
/** Files with properties, and tests that call them there. */
const withProperties = sources.filter(({ path, text }) => path !== ROUNDS && text.includes('from "fast-check"'));
const helpers = withProperties.filter(({ path }) => !path.endsWith(".test.ts")).map(({ path }) => basename(path));
const properties = sources
  .filter(({ path, text }) => path.endsWith(".test.ts") && !path.startsWith("test/full/") && (text.includes('from "fast-check"') || helpers.some((name) => text.includes(`/${name}"`))))
  .map(({ path }) => path);

const rounds = fileURLToPath(new URL(ROUNDS, import.meta.url));
const STANDING_IN = "\0fast-check in rounds";
const inRounds = {
  name: "properties in rounds",
  enforce: "pre" as const,
  resolveId: (id: string, importer: string | undefined): string | null => (id === "fast-check" && importer !== rounds ? STANDING_IN : null),
  load: (id: string): string | null => (id === STANDING_IN ? `import { inRounds } from ${JSON.stringify(rounds)};\nexport default inRounds;` : null),
};

const house = houseWith(testSeed(process.env["DAWNDUSK_TEST_SEED"] ?? "random"));

export default defineConfig({
  ...house,
  test: {
    ...house.test,
    projects: [
      { extends: true, test: { name: "full", include: ["test/full/**/*.test.ts"] } },
      { extends: true, plugins: [inRounds], test: { name: "properties", include: properties } },
    ],
  },
});
