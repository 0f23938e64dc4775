/** GAIA's job lists (umassos/GAIA): CSV of arrival_time and length in hours, and cpus; each cpu is a node of one accelerator. */
import { HOUR_S } from "../../units/index.ts";
import { jobOf } from "../../schedule/index.ts";
import { cellOf, finished, newReading, numberOf, tableOf, type Assume, type ReadWorkload } from "./reading.ts";

const COLUMNS = ["arrival_time", "length", "cpus"] as const;

/** Reads such a list. Throws ScenarioError. */
export const readGaia = (text: string, assume: Assume): ReadWorkload => {
  const reading = newReading(assume);
  const table = tableOf(reading, text, { separator: ",", wanted: COLUMNS, known: [] });
  for (const row of table?.rows ?? []) {
    const [arrival_h, length_h, cpus] = COLUMNS.map((name, i) => {
      const { text: cell, at } = cellOf(table!, row, name);
      return numberOf(reading, cell, at, i === 2 ? 1 : 0);
    });
    if (arrival_h === undefined || length_h === undefined || cpus === undefined) continue;
    reading.jobs.push(jobOf({ id: String(row.line - 1), submit_s: arrival_h * HOUR_S, nodes: Math.ceil(cpus), acceleratorsPerNode: 1, power_W: assume.power_W_per_accelerator, estimate_s: length_h * HOUR_S }));
    reading.run_s.push(length_h * HOUR_S);
  }
  return finished(reading, "rows of arrival_time,length,cpus");
};
