/** The scenario as it is written. */
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useSession, useSitting, useView } from "../state/use-session.ts";
import type { Editor } from "./editor.ts";
import { useLanguage } from "./language.ts";
import { problemText } from "./problem-text.ts";

export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** `place`: where to go as soon as the editor is there; another record goes there again. */
export const YamlTab = ({ place }: { readonly place: TextPlace | null }): ReactElement => {
  const { view, write } = useSession();
  const text = useView((now) => now.text);
  const problems = useSitting((sitting) => sitting.problems);
  const scenario = useSitting((sitting) => sitting.case.scenario);
  const language = useLanguage();
  const told = useRef(language);
  const parent = useRef<HTMLDivElement>(null);
  const [editor, put] = useState<Editor | null>(null);
  const [failed, fail] = useState(false);
  useEffect(() => {
    told.current = language;
  }, [language]);
  useEffect(() => {
    let open = true;
    let own: Editor | null = null;
    import("./editor.ts").then(({ beginEditor }) => {
      if (!open || parent.current === null) return;
      own = beginEditor({ parent: parent.current, text: view.get().text, language: () => told.current, onText: (next) => write(next) });
      put(own);
    }, () => fail(true));
    return () => {
      open = false;
      own?.end();
      put(null);
    };
  }, [view, write]);
  useEffect(() => editor?.show(text), [editor, text]);
  useEffect(() => editor?.mark(problems.filter(({ file }) => file === scenario).map((problem) => ({ line: problem.line, column: problem.column, text: problemText(problem) }))), [editor, problems, scenario]);
  useEffect(() => {
    if (place !== null) editor?.goTo(place.line, place.column);
  }, [editor, place]);
  return (
    <div className="yaml">
      <div className="editor" ref={parent}>{editor === null && !failed ? <p className="wait">Loading the editor</p> : null}</div>
      {failed ? <textarea aria-label="Scenario as YAML" spellCheck={false} value={text} onChange={({ target }) => write(target.value)} /> : null}
      <p className="note">Ctrl+Space: what may stand here. Escape, then Tab, leaves the editor.</p>
    </div>
  );
};
