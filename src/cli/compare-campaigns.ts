/** Folders of `risk --out` side by side. */
import { existsSync, readFileSync, statSync } from "node:fs";
import type { KeptCampaign } from "../report/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { outFolder, writeInto } from "./out-folder.ts";
import type { Terminal } from "./terminal.ts";

const RECORD = "risk.json";

/** Whether a name is a folder. */
export const isFolder = (name: string): boolean => existsSync(name) && statSync(name).isDirectory();

/** Whether what was read is a campaign's record, as far as it is read here. */
const isCampaign = (record: unknown): record is KeptCampaign => {
  const has = (value: unknown, ...keys: readonly string[]): boolean => typeof value === "object" && value !== null && keys.every((key) => key in value);
  if (!has(record, "campaign", "scenario", "modelVersion", "plan", "analysis")) return false;
  const { plan, analysis } = record as { readonly plan: unknown; readonly analysis: unknown };
  return has(plan, "inputs", "design") && has(analysis, "points", "outcomes", "choices", "indices");
};

const campaignIn = (folder: string): KeptCampaign => {
  const path = `${folder}/${RECORD}`;
  if (!existsSync(path)) throw new UsageError(`${folder} has no ${RECORD}`, "dawndusk risk scenario.yaml --out <folder> writes one");
  try {
    const record: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (isCampaign(record)) return record;
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`, "dawndusk risk scenario.yaml --out <folder> writes it anew");
  }
  throw new UsageError(`${path} is no record of a campaign`, "dawndusk risk scenario.yaml --out <folder> writes one");
};

/** Prints campaigns side by side. */
export const compareCampaigns = async (folders: readonly string[], options: { readonly json?: true; readonly out?: string }, terminal: Terminal): Promise<ExitCode> => {
  const scenario = folders.find((name) => !isFolder(name));
  if (scenario !== undefined) throw new UsageError(`${scenario} beside folders of campaigns`, "compare campaigns with campaigns: dawndusk risk scenario.yaml --out <folder> makes one of a scenario");
  const out = options.out === undefined ? undefined : outFolder(options.out);
  const { campaignComparePage, campaignCompareTables, textTable, wrapText } = await import("../report/index.ts");
  const tables = campaignCompareTables(folders.map((name) => ({ name, report: campaignIn(name) })));
  const { width } = terminal.look;
  const record = jsonText({ campaigns: folders, tables });
  terminal.write(options.json === true ? record : tables.map((table) => `${table.title}\n${textTable(table, width).join("\n")}\n${table.note === "" ? "" : `${wrapText(table.note, width).join("\n")}\n`}`).join("\n"));
  if (out !== undefined) writeInto(out, { "compare.json": record, "compare.html": campaignComparePage(folders, tables) });
  return EXIT.done;
};
