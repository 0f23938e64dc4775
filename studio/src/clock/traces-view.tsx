/** Flown series beside the clock: power, battery, temperature, light and links, of the platform, of one satellite or of the fleet. */
import { numberColumn, type Table } from "dawndusk/report";
import { satelliteName, type Sky, type Trace, type TraceAsked } from "dawndusk/service";
import { useEffect, useId, useMemo, useRef, useState, type ReactElement } from "react";
import { csvOf } from "../figure/export-table.ts";
import { saveText } from "../figure/save.ts";
import { TableFigure } from "../figure/table-figure.tsx";
import { useChoice } from "../state/use-session.ts";
import { clockModels } from "./clock-models.ts";
import { coloursNow, onTheme, type Colours } from "./colours.ts";
import { useClock, useSlowNow } from "./live-clock.ts";
import { timeText, type Span } from "./time-scale.ts";
import type { Panel, Plot } from "./trace-plot.ts";
import { LATER_MS, useAsked, useCase } from "./use-asked.ts";

type Kind = TraceAsked["of"]["kind"];

/** Panels, and the columns of each that a series has. */
const PANELS: readonly { readonly title: string; readonly columns: readonly string[]; readonly kind: "power" | "share" | "heat" | "count" | "angle" }[] = [
  { title: "Power", columns: ["array_W", "it_W", "bus_W"], kind: "power" },
  { title: "Battery", columns: ["charge_frac", "lowestCharge_frac"], kind: "share" },
  { title: "Temperature", columns: ["radiator_K", "hottest_K"], kind: "heat" },
  { title: "Light", columns: ["lit_frac", "lit"], kind: "count" },
  { title: "Links to the ground", columns: ["stations"], kind: "count" },
  { title: "Beta angle", columns: ["beta_deg"], kind: "angle" },
];
const HUES: readonly (keyof Colours)[] = ["hue-two", "hue-one", "hue-four"];
const WATTS: readonly (readonly [number, string])[] = [[1e9, "GW"], [1e6, "MW"], [1e3, "kW"], [1, "W"]];

const greatest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const panelsOf = ({ t_s, columns }: Trace): readonly Panel[] =>
  PANELS.flatMap(({ title, columns: wanted, kind }): readonly Panel[] => {
    const found = wanted.flatMap((id) => columns.find((column) => column.id === id) ?? []);
    if (found.length === 0) return [];
    const most = Math.max(...found.map(({ values }) => greatest(values)));
    const [divisor, watts] = WATTS.find(([size]) => most >= size) ?? [1, "W"];
    const unit = kind === "power" ? watts : kind === "share" ? "%" : kind === "heat" ? "K" : kind === "angle" ? "deg" : "";
    const scale = kind === "power" ? 1 / divisor : kind === "share" ? 100 : 1;
    return [{ title, unit, range: kind === "share" ? [0, 100] : null, t_s, series: found.map(({ name, values }, i) => ({ name, colour: HUES[i]!, values: scale === 1 ? values : values.map((value) => value * scale) })) }];
  });

const Plots = ({ panels }: { readonly panels: readonly Panel[] }): ReactElement => {
  const { now, jump } = useClock();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let ended = false;
    let waiting = 0;
    let plots: readonly Plot[] = [];
    const element = frame.current!;
    const hands = (): void => {
      waiting = 0;
      for (const plot of plots) plot.hand(now.get());
    };
    const begin = async (): Promise<void> => {
      const { drawPanel } = await import("./trace-plot.ts");
      if (ended) return;
      for (const plot of plots) plot.end();
      const width = element.clientWidth;
      const elements = [...element.querySelectorAll<HTMLElement>(".plot")];
      plots = panels.map((panel, i) => drawPanel(elements[i]!, panel, { colours: coloursNow(), width, onTime: jump, label: "The table below has the values at the clock's time." }));
      hands();
      element.dataset["ready"] = "yes";
    };
    void begin();
    const fit = new ResizeObserver(() => plots.forEach((plot) => plot.resize(element.clientWidth)));
    fit.observe(element);
    const ends = [onTheme(() => void begin()), now.subscribe(() => {
      if (waiting === 0) waiting = requestAnimationFrame(hands);
    })];
    return () => {
      ended = true;
      cancelAnimationFrame(waiting);
      fit.disconnect();
      for (const end of ends) end();
      for (const plot of plots) plot.end();
    };
  }, [panels, now, jump]);
  return <div ref={frame} className="plots" data-points={panels[0]?.t_s.length}>{panels.map(({ title }) => <div key={title} className="plot-frame"><h4>{title}</h4><div className="plot" /></div>)}</div>;
};

const rowsTable = ({ name, t_s, columns, every, step_s }: Trace, rows: readonly number[], title: string): Table => ({
  id: "trace", title, note: `${name}; UTC, starts of steps of ${every === 1 ? `${step_s} s` : `${step_s} s, every ${every}th`}. Charge and temperature at the step's end.`,
  columns: [numberColumn("time", ""), ...columns.map(({ name: column, unit }) => numberColumn(column, unit === "1" ? "" : unit))],
  rows: rows.map((row) => [timeText(t_s[row]!), ...columns.map(({ values }) => values[row]!)]),
});

const BESIDE = 3;

/** The last row that has begun, or the first. */
const rowAt = (t_s: Float64Array, at_s: number): number => {
  let [low, high] = [0, t_s.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (t_s[middle]! <= at_s) low = middle;
    else high = middle - 1;
  }
  return low;
};

const AtClock = ({ trace }: { readonly trace: Trace }): ReactElement => {
  const now_s = useSlowNow();
  const row = rowAt(trace.t_s, now_s);
  const first = Math.max(0, row - BESIDE);
  const rows = Array.from({ length: Math.min(2 * BESIDE + 1, trace.t_s.length - first) }, (_, i) => first + i);
  return (
    <>
      <TableFigure table={rowsTable(trace, rows, "Series at the clock")} folded={false} />
      <button type="button" className="all-rows" onClick={() => saveText("trace.csv", "text/csv", csvOf(rowsTable(trace, Array.from(trace.t_s, (_, i) => i), "Series")))}>All {trace.t_s.length.toLocaleString("en-US")} rows as CSV</button>
    </>
  );
};

const KINDS: Readonly<Record<Kind, string>> = { platform: "the representative platform", satellite: "a satellite", fleet: "the whole fleet" };

export const TracesView = ({ sky, window, satellite }: { readonly sky: Sky; readonly window: Span; readonly satellite: number }): ReactElement => {
  const id = useId();
  const given = useCase();
  const [chosen, choose] = useChoice<Kind>("clock", "trace", "platform");
  const kind: Kind = sky.kind === "fleet" ? chosen : "platform";
  const [rested, rest] = useState(window);
  useEffect(() => {
    const timer = setTimeout(() => rest(window), 400);
    return () => clearTimeout(timer);
  }, [window]);
  const of: TraceAsked["of"] = kind === "satellite" ? { kind, satellite } : { kind };
  const asked: TraceAsked = { of, start_s: rested.start_s, end_s: rested.end_s };
  const caseKey = useMemo(() => JSON.stringify(given), [given]);
  const { answer, asking, failed } = useAsked(`${caseKey}${JSON.stringify(asked)}`, (signal) => clockModels.flights.call("trace", { case: given, ...asked }, { signal }), LATER_MS);
  const panels = useMemo(() => (answer === null || answer.t_s.length === 0 ? [] : panelsOf(answer)), [answer]);
  return (
    <figure className="figure traces" aria-labelledby={id} aria-busy={asking} data-figure="traces">
      <figcaption id={id}>Series as flown{answer === null ? "" : `: ${answer.name}`}</figcaption>
      <div className="choices" role="group" aria-label="Whose series">
        <label><span>Of</span><select value={kind} disabled={sky.kind !== "fleet"} onChange={({ target }) => choose(target.value as Kind)}>{(Object.keys(KINDS) as Kind[]).map((one) => <option key={one} value={one}>{one === "satellite" && sky.kind === "fleet" ? satelliteName(sky, satellite) : KINDS[one]}</option>)}</select></label>
        <span className="note" role="status">{asking ? "flying" : failed}</span>
      </div>
      {answer?.told.map((one) => <p key={one} className="note">{one}</p>)}
      {answer === null || panels.length === 0 ? null : <><Plots panels={panels} /><AtClock trace={answer} /></>}
    </figure>
  );
};
