/**
 * The input file of an OpenAI batch (/v1/batches): a request a line with custom_id, method, url, body; at most 50,000 requests and 200 MB; its
 * window is 24 h (learn.microsoft.com, "Batches - Create Batch", 2026). A file says what is asked, not how long it takes: that comes with the call.
 */
import { DAY_S } from "../../units/index.ts";
import { jobOf, type Job } from "../../schedule/index.ts";
import { isRecord, jsonLines } from "./json-lines.ts";
import { byLine, finished, newReading, wrong, type Assume, type Reading, type ReadWorkload } from "./reading.ts";
import { ScenarioError } from "../../scenario/index.ts";

const REQUESTS_MOST = 50_000;
const BYTES_MOST = 200_000_000;
const FIELDS = ["custom_id", "method", "url", "body"] as const;

export interface BatchRequest {
  readonly id: string;
  readonly url: string;
  readonly model: string;
  /** Characters of the messages, prompt or input. */
  readonly input_characters: number;
  /** The limit that it states; null without one. */
  readonly outputMost_tokens: number | null;
}

const characters = (value: unknown): number => {
  if (typeof value === "string") return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + characters(item), 0);
  return isRecord(value) ? characters(value["content"] ?? value["text"] ?? "") : 0;
};

const requestOf = (reading: Reading, line: number, value: Readonly<Record<string, unknown>>): BatchRequest | undefined => {
  for (const key of Object.keys(value)) if (!FIELDS.some((name) => name === key)) reading.unknown.add(key);
  const { custom_id, method, url, body } = value;
  if (typeof custom_id !== "string" || custom_id === "") return wrong(reading, { line, path: "custom_id" }, { found: JSON.stringify(custom_id) ?? "nothing", expected: "a text" });
  if (method !== "POST") return wrong(reading, { line, path: "method" }, { found: JSON.stringify(method) ?? "nothing", expected: "POST" });
  if (typeof url !== "string" || !url.startsWith("/v1/")) return wrong(reading, { line, path: "url" }, { found: JSON.stringify(url) ?? "nothing", expected: "an endpoint as /v1/chat/completions" });
  if (!isRecord(body) || typeof body["model"] !== "string") return wrong(reading, { line, path: "body" }, { found: JSON.stringify(body) ?? "nothing", expected: "an object with a model" });
  const most = body["max_completion_tokens"] ?? body["max_tokens"] ?? body["max_output_tokens"];
  return { id: custom_id, url, model: body["model"], input_characters: characters(body["messages"] ?? body["prompt"] ?? body["input"]), outputMost_tokens: typeof most === "number" ? most : null };
};

/** The requests of a batch. Throws ScenarioError. */
export const readBatchRequests = (text: string, assume: Assume): { readonly requests: readonly BatchRequest[]; readonly unknown: readonly string[] } => {
  const reading = newReading(assume);
  if (text.length > BYTES_MOST) wrong(reading, { line: 1 }, { found: `${text.length} bytes`, expected: `at most ${BYTES_MOST}` });
  const seen = new Map<string, number>();
  const requests: BatchRequest[] = [];
  for (const { line, value } of jsonLines(reading, text)) {
    const request = requestOf(reading, line, value);
    if (request === undefined) continue;
    if (seen.has(request.id)) wrong(reading, { line, path: "custom_id" }, { found: request.id, expected: "each custom_id once", hint: `it stands in line ${seen.get(request.id)} too` });
    seen.set(request.id, line);
    requests.push(request);
  }
  if (requests.length > REQUESTS_MOST) wrong(reading, { line: REQUESTS_MOST + 1 }, { found: `${requests.length} requests`, expected: `at most ${REQUESTS_MOST}`, hint: "split the batch" });
  if (requests.length === 0 && reading.problems.length === 0) wrong(reading, { line: 1 }, { found: "no requests", expected: "a request a line" });
  if (reading.problems.length > 0) throw new ScenarioError(byLine(reading.problems));
  return { requests, unknown: [...reading.unknown] };
};

/** A batch as jobs of one accelerator, one a request, due within a day of submission and worthless afterwards. Throws ScenarioError. */
export const readBatch = (text: string, assume: Assume, { submit_s, seconds, more }: { readonly submit_s: number; readonly seconds: (request: BatchRequest) => number; readonly more: Partial<Job> }): ReadWorkload => {
  const { requests, unknown } = readBatchRequests(text, assume);
  const reading = newReading(assume);
  for (const name of unknown) reading.unknown.add(name);
  for (const request of requests) {
    const estimate_s = seconds(request);
    reading.jobs.push(jobOf({ id: request.id, submit_s, nodes: 1, acceleratorsPerNode: 1, power_W: assume.power_W_per_accelerator, estimate_s }, { class: request.model, array: assume.file, due_s: submit_s + DAY_S, expires_s: submit_s + DAY_S, ...more }));
    reading.run_s.push(estimate_s);
  }
  return finished(reading, "a request a line");
};
