/** The lanes as a list: each event a button that goes there. */
import { numberColumn, wordColumn, type Table } from "dawndusk/report";
import { useMemo, useState, type ReactElement } from "react";
import { Downloads } from "../figure/downloads.tsx";
import type { Bar, Lane } from "./lanes.ts";
import { useSlowNow } from "./live-clock.ts";
import { lengthText, timeText } from "./time-scale.ts";

const ROWS = 20;

interface Listed extends Bar { readonly lane: string }

const tableOf = (bars: readonly Listed[]): Table => ({
  id: "timeline", title: "Timeline", note: "UTC, by start.",
  columns: [wordColumn("lane"), wordColumn("event"), numberColumn("start", ""), numberColumn("end", ""), numberColumn("lasts", "s")],
  rows: bars.map(({ lane, text, start_s, end_s }) => [lane, text, timeText(start_s), timeText(end_s), Number((end_s - start_s).toFixed(3))]),
});

/** Rows from the clock's time on. */
export const EventList = ({ lanes, onBar }: { readonly lanes: readonly Lane[]; readonly onBar: (bar: Bar) => void }): ReactElement => {
  const t_s = useSlowNow();
  const [kind, setKind] = useState("");
  const [shift, setShift] = useState(0);
  const all = useMemo(() => lanes.filter(({ id }) => kind === "" || id === kind).flatMap(({ name, bars }) => bars.map((bar): Listed => ({ ...bar, lane: name }))).toSorted((a, b) => a.start_s - b.start_s), [lanes, kind]);
  const table = useMemo(() => tableOf(all), [all]);
  const here = all.findIndex(({ end_s }) => end_s > t_s);
  const first = Math.max(0, Math.min(all.length - ROWS, (here < 0 ? all.length : here) + shift * ROWS));
  const rows = all.slice(first, first + ROWS);
  return (
    <details className="figure events" data-figure="timeline">
      <summary>Events as a list</summary>
      <div className="choices" role="group" aria-label="Which events">
        <label><span>Of</span><select value={kind} onChange={({ target }) => setKind(target.value)}><option value="">all lanes</option>{lanes.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></label>
        <button type="button" disabled={first === 0} onClick={() => setShift(shift - 1)}>Rows before</button>
        <button type="button" disabled={first + ROWS >= all.length} onClick={() => setShift(shift + 1)}>Rows after</button>
        <button type="button" onClick={() => setShift(0)}>At the clock</button>
        <span className="note" role="status">{all.length === 0 ? "no event" : `${first + 1} to ${first + rows.length} of ${all.length.toLocaleString("en-US")}`}</span>
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label="Events">
        <table aria-label="Events" data-table="timeline">
          <thead><tr><th scope="col">event</th><th scope="col" className="number">start</th><th scope="col" className="number">end</th><th scope="col" className="number">lasts</th></tr></thead>
          <tbody>{rows.map((bar, i) => (
            <tr key={first + i} aria-current={t_s >= bar.start_s && t_s < bar.end_s ? "time" : undefined}>
              <th scope="row"><button type="button" className="go" onClick={() => onBar(bar)}>{bar.text}</button></th>
              <td className="number">{timeText(bar.start_s)}</td><td className="number">{timeText(bar.end_s)}</td><td className="number">{lengthText(bar.end_s - bar.start_s)}</td>
            </tr>
          ))}</tbody>
        </table>
      </div>
      <Downloads table={table} />
    </details>
  );
};
