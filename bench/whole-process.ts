/** Measures whole Node processes, start-up included. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = new URL("../", import.meta.url).pathname;

export type Usage = { readonly cpu_s: number; readonly wall_s: number; readonly rss_MB: number };

/** CPU time of user and system, all threads, time from start to end, and peak resident memory of `node ...args`. Throws when the process fails. */
export const processUsage = (args: readonly string[]): Usage => {
  const folder = mkdtempSync(join(tmpdir(), "dawndusk-bench-"));
  try {
    const file = join(folder, "usage.json");
    const start_ms = performance.now();
    const run = spawnSync(process.execPath, ["--import", join(ROOT, "bench/usage.mjs"), ...args], {
      cwd: ROOT,
      encoding: "utf8",
      maxBuffer: 1 << 30,
      env: { ...process.env, DAWNDUSK_BENCH_USAGE: file },
    });
    if (run.status !== 0) throw new Error(`node ${args.join(" ")} ended with ${run.status}:\n${run.stderr.slice(-2000)}`);
    const wall_s = (performance.now() - start_ms) / 1000;
    return { ...(JSON.parse(readFileSync(file, "utf8")) as Omit<Usage, "wall_s">), wall_s };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The fastest and the middle CPU time, and the highest memory, of some runs of one process. */
export const wholeProcess = (args: readonly string[], runs: number): { readonly cpu_s: number; readonly median_cpu_s: number; readonly rss_MB: number } => {
  const usages = Array.from({ length: runs }, () => processUsage(args));
  const cpu = usages.map(({ cpu_s }) => cpu_s).toSorted((a, b) => a - b);
  const [fastest, middle] = [cpu[0], cpu[Math.floor(runs / 2)]];
  if (fastest === undefined || middle === undefined) throw new Error("nothing was run");
  return { cpu_s: fastest, median_cpu_s: middle, rss_MB: Math.max(...usages.map(({ rss_MB }) => rss_MB)) };
};
