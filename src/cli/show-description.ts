/** What `description` prints. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { DESCRIPTION_VERSION, factsOf, readDescription, valueOf, type Description } from "../description/index.ts";
import { numberColumn, textTable, wordColumn, type Cell, type Table } from "../report/index.ts";
import { ScenarioError } from "../scenario/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import type { Terminal } from "./terminal.ts";

export interface DescriptionOptions {
  readonly migrate?: true;
  readonly json?: true;
  readonly quiet?: true;
}

/** Throws UsageError where there is no such file, ScenarioError with all that is wrong in it. */
export const showDescription = (file: string, { migrate, json, quiet }: DescriptionOptions, terminal: Terminal): ExitCode => {
  const read = readDescription(textOf(file), file);
  if (!read.ok) throw new ScenarioError(read.problems);
  const { description, version, notes } = read;
  if (migrate === true) terminal.write(jsonText(description));
  else if (json === true) terminal.write(jsonText({ problems: [], notes, version, description }));
  else terminal.write([`${file}: no problems. ${versionText(version)} ${sourcedText(description)}`, "", ...textTable(tierTable(description), terminal.look.width), ""].join("\n"));
  if (json !== true && quiet !== true) for (const note of notes) terminal.tell(`note: ${note}\n`);
  return EXIT.done;
};

/** A text, not a film: what is longer is refused unread. */
const MOST_BYTES = 4_000_000;

const textOf = (file: string): string => {
  if (!existsSync(file)) throw new UsageError(`there is no file "${file}"`, "docs/guide/description.md shows how one is written");
  const found = statSync(file);
  if (!found.isFile()) throw new UsageError(`"${file}" is no file`, "name a file of YAML or JSON");
  if (found.size > MOST_BYTES) throw new UsageError(`"${file}" has ${found.size} bytes`, `at most ${MOST_BYTES} are read`);
  return readFileSync(file, "utf8");
};

const versionText = (version: number): string => (version === DESCRIPTION_VERSION ? `Version ${version}.` : `Version ${version}; --migrate prints version ${DESCRIPTION_VERSION}.`);

const sourcedText = (description: Description): string => {
  const facts = factsOf(description).filter(({ fact }) => fact.source !== undefined);
  return `${facts.length} ${facts.length === 1 ? "number names its" : "numbers name their"} source.`;
};

type Tier = Description["tiers"][number];

const tierTable = ({ tiers }: Description): Table => ({
  id: "tiers",
  title: "Tiers",
  columns: [wordColumn("tier"), wordColumn("kind"), numberColumn("platforms", ""), numberColumn("IT of one", "kW"), numberColumn("IT of all", "MW")],
  rows: tiers.map(tierRow),
  note: "",
});

/** A site is one; what is not said is not counted. */
const tierRow = (tier: Tier): readonly Cell[] => {
  const [one, number] = tier.kind === "orbit" ? [tier.platform.it_kW, tier.orbit.satellites] : [tier.site.it_kW, 1];
  const it_kW = one === undefined ? null : valueOf(one);
  const platforms = number === undefined ? null : valueOf(number);
  return [tier.id, tier.kind, platforms, it_kW, it_kW === null || platforms === null ? null : (it_kW * platforms) / 1000];
};
