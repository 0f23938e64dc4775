import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { parquetMetadata } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SERIES_COLUMNS } from "../../src/fly/index.ts";
import { formatFigure } from "../../src/report/index.ts";
import type { Run } from "../../src/run/index.ts";
import { dawndusk, ended, start, type Ended } from "./process.ts";

const TWO_TIER = "examples/two-tier/scenario.yaml";
const ONE_RACK = "examples/one-rack/scenario.yaml";
const folder = mkdtempSync(`${tmpdir()}/dawndusk-e2e-`);
afterAll(() => rmSync(folder, { recursive: true }));

describe("run", () => {
  let done: Ended;
  let run: Run;
  beforeAll(async () => {
    done = await dawndusk(["run", TWO_TIER, "--out", `${folder}/two`]);
    run = JSON.parse(readFileSync(`${folder}/two/run.json`, "utf8")) as Run;
  });

  test("prints the verdict with run.json's own numbers and says nothing else", () => {
    expect(done.exit).toBe(0);
    expect(done.err).toBe("");
    const lines = done.out.split("\n");
    expect(lines[0]).toBe(run.scenario.name);
    const { ground, orbit, verdict } = run.finance!;
    expect(verdict.ratio).toBeCloseTo(orbit!.usd_per_kW_yr / ground!.usd_per_kW_yr, 12);
    for (const value of [ground!.usd_per_GPU_h, orbit!.usd_per_GPU_h, ground!.usd_per_kW_yr, orbit!.usd_per_kW_yr]) expect(done.out).toContain(formatFigure(value));
    expect(done.out).toContain("Inside the boundary:");
    expect(Math.max(...lines.map((l) => [...l].length))).toBeLessThanOrEqual(80);
  });

  test("writes report.html and series.parquet whole", () => {
    const html = readFileSync(`${folder}/two/report.html`, "utf8");
    expect(html.endsWith("</html>\n")).toBe(true);
    expect(html).toContain(formatFigure(run.finance!.orbit!.usd_per_GPU_h));
    const bytes = readFileSync(`${folder}/two/series.parquet`);
    const metadata = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    expect(Number(metadata.num_rows)).toBe(run.flight!.summary!.steps);
    expect(metadata.schema.slice(1).map((c) => c.name)).toEqual([...SERIES_COLUMNS]);
    expect(existsSync(`${folder}/two/series.parquet.part`)).toBe(false);
  });

  test("the same scenario gives the same bytes, to the screen and to files", async () => {
    const again = await dawndusk(["run", TWO_TIER, "--json", "--quiet", "--out", `${folder}/again`]);
    expect(again.out).toBe(readFileSync(`${folder}/two/run.json`, "utf8"));
    for (const name of ["run.json", "report.html", "series.parquet"]) expect(readFileSync(`${folder}/again/${name}`).equals(readFileSync(`${folder}/two/${name}`)), name).toBe(true);
  });
});

describe("--json", () => {
  test("one document on standard output; notes on standard error, none when quiet", async () => {
    const { exit, out, err } = await dawndusk(["size", ONE_RACK, "--json"]);
    expect(exit).toBe(0);
    const run = JSON.parse(out) as Run;
    expect(Object.keys(run)).toEqual(["dawndusk", "modelVersion", "scenarioHash", "seed", "scenario", "interrupted", "sizing", "flight", "service", "plan", "uncertain", "replan", "finance", "realOptions", "serving", "reach", "imagePrices", "footprint", "market", "deals", "controlOdds", "ways", "actors", "notes"]);
    expect(run.sizing?.status).toBe("feasible");
    expect([run.flight, run.finance]).toEqual([null, null]);
    for (const line of err.split("\n").slice(0, -1)) expect(line).toMatch(/^note: /);
    expect((await dawndusk(["size", ONE_RACK, "--json", "--quiet"])).err).toBe("");
  });

  test("a refusal is one document too", async () => {
    const { exit, out, err } = await dawndusk(["run", TWO_TIER, "--json", "--set", "orbit.altitude=55 km"]);
    expect([exit, err]).toEqual([2, ""]);
    expect((JSON.parse(out) as { problems: readonly { path: string }[] }).problems.map((p) => p.path)).toContain("orbit.altitude");
  });
});

describe("arguments", () => {
  test("--set reaches the result, and may be repeated", async () => {
    const { out } = await dawndusk(["size", ONE_RACK, "--json", "--quiet", "--set", "orbit.altitude=700 km", "--set", "name=Higher"]);
    const run = JSON.parse(out) as Run;
    expect(run.scenario.name).toBe("Higher");
    expect(run.sizing?.platform?.orbit.altitude_km).toBe(700);
    expect(run.scenario.assumptions.find((a) => a.path === "orbit.altitude")).toMatchObject({ value: 700, origin: "set" });
  });

  test('"-" reads a scenario from standard input', async () => {
    const { out: text } = await dawndusk(["init", "orbit-only"]);
    const { exit, out } = await dawndusk(["size", "-", "--json", "--quiet"], text);
    expect(exit).toBe(0);
    expect((JSON.parse(out) as Run).sizing?.platform).not.toBeNull();
    const broken = await dawndusk(["check", "-"], "dawndusk: 2\n");
    expect(broken.exit).toBe(2);
    expect(broken.err).toContain("<stdin>:1:11");
  });

  test("a folder that cannot be made is the caller's error, before any work", async () => {
    const { exit, err } = await dawndusk(["run", TWO_TIER, "--out", `${TWO_TIER}/inside`]);
    expect(exit).toBe(2);
    expect(err).toContain("cannot be made");
  });
});

describe("what cannot be done", () => {
  test("an infeasible platform prints its reasons and answers 3", async () => {
    const words = [ONE_RACK, "--set", "orbit.platform.radiatorTemperature=350 K"];
    const { exit, out } = await dawndusk(["size", ...words]);
    expect(exit).toBe(3);
    expect(out).toMatch(/Infeasible: the platform does not close\.\n {2}- .*junction/i);
    const json = await dawndusk(["run", ...words, "--json", "--quiet", "--out", `${folder}/infeasible`]);
    expect(json.exit).toBe(3);
    expect((JSON.parse(json.out) as Run).sizing?.why.length).toBeGreaterThan(0);
    expect(readFileSync(`${folder}/infeasible/report.html`, "utf8")).toContain("Infeasible");
  });
});

describe("signals and pipes", () => {
  test("an interrupt ends with 130 and keeps the stages that were done", async () => {
    const out = `${folder}/stopped`;
    const child = start(["run", TWO_TIER, "--json", "--quiet", "--out", out]);
    const end = ended(child);
    // The series is opened when flying begins: by then sizing is done, and flying, once begun, ends.
    while (!existsSync(`${out}/series.parquet.part`) && child.exitCode === null) await sleep(5);
    child.kill("SIGINT");
    const { exit, out: text, err } = await end;
    expect(exit).toBe(130);
    expect(err).toBe(`interrupted: what was finished is printed and written to ${out}\n`);
    const run = JSON.parse(text) as Run;
    expect(run.flight?.summary).not.toBeNull();
    expect(run.finance).toBeNull();
    expect(run.interrupted).toBe(true);
    expect(run.notes.join()).toContain("Interrupted");
    expect(readFileSync(`${out}/run.json`, "utf8")).toBe(text);
    expect(readFileSync(`${out}/report.html`, "utf8")).toContain("Interrupted");
  });

  test.each(["SIGINT", "SIGTERM"] as const)("an export that %s ends leaves no file", async (signal) => {
    const out = `${folder}/ended-${signal}`;
    mkdirSync(out);
    const child = start(["export", ONE_RACK, "--format", "czml", "--days", "365", "--step", "1 s", "--out", `${out}/x.czml`]);
    const end = ended(child);
    while (!(statSync(`${out}/x.czml.part`, { throwIfNoEntry: false })?.size ?? 0) && child.exitCode === null) await sleep(5);
    child.kill(signal);
    expect((await end).exit).toBe(signal === "SIGINT" ? 130 : 143);
    expect(readdirSync(out)).toEqual([]);
  });

  test("a reader that goes away is no error", async () => {
    const child = start(["run", ONE_RACK, "--json", "--quiet", "--set", "simulate.days=5"]);
    child.stdin!.end();
    let err = "";
    child.stderr!.setEncoding("utf8").on("data", (text: string) => void (err += text));
    child.stdout!.once("data", () => child.stdout!.destroy());
    const [exit] = (await once(child, "close")) as [number];
    expect([exit, err]).toEqual([0, ""]);
  });
});
