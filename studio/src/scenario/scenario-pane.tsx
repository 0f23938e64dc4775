/** The scenario: its sliders, its text, and what differs from the preset. */
import { useState, type ReactElement } from "react";
import { FileActions } from "../share/file-actions.tsx";
import { useStore } from "../state/store.ts";
import { useChoice, useSession, useSitting } from "../state/use-session.ts";
import { ChangesTab } from "./changes-tab.tsx";
import { ControlsTab } from "./controls-tab.tsx";
import { Notice } from "./notice.tsx";
import { problemText } from "./problem-text.ts";
import { Tabs, type Tab } from "./tabs.tsx";
import { useUndoKeys } from "./undo-keys.ts";
import { YamlTab, type TextPlace } from "./yaml-tab.tsx";
import "./scenario.css";

type PaneTab = "controls" | "yaml" | "changes";

const TABS: readonly Tab<PaneTab>[] = [{ id: "controls", name: "Controls" }, { id: "yaml", name: "YAML" }, { id: "changes", name: "Changes" }];

const Undoing = (): ReactElement => {
  const { reaching, undo, redo } = useSession();
  const { canUndo, canRedo } = useStore(reaching, (state) => state);
  return (
    <>
      <button type="button" disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={undo}>Undo</button>
      <button type="button" disabled={!canRedo} aria-keyshortcuts="Control+Y" onClick={redo}>Redo</button>
    </>
  );
};

const Problems = ({ onGo }: { readonly onGo: (line: number, column: number) => void }): ReactElement | null => {
  const problems = useSitting((sitting) => sitting.problems);
  const scenario = useSitting((sitting) => sitting.case.scenario);
  if (problems.length === 0) return null;
  return (
    <section className="problems" aria-label="Problems">
      <h3>{problems.length} problem{problems.length === 1 ? "" : "s"}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.file} ${problem.line} ${problem.path} ${problem.found}`} data-problem={problem.path}>
            {problem.file === scenario ? <button type="button" onClick={() => onGo(problem.line, problem.column)}>line {problem.line}</button> : <b>{problem.file}, line {problem.line}</b>} {problemText(problem)}
          </li>
        ))}
      </ul>
    </section>
  );
};

const PresetNote = (): ReactElement | null => {
  const presets = useSitting((sitting) => sitting.presets);
  const { view } = useSession();
  const preset = useStore(view, (now) => now.preset);
  const note = presets.find(({ id }) => id === preset)?.note ?? "";
  return note === "" ? null : <p className="note">{note}</p>;
};

export const ScenarioPane = (): ReactElement => {
  const [tab, choose] = useChoice<PaneTab>("scenario", "tab", "controls");
  const [place, goTo] = useState<TextPlace | null>(null);
  const onKeyDown = useUndoKeys();
  const chooseTab = (next: PaneTab): void => {
    goTo(null);
    choose(next);
  };
  const go = (line: number, column: number): void => {
    goTo({ line, column });
    choose("yaml");
  };
  return (
    <aside className="pane" aria-label="Scenario" onKeyDown={onKeyDown}>
      <Notice />
      <div className="actions"><Undoing /><FileActions /></div>
      <PresetNote />
      <Tabs label="Scenario" tabs={TABS} chosen={tab} onChoose={chooseTab}>
        {tab === "controls" ? <ControlsTab /> : tab === "yaml" ? <YamlTab place={place} /> : <ChangesTab />}
      </Tabs>
      <Problems onGo={go} />
    </aside>
  );
};
