/** Two or more cases and published models side by side, and the way from the first to the others. */
import type { CaseComparison, Compared, ComparedModel } from "dawndusk/service";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { ChartFigure } from "../figure/chart-figure.tsx";
import { OriginContext } from "../figure/origin.ts";
import { TableFigure } from "../figure/table-figure.tsx";
import { presetCase } from "../state/presets.ts";
import { caseOf } from "../state/session.ts";
import { useChoice, useSession, useSitting, useView } from "../state/use-session.ts";
import "./compare.css";

/** As many as a table has room for. */
const MOST = 8;
const OWN = "this scenario";
const CASE = "case:";

type State =
  | { readonly kind: "waiting" }
  | { readonly kind: "running"; readonly what: string }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "done"; readonly asked: readonly Compared[]; readonly found: CaseComparison };

/** Names in the view: "case:<preset>" for an example, a model's own name for a model. */
const comparedOf = async (name: string): Promise<Compared> =>
  name.startsWith(CASE) ? { kind: "case", id: name.slice(CASE.length), case: await presetCase(name.slice(CASE.length)) } : { kind: "model", id: name };

const useComparison = (names: readonly string[]): State => {
  const { models, sitting } = useSession();
  const text = useView((view) => view.text);
  const preset = useSitting((now) => now.case);
  const [state, put] = useState<State>({ kind: "waiting" });
  useEffect(() => {
    if (names.length === 0) {
      put({ kind: "waiting" });
      return;
    }
    const ended = new AbortController();
    put({ kind: "running", what: "reading" });
    const work = async (): Promise<void> => {
      const others = await Promise.all(names.map(comparedOf));
      const own: Compared = { kind: "case", id: OWN, case: caseOf(sitting.get().case, text) };
      const asked = [own, ...others];
      const found = await models.long.call("compare", asked, { signal: ended.signal, onTold: (told) => put({ kind: "running", what: "stage" in told ? told.stage : `flying day ${told.days} of ${told.of}` }) });
      put({ kind: "done", asked, found });
    };
    // A slider that still moves asks for nothing.
    const rest = setTimeout(() => void work().catch((error: unknown) => ended.signal.aborted || put({ kind: "failed", message: error instanceof Error ? error.message : String(error) })), 500);
    return () => {
      clearTimeout(rest);
      ended.abort(new Error("another comparison was asked for"));
    };
  }, [names, text, preset, models, sitting]);
  return state;
};

const useModels = (): readonly ComparedModel[] => {
  const { models } = useSession();
  const [all, put] = useState<readonly ComparedModel[]>([]);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void models.quick.call("models", null).then(put);
  }, [models]);
  return all;
};

const Found = ({ found }: { readonly found: CaseComparison }): ReactElement => {
  if (!found.ok) {
    const why = "why" in found ? [found.why] : found.problems.map(({ line, path, found: has, expected, hint }) => `line ${line}, ${path}: found ${has}, expected ${expected}; ${hint}`);
    return <div role="alert" className="verdict no"><p className="say">{found.id === "" ? "Nothing to compare" : `${found.id} cannot be compared`}</p><ul>{why.map((one) => <li key={one}>{one}</li>)}</ul></div>;
  }
  return (
    <>
      <dl className="subjects">{found.subjects.map(({ id, title, boundary }) => <div key={id}><dt>{id}</dt><dd><b>{title}</b><br />Boundary: {boundary}</dd></div>)}</dl>
      {found.tables.map((table) => <TableFigure key={table.id} table={table} folded={false} />)}
      {found.walks.length === 0 ? null : <h2>Term by term</h2>}
      {found.walks.map((chart) => <ChartFigure key={chart.id} chart={chart} />)}
    </>
  );
};

const Chosen = ({ names, choose }: { readonly names: readonly string[]; readonly choose: (names: readonly string[]) => void }): ReactElement => (
  <ul className="chosen" aria-label="Compared with this scenario">
    {names.map((name) => <li key={name}>{name.replace(CASE, "")} <button type="button" aria-label={`Leave out ${name.replace(CASE, "")}`} onClick={() => choose(names.filter((one) => one !== name))}>x</button></li>)}
  </ul>
);

const NONE: readonly string[] = [];

export const ComparePage = (): ReactElement => {
  const [names, choose] = useChoice<readonly string[]>("compare", "with", NONE);
  const presets = useSitting((sitting) => sitting.presets);
  const models = useModels();
  const state = useComparison(names);
  const full = names.length >= MOST - 1;
  return (
    <>
      <h1>Compare</h1>
      <p>This scenario as it is written now, beside other examples and published models: answers side by side, then the way from the first to each of the others in steps that sum to the difference.</p>
      <label className="adds">
        <span>Compare with</span>
        <select value="" disabled={full} onChange={({ target }) => choose([...names, target.value])}>
          <option value="" disabled>{full ? "as many as there is room for" : "choose a model or an example"}</option>
          <optgroup label="Published models">{models.filter(({ id }) => !names.includes(id)).map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</optgroup>
          <optgroup label="Examples">{presets.filter(({ id }) => !names.includes(`${CASE}${id}`)).map(({ id, name }) => <option key={id} value={`${CASE}${id}`}>{name}</option>)}</optgroup>
        </select>
      </label>
      <Chosen names={names} choose={choose} />
      {state.kind === "running" ? <p className="wait" role="status">Running: {state.what}</p> : null}
      {state.kind === "failed" ? <p role="alert">{state.message}</p> : null}
      {state.kind === "done" ? <OriginContext value={{ call: "compare", asked: state.asked }}><Found found={state.found} /></OriginContext> : null}
    </>
  );
};
