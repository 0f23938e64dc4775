/** One sitting: the view, the case that it means, and the latest answer to it. */
import type { Case } from "dawndusk/service";
import { changedOf, NOTHING_CHANGED } from "./changed.ts";
import { exactAnswers } from "./exact.ts";
import { textHistory } from "./history.ts";
import { presetCase, shippedBase, type PresetEntry } from "./presets.ts";
import { nearAnswers } from "./provisional.ts";
import { caseOf, presetText, type Opened, type Session, type Shown, type Sitting } from "./sitting.ts";
import { createStore } from "./store.ts";
import type { View } from "./view.ts";

export { caseOf, presetText, type Opened, type Progress, type Session, type Shown, type Sitting } from "./sitting.ts";

/** How long a text must rest before it is run, and before it is read. */
const REST_MS = 350;
const READ_MS = 120;
/** What was shown is drawn before anything else is begun. */
const DRAWN_MS = 400;
/** Where a run takes longer, the dozens of flights that provisional answers come from would take an hour. */
const LONGEST_RUN_MS = 60_000;

interface Beginning {
  readonly view: View;
  readonly presets: readonly PresetEntry[];
  readonly case: Case;
  readonly models: Session["models"];
  readonly notice: string;
  /** Whether there are sliders to make ready for. */
  readonly sliders: boolean;
}

/** Begins a sitting: shows what came with the page, and runs the text whenever it has changed and rested. */
export const beginSession = ({ view: first, presets, case: given, models, notice, sliders }: Beginning): Session => {
  const view = createStore(first);
  const sitting = createStore<Sitting>({ presets, case: given, shown: null, problems: [], progress: { kind: "running", stage: "reading" }, read: null, provisional: null, readiness: { kind: "none" }, changed: NOTHING_CHANGED, notice });
  const history = textHistory(first.text);
  const put = (part: Partial<Sitting>): void => sitting.set((before) => ({ ...before, ...part }));
  const near = nearAnswers({
    quick: models.quick, near: models.near, now_ms: () => performance.now(),
    caseOf: (text) => caseOf(sitting.get().case, text),
    onRead: (read) => view.get().text === read.text && put({ read, ...(read.inspection.ok ? { problems: [] } : { problems: read.inspection.problems, provisional: null }) }),
    onStanding: (provisional) => view.get().text === provisional.text && sitting.get().shown?.text !== provisional.text && put({ provisional }),
    onReadiness: (readiness) => put({ readiness }),
  });
  const land = (shown: Shown, took_ms: number): void => {
    const before = sitting.get().shown;
    put({ shown, changed: before === null ? NOTHING_CHANGED : changedOf(before.answer, shown.answer), problems: [], progress: { kind: "done" }, provisional: null });
    if (!sliders) return;
    if (took_ms < LONGEST_RUN_MS) setTimeout(() => void prepare(shown.text), DRAWN_MS);
    else put({ readiness: { kind: "impossible", fingerprint: "", why: `a run takes ${Math.round(took_ms / 1000)} s, and making ready takes dozens of flights` } });
  };
  let kept: { readonly preset: string; readonly base: ReturnType<typeof shippedBase> } | null = null;
  const prepare = async (text: string): Promise<void> => {
    if (view.get().text !== text) return;
    const { preset } = view.get();
    if (kept?.preset !== preset) kept = { preset, base: shippedBase(preset).catch(() => null) };
    const base = await kept.base;
    if (view.get().text === text) await near.prepare(text, base);
  };
  const follow = exactAnswers({ view, sitting, long: models.long, put, onLanded: land });
  let reading: ReturnType<typeof setTimeout> | undefined;
  const take = (wait_ms: number): void => {
    clearTimeout(reading);
    reading = setTimeout(() => near.read(view.get().text), READ_MS);
    follow(wait_ms);
  };
  let followed = first.text;
  view.subscribe(() => {
    const { text } = view.get();
    if (text === followed) return;
    followed = text;
    history.record(text, performance.now());
    take(REST_MS);
  });
  take(0);

  const open = ({ view: next, case: taken, shown, notice: said }: Opened): void => {
    near.leave();
    put({ case: taken, shown, problems: [], read: null, provisional: null, changed: NOTHING_CHANGED, notice: said });
    // The same words beside other files are another text.
    const same = view.get().text === next.text;
    view.set(next);
    history.restart(next.text);
    if (same) take(0);
  };

  return {
    view, sitting, models, history, open,
    takePreset: async (id) => {
      const taken = await presetCase(id);
      open({ view: { ...view.get(), preset: id, text: presetText(taken) }, case: taken, shown: null, notice: "" });
    },
    write: (text, values = {}) => {
      const since_ms = performance.now();
      view.set((before) => (before.text === text ? before : { ...before, text }));
      const { read: known } = sitting.get();
      if (Object.keys(values).length > 0 && known?.inspection.ok === true) near.at({ text, since_ms, values: { ...Object.fromEntries(known.inspection.controls.map(({ path, value }) => [path, value])), ...values } });
    },
    say: (said) => put({ notice: said }),
  };
};
