/**
 * A campaign over machines: its shards are queued in PostgreSQL, workers anywhere compute them into a folder that all machines share, and this
 * process waits until each shard has its row. It may be ended and started again at any time.
 */
import { realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { closeFolder, openFolder } from "../campaign-folder.ts";
import type { Campaign, CampaignEnd, CampaignProgress, ShardResult } from "../campaign-record.ts";
import { inOrder, progressOf } from "../run-on-threads.ts";
import { holdsShard } from "../shard-file.ts";
import { shardCount } from "../shards.ts";
import { isPassing, openDatabase, throughOutages, type Database, type Patience } from "./database.ts";
import { dropJobs, makeQueue, queueName, queueShards } from "./queue.ts";
import { alarmsOf, asideShards, finishedShards, shardCounts } from "./results.ts";

export interface ClusterRun {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** The campaign's folder, where every worker sees it too. */
  readonly folder: string;
  /** How long a worker may be silent until its shards go to others; 10 s at least. */
  readonly lease_s?: number;
  /** How long a broker that is away is waited for. */
  readonly patience_s?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CampaignProgress) => void;
  /** Hears of outages. */
  readonly onNote?: (note: string) => void;
}

export const LEASE_S = 30;
export const PATIENCE_S = 600;
const LOOK_MS = 250;

/** Runs what is missing of a campaign. An abort pauses it: workers take no more of it, what they finish is kept. Rejects where the database cannot be reached. */
export const runOnCluster = async (campaign: Campaign, { url, folder, lease_s = LEASE_S, patience_s = PATIENCE_S, signal, onProgress, onNote }: ClusterRun): Promise<CampaignEnd> => {
  const { finished: before } = openFolder(folder, campaign);
  const known = inOrder(before);
  if (known.length === shardCount(campaign)) return { campaign, finished: known, aside: [], alarms: [], interrupted: false };
  const database = await openDatabase(url, () => {});
  const patience: Patience = { patience_s, signal, onAway: (error) => onNote?.(`the database is away (${error.message}): waiting for it`) };
  try {
    await throughOutages(() => submit(database, campaign, { folder, before: known, lease_s }), patience);
    const end = await watched(database, campaign, { folder, patience, ...(onProgress && { onProgress }) });
    if (!end.interrupted) closeFolder(folder, end);
    return end;
  } catch (error) {
    // Who ends it while the broker is away has its shards all the same: in the database, for the next run.
    if (signal?.aborted !== true || !isPassing(error)) throw error;
    onNote?.("the database is away: the campaign could not be paused, workers that reach it go on");
    return { campaign, finished: known, aside: [], alarms: [], interrupted: true };
  } finally {
    await database.close();
  }
};

interface Submitted {
  readonly folder: string;
  /** What the folder has from a run over threads. */
  readonly before: readonly ShardResult[];
  readonly lease_s: number;
}

/** The campaign's row, open, and a job for each shard that has no result. What was set aside is tried anew. */
const submit = async (database: Database, campaign: Campaign, { folder, before, lease_s }: Submitted): Promise<void> => {
  const { id, dawndusk, modelVersion } = campaign;
  await dropOldQueues(database);
  await makeQueue(database, campaign, lease_s);
  await database.query("INSERT INTO dawndusk.campaign (id, head, dawndusk, model_version, folder, state) VALUES ($1, $2, $3, $4, $5, 'paused') ON CONFLICT (id) DO UPDATE SET folder = excluded.folder", [id, JSON.stringify(campaign), dawndusk, modelVersion, realpathSync(folder)]);
  for (const { shard, hash, bytes } of before) await database.query("INSERT INTO dawndusk.shard (campaign, shard, hash, bytes, worker) VALUES ($1, $2, $3, $4, 'folder') ON CONFLICT DO NOTHING", [id, shard, hash, bytes]);
  const aside = (await asideShards(database, campaign)).map(({ shard }) => shard);
  if (aside.length > 0) {
    await dropJobs(database, campaign, aside);
    await database.transaction(async (sql) => {
      await sql.query("DELETE FROM dawndusk.attempt WHERE campaign = $1 AND shard = ANY($2)", [id, aside]);
      await sql.query("DELETE FROM dawndusk.aside WHERE campaign = $1 AND shard = ANY($2)", [id, aside]);
    });
  }
  await queueMissing(database, campaign);
  await setState(database, campaign, "open");
};

const queueMissing = async (database: Database, campaign: Campaign): Promise<void> => {
  const known = new Set((await finishedShards(database, campaign)).map(({ shard }) => shard));
  await queueShards(database, campaign, Array.from({ length: shardCount(campaign) }, (_, shard) => shard).filter((shard) => !known.has(shard)));
};

interface Watch {
  readonly folder: string;
  readonly patience: Patience;
  readonly onProgress?: (progress: CampaignProgress) => void;
}

/** Looks until every shard has its row and its file, or is set aside. */
const watched = async (database: Database, campaign: Campaign, { folder, patience, onProgress }: Watch): Promise<CampaignEnd> => {
  for (;;) {
    const interrupted = patience.signal?.aborted === true;
    if (interrupted) await setState(database, campaign, "paused");
    const progress = progressOf(campaign, await throughOutages(() => shardCounts(database, campaign), patience));
    onProgress?.(progress);
    const settled = progress.finished + progress.aside === shardCount(campaign);
    if (!settled && !interrupted) {
      await sleep(LOOK_MS);
      continue;
    }
    const finished = await throughOutages(() => finishedShards(database, campaign), patience);
    const bad = finished.filter((result) => !holdsShard(`${folder}/shards`, result)).map(({ shard }) => shard);
    if (bad.length > 0 && !interrupted) {
      await throughOutages(() => again(database, campaign, bad), patience);
      continue;
    }
    const [aside, alarms] = await throughOutages(() => Promise.all([asideShards(database, campaign), alarmsOf(database, campaign)]), patience);
    if (settled) await throughOutages(() => setState(database, campaign, "done"), patience);
    return { campaign, finished: finished.filter(({ shard }) => !bad.includes(shard)), aside, alarms, interrupted: !settled };
  }
};

/** A file that is not there, or not whole, is as if it had never been: its shard is computed again. */
const again = async (database: Database, campaign: Campaign, shards: readonly number[]): Promise<void> => {
  await database.query("DELETE FROM dawndusk.shard WHERE campaign = $1 AND shard = ANY($2)", [campaign.id, shards]);
  await dropJobs(database, campaign, shards);
  await queueShards(database, campaign, shards);
};

const setState = (database: Database, { id }: Campaign, to: "open" | "paused" | "done"): Promise<unknown> => database.query("UPDATE dawndusk.campaign SET state = $2, changed = now() WHERE id = $1", [id, to]);

/** Queues of campaigns that have long ended: not those that end, because a worker may still be at a shard that another finished. */
const dropOldQueues = async ({ query, boss }: Database): Promise<void> => {
  const old = await query<{ readonly id: string }>("SELECT id FROM dawndusk.campaign WHERE state = 'done' AND changed < now() - interval '1 day'");
  for (const campaign of old) if ((await boss.getQueue(queueName(campaign))) !== null) await boss.deleteQueue(queueName(campaign));
};
