/** What was asked for and takes long: it goes on while the reader is on another page, and what was found waits there. */
import type { Calls, Case } from "dawndusk/service";
import type { Model } from "../model/model.ts";
import { createStore, type Store } from "./store.ts";

export const ERRANDS = ["risk", "frontier", "ladder"] as const;
export type ErrandName = (typeof ERRANDS)[number];

export type Errand<K extends ErrandName> =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly what: string; /** Null where nobody knows. */ readonly frac: number | null }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "done"; readonly asked: Calls[K]["asks"]; readonly found: Calls[K]["answers"]; /** The text it is of. */ readonly text: string };

export type ErrandStates = { readonly [K in ErrandName]: Errand<K> };

export interface Errands {
  readonly states: Store<ErrandStates>;
  /** Begins one, in place of the last of its name; `of` is the case that is asked about. */
  readonly send: <K extends ErrandName>(name: K, asked: Calls[K]["asks"], of: Case) => Promise<void>;
  readonly cancel: (name: ErrandName) => void;
}

type Told = Calls[ErrandName]["tells"];

const isFlight = (told: Told): told is Extract<Told, { readonly flights: number }> => "flights" in told;

/** "flown 12 times about the centre", "1,024 of 4,096 evaluations" */
const wordsOf = (told: Told): Omit<Extract<Errand<ErrandName>, { readonly kind: "running" }>, "kind"> =>
  isFlight(told) ? { what: `flown ${told.flights + 1} times about the centre`, frac: null } : { what: `${told.done.toLocaleString("en")} of ${told.of.toLocaleString("en")} evaluations`, frac: told.done / told.of };

export const errandsOf = (model: Model): Errands => {
  const states = createStore<ErrandStates>({ risk: { kind: "none" }, frontier: { kind: "none" }, ladder: { kind: "none" } });
  const running = new Map<ErrandName, AbortController>();
  const put = <K extends ErrandName>(name: K, state: Errand<K>): void => states.set((before) => ({ ...before, [name]: state }));
  return {
    states,
    send: async (name, asked, of) => {
      running.get(name)?.abort(new Error("asked for anew"));
      const own = new AbortController();
      running.set(name, own);
      const isCurrent = (): boolean => running.get(name) === own;
      put(name, { kind: "running", what: "preparing: the central plan and flights about it", frac: null });
      try {
        const found = await model.call(name, asked, { signal: own.signal, onTold: (told) => isCurrent() && put(name, { kind: "running", ...wordsOf(told) }) });
        if (isCurrent()) put(name, { kind: "done", asked, found, text: of.files[of.scenario]! });
      } catch (error) {
        if (isCurrent()) put(name, own.signal.aborted ? { kind: "cancelled" } : { kind: "failed", message: error instanceof Error ? error.message : String(error) });
      }
    },
    cancel: (name) => running.get(name)?.abort(new Error("cancelled")),
  };
};
