/** The queue of one campaign: a job a shard, whose id is a function of both, so that no shard has two. */
import { createHash } from "node:crypto";
import type { Campaign } from "../campaign-record.ts";
import { asQueueDb, type Database, type Sql } from "./database.ts";

export interface ShardJob {
  readonly shard: number;
}

/** Attempts are bounded by `isPoison`, which knows a failure from a worker that vanished; the queue's own bound must not come first. */
const RETRIES = 10_000;
const YEAR_S = 365 * 86_400;
/** The queue's longest; a shard's own limit ends it before. */
const EXPIRE_S = 86_400 - 1;

export const queueName = ({ id }: Pick<Campaign, "id">): string => `campaign-${id.slice(0, 32)}`;

/** As a version 8 UUID (RFC 9562): bits of the maker's own. */
const jobId = ({ id }: Pick<Campaign, "id">, shard: number): string => {
  const hex = createHash("sha256").update(`${id}/${shard}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Makes the queue where it is missing. `lease_s`: how long a worker may be silent, 10 s at least. */
export const makeQueue = async ({ boss }: Database, campaign: Campaign, lease_s: number): Promise<void> => {
  const name = queueName(campaign);
  if ((await boss.getQueue(name)) === null) await boss.createQueue(name, { retryLimit: RETRIES, retryDelay: 0, heartbeatSeconds: lease_s, expireInSeconds: EXPIRE_S, retentionSeconds: YEAR_S, deleteAfterSeconds: 7 * 86_400 });
};

/** Jobs of one statement. */
const BATCH = 5000;

/** Queues shards; those that are queued already stay as they are. */
export const queueShards = async ({ boss }: Database, campaign: Campaign, shards: readonly number[]): Promise<void> => {
  for (let from = 0; from < shards.length; from += BATCH) {
    await boss.insert(queueName(campaign), shards.slice(from, from + BATCH).map((shard) => ({ id: jobId(campaign, shard), data: { shard } satisfies ShardJob })), { returnId: false });
  }
};

/** Takes jobs away, whatever they are at. */
export const dropJobs = ({ boss }: Database, campaign: Campaign, shards: readonly number[]): Promise<unknown> => boss.deleteJob(queueName(campaign), shards.map((shard) => jobId(campaign, shard)));

/** Takes the next job of a campaign; without the queue's two orders, which take it long when there are many. */
export const nextShard = async ({ boss }: Database, campaign: Campaign): Promise<number | undefined> => {
  const [job] = await boss.fetch<ShardJob>(queueName(campaign), { priority: false, orderByCreatedOn: false });
  return job?.data.shard;
};

export const completeJob = ({ boss }: Database, sql: Sql, campaign: Campaign, shard: number): Promise<unknown> => boss.complete(queueName(campaign), jobId(campaign, shard), null, { db: asQueueDb(sql) });

/** Gives a job back to the queue. */
export const giveBack = ({ boss }: Database, sql: Sql, campaign: Campaign, shard: number, cause: string): Promise<unknown> => boss.fail(queueName(campaign), jobId(campaign, shard), { cause }, { db: asQueueDb(sql) });

/** Says that the worker of these jobs lives. */
export const beat = async ({ boss }: Database, campaign: Campaign, shards: readonly number[]): Promise<void> => {
  if (shards.length > 0) await boss.touch(queueName(campaign), shards.map((shard) => jobId(campaign, shard)));
};
