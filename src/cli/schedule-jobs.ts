/** Jobs of any list that can be read, whatever wrote it. */
import { basename } from "node:path";
import { GAVEL_CHIPS, gavelRate, readAzureRequests, readBatch, readBatsim, readGaia, readGavel, readKubernetes, readMooncakeRequests, readRates, readSacct, readSlurmScript, readSwf, SERVEGEN, type Assume, type GavelRate, type ReadWorkload, type Requests } from "../io/index.ts";
import { jobOf, type Job } from "../schedule/index.ts";
import { UsageError } from "./failure.ts";
import { JOB_FORMATS, type JobFormat } from "./schedule-options.ts";

const BY_NAME: readonly (readonly [RegExp, JobFormat])[] = [
  [/\.swf$/, "swf"],
  [/\.(sbatch|slurm|sh)$/, "sbatch"],
  [/\.ya?ml$/, "kubernetes"],
  [/\.trace$/, "gavel"],
];

const BY_TEXT: readonly (readonly [RegExp, JobFormat])[] = [
  [/^\s*;/, "swf"],
  [/^#!/, "sbatch"],
  [/^#SBATCH\s/m, "sbatch"],
  [/^[^\n]*\bSubmit\|/, "sacct"],
  [/^[^\n]*\|Submit\b/, "sacct"],
  [/^arrival_time,length,cpus/, "gaia"],
  [/^(TIMESTAMP,ContextTokens|arrived_at,num_prefill_tokens)/, "azure"],
  [/^t_s,requests_per_s/, "rates"],
  [SERVEGEN, "servegen"],
  [/^\{[^\n]*"custom_id"/, "openai-batch"],
  [/^\{[^\n]*"input_length"/, "mooncake"],
  [/^\s*\{[\s\S]*"profiles"/, "batsim"],
  [/^apiVersion:/m, "kubernetes"],
  [/^\s*\{[\s\S]*"apiVersion"/, "kubernetes"],
];

/** Format of a list by its name, else by how it begins. Throws UsageError where neither tells. */
const formatOf = (file: string, text: string, hint: string): JobFormat => {
  const head = text.replace(/^\ufeff/, "").slice(0, 100_000);
  const found = BY_NAME.find(([name]) => name.test(file)) ?? BY_TEXT.find(([begin]) => begin.test(head));
  if (found === undefined) throw new UsageError(`${file}: neither its name nor its first line says what it is`, `${hint} names it: ${JOB_FORMATS.slice(0, -1).join(", ")} or ${JOB_FORMATS.at(-1)!}`);
  return found[1];
};

/** What a list does not say, and how whoever is asked calls it: an option, or a field. */
export interface Known {
  readonly value: number | null;
  readonly name: string;
}

export interface Reading {
  /** Null: as the list's name and its first line say. */
  readonly format: JobFormat | null;
  /** How to name the format. */
  readonly formatHint: string;
  readonly perRequest_s: Known;
  readonly inputRate: Known;
  readonly outputRate: Known;
  /** A table of steps a second, as text; undefined where none is named, and Gavel's own is taken. Read when it is asked for. */
  readonly steps: () => string | undefined;
  readonly stepsName: string;
  readonly chip: string;
  readonly chipName: string;
}

const required = ({ value, name }: Known, format: JobFormat, why: string): number => {
  if (value === null) throw new UsageError(`${format}: ${name} is missing`, why);
  return value;
};

/** Each request a job of one accelerator. */
const requestJobs = (requests: Requests, reading: Reading, { assume, format }: { readonly assume: Assume; readonly format: JobFormat }): ReadWorkload => {
  const why = "a trace says how many tokens there are; how fast an accelerator reads and writes them is for you to say";
  const input = required(reading.inputRate, format, why);
  const output = required(reading.outputRate, format, why);
  const run_s = Array.from(requests.t_s, (_, i) => requests.input_tokens[i]! / input + requests.output_tokens[i]! / output);
  const jobs = run_s.map((estimate_s, i): Job => jobOf({ id: String(i + 1), submit_s: requests.t_s[i]!, nodes: 1, acceleratorsPerNode: 1, power_W: assume.power_W_per_accelerator, estimate_s }, { class: "request" }));
  return { jobs, run_s, unknown: requests.unknown, notes: ["one request on one accelerator at a time: no batching"] };
};

/** Each step's requests as jobs of the step's length, one accelerator each; what is left over is carried to the next. */
const rateJobs = (format: "servegen" | "rates") => (text: string, reading: Reading, assume: Assume): ReadWorkload => {
  const each_s = required(reading.perRequest_s, format, "rates say how many requests come; how long an accelerator has with one is for you to say");
  const { t_s, requests_per_s, unknown } = readRates(text, assume);
  if (t_s.length < 2) throw new UsageError(`${assume.file}: one step of rates has no length`, "a list of rates has two steps at least");
  const jobs: Job[] = [];
  let owed = 0;
  for (let i = 0; i + 1 < t_s.length; i++) {
    const step_s = t_s[i + 1]! - t_s[i]!;
    owed += requests_per_s[i]! * step_s * each_s;
    for (; owed >= step_s; owed -= step_s) jobs.push(jobOf({ id: String(jobs.length + 1), submit_s: t_s[i]!, nodes: 1, acceleratorsPerNode: 1, power_W: assume.power_W_per_accelerator, estimate_s: step_s }, { class: "requests" }));
  }
  return { jobs, run_s: jobs.map(({ estimate_s }) => estimate_s), unknown, notes: ["each job is what one accelerator does in a step; the last step, whose length is not written, is left out"] };
};

/** Steps a second by job type and workers, as Gavel's authors measured them, or from a table: flat, or in Gavel's own form. */
const ratesOf = ({ steps, stepsName, chip, chipName }: Reading): ((type: string, workers: number) => GavelRate | undefined) => {
  const text = steps();
  if (text === undefined) {
    const kind = GAVEL_CHIPS.find((known) => known === chip);
    if (kind === undefined) throw new UsageError(`gavel: ${chipName} is "${chip}"`, `steps a second are known of ${GAVEL_CHIPS.join(", ")}; ${stepsName} names a table for others`);
    return (type, workers) => gavelRate(type, workers, kind);
  }
  let table: unknown;
  try {
    table = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${stepsName} cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'a JSON document as {"ResNet-18 (batch size 16)": 12.5}');
  }
  const at = (value: unknown, key: string): unknown => (value !== null && typeof value === "object" ? (value as Readonly<Record<string, unknown>>)[key] : undefined);
  const positive = (value: unknown): number | undefined => (typeof value === "number" && value > 0 ? value : undefined);
  return (type, workers) => {
    const steps_per_s = positive(at(table, type)) ?? positive(at(at(at(table, chip), `('${type}', ${workers})`), "null"));
    return steps_per_s === undefined ? undefined : { steps_per_s, measured: true };
  };
};

const readers: Readonly<Record<JobFormat, (text: string, reading: Reading, assume: Assume) => ReadWorkload>> = {
  swf: (text, _reading, assume) => readSwf(text, assume),
  sbatch: (text, _reading, assume) => readSlurmScript(text, assume, { id: basename(assume.file).replace(/\.\w+$/, ""), submit_s: 0 }),
  sacct: (text, _reading, assume) => readSacct(text, assume),
  kubernetes: (text, _reading, assume) => readKubernetes(text, assume, { submit_s: 0 }),
  "openai-batch": (text, reading, assume) => {
    const each_s = required(reading.perRequest_s, "openai-batch", "a batch says what is asked; how long an accelerator has with a request is for you to say");
    return readBatch(text, assume, { submit_s: 0, seconds: () => each_s, more: {} });
  },
  batsim: (text, _reading, assume) => readBatsim(text, assume),
  gaia: (text, _reading, assume) => readGaia(text, assume),
  gavel: (text, reading, assume) => readGavel(text, assume, ratesOf(reading)),
  azure: (text, reading, assume) => requestJobs(readAzureRequests(text, assume), reading, { assume, format: "azure" }),
  mooncake: (text, reading, assume) => requestJobs(readMooncakeRequests(text, assume), reading, { assume, format: "mooncake" }),
  servegen: rateJobs("servegen"),
  rates: rateJobs("rates"),
};

/** The jobs of a text. Throws ScenarioError with places where the text is wrong, UsageError where what it does not say is not said. */
export const jobsOf = (text: string, reading: Reading, assume: Assume): ReadWorkload => readers[reading.format ?? formatOf(assume.file, text, reading.formatHint)](text, reading, assume);
