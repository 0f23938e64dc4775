/** Closes a test run with "N passed, N failed" alone on a line. A file that did not load, and an error outside every test, count as failed. */
import type { Reporter, SerializedError, TestModule } from "vitest/node";

export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const countTests = (modules: readonly TestModule[], strayErrors: number): Count => {
  const results = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const unloaded = modules.filter((module) => module.errors().length > 0).length;
  const of = (state: string): number => results.filter((result) => result === state).length;
  return { passed: of("passed"), failed: of("failed") + unloaded + strayErrors, skipped: of("skipped") };
};

export const closingLine = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;

export const closingLineReporter: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    process.stdout.write(`\n${closingLine(countTests(modules, errors.length))}\n`);
  },
};
