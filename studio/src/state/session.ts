/** One sitting: the view, the case that it means, and the latest answer to it. */
import type { Case } from "dawndusk/service";
import { changedOf, NOTHING_CHANGED } from "./changed.ts";
import { errandsOf } from "./errands.ts";
import { exactAnswers } from "./exact.ts";
import { standHistory, type Stand } from "./history.ts";
import type { PresetEntry } from "./presets.ts";
import { nearAnswers, type Near } from "./provisional.ts";
import { readier } from "./readier.ts";
import { caseOf, presetText, type Opened, type Session, type Shown, type Sitting } from "./sitting.ts";
import { sliderMoves } from "./slider-moves.ts";
import { createStore, type Store } from "./store.ts";
import { presetTaker } from "./take-preset.ts";
import type { View } from "./view.ts";

export { caseOf, presetText, type Opened, type Progress, type Session, type Shown, type Sitting } from "./sitting.ts";

/** How long a text must rest before it is run, and before it is read. */
const REST_MS = 350;
const READ_MS = 120;

interface Beginning {
  readonly view: View;
  readonly presets: readonly PresetEntry[];
  readonly case: Case;
  readonly models: Session["models"];
  readonly notice: string;
  /** Whether there are sliders to make ready for. */
  readonly sliders: boolean;
}

interface Desk {
  readonly view: Store<View>;
  readonly sitting: Store<Sitting>;
  readonly models: Session["models"];
  readonly moves: ReturnType<typeof sliderMoves>;
  readonly put: (part: Partial<Sitting>) => void;
}

/** What is said of a text before its run: how it reads, and answers to its sliders. */
const nearOf = ({ view, sitting, models, moves, put }: Desk): Near =>
  nearAnswers({
    quick: models.quick, near: models.near, now_ms: () => performance.now(),
    caseOf: (text) => caseOf(sitting.get().case, text),
    onRead: (read) => {
      if (view.get().text !== read.text) return;
      const { inspection } = read;
      moves.read(inspection);
      put({ read, ...(inspection.ok ? { problems: [] } : { problems: inspection.problems, provisional: null }) });
    },
    onStanding: (provisional) => view.get().text === provisional.text && sitting.get().shown?.text !== provisional.text && put({ provisional }),
    onReadiness: (readiness) => put({ readiness }),
  });

/** Begins a sitting: shows what came with the page, and runs the text whenever it has changed and rested. */
export const beginSession = ({ view: first, presets, case: given, models, notice, sliders }: Beginning): Session => {
  const view = createStore(first);
  const sitting = createStore<Sitting>({ presets, case: given, shown: null, problems: [], progress: { kind: "running", stage: "reading" }, read: null, provisional: null, readiness: { kind: "none" }, changed: NOTHING_CHANGED, notice });
  const history = standHistory({ preset: first.preset, case: given, text: first.text });
  const put = (part: Partial<Sitting>): void => sitting.set((before) => ({ ...before, ...part }));
  const moves = sliderMoves();
  const near = nearOf({ view, sitting, models, moves, put });
  const ready = readier({ view, near, put });
  const land = (shown: Shown, took_ms: number): void => {
    const before = sitting.get().shown;
    put({ shown, changed: before === null ? NOTHING_CHANGED : changedOf(before.answer, shown.answer), problems: [], progress: { kind: "done" }, provisional: null });
    if (sliders) ready(shown.text, took_ms);
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
    const { text, preset } = view.get();
    if (text === followed) return;
    followed = text;
    if (!moves.changed()) put({ provisional: null });
    history.record({ preset, case: sitting.get().case, text }, performance.now());
    take(REST_MS);
  });
  take(0);

  /** How often something was opened: what was asked for before comes too late. */
  let opened = 0;
  const stand = ({ view: next, case: taken, shown, notice: said }: Opened): void => {
    near.leave();
    moves.forget();
    opened++;
    put({ case: taken, shown, problems: [], read: null, provisional: null, changed: NOTHING_CHANGED, notice: said });
    // The same words beside other files are another text.
    const same = view.get().text === next.text;
    view.set(next);
    if (same) take(0);
  };
  const open = (next: Opened): void => {
    history.opened({ preset: next.view.preset, case: next.case, text: next.view.text });
    stand(next);
  };
  const write: Session["write"] = (text, values = {}) => {
    const since_ms = performance.now();
    const moved = moves.move(values, () => view.set((before) => (before.text === text ? before : { ...before, text })));
    if (moved !== null) near.at({ text, since_ms, ...moved });
  };
  /** Back or forth, over what was opened too: page and choices stay. */
  const step = (to: Stand | null): void => {
    if (to === null) return;
    const { text, preset, case: of } = to;
    if (of === sitting.get().case && preset === view.get().preset) write(text);
    else stand({ view: { ...view.get(), preset, text }, case: of, shown: null, notice: "" });
  };

  return {
    view, sitting, models, reaching: history.state, undo: () => step(history.undo()), redo: () => step(history.redo()), open, write, errands: errandsOf(models.campaign),
    takePreset: presetTaker({
      opened: () => opened, text: () => view.get().text, say: (said) => put({ notice: said }),
      open: (id, taken) => open({ view: { ...view.get(), preset: id, text: presetText(taken) }, case: taken, shown: null, notice: "" }),
    }),
    say: (said) => put({ notice: said }),
  };
};
