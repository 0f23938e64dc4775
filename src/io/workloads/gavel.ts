/**
 * Gavel's job lists (stanford-futuredata/gavel): tab-separated job type, command, argument of the steps, whether it needs a data folder, steps,
 * arrival in seconds and scale factor (workers of one accelerator each). A list has steps and no time: steps a second come with the call.
 */
import { jobOf } from "../../schedule/index.ts";
import { finished, newReading, numberOf, wrong, type Assume, type ReadWorkload } from "./reading.ts";

const FIELDS = 7;

/** Reads such a list; `stepsPerSecond` by job type, of the whole gang. Throws ScenarioError. */
export const readGavel = (text: string, assume: Assume, stepsPerSecond: (jobType: string, workers: number) => number | undefined): ReadWorkload => {
  const reading = newReading(assume);
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
    const rate = stepsPerSecond(cells[0]!, workers);
    if (rate === undefined || !(rate > 0)) {
      wrong(reading, at(0, "job_type"), { found: cells[0]!, expected: "a job type with known steps a second", hint: `give its rate on ${workers} workers` });
      continue;
    }
    reading.jobs.push(jobOf({ id: String(i + 1), submit_s, nodes: workers, acceleratorsPerNode: 1, power_W: assume.power_W_per_accelerator, estimate_s: steps / rate }, { class: cells[0]! }));
    reading.run_s.push(steps / rate);
  }
  return finished(reading, "tab-separated jobs");
};
