/** The reference of the language as Markdown, from the table. */
import { explainAll, type Explanation } from "./explain.ts";
import { orList } from "./written.ts";

const HEAD = `# Scenario reference

Every field of a scenario, from the field table of the language. This page is generated: change the table, then run \`npx tsx scripts/write-reference.ts\`.
How values are written is shown in [the guide](../guide/language.md); \`dawndusk explain PATH\` prints one field. A default that names a catalogue entry takes its figure, with its source, from \`dawndusk catalog\`.
`;

/** Markdown of the whole reference. */
export const reference = (): string => {
  const all = explainAll();
  const sections = all.filter((e) => e.kind === "group" || e.kind === "list");
  const top = all.filter((e) => !e.path.includes(".") && e.kind !== "group" && e.kind !== "list");
  return [HEAD, "## Top level\n", ...top.map(entry), ...sections.flatMap((section) => sectionText(section, all))].join("\n");
};

const sectionText = (section: Explanation, all: readonly Explanation[]): readonly string[] => {
  const above = section.kind === "list" ? `${section.path}[]` : section.path;
  const fields = all.filter((e) => e.path === `${above}.${e.path.split(".").at(-1)!}` && e.kind !== "group" && e.kind !== "list");
  const optional = section.default === "none" ? " May be left out." : "";
  return [`## ${above}\n`, `${section.meaning}${optional}${section.kind === "list" ? ` At most ${section.range.replace(/\D/g, "")} items.` : ""}\n`, ...fields.map(entry)];
};

const entry = (e: Explanation): string => {
  const lines = [
    `### ${e.path}\n`,
    `${e.meaning}\n`,
    `- Value: ${e.range}${e.unit === "" ? "" : `; unit ${e.unit}`}${e.example === "" ? "" : `; example \`${e.example}\``}`,
    ...(e.forms.length < 2 ? [] : [`- Written as ${orList(e.forms)}`]),
    `- Default: ${e.default}`,
    ...(e.feeds.length === 0 ? [] : [`- Feeds: ${e.feeds.join(", ")}`]),
  ];
  return `${lines.join("\n")}\n`;
};
