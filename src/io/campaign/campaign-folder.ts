/**
 * A campaign's folder on one machine: manifest.json, shards/, and while it is under way journal.jsonl, a line a finished shard, each on the
 * disk before the next is begun. A shard whose line is there is not computed again; a torn last line is as if it were not there.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { Campaign, CampaignEnd, ShardFile, ShardResult } from "./campaign-record.ts";
import { appendDurably, writeDurably } from "./durable-file.ts";
import { holdsShard, shardPath } from "./shard-file.ts";
import { shardCount, shardRange } from "./shards.ts";

/** The folder of a campaign within that of `--out`. */
export const folderOf = (out: string, { id }: Campaign): string => `${out}/campaign-${id.slice(0, 12)}`;

export const storeOf = (folder: string): string => `${folder}/shards`;
const journalOf = (folder: string): string => `${folder}/journal.jsonl`;
const manifestOf = (folder: string): string => `${folder}/manifest.json`;

export interface CampaignFolder {
  readonly store: string;
  /** What was finished before, checked against the files: by shard. */
  readonly finished: ReadonlyMap<number, ShardFile>;
  readonly finish: (result: ShardResult) => void;
}

/** Opens a campaign's folder, made where it is missing. Throws where it holds another campaign. */
export const openFolder = (folder: string, campaign: Campaign): CampaignFolder => {
  const store = storeOf(folder);
  mkdirSync(store, { recursive: true });
  const head = existsSync(manifestOf(folder)) ? (JSON.parse(readFileSync(manifestOf(folder), "utf8")) as { readonly id: string }) : undefined;
  if (head !== undefined && head.id !== campaign.id) throw new Error(`${folder} holds campaign ${head.id}`);
  if (head === undefined) writeManifest(folder, { campaign, finished: [], aside: [], alarms: [], interrupted: true });
  return {
    store,
    finished: new Map(writtenResults(folder, campaign).filter((result) => holdsShard(store, result)).map(({ shard, hash, bytes }) => [shard, { hash, bytes }])),
    finish: (result) => appendDurably(journalOf(folder), `${JSON.stringify(result)}\n`),
  };
};

/** Shards that the manifest or the journal has, the later in place of the earlier. */
const writtenResults = (folder: string, campaign: Campaign): readonly ShardResult[] => {
  const { shards } = JSON.parse(readFileSync(manifestOf(folder), "utf8")) as { readonly shards: readonly ShardResult[] };
  const journal = existsSync(journalOf(folder)) ? readFileSync(journalOf(folder), "utf8").split("\n").flatMap((line) => resultOf(line)) : [];
  const count = shardCount(campaign);
  return [...new Map([...shards, ...journal].filter(({ shard }) => shard < count).map((result) => [result.shard, result])).values()];
};

/** A line as it was written; none of what a cut left. */
const resultOf = (line: string): readonly ShardResult[] => {
  try {
    const { shard, hash, bytes } = JSON.parse(line) as ShardResult;
    return Number.isInteger(shard) && shard >= 0 && /^[0-9a-f]{64}$/.test(hash) ? [{ shard, hash, bytes }] : [];
  } catch {
    return [];
  }
};

/** What a campaign is and what it found, the same bytes whoever computed it: `id`, what it is made of, and its shards in order. */
export const manifestText = ({ campaign, finished, aside }: CampaignEnd): string => {
  const { id, subject, ...head } = campaign;
  const shards = finished.map((result) => JSON.stringify({ ...result, ...shardRange(campaign, result.shard) }));
  const facts = { id, ...head, count: shardCount(campaign), complete: finished.length === shardCount(campaign), aside };
  const lines = Object.entries(facts).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(",\n")},\n"shards": [${shards.map((shard) => `\n${shard}`).join(",")}\n],\n"subject": ${JSON.stringify(subject)}\n}\n`;
};

export const writeManifest = (folder: string, end: CampaignEnd): void => writeDurably(manifestOf(folder), Buffer.from(manifestText(end), "utf8"), "new");

/** What a shard is called, whole or under way: a store may hold files of others. */
const OF_A_SHARD = /^[0-9a-f]{64}\.parquet(\..+\.part)?$/;

/** Writes the manifest, then takes away the journal and shards that are none of the manifest's: the last of it only when all is there. Files of other names are left. */
export const closeFolder = (folder: string, end: CampaignEnd): void => {
  writeManifest(folder, end);
  rmSync(journalOf(folder), { force: true });
  const store = storeOf(folder);
  const known = new Set(end.finished.map(({ hash }) => shardPath(store, hash)));
  for (const name of readdirSync(store)) if (OF_A_SHARD.test(name) && !known.has(`${store}/${name}`)) rmSync(`${store}/${name}`, { force: true });
};

/** Reads the manifest of a folder: the campaign and its shards. Throws where there is none. */
export const readManifest = (folder: string): CampaignEnd => {
  const { shards, aside, count, complete, ...campaign } = JSON.parse(readFileSync(manifestOf(folder), "utf8")) as Campaign & Pick<CampaignEnd, "aside"> & { readonly shards: readonly ShardResult[]; readonly count: number; readonly complete: boolean };
  return { campaign, finished: shards.map(({ shard, hash, bytes }) => ({ shard, hash, bytes })), aside, alarms: [], interrupted: !complete && shards.length + aside.length < count };
};
