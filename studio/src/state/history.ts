/** What stood before, to go back to and forth again: texts, each with the preset that it was written over. */
import type { Case } from "dawndusk/service";
import { createStore, type Store } from "./store.ts";

export interface Reaching {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A text with the preset it is of, and that preset's files. */
export interface Stand {
  readonly preset: string;
  readonly case: Case;
  readonly text: string;
}

export interface StandHistory {
  readonly state: Store<Reaching>;
  /** What stands now; changes of a text in quick succession are one. */
  readonly record: (stand: Stand, at_ms: number) => void;
  /** Something else was opened: a step of its own, whatever came shortly before or comes after. */
  readonly opened: (stand: Stand) => void;
  /** What stood before, or null where nothing did. */
  readonly undo: () => Stand | null;
  readonly redo: () => Stand | null;
}

const TOGETHER_MS = 700;
const MOST_STANDS = 300;

const sameCase = (a: Case, b: Case): boolean => a === b || (a.scenario === b.scenario && JSON.stringify([a.files, a.set]) === JSON.stringify([b.files, b.set]));
const sameStand = (a: Stand, b: Stand): boolean => a.text === b.text && a.preset === b.preset && sameCase(a.case, b.case);

export const standHistory = (first: Stand): StandHistory => {
  let stands: readonly Stand[] = [first];
  let at = 0;
  let last_ms = Number.NEGATIVE_INFINITY;
  const state = createStore<Reaching>({ canUndo: false, canRedo: false });
  const tell = (): void => {
    const next = { canUndo: at > 0, canRedo: at < stands.length - 1 };
    state.set((before) => (before.canUndo === next.canUndo && before.canRedo === next.canRedo ? before : next));
  };
  const step = (by: -1 | 1): Stand | null => {
    if (stands[at + by] === undefined) return null;
    at += by;
    last_ms = Number.NEGATIVE_INFINITY;
    tell();
    return stands[at]!;
  };
  const put = (stand: Stand, { over, at_ms }: { readonly over: boolean; readonly at_ms: number }): void => {
    if (sameStand(stands[at]!, stand)) return;
    stands = [...stands.slice(0, over ? at : at + 1), stand].slice(-MOST_STANDS);
    at = stands.length - 1;
    last_ms = at_ms;
    tell();
  };
  return {
    state,
    record: (stand, at_ms) => put(stand, { over: at_ms - last_ms < TOGETHER_MS && at > 0, at_ms }),
    opened: (stand) => {
      put(stand, { over: false, at_ms: Number.NEGATIVE_INFINITY });
      last_ms = Number.NEGATIVE_INFINITY;
    },
    undo: () => step(-1),
    redo: () => step(1),
  };
};
