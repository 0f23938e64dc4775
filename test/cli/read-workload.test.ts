/** Jobs of a file that a scenario names: every format that `schedule` reads. */
import { copyFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readWorkload } from "../../src/cli/read-workload.ts";
import { scenarioOf } from "../support/scenario.ts";
import { TWO_TIER } from "../serve/jobs/days.ts";

const folder = mkdtempSync(join(tmpdir(), "workload-"));
const text = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const golden = (name: string): string => {
  copyFileSync(fileURLToPath(new URL(`../golden/ops/${name}`, import.meta.url)), join(folder, name));
  return name;
};
const read = (file: string, ...set: readonly string[]) => readWorkload(scenarioOf(TWO_TIER, `serve.workload=${file}`, ...set), join(folder, "scenario.yaml"));

const RATES = ["serve.workloadReading.inputRate=8000 token/s", "serve.workloadReading.outputRate=40 token/s"] as const;

describe("jobs of a file that a scenario names", () => {
  // Counts are those of the files: lines, or by hand.
  const lists: readonly (readonly [string, string, readonly string[], number])[] = [
    ["gaia", text("gaia.csv", "arrival_time,length,cpus\n0,1,2\n0.5,2,1\n"), [], 2],
    ["swf", text("a.swf", "1 0 0 10 2 -1 -1 2 10 -1 1 1 1 1 1 1 -1 -1\n"), [], 1],
    ["azure", golden("azure_code_head.csv"), RATES, 39],
    ["mooncake", golden("mooncake_head.jsonl"), RATES, 20],
    ["openai-batch", text("batch.jsonl", '{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[]}}\n'), ["serve.workloadReading.perRequest=30 s"], 1],
    ["rates", text("rates.csv", "t_s,requests_per_s\n0,2\n600,0\n1200,0\n"), ["serve.workloadReading.perRequest=1 s"], 2],
    ["servegen", text("clients.csv", "0,1,1,Gamma,1,1\n600,1,1,Gamma,1,1\n0,1,1,Gamma,1,1\n600,0,0,,0,0\n"), ["serve.workloadReading.perRequest=1 s"], 2],
    ["sbatch", text("train.sbatch", "#!/bin/bash\n#SBATCH -N 2\n#SBATCH -t 30\nsrun train\n"), [], 1],
    ["sacct", text("sacct.txt", "JobID|Submit|Elapsed|Timelimit|NNodes|State\n1|2026-01-01T00:00:00|01:00:00|02:00:00|2|COMPLETED\n"), [], 1],
    ["kubernetes", text("job.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {parallelism: 2, completions: 2, template: {spec: {containers: []}}}\n"), ["serve.workloadReading.estimate=1 h"], 1],
    ["batsim", text("batsim.json", '{"nb_res":4,"jobs":[{"id":"1","subtime":0,"walltime":20,"res":4,"profile":"d"}],"profiles":{"d":{"type":"delay","delay":10}}}'), [], 1],
    ["gavel", golden("gavel_philly_head.trace"), [], 20],
  ];
  test.each(lists)("%s is told by its name or first line, and read; named, it is the same", (format, file, set, jobs) => {
    const found = read(file, ...set)!;
    expect(found.jobs).toHaveLength(jobs);
    expect(read(file, ...set, `serve.workloadFormat=${format}`)).toEqual(found);
  });

  test("what the file does not say is asked for by the name of its field", () => {
    expect(() => read("mooncake_head.jsonl")).toThrow("mooncake: serve.workloadReading.inputRate is missing");
    expect(() => read("rates.csv")).toThrow("rates: serve.workloadReading.perRequest is missing");
    expect(() => read("gavel_philly_head.trace", "serve.workloadReading.chip=h100")).toThrow('gavel: serve.workloadReading.chip is "h100"');
    expect(() => read("gavel_philly_head.trace", `serve.workloadReading.steps=${text("steps.json", "{}")}`)).toThrow(/gavel_philly_head/);
    expect(() => read(text("what.txt", "hello\n"))).toThrow("neither its name nor its first line says what it is");
    expect(() => read("none.csv")).toThrow('there is no file "none.csv"');
  });
});
