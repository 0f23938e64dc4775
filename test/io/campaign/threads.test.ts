import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import type { Worker } from "node:worker_threads";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { randomDoubles } from "../../../src/kernel/index.ts";
import { campaignOf, readManifest, readShard, runOnThreads, storeOf, type Campaign, type CampaignProgress } from "../../../src/io/campaign/index.ts";
import type { Asked } from "./ishigami.ts";

/** Every thread that a test started. */
const started: Worker[] = vi.hoisted(() => []);
vi.mock("node:worker_threads", async (original) => {
  const threads = await original<typeof import("node:worker_threads")>();
  return {
    ...threads,
    Worker: class extends threads.Worker {
      constructor(...given: ConstructorParameters<typeof threads.Worker>) {
        super(...given);
        started.push(this);
      }
    },
  };
});
/** A thread that has ended has no number any more. */
const alive = (): readonly Worker[] => started.filter(({ threadId }) => threadId !== -1);
afterEach(() => {
  const stayed = alive().length;
  started.length = 0;
  if (stayed > 0) throw new Error(`${stayed} threads stayed`);
});

const top = mkdtempSync(`${tmpdir()}/dawndusk-campaign-`);
afterAll(() => rmSync(top, { recursive: true }));

const module = new URL("./ishigami.ts", import.meta.url).href;
let folders = 0;
const newFolder = (): string => `${top}/${folders++}`;

const ishigami = (subject: Partial<Asked> = {}, { samples = 1000, shardSize = 100 } = {}): Promise<Campaign> =>
  campaignOf({ name: "Ishigami", dawndusk: "test", modelVersion: "test", samples, shardSize, subject: { seed: 5, ...subject } });

/** Every file of a folder by name. */
const bytesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`).toSorted().map((path) => [path.slice(folder.length), readFileSync(path, "base64")]));

/** Threads compile the sources anew, which on a busy machine takes seconds. */
describe("a campaign over threads", { timeout: 120_000 }, () => {
  test("the same bytes over 1, 2 and 5 threads; every sample once, in order; the mean is Ishigami's", async () => {
    const campaign = await ishigami({}, { samples: 20_001, shardSize: 512 });
    const folder = newFolder();
    const told: CampaignProgress[] = [];
    const end = await runOnThreads(campaign, { folder, module, workers: 1, onProgress: (progress) => told.push(progress) });
    expect([end.interrupted, end.aside, end.finished.length]).toEqual([false, [], 40]);
    expect(told.at(-1)).toMatchObject({ shards: 40, finished: 40, samples: 20_001 });
    for (const workers of [2, 5]) {
      const other = newFolder();
      await runOnThreads(campaign, { folder: other, module, workers });
      expect(bytesOf(other)).toEqual(bytesOf(folder));
    }
    let next = 0;
    let sum = 0;
    for (const shard of readManifest(folder).finished) {
      const [sample, y] = await readShard(storeOf(folder), shard, ["sample", "y"]);
      for (const index of sample!) expect(index).toBe(next++);
      for (const value of y!) sum += value;
    }
    expect(next).toBe(20_001);
    // Mean 3.5, variance 13.84 (Ishigami and Homma, 1990; test/golden/uncertainty): three standard errors.
    expect(Math.abs(sum / next - 3.5)).toBeLessThan(3 * Math.sqrt(13.845 / next));
  });

  test("threads that are killed at random lose and double nothing", async () => {
    const campaign = await ishigami({ work: 20 }, { samples: 12_000, shardSize: 100 });
    const [folder, other] = [newFolder(), newFolder()];
    await runOnThreads(campaign, { folder, module, workers: 2 });
    const seed = 20_261_122;
    const draw = randomDoubles({ seed, stream: 0, index: 0 });
    let kills = 0;
    const onProgress = ({ finished }: CampaignProgress): void => {
      const threads = alive();
      if (kills === 5 || finished < 20 * kills || threads.length === 0) return;
      kills += 1;
      void threads[Math.floor(draw() * threads.length)]!.terminate();
    };
    const end = await runOnThreads(campaign, { folder: other, module, workers: 3, onProgress });
    expect([kills, end.aside], `seed ${seed}`).toEqual([5, []]);
    expect(bytesOf(other), `seed ${seed}`).toEqual(bytesOf(folder));
  });

  test("an interrupt keeps what was finished, and the rest is computed by who comes next", async () => {
    const campaign = await ishigami({ work: 200 }, { samples: 6000, shardSize: 100 });
    const [folder, other] = [newFolder(), newFolder()];
    await runOnThreads(campaign, { folder, module, workers: 2 });
    const controller = new AbortController();
    const first = await runOnThreads(campaign, { folder: other, module, workers: 2, signal: controller.signal, onProgress: ({ finished }) => { if (finished >= 7) controller.abort(); } });
    expect(first.interrupted).toBe(true);
    expect(first.finished.length).toBeGreaterThanOrEqual(7);
    expect(first.finished.length).toBeLessThan(60);
    // What a power cut may leave: half a line, half a file, a file of other bytes.
    appendFileSync(`${other}/journal.jsonl`, '{"shard":59,"hash":"12');
    writeFileSync(`${storeOf(other)}/abc.17-0.part`, "half");
    writeFileSync(`${storeOf(other)}/${first.finished[0]!.hash}.parquet`, "other bytes");
    const told: number[] = [];
    const second = await runOnThreads(campaign, { folder: other, module, workers: 2, onProgress: ({ finished }) => told.push(finished) });
    expect(told[0]).toBe(first.finished.length - 1);
    expect([second.interrupted, bytesOf(other)]).toEqual([false, bytesOf(folder)]);
    const third = await runOnThreads(campaign, { folder: other, module, workers: 2, onProgress: ({ finished }) => told.push(finished) });
    expect([told.at(-1), third.finished]).toEqual([60, second.finished]);
  });

  test("an abort before the start computes nothing; another campaign's folder is left alone", async () => {
    const campaign = await ishigami();
    const folder = newFolder();
    const end = await runOnThreads(campaign, { folder, module, workers: 1, signal: AbortSignal.abort() });
    expect([end.interrupted, end.finished]).toEqual([true, []]);
    await expect(runOnThreads(await ishigami({ seed: 6 }), { folder, module, workers: 1 })).rejects.toThrow(/holds campaign/);
  });

  test("a shard that fails once is tried again; one that always fails is set aside with every cause; the others are finished", async () => {
    const folder = newFolder();
    const campaign = await ishigami({ fail: 250, end: 730, failOnce: { sample: 10, file: `${top}/once` } });
    const end = await runOnThreads(campaign, { folder, module, workers: 2 });
    expect(end.interrupted).toBe(false);
    expect(end.finished.map(({ shard }) => shard)).toEqual([0, 1, 3, 4, 5, 6, 8, 9]);
    expect(end.aside).toEqual([
      { shard: 2, start: 200, end: 300, causes: Array.from({ length: 3 }, () => "sample 250 has no value") },
      { shard: 7, start: 700, end: 800, causes: Array.from({ length: 6 }, () => "its thread ended with code 7") },
    ]);
    expect(readManifest(folder).aside).toEqual(end.aside);
  });

  test("a shard that never ends is ended, its thread replaced", async () => {
    const campaign = await ishigami({ hang: 0 }, { samples: 200 });
    const end = await runOnThreads(campaign, { folder: newFolder(), module, workers: 1, limit_s: 0.3 });
    expect(end.aside.map(({ shard, causes }) => [shard, causes])).toEqual([[0, Array.from({ length: 3 }, () => "took longer than 0.3 s")]]);
    expect(end.finished.map(({ shard }) => shard)).toEqual([1]);
  });

  test("a computation that cannot begin ends the campaign with the reason", async () => {
    await expect(runOnThreads(await ishigami(), { folder: newFolder(), module: new URL("./missing.ts", import.meta.url).href, workers: 2 })).rejects.toThrow(/a thread could not begin: .*missing/);
  });

  test("the id is that of samples, cut, subject and version, not of the name", async () => {
    const campaign = await ishigami();
    const ids = await Promise.all([ishigami(), ishigami({ seed: 6 }), ishigami({}, { samples: 999 }), ishigami({}, { shardSize: 50 })].map(async (made) => (await made).id));
    expect(new Set(ids).size).toBe(4);
    const { id: _, ...head } = campaign;
    expect((await campaignOf({ ...head, name: "other" })).id).toBe(campaign.id);
    expect((await campaignOf({ ...head, modelVersion: "next" })).id).not.toBe(campaign.id);
    await expect(campaignOf({ ...head, samples: 0 })).rejects.toThrow(/samples of a campaign/);
  });
});
