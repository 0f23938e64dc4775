/** What examples/storm-uri says of the resolution of its work, by every placement of its table. */
import { expect, test } from "vitest";
import { cutAt, isAsWritten, writtenCut } from "../examples/storm-uri-cut.ts";
import { stagesOf } from "../serve/jobs/days.ts";
import { loadExample } from "../support/run-example.ts";

/** From the cheapest to the dearest, at either resolution. */
const PLACEMENTS = ["cheapest", "threshold", "orbit-first", "ground-first"] as const;

test("cut at 400 and at 4000, each placement buys what the README says; their order is the same, `cheapest` a tenth below the next at least", async () => {
  const stages = await stagesOf(loadExample("storm-uri", "simulate.days=1"));
  for (const [jobsMost, key] of [[400, "at400"], [4000, "at4000"]] as const) {
    const all: number[] = [];
    for (const placement of PLACEMENTS) {
      const cut = await cutAt(stages, placement, jobsMost);
      isAsWritten(cut, writtenCut(placement)[key]);
      all.push(cut.all);
    }
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    expect(all[0]).toBeLessThan(0.9 * all[1]!);
  }
});
