/** A campaign on one machine: threads, files, no server. What was finished before in the same folder is not computed again. */
import type { Campaign, CampaignEnd, CampaignProgress, SetAside, ShardFile, ShardResult } from "./campaign-record.ts";
import { closeFolder, openFolder } from "./campaign-folder.ts";
import { isPoison, type Failure } from "./retry.ts";
import { shardThreads } from "./shard-threads.ts";
import { shardCount, shardRange } from "./shards.ts";

/** Longest that a shard may take before it counts as failed. */
export const SHARD_LIMIT_S = 3600;

export interface ThreadsRun {
  readonly folder: string;
  /** URL of the module with `computationOf`. */
  readonly module: string;
  readonly workers: number;
  readonly limit_s?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CampaignProgress) => void;
}

/** Runs what is missing of a campaign. An abort keeps what was finished, and rejects nothing. Rejects where no thread can begin or a file cannot be written. */
export const runOnThreads = async (campaign: Campaign, { folder, module, workers, limit_s = SHARD_LIMIT_S, signal, onProgress }: ThreadsRun): Promise<CampaignEnd> => {
  const { store, finished: before, finish } = openFolder(folder, campaign);
  const finished = new Map<number, ShardFile>(before);
  const aside = new Map<number, SetAside>();
  const failures = new Map<number, Failure[]>();
  const missing = Array.from({ length: shardCount(campaign) }, (_, shard) => shard).filter((shard) => !before.has(shard));
  const tell = (): void => onProgress?.(progressOf(campaign, { finished: finished.size, last: finished.has(shardCount(campaign) - 1), aside: aside.size, workers }));
  const threads = shardThreads({ module, subject: campaign.subject, store, workers, by: String(process.pid), limit_s });
  let stopped = signal?.aborted === true;
  const stop = (): void => {
    stopped = true;
    void threads.close();
  };
  signal?.addEventListener("abort", stop, { once: true });

  const settle = (shard: number, outcome: Awaited<ReturnType<typeof threads.compute>>): void => {
    if (outcome.kind === "done") {
      finish({ shard, ...outcome.file });
      finished.set(shard, outcome.file);
      return;
    }
    const known = [...(failures.get(shard) ?? []), outcome];
    failures.set(shard, known);
    if (isPoison(known)) aside.set(shard, { shard, ...shardRange(campaign, shard), causes: known.map(({ cause }) => cause) });
    else missing.push(shard);
  };
  const work = async (): Promise<void> => {
    for (let shard = missing.shift(); shard !== undefined && !stopped; shard = missing.shift()) {
      const outcome = await threads.compute(shardRange(campaign, shard));
      // What an abort ends is no failure.
      if (stopped && outcome.kind !== "done") return;
      settle(shard, outcome);
      tell();
    }
  };
  try {
    tell();
    // A shard that comes back must find a thread: who runs out of shards ends, and the last to fail goes round again itself.
    await allOrFirstError(Array.from({ length: Math.min(workers, missing.length) }, work), stop);
  } finally {
    signal?.removeEventListener("abort", stop);
    await threads.close();
  }
  const end: CampaignEnd = { campaign, finished: inOrder(finished), aside: [...aside.values()].toSorted((a, b) => a.shard - b.shard), alarms: [], interrupted: finished.size + aside.size < shardCount(campaign) };
  if (!end.interrupted) closeFolder(folder, end);
  return end;
};

/** Waits for all; the first to fail stops the others, and what it failed with is thrown when they have ended. */
export const allOrFirstError = async (works: readonly Promise<void>[], stop: () => void): Promise<void> => {
  for (const work of works) work.catch(stop);
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
};

export const inOrder = (finished: ReadonlyMap<number, ShardFile>): readonly ShardResult[] => [...finished].map(([shard, file]) => ({ shard, ...file })).toSorted((a, b) => a.shard - b.shard);

/** How far a campaign is; `last` says whether its last shard, which may be shorter, is among those finished. */
export const progressOf = (campaign: Campaign, { finished, last, aside, workers }: Pick<CampaignProgress, "finished" | "aside" | "workers"> & { readonly last: boolean }): CampaignProgress => {
  const shards = shardCount(campaign);
  return { shards, finished, aside, workers, of: campaign.samples, samples: finished * campaign.shardSize - (last ? shards * campaign.shardSize - campaign.samples : 0) };
};
