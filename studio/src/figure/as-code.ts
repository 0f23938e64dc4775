/** A figure as the lines that make it again: a scenario, the command's record, and the rows. */
import type { Table } from "dawndusk/report";

/** TypeScript that runs the scenario and prints this table, of the version that showed it. */
export const codeOf = ({ id, title }: Pick<Table, "id" | "title">, dawndusk: string): string => `// ${title.replaceAll("\n", " ")}
// npm install dawndusk@${dawndusk}; save the scenario as scenario.yaml beside this file
import { readFileSync } from "node:fs";
import { run, load } from "dawndusk";
import { runSections } from "dawndusk/report";
import { solveHighs } from "dawndusk/solver";

const scenario = load({ path: "scenario.yaml", files: { read: (path) => readFileSync(path, "utf8") } });
const sections = runSections(await run(scenario, { solve: solveHighs }));
const tables = sections.flatMap(({ body }) => body.flatMap((piece) => (piece.kind === "table" ? [piece.table] : piece.kind === "figure" ? [piece.chart.table] : [])));
console.table(tables.find((table) => table.id === ${JSON.stringify(id)})?.rows);
`;
