/** Every number that goes in: searched by name or source, and written over in place. */
import type { Inspection, Language } from "dawndusk/service";
import { memo, useDeferredValue, useState, type ReactElement } from "react";
import { listsOf, useLanguage } from "./language.ts";
import { useEdit } from "./use-edit.ts";
import { stepsOf } from "./yaml-tree.ts";

export type Assumption = Extract<Inspection, { readonly ok: true }>["assumptions"][number];

const MOST_ROWS = 40;
const ORIGIN: Readonly<Record<Assumption["origin"], string>> = { scenario: "written", set: "set", default: "default", catalog: "catalogue" };

const valueText = ({ value, unit }: Assumption): string => `${Number(value.toPrecision(6))}${unit === "1" ? "" : ` ${unit}`}`;

const found = (assumptions: readonly Assumption[], wanted: string): readonly Assumption[] => {
  const words = wanted.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return assumptions.filter(({ path, source, origin }) => words.every((word) => `${path} ${source} ${ORIGIN[origin]}`.toLowerCase().includes(word)));
};

/** A figure of the catalogue that no field stands for is not the scenario's to change. */
const isField = ({ path }: Assumption): boolean => !path.includes("/");

interface RowProps {
  readonly assumption: Assumption;
  readonly language: Language | null;
  readonly disabled: boolean;
}

/** One number with its parents, to be written over. */
export const AssumptionRow = ({ assumption, language, disabled }: RowProps): ReactElement => {
  const [typed, put] = useState<string | null>(null);
  const [wrong, say] = useState(false);
  const edit = useEdit();
  const { path, source, asOf, origin, form, evidence } = assumption;
  const take = (): void => {
    const next = typed?.trim() ?? "";
    if (language !== null && next !== "" && next !== valueText(assumption)) say(!edit(stepsOf(path, listsOf(language)), next));
    put(null);
  };
  const editable = isField(assumption) && form === "constant";
  return (
    <li data-assumption={path}>
      <span className="path">{path}</span>
      {editable
        ? <input type="text" aria-label={path} disabled={disabled || language === null} value={typed ?? valueText(assumption)} onChange={({ target }) => put(target.value)} onBlur={take} onKeyDown={(event) => (event.key === "Enter" ? take() : event.key === "Escape" ? put(null) : undefined)} />
        : <span className="much">{valueText(assumption)}{form === "constant" ? "" : ` (${form})`}</span>}
      <span className="source">{ORIGIN[origin]}{source === "" ? "" : `: ${source}`}{asOf === "" ? "" : `; ${asOf}`}{evidence === null ? "" : `, ${evidence}`}{wrong ? ". That cannot be written here." : ""}</span>
    </li>
  );
};

export const AssumptionList = memo(({ assumptions, disabled }: { readonly assumptions: readonly Assumption[]; readonly disabled: boolean }): ReactElement => {
  const [wanted, put] = useState("");
  const language = useLanguage();
  const rows = found(assumptions, useDeferredValue(wanted));
  return (
    <section className="assumptions" aria-label="Every number">
      <h3>Every number ({assumptions.length})</h3>
      <input type="search" aria-label="Search every number" placeholder="Search by field or source" value={wanted} onChange={({ target }) => put(target.value)} />
      <p className="note" role="status">{rows.length === assumptions.length ? `The first ${Math.min(MOST_ROWS, rows.length)} of ${rows.length}` : `${rows.length} found${rows.length > MOST_ROWS ? `, the first ${MOST_ROWS} shown` : ""}`}</p>
      <ul>{rows.slice(0, MOST_ROWS).map((assumption) => <AssumptionRow key={assumption.path} assumption={assumption} language={language} disabled={disabled} />)}</ul>
    </section>
  );
});
