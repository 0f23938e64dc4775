/** A hundred kills of each engine: threads; worker processes and the database between them. */
import type { Worker } from "node:worker_threads";
import { describe, test, vi } from "vitest";
import { runOnThreads } from "../io/campaign/built.ts";
import { clusterEngine } from "../io/campaign/cluster-engine.ts";
import { folders, ISHIGAMI, survives } from "../io/campaign/contract.ts";
import { startPostgres } from "../support/postgres.ts";

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

const SEEDS = { threads: 1, machines: 2 } as const;

describe("a hundred kills", { timeout: 1_800_000 }, () => {
  const { fresh } = folders();

  test(`of threads (seed ${SEEDS.threads})`, () =>
    survives(
      {
        name: "threads", start: async () => {}, stop: async () => {},
        run: (campaign, asked) => runOnThreads(campaign, { module: ISHIGAMI, ...asked }),
        kill: async (draw) => {
          const alive = started.filter(({ threadId }) => threadId !== -1);
          const at = Math.floor(draw() * alive.length);
          await alive[at]?.terminate();
          return `thread ${at}`;
        },
      },
      { kills: 100, seed: SEEDS.threads, shards: 900, workers: 5, folder: fresh },
    ));

  test(`of worker processes and the database (seed ${SEEDS.machines})`, async () => {
    const postgres = await startPostgres();
    const engine = clusterEngine(() => postgres);
    try {
      await survives(engine, { kills: 100, seed: SEEDS.machines, shards: 3000, workers: 5, folder: fresh });
    } finally {
      await engine.stop();
      await postgres.stop();
    }
  });
});
