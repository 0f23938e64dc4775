/** How a campaign is cut. The cut is a function of the campaign alone: neither threads nor machines nor what is finished changes it. */
import { contentHash } from "../../run/index.ts";
import type { Campaign, ShardRange } from "./campaign-record.ts";

/** More would take days on any cluster: a slip of the finger. */
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
