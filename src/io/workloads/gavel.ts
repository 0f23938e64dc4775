/**
 * Gavel's job lists (stanford-futuredata/gavel): tab-separated job type, command, argument of the steps, whether it needs a data folder, steps,
 * arrival in seconds and scale factor (workers of one accelerator each). A list has steps and no time: steps a second come with the call, those of Gavel's
 * own machines from gavel-throughputs.
 */
import { jobOf } from "../../schedule/index.ts";
import type { GavelRate } from "./gavel-throughputs.ts";
import { finished, newReading, numberOf, wrong, type Assume, type ReadWorkload } from "./reading.ts";

const FIELDS = 7;

/** Reads such a list; `rateOf` by job type, of the whole gang. Throws ScenarioError. */
export const readGavel = (text: string, assume: Assume, rateOf: (jobType: string, workers: number) => GavelRate | undefined): ReadWorkload => {
  const reading = newReading(assume);
  let scaled = 0;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const cells = line.split("\t");
    if (cells.length !== FIELDS) {
      wrong(reading, { line: i + 1 }, { found: `${cells.length} fields`, expected: `${FIELDS}, parted by tabs` });
      continue;
    }
    const at = (index: number, path: string) => ({ line: i + 1, column: cells.slice(0, index).reduce((sum, cell) => sum + cell.length + 1, 1), path });
    const steps = numberOf(reading, cells[4]!, at(4, "total_steps"));
    const submit_s = numberOf(reading, cells[5]!, at(5, "arrival"));
    const workers = numberOf(reading, cells[6]!, at(6, "scale_factor"), 1);
    if (steps === undefined || submit_s === undefined || workers === undefined) continue;
    const rate = rateOf(cells[0]!, workers);
    if (rate === undefined || !(rate.steps_per_s > 0)) {
      wrong(reading, at(0, "job_type"), { found: cells[0]!, expected: "a job type with known steps a second", hint: `give its rate on ${workers} workers` });
      continue;
    }
    if (!rate.measured) scaled++;
    const run_s = steps / rate.steps_per_s;
    reading.jobs.push(jobOf({ id: String(i + 1), submit_s, nodes: workers, acceleratorsPerNode: 1, power_W: assume.power_W_per_accelerator, estimate_s: run_s }, { class: cells[0]! }));
    reading.run_s.push(run_s);
  }
  if (scaled > 0) reading.notes.push(`${scaled} jobs on numbers of workers that were not measured: at the rate of the most that were below, in proportion`);
  return finished(reading, "tab-separated jobs");
};
