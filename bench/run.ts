/**
 * Runs the tasks of bench/tasks one after another (those named, or all), each in a process of its own, and prints what they cost. With `--record` the
 * row of this version, Node and processor is written to bench/results/<task>.csv, in place of an earlier one.
 * Ends with 1 when a budget is exceeded.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { processUsage } from "./whole-process.ts";

/** What is promised elsewhere: task, measured number, limit. */
const BUDGETS: readonly (readonly [string, string, number])[] = [
  ["run-two-tier", "cpu_s", 10],
  ["run-two-tier", "rss_MB", 500],
  ["plan-solver", "large_cpu_s", 30],
  ["plan-solver", "fixedAgain_ms", 300],
  ["plan-solver", "relaxedAgain_ms", 300],
  ["plan-peer", "s_base_perScipy", 2],
  ["plan-peer", "s_li_perScipy", 2],
  ["size-two-tier", "cpu_s", 1],
  ["size", "evaluation_ns", 100_000],
  ["finance", "evaluation_us", 50],
  ["fleet", "planes_ns", 6],
  ["fleet", "satellitesSimd_ns", 12],
  ["fleet", "exponent", 1.05],
  ["fleet", "filedDay_cpu_s", 20],
  ["gallery", "dearest_cpu_s", 20],
  ["fleet-flights", "year_wall_s", 120],
  ["fleet-flights", "year_rss_MB", 300],
  ["fleet-flights", "million_wall_s", 60],
  ["fleet-flights", "million_rss_MB", 2000],
  ["site-year", "hours_cpu_s", 0.2],
  ["site-year", "mixed_cpu_s", 0.2],
  ["schedule", "mm64_us", 1],
  ["schedule", "yearEasy_cpu_s", 60],
  ["schedule", "yearCost_cpu_s", 60],
  ["schedule", "rss_MB", 1000],
  ["schedule-planned", "year_cpu_s", 60],
  ["schedule-planned", "rss_MB", 1000],
  ["network", "kuiper_ms", 20],
  ["network", "tenThousand_ms", 1000],
  ["inference", "step_ns", 2000],
  ["evaluate", "evaluation_us", 125],
  ["campaign", "million_wall_s", 180],
  ["studio", "firstView_s", 2],
  ["studio", "slider_ms", 100],
  ["studio", "altitude_ms", 100],
  ["studio", "globe_s", 5],
  ["sgp4", "simdPerSgp4", 0.25],
  ["sgp4", "simdPerBulk", 0.35],
  ["sgp4", "perWindows", 0.125],
];

const HERE = new URL("./", import.meta.url);

type Numbers = Readonly<Record<string, number>>;
/** A task that could not measure says why in `note`, and has no numbers. */
type Result = { readonly task: string; readonly numbers: Numbers; readonly note?: string };

/** Node as the product starts it: a campaign's threads have a larger nursery than a process (src/io/campaign/shard-threads.ts). */
const NODE: Readonly<Record<string, readonly string[]>> = { evaluate: ["--max-semi-space-size=64"] };

/** Runs a task; its last line of output is its result. */
const measured = (file: string): Result => {
  const run = spawnSync(process.execPath, [...(NODE[basename(file, ".bench.ts")] ?? []), "--import", "tsx", file], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (run.status !== 0) throw new Error(`${file} ended with ${run.status}`);
  const line = run.stdout.trimEnd().split("\n").at(-1) ?? "";
  const { task, ...rest } = JSON.parse(line) as { readonly task: string; readonly [key: string]: unknown };
  const numbers = Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, number] => typeof entry[1] === "number"));
  return { task, numbers, ...(typeof rest["note"] === "string" ? { note: rest["note"] } : {}) };
};

/** The task between two runs of the yardstick; CPU times also as ratios to it. */
const compared = (file: string): Result => {
  const yardstick = (): number => processUsage(["bench/reference-loop.mjs"]).cpu_s;
  const before = yardstick();
  const result = measured(file);
  if (result.note !== undefined) return result;
  const { task, numbers } = result;
  const reference_s = Math.min(before, yardstick());
  const times = Object.entries(numbers).filter(([name]) => name.endsWith("cpu_s"));
  const ratios: Numbers = Object.fromEntries(times.map(([name, value]): [string, number] => [name.replace(/cpu_s$/, "ratio"), value / reference_s]));
  return { task, numbers: { ...numbers, reference_s, ...ratios } };
};

const rounded = (value: number): string => String(Number(value.toPrecision(4)));

const record = ({ task, numbers }: Result): void => {
  mkdirSync(new URL("results/", HERE), { recursive: true });
  const file = new URL(`results/${task}.csv`, HERE);
  const { version } = JSON.parse(readFileSync(new URL("../package.json", HERE), "utf8")) as { readonly version: string };
  const key = `${version},${process.versions.node},${(cpus()[0]?.model ?? "unknown").replaceAll(",", " ").trim()},`;
  const header = `version,node,cpu,load_1min,${Object.keys(numbers).join(",")}`;
  const lines = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [header];
  if (lines[0] !== header) throw new Error(`bench/results/${task}.csv has other columns: give the task a new name`);
  const row = `${key}${[loadavg()[0] ?? 0, ...Object.values(numbers)].map(rounded).join(",")}`;
  writeFileSync(file, `${[...lines.filter((line) => !line.startsWith(key)), row].join("\n")}\n`);
};

const overBudget = ({ task, numbers }: Result): readonly string[] =>
  BUDGETS.flatMap(([name, number, limit]) => {
    if (name !== task) return [];
    const value = numbers[number];
    if (value === undefined) return [`${task} did not report ${number}`];
    return value > limit ? [`${task}: ${number} ${rounded(value)}, budget ${limit}`] : [];
  });

/** Named tasks only, where any is named. */
const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const isAsked = (file: string): boolean => asked.length === 0 || asked.includes(file.replace(/\.bench\.ts$/, ""));

const tasks = readdirSync(new URL("tasks/", HERE)).filter((name) => name.endsWith(".bench.ts") && isAsked(name)).toSorted();
if (tasks.length === 0) throw new Error(`no such task: ${asked.join(", ")}`);
const broken: string[] = [];
for (const name of tasks) {
  const result = compared(fileURLToPath(new URL(`tasks/${name}`, HERE)));
  if (result.note !== undefined) {
    console.log(`${result.task}: ${result.note}`);
    continue;
  }
  console.log(`${result.task}: ${Object.entries(result.numbers).map(([key, value]) => `${key} ${rounded(value)}`).join(", ")}`);
  broken.push(...overBudget(result));
  if (process.argv.includes("--record")) record(result);
}
for (const line of broken) console.error(`over budget: ${line}`);
process.exitCode = broken.length > 0 ? 1 : 0;
