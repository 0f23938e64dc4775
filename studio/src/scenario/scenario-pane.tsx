/** The scenario as it is written, with its problems. */
import type { ReactElement } from "react";
import { useSession, useSitting, useView } from "../state/use-session.ts";

export const ScenarioPane = (): ReactElement => {
  const { view } = useSession();
  const text = useView((now) => now.text);
  const problems = useSitting((sitting) => sitting.problems);
  return (
    <aside className="pane" aria-label="Scenario">
      <textarea aria-label="Scenario as YAML" spellCheck={false} value={text} onChange={({ target }) => view.set((before) => ({ ...before, text: target.value }))} />
      {problems.length === 0 ? null : <ul className="problems">{problems.map(({ line, path, found, expected, hint }) => <li key={`${line} ${path} ${found}`}><b>line {line}</b> {path}: found {found}, expected {expected}. {hint}</li>)}</ul>}
    </aside>
  );
};
