/** How a campaign is cut. The cut is a function of the campaign alone: neither threads nor machines nor what is finished changes it. */
import { contentHash } from "../../run/index.ts";
import type { Campaign, ShardRange } from "./campaign-record.ts";

/** More than a sheet of indices can hold in a double's exact whole numbers would never end: a slip of the finger. */
export const SAMPLES_MAX = 1e9;

/** A campaign with its id. Throws RangeError on samples or shards that are no whole numbers in range. */
export const campaignOf = async (head: Omit<Campaign, "id">): Promise<Campaign> => {
  whole("samples", head.samples, SAMPLES_MAX);
  whole("shardSize", head.shardSize, SAMPLES_MAX);
  const { name: _, ...identity } = head;
  return { ...head, id: await contentHash(identity) };
};

const whole = (name: string, value: number, high: number): void => {
  if (!Number.isInteger(value) || value < 1 || value > high) throw new RangeError(`${name} of a campaign are a whole number from 1 to ${high}, not ${value}`);
};

export const shardCount = ({ samples, shardSize }: Campaign): number => Math.ceil(samples / shardSize);

export const shardRange = ({ samples, shardSize }: Campaign, shard: number): ShardRange => ({ start: shard * shardSize, end: Math.min(samples, (shard + 1) * shardSize) });

/** Largest shard: half a second of a model of 8,000 samples a second, and 1 to 2 MB. */
const SHARD_MAX = 4096;
/** As many shards as keep some dozens of threads busy to the end. */
const SHARDS_WANTED = 64;
/** Smallest: below it, starting a shard costs as much as computing it. */
const SHARD_MIN = 32;

/** The size for a number of samples: a power of two. */
export const shardSizeOf = (samples: number): number => {
  let size = SHARD_MIN;
  while (size < SHARD_MAX && size * SHARDS_WANTED < samples) size *= 2;
  return size;
};
