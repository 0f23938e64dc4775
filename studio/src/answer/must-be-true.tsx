/** What must be true for orbit to cost what ground does: asked for, for it flies the platform some dozens of times. */
import type { CaseLadder } from "dawndusk/service";
import { useRef, useState, type ReactElement } from "react";
import { ChartFigure } from "../figure/chart-figure.tsx";
import { TableFigure } from "../figure/table-figure.tsx";
import { caseOf } from "../state/session.ts";
import { useSession, useView } from "../state/use-session.ts";

type State = { readonly kind: "none" } | { readonly kind: "running"; readonly flights: number } | { readonly kind: "failed"; readonly message: string } | { readonly kind: "done"; readonly found: CaseLadder; readonly text: string };

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

export const MustBeTrue = (): ReactElement => {
  const { models, sitting, view } = useSession();
  const text = useView((now) => now.text);
  const [state, put] = useState<State>({ kind: "none" });
  const running = useRef<AbortController | null>(null);
  const find = async (): Promise<void> => {
    const ended = new AbortController();
    running.current = ended;
    const asked = view.get().text;
    put({ kind: "running", flights: 0 });
    try {
      const found = await models.campaign.call("ladder", caseOf(sitting.get().case, asked), { signal: ended.signal, onTold: ({ flights }) => put({ kind: "running", flights: flights + 1 }) });
      put({ kind: "done", found, text: asked });
    } catch (error) {
      put(ended.signal.aborted ? { kind: "none" } : { kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <section aria-labelledby="must-title">
      <h2 id="must-title">What must be true</h2>
      <p>Which inputs, at the better ends of their published ranges, bring orbit down to what ground costs, the strongest first.</p>
      {state.kind === "running"
        ? <p role="status">Flown {state.flights} times <button type="button" onClick={() => running.current?.abort(new Error("cancelled"))}>Cancel</button></p>
        : <button type="button" onClick={() => void find()}>Find what must be true</button>}
      {state.kind === "failed" ? <p role="alert">{state.message}</p> : null}
      {state.kind === "done" && state.text !== text ? <p className="note" role="status">The scenario has changed since: this is of the text as it was.</p> : null}
      {state.kind === "done" ? <Found found={state.found} /> : null}
    </section>
  );
};
