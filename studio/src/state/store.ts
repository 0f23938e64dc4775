/** A record that changes, and who wants to hear of it. */
import { useSyncExternalStore } from "react";

export interface Store<T> {
  readonly get: () => T;
  readonly set: (next: T | ((before: T) => T)) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const createStore = <T>(first: T): Store<T> => {
  let now = first;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set: (next) => {
      const then = typeof next === "function" ? (next as (before: T) => T)(now) : next;
      if (Object.is(then, now)) return;
      now = then;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

/** What `pick` takes out must be a part of the record, or a plain value: a new object at each call would never come to rest. */
export const useStore = <T, P>(store: Store<T>, pick: (now: T) => P): P => useSyncExternalStore(store.subscribe, () => pick(store.get()));
