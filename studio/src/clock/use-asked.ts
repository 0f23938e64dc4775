/** Answers of the model to what the page asks, kept until another comes. */
import type { Asked, Case } from "dawndusk/service";
import { useEffect, useMemo, useRef, useState } from "react";
import { caseOf } from "../state/session.ts";
import { useSitting, useView } from "../state/use-session.ts";

export interface Waiting<T> {
  /** The last answer; of an older question while `asking`. */
  readonly answer: T | null;
  readonly asking: boolean;
  /** Why there is none to the last question; "" where nothing went wrong. */
  readonly failed: string;
}

/** The case as it is written now. */
export const useCase = (): Case => {
  const preset = useSitting((sitting) => sitting.case);
  const text = useView((view) => view.text);
  return useMemo(() => caseOf(preset, text), [preset, text]);
};

/** How long a question must rest before it is asked; the first one that a page must have does not. */
const REST_MS = 250;
/** What is below the globe is asked for when that stands. */
export const LATER_MS = 1500;

/** Asks whenever `key` is another; a null key asks nothing. `ask` may give up by the signal; `first_ms` is how long the first question waits, so that what is seen first comes first. */
export const useAsked = <T>(key: string | null, ask: (signal: AbortSignal) => Promise<Asked<T>>, first_ms: number): Waiting<T> => {
  const rest_ms = useRef(first_ms);
  const [now, set] = useState<Waiting<T>>({ answer: null, asking: key !== null, failed: "" });
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (key === null) {
      set({ answer: null, asking: false, failed: "" });
      return;
    }
    const own = new AbortController();
    const put = (next: (before: Waiting<T>) => Waiting<T>): void => {
      if (!own.signal.aborted) set(next);
    };
    set((before) => ({ ...before, asking: true, failed: "" }));
    const rest = setTimeout(() => void latest.current(own.signal).then(
      (asked) => put(({ answer }) => (asked.ok ? { answer: asked.answer, asking: false, failed: "" } : { answer, asking: false, failed: "The scenario has problems: they stand beside it." })),
      (error: unknown) => put(({ answer }) => ({ answer, asking: false, failed: error instanceof Error ? error.message : String(error) })),
    ), rest_ms.current);
    rest_ms.current = REST_MS;
    return () => {
      clearTimeout(rest);
      own.abort(new Error("another question came"));
    };
  }, [key]);
  return now;
};
