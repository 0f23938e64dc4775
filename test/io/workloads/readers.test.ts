/** Readers of others' workloads, on others' files and on texts that are wrong. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { gavelRate, readAzureRequests, readBatch, readBatchRequests, readBatsim, readGaia, readGavel, readKubernetes, readMooncakeRequests, readRates, readSacct, readSlurmScript, readSwf, runsParquet } from "../../../src/io/index.ts";
import { runsCsv, runsTrace, type JobRun } from "../../../src/schedule/index.ts";

const golden = (name: string): string => {
  const bytes = readFileSync(new URL(`../../golden/ops/${name}`, import.meta.url));
  return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
};
const assume = { file: "input", acceleratorsPerNode: 1, power_W_per_accelerator: 700, estimate_s: null };

describe("on their own files", () => {
  test("SWF: the archive's own counts", () => {
    expect(readSwf(golden("lublin_256.swf.gz"), assume).jobs).toHaveLength(10_000);
    const nasa = readSwf(golden("nasa-ipsc-1993.swf.gz"), assume);
    expect(nasa.jobs).toHaveLength(18_066);
    // 18,239 records stand in its header.
    expect(nasa.notes).toEqual(["173 jobs without run time or processors left out"]);
    expect(nasa.jobs[0]).toMatchObject({ id: "1", submit_s: 0, nodes: 128, estimate_s: 1451, tenant: "user-1" });
  });

  test("GAIA: hours become seconds", () => {
    const { jobs, run_s } = readGaia(golden("pai-100k.csv.gz"), assume);
    // wc -l less the header.
    expect(jobs).toHaveLength(99_998);
    expect(run_s[0]).toBeCloseTo(25.408055555555556 * 3600, 9);
    expect(Math.max(...jobs.map(({ nodes }) => nodes))).toBe(400);
  });

  test("Gavel: steps over a rate", () => {
    const { jobs, run_s } = readGavel(golden("gavel_philly_head.trace"), assume, () => ({ steps_per_s: 10, measured: true }));
    expect(jobs).toHaveLength(20);
    expect(jobs[1]).toMatchObject({ submit_s: 219_316, nodes: 4, class: "Recommendation (batch size 8192)" });
    expect(run_s[1]).toBe(107_965.7);
    expect(() => readGavel(golden("gavel_philly_head.trace"), assume, () => undefined)).toThrow("Transformer (batch size 128)");
  });

  test("Gavel as its authors measured it: of the first job, 5,635,991 steps; on numbers of workers that they did not measure, in proportion", () => {
    // stanford-futuredata/gavel, scheduler/simulation_throughputs.json at c4fa400: v100, ('ResNet-18 (batch size 32)', 1), null is 29.947197...; its k80 7.175815...
    expect(gavelRate("ResNet-18 (batch size 32)", 1, "v100")!.steps_per_s).toBeCloseTo(29.9472, 4);
    expect(gavelRate("ResNet-18 (batch size 32)", 1, "k80")!.steps_per_s).toBeCloseTo(7.17582, 5);
    const eight = gavelRate("ResNet-18 (batch size 32)", 8, "v100")!;
    expect(eight.measured).toBe(true);
    expect(gavelRate("ResNet-18 (batch size 32)", 32, "v100")).toEqual({ steps_per_s: 4 * eight.steps_per_s, measured: false });
    expect(gavelRate("GPT-5", 1, "v100")).toBeUndefined();
    const { jobs, run_s, notes } = readGavel(golden("gavel_philly_head.trace"), assume, (type, workers) => gavelRate(type, workers, "v100"));
    expect(jobs).toHaveLength(20);
    expect(run_s.every((s) => s > 0)).toBe(true);
    expect(notes.every((note) => note.includes("not measured"))).toBe(true);
  });

  test("requests and rates", () => {
    const azure = readAzureRequests(golden("azure_code_head.csv"), assume);
    expect([azure.t_s.length, azure.input_tokens[0], azure.output_tokens[1]]).toEqual([39, 4808, 8]);
    // 18:17:03.9799600 and 18:17:04.0319600; the copy in Vidur has them in seconds, and the same tokens.
    const vidur = readAzureRequests(golden("splitwise_code_head.csv"), assume);
    expect(azure.t_s[1]).toBeCloseTo(vidur.t_s[1]!, 3);
    expect(azure.input_tokens.slice(0, 19)).toEqual(vidur.input_tokens);
    // Rows as the week of 2024 has them (AzureLLMInferenceTrace_code_1week.csv): an offset, and not always in order.
    const later = readAzureRequests("TIMESTAMP,ContextTokens,GeneratedTokens\n2024-05-10 00:00:01.009930+00:00,2162,5\n2024-05-10 00:00:00.009930+00:00,2399,6\n2024-05-10 02:00:02+02:00,76,15\n", assume);
    expect([...later.t_s].map((t) => Math.round(t * 1e6))).toEqual([1_000_000, 0, 1_990_070]);
    const moon = readMooncakeRequests(golden("mooncake_head.jsonl"), assume);
    expect([moon.t_s.length, moon.input_tokens[0], moon.output_tokens[0]]).toEqual([20, 6758, 500]);
    expect(() => readRates("", assume)).toThrow("input:1:1: found nothing, expected columns t_s, requests_per_s");
    const rates = readRates(golden("servegen_m-large_day.csv"), assume);
    expect([rates.t_s.length, rates.t_s[143], rates.requests_per_s[1]]).toEqual([144, 85_800, 179.6983]);
  });
});

test("ServeGen's own files of clients, one after another, are summed by step", () => {
  // Lines of data/language/m-small/chunk-14 and chunk-7-trace.csv (alibaba/ServeGen at f891d11): 19.0533 + 0.0217 a second, then 14.16 and none. All 43 clients
  // of the folder come to golden/ops/servegen_m-small within its four decimals.
  const client14 = "0,19.053333333333335,5.3046940625043915,Weibull,0.405171048754724,0.02819138519386574\n600,14.16,4.592918968518836,Weibull,0.44546821765528327,0.0481452771789052\n";
  const client7 = "0,0.021666666666666667,1.3977187839558278,Gamma,0.5118708482829514,59.61497272722542\n600,0,0,,0,0\n";
  const { t_s, requests_per_s } = readRates(client14 + client7, assume);
  expect([...t_s]).toEqual([0, 600]);
  expect(requests_per_s[0]).toBeCloseTo(19.075, 9);
  expect(requests_per_s[1]).toBeCloseTo(14.16, 9);
  expect(() => readRates(`${client14}1200,x,1,Gamma,1,1\n1800,3\n`, assume)).toThrow(["input:3:6: requests_per_s: found x, expected a number from 0", "input:4:1: found 2 cells, expected 6: seconds, requests a second, their variation, pattern and its two parameters"].join("\n"));
});

describe("jobs as users write them", () => {
  test("a Slurm script", () => {
    const script = "#!/bin/bash\n#SBATCH --job-name=train\n#SBATCH -N 4 --gpus-per-node=h100:8\n#SBATCH -t 1-02:30:00\n#SBATCH -A physics\n#SBATCH --array=0-6:3%2\n#SBATCH --begin=now+2hours\n#SBATCH --dependency=afterok:17:18\n#SBATCH --frobnicate=3\nsrun ./train\n#SBATCH -N 9\n";
    const { jobs, unknown } = readSlurmScript(script, assume, { id: "42", submit_s: 1000 });
    expect(jobs.map(({ id }) => id)).toEqual(["42_0", "42_3", "42_6"]);
    expect(jobs[0]).toMatchObject({ nodes: 4, acceleratorsPerNode: 8, power_W: 5600, estimate_s: 95_400, tenant: "physics", begin_s: 8200, after: ["17", "18"], array: "42" });
    expect(unknown).toEqual(["frobnicate"]);
    const gpus = (gres: string): number => readSlurmScript(`#SBATCH -t 5 --gres=${gres}\n`, assume, { id: "1", submit_s: 0 }).jobs[0]!.acceleratorsPerNode;
    // sbatch(1): name[[:type]:count], one where no count stands; what names no GPU counts as one accelerator a node.
    expect(["gpu:a100:4", "gpu:a100", "gpu", "gpu:2,tmpfs:10", "tmpfs:10,gpu:h100:8", "tmpfs:10"].map(gpus)).toEqual([4, 1, 1, 2, 8, 1]);
    // A limit of zero is none (ibid.).
    expect(() => readSlurmScript("#SBATCH -t 0:00\n", assume, { id: "1", submit_s: 0 })).toThrow("input:1:9: time: found 0:00, expected #SBATCH --time=…");
    expect(readSlurmScript("#SBATCH -t UNLIMITED\n", { ...assume, estimate_s: 60 }, { id: "1", submit_s: 0 }).jobs[0]!.estimate_s).toBe(60);
    expect(() => readSlurmScript("echo\n", assume, { id: "1", submit_s: 0 })).toThrow(/^input:1:1: found no #SBATCH line, expected a Slurm batch script$/);
    expect(() => readSlurmScript("#SBATCH -N 2\n#SBATCH -d singleton\n", assume, { id: "1", submit_s: 0 })).toThrow(/input:2:9: dependency: found singleton[\s\S]*|input:1:1: time: found no time limit/);
  });

  test("sacct", () => {
    const text = "JobIDRaw|Submit|Elapsed|Timelimit|AllocTRES|Account|User|QOS|Mood\n7|2026-01-01T00:00:10|01:00:00|1-00:00:00|billing=8,cpu=8,gres/gpu=8,node=2|lab|ann|normal|x\n7.batch|2026-01-01T00:00:10|01:00:00|||||| \n8|2026-01-01T00:00:20|00:00:00|00:10:00||lab|ann|normal|x\n";
    const { jobs, run_s, unknown, notes } = readSacct(text, assume);
    expect(jobs).toHaveLength(1);
    expect(jobs[0]).toMatchObject({ id: "7", nodes: 2, acceleratorsPerNode: 4, estimate_s: 86_400, tenant: "lab/ann", class: "normal", submit_s: 0 });
    expect([run_s[0], unknown, notes]).toEqual([3600, ["Mood"], ["1 jobs that never ran left out", "times are from the first submission, 2026-01-01T00:00:10Z"]]);
    expect(() => readSacct(text.replace("01:00:00|1-", "soon|1-"), assume)).toThrow("input:2:23: Elapsed: found soon, expected [days-]hours:minutes:seconds");
  });

  test("Kubernetes Jobs: a gang under a queue, an array without", () => {
    const job = (name: string, label: string, spec: string): string => `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ${name}\n  namespace: team\n${label}spec:\n${spec}  activeDeadlineSeconds: 600\n  template:\n    spec:\n      containers:\n        - name: c\n          resources: {limits: {nvidia.com/gpu: 2}}\n`;
    const text = [job("gang", "  labels: {kueue.x-k8s.io/queue-name: q}\n", "  parallelism: 3\n  completions: 6\n"), job("many", "", "  parallelism: 1\n  completions: 2\n  mood: good\n"), "kind: Service\napiVersion: v1\n"].join("---\n");
    const { jobs, unknown, notes } = readKubernetes(text, assume, { submit_s: 5 });
    expect(jobs.map(({ id, nodes, acceleratorsPerNode, tenant }) => [id, nodes, acceleratorsPerNode, tenant])).toEqual([["gang", 3, 2, "team/q"], ["many-0", 1, 2, "team"], ["many-1", 1, 2, "team"]]);
    expect([unknown, notes]).toEqual([["spec.mood"], ["a document of kind Service (v1) passed over"]]);
    expect(() => readKubernetes(job("bad", "", "  parallelism: none\n"), assume, { submit_s: 0 })).toThrow('input:7:16: spec.parallelism: found "none", expected a whole number from 1');
  });

  test("an OpenAI batch is due within a day", () => {
    const line = (id: string, more = ""): string => `{"custom_id":"${id}","method":"POST","url":"/v1/chat/completions","body":{"model":"m","max_tokens":100,"messages":[{"role":"user","content":"four"}]}${more}}\n`;
    const { requests, unknown } = readBatchRequests(line("a") + line("b", ',"mood":1'), assume);
    expect(requests[0]).toEqual({ id: "a", url: "/v1/chat/completions", model: "m", input_characters: 4, outputMost_tokens: 100 });
    expect(unknown).toEqual(["mood"]);
    const { jobs } = readBatch(line("a"), assume, { submit_s: 100, seconds: () => 7, more: {} });
    expect(jobs[0]).toMatchObject({ estimate_s: 7, due_s: 86_500, expires_s: 86_500, class: "m" });
    expect(() => readBatchRequests(line("a") + line("a") + "{\n", assume)).toThrow(/input:2:1: custom_id: found a, expected each custom_id once[\s\S]*input:3:/);
  });

  test("Batsim", () => {
    const text = '{"nb_res": 4, "mood": 1, "jobs": [\n {"id": "x", "subtime": 10, "walltime": 100, "res": 4, "profile": "d"},\n {"id": "y", "subtime": 20, "res": 1, "profile": "d"}],\n "profiles": {"d": {"type": "delay", "delay": 20}, "p": {"type": "parallel_homogeneous", "cpu": 1e9, "com": 0}}}';
    const { jobs, run_s, unknown } = readBatsim(text, assume);
    expect(jobs.map(({ id, estimate_s, nodes }) => [id, estimate_s, nodes])).toEqual([["x", 100, 4], ["y", 20, 1]]);
    expect([run_s, unknown]).toEqual([[20, 20], ["mood"]]);
    expect(() => readBatsim(text.replace('"res": 1, "profile": "d"', '"res": 1, "profile": "p"'), assume)).toThrow("input:3:1: jobs[1].profile: found a profile of type parallel_homogeneous");
  });

  test("an id that stands twice is told with both lines", () => {
    expect(() => readSwf("1 0 0 10 2 -1 -1 2 10 -1 1 1 1 1 1 1 -1 -1\n1 5 0 10 2 -1 -1 2 10 -1 1 1 1 1 1 1 -1 -1\n", assume)).toThrow("input:2:1: job: found 1, expected each job once: line 1 has it");
    expect(() => readSacct("JobID|Submit|Elapsed|NNodes\n7|2026-01-01T00:00:00|01:00:00|1\n7|2026-01-01T02:00:00|01:00:00|1\n", assume)).toThrow("input:3:1: JobID: found 7, expected each job once: line 2 has it");
    expect(() => readSlurmScript("#SBATCH -t 5 -a 1,1-3\n", assume, { id: "a", submit_s: 0 })).toThrow("found a_1, expected each job once");
    expect(() => readSlurmScript("#SBATCH -t 5 -a 0-99999999999\n", assume, { id: "a", submit_s: 0 })).toThrow("found 0-99999999999, expected 1 to 10000000 indices");
    for (const indices of ["0-15:0", "5-3", "1,5-3"]) expect(() => readSlurmScript(`#SBATCH -t 5 -a ${indices}\n`, assume, { id: "a", submit_s: 0 })).toThrow(`found ${indices}, expected ranges that rise, in steps of 1 or more`);
    expect(() => readBatsim('{"jobs": [\n{"id": 1, "subtime": 0, "res": 1, "profile": "d"},\n{"id": 1, "subtime": 0, "res": 1, "profile": "d"},\n{"subtime": 0, "res": 1, "profile": "d"}],\n"profiles": {"d": {"type": "delay", "delay": 20}}}', assume)).toThrow(/input:3:1: jobs\[1\]\.id: found 1, expected each job once: line 2 has it[\s\S]*input:4:1: jobs\[2\]\.id: found nothing/);
  });

  test("a List of kubectl, in YAML or JSON, and Jobs of one name in two namespaces", () => {
    const job = (namespace: string) => ({ apiVersion: "batch/v1", kind: "Job", metadata: { name: "train", namespace }, spec: { parallelism: 2, completions: 2, activeDeadlineSeconds: 60, template: { spec: { containers: [] } } } });
    const list = (...items: readonly unknown[]) => JSON.stringify({ apiVersion: "v1", kind: "List", items }, null, 1);
    expect(readKubernetes(list(job("a"), job("b")), assume, { submit_s: 0 }).jobs.map(({ id, tenant }) => [id, tenant])).toEqual([["train", "a"], ["b/train", "b"]]);
    expect(() => readKubernetes("apiVersion: batch/v1\nkind: CronJob\n", assume, { submit_s: 0 })).toThrow(/found no jobs, expected at least one of batch\/v1 Jobs\s+a document of kind CronJob \(batch\/v1\) passed over/);
    expect(() => readKubernetes("apiVersion: batch/v1\nkind: Job\nmetadata: {name: x}\nspec: {completions: 0}\n", assume, { submit_s: 0 })).toThrow(/spec: found Job x without activeDeadlineSeconds[\s\S]*spec\.completions: found 0/);
    expect(() => readKubernetes(list(job("a"), job("a"), job("a")), assume, { submit_s: 0 })).toThrow(/items\.2\.metadata\.name: found a\/train, expected each job once/);
  });

  test("bad lines are named with row and column, all at once", () => {
    expect(() => readGaia("arrival_time,length,cpus\n0,1,1\n5,x,1\n6,1\n7,1,0\n", assume)).toThrow(
      ["input:3:3: length: found x, expected a number from 0", "input:4:1: found 2 cells, expected 3, as the first line has", "input:5:5: cpus: found 0, expected a number from 1"].join("\n"),
    );
    expect(() => readSwf("1 2 3\n", assume)).toThrow("input:1:1: found 3 fields, expected 18");
    expect(() => readSwf("; nothing\n", assume)).toThrow("found no jobs");
    expect(() => readMooncakeRequests('{"timestamp": 1, "input_length": "x", "output_length": 2}\n', assume)).toThrow('input:1:1: input_length: found "x", expected a number from 0');
    expect(() => readRates("t_s,requests_per_s\n0,1\n0,2\n", assume)).toThrow("input:3:1: t_s: found 0, expected a time after 0");
    expect(() => readAzureRequests("TIME,ContextTokens\n", assume)).toThrow("missing: TIMESTAMP, GeneratedTokens");
  });
});

describe("schedules out", () => {
  const runs: readonly JobRun[] = [{ job: 'a,"b"', tenant: "t", class: "c", where: "hall:0-1,5+annex:2", nodes: 4, acceleratorsPerNode: 1, submit_s: 0, start_s: 1.5, end_s: 3, outcome: "done", reason: "completed" }];

  test("CSV, Parquet and a trace tell the same", async () => {
    expect([...runsCsv(runs)][1]).toBe('"a,""b""",t,c,"hall:0-1,5+annex:2",4,1,0,1.5,3,done,completed\n');
    const bytes = runsParquet(runs);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    expect(await parquetReadObjects({ file })).toEqual(runs);
    const events = JSON.parse([...runsTrace(runs)].join("")) as readonly { readonly ph: string; readonly pid: number; readonly tid?: number; readonly ts?: number; readonly dur?: number }[];
    // "X" are complete events, times in microseconds (Trace Event Format, Google, 2016).
    expect(events.filter(({ ph }) => ph === "X").map(({ pid, tid, ts, dur }) => [pid, tid, ts, dur])).toEqual([[1, 0], [1, 1], [1, 5], [2, 2]].map((place) => [...place, 1.5e6, 1.5e6]));
  });
});
