/**
 * Runs the tasks of bench/tasks one after another and prints what they cost. With `--record` the row of this version and
 * processor is written to bench/results/<name>.csv, in place of an earlier one. Ends with 1 when a budget is exceeded.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import type { BenchRow, BenchTask } from "./task.ts";

const HERE = new URL("./", import.meta.url);
const HEADER = "version,node,cpu,load_1min,cpu_s_min,cpu_s_median,rss_MB,ratio";

const tasks = async (): Promise<readonly BenchTask[]> => {
  const files = readdirSync(new URL("tasks/", HERE)).filter((name) => name.endsWith(".bench.ts"));
  const modules = await Promise.all(files.toSorted().map((name) => import(new URL(`tasks/${name}`, HERE).href) as Promise<{ readonly task: BenchTask }>));
  return modules.map(({ task }) => task);
};

const version = (): string => (JSON.parse(readFileSync(new URL("../package.json", HERE), "utf8")) as { readonly version: string }).version;

const processor = (): string => (cpus()[0]?.model ?? "unknown").replaceAll(",", " ").trim();

const overBudget = ({ name, budget }: BenchTask, row: BenchRow): readonly string[] => [
  ...(budget.cpu_s !== null && row.cpu_s_min > budget.cpu_s ? [`${name}: ${row.cpu_s_min.toFixed(2)} s of CPU, budget ${budget.cpu_s} s`] : []),
  ...(budget.rss_MB !== null && row.rss_MB > budget.rss_MB ? [`${name}: ${row.rss_MB.toFixed(0)} MB, budget ${budget.rss_MB} MB`] : []),
];

const record = (name: string, row: BenchRow): void => {
  mkdirSync(new URL("results/", HERE), { recursive: true });
  const file = new URL(`results/${name}.csv`, HERE);
  const key = `${version()},${process.versions.node},${processor()},`;
  const before = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(1) : [];
  const numbers = [loadavg()[0]?.toFixed(2), row.cpu_s_min.toFixed(3), row.cpu_s_median.toFixed(3), row.rss_MB.toFixed(0), row.ratio.toFixed(3)];
  const rows = [...before.filter((line) => !line.startsWith(key)), key + numbers.join(",")];
  writeFileSync(file, `${[HEADER, ...rows].join("\n")}\n`);
};

const load = loadavg()[0] ?? 0;
if (load > 0.5) console.error(`load is ${load.toFixed(2)}: CPU times are still counted rightly, but caches and clocks are shared`);
const broken: string[] = [];
for (const task of await tasks()) {
  const row = task.measure();
  console.log(`${task.name}: ${row.cpu_s_min.toFixed(2)} s of CPU (median ${row.cpu_s_median.toFixed(2)}), ${row.rss_MB.toFixed(0)} MB, ${row.ratio.toFixed(2)} x the reference loop`);
  broken.push(...overBudget(task, row));
  if (process.argv.includes("--record")) record(task.name, row);
}
for (const line of broken) console.error(`over budget: ${line}`);
process.exitCode = broken.length > 0 ? 1 : 0;
