/** The exact answer of each text that rests: the one that came with the page, or a run of all stages. */
import { caseHash } from "dawndusk/service";
import type { Model } from "../model/model.ts";
import { shippedAnswer, shippedAnswers } from "./presets.ts";
import { caseOf, type Shown, type Sitting } from "./sitting.ts";
import type { Store } from "./store.ts";
import type { View } from "./view.ts";

interface Ports {
  readonly view: Store<View>;
  readonly sitting: Store<Sitting>;
  readonly long: Model;
  readonly put: (part: Partial<Sitting>) => void;
  readonly onLanded: (shown: Shown, took_ms: number) => void;
}

/** Answers a function that follows the view: whatever ran for another text is given up. */
export const exactAnswers = ({ view, sitting, long, put, onLanded }: Ports): ((wait_ms: number) => void) => {
  let running: AbortController | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  /** How often something was followed: the same words beside other files are something else. */
  let followed = 0;

  const run = async (text: string): Promise<void> => {
    const own = new AbortController();
    running = own;
    const begun_ms = performance.now();
    put({ progress: { kind: "running", stage: "reading" } });
    try {
      const told = await long.call("run", caseOf(sitting.get().case, text), { signal: own.signal, onTold: (word) => put({ progress: { kind: "running", stage: "stage" in word ? word.stage : `flying day ${word.days} of ${word.of}` } }) });
      if (told.ok) onLanded({ answer: told.answer, text, shipped: false }, performance.now() - begun_ms);
      else put({ problems: told.problems, progress: { kind: "done" }, provisional: null });
    } catch (error) {
      if (!own.signal.aborted) put({ progress: { kind: "failed", message: error instanceof Error ? error.message : String(error) } });
    }
  };

  let index: ReturnType<typeof shippedAnswers> | null = null;
  /** Whether what came with the page answers exactly these files; only then is it shown. */
  const shipped = async (text: string, isCurrent: () => boolean): Promise<boolean> => {
    const [files, hash] = await Promise.all([(index ??= shippedAnswers()), caseHash(caseOf(sitting.get().case, text))]);
    const file = Object.hasOwn(files, hash) ? files[hash] : undefined;
    if (file === undefined || !isCurrent()) return false;
    const answer = await shippedAnswer(file);
    if (isCurrent()) onLanded({ answer, text, shipped: true }, 0);
    return true;
  };

  return (wait_ms) => {
    clearTimeout(rest);
    running?.abort(new Error("another text came"));
    const { text } = view.get();
    const own = ++followed;
    const isCurrent = (): boolean => own === followed && view.get().text === text;
    if (sitting.get().shown?.text === text) {
      put({ problems: [], progress: { kind: "done" }, provisional: null });
      return;
    }
    put({ progress: { kind: "running", stage: "reading" } });
    // What did not come with the page is run.
    rest = setTimeout(() => void shipped(text, isCurrent).catch(() => ((index = null), false)).then((known) => (known || !isCurrent() ? undefined : run(text))), wait_ms);
  };
};
