/** What can be taken away of a figure. */
import type { Chart, Table } from "dawndusk/report";
import { useContext, useState, type ReactElement } from "react";
import { useSitting } from "../state/use-session.ts";
import { codeOf } from "./as-code.ts";
import { csvOf, jsonOf } from "./export-table.ts";
import { OriginContext, type Origin } from "./origin.ts";
import { saveBlob, saveText } from "./save.ts";

interface Way {
  readonly name: string;
  readonly take: () => void | Promise<void>;
}

const tableWays = (table: Table): readonly Way[] => [
  { name: "CSV", take: () => saveText(`${table.id}.csv`, "text/csv", csvOf(table)) },
  { name: "JSON", take: () => saveText(`${table.id}.json`, "application/json", jsonOf(table)) },
];

const chartWays = (chart: Chart): readonly Way[] => [
  { name: "SVG", take: async () => saveText(`${chart.id}.svg`, "image/svg+xml", (await import("./echart.ts")).chartSvg(chart)) },
  { name: "PNG", take: async () => saveBlob(`${chart.id}.png`, await (await import("./echart.ts")).chartPng(chart)) },
];

export const Downloads = ({ table, chart }: { readonly table: Table; readonly chart?: Chart }): ReactElement => {
  const dawndusk = useSitting(({ shown }) => shown?.answer.dawndusk ?? "");
  const [said, say] = useState("");
  const origin = useContext(OriginContext);
  const copies = (of: Origin): Way => ({ name: "Copy as code", take: () => navigator.clipboard.writeText(codeOf(table, of, dawndusk)).then(() => say("copied")) });
  const take = async ({ name, take: taken }: Way): Promise<void> => {
    try {
      say("");
      await taken();
    } catch (error) {
      say(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <div className="downloads">
      <ul aria-label={`Take away ${table.title}`}>
        {[...tableWays(table), ...(chart === undefined ? [] : chartWays(chart)), ...(origin === null ? [] : [copies(origin)])].map((way) => <li key={way.name}><button type="button" onClick={() => void take(way)}>{way.name}</button></li>)}
      </ul>
      <span role="status">{said}</span>
    </div>
  );
};
