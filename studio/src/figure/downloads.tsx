/** What can be taken away of a figure. */
import type { Table } from "dawndusk/report";
import type { ReactElement } from "react";
import { csvOf, jsonOf } from "./export-table.ts";
import { saveText } from "./save.ts";

export const Downloads = ({ table }: { readonly table: Table }): ReactElement => (
  <ul className="downloads" aria-label={`Download ${table.title}`}>
    <li><button type="button" onClick={() => saveText(`${table.id}.csv`, "text/csv", csvOf(table))}>CSV</button></li>
    <li><button type="button" onClick={() => saveText(`${table.id}.json`, "application/json", jsonOf(table))}>JSON</button></li>
  </ul>
);
