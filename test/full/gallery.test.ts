/** Every example from beginning to end, held against all figures of its README. What each takes is measured by `npm run bench -- gallery`. */
import { test } from "vitest";
import { heldAgainst } from "../support/held-against.ts";
import { exampleNames, runWhole } from "../support/run-example.ts";

test.each(exampleNames())("%s", async (name) => {
  heldAgainst(name, await runWhole(name));
});
