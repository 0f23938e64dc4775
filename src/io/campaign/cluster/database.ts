/**
 * The PostgreSQL between a campaign's machines, and pg-boss in it. A lost connection is waited for: the broker may be killed and started again
 * at any time. Work is written so that doing it twice is doing it once, because a commit whose answer was lost may have been one.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import type { PgBoss } from "pg-boss";

export type Row = Readonly<Record<string, unknown>>;

export interface Sql {
  readonly query: <T extends object = Row>(text: string, values?: readonly unknown[]) => Promise<readonly T[]>;
}

export interface Database extends Sql {
  readonly boss: PgBoss;
  /** All of the work or nothing; `sql` may also be handed to the queue. */
  readonly transaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** The queue's tables; our own stand in "dawndusk". */
const QUEUE_SCHEMA = "dawndusk_queue";
const CONNECT_MS = 5000;
/** A broker that vanished without a word. */
const QUERY_MS = 60_000;
/** Seconds between looks for jobs whose worker was not heard of. */
const SUPERVISE_S = 2;

const TABLES = `
CREATE SCHEMA IF NOT EXISTS dawndusk;
CREATE TABLE IF NOT EXISTS dawndusk.campaign (
  id text PRIMARY KEY, head text NOT NULL, dawndusk text NOT NULL, model_version text NOT NULL, folder text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'paused', 'done')), created timestamptz NOT NULL DEFAULT now(), changed timestamptz NOT NULL DEFAULT now());
CREATE TABLE IF NOT EXISTS dawndusk.shard (
  campaign text NOT NULL REFERENCES dawndusk.campaign, shard integer NOT NULL, hash text NOT NULL, bytes bigint NOT NULL, worker text NOT NULL,
  finished timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (campaign, shard));
CREATE TABLE IF NOT EXISTS dawndusk.attempt (
  id bigserial PRIMARY KEY, campaign text NOT NULL REFERENCES dawndusk.campaign, shard integer NOT NULL, worker text NOT NULL,
  begun timestamptz NOT NULL DEFAULT now(), ended text CHECK (ended IN ('done', 'failed', 'lost')), cause text);
CREATE INDEX IF NOT EXISTS attempt_of_shard ON dawndusk.attempt (campaign, shard);
CREATE TABLE IF NOT EXISTS dawndusk.aside (
  campaign text NOT NULL REFERENCES dawndusk.campaign, shard integer NOT NULL, causes jsonb NOT NULL, PRIMARY KEY (campaign, shard));
CREATE TABLE IF NOT EXISTS dawndusk.alarm (
  campaign text NOT NULL REFERENCES dawndusk.campaign, shard integer NOT NULL, first_hash text NOT NULL, first_worker text NOT NULL,
  other_hash text NOT NULL, other_worker text NOT NULL, PRIMARY KEY (campaign, shard, other_hash));
CREATE TABLE IF NOT EXISTS dawndusk.worker (id text PRIMARY KEY, threads integer NOT NULL, seen timestamptz NOT NULL DEFAULT now());
`;

/** Any number that no one else takes: makers of the tables wait for each other. */
const TABLES_LOCK = 733_202_611;

/** Opens the database, makes the tables where they are missing, starts the queue. `onError` hears what happens behind the calls. Rejects at once where it cannot be reached. */
export const openDatabase = async (url: string, onError: (error: Error) => void): Promise<Database> => {
  const [{ default: pg }, { PgBoss }] = await Promise.all([import("pg"), import("pg-boss")]);
  const pool: Pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: CONNECT_MS, query_timeout: QUERY_MS, application_name: "dawndusk", keepAlive: true });
  pool.on("error", onError);
  // A client that is lent out tells of a lost connection by the query that is under way; without a listener its event would end the process.
  pool.on("connect", (client) => client.on("error", onError));
  try {
    const query = sqlOf(pool).query;
    const boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) }, schema: QUEUE_SCHEMA,
      schedule: false, supervise: true, superviseIntervalSeconds: SUPERVISE_S, monitorIntervalSeconds: SUPERVISE_S, queueCacheIntervalSeconds: SUPERVISE_S,
    });
    boss.on("error", onError);
    await oneAtATime(pool, async (client) => {
      await client.query(TABLES);
      await boss.start();
    });
    const close = async (): Promise<void> => {
      await boss.stop({ graceful: false, close: false }).catch(onError);
      await pool.end();
    };
    return { query, boss, transaction: (work) => transactionOn(pool, work), close };
  } catch (error) {
    await pool.end();
    throw error;
  }
};

/** What several that begin on a new database may not do at once: tables of ours and of the queue. The lock goes with its connection. */
const oneAtATime = async (pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> => {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query("SELECT pg_advisory_lock($1)", [TABLES_LOCK]);
    await work(client);
    await client.query("SELECT pg_advisory_unlock($1)", [TABLES_LOCK]);
    broken = false;
  } finally {
    client.release(broken);
  }
};

const sqlOf = (on: Pool | PoolClient): Sql => ({
  query: async <T extends object = Row>(text: string, values: readonly unknown[] = []) => (values.length === 0 ? await on.query<T>(text) : await on.query<T>(text, [...values])).rows,
});

const transactionOn = async <T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query("BEGIN");
    const result = await work(sqlOf(client)).catch(async (error: unknown) => {
      await client.query("ROLLBACK");
      broken = false;
      throw error;
    });
    await client.query("COMMIT");
    broken = false;
    return result;
  } finally {
    client.release(broken);
  }
};

/** A transaction as the queue takes it. */
export const asQueueDb = (sql: Sql): { readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: Row[] }> } => ({
  executeSql: async (text, values) => ({ rows: [...(await sql.query(text, values))] }),
});

/** Classes and codes of PostgreSQL, and of the network, that say: not now. 08 connection, 57P0x shutting down and starting up, 53 no room for another connection. */
const PASSING = /^(08|57P0|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT)$/;
const PASSING_TEXT = /connection terminated|query read timeout|timeout exceeded when trying to connect|not queryable|connection (error|ended|closed)/i;

export const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return PASSING.test(code) || PASSING_TEXT.test(error.message) || (error instanceof AggregateError && error.errors.some(isPassing));
};

export interface Patience {
  /** How long a lost broker is waited for. */
  readonly patience_s: number;
  readonly signal?: AbortSignal | undefined;
  /** Hears once an outage that the broker is away. */
  readonly onAway?: ((error: Error) => void) | undefined;
}

const FIRST_WAIT_MS = 100;
const LAST_WAIT_MS = 2000;

/** Does work until it is done, through outages of the broker. Rejects with what is no outage, and with an outage that is too long. */
export const throughOutages = async <T>(work: () => Promise<T>, { patience_s, signal, onAway }: Patience): Promise<T> => {
  const begun = performance.now();
  for (let wait_ms = FIRST_WAIT_MS; ; wait_ms = Math.min(LAST_WAIT_MS, 2 * wait_ms)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || signal?.aborted === true || performance.now() - begun > 1000 * patience_s) throw error;
      if (wait_ms === FIRST_WAIT_MS) onAway?.(error as Error);
      await sleep(wait_ms);
    }
  }
};
