/**
 * A PostgreSQL of a test's own: Debian's programs (scripts/install-postgres.sh), data and socket in a temporary folder, a free port of this machine
 * that the system hands to no connection, so that it is still free after a restart.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export interface Postgres {
  readonly url: string;
  /** Ends the server as a machine does: SIGKILL takes the postmaster alone, SIGQUIT is `pg_ctl stop -m immediate`; then, when `until` has come, starts it again. */
  readonly killAndRestart: (signal: "SIGKILL" | "SIGQUIT", until: Promise<unknown>) => Promise<void>;
  /** Rows of a statement. */
  readonly query: (text: string) => Promise<readonly Record<string, unknown>[]>;
  readonly stop: () => Promise<void>;
}

/** Below the ports that systems hand out by themselves (Linux: from 32768 on). */
const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, "127.0.0.1");
    const isFree = await once(server, "listening").then(() => true, () => false);
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
};

/** PostgreSQL refuses to run as root: there it runs as the user that Debian's package made. */
const asPostgres = (program: string, words: readonly string[]): readonly [string, readonly string[]] =>
  process.getuid?.() === 0 ? ["setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, ...words]] : [program, words];

export const startPostgres = async (): Promise<Postgres> => {
  const installed = spawnSync("bash", [new URL("../../scripts/install-postgres.sh", import.meta.url).pathname], { encoding: "utf8" });
  if (installed.status !== 0) throw new Error(`no PostgreSQL: ${installed.stderr}`);
  const programs = installed.stdout.trim();
  const folder = mkdtempSync(`${tmpdir()}/dawndusk-postgres-`);
  if (process.getuid?.() === 0) spawnSync("chown", ["postgres:postgres", folder]);
  const [initdb, initWords] = asPostgres(`${programs}/initdb`, ["-D", `${folder}/data`, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"]);
  const made = spawnSync(initdb, initWords, { encoding: "utf8", cwd: folder });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const start = (): ChildProcess => {
    const [program, words] = asPostgres(`${programs}/postgres`, ["-D", `${folder}/data`, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=100"]);
    return spawn(program, words, { stdio: "ignore", cwd: folder });
  };
  let server = await ready(start, url);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, "exit");
  };
  return {
    url,
    killAndRestart: async (signal, until) => {
      await end(signal);
      await until;
      server = await ready(start, url);
    },
    query: (text) => rowsOf(url, text),
    stop: async () => {
      await end("SIGQUIT");
      await sleep(100);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const rowsOf = async (url: string, text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
};

const PATIENCE_MS = 120_000;

/** Starts until it answers: after a SIGKILL the old server's children must be gone first. */
const ready = async (start: () => ChildProcess, url: string): Promise<ChildProcess> => {
  const begun = performance.now();
  let server = start();
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) server = start();
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("SELECT 1");
      return server;
    } catch (error) {
      if (performance.now() - begun > PATIENCE_MS) throw error;
      await sleep(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
};
