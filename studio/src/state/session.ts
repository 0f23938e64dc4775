/** One sitting: the view, the case that it means, and the latest answer to it. */
import type { Answer, Case, CaseAnswer } from "dawndusk/service";
import type { Model } from "../model/model.ts";
import { presetCase, shippedAnswer, shippedAnswers, type PresetEntry } from "./presets.ts";
import { createStore, type Store } from "./store.ts";
import type { View } from "./view.ts";

type Problems = Extract<CaseAnswer, { readonly ok: false }>["problems"];

/** Where the exact run stands. */
export type Progress =
  | { readonly kind: "done" }
  | { readonly kind: "running"; readonly stage: string }
  | { readonly kind: "failed"; readonly message: string };

export interface Shown {
  readonly answer: Answer;
  /** The text it answers. */
  readonly text: string;
  /** Whether it came with the page. */
  readonly shipped: boolean;
}

export interface Sitting {
  readonly presets: readonly PresetEntry[];
  /** The preset as it was taken up. */
  readonly case: Case;
  readonly shown: Shown | null;
  /** Of the text as it is; none while it is being read. */
  readonly problems: Problems;
  readonly progress: Progress;
}

export interface Session {
  readonly view: Store<View>;
  readonly sitting: Store<Sitting>;
  readonly models: { readonly long: Model; readonly quick: Model };
  readonly takePreset: (id: string) => Promise<void>;
}

export const presetText = ({ files, scenario }: Case): string => files[scenario]!;

/** The case that a text means, beside the files of its preset. */
export const caseOf = (preset: Case, text: string): Case => ({ ...preset, files: { ...preset.files, [preset.scenario]: text } });

/** How long a text must rest before it is run. */
const REST_MS = 350;

interface Beginning {
  readonly view: View;
  readonly presets: readonly PresetEntry[];
  readonly case: Case;
  readonly models: Session["models"];
}

/** Begins a sitting: shows what came with the page, and runs the text whenever it has changed and rested. */
export const beginSession = ({ view: first, presets, case: given, models }: Beginning): Session => {
  const view = createStore(first);
  const sitting = createStore<Sitting>({ presets, case: given, shown: null, problems: [], progress: { kind: "running", stage: "reading" } });
  let running: AbortController | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const put = (part: Partial<Sitting>): void => sitting.set((before) => ({ ...before, ...part }));

  const exact = async (text: string): Promise<void> => {
    const own = new AbortController();
    running = own;
    put({ progress: { kind: "running", stage: "reading" } });
    try {
      const told = await models.long.call("run", caseOf(sitting.get().case, text), { signal: own.signal, onTold: (word) => put({ progress: { kind: "running", stage: "stage" in word ? word.stage : `flying day ${word.days} of ${word.of}` } }) });
      if (told.ok) put({ shown: { answer: told.answer, text, shipped: false }, problems: [], progress: { kind: "done" } });
      else put({ problems: told.problems, progress: { kind: "done" } });
    } catch (error) {
      if (!own.signal.aborted) put({ progress: { kind: "failed", message: error instanceof Error ? error.message : String(error) } });
    }
  };

  const shipped = async (text: string): Promise<boolean> => {
    const { preset } = view.get();
    if (text !== presetText(sitting.get().case)) return false;
    const file = (await shippedAnswers())[preset];
    if (file === undefined || view.get().text !== text) return false;
    put({ shown: { answer: await shippedAnswer(file), text, shipped: true }, problems: [], progress: { kind: "done" } });
    return true;
  };

  const follow = (wait_ms: number): void => {
    clearTimeout(rest);
    running?.abort(new Error("another text came"));
    const { text } = view.get();
    if (sitting.get().shown?.text === text) {
      put({ problems: [], progress: { kind: "done" } });
      return;
    }
    put({ progress: { kind: "running", stage: "reading" } });
    rest = setTimeout(() => void shipped(text).then((known) => (known || view.get().text !== text ? undefined : exact(text))), wait_ms);
  };

  let followed = first.text;
  view.subscribe(() => {
    const { text } = view.get();
    if (text === followed) return;
    followed = text;
    follow(REST_MS);
  });
  follow(0);

  return {
    view, sitting, models,
    takePreset: async (id) => {
      const taken = await presetCase(id);
      put({ case: taken, shown: null, problems: [] });
      view.set((before) => ({ ...before, preset: id, text: presetText(taken) }));
    },
  };
};
