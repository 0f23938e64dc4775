/** The clock: plays, steps, jumps. Everything on the page stands at its time. */
import { useEffect, useState, type ReactElement } from "react";
import { RATES, useClock, useNow, usePlaying, useRate } from "./live-clock.ts";
import { DAY_S, HOUR_S, readTime, timeText, type Span } from "./time-scale.ts";

const rateText = (rate: number): string => {
  if (rate === 1) return "as it is";
  if (rate < HOUR_S) return `${rate / 60} min/s`;
  return rate < DAY_S ? `${rate / HOUR_S} h/s` : `${rate / DAY_S} day/s`;
};

const Time = (): ReactElement => {
  const t_s = useNow();
  return <time className="now" dateTime={`${timeText(t_s).replace(" ", "T")}Z`} data-clock={t_s}>{timeText(t_s)} UTC</time>;
};

const Scrubber = ({ flown, step_s }: { readonly flown: Span; readonly step_s: number }): ReactElement => {
  const t_s = useNow();
  const { jump } = useClock();
  return <input className="scrubber" type="range" min={flown.start_s} max={flown.end_s} step={step_s} value={t_s} aria-label="Time in the flown period" aria-valuetext={`${timeText(t_s)} UTC`} onChange={({ target }) => jump(Number(target.value))} />;
};

const JumpTo = (): ReactElement => {
  const { now, jump } = useClock();
  const [text, set] = useState<string | null>(null);
  const put = (): void => {
    const t_s = text === null ? null : readTime(text);
    if (t_s !== null) jump(t_s);
    set(null);
  };
  return (
    <label className="jump"><span>Go to</span>
      <input type="datetime-local" step={1} value={text ?? timeText(now.get()).replace(" ", "T")} onFocus={() => set(timeText(now.get()).replace(" ", "T"))} onChange={({ target }) => set(target.value)} onBlur={put} onKeyDown={({ key }) => key === "Enter" && put()} />
    </label>
  );
};

/** What has keys of its own. */
const hasKeys = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select, button, a, summary, canvas, [role=tab], [role=grid], [role=application], [role=dialog], .cm-editor") !== null);

/** Space plays, arrows step; with shift by the hour, page up and down by the day. */
const useClockKeys = (step_s: number, toggle: () => void): void => {
  const { now, jump } = useClock();
  useEffect(() => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -step_s, ArrowRight: step_s, PageUp: -DAY_S, PageDown: DAY_S };
    const press = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || hasKeys(event.target)) return;
      if (event.key === " ") {
        event.preventDefault();
        toggle();
        return;
      }
      const step = steps[event.key];
      if (step === undefined) return;
      event.preventDefault();
      jump(now.get() + (event.shiftKey ? Math.sign(step) * HOUR_S : step));
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
};

export const ClockBar = ({ flown, step_s, before, after }: { readonly flown: Span; readonly step_s: number; readonly before: (t_s: number) => number | null; readonly after: (t_s: number) => number | null }): ReactElement => {
  const { now, jump } = useClock();
  const [playing, play] = usePlaying();
  const [rate, setRate] = useRate();
  const toggle = (): void => {
    if (!playing && now.get() >= flown.end_s) jump(flown.start_s);
    play(!playing);
  };
  useClockKeys(step_s, toggle);
  const go = (to: number | null): void => {
    if (to !== null) jump(to);
  };
  return (
    <div className="clock-bar" role="group" aria-label="Clock">
      <button type="button" className="play" aria-pressed={playing} aria-keyshortcuts="Space" onClick={toggle}>{playing ? "Pause" : "Play"}</button>
      <button type="button" aria-keyshortcuts="ArrowLeft" onClick={() => jump(now.get() - step_s)}>Step back</button>
      <button type="button" aria-keyshortcuts="ArrowRight" onClick={() => jump(now.get() + step_s)}>Step on</button>
      <Time />
      <label><span>Rate</span><select value={rate} onChange={({ target }) => setRate(Number(target.value))}>{RATES.map((one) => <option key={one} value={one}>{rateText(one)}</option>)}</select></label>
      <button type="button" onClick={() => go(before(now.get()))}>Event before</button>
      <button type="button" onClick={() => go(after(now.get()))}>Next event</button>
      <JumpTo />
      <Scrubber flown={flown} step_s={step_s} />
    </div>
  );
};
