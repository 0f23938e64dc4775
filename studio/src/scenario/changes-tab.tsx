/** The text held against its preset, field by field. */
import { useMemo, type ReactElement } from "react";
import { presetText } from "../state/session.ts";
import { useSession, useSitting, useView } from "../state/use-session.ts";
import { differencesOf, reverted, type Difference } from "./fields.ts";

const short = (text: string | null): string => (text === null ? "not written" : text.length > 160 ? `${text.slice(0, 157)}...` : text);

const Row = ({ difference, onRevert }: { readonly difference: Difference; readonly onRevert: () => void }): ReactElement => (
  <li data-change={difference.path}>
    <h4>{difference.path}</h4>
    <button type="button" onClick={onRevert} aria-label={`Revert ${difference.path}`}>Revert</button>
    <dl><dt>preset</dt><dd>{short(difference.before)}</dd><dt>now</dt><dd>{short(difference.now)}</dd></dl>
  </li>
);

export const ChangesTab = (): ReactElement => {
  const { write } = useSession();
  const text = useView((view) => view.text);
  const preset = presetText(useSitting((sitting) => sitting.case));
  const differences = useMemo(() => differencesOf(preset, text), [preset, text]);
  if (text === preset) return <p>The text is the preset's, word for word.</p>;
  const revertAll = <p><button type="button" onClick={() => write(preset)}>Revert all</button></p>;
  if (differences === null) return <><p>The text cannot be read as YAML, so its fields cannot be told apart.</p>{revertAll}</>;
  if (differences.length === 0) return <><p>Every field is as in the preset; only layout and comments differ.</p>{revertAll}</>;
  const revert = (difference: Difference): void => {
    const next = reverted(text, difference);
    if (next !== null) write(next);
  };
  return (
    <>
      <p>{differences.length} field{differences.length === 1 ? "" : "s"} differ{differences.length === 1 ? "s" : ""} from the preset.</p>
      {revertAll}
      <ul className="changes" aria-label="Changes from the preset">{differences.map((difference) => <Row key={difference.path} difference={difference} onRevert={() => revert(difference)} />)}</ul>
    </>
  );
};
