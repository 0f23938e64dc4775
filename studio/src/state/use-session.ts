import { createContext, useContext } from "react";
import type { Session, Sitting } from "./session.ts";
import { useStore } from "./store.ts";
import type { View } from "./view.ts";

export const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("outside a session");
  return session;
};

export const useView = <P>(pick: (view: View) => P): P => useStore(useSession().view, pick);
export const useSitting = <P>(pick: (sitting: Sitting) => P): P => useStore(useSession().sitting, pick);

/** What a page lets one choose, kept in the view; `first` until something is chosen. */
export const useChoice = <T>(page: string, name: string, first: T): readonly [T, (next: T) => void] => {
  const { view } = useSession();
  const chosen = useView(({ choices }) => choices[page]?.[name]) as T | undefined;
  const choose = (next: T): void => view.set((before) => ({ ...before, choices: { ...before.choices, [page]: { ...before.choices[page], [name]: next } } }));
  return [chosen === undefined ? first : chosen, choose];
};
