import { defineConfig } from "vitest/config";
import { closingLineReporter } from "./scripts/closing-line.ts";

/** Tests import "dawndusk" and its rooms from source, through the package's own private condition: no build is needed. */
const conditions = ["dawndusk-source", "module", "node", "development|production"];

export const house = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/full/**"],
    setupFiles: ["./test/fail-on-console.ts"],
    reporters: ["default", closingLineReporter],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    coverage: { provider: "v8", include: ["src/**"], reportsDirectory: "coverage" },
  },
});

export default house;
