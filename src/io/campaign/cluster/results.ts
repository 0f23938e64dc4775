/** What is known of a campaign's shards in the database. */
import type { Alarm, Campaign, SetAside, ShardFile, ShardResult } from "../campaign-record.ts";
import { isPoison, type Failure } from "../retry.ts";
import { shardCount, shardRange } from "../shards.ts";
import type { Database, Sql } from "./database.ts";
import { completeJob, giveBack } from "./queue.ts";

/** Who computes which shard. */
export interface Attempt {
  readonly campaign: Campaign;
  readonly shard: number;
  readonly worker: string;
}

/** A shard's row and its job's end in one transaction: it counts when its row is there. A second result with other bytes raises an alarm. */
export const commitShard = (database: Database, { campaign, shard, worker }: Attempt, { hash, bytes }: ShardFile): Promise<void> =>
  database.transaction(async (sql) => {
    const inserted = await sql.query("INSERT INTO dawndusk.shard (campaign, shard, hash, bytes, worker) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING shard", [campaign.id, shard, hash, bytes, worker]);
    if (inserted.length === 0) {
      await sql.query(
        "INSERT INTO dawndusk.alarm (campaign, shard, first_hash, first_worker, other_hash, other_worker) SELECT campaign, shard, hash, worker, $3, $4 FROM dawndusk.shard WHERE campaign = $1 AND shard = $2 AND hash <> $3 ON CONFLICT DO NOTHING",
        [campaign.id, shard, hash, worker],
      );
    }
    await sql.query("UPDATE dawndusk.attempt SET ended = 'done', cause = NULL WHERE campaign = $1 AND shard = $2 AND worker = $3 AND ended IS DISTINCT FROM 'failed'", [campaign.id, shard, worker]);
    await completeJob(database, sql, campaign, shard);
  });

/** Whether a shard that came from the queue is to be computed: not one that is finished, nor one that was under way at too many ends of workers. */
export const beginAttempt = (database: Database, { campaign, shard, worker }: Attempt): Promise<boolean> =>
  database.transaction(async (sql) => {
    const [done] = await sql.query("SELECT 1 FROM dawndusk.shard WHERE campaign = $1 AND shard = $2", [campaign.id, shard]);
    // Whoever had it before has it no more: the queue hands out a job again when its worker was silent for too long.
    if (done === undefined) {
      await sql.query("UPDATE dawndusk.attempt SET ended = 'lost', cause = 'worker ' || worker || ' was heard of no more' WHERE campaign = $1 AND shard = $2 AND ended IS NULL", [campaign.id, shard]);
      if (!(await setAsideIfPoison(sql, { campaign, shard }))) {
        await sql.query("INSERT INTO dawndusk.attempt (campaign, shard, worker) VALUES ($1, $2, $3)", [campaign.id, shard, worker]);
        return true;
      }
    }
    await completeJob(database, sql, campaign, shard);
    return false;
  });

/** Writes down how an attempt failed, and gives the shard back to the queue or sets it aside. */
export const failAttempt = (database: Database, { campaign, shard, worker }: Attempt, { kind, cause }: Failure): Promise<void> =>
  database.transaction(async (sql) => {
    await sql.query("UPDATE dawndusk.attempt SET ended = $4, cause = $5 WHERE campaign = $1 AND shard = $2 AND worker = $3 AND ended IS NULL", [campaign.id, shard, worker, kind, cause]);
    if (await setAsideIfPoison(sql, { campaign, shard })) await completeJob(database, sql, campaign, shard);
    else await giveBack(database, sql, campaign, shard, cause);
  });

const setAsideIfPoison = async (sql: Sql, { campaign, shard }: Omit<Attempt, "worker">): Promise<boolean> => {
  const failures = await sql.query<Failure>("SELECT ended AS kind, cause FROM dawndusk.attempt WHERE campaign = $1 AND shard = $2 AND ended IN ('failed', 'lost') ORDER BY id", [campaign.id, shard]);
  if (!isPoison(failures)) return false;
  await sql.query("INSERT INTO dawndusk.aside (campaign, shard, causes) VALUES ($1, $2, $3::jsonb) ON CONFLICT DO NOTHING", [campaign.id, shard, JSON.stringify(failures.map(({ cause }) => cause))]);
  return true;
};

/** In the order of shards. */
export const finishedShards = async (sql: Sql, { id }: Campaign): Promise<readonly ShardResult[]> =>
  (await sql.query<{ readonly shard: number; readonly hash: string; readonly bytes: string }>("SELECT shard, hash, bytes FROM dawndusk.shard WHERE campaign = $1 ORDER BY shard", [id])).map(({ shard, hash, bytes }) => ({ shard, hash, bytes: Number(bytes) }));

/** Set aside and not finished: a worker that was given up may bring its result all the same, and a result counts. */
const ASIDE = "FROM dawndusk.aside WHERE campaign = $1 AND NOT EXISTS (SELECT 1 FROM dawndusk.shard WHERE shard.campaign = aside.campaign AND shard.shard = aside.shard)";

export const asideShards = async (sql: Sql, campaign: Campaign): Promise<readonly SetAside[]> =>
  (await sql.query<{ readonly shard: number; readonly causes: readonly string[] }>(`SELECT shard, causes ${ASIDE} ORDER BY shard`, [campaign.id])).map(({ shard, causes }) => ({ shard, ...shardRange(campaign, shard), causes }));

export const alarmsOf = async (sql: Sql, { id }: Campaign): Promise<readonly Alarm[]> =>
  (await sql.query<{ readonly shard: number; readonly first_hash: string; readonly first_worker: string; readonly other_hash: string; readonly other_worker: string }>("SELECT * FROM dawndusk.alarm WHERE campaign = $1 ORDER BY shard, other_hash", [id]))
    .map(({ shard, first_hash, first_worker, other_hash, other_worker }) => ({ shard, hashes: [first_hash, other_hash], by: [first_worker, other_worker] }));

export interface ShardCounts {
  readonly finished: number;
  /** Whether the last shard, which may be shorter than the others, is finished. */
  readonly last: boolean;
  readonly aside: number;
  readonly workers: number;
}

/** How many shards there are at one moment, without reading them, each counted once. */
export const shardCounts = async (sql: Sql, campaign: Campaign): Promise<ShardCounts> => {
  const [counts] = await sql.query<ShardCounts>(
    `SELECT (SELECT count(*)::int FROM dawndusk.shard WHERE campaign = $1) AS finished, EXISTS (SELECT 1 FROM dawndusk.shard WHERE campaign = $1 AND shard = $2) AS last,
      (SELECT count(*)::int ${ASIDE}) AS aside, (SELECT count(*)::int FROM dawndusk.worker WHERE seen > now() - interval '30 s') AS workers`,
    [campaign.id, shardCount(campaign) - 1],
  );
  return counts!;
};
