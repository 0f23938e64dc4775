/** Days of jobs over two tiers: when which job was on which nodes. */
import type { Table } from "dawndusk/report";
import { JOB_OUTCOMES, type Case, type JobDays } from "dawndusk/service";
import { useCallback, useId, useMemo, useRef, useState, type MouseEvent, type ReactElement } from "react";
import { Downloads } from "../figure/downloads.tsx";
import { OriginContext } from "../figure/origin.ts";
import { TableGrid } from "../figure/table-figure.tsx";
import { coloursNow } from "./colours.ts";
import { CLASS_HUES, classesOf, drawGantt, ganttRows, ganttSvg, jobAt } from "./gantt-canvas.ts";
import { PngButton, SvgButton } from "./picture-buttons.tsx";
import { PAN_FRAC, spanKeys, useSpanWheel, ZOOM, type Moving } from "./span-moves.ts";
import { useClock, useSlowNow } from "./live-clock.ts";
import { useDrawn, type Drawing } from "./use-drawn.ts";
import { lengthText, panned, timeText, within, zoomed, type Span } from "./time-scale.ts";

const ROWS = 20;

const Bars = ({ days, label, ...moving }: Moving & { readonly days: JobDays; readonly label: string }): ReactElement => {
  const { window } = moving;
  const { jump, now } = useClock();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [under, setUnder] = useState<number | null>(null);
  useDrawn({ frame, canvas }, useCallback((board: HTMLCanvasElement, drawing: Drawing) => drawGantt(board, { ...drawing, days, window }), [days, window]));
  const timeAt = (x: number): number => window.start_s + (x / frame.current!.clientWidth) * (window.end_s - window.start_s);
  useSpanWheel(canvas, moving, timeAt);
  const found = ({ nativeEvent: { offsetX, offsetY } }: MouseEvent): number | null => jobAt({ days, window, width: frame.current!.clientWidth }, offsetX, offsetY);
  const { bars, jobs, pools } = days;
  const says = (i: number): string => `${jobs[bars.job[i]!]!.id} (${jobs[bars.job[i]!]!.class}) on ${bars.nodes[i]!} of ${pools[bars.pool[i]!]!.id}: ${timeText(bars.start_s[i]!)}, ${lengthText(bars.end_s[i]! - bars.start_s[i]!)}, ${JOB_OUTCOMES[bars.outcome[i]!]!}`;
  return (
    <div ref={frame} className="gantt-bars" data-bars={bars.job.length}>
      <canvas
        ref={canvas} role="img" tabIndex={0} onKeyDown={spanKeys(moving)} style={{ height: ganttRows(days).height }} aria-label={label}
        onPointerMove={(event) => setUnder(found(event))} onPointerLeave={() => setUnder(null)}
        onClick={(event) => {
          const bar = found(event);
          jump(bar === null ? timeAt(event.nativeEvent.offsetX) : bars.start_s[bar]!);
        }}
      />
      <p className="note under">{under === null ? "Wheel on the focused bars, or with Ctrl, to zoom; click a bar to go to its start." : says(under)}</p>
      <PngButton name="jobs" what="the jobs" canvasOf={() => canvas.current} />
      <SvgButton name="jobs" what="the jobs" svgOf={() => ganttSvg({ days, window, now_s: now.get(), width: frame.current!.clientWidth, colours: coloursNow() })} />
    </div>
  );
};

/** Rows on their nodes at the clock's time and after it. */
const JobTable = ({ days, of }: { readonly days: JobDays; readonly of: Case }): ReactElement => {
  const now_s = useSlowNow();
  const [shift, setShift] = useState(0);
  const { table } = days;
  const starts = useMemo(() => table.rows.map((row) => String(row[3])), [table]);
  const text = timeText(now_s);
  const here = starts.findIndex((start) => start >= text);
  const first = Math.max(0, Math.min(starts.length - ROWS, (here < 0 ? starts.length : here) + shift * ROWS));
  const part: Table = { ...table, rows: table.rows.slice(first, first + ROWS) };
  return (
    <details className="figure" data-figure={table.id}>
      <summary>Jobs as a table</summary>
      <div className="choices" role="group" aria-label="Which jobs">
        <button type="button" disabled={first === 0} onClick={() => setShift(shift - 1)}>Rows before</button>
        <button type="button" disabled={first + ROWS >= starts.length} onClick={() => setShift(shift + 1)}>Rows after</button>
        <button type="button" onClick={() => setShift(0)}>At the clock</button>
        <span className="note" role="status">{first + 1} to {first + part.rows.length} of {starts.length.toLocaleString("en-US")}</span>
      </div>
      <TableGrid table={part} />
      <p className="note">{table.note}</p>
      <OriginContext value={{ call: "jobDays", asked: of }}><Downloads table={table} /></OriginContext>
    </details>
  );
};

export const GanttView = ({ days, of }: { readonly days: JobDays; readonly of: Case }): ReactElement => {
  const id = useId();
  const { now } = useClock();
  const bounds = useMemo(() => ({ start_s: days.start_s, end_s: days.end_s }), [days]);
  const [chosen, setWindow] = useState<Span>(bounds);
  const window = within(chosen, bounds);
  const middle = (): number => (now.get() > window.start_s && now.get() < window.end_s ? now.get() : (window.start_s + window.end_s) / 2);
  const { pools, bars, jobs, away } = days;
  const label = `${bars.job.length.toLocaleString("en-US")} stretches of ${jobs.length.toLocaleString("en-US")} jobs on ${pools.length} pools from ${timeText(window.start_s)} to ${timeText(window.end_s)} UTC, and ${away.length} times away. The table below has the same.`;
  return (
    <figure className="figure gantt" aria-labelledby={id} data-figure="job-runs">
      <figcaption id={id}>Jobs over two tiers</figcaption>
      <div className="choices" role="group" aria-label="Part of the days">
        <button type="button" onClick={() => setWindow(zoomed(window, { factor: ZOOM, at_s: middle() }, bounds))}>Zoom in</button>
        <button type="button" onClick={() => setWindow(zoomed(window, { factor: 1 / ZOOM, at_s: middle() }, bounds))}>Zoom out</button>
        <button type="button" onClick={() => setWindow(panned(window, -PAN_FRAC, bounds))}>Earlier</button>
        <button type="button" onClick={() => setWindow(panned(window, PAN_FRAC, bounds))}>Later</button>
        <button type="button" onClick={() => setWindow(bounds)}>All</button>
        <span className="note">{timeText(window.start_s)} to {timeText(window.end_s)} UTC</span>
      </div>
      <ul className="key" aria-label="Colours">{classesOf(days).map((one, i) => <li key={one} className={CLASS_HUES[i % CLASS_HUES.length]!}>{one}</li>)}<li className="lighter">lighter: put back, to run again</li><li className="away">failed, or nodes away</li><li className="maintenance">maintenance</li></ul>
      <Bars days={days} window={window} bounds={bounds} setWindow={setWindow} label={label} />
      <JobTable days={days} of={of} />
    </figure>
  );
};
