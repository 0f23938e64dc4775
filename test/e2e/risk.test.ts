/** `dawndusk risk` and `dawndusk worker` as built, on a scenario whose every stage runs: threads, machines, interrupts, questions, refusals. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgres } from "../support/postgres.ts";
import { RACK } from "../support/scenario.ts";
import { dawndusk, ended, start, type Ended } from "./process.ts";

const folder = mkdtempSync(`${tmpdir()}/dawndusk-risk-`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCENARIO = `${folder}/scenario.yaml`;
writeFileSync(SCENARIO, `${RACK}
simulate: { days: 2 }
finance:
  discount: { distribution: triangular, low: 6 %/yr, mode: 9 %/yr, high: 14 %/yr }
money:
  inflation: { distribution: uniform, low: 1 %/yr, high: 4 %/yr }
`);

/** Two inputs: a block of saltelli is four evaluations. */
const risk = (out: string, ...more: readonly string[]): Promise<Ended> => dawndusk(["risk", SCENARIO, "--samples", "80", "--quiet", "--out", `${folder}/${out}`, ...more]);

const bytesOf = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(`${folder}/${out}`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`).toSorted().map((path) => [path.slice(folder.length + out.length + 1), readFileSync(path, "base64")]));

interface Document {
  readonly plan: { readonly points: number; readonly inputs: readonly { readonly path: string }[] };
  readonly analysis: { readonly points: number; readonly outcomes: readonly { readonly key: string; readonly moments: { readonly mean: number | null } }[]; readonly indices: readonly { readonly outcome: string }[] };
  readonly interrupted: boolean;
}

describe("risk", () => {
  let done: Ended;
  beforeAll(async () => {
    done = await risk("one", "--workers", "1", "--json");
  });

  test("prints what --out has, one document and nothing else", () => {
    expect([done.exit, done.err]).toEqual([0, ""]);
    const document = JSON.parse(done.out) as Document;
    expect(document.plan.inputs.map(({ path }) => path).toSorted()).toEqual(["finance.discount", "money.inflation"]);
    expect([document.plan.points, document.analysis.points, document.interrupted]).toEqual([80, 80, false]);
    expect(document.analysis.indices.length).toBeGreaterThan(0);
    expect(readFileSync(`${folder}/one/risk.json`, "utf8")).toBe(done.out);
    expect(readFileSync(`${folder}/one/report.html`, "utf8")).toMatch(/<h1>rack<\/h1>.*What decides it.*<svg.*<\/html>\n$/s);
  });

  test("two threads give the same bytes, also to the screen", async () => {
    expect(await risk("two", "--workers", "2", "--json")).toEqual(done);
    expect(bytesOf("two")).toEqual(bytesOf("one"));
  });

  test("what is finished is told again as a table that fits the terminal", async () => {
    const { exit, out } = await risk("one");
    expect(exit).toBe(0);
    expect(out).toMatch(/^80 evaluations over 2 uncertain inputs by Saltelli's design/m);
    expect(out).toMatch(/^finance\.discount +\d/m);
    expect(Math.max(...out.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  test("DuckDB is asked of the same numbers", async () => {
    const { exit, out } = await risk("one", "--json", "--query", 'SELECT count(*)::INTEGER AS n, min("finance.discount") AS low FROM samples');
    expect(exit).toBe(0);
    const { columns, rows } = JSON.parse(out) as { readonly columns: readonly string[]; readonly rows: readonly (readonly number[])[] };
    expect(columns).toEqual(["n", "low"]);
    expect(rows[0]![0]).toBe(80);
    // The triangle's least is 6 %/yr.
    expect(rows[0]![1]).toBeGreaterThan(0.06);
  });

  test("Ctrl+C keeps what was finished, and the same command goes on", async () => {
    const words = ["risk", SCENARIO, "--samples", "240", "--workers", "1", "--quiet", "--json", "--out", `${folder}/cut`];
    const child = start(words);
    const end = ended(child);
    const journal = (): string | undefined => (existsSync(`${folder}/cut`) ? readdirSync(`${folder}/cut`, { recursive: true, encoding: "utf8" }).find((name) => name.endsWith("journal.jsonl")) : undefined);
    while (journal() === undefined && child.exitCode === null) await sleep(20);
    child.kill("SIGINT");
    const cut = await end;
    expect([cut.exit, cut.err]).toEqual([130, expect.stringContaining("interrupted: what was finished is printed and kept")]);
    const first = JSON.parse(cut.out) as Document;
    expect([first.interrupted, first.analysis.points < 240]).toEqual([true, true]);
    const again = await dawndusk(words);
    expect([again.exit, (JSON.parse(again.out) as Document).analysis.points]).toEqual([0, 240]);
  });

  test("a database that cannot be reached is told without its password", async () => {
    const { exit, out, err } = await risk("x", "--cluster", "postgres://nobody:secret@127.0.0.1:9/none");
    expect([exit, out, err]).toEqual([2, "", expect.stringContaining("postgres://nobody:***@127.0.0.1:9/none cannot be reached")]);
  });

  test("two workers on the database give the bytes of threads; a worker ends when it is told to", async () => {
    const postgres = await startPostgres();
    const workers = [1, 2].map(() => start(["worker", "--cluster", postgres.url, "--workers", "1"]));
    const ends = workers.map(ended);
    expect(await risk("cluster", "--json", "--cluster", postgres.url)).toEqual(done);
    expect(bytesOf("cluster")).toEqual(bytesOf("one"));
    // Who has not begun cannot be told to end; who has ended by itself never will have begun.
    const early = Promise.race(ends).then(({ exit, err }) => Promise.reject(new Error(`a worker ended with ${exit}: ${err}`)));
    const began = async (): Promise<void> => {
      while ((await postgres.query("SELECT id FROM dawndusk.worker")).length < 2) await sleep(50);
    };
    await Promise.race([began(), early]);
    early.catch(() => undefined);
    for (const worker of workers) worker.kill("SIGINT");
    const said = await Promise.all(ends);
    expect(said.map(({ exit }) => exit)).toEqual([130, 130]);
    const shards = said.map(({ err }) => Number(/computed (\d+) shards?/.exec(err)?.[1]));
    await postgres.stop();
    expect(shards[0]! + shards[1]!).toBe(readdirSync(`${folder}/cluster/${readdirSync(`${folder}/cluster`).find((name) => name.startsWith("campaign-"))}/shards`).length);
  });
});
