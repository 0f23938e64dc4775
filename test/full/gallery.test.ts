/** Every example from beginning to end within twenty seconds of CPU, held against all figures of its README. */
import { expect, test } from "vitest";
import { heldAgainst } from "../support/held-against.ts";
import { exampleNames, runWhole } from "../support/run-example.ts";

const MOST_CPU_S = 20;

test.each(exampleNames())("%s", async (name) => {
  const before = process.cpuUsage();
  const run = await runWhole(name);
  const { user, system } = process.cpuUsage(before);
  heldAgainst(name, run);
  expect((user + system) / 1e6, "s of CPU").toBeLessThan(MOST_CPU_S);
}, 300_000);
