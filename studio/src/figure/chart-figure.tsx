/** A chart of `report` with the table that it is drawn from: one tab each. */
import type { Chart } from "dawndusk/report";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { showField } from "../scenario/show-field.ts";
import { useSession } from "../state/use-session.ts";
import { chartHeight_px } from "./chart-option.ts";
import { Downloads } from "./downloads.tsx";
import type { Drawn } from "./echart.ts";
import { TableGrid } from "./table-figure.tsx";

/** As wide as the style sheet lets a chart be: on less it may grow higher once it is drawn. */
const WIDEST_PX = 960;

const Canvas = ({ chart }: { readonly chart: Chart }): ReactElement => {
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const session = useSession();
  /** A bar that is named after a field of the scenario leads to it. */
  const pick = useRef((name: string): void => {
    const { read } = session.sitting.get();
    const path = read !== null && read.inspection.ok ? read.inspection.assumptions.find((one) => name === one.path || name.startsWith(`${one.path} `))?.path : undefined;
    if (path !== undefined) void showField(session, path);
  });
  useEffect(() => {
    let ended = false;
    // Taken here: the module may come when the page has already let go of the element.
    const board = element.current!;
    void import("./echart.ts").then(({ draw }) => {
      if (ended) return;
      if (drawn.current === null) drawn.current = draw(board, chart, pick.current);
      else drawn.current.redraw(chart);
    });
    return () => {
      ended = true;
    };
  }, [chart]);
  useEffect(() => () => {
    drawn.current?.end();
    drawn.current = null;
  }, []);
  return <div ref={element} className="chart" role="img" aria-label={`${chart.title}. ${chart.description} The table beside it has every number.`} style={{ minHeight: chartHeight_px(chart, WIDEST_PX) }} />;
};

const VIEWS = ["Chart", "Table"] as const;

export const ChartFigure = ({ chart }: { readonly chart: Chart }): ReactElement => {
  const id = useId();
  const [view, choose] = useState<(typeof VIEWS)[number]>("Chart");
  const turn = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const next = VIEWS.find((one) => one !== view)!;
    choose(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <figure className="figure" data-figure={chart.id}>
      <figcaption id={id}>{chart.title}</figcaption>
      <div role="tablist" aria-labelledby={id} className="tabs" onKeyDown={turn}>
        {VIEWS.map((one) => <button key={one} id={`${id}-${one}`} type="button" role="tab" aria-selected={one === view} aria-controls={`${id}-panel`} tabIndex={one === view ? 0 : -1} onClick={() => choose(one)}>{one}</button>)}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${view}`}>{view === "Chart" ? <Canvas chart={chart} /> : <TableGrid table={chart.table} />}</div>
      {chart.table.note === "" ? null : <p className="note">{chart.table.note}</p>}
      <Downloads table={chart.table} chart={chart} />
    </figure>
  );
};
