/** A table of `report`, cell by cell. */
import { cellText, type Column, type Table } from "dawndusk/report";
import { useId, useState, type ReactElement } from "react";
import { useSitting } from "../state/use-session.ts";
import { Row } from "./derivation.tsx";
import { Downloads } from "./downloads.tsx";

const classOf = ({ align }: Column): string => (align === "right" ? "number" : "words");

/** A table longer than this shows its first rows, until all are asked for. */
const LONG = 15;
const FIRST = 12;

export const TableGrid = ({ table }: { readonly table: Table }): ReactElement => {
  const id = useId();
  const changed = useSitting((sitting) => sitting.changed.cells.get(table));
  const [all, showAll] = useState(false);
  const facts = table.columns.every(({ name }) => name === "");
  const { length } = table.rows;
  const shown = all || length <= LONG ? table.rows : table.rows.slice(0, FIRST);
  const hidden = new Set([...(changed ?? [])].map((cell) => Number(cell.split(":")[0])).filter((row) => row >= shown.length)).size;
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={table.title}>
        <table id={id} data-table={table.id} aria-label={table.title} className={facts ? "facts" : undefined}>
          {facts ? null : <thead><tr>{table.columns.map((column, i) => <th key={i} scope="col" className={classOf(column)}>{column.name}{column.unit === "" ? null : <span className="unit">{column.unit}</span>}</th>)}</tr></thead>}
          <tbody>
            {shown.map(([first = null, ...row], r) => <Row key={r} table={table.id} name={cellText(first)}>{row.map((_, at) => at + 1).map((i) => (<td key={i} className={classOf(table.columns[i]!)} data-changed={changed?.has(`${r}:${i}`) === true ? "" : undefined}>{cellText(row[i - 1]!)}</td>))}</Row>)}
          </tbody>
        </table>
      </div>
      {length <= LONG ? null : <button type="button" className="all-rows" aria-expanded={all} aria-controls={id} onClick={() => showAll(!all)}>{all ? `First ${FIRST} rows` : `All ${length.toLocaleString("en-US")} rows${hidden === 0 ? "" : `, ${hidden} more of them changed`}`}</button>}
    </>
  );
};

/** A table under its title, with its note and what can be taken away; a folded one opens on demand. */
export const TableFigure = ({ table, folded }: { readonly table: Table; readonly folded: boolean }): ReactElement => {
  const body = <><TableGrid table={table} />{table.note === "" ? null : <p className="note">{table.note}</p>}<Downloads table={table} /></>;
  return folded ? <details className="figure" data-figure={table.id}><summary>{table.title}</summary>{body}</details> : <div className="figure" data-figure={table.id}><h3>{table.title}</h3>{body}</div>;
};
