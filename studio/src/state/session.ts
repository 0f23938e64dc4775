/** One sitting: the view, the case that it means, and the latest answer to it. */
import type { Answer, Case, CaseAnswer } from "dawndusk/service";
import type { Models } from "../model/model.ts";
import { changedOf, NOTHING_CHANGED, type Changed } from "./changed.ts";
import { textHistory, type TextHistory } from "./history.ts";
import { presetCase, shippedAnswer, shippedAnswers, shippedBase, type PresetEntry } from "./presets.ts";
import { nearAnswers, type Read, type Readiness, type Standing } from "./provisional.ts";
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
  /** The last text that was read, with its problems or its sliders; null before the first. */
  readonly read: Read | null;
  /** What stands for a text until its exact answer lands; null where `shown` answers it, or nothing does. */
  readonly provisional: Standing | null;
  readonly readiness: Readiness;
  /** What `shown` says otherwise than the exact answer before it. */
  readonly changed: Changed;
  /** Something that the reader must know of how this sitting began, "" for nothing. */
  readonly notice: string;
}

/** A view with its case, and the answer where there is one. */
export interface Opened {
  readonly view: View;
  readonly case: Case;
  readonly shown: Shown | null;
  readonly notice: string;
}

export interface Session {
  readonly view: Store<View>;
  readonly sitting: Store<Sitting>;
  readonly models: Models;
  readonly history: TextHistory;
  readonly takePreset: (id: string) => Promise<void>;
  readonly open: (opened: Opened) => void;
  /** Another text; `values` are those of sliders that were moved, for which it stands. */
  readonly write: (text: string, values?: Readonly<Record<string, number>>) => void;
  readonly dismiss: () => void;
}

export const presetText = ({ files, scenario }: Case): string => files[scenario]!;

/** The case that a text means, beside the files of its preset. */
export const caseOf = (preset: Case, text: string): Case => ({ ...preset, files: { ...preset.files, [preset.scenario]: text } });

/** How long a text must rest before it is run, and before it is read. */
const REST_MS = 350;
const READ_MS = 120;
/** Where a run takes longer, the dozens of flights that provisional answers come from would take an hour. */
const LONGEST_RUN_MS = 60_000;

interface Beginning {
  readonly view: View;
  readonly presets: readonly PresetEntry[];
  readonly case: Case;
  readonly models: Session["models"];
  readonly notice: string;
}

/** Begins a sitting: shows what came with the page, and runs the text whenever it has changed and rested. */
export const beginSession = ({ view: first, presets, case: given, models, notice }: Beginning): Session => {
  const view = createStore(first);
  const sitting = createStore<Sitting>({ presets, case: given, shown: null, problems: [], progress: { kind: "running", stage: "reading" }, read: null, provisional: null, readiness: { kind: "none" }, changed: NOTHING_CHANGED, notice });
  const history = textHistory(first.text);
  const put = (part: Partial<Sitting>): void => sitting.set((before) => ({ ...before, ...part }));
  const now_ms = (): number => performance.now();
  const near = nearAnswers({
    quick: models.quick, near: models.near, now_ms,
    caseOf: (text) => caseOf(sitting.get().case, text),
    onRead: (read) => view.get().text === read.text && put({ read, ...(read.inspection.ok ? {} : { problems: read.inspection.problems, provisional: null }) }),
    onStanding: (provisional) => view.get().text === provisional.text && sitting.get().shown?.text !== provisional.text && put({ provisional }),
    onReadiness: (readiness) => put({ readiness }),
  });
  let kept: { readonly preset: string; readonly base: ReturnType<typeof shippedBase> } | null = null;
  let running: AbortController | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let reading: ReturnType<typeof setTimeout> | undefined;

  const land = (shown: Shown, took_ms: number): void => {
    const before = sitting.get().shown;
    put({ shown, changed: before === null ? NOTHING_CHANGED : changedOf(before.answer, shown.answer), problems: [], progress: { kind: "done" }, provisional: null });
    if (took_ms > LONGEST_RUN_MS) return;
    // What was shown is drawn first.
    setTimeout(() => view.get().text === shown.text && void prepare(shown.text), 400);
  };

  const prepare = async (text: string): Promise<void> => {
    const { preset } = view.get();
    if (kept?.preset !== preset) kept = { preset, base: shippedBase(preset).catch(() => null) };
    const base = await kept.base;
    if (view.get().text === text) await near.prepare(text, base);
  };

  const exact = async (text: string): Promise<void> => {
    const own = new AbortController();
    running = own;
    const begun_ms = now_ms();
    put({ progress: { kind: "running", stage: "reading" } });
    try {
      const told = await models.long.call("run", caseOf(sitting.get().case, text), { signal: own.signal, onTold: (word) => put({ progress: { kind: "running", stage: "stage" in word ? word.stage : `flying day ${word.days} of ${word.of}` } }) });
      if (told.ok) land({ answer: told.answer, text, shipped: false }, now_ms() - begun_ms);
      else put({ problems: told.problems, progress: { kind: "done" }, provisional: null });
    } catch (error) {
      if (!own.signal.aborted) put({ progress: { kind: "failed", message: error instanceof Error ? error.message : String(error) } });
    }
  };

  const shipped = async (text: string): Promise<boolean> => {
    const { preset } = view.get();
    if (text !== presetText(sitting.get().case)) return false;
    const file = (await shippedAnswers())[preset];
    if (file === undefined || view.get().text !== text) return false;
    const answer = await shippedAnswer(file);
    if (view.get().text === text) land({ answer, text, shipped: true }, 0);
    return true;
  };

  const follow = (wait_ms: number): void => {
    clearTimeout(rest);
    running?.abort(new Error("another text came"));
    const { text } = view.get();
    if (sitting.get().shown?.text === text) {
      put({ problems: [], progress: { kind: "done" }, provisional: null });
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
    history.record(text, now_ms());
    clearTimeout(reading);
    reading = setTimeout(() => near.read(text), READ_MS);
    follow(REST_MS);
  });
  follow(0);
  reading = setTimeout(() => near.read(view.get().text), READ_MS);

  const open = ({ view: next, case: taken, shown, notice: said }: Opened): void => {
    near.leave();
    put({ case: taken, shown, problems: [], read: null, provisional: null, changed: NOTHING_CHANGED, notice: said });
    // The same words beside other files are another text.
    const same = view.get().text === next.text;
    view.set(next);
    history.restart(next.text);
    if (same) {
      near.read(next.text);
      follow(0);
    }
  };

  return {
    view, sitting, models, history, open,
    takePreset: async (id) => {
      const taken = await presetCase(id);
      open({ view: { ...view.get(), preset: id, text: presetText(taken) }, case: taken, shown: null, notice: "" });
    },
    write: (text, values = {}) => {
      const since_ms = now_ms();
      view.set((before) => (before.text === text ? before : { ...before, text }));
      const { read } = sitting.get();
      if (Object.keys(values).length > 0 && read?.inspection.ok === true) near.at({ text, since_ms, values: { ...Object.fromEntries(read.inspection.controls.map(({ path, value }) => [path, value])), ...values } });
    },
    dismiss: () => put({ notice: "" }),
  };
};
