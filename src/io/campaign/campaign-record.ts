/**
 * What a campaign is made of: one pure function of a sample's index, cut into shards that may be computed anywhere, in any order, more than
 * once. A shard's result is a Parquet file that is named by the hash of its bytes.
 */

/** What is computed of a range of samples: named columns, each value a pure function of the sample's index. */
export interface Computation {
  readonly columns: readonly string[];
  /** Samples start to end - 1, a column each. NaN where a value does not exist. */
  readonly compute: (range: ShardRange) => readonly Float64Array[];
}

/** A module that threads load exports this: it makes the computation of a campaign's subject, a record that survives JSON. */
export interface ComputationModule {
  readonly computationOf: (subject: unknown) => Computation | Promise<Computation>;
}

/** Samples start to end - 1. */
export interface ShardRange {
  readonly start: number;
  readonly end: number;
}

/** A campaign. Two with one id give the same bytes. */
export interface Campaign {
  /** SHA-256 over all else but `name`, as hex. */
  readonly id: string;
  readonly name: string;
  readonly dawndusk: string;
  readonly modelVersion: string;
  readonly samples: number;
  readonly shardSize: number;
  /** What the computation is made of: plain JSON. */
  readonly subject: unknown;
}

/** A shard as computed. */
export interface ShardFile {
  /** SHA-256 of the file, as hex; its name in the store is this and ".parquet". */
  readonly hash: string;
  readonly bytes: number;
}

export interface ShardResult extends ShardFile {
  readonly shard: number;
}

/** A shard that failed as often as is tried: the campaign is finished without it. */
export interface SetAside extends ShardRange {
  readonly shard: number;
  /** What each attempt ended with, the first first. */
  readonly causes: readonly string[];
}

/** A shard that was computed twice with different bytes: somewhere the same version gives other numbers. */
export interface Alarm {
  readonly shard: number;
  readonly hashes: readonly [string, string];
  /** Who computed the first and the second. */
  readonly by: readonly [string, string];
}

export interface CampaignProgress {
  readonly shards: number;
  readonly finished: number;
  readonly aside: number;
  /** Samples of finished shards, and of all. */
  readonly samples: number;
  readonly of: number;
  /** Threads of one machine, or workers of a cluster that were heard of lately. */
  readonly workers: number;
}

/** How a campaign ended. `finished` is in the order of shards. */
export interface CampaignEnd {
  readonly campaign: Campaign;
  readonly finished: readonly ShardResult[];
  readonly aside: readonly SetAside[];
  readonly alarms: readonly Alarm[];
  readonly interrupted: boolean;
}
