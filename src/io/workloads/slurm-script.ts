/**
 * A batch script with #SBATCH lines (Slurm 22.05): nodes, tasks, GPUs, time, array, dependency, begin, deadline, requeue, account. What runs on
 * nodes of no GPU counts as one accelerator a node. -t is the estimate; `--time-min` is not used. Options that do not bear on a schedule
 * (names, mail, output, memory) are passed over; those not known are named.
 */
import { jobOf, type Job } from "../../schedule/index.ts";
import { slurmDuration_s, slurmTime_s } from "./durations.ts";
import { addJob, finished, JOBS_MOST, newReading, numberOf, wrong, type Assume, type Reading, type ReadWorkload, type Where } from "./reading.ts";

const LONG: Readonly<Record<string, string>> = { N: "nodes", n: "ntasks", c: "cpus-per-task", t: "time", p: "partition", C: "constraint", G: "gpus", a: "array", d: "dependency", A: "account", L: "licenses", J: "job-name", o: "output", e: "error", q: "qos", D: "chdir", i: "input", m: "distribution", w: "nodelist", x: "exclude", b: "begin", s: "oversubscribe", H: "hold" };
const USED = new Set(["nodes", "ntasks", "ntasks-per-node", "time", "partition", "gpus", "gpus-per-node", "gres", "array", "dependency", "begin", "deadline", "account", "qos", "requeue", "no-requeue", "job-name"]);
const PASSED = new Set(["cpus-per-task", "constraint", "licenses", "output", "error", "chdir", "input", "distribution", "nodelist", "exclude", "oversubscribe", "mem", "mem-per-cpu", "mem-per-gpu", "mail-type", "mail-user", "open-mode", "export", "time-min", "signal", "reservation", "exclusive", "comment", "cpus-per-gpu", "gpu-bind", "wait-all-nodes", "parsable", "get-user-env"]);

interface Option {
  readonly value: string;
  readonly at: Where;
}

/** Options by long name; a later line goes over an earlier one, as Slurm has it. Lines behind the first command are the script's own. */
const optionsOf = (reading: Reading, text: string): ReadonlyMap<string, Option> => {
  const options = new Map<string, Option>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() !== "" && !line.startsWith("#")) break;
    const rest = /^#SBATCH\s+(.*)$/.exec(line)?.[1];
    if (rest === undefined) continue;
    for (const match of rest.matchAll(/(?:^|\s)(?:--([a-z-]+)(?:[= ]\s*((?!-)\S+))?|-([A-Za-z])\s*((?!-)\S+)?)/g)) {
      const short = match[3];
      const name = match[1] ?? LONG[short!] ?? `-${short!}`;
      const at = { line: i + 1, column: line.indexOf(match[0].trim()) + 1, path: name };
      if (!USED.has(name) && !PASSED.has(name)) reading.unknown.add(name);
      else options.set(name, { value: (match[2] ?? match[4] ?? "").replaceAll(/^["']|["']$/g, ""), at });
    }
    if (/^#|\s#/.test(rest)) reading.notes.push(`line ${i + 1}: what follows "#" is read as options`);
  }
  return options;
};

/** "0-15:4%2,20": the indices. */
const arrayOf = (reading: Reading, { value, at }: Option): readonly number[] => {
  const parts = value.replace(/%\d+$/, "").split(",").map((part) => /^(\d+)(?:-(\d+)(?::(\d+))?)?$/.exec(part));
  if (parts.some((part) => part === null)) {
    wrong(reading, at, { found: value, expected: "indices as 0-15, 1,3,7 or 0-15:4" });
    return [];
  }
  const spans = parts.map((part) => {
    const [from, to, by] = [Number(part![1]), Number(part![2] ?? part![1]), Number(part![3] ?? 1)];
    return { from, by, count: by === 0 || to < from ? 0 : Math.floor((to - from) / by) + 1 };
  });
  if (spans.some(({ count }) => count === 0)) {
    wrong(reading, at, { found: value, expected: "ranges that rise, in steps of 1 or more" });
    return [];
  }
  const all = spans.reduce((sum, { count }) => sum + count, 0);
  if (all > JOBS_MOST) wrong(reading, at, { found: value, expected: `1 to ${JOBS_MOST} indices` });
  return all > JOBS_MOST ? [] : spans.flatMap(({ from, by, count }) => Array.from({ length: count }, (_, i) => from + i * by));
};

const dependenciesOf = (reading: Reading, option: Option | undefined): readonly string[] => {
  if (option === undefined) return [];
  const match = /^afterok((?::\w+(?:\+\d+)?)+)(?:,afterok((?::\w+)+))*$/.exec(option.value);
  if (match !== null) return [...option.value.matchAll(/:(\w+)/g)].map(([, id]) => id!);
  wrong(reading, option.at, { found: option.value, expected: "afterok:<job>[:<job>…]", hint: "other kinds of dependency are not scheduled" });
  return [];
};

/** GPUs of "gpu:a100:4,tmpfs:10G", "gpu:a100" or "gpu" as --gres has them, one where no number stands; 0 where it names others alone. */
const gresOf = (value: string): number =>
  value.split(",").map((part) => /^gpu(?:[:=][A-Za-z_][^:=]*)?(?:[:=](\d+))?$/.exec(part.replace(/\(.*\)$/, ""))).reduce((sum, match) => sum + (match === null ? 0 : Number(match[1] ?? 1)), 0);

/** GPUs of a node: of "gpu:a100:4" or "4"; 0 where none are named. */
const gpusOf = (reading: Reading, options: ReadonlyMap<string, Option>, nodes: number): number => {
  const perNode = options.get("gpus-per-node") ?? options.get("gres");
  const all = options.get("gpus");
  const option = perNode ?? all;
  if (option === undefined) return 0;
  if (option.at.path === "gres") return gresOf(option.value);
  const count = /(?:^|:)(\d+)$/.exec(option.value)?.[1];
  if (count === undefined) wrong(reading, option.at, { found: option.value, expected: "a number of GPUs, as 4 or a100:4" });
  const gpus = Number(count ?? 1);
  return perNode === undefined ? Math.ceil(gpus / nodes) : gpus;
};

/** sbatch(1): a limit of zero asks for none. */
const NO_LIMIT = /^(?:[0:-]+|UNLIMITED|INFINITE)$/i;

const timeOf = (reading: Reading, option: Option | undefined): number => {
  if (option === undefined || NO_LIMIT.test(option.value)) {
    if (reading.assume.estimate_s === null) wrong(reading, option?.at ?? { line: 1, path: "time" }, { found: option === undefined ? "no time limit" : option.value, expected: "#SBATCH --time=…", hint: "without one it cannot be planned" });
    return reading.assume.estimate_s ?? 0;
  }
  const value = slurmDuration_s(option.value);
  if (value === undefined) wrong(reading, option.at, { found: option.value, expected: "minutes, hours:minutes:seconds or days-hours:minutes:seconds" });
  return value ?? 0;
};

const nodesOf = (reading: Reading, options: ReadonlyMap<string, Option>): number => {
  const nodes = options.get("nodes");
  // "2-4" asks for two at least.
  if (nodes !== undefined) return numberOf(reading, nodes.value.split("-")[0]!, nodes.at, 1) ?? 1;
  const tasks = options.get("ntasks");
  const perNode = options.get("ntasks-per-node");
  if (tasks === undefined || perNode === undefined) return 1;
  return Math.ceil((numberOf(reading, tasks.value, tasks.at, 1) ?? 1) / (numberOf(reading, perNode.value, perNode.at, 1) ?? 1));
};

const momentOf = (reading: Reading, option: Option | undefined, now_s: number): number | null => {
  if (option === undefined) return null;
  const value = slurmTime_s(option.value, now_s);
  return value ?? wrong(reading, option.at, { found: option.value, expected: "now+2hours or an ISO time" }) ?? null;
};

/** Reads one script as it would be submitted at `submit_s`: one job, or one for each index of its array. Throws ScenarioError. */
export const readSlurmScript = (text: string, assume: Assume, { id, submit_s }: { readonly id: string; readonly submit_s: number }): ReadWorkload => {
  const reading = newReading(assume);
  if (!/^#SBATCH\s/m.test(text)) {
    wrong(reading, { line: 1 }, { found: "no #SBATCH line", expected: "a Slurm batch script" });
    return finished(reading, "a script with #SBATCH lines");
  }
  const options = optionsOf(reading, text);
  const nodes = nodesOf(reading, options);
  const gpus = gpusOf(reading, options, nodes);
  const accelerators = gpus === 0 ? 1 : gpus;
  if (gpus === 0) reading.notes.push("no GPUs asked for: counted as one accelerator a node");
  const account = options.get("account")?.value;
  const array = options.get("array");
  const more: Partial<Job> = {
    class: options.get("qos")?.value ?? options.get("partition")?.value ?? "batch",
    ...(account === undefined ? {} : { tenant: account }),
    begin_s: momentOf(reading, options.get("begin"), submit_s),
    due_s: momentOf(reading, options.get("deadline"), submit_s),
    after: dependenciesOf(reading, options.get("dependency")),
    array: array === undefined ? null : id,
    preemptible: !options.has("no-requeue"),
  };
  const core = { submit_s, nodes, acceleratorsPerNode: accelerators, power_W: accelerators * assume.power_W_per_accelerator, estimate_s: timeOf(reading, options.get("time")) };
  const ids = array === undefined ? [id] : arrayOf(reading, array).map((i) => `${id}_${i}`);
  for (const one of ids) {
    addJob(reading, jobOf({ ...core, id: one }, more), { run_s: core.estimate_s, at: array?.at ?? { line: 1 } });
  }
  return finished(reading, "a script with #SBATCH lines");
};
