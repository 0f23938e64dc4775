/** Code that a figure copies makes its table again, whichever call it came from. */
import { expect, test } from "vitest";
import { cellText, type Table } from "../../../src/report/index.ts";
import { answering, type Case } from "../../../src/service/index.ts";
import { highsSolver } from "../../../src/solver/index.ts";
import { codeOf } from "../../../studio/src/figure/as-code.ts";
import type { Origin } from "../../../studio/src/figure/origin.ts";
import { rowsOfCode } from "../../support/copied-code.ts";
import { RACK } from "../../support/scenario.ts";

const PATIENCE_MS = 400_000;

/** A scenario that reads another beside it; what must be true is asked of that without its days of jobs. */
const GIVEN: Case = {
  scenario: "jobs.yaml", set: [],
  files: {
    "jobs.yaml": "extends: base/rack.yaml\nserve: { start: 2027-03-20, days: 1, jobs: { length: 2 h, spread: 0.5 } }\n",
    "base/rack.yaml": `${RACK.replace("kind: batch, power: 100 kW", "kind: batch, power: 60 kW")}simulate: { start: 2027-03-20, days: 1 }\n`,
  },
};

const PLAIN: Case = { scenario: "plain.yaml", set: [], files: { "plain.yaml": "extends: base/rack.yaml\n", "base/rack.yaml": GIVEN.files["base/rack.yaml"]! } };

test("of the ladder, of a comparison and of jobs; it says which files stand beside the scenario", async () => {
  const answers = answering({ solve: highsSolver() });
  const calling = { tell: () => undefined, signal: new AbortController().signal };
  const compared = [{ kind: "case", id: "this scenario", case: PLAIN }, { kind: "model", id: "mccalip" }] as const;
  const [ladder, comparison, days] = [await answers.ladder(PLAIN, calling), await answers.compare(compared, calling), await answers.jobDays(GIVEN, calling)];
  if (!ladder.ok || !comparison.ok || !days.ok || days.answer === null) throw new Error(JSON.stringify([ladder, comparison, days]).slice(0, 2_000));
  const asked: readonly (readonly [Table, Origin])[] = [
    [ladder.tables[0]!, { call: "ladder", asked: PLAIN }],
    [comparison.walks[0]!.table, { call: "compare", asked: compared }],
    [days.answer.table, { call: "jobDays", asked: GIVEN }],
  ];
  const codes = asked.map(([table, origin]) => codeOf(table, origin, "0.1.0"));
  for (const code of codes) expect(code).toMatch(/Save the scenario as (jobs|plain)\.yaml beside this file, with what it reads: base\/rack\.yaml\./);
  const made = rowsOfCode(codes, { ...GIVEN.files, ...PLAIN.files });
  asked.forEach(([table], i) => expect(made[i], table.id).toEqual(table.rows.map((row) => row.map(cellText))));
}, PATIENCE_MS);
