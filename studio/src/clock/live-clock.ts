/** The page's one clock. Where it stands is in the view; while it runs it moves on here, and is written back now and then and when it stops. */
import { useEffect, useState } from "react";
import type { Session } from "../state/session.ts";
import { createStore, useStore, type Store } from "../state/store.ts";
import { useChoice, useSession, useView } from "../state/use-session.ts";

const PAGE = "clock";

export interface LiveClock {
  readonly now: Store<number>;
  /** Sets it, in the view too. */
  readonly jump: (t_s: number) => void;
  /** Moves it on without a word to the view. */
  readonly move: (t_s: number) => void;
}

const clocks = new WeakMap<Session, LiveClock>();

const begin = ({ view }: Session): LiveClock => {
  const written = (): number | undefined => view.get().choices[PAGE]?.["t_s"] as number | undefined;
  let last = written();
  const now = createStore(last === undefined ? 0 : last);
  view.subscribe(() => {
    const t_s = written();
    if (t_s === undefined || t_s === last) return;
    last = t_s;
    now.set(t_s);
  });
  return {
    now,
    move: (t_s) => now.set(t_s),
    jump: (t_s) => {
      last = t_s;
      now.set(t_s);
      view.set((before) => ({ ...before, choices: { ...before.choices, [PAGE]: { ...before.choices[PAGE], t_s } } }));
    },
  };
};

export const clockOf = (session: Session): LiveClock => {
  const found = clocks.get(session) ?? begin(session);
  clocks.set(session, found);
  return found;
};

export const useClock = (): LiveClock => clockOf(useSession());

/** The time as it runs: for what is small enough to be drawn with every frame. */
export const useNow = (): number => useStore(useClock().now, (t_s) => t_s);

const SLOW_MS = 400;

/** The time a few times a second. */
export const useSlowNow = (): number => {
  const { now } = useClock();
  const [t_s, set] = useState(now.get());
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const put = (): void => {
      waiting = undefined;
      set(now.get());
    };
    put();
    const end = now.subscribe(() => {
      waiting ??= setTimeout(put, SLOW_MS);
    });
    return () => {
      end();
      clearTimeout(waiting);
    };
  }, [now]);
  return t_s;
};

/** Seconds of the clock in a second. */
export const RATES = [1, 60, 600, 3600, 21_600, 86_400] as const;
const FIRST_RATE = 600;

export const useRate = (): readonly [number, (rate: number) => void] => useChoice<number>(PAGE, "rate", FIRST_RATE);
export const usePlaying = (): readonly [boolean, (playing: boolean) => void] => useChoice<boolean>(PAGE, "playing", false);

export const stillMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Written to the view this often while it runs. */
const WRITTEN_MS = 5000;
/** Steps of who wants little motion. */
const STILL_MS = 1000;

/** Runs the clock while it plays, up to the end of what is flown. */
export const useRunning = (end_s: number): void => {
  const clock = useClock();
  const [rate] = useRate();
  const [playing, play] = usePlaying();
  const session = useSession();
  useEffect(() => {
    if (!playing) return;
    let frame = 0;
    let before = performance.now();
    let written = before;
    const still = stillMotion();
    const tick = (at: number): void => {
      frame = requestAnimationFrame(tick);
      if (still && at - before < STILL_MS) return;
      const t_s = clock.now.get() + (rate * (at - before)) / 1000;
      before = at;
      if (t_s >= end_s) {
        clock.jump(end_s);
        play(false);
      } else if (at - written > WRITTEN_MS) {
        written = at;
        clock.jump(t_s);
      } else clock.move(t_s);
    };
    frame = requestAnimationFrame(tick);
    return () => {
      cancelAnimationFrame(frame);
      clock.jump(clock.now.get());
    };
    // eslint-disable-next-line -- `play` is new with every drawing and does the same
  }, [playing, rate, end_s, clock, session]);
};

/** What is chosen of one scenario's sky says nothing of another's: with another the clock stands at the start of what is flown. */
export const useOwnChoices = ({ name, epoch_s }: { readonly name: string; readonly epoch_s: number }): void => {
  const { view } = useSession();
  const of = useView(({ choices }) => choices[PAGE]?.["of"]);
  useEffect(() => {
    if (of === name) return;
    const kept = ["rate", "form", "links", "labels", "turning", "trace"];
    view.set((before) => ({ ...before, choices: { ...before.choices, [PAGE]: { ...Object.fromEntries(Object.entries(before.choices[PAGE] ?? {}).filter(([key]) => kept.includes(key))), of: name, t_s: epoch_s } } }));
  }, [view, of, name, epoch_s]);
};
