/**
 * Kubernetes batch/v1 Jobs as YAML, one or many documents. A Job under a Kueue queue, or one whose pods all run at once (parallelism =
 * completions), is a gang of `parallelism` nodes; another is an array of `completions` jobs of one node. activeDeadlineSeconds is the estimate.
 * A pod without nvidia.com/gpu counts as one accelerator. A List, as `kubectl get jobs -o yaml` or `-o json` prints it, is read item by item; Jobs of one
 * name are told apart by their namespaces.
 */
import { parseAllDocuments, LineCounter, type Document } from "yaml";
import { jobOf, type Job } from "../../schedule/index.ts";
import { isRecord } from "./json-lines.ts";
import { addJob, finished, JOBS_MOST, newReading, wrong, type Assume, type Reading, type ReadWorkload, type Where } from "./reading.ts";

const QUEUE = "kueue.x-k8s.io/queue-name";
const SPEC = ["parallelism", "completions", "completionMode", "activeDeadlineSeconds", "backoffLimit", "backoffLimitPerIndex", "maxFailedIndexes", "podFailurePolicy", "podReplacementPolicy", "successPolicy", "suspend", "template", "ttlSecondsAfterFinished", "selector", "manualSelector", "managedBy"];
const TOP = ["apiVersion", "kind", "metadata", "spec", "status"];

type Yaml = Readonly<Record<string, unknown>>;

const inside = (value: unknown, ...keys: readonly string[]): unknown => keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);

interface Place {
  readonly document: Document;
  readonly counter: LineCounter;
  /** Of the Job within the document: of a List, its item. */
  readonly base: readonly (string | number)[];
}

const whereOf = ({ document, counter, base }: Place, keys: readonly string[]): Where => {
  const whole = [...base, ...keys];
  for (let depth = whole.length; depth >= 0; depth--) {
    const node = document.getIn(whole.slice(0, depth), true);
    const range = node !== null && typeof node === "object" && "range" in node ? (node.range as readonly number[] | null | undefined) : undefined;
    if (range === null || range === undefined) continue;
    const { line, col } = counter.linePos(range[0]!);
    return { line, column: col, path: whole.join(".") };
  }
  return { line: 1, path: whole.join(".") };
};

const wholeAt = (reading: Reading, root: Yaml, place: Place, key: string): number | undefined => {
  const value = inside(root, "spec", key);
  if (value === undefined) return undefined;
  return typeof value === "number" && Number.isInteger(value) && value >= 1 ? value : wrong(reading, whereOf(place, ["spec", key]), { found: JSON.stringify(value), expected: "a whole number from 1" });
};

/** GPUs of a pod, over its containers. */
const gpusOf = (root: Yaml): number => {
  const containers = inside(root, "spec", "template", "spec", "containers");
  return Array.isArray(containers) ? containers.reduce((sum: number, container) => sum + Number(inside(container, "resources", "limits", "nvidia.com/gpu") ?? 0), 0) : 0;
};

const estimateOf = (reading: Reading, root: Yaml, place: Place, name: string): number | undefined => {
  if (inside(root, "spec", "activeDeadlineSeconds") !== undefined) return wholeAt(reading, root, place, "activeDeadlineSeconds");
  return reading.assume.estimate_s ?? wrong(reading, whereOf(place, ["spec"]), { found: `Job ${name} without activeDeadlineSeconds`, expected: "how long it may take", hint: "without one it cannot be planned" });
};

const readJob = (reading: Reading, root: Yaml, place: Place, submit_s: number): void => {
  for (const key of Object.keys(root)) if (!TOP.includes(key)) reading.unknown.add(key);
  const spec = root["spec"];
  if (!isRecord(spec)) return wrong(reading, whereOf(place, []), { found: "no spec", expected: "a Job with spec" });
  for (const key of Object.keys(spec)) if (!SPEC.includes(key)) reading.unknown.add(`spec.${key}`);
  const name = inside(root, "metadata", "name") ?? inside(root, "metadata", "generateName");
  if (typeof name !== "string") return wrong(reading, whereOf(place, ["metadata"]), { found: "no name", expected: "metadata.name" });
  const estimate_s = estimateOf(reading, root, place, name);
  const parallelism = wholeAt(reading, root, place, "parallelism") ?? 1;
  const completions = wholeAt(reading, root, place, "completions") ?? parallelism;
  if (completions > JOBS_MOST) return wrong(reading, whereOf(place, ["spec", "completions"]), { found: String(completions), expected: `at most ${JOBS_MOST}` });
  const gpus = gpusOf(root);
  if (estimate_s === undefined) return;
  if (!Number.isInteger(gpus)) return wrong(reading, whereOf(place, ["spec", "template"]), { found: "nvidia.com/gpu that is no whole number", expected: "a whole number" });
  const accelerators = gpus === 0 ? 1 : gpus;
  const queue = inside(root, "metadata", "labels", QUEUE);
  const gang = typeof queue === "string" || parallelism === completions;
  const priority = inside(root, "spec", "template", "spec", "priorityClassName");
  const namespace = inside(root, "metadata", "namespace");
  const own = reading.lines.has(gang ? name : `${name}-0`) && typeof namespace === "string" ? `${namespace}/${name}` : name;
  const more: Partial<Job> = {
    class: typeof priority === "string" ? priority : "batch",
    tenant: [typeof namespace === "string" ? namespace : "default", ...(typeof queue === "string" ? [queue] : [])].join("/"),
    array: gang ? null : own,
  };
  const core = { submit_s, nodes: gang ? parallelism : 1, acceleratorsPerNode: accelerators, power_W: accelerators * reading.assume.power_W_per_accelerator, estimate_s };
  const ids = gang ? [own] : Array.from({ length: completions }, (_, i) => `${own}-${i}`);
  for (const id of ids) {
    addJob(reading, jobOf({ ...core, id }, more), { run_s: estimate_s, at: whereOf(place, ["metadata", "name"]) });
  }
};

const readOne = (reading: Reading, root: unknown, place: Place, submit_s: number): void => {
  const kind = inside(root, "kind");
  if (!isRecord(root) || kind !== "Job" || root["apiVersion"] !== "batch/v1") reading.notes.push(`a document of kind ${String(kind)} (${String(inside(root, "apiVersion"))}) passed over`);
  else readJob(reading, root, place, submit_s);
};

/** Reads the Jobs of a text as submitted at `submit_s`; documents of other kinds are noted. Throws ScenarioError. */
export const readKubernetes = (text: string, assume: Assume, { submit_s }: { readonly submit_s: number }): ReadWorkload => {
  const reading = newReading(assume);
  const counter = new LineCounter();
  for (const document of parseAllDocuments(text, { lineCounter: counter })) {
    for (const error of document.errors) wrong(reading, { line: counter.linePos(error.pos[0]).line, column: counter.linePos(error.pos[0]).col }, { found: error.message.split("\n")[0]!, expected: "YAML" });
    if (document.errors.length > 0) continue;
    const root: unknown = document.toJS();
    if (root === null) continue;
    const items = inside(root, "kind") === "List" ? inside(root, "items") : undefined;
    if (Array.isArray(items)) for (const [i, item] of items.entries()) readOne(reading, item, { document, counter, base: ["items", i] }, submit_s);
    else readOne(reading, root, { document, counter, base: [] }, submit_s);
  }
  return finished(reading, "batch/v1 Jobs");
};
