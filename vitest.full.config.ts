/** What takes long or needs more than Node: a real browser, big studies. Run by `npm run test:full`. */
import { defineConfig } from "vitest/config";
import { house } from "./vitest.config.ts";

export default defineConfig({
  ...house,
  test: { ...house.test, include: ["test/full/**/*.test.ts"], exclude: [], testTimeout: 300_000, hookTimeout: 300_000 },
});
