import { readdirSync, writeFileSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test, vi } from "vitest";
import { campaignOf, queryCampaign, runOnThreads } from "./built.ts";
import { bytesOf, contractOf, folders, ISHIGAMI, ishigami } from "./contract.ts";

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

const module = ISHIGAMI;

contractOf(
  {
    name: "threads",
    start: async () => {},
    stop: async () => {},
    run: (campaign, asked) => runOnThreads(campaign, { module, ...asked }),
    kill: async (draw) => {
      const threads = alive();
      const at = Math.floor(draw() * threads.length);
      await threads[at]?.terminate();
      return `thread ${at}`;
    },
  },
  { kills: 5, seed: 20_261_122, shards: 120 },
);

describe("threads", () => {
  const { fresh } = folders();

  test("an abort before the start computes nothing; another campaign's folder is left alone", async () => {
    const campaign = await ishigami();
    const folder = fresh();
    const end = await runOnThreads(campaign, { folder, module, workers: 1, signal: AbortSignal.abort() });
    expect([end.interrupted, end.finished, started]).toEqual([true, [], []]);
    const before = bytesOf(folder);
    await expect(runOnThreads(await ishigami({ seed: 6 }), { folder, module, workers: 1 })).rejects.toThrow(/holds campaign/);
    expect(bytesOf(folder)).toEqual(before);
  });

  test("what no shard is stays in the store; what a cut left of one does not", async () => {
    const folder = fresh();
    const campaign = await ishigami({}, { samples: 200 });
    await runOnThreads(campaign, { folder, module, workers: 1, signal: AbortSignal.abort() });
    const store = `${folder}/shards`;
    const left = `${"0".repeat(64)}.parquet`;
    for (const name of ["notes.part", "mine.parquet", left, `${left}.thread-1.part`]) writeFileSync(`${store}/${name}`, "");
    const { finished } = await runOnThreads(campaign, { folder, module, workers: 1 });
    expect(readdirSync(store).toSorted()).toEqual([...finished.map(({ hash }) => `${hash}.parquet`), "mine.parquet", "notes.part"].toSorted());
  });

  test("a shard that never ends is ended, its thread replaced", async () => {
    const campaign = await ishigami({ hang: 0 }, { samples: 200 });
    const end = await runOnThreads(campaign, { folder: fresh(), module, workers: 1, limit_s: 2 });
    expect(end.aside.map(({ shard, causes }) => [shard, causes])).toEqual([[0, Array.from({ length: 3 }, () => "took longer than 2 s")]]);
    expect(end.finished.map(({ shard }) => shard)).toEqual([1]);
  });

  test("a computation that cannot begin ends the campaign with the reason", async () => {
    await expect(runOnThreads(await ishigami(), { folder: fresh(), module: new URL("./missing.mjs", import.meta.url).href, workers: 2 })).rejects.toThrow(/a thread could not begin: .*missing/);
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

describe("SQL over a campaign", () => {
  const { fresh } = folders();

  test("DuckDB answers over the files as they stand", async () => {
    const folder = fresh();
    await runOnThreads(await ishigami({}, { samples: 3000, shardSize: 700 }), { folder, module, workers: 1 });
    const { columns, rows } = await queryCampaign(folder, "SELECT count(*)::INTEGER AS n, min(sample)::INTEGER AS first, max(sample)::INTEGER AS last, avg(y) AS mean, regr_slope(y, x1) AS slope FROM samples");
    expect(columns).toEqual(["n", "first", "last", "mean", "slope"]);
    const [n, first, last, mean] = rows[0] as readonly number[];
    expect([n, first, last]).toEqual([3000, 0, 2999]);
    expect(Math.abs(mean! - 3.5)).toBeLessThan(3 * Math.sqrt(13.845 / 3000));
    await expect(queryCampaign(folder, "SELECT nothing FROM samples")).rejects.toThrow(/nothing/);
  });
});
