/** A table as the lines that make it again: the call that it came from, over the scenario and the files beside it. */
import type { Table } from "dawndusk/report";
import type { Case, Compared } from "dawndusk/service";
import type { Askable, Origin } from "./origin.ts";

const words = (value: unknown): string => JSON.stringify(value);

/** A folder that a case is read from, with its code. */
interface Read {
  readonly folder: string;
  readonly given: Case;
}

const besideOf = ({ files, scenario }: Case): readonly string[] => Object.keys(files).filter((path) => path !== scenario);

const codeOfCase = ({ folder, given }: Read): string => {
  const read = `caseIn(${[folder, given.scenario, ...besideOf(given)].map(words).join(", ")})`;
  return given.set.length === 0 ? read : `{ ...${read}, set: ${words(given.set)} }`;
};

const OWN = ".";

/** Cases of a comparison: this scenario, and each example in a folder of its name. */
const folderOf = ({ id }: Compared, at: number): string => (at === 0 ? OWN : id);

const readsOf = (origin: Origin): readonly Read[] => {
  switch (origin.call) {
    case "compare": return origin.asked.flatMap((one, at) => (one.kind === "case" ? [{ folder: folderOf(one, at), given: one.case }] : []));
    case "risk":
    case "frontier": return [{ folder: OWN, given: origin.asked.case }];
    default: return [{ folder: OWN, given: origin.asked }];
  }
};

const askedCode = (origin: Origin): string => {
  switch (origin.call) {
    case "compare": return `[\n${origin.asked.map((one, at) => `  ${one.kind === "model" ? words(one) : `{ kind: "case", id: ${words(one.id)}, case: ${codeOfCase({ folder: folderOf(one, at), given: one.case })} }`},\n`).join("")}]`;
    case "risk":
    case "frontier": {
      const { case: given, ...rest } = origin.asked;
      return `{ case: ${codeOfCase({ folder: OWN, given })}, ...${words(rest)} }`;
    }
    default: return codeOfCase({ folder: OWN, given: origin.asked });
  }
};

const PIECES = `.flatMap(({ body }) => body).flatMap((piece) => (piece.kind === "table" ? [piece.table] : piece.kind === "figure" ? [piece.chart.table] : piece.kind === "multiples" ? piece.charts.map(({ table }) => table) : []))`;

/** Where the answer to each call has its tables. */
const TABLES: Readonly<Record<Askable, string>> = {
  run: `found.answer.sections${PIECES}`,
  risk: `found.sections${PIECES}`,
  frontier: `[found.section]${PIECES}`,
  ladder: "[...found.tables, ...(found.chart === null ? [] : [found.chart.table])]",
  compare: "[...found.tables, ...found.walks.map(({ table }) => table)]",
  jobDays: "[found.answer.table]",
};

/** The command that prints it too, where there is one. */
const commandOf = (origin: Origin): string | null => {
  switch (origin.call) {
    case "run": return `run ${origin.asked.scenario}`;
    case "risk": return `risk ${origin.asked.case.scenario} --design ${origin.asked.design} --samples ${origin.asked.evaluations}`;
    case "frontier": return `risk ${origin.asked.case.scenario} --frontier ${origin.asked.drivers.join(",")}`;
    case "compare": return `compare ${origin.asked.map((one, at) => (one.kind === "model" ? one.id : at === 0 ? one.case.scenario : `${one.id}/${one.case.scenario}`)).join(" ")}`;
    default: return null;
  }
};

/** What is to be saved where. */
const savedText = ({ folder, given }: Read): string => {
  const place = folder === OWN ? "beside this file" : `in ${folder}/, as that example has it`;
  const beside = besideOf(given);
  return `// Save the scenario as ${given.scenario} ${place}${beside.length === 0 ? "" : `, with what it reads: ${beside.join(", ")}`}.`;
};

/** A module for Node that asks the same question of the version that showed the table, and prints its rows. */
export const codeOf = ({ id, title }: Pick<Table, "id" | "title">, origin: Origin, dawndusk: string): string => {
  const command = commandOf(origin);
  return `// ${title.replaceAll("\n", " ")}
// npm install dawndusk@${dawndusk}; run this file as table.mjs.
${readsOf(origin).map(savedText).join("\n")}${command === null ? "" : `\n// On the command line: npx dawndusk ${command}`}
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answering } from "dawndusk/service";
import { highsSolver } from "dawndusk/solver";

const caseIn = (folder, scenario, ...beside) => ({ scenario, files: Object.fromEntries([scenario, ...beside].map((path) => [path, readFileSync(join(folder, path), "utf8")])), set: [] });
const asked = ${askedCode(origin)};
const found = await answering({ solve: highsSolver() }).${origin.call}(asked, { tell: () => {}, signal: new AbortController().signal });
if (!found.ok) throw new Error(JSON.stringify(found));
const tables = ${TABLES[origin.call]};
const table = tables.find(({ id, title }) => id === ${words(id)} && title === ${words(title)});
console.table(table.rows.map((row) => Object.fromEntries(row.map((cell, i) => [\`\${i + 1} \${table.columns[i].name}\`, cell]))));
`;
};
