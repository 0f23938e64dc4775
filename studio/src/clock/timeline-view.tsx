/** What happens when: lanes that zoom and pan; a click on an event sets the clock and the satellite. */
import { useCallback, useId, useRef, useState, type MouseEvent, type ReactElement } from "react";
import { coloursNow } from "./colours.ts";
import type { Bar, Lane } from "./lanes.ts";
import { useClock } from "./live-clock.ts";
import { PngButton, SvgButton } from "./picture-buttons.tsx";
import { PAN_FRAC, spanKeys, useSpanWheel, ZOOM, type Moving } from "./span-moves.ts";
import { barAt, drawTimeline, timeAt, timelineHeight, timelineSvg } from "./timeline-canvas.ts";
import { useDrawn, type Drawing } from "./use-drawn.ts";
import { lengthText, panned, showing, timeText, zoomed, type Span } from "./time-scale.ts";

interface Shown extends Moving {
  readonly lanes: readonly Lane[];
  readonly onBar: (bar: Bar) => void;
}

const Lanes = ({ lanes, onBar, ...moving }: Shown): ReactElement => {
  const { window, bounds, setWindow } = moving;
  const { jump, now } = useClock();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ readonly x: number; readonly window: Span; moved: boolean } | null>(null);
  const [under, setUnder] = useState<Bar | null>(null);
  const width = (): number => frame.current!.clientWidth;
  useDrawn({ frame, canvas }, useCallback((board: HTMLCanvasElement, drawing: Drawing) => drawTimeline(board, { ...drawing, lanes, window }), [lanes, window]));

  useSpanWheel(canvas, moving, (x) => timeAt(x, window, width()));
  const found = ({ nativeEvent: { offsetX, offsetY } }: MouseEvent): Bar | null => barAt({ lanes, window, width: width() }, offsetX, offsetY);
  return (
    <div ref={frame} className="lanes">
      <canvas
        ref={canvas} role="img" tabIndex={0} style={{ height: timelineHeight(lanes.length) }}
        aria-label={`Timeline of ${lanes.length} lanes from ${timeText(window.start_s)} to ${timeText(window.end_s)} UTC: ${lanes.map(({ name }) => name).join(", ")}. The list of events below has the same.`}
        onKeyDown={spanKeys(moving)}
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
      <SvgButton name="timeline" what="the timeline" svgOf={() => timelineSvg({ lanes, window, now_s: now.get(), width: width(), colours: coloursNow() })} />
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
