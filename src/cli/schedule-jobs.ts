/** Jobs of any list that can be read, whatever wrote it. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readAzureRequests, readBatch, readBatsim, readGaia, readGavel, readKubernetes, readMooncakeRequests, readRates, readSacct, readSlurmScript, readSwf, type Assume, type ReadWorkload, type Requests } from "../io/index.ts";
import { jobOf, type Job } from "../schedule/index.ts";
import { UsageError } from "./failure.ts";
import { quantityOption } from "./quantity-option.ts";
import type { JobFormat, ScheduleOptions } from "./schedule-options.ts";

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
  [/^\{[^\n]*"custom_id"/, "openai-batch"],
  [/^\{[^\n]*"input_length"/, "mooncake"],
  [/^\s*\{[\s\S]*"profiles"/, "batsim"],
  [/^apiVersion:/m, "kubernetes"],
];

/** Format of a list by its name, else by how it begins. Throws UsageError where neither tells. */
export const formatOf = (file: string, text: string): JobFormat => {
  const head = text.replace(/^\ufeff/, "").slice(0, 100_000);
  const found = BY_NAME.find(([name]) => name.test(file)) ?? BY_TEXT.find(([begin]) => begin.test(head));
  if (found === undefined) throw new UsageError(`${file}: neither its name nor its first line says what it is`, "--format names it: swf, sbatch, sacct, kubernetes, openai-batch, batsim, gaia, gavel, azure, mooncake or rates");
  return found[1];
};

const required = (text: string | undefined, name: string, format: JobFormat, why: string): string => {
  if (text === undefined) throw new UsageError(`${format}: ${name} is missing`, why);
  return text;
};

const seconds = (text: string, name: string): number => quantityOption(text, { name, unit: "s", example: "30 s", good: (value) => value > 0, wanted: "a time above 0, as 30 s" });

/** A plain count a second. */
const rate = (text: string, name: string): number => {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new UsageError(`${name} is "${text}"`, "a number of tokens a second, above 0");
  return value;
};

/** Each request a job of one accelerator. */
const requestJobs = (requests: Requests, options: ScheduleOptions, { assume, format }: { readonly assume: Assume; readonly format: JobFormat }): ReadWorkload => {
  const why = "a trace says how many tokens there are; how fast an accelerator reads and writes them is for you to say";
  const input = rate(required(options.inputRate, "--input-rate", format, why), "--input-rate");
  const output = rate(required(options.outputRate, "--output-rate", format, why), "--output-rate");
  const run_s = Array.from(requests.t_s, (_, i) => requests.input_tokens[i]! / input + requests.output_tokens[i]! / output);
  const jobs = run_s.map((estimate_s, i): Job => jobOf({ id: String(i + 1), submit_s: requests.t_s[i]!, nodes: 1, acceleratorsPerNode: 1, power_W: assume.power_W_per_accelerator, estimate_s }, { class: "request" }));
  return { jobs, run_s, unknown: requests.unknown, notes: ["one request on one accelerator at a time: no batching"] };
};

/** Each step's requests as jobs of the step's length, one accelerator each; what is left over is carried to the next. */
const rateJobs = (text: string, options: ScheduleOptions, assume: Assume): ReadWorkload => {
  const each_s = seconds(required(options.perRequest, "--per-request", "rates", "rates say how many requests come; how long an accelerator has with one is for you to say"), "--per-request");
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

/** Steps a second by job type and workers, from a flat table or Gavel's own. */
const stepsPerSecond = (file: string, chip: string): ((type: string, workers: number) => number | undefined) => {
  let table: unknown;
  try {
    table = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`--steps ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'a JSON document as {"ResNet-18 (batch size 16)": 12.5}');
  }
  const at = (value: unknown, key: string): unknown => (value !== null && typeof value === "object" ? (value as Readonly<Record<string, unknown>>)[key] : undefined);
  const positive = (value: unknown): number | undefined => (typeof value === "number" && value > 0 ? value : undefined);
  return (type, workers) => positive(at(table, type)) ?? positive(at(at(at(table, chip), `('${type}', ${workers})`), "null"));
};

const readers: Readonly<Record<JobFormat, (text: string, options: ScheduleOptions, assume: Assume) => ReadWorkload>> = {
  swf: (text, _options, assume) => readSwf(text, assume),
  sbatch: (text, _options, assume) => readSlurmScript(text, assume, { id: basename(assume.file).replace(/\.\w+$/, ""), submit_s: 0 }),
  sacct: (text, _options, assume) => readSacct(text, assume),
  kubernetes: (text, _options, assume) => readKubernetes(text, assume, { submit_s: 0 }),
  "openai-batch": (text, options, assume) => {
    const each_s = seconds(required(options.perRequest, "--per-request", "openai-batch", "a batch says what is asked; how long an accelerator has with a request is for you to say"), "--per-request");
    return readBatch(text, assume, { submit_s: 0, seconds: () => each_s, more: {} });
  },
  batsim: (text, _options, assume) => readBatsim(text, assume),
  gaia: (text, _options, assume) => readGaia(text, assume),
  gavel: (text, options, assume) => readGavel(text, assume, stepsPerSecond(required(options.steps, "--steps", "gavel", "a list of Gavel has steps and no time: give a table of steps a second"), options.chip)),
  azure: (text, options, assume) => requestJobs(readAzureRequests(text, assume), options, { assume, format: "azure" }),
  mooncake: (text, options, assume) => requestJobs(readMooncakeRequests(text, assume), options, { assume, format: "mooncake" }),
  rates: rateJobs,
};

/** The jobs of a text. Throws ScenarioError with places where the text is wrong, UsageError where an option is missing. */
export const jobsOf = (text: string, options: ScheduleOptions, assume: Assume): ReadWorkload => readers[options.format ?? formatOf(assume.file, text)](text, options, assume);

/** `--estimate`, or null. */
export const estimateOf = ({ estimate }: ScheduleOptions): number | null => (estimate === undefined ? null : seconds(estimate, "--estimate"));
