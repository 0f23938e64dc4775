/** Measures whole Node processes, start-up included, in turns with the reference loop. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchRow, median } from "./task.ts";

const ROOT = new URL("../", import.meta.url).pathname;

type Usage = { readonly cpu_s: number; readonly rss_MB: number };

/** CPU time of user and system, all threads, and peak resident memory of `node ...args`. Throws when the process fails. */
export const processUsage = (args: readonly string[]): Usage => {
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-bench-"));
  try {
    const file = join(folder, "usage.json");
    const run = spawnSync(process.execPath, ["--import", join(ROOT, "bench/usage.mjs"), ...args], {
      cwd: ROOT,
      encoding: "utf8",
      maxBuffer: 1 << 30,
      env: { ...process.env, DAWNDUSK_BENCH_USAGE: file },
    });
    if (run.status !== 0) throw new Error(`node ${args.join(" ")} ended with ${run.status}:\n${run.stderr.slice(-2000)}`);
    return JSON.parse(readFileSync(file, "utf8")) as Usage;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export const wholeProcess = (args: readonly string[], repetitions: number): BenchRow => {
  const own: Usage[] = [];
  const reference: Usage[] = [];
  for (let i = 0; i < repetitions; i++) {
    reference.push(processUsage(["bench/reference-loop.mjs"]));
    own.push(processUsage(args));
  }
  const cpu = own.map(({ cpu_s }) => cpu_s);
  return {
    cpu_s_min: Math.min(...cpu),
    cpu_s_median: median(cpu),
    rss_MB: Math.max(...own.map(({ rss_MB }) => rss_MB)),
    ratio: Math.min(...cpu) / Math.min(...reference.map(({ cpu_s }) => cpu_s)),
  };
};
