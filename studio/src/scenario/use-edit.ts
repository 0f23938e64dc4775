import { useSession } from "../state/use-session.ts";
import { setAt } from "./yaml-edit.ts";
import type { Step } from "./yaml-tree.ts";

/** Writes a value (as YAML, on one line) at a way of the text as it is now; false where it cannot be written. */
export const useEdit = (): ((steps: readonly Step[], value: string, values?: Readonly<Record<string, number>>) => boolean) => {
  const { view, write } = useSession();
  return (steps, value, values) => {
    const { text } = view.get();
    try {
      const next = setAt(text, steps, value);
      if (next === null) return false;
      write(next, values);
      return true;
    } catch {
      return false;
    }
  };
};
