/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z, but in boxes that undo their own typing. */
import type { KeyboardEvent } from "react";
import { useSession } from "../state/use-session.ts";

export const useUndoKeys = (): ((event: KeyboardEvent) => void) => {
  const { undo, redo } = useSession();
  return (event) => {
    const { target } = event;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (target instanceof HTMLInputElement && target.type !== "range")) return;
    const key = event.key.toLowerCase();
    const step = key === "y" || (key === "z" && event.shiftKey) ? redo : key === "z" ? undo : null;
    if (step === null) return;
    event.preventDefault();
    step();
  };
};
