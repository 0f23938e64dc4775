/** The same suite over a real PostgreSQL and workers in processes of their own, and what only such an engine has. */
import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Campaign, CampaignEnd } from "../../../src/io/campaign/index.ts";
import { startPostgres, type Postgres } from "../../support/postgres.ts";
import { clusterWorker, runOnCluster } from "./built.ts";
import { clusterEngine } from "./cluster-engine.ts";
import { bytesOf, contractOf, folders, ISHIGAMI, ishigami } from "./contract.ts";

let postgres: Postgres;
beforeAll(async () => void (postgres = await startPostgres()));
afterAll(() => postgres.stop());

contractOf(clusterEngine(() => postgres), { kills: 5, seed: 20_261_122, shards: 120 });

describe("machines with PostgreSQL between them", () => {
  const { fresh } = folders();

  /** A worker in this process, that ends when it has been idle. */
  const worker = (more: Partial<Parameters<typeof clusterWorker>[0]> = {}) => {
    const notes: string[] = [];
    return clusterWorker({ url: postgres.url, module: ISHIGAMI, workers: 1, dawndusk: "test", modelVersion: "test", idle_s: 0.5, onNote: (note) => notes.push(note), ...more }).then((end) => ({ ...end, notes }));
  };

  /** A campaign under way, once workers can see it. */
  const submitted = async (campaign: Campaign, asked: Omit<Parameters<typeof runOnCluster>[1], "url" | "onProgress">): Promise<{ readonly ended: Promise<CampaignEnd> }> => {
    let ended: Promise<CampaignEnd> | undefined;
    await new Promise<void>((resolve, reject) => {
      ended = runOnCluster(campaign, { url: postgres.url, ...asked, onProgress: () => resolve() });
      ended.catch(reject);
    });
    return { ended: ended! };
  };

  test("two results with unlike bytes for one shard raise an alarm, and the first counts", async () => {
    const { alarmsOf, commitShard, finishedShards } = (await import(new URL("../../../dist/io/campaign/cluster/results.js", import.meta.url).href)) as typeof import("../../../src/io/campaign/cluster/results.ts");
    const { openDatabase } = (await import(new URL("../../../dist/io/campaign/cluster/database.js", import.meta.url).href)) as typeof import("../../../src/io/campaign/cluster/database.ts");
    const campaign = await ishigami({ seed: 8 });
    const controller = new AbortController();
    // Submitted, with no worker to compute it.
    await runOnCluster(campaign, { url: postgres.url, folder: fresh(), signal: controller.signal, onProgress: () => controller.abort() });
    const database = await openDatabase(postgres.url, () => {});
    try {
      const by = (name: string, hash: string) => commitShard(database, { campaign, shard: 3, worker: name }, { hash, bytes: 7 });
      await by("one", "aa");
      await by("two", "aa");
      expect(await alarmsOf(database, campaign)).toEqual([]);
      await by("three", "bb");
      expect(await alarmsOf(database, campaign)).toEqual([{ shard: 3, hashes: ["aa", "bb"], by: ["one", "three"] }]);
      expect(await finishedShards(database, campaign)).toEqual([{ shard: 3, hash: "aa", bytes: 7 }]);
    } finally {
      await database.close();
    }
  });

  test("a shard that was set aside and whose result comes all the same is finished, and nothing else", async () => {
    const { asideShards, beginAttempt, commitShard, failAttempt, finishedShards, shardCounts } = (await import(new URL("../../../dist/io/campaign/cluster/results.js", import.meta.url).href)) as typeof import("../../../src/io/campaign/cluster/results.ts");
    const { openDatabase } = (await import(new URL("../../../dist/io/campaign/cluster/database.js", import.meta.url).href)) as typeof import("../../../src/io/campaign/cluster/database.ts");
    const campaign = await ishigami({ seed: 10 });
    const controller = new AbortController();
    await runOnCluster(campaign, { url: postgres.url, folder: fresh(), signal: controller.signal, onProgress: () => controller.abort() });
    const database = await openDatabase(postgres.url, () => {});
    try {
      const at = { campaign, shard: 3, worker: "slow" };
      for (let failure = 0; failure < 3; failure++) {
        await beginAttempt(database, at);
        await failAttempt(database, at, { kind: "failed", cause: "no room" });
      }
      expect(await asideShards(database, campaign)).toEqual([expect.objectContaining({ shard: 3, causes: ["no room", "no room", "no room"] })]);
      expect(await shardCounts(database, campaign)).toMatchObject({ finished: 0, aside: 1 });
      await commitShard(database, { ...at, worker: "slower" }, { hash: "aa", bytes: 7 });
      expect(await asideShards(database, campaign)).toEqual([]);
      expect(await finishedShards(database, campaign)).toEqual([{ shard: 3, hash: "aa", bytes: 7 }]);
      // Counted twice, ten shards would be there when nine are.
      expect(await shardCounts(database, campaign)).toMatchObject({ finished: 1, aside: 0 });
    } finally {
      await database.close();
    }
  });

  test("a worker of another version leaves a campaign alone, so does one that does not see its folder; one that sees it elsewhere computes it", async () => {
    const campaign = await ishigami({ seed: 9 });
    const top = fresh();
    const folder = `${top}/campaign-${campaign.id.slice(0, 12)}`;
    mkdirSync(top);
    const { ended } = await submitted(campaign, { folder });
    const older = await worker({ modelVersion: "older" });
    expect([older.finished, older.notes.length]).toEqual([0, 1]);
    expect(older.notes[0]).toContain("is of dawndusk test, model test; this is test, model older");
    const blind = await worker({ out: fresh() });
    expect([blind.finished, blind.notes[0]]).toEqual([0, expect.stringContaining("which is not here")]);
    expect((await worker({ out: top })).finished).toBe(10);
    const end = await ended;
    expect([end.interrupted, end.finished.length]).toEqual([false, 10]);
    // Who runs it again asks the folder only.
    const before = bytesOf(folder);
    await runOnCluster(campaign, { url: "postgres://nobody@127.0.0.1:9/none", folder });
    expect(bytesOf(folder)).toEqual(before);
  });

  test("what threads began, machines finish", async () => {
    const campaign = await ishigami({ seed: 10, work: 2000 }, { samples: 3000, shardSize: 100 });
    const [folder, whole] = [fresh(), fresh()];
    const controller = new AbortController();
    const { runOnThreads } = await import("./built.ts");
    const first = await runOnThreads(campaign, { folder, module: ISHIGAMI, workers: 1, signal: controller.signal, onProgress: ({ finished }) => { if (finished === 5) controller.abort(); } });
    expect(first.interrupted).toBe(true);
    const { ended } = await submitted(campaign, { folder });
    const { finished } = await worker();
    const end = await ended;
    expect([end.finished.length, finished]).toEqual([30, 30 - first.finished.length]);
    await runOnThreads(campaign, { folder: whole, module: ISHIGAMI, workers: 2 });
    expect(bytesOf(folder)).toEqual(bytesOf(whole));
  });

  test("a database that cannot be reached ends it at once; one that stays away, when the patience is over", async () => {
    await expect(runOnCluster(await ishigami(), { url: "postgres://nobody@127.0.0.1:9/none", folder: fresh() })).rejects.toThrow(/ECONNREFUSED/);
    const notes: string[] = [];
    const { ended } = await submitted(await ishigami({ seed: 11 }), { folder: fresh(), patience_s: 1, onNote: (note) => notes.push(note) });
    const outcome = ended.then(() => "ended", () => "rejected");
    await postgres.killAndRestart("SIGQUIT", outcome);
    expect(await outcome).toBe("rejected");
    expect(notes).toEqual([expect.stringMatching(/^the database is away \(.*\): waiting for it$/)]);
  });
});
