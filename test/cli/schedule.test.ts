import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { say } from "./command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "schedule-"));
const golden = (name: string): string => fileURLToPath(new URL(`../golden/ops/${name}`, import.meta.url));
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("dawndusk schedule", () => {
  test("the first thousand lines of a log: written in each format, and the journal replays", async () => {
    const log = gunzipSync(readFileSync(golden("nasa-ipsc-1993.swf.gz"))).toString().split("\n").slice(0, 1000).join("\n");
    const out = join(folder, "out");
    const { exit, out: told } = await say(["schedule", written("nasa.swf", log), "--nodes", "128", "--policy", "fcfs", "--out", out]);
    expect(exit).toBe(0);
    expect(told).toMatch(/^\d+ jobs on 128 nodes, fcfs: \d+ done, 0 failed/);
    expect(readdirSync(out).toSorted()).toEqual(["journal.jsonl", "schedule.csv", "schedule.parquet", "schedule.swf", "schedule.trace.json"]);
    expect((await say(["replay", join(out, "journal.jsonl")])).out).toContain("as the journal says");
    // A price that nobody asked for changes no state, but it is not what was written.
    const journal = readFileSync(join(out, "journal.jsonl"), "utf8");
    const changed = written("changed.jsonl", journal.replace('"carbon_g_per_kWh":{"t_s":[0],"value":[0]}', '"carbon_g_per_kWh":{"t_s":[0],"value":[0.0]}'));
    expect((await say(["replay", changed])).err).toContain("the lines above the last are not those that were hashed");
  });

  const lists: readonly (readonly [string, string, readonly string[], number])[] = [
    ["gaia", written("gaia.csv", "arrival_time,length,cpus\n0,1,2\n0.5,2,1\n"), [], 2],
    ["gavel", golden("gavel_philly_head.trace"), ["--steps", written("steps.json", JSON.stringify({ v100: {}, ...Object.fromEntries(readFileSync(golden("gavel_philly_head.trace"), "utf8").trimEnd().split("\n").map((line) => [line.split("\t")[0]!, 10])) }))], 20],
    ["azure", golden("azure_code_head.csv"), ["--input-rate", "8000", "--output-rate", "40"], 39],
    ["vidur's copy", golden("splitwise_code_head.csv"), ["--input-rate", "8000", "--output-rate", "40"], 19],
    ["mooncake", golden("mooncake_head.jsonl"), ["--input-rate", "8000", "--output-rate", "40"], 20],
    ["openai-batch", written("batch.jsonl", '{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[]}}\n'), ["--per-request", "30 s"], 1],
    ["rates", written("rates.csv", "t_s,requests_per_s\n0,2\n600,0\n1200,0\n"), ["--per-request", "1 s"], 2],
    // Two clients of 1 and 0.5 requests a second for an hour are 1.5 accelerators at a second each: jobs of ten minutes, one and two a step.
    ["servegen", written("clients.csv", ["1", "0.5"].map((rate) => [0, 600, 1200, 1800, 2400].map((t) => `${t},${rate},1,Gamma,1,1\n`).join("")).join("")), ["--per-request", "1 s"], 6],
    ["sbatch", written("train.sbatch", "#!/bin/bash\n#SBATCH -N 2\n#SBATCH -t 30\nsrun train\n"), [], 1],
    ["sacct", written("sacct.txt", "JobID|Submit|Elapsed|Timelimit|NNodes|State\n1|2026-01-01T00:00:00|01:00:00|02:00:00|2|COMPLETED\n"), [], 1],
    ["kubernetes", written("job.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {parallelism: 2, completions: 2, activeDeadlineSeconds: 60, template: {spec: {containers: []}}}\n"), [], 1],
    ["kubernetes, as kubectl prints it", written("list.json", '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a"}, "spec": {"activeDeadlineSeconds": 60}}]}'), [], 1],
    ["batsim", written("batsim.json", '{"nb_res":4,"jobs":[{"id":"1","subtime":0,"walltime":20,"res":4,"profile":"d"}],"profiles":{"d":{"type":"delay","delay":10}}}'), [], 1],
  ];
  test.each(lists)("%s is told by its name or first line, and runs", async (_format, file, more, jobs) => {
    const { exit, out, err } = await say(["schedule", file, "--nodes", "16", "--json", ...more]);
    expect([exit, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({ measures: { jobs, done: jobs } });
  });

  test("what is missing or wrong is told with its place and what to give", async () => {
    const wrong = async (...words: readonly string[]): Promise<string> => {
      const { exit, err } = await say(["schedule", ...words]);
      expect(exit).toBe(2);
      return err;
    };
    expect(await wrong(golden("gavel_philly_head.trace"), "--nodes", "4", "--chip", "h100")).toContain('gavel: --chip is "h100"');
    expect(await wrong(golden("azure_code_head.csv"), "--nodes", "4")).toContain("azure: --input-rate is missing");
    expect(await wrong(written("what.txt", "hello\n"), "--nodes", "4")).toContain("--format names it");
    expect(await wrong(written("short.swf", "1 2 3\n"), "--nodes", "4")).toContain("short.swf:1:1: found 3 fields, expected 18");
    expect(await wrong(written("b.swf", "1 2 3\n"), "--nodes", "none")).toContain('--nodes is "none"');
    expect(await wrong(join(folder, "absent.swf"), "--nodes", "4")).toContain("cannot be read");
    expect(await wrong(golden("azure_code_head.csv"), "--nodes", "4", "--input-rate", "0", "--output-rate", "1")).toContain('--input-rate is "0"');
  });

  test("jobs that never can begin are told, and where all are such the answer is infeasible", async () => {
    const { exit, out } = await say(["schedule", written("after.sbatch", "#!/bin/bash\n#SBATCH -N 2 -t 30 --array=0-3\n#SBATCH --dependency=afterok:17\nsrun train\n"), "--nodes", "16"]);
    expect(exit).toBe(3);
    expect(out).toContain("4 jobs on 16 nodes, easy: 0 done, 0 failed, 0 expired, 4 not ended");
    expect(out).toContain("note: 4 wait for jobs that the list does not have, and never begin: 17");
  });

  test("work exceeds nodes where it does: two jobs ten seconds apart on sixteen nodes do not, a hundred hours on one node do", async () => {
    const told = async (name: string, lines: readonly string[], nodes: string) => (await say(["schedule", written(name, `arrival_time,length,cpus\n${lines.join("\n")}\n`), "--nodes", nodes])).out;
    expect(await told("few.csv", ["0,1,2", "0.003,0.5,1"], "16")).not.toContain("work exceeds");
    expect(await told("many.csv", Array.from({ length: 100 }, (_, h) => `${h / 2},1,1`), "1")).toContain("the list brings 100 node-h in 49.5 h, and until the longest of its jobs could be done after that 1 nodes have 50.5");
  });

  test("a job that fits nowhere fails, is explained, and where all do the answer is infeasible", async () => {
    const { exit, out } = await say(["schedule", written("wide.csv", "arrival_time,length,cpus\n0,1,9\n"), "--nodes", "4", "--job", "1"]);
    expect(exit).toBe(3);
    expect(out).toContain("needs 9 nodes, 4 nodes in all");
    expect(out).toContain("note: 1 failed: no pool can run it; --job tells why of one");
  });
});
