/** Why jobs of the days never ran, by hand. */
import { expect, test } from "vitest";
import { givenUpNotes } from "../../../src/serve/jobs/given-up.ts";

const one = (state: "submitted" | "done", ...after: readonly string[]) => ({ job: { class: "batch", after }, state });

test("failed jobs are counted by class and reason; a job behind one that is of the days, or was done, is none that never begins", () => {
  const byId = new Map([["a", 1], ["b", 1]]);
  const classes = new Map([["batch", { failures: { "no pool can run it": 4, upset: 1 } }], ["chat", { failures: {} }]]);
  expect(givenUpNotes({ entries: [one("submitted", "a"), one("submitted", "17", "a"), one("submitted", "17"), one("submitted", "18"), one("done")], byId, classes })).toEqual([
    "4 jobs of class batch failed: no pool can run it.", "1 jobs of class batch failed: upset.", "3 jobs wait for others that are not among those of the days, and never begin: 17, 18.",
  ]);
  expect(givenUpNotes({ entries: [one("submitted", "a"), one("done")], byId, classes: new Map() })).toEqual([]);
});
