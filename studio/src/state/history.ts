/** The texts that stood before, to go back to and forth again. */
import { createStore, type Store } from "./store.ts";

export interface Reaching {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface TextHistory {
  readonly state: Store<Reaching>;
  /** A text that stands now; changes in quick succession are one. */
  readonly record: (text: string, at_ms: number) => void;
  /** The text before, or null where there is none. */
  readonly undo: () => string | null;
  readonly redo: () => string | null;
  /** Forgets all, for a text of something else. */
  readonly restart: (text: string) => void;
}

const TOGETHER_MS = 700;
const MOST_TEXTS = 300;

export const textHistory = (first: string): TextHistory => {
  let texts: readonly string[] = [first];
  let at = 0;
  let last_ms = Number.NEGATIVE_INFINITY;
  const state = createStore<Reaching>({ canUndo: false, canRedo: false });
  const tell = (): void => {
    const next = { canUndo: at > 0, canRedo: at < texts.length - 1 };
    state.set((before) => (before.canUndo === next.canUndo && before.canRedo === next.canRedo ? before : next));
  };
  const step = (by: -1 | 1): string | null => {
    if (texts[at + by] === undefined) return null;
    at += by;
    last_ms = Number.NEGATIVE_INFINITY;
    tell();
    return texts[at]!;
  };
  return {
    state,
    record: (text, at_ms) => {
      if (texts[at] === text) return;
      const together = at_ms - last_ms < TOGETHER_MS && at > 0;
      texts = [...texts.slice(0, together ? at : at + 1), text].slice(-MOST_TEXTS);
      at = texts.length - 1;
      last_ms = at_ms;
      tell();
    },
    undo: () => step(-1),
    redo: () => step(1),
    restart: (text) => {
      texts = [text];
      at = 0;
      last_ms = Number.NEGATIVE_INFINITY;
      tell();
    },
  };
};
