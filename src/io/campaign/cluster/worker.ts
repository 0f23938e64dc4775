/**
 * A worker of campaigns: takes shards from the queue, has them computed by threads into the shared folder, commits each with its job. Its main
 * thread only waits, so that its heartbeats go on whatever a shard takes.
 */
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { storeOf } from "../campaign-folder.ts";
import type { Campaign } from "../campaign-record.ts";
import { allOrFirstError, SHARD_LIMIT_S } from "../run-on-threads.ts";
import { shardThreads, type ShardThreads } from "../shard-threads.ts";
import { campaignOf, shardRange } from "../shards.ts";
import { openDatabase, throughOutages, type Database, type Patience } from "./database.ts";
import { beat, nextShard } from "./queue.ts";
import { beginAttempt, commitShard, failAttempt } from "./results.ts";
import { PATIENCE_S } from "./run-on-cluster.ts";

export interface WorkerAsked {
  readonly url: string;
  /** URL of the module with `computationOf`: code comes from here, never from the database. */
  readonly module: string;
  readonly workers: number;
  /** Only campaigns of these versions are computed. */
  readonly dawndusk: string;
  readonly modelVersion: string;
  /** Where this machine sees the folder that campaigns write into; else it is where the campaign says. */
  readonly out?: string;
  /** Ends when there was nothing to do for so long; else it waits for more. */
  readonly idle_s?: number;
  readonly limit_s?: number;
  readonly patience_s?: number;
  /** Finishes the shards under way, then ends. */
  readonly signal?: AbortSignal;
  readonly onNote?: (note: string) => void;
}

export interface WorkerEnd {
  readonly finished: number;
  readonly failed: number;
}

const LOOK_MS = 250;
const BEAT_MS = 3000;

/** Works until it is told to end, or has been idle for long enough. Rejects where the database cannot be reached or the folder cannot be written. */
export const clusterWorker = async (asked: WorkerAsked): Promise<WorkerEnd> => {
  const { url, idle_s = Infinity, patience_s = PATIENCE_S, signal, onNote } = asked;
  const database = await openDatabase(url, () => {});
  const patience: Patience = { patience_s, onAway: (error) => onNote?.(`the database is away (${error.message}): waiting for it`) };
  const name = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const told = new Set<string>();
  const total = { finished: 0, failed: 0 };
  let idle_ms = performance.now();
  try {
    for (;;) {
      await throughOutages(() => alive(database, name, asked.workers), patience);
      const campaigns = await throughOutages(() => openCampaigns(database, asked), patience);
      for (const { campaign, folder, why } of campaigns) {
        if (signal?.aborted === true) break;
        if (why !== null) {
          if (!told.has(campaign.id)) onNote?.(why);
          told.add(campaign.id);
          continue;
        }
        const done = await workOn({ campaign, folder, database, patience, name, asked });
        total.finished += done.finished;
        total.failed += done.failed;
        if (done.finished + done.failed > 0) idle_ms = performance.now();
      }
      if (signal?.aborted === true || performance.now() - idle_ms > 1000 * idle_s) return total;
      await sleep(LOOK_MS);
    }
  } finally {
    await database.query("DELETE FROM dawndusk.worker WHERE id = $1", [name]).catch(() => {});
    await database.close();
  }
};

const alive = (database: Database, name: string, threads: number): Promise<unknown> => database.query("INSERT INTO dawndusk.worker (id, threads) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET seen = now(), threads = excluded.threads", [name, threads]);

interface Open {
  readonly campaign: Campaign;
  readonly folder: string;
  /** Why this worker cannot compute it. */
  readonly why: string | null;
}

/** Campaigns that are open, the oldest first. */
const openCampaigns = async (database: Database, { dawndusk, modelVersion, out }: WorkerAsked): Promise<readonly Open[]> => {
  const rows = await database.query<{ readonly head: string; readonly folder: string }>("SELECT head, folder FROM dawndusk.campaign WHERE state = 'open' ORDER BY created, id");
  return Promise.all(rows.map(async ({ head, folder: theirs }): Promise<Open> => {
    const campaign = JSON.parse(head) as Campaign;
    const folder = out === undefined ? theirs : `${out}/${basename(theirs)}`;
    return { campaign, folder, why: await whyNot(campaign, folder, { dawndusk, modelVersion }) };
  }));
};

const whyNot = async (campaign: Campaign, folder: string, { dawndusk, modelVersion }: Pick<WorkerAsked, "dawndusk" | "modelVersion">): Promise<string | null> => {
  const short = campaign.id.slice(0, 12);
  if (campaign.dawndusk !== dawndusk || campaign.modelVersion !== modelVersion) return `campaign ${short} is of dawndusk ${campaign.dawndusk}, model ${campaign.modelVersion}; this is ${dawndusk}, model ${modelVersion}: its numbers may be others`;
  const { id, ...head } = campaign;
  if ((await campaignOf(head)).id !== id) return `campaign ${short} is not what its id says`;
  const manifest = `${folder}/manifest.json`;
  if (!existsSync(manifest) || (JSON.parse(readFileSync(manifest, "utf8")) as { readonly id: string }).id !== id) return `campaign ${short} writes into ${folder}, which is not here: mount the folder that its maker sees, or say --out`;
  return null;
};

interface Working {
  readonly campaign: Campaign;
  readonly folder: string;
  readonly database: Database;
  readonly patience: Patience;
  readonly name: string;
  readonly asked: WorkerAsked;
}

/** Works on one campaign until nothing of it is queued. */
const workOn = async ({ campaign, folder, database, patience, name, asked }: Working): Promise<WorkerEnd> => {
  const { workers, module, signal, limit_s = SHARD_LIMIT_S } = asked;
  const done = { finished: 0, failed: 0 };
  const underWay = new Set<number>();
  let threads: ShardThreads | undefined;
  let stopped = false;
  const one = async (): Promise<void> => {
    while (!stopped && signal?.aborted !== true) {
      const shard = await throughOutages(() => take(database, campaign), patience);
      if (shard === undefined) return;
      underWay.add(shard);
      try {
        const attempt = { campaign, shard, worker: name };
        if (!(await throughOutages(() => beginAttempt(database, attempt), patience))) continue;
        threads ??= shardThreads({ module, subject: campaign.subject, store: storeOf(folder), workers, by: name, limit_s });
        const outcome = await threads.compute(shardRange(campaign, shard));
        if (stopped) return;
        if (outcome.kind === "done") await throughOutages(() => commitShard(database, attempt, outcome.file), patience);
        else await throughOutages(() => failAttempt(database, attempt, outcome), patience);
        done[outcome.kind === "done" ? "finished" : "failed"] += 1;
      } finally {
        underWay.delete(shard);
      }
    }
  };
  // A beat that fails is the next one's concern.
  const beats = setInterval(() => void Promise.all([beat(database, campaign, [...underWay]), alive(database, name, workers)]).catch(() => {}), BEAT_MS);
  const stop = (): void => void (stopped = true);
  try {
    await allOrFirstError(Array.from({ length: workers }, one), stop);
    return done;
  } finally {
    clearInterval(beats);
    await threads?.close();
  }
};

/** The next shard of a campaign that is still open. */
const take = async (database: Database, campaign: Campaign): Promise<number | undefined> => {
  const [open] = await database.query("SELECT 1 FROM dawndusk.campaign WHERE id = $1 AND state = 'open'", [campaign.id]);
  return open === undefined ? undefined : nextShard(database, campaign);
};
