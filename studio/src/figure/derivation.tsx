/** Where a number comes from: shown at the pointer, at the focus, and to a reader of the screen. */
import { cellText, derivationOf, isInput, type Derivation, type Section, type Table } from "dawndusk/report";
import { useId, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { useSitting } from "../state/use-session.ts";

/** Columns of the assumption tables. */
const [PATH, VALUE, UNIT, SOURCE] = [0, 1, 2, 4];
/** More would hide the page; the assumptions have them all. */
const MOST = 8;

const NO_TABLES: readonly Table[] = [];

const assumptionTables = (sections: readonly Section[] | undefined): readonly Table[] =>
  sections?.find(({ id }) => id === "assumptions")?.body.flatMap((piece) => (piece.kind === "table" ? [piece.table] : [])) ?? NO_TABLES;

const Inputs = ({ derivation }: { readonly derivation: Derivation }): ReactElement | null => {
  const sections = useSitting(({ shown }) => shown?.answer.sections);
  const rows = assumptionTables(sections).flatMap((table) => table.rows.filter((row) => isInput(derivation, String(row[PATH]))));
  const inputs = rows.map((row) => ({ path: String(row[PATH]), value: `${cellText(row[VALUE]!)} ${cellText(row[UNIT]!)}`, source: cellText(row[SOURCE]!) }));
  if (inputs.length === 0) return null;
  return (
    <>
      <ul>{inputs.slice(0, MOST).map(({ path, value, source }) => <li key={path}><code>{path}</code> {value}{source === "" ? null : <small> {source}</small>}</li>)}</ul>
      {inputs.length > MOST ? <p>and {inputs.length - MOST} more among the assumptions below</p> : null}
    </>
  );
};

/** Shown above all else, beside what it tells of, for as long as it is open. */
const How = ({ id, derivation, beside }: { readonly id: string; readonly derivation: Derivation; readonly beside: HTMLElement }): ReactElement => {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = element.current!;
    box.showPopover();
    const { left, bottom, top } = beside.getBoundingClientRect();
    const below = bottom + box.offsetHeight < innerHeight;
    box.style.left = `${Math.max(8, Math.min(left, innerWidth - box.offsetWidth - 8))}px`;
    box.style.top = `${below ? bottom : Math.max(8, top - box.offsetHeight)}px`;
  }, [beside]);
  return (
    <div ref={element} id={id} popover="manual" role="note" className="how">
      <code>{derivation.equation}</code>
      <p>{derivation.where}</p>
      <Inputs derivation={derivation} />
      <small>{derivation.theory}</small>
    </div>
  );
};

/** A row of a table: the pointer anywhere on it, or the button of its first cell, opens how its numbers come about, where that is told. */
export const Row = ({ table, name, children }: { readonly table: string; readonly name: string; readonly children: ReactNode }): ReactElement => {
  const id = useId();
  const [pointed, point] = useState(false);
  const [pressed, press] = useState(false);
  const head = useRef<HTMLTableCellElement>(null);
  const derivation = derivationOf(table, name);
  if (derivation === null) return <tr><th scope="row">{name}</th>{children}</tr>;
  const open = pointed || pressed;
  const close = (): void => {
    point(false);
    press(false);
  };
  return (
    <tr onMouseEnter={() => point(true)} onMouseLeave={() => point(false)} onKeyDown={({ key }) => key === "Escape" && close()}>
      <th scope="row" ref={head}>
        <button type="button" className="why" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => press(!pressed)} onBlur={() => press(false)}>{name}</button>
        {open && head.current !== null ? <How id={id} derivation={derivation} beside={head.current} /> : null}
      </th>
      {children}
    </tr>
  );
};
