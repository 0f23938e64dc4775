/** What happens when: lanes that zoom and pan; a click on an event sets the clock and the satellite. */
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from "react";
import type { Bar, Lane } from "./lanes.ts";
import { useClock } from "./live-clock.ts";
import { PngButton } from "./png-button.tsx";
import { barAt, drawTimeline, timeAt, timelineHeight } from "./timeline-canvas.ts";
import { useDrawn, type Drawing } from "./use-drawn.ts";
import { lengthText, panned, showing, timeText, within, zoomed, type Span } from "./time-scale.ts";

interface Shown {
  readonly lanes: readonly Lane[];
  readonly window: Span;
  readonly bounds: Span;
  readonly setWindow: (window: Span) => void;
  readonly onBar: (bar: Bar) => void;
}

const PAN_FRAC = 0.25;
const ZOOM = 0.5;

/** A wheel zooms at the pointer; it must be heard before the page scrolls, which React's own listener cannot. */
const useWheel = (canvas: React.RefObject<HTMLCanvasElement | null>, heard: (event: WheelEvent) => void): void => {
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    const element = canvas.current!;
    const hear = (event: WheelEvent): void => latest.current(event);
    element.addEventListener("wheel", hear, { passive: false });
    return () => element.removeEventListener("wheel", hear);
  }, [canvas]);
};

const Lanes = ({ lanes, window, bounds, setWindow, onBar }: Shown): ReactElement => {
  const { jump } = useClock();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ readonly x: number; readonly window: Span; moved: boolean } | null>(null);
  const [under, setUnder] = useState<Bar | null>(null);
  const width = (): number => frame.current!.clientWidth;
  useDrawn({ frame, canvas }, useCallback((board: HTMLCanvasElement, drawing: Drawing) => drawTimeline(board, { ...drawing, lanes, window }), [lanes, window]));

  useWheel(canvas, (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY) || document.activeElement === canvas.current)) return;
    event.preventDefault();
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) setWindow(panned(window, (event.deltaX + event.deltaY) / 1000, bounds));
    else setWindow(zoomed(window, { factor: Math.exp(event.deltaY / 400), at_s: timeAt(event.offsetX, window, width()) }, bounds));
  });

  const found = ({ nativeEvent: { offsetX, offsetY } }: MouseEvent): Bar | null => barAt({ lanes, window, width: width() }, offsetX, offsetY);
  const press = (event: KeyboardEvent): void => {
    const middle = (window.start_s + window.end_s) / 2;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => setWindow(panned(window, -PAN_FRAC, bounds)), ArrowRight: () => setWindow(panned(window, PAN_FRAC, bounds)),
      "+": () => setWindow(zoomed(window, { factor: ZOOM, at_s: middle }, bounds)), "=": () => setWindow(zoomed(window, { factor: ZOOM, at_s: middle }, bounds)), "-": () => setWindow(zoomed(window, { factor: 1 / ZOOM, at_s: middle }, bounds)),
      Home: () => setWindow(within({ start_s: bounds.start_s, end_s: bounds.start_s + window.end_s - window.start_s }, bounds)), End: () => setWindow(within({ start_s: bounds.end_s - (window.end_s - window.start_s), end_s: bounds.end_s }, bounds)), "0": () => setWindow(bounds),
    };
    const act = acts[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div ref={frame} className="lanes">
      <canvas
        ref={canvas} role="img" tabIndex={0} style={{ height: timelineHeight(lanes.length) }}
        aria-label={`Timeline of ${lanes.length} lanes from ${timeText(window.start_s)} to ${timeText(window.end_s)} UTC: ${lanes.map(({ name }) => name).join(", ")}. The list of events below has the same.`}
        onKeyDown={press}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, window, moved: false };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const began = drag.current;
          if (began === null) return setUnder(found(event));
          if (Math.abs(event.clientX - began.x) > 3) began.moved = true;
          if (began.moved) setWindow(panned(began.window, (began.x - event.clientX) / width(), bounds));
        }}
        onPointerUp={(event) => {
          const began = drag.current;
          drag.current = null;
          if (began === null || began.moved) return;
          const bar = found(event);
          if (bar === null) jump(timeAt(event.nativeEvent.offsetX, window, width()));
          else onBar(bar);
        }}
        onPointerLeave={() => setUnder(null)}
      />
      <p className="note under">{under === null ? "Drag to pan; wheel on the focused timeline, or with Ctrl, to zoom; click an event to go there." : `${under.text}: ${timeText(under.start_s)}, ${lengthText(under.end_s - under.start_s)}`}</p>
      <PngButton name="timeline" what="the timeline" canvasOf={() => canvas.current} />
    </div>
  );
};

export const TimelineView = (shown: Shown): ReactElement => {
  const id = useId();
  const { now } = useClock();
  const { window, bounds, setWindow, lanes } = shown;
  const at_s = (): number => Math.min(window.end_s, Math.max(window.start_s, now.get()));
  return (
    <figure className="figure timeline" aria-labelledby={id} data-lanes={lanes.length}>
      <figcaption id={id}>Timeline</figcaption>
      <div className="choices" role="group" aria-label="Part of time">
        <button type="button" onClick={() => setWindow(zoomed(window, { factor: ZOOM, at_s: at_s() }, bounds))}>Zoom in</button>
        <button type="button" onClick={() => setWindow(zoomed(window, { factor: 1 / ZOOM, at_s: at_s() }, bounds))}>Zoom out</button>
        <button type="button" onClick={() => setWindow(panned(window, -PAN_FRAC, bounds))}>Earlier</button>
        <button type="button" onClick={() => setWindow(panned(window, PAN_FRAC, bounds))}>Later</button>
        <button type="button" onClick={() => setWindow(showing(window, now.get(), bounds))}>To the clock</button>
        <button type="button" onClick={() => setWindow(bounds)}>All</button>
        <span className="note">{timeText(window.start_s)} to {timeText(window.end_s)} UTC</span>
      </div>
      {lanes.length === 0 ? <p className="note">Nothing happens in this scenario at a known time.</p> : <Lanes {...shown} />}
    </figure>
  );
};
