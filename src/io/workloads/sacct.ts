/**
 * `sacct -P`: a header and a line a job, parted by "|". Steps ("123.batch") are passed over; a job's past is Elapsed, its estimate Timelimit.
 * Jobs that never ran are left out and counted. Times are read as UTC, and told in seconds from the first submission.
 */
import { formatUtc, parseUtc } from "../../units/index.ts";
import { jobOf } from "../../schedule/index.ts";
import { elapsed_s } from "./durations.ts";
import { addJob, cellOf, finished, newReading, tableOf, wrong, type Assume, type Reading, type ReadWorkload, type Row, type Table } from "./reading.ts";

const WANTED = ["Submit", "Elapsed"] as const;
const KNOWN = ["JobIDRaw", "JobID", "JobName", "Eligible", "Start", "End", "Timelimit", "AllocTRES", "ReqTRES", "NNodes", "Partition", "QOS", "Account", "User", "State", "ExitCode"] as const;

/** "billing=8,cpu=8,gres/gpu=4,node=1": the count of one of them; undefined without. */
const tresOf = (text: string, name: string): number | undefined => {
  const found = text.split(",").map((part) => part.split("=")).find(([key]) => key === name)?.[1];
  const value = Number(found);
  return found === undefined || !Number.isFinite(value) ? undefined : value;
};

const durationAt = (reading: Reading, table: Table, row: Row, name: string): number | undefined => {
  const { text, at } = cellOf(table, row, name);
  return elapsed_s(text) ?? wrong(reading, at, { found: text === "" ? "nothing" : text, expected: "[days-]hours:minutes:seconds" });
};

const submitOf = (reading: Reading, table: Table, row: Row): number | undefined => {
  const { text, at } = cellOf(table, row, "Submit");
  return parseUtc(text) ?? wrong(reading, at, { found: text === "" ? "nothing" : text, expected: "a time as 2026-11-22T08:00:00" });
};

const shapeOf = (reading: Reading, table: Table, row: Row): { readonly nodes: number; readonly accelerators: number } | undefined => {
  const tres = cellOf(table, row, "AllocTRES").text === "" ? cellOf(table, row, "ReqTRES") : cellOf(table, row, "AllocTRES");
  const nodes = tresOf(tres.text, "node") ?? Number(cellOf(table, row, "NNodes").text);
  if (!(nodes >= 1)) return wrong(reading, tres.at, { found: tres.text === "" ? "nothing" : tres.text, expected: "node=… in AllocTRES or ReqTRES, or NNodes" });
  const gpus = tresOf(tres.text, "gres/gpu") ?? 0;
  return { nodes, accelerators: gpus === 0 ? 1 : Math.ceil(gpus / nodes) };
};

const readRow = (reading: Reading, table: Table, row: Row, id: string): void => {
  const submit_s = submitOf(reading, table, row);
  const run_s = durationAt(reading, table, row, "Elapsed");
  const shape = shapeOf(reading, table, row);
  if (submit_s === undefined || run_s === undefined || shape === undefined) return;
  const limit = cellOf(table, row, "Timelimit").text;
  const [account, user] = [cellOf(table, row, "Account").text, cellOf(table, row, "User").text];
  const qos = cellOf(table, row, "QOS").text;
  const partition = cellOf(table, row, "Partition").text;
  addJob(reading, jobOf(
    { id, submit_s, nodes: shape.nodes, acceleratorsPerNode: shape.accelerators, power_W: shape.accelerators * reading.assume.power_W_per_accelerator, estimate_s: elapsed_s(limit) ?? run_s },
    { tenant: [account, user].filter((part) => part !== "").join("/") || "all", class: qos === "" ? (partition === "" ? "batch" : partition) : qos },
  ), { run_s, at: { line: row.line, path: "JobID" }, hint: "sacct without --duplicates tells the last of a job that was requeued" });
};

/** Reads what sacct printed. Throws ScenarioError. */
export const readSacct = (text: string, assume: Assume): ReadWorkload => {
  const reading = newReading(assume);
  const table = tableOf(reading, text, { separator: "|", wanted: WANTED, known: KNOWN });
  if (table === undefined) return finished(reading, "lines of sacct -P");
  const idColumn = table.header.includes("JobIDRaw") ? "JobIDRaw" : "JobID";
  if (!table.header.includes(idColumn)) wrong(reading, { line: 1 }, { found: table.header.join("|"), expected: "a column JobIDRaw or JobID" });
  let idle = 0;
  for (const row of table.rows) {
    const id = cellOf(table, row, idColumn).text;
    if (id.includes(".")) continue;
    if (elapsed_s(cellOf(table, row, "Elapsed").text) === 0) idle++;
    else readRow(reading, table, row, id);
  }
  if (idle > 0) reading.notes.push(`${idle} jobs that never ran left out`);
  const { jobs, ...rest } = finished(reading, "lines of sacct -P");
  const first_s = jobs.reduce((least, { submit_s }) => Math.min(least, submit_s), Infinity);
  return { ...rest, notes: [...rest.notes, `times are from the first submission, ${formatUtc(first_s)}`], jobs: jobs.map((job) => ({ ...job, submit_s: job.submit_s - first_s })) };
};
