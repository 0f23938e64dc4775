/** Ctrl+K: everything by name. */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { useSession } from "../state/use-session.ts";
import { commandsOf, matching, type Command } from "./commands.ts";

/** As many as a list shows without being a page of its own. */
const MOST = 12;

export const Palette = ({ onClose }: { readonly onClose: () => void }): ReactElement => {
  const session = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [typed, type] = useState("");
  const [at, move] = useState(0);
  const commands = useMemo(() => commandsOf(session), [session]);
  const found = matching(commands, typed).slice(0, MOST);
  const chosen = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    const own = dialog.current!;
    own.showModal();
    return () => own.close();
  }, []);
  const take = (command: Command | undefined): void => {
    onClose();
    command?.run();
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      move((before) => (Math.min(before, found.length - 1) + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(chosen);
    }
  };
  return (
    <dialog ref={dialog} className="palette" aria-label="Commands" onClose={onClose}>
      <input type="text" role="combobox" aria-expanded="true" aria-controls={id} aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.id}`} aria-label="What to do" placeholder="Page, section, preset, theme" value={typed}
        onChange={({ target }) => { type(target.value); move(0); }} onKeyDown={press} />
      <ul id={id} role="listbox" aria-label="Commands">
        {found.map((command) => (
          <li key={command.id} id={`${id}-${command.id}`} role="option" aria-selected={command === chosen} onClick={() => take(command)}>{command.what} <small>{command.kind}</small></li>
        ))}
      </ul>
      {found.length === 0 ? <p role="status">Nothing of that name.</p> : null}
    </dialog>
  );
};
