/** What must be true for orbit to cost what ground does: asked for, for it flies the platform some dozens of times. */
import type { CaseLadder } from "dawndusk/service";
import type { ReactElement } from "react";
import { ChartFigure } from "../figure/chart-figure.tsx";
import { OriginContext } from "../figure/origin.ts";
import { TableFigure } from "../figure/table-figure.tsx";
import { ErrandState, useErrand } from "../shell/errand-state.tsx";
import { caseOf } from "../state/session.ts";
import { useSession } from "../state/use-session.ts";

const Found = ({ found }: { readonly found: CaseLadder }): ReactElement => {
  if (!found.ok) return <p role="alert">{"why" in found ? found.why : "The scenario has problems: mend them first."}</p>;
  return (
    <>
      {found.chart === null ? null : <ChartFigure chart={found.chart} />}
      {found.tables.map((table) => <TableFigure key={table.id} table={table} folded={false} />)}
      {found.notes.map((note) => <p key={note} className="note">{note}</p>)}
    </>
  );
};

export const MUST_ID = "must-be-true";
export const MUST_TITLE = "What must be true";

export const MustBeTrue = (): ReactElement => {
  const { sitting, view } = useSession();
  const { state, send } = useErrand("ladder");
  const find = (): void => {
    const of = caseOf(sitting.get().case, view.get().text);
    void send(of, of);
  };
  return (
    <section id={MUST_ID} aria-labelledby="must-title">
      <h2 id="must-title">{MUST_TITLE}</h2>
      <p>Which inputs, at the better ends of their published ranges, bring orbit down to what ground costs, the strongest first.</p>
      {state.kind === "running" ? null : <button type="button" onClick={find}>Find what must be true</button>}
      <ErrandState name="ladder" />
      {state.kind === "done" ? <OriginContext value={{ call: "ladder", asked: state.asked }}><Found found={state.found} /></OriginContext> : null}
    </section>
  );
};
