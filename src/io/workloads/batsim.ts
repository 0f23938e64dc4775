/**
 * Batsim's workloads (batsim.readthedocs.io, "Workload"): nb_res, jobs {id, subtime, walltime, res, profile} and profiles. Profiles of type
 * "delay" say what a job takes; those of operations and bytes do not without a platform, and are told. Batsim's "walltime" is the estimate.
 */
import { jobOf } from "../../schedule/index.ts";
import { isRecord } from "./json-lines.ts";
import { addJob, finished, newReading, wrong, type Assume, type Reading, type ReadWorkload, type Where } from "./reading.ts";

const TOP = ["nb_res", "jobs", "profiles", "command", "date", "description", "seed", "version"];
const JOB = ["id", "subtime", "walltime", "res", "profile"];

const numberAt = (reading: Reading, value: unknown, at: Where, least: number): number | undefined =>
  typeof value === "number" && Number.isFinite(value) && value >= least ? value : wrong(reading, at, { found: JSON.stringify(value) ?? "nothing", expected: `a number from ${least}` });

/** Lines of the jobs: of the first of their keys that stands as often as there are jobs; none where no key does. */
const linesOfJobs = (text: string, jobs: number): readonly number[] => JOB.map((key) => linesOf(text, key)).find(({ length }) => length === jobs) ?? [];

const linesOf = (text: string, key: string): readonly number[] => {
  const from = text.indexOf('"jobs"');
  let [line, at] = [1, 0];
  return [...text.matchAll(new RegExp(`"${key}"\\s*:`, "g"))].filter(({ index }) => index > from).map(({ index }) => {
    for (let next = text.indexOf("\n", at); next >= 0 && next < index; next = text.indexOf("\n", at)) [line, at] = [line + 1, next + 1];
    return line;
  });
};

const delayOf = (reading: Reading, profiles: Readonly<Record<string, unknown>>, name: unknown, at: Where): number | undefined => {
  const profile = profiles[String(name)];
  if (!isRecord(profile)) return wrong(reading, at, { found: String(name), expected: "one of the profiles" });
  if (profile["type"] !== "delay") return wrong(reading, at, { found: `a profile of type ${String(profile["type"])}`, expected: 'type "delay"', hint: "operations and bytes are no time without a platform" });
  return numberAt(reading, profile["delay"], at, 0);
};

/** Reads a workload. Throws ScenarioError. */
export const readBatsim = (text: string, assume: Assume): ReadWorkload => {
  const reading = newReading(assume);
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    wrong(reading, { line: 1 }, { found: error instanceof Error ? error.message : "no JSON", expected: "one JSON document" });
    return finished(reading, "Batsim jobs");
  }
  if (!isRecord(root) || !Array.isArray(root["jobs"]) || !isRecord(root["profiles"])) {
    wrong(reading, { line: 1 }, { found: isRecord(root) ? Object.keys(root).join(", ") : "no object", expected: "nb_res, jobs and profiles" });
    return finished(reading, "Batsim jobs");
  }
  for (const key of Object.keys(root)) if (!TOP.includes(key)) reading.unknown.add(key);
  const lines = linesOfJobs(text, root["jobs"].length);
  for (const [i, job] of (root["jobs"] as readonly unknown[]).entries()) readJob(reading, job, root["profiles"], { line: lines[i] ?? 1, path: `jobs[${i}]` });
  return finished(reading, "Batsim jobs");
};

const readJob = (reading: Reading, job: unknown, profiles: Readonly<Record<string, unknown>>, at: Where): void => {
  if (!isRecord(job)) return wrong(reading, at, { found: JSON.stringify(job), expected: "an object" });
  for (const key of Object.keys(job)) if (!JOB.includes(key)) reading.unknown.add(`jobs.${key}`);
  const inside = (name: string): Where => ({ ...at, path: `${at.path}.${name}` });
  const { id } = job;
  if (typeof id !== "string" && typeof id !== "number") return wrong(reading, inside("id"), { found: JSON.stringify(id) ?? "nothing", expected: "a text or a number" });
  const submit_s = numberAt(reading, job["subtime"], inside("subtime"), 0);
  const nodes = numberAt(reading, job["res"], inside("res"), 1);
  const run_s = delayOf(reading, profiles, job["profile"], inside("profile"));
  // -1 is no limit.
  const walltime = job["walltime"] === undefined || job["walltime"] === -1 ? run_s : numberAt(reading, job["walltime"], inside("walltime"), 0);
  if (submit_s === undefined || nodes === undefined || run_s === undefined || walltime === undefined) return;
  addJob(reading, jobOf({ id: String(id), submit_s, nodes, acceleratorsPerNode: 1, power_W: reading.assume.power_W_per_accelerator, estimate_s: walltime }, { class: String(job["profile"]) }), { run_s, at: inside("id") });
};
