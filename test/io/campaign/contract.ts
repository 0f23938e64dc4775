/** What every engine of campaigns promises, as one suite: whoever computes, whatever is killed, the folder has the same bytes. */
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Campaign, CampaignEnd, CampaignProgress } from "../../../src/io/campaign/index.ts";
import { campaignOf, randomDoubles, readManifest, readShard, runOnThreads, storeOf } from "./built.ts";

export interface EngineRun {
  readonly folder: string;
  readonly workers: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CampaignProgress) => void;
  /** How long a worker may be silent, where the engine has such. Short where workers are killed; else none is given up because the machine is busy. */
  readonly lease_s?: number;
}

export interface Engine {
  readonly name: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Runs a campaign over exactly so many workers. */
  readonly run: (campaign: Campaign, asked: EngineRun) => Promise<CampaignEnd>;
  /** Kills something that works on it, and sees to it that there are as many workers as before. `draw` says whom and how. Answers what it did. */
  readonly kill: (draw: () => number) => Promise<string>;
}

/** The module with the computation, for threads. */
export const ISHIGAMI = new URL("./ishigami.mjs", import.meta.url).href;

/** What the computation for tests may be asked (ishigami.mjs). */
export interface Subject {
  readonly seed: number;
  readonly work?: number;
  readonly fail?: number;
  readonly end?: number;
  readonly hang?: number;
  readonly failOnce?: { readonly sample: number; readonly file: string };
  readonly unsteady?: number;
  readonly hold?: { readonly after: number; readonly folder: string };
}

export const ishigami = (subject: Partial<Subject> = {}, { samples = 1000, shardSize = 100 } = {}): Promise<Campaign> =>
  campaignOf({ name: "Ishigami", dawndusk: "test", modelVersion: "test", samples, shardSize, subject: { seed: 5, ...subject } });

/** Every file of a folder by name. */
export const bytesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`).toSorted().map((path) => [path.slice(folder.length), readFileSync(path, "base64")]));

/** Folders that are gone after the suite; others than this user may look into them. */
export const folders = (): { readonly fresh: () => string } => {
  const top = mkdtempSync(`${tmpdir()}/dawndusk-campaign-`);
  let count = 0;
  afterAll(() => rmSync(top, { recursive: true, force: true }));
  return { fresh: () => `${top}/${count++}` };
};

/** A shard of some 40 ms. */
const WORK = 2000;

/** Shards that wait (ishigami.mjs): open until it is shut. */
interface Gate {
  readonly hold: NonNullable<Subject["hold"]>;
  readonly shut: () => void;
  readonly open: () => void;
  /** Whether every further shard waits. */
  readonly waits: () => boolean;
}

const gateOf = (folder: string, after: number): Gate => {
  mkdirSync(folder);
  const [begun, go] = [`${folder}/begun`, `${folder}/go`];
  const open = (): void => writeFileSync(go, "");
  open();
  return {
    hold: { after, folder }, open,
    shut: () => {
      rmSync(go);
      writeFileSync(begun, "");
    },
    waits: () => statSync(begun).size > after,
  };
};

/**
 * Runs a campaign while `kills` things are killed, each at a drawn place of its first seven tenths; the last of it waits for the last kill.
 * The folder must be the reference's.
 */
export const survives = async (engine: Engine, { kills, seed, shards, workers, folder }: { readonly kills: number; readonly seed: number; readonly shards: number; readonly workers: number; readonly folder: () => string }): Promise<void> => {
  const gate = gateOf(folder(), Math.round(0.75 * shards) + kills);
  const campaign = await ishigami({ work: WORK, hold: gate.hold }, { samples: 100 * shards, shardSize: 100 });
  const [reference, other] = [folder(), folder()];
  await runOnThreads(campaign, { folder: reference, module: ISHIGAMI, workers: 2 });
  gate.shut();
  const draw = randomDoubles({ seed, stream: 0, index: 0 });
  const done: string[] = [];
  let [finished, over] = [0, false];
  const killing = async (): Promise<void> => {
    try {
      while (done.length < kills && !over) {
        const place = Math.max(1, ((done.length + draw()) / kills) * 0.7 * shards);
        while (finished < place && !gate.waits() && !over) await sleep(5);
        // Into the middle of a shard.
        await sleep(40 * draw());
        if (!over) done.push(await engine.kill(draw));
      }
    } finally {
      gate.open();
    }
  };
  const killed = killing();
  const end = await engine.run(campaign, { folder: other, workers, lease_s: 10, onProgress: (progress) => { finished = progress.finished; } }).finally(() => { over = true; });
  await killed;
  const what = `seed ${seed}: ${done.join(", ")}`;
  expect(done.length, what).toBe(kills);
  expect([end.interrupted, end.aside, end.alarms], what).toEqual([false, [], []]);
  expect(bytesOf(other), what).toEqual(bytesOf(reference));
};

/** The suite. `kills`: how many; `shards`: over how many of them. */
export const contractOf = (engine: Engine, { kills, seed, shards }: { readonly kills: number; readonly seed: number; readonly shards: number }): void => {
  describe(`a campaign over ${engine.name}`, () => {
    const { fresh } = folders();
    beforeAll(engine.start);
    afterAll(engine.stop);

    test("the same bytes from 1, 2 and 5 workers; every sample once, in order; the mean is Ishigami's", async () => {
      const campaign = await ishigami({}, { samples: 2_001, shardSize: 256 });
      const folder = fresh();
      const told: CampaignProgress[] = [];
      const end = await engine.run(campaign, { folder, workers: 1, onProgress: (progress) => told.push(progress) });
      expect([end.interrupted, end.aside, end.alarms, end.finished.length]).toEqual([false, [], [], 8]);
      expect(told.at(-1)).toMatchObject({ shards: 8, finished: 8, aside: 0, samples: 2_001 });
      for (const workers of [2, 5]) {
        const other = fresh();
        await engine.run(campaign, { folder: other, workers });
        expect(bytesOf(other)).toEqual(bytesOf(folder));
      }
      let next = 0;
      let sum = 0;
      for (const shard of readManifest(folder).finished) {
        const [sample, y] = await readShard(storeOf(folder), shard, ["sample", "y"]);
        for (const index of sample!) expect(index).toBe(next++);
        for (const value of y!) sum += value;
      }
      expect(next).toBe(2_001);
      // Mean 3.5, variance 13.84 (Ishigami and Homma, 1990): three standard errors.
      expect(Math.abs(sum / next - 3.5)).toBeLessThan(3 * Math.sqrt(13.845 / next));
    });

    test(`${kills} kills lose and double nothing (seed ${seed})`, () => survives(engine, { kills, seed, shards, workers: 3, folder: fresh }));

    test("an interrupt keeps what was finished, whatever a power cut leaves; the rest is computed by the next run, and nothing by the one after", async () => {
      const gate = gateOf(fresh(), 30);
      const campaign = await ishigami({ work: WORK, hold: gate.hold }, { samples: 6000, shardSize: 100 });
      const [folder, other] = [fresh(), fresh()];
      await runOnThreads(campaign, { folder, module: ISHIGAMI, workers: 2 });
      gate.shut();
      const controller = new AbortController();
      const first = await engine.run(campaign, { folder: other, workers: 2, signal: controller.signal, onProgress: ({ finished }) => { if (finished >= 7) controller.abort(); } });
      gate.open();
      expect([first.interrupted, first.finished.length >= 7, first.finished.length < 60]).toEqual([true, true, true]);
      // Half a line, half a file, a file of other bytes.
      appendFileSync(`${other}/journal.jsonl`, '{"shard":59,"hash":"12');
      writeFileSync(`${storeOf(other)}/${"ab".repeat(32)}.parquet.17-0.part`, "half");
      writeFileSync(`${storeOf(other)}/${first.finished[0]!.hash}.parquet`, "other bytes");
      const second = await engine.run(campaign, { folder: other, workers: 2 });
      expect([second.interrupted, second.alarms]).toEqual([false, []]);
      expect(bytesOf(other)).toEqual(bytesOf(folder));
      expect((await engine.run(campaign, { folder: other, workers: 2 })).finished).toEqual(second.finished);
    });

    test("a shard that fails once is tried again; one that always fails is set aside with every cause, and the others are finished", async () => {
      const folder = fresh();
      const campaign = await ishigami({ fail: 250, end: 730, failOnce: { sample: 10, file: `${folder}-once` } });
      const end = await engine.run(campaign, { folder, workers: 2 });
      expect(end.interrupted).toBe(false);
      expect(end.finished.map(({ shard }) => shard)).toEqual([0, 1, 3, 4, 5, 6, 8, 9]);
      expect(end.aside).toEqual([
        { shard: 2, start: 200, end: 300, causes: Array.from({ length: 3 }, () => "sample 250 has no value") },
        { shard: 7, start: 700, end: 800, causes: Array.from({ length: 6 }, () => "its thread ended with code 7") },
      ]);
      expect(readManifest(folder).aside).toEqual(end.aside);
    });
  });
};
