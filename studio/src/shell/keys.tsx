/** Keys that work everywhere, and the page that tells of all of them. */
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useSession } from "../state/use-session.ts";
import { focusSearch } from "./commands.ts";
import { Palette } from "./palette.tsx";

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ["Ctrl+K", "everything by name: pages, sections, presets"],
  ["/", "search every number of the scenario"],
  ["?", "this list"],
  ["Ctrl+Z, Ctrl+Y", "undo and redo, in the scenario pane and on the list of presets: a change of preset too"],
  ["Space", "play and pause, on the clock"],
  ["Left, Right", "step the clock; turn the tabs of a figure; move a slider"],
  ["+, -, 0, arrows", "zoom and turn the globe and the timeline, where they have the focus"],
  ["Escape", "close what lies above the page"],
];

/** Where a key is text. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== "range" && target.type !== "checkbox"));

const Help = ({ onClose }: { readonly onClose: () => void }): ReactElement => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const own = dialog.current!;
    own.showModal();
    return () => own.close();
  }, []);
  return (
    <dialog ref={dialog} className="help" aria-label="Keys" onClose={onClose}>
      <h2>Keys</h2>
      <dl>{KEYS.map(([keys, does]) => <div key={keys}><dt><kbd>{keys}</kbd></dt><dd>{does}</dd></div>)}</dl>
      <button type="button" onClick={onClose}>Close</button>
    </dialog>
  );
};

export const Keys = (): ReactElement => {
  const session = useSession();
  const [open, put] = useState<"palette" | "help" | null>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") put("palette");
      else if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      else if (event.key === "?") put("help");
      else if (event.key === "/") focusSearch(session);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [session]);
  const close = (): void => put(null);
  return (
    <>
      <button type="button" className="keys" aria-keyshortcuts="Control+K" onClick={() => put("palette")}>Commands</button>
      <button type="button" className="keys" aria-label="Keys" aria-keyshortcuts="?" onClick={() => put("help")}>?</button>
      {open === "palette" ? <Palette onClose={close} /> : null}
      {open === "help" ? <Help onClose={close} /> : null}
    </>
  );
};
