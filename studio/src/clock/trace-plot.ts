/** One panel of series over time, by uPlot, with the clock's hand: loaded when the first series comes. */
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Colours } from "./colours.ts";
import { timeText } from "./time-scale.ts";

export interface PanelSeries {
  readonly name: string;
  readonly colour: keyof Colours;
  readonly values: Float64Array;
}

export interface Panel {
  readonly title: string;
  readonly unit: string;
  /** Bounds of the scale; null: as the values ask for. */
  readonly range: readonly [number, number] | null;
  readonly t_s: Float64Array;
  readonly series: readonly PanelSeries[];
}

export interface Plot {
  readonly hand: (t_s: number) => void;
  readonly resize: (width: number) => void;
  readonly end: () => void;
}

const HEIGHT_PX = 170;

/** The time of day, with the date where that is another than before. */
const timeTick = (t_s: number, before_s: number | null): string => {
  const text = timeText(t_s);
  const date = text.slice(5, 10) === "01-01" ? text.slice(0, 4) : text.slice(5, 10);
  const time = text.slice(11, 16);
  if (before_s !== null && timeText(before_s).slice(0, 10) === text.slice(0, 10)) return time;
  return time === "00:00" ? date : `${time}\n${date}`;
};

/** Draws a panel into an element; `onTime` is told where the reader clicked. */
export const drawPanel = (element: HTMLElement, { title, unit, range, t_s, series }: Panel, { colours, width, onTime, label }: { readonly colours: Colours; readonly width: number; readonly onTime: (t_s: number) => void; readonly label: string }): Plot => {
  const axis = { stroke: colours.soft, grid: { stroke: colours.line, width: 1 }, ticks: { stroke: colours.line, width: 1 }, font: "11px system-ui, sans-serif" };
  const plot = new uPlot({
    width, height: HEIGHT_PX,
    tzDate: (t) => uPlot.tzDate(new Date(t * 1000), "Etc/UTC"),
    legend: { live: false },
    cursor: { y: false, drag: { x: false, y: false }, sync: { key: "clock" } },
    ...(range === null ? {} : { scales: { y: { range: [range[0], range[1]] as uPlot.Range.MinMax } } }),
    axes: [{ ...axis, values: (_, splits) => splits.map((t, i) => timeTick(t, i === 0 ? null : splits[i - 1]!)) }, { ...axis, size: 62, label: unit, labelSize: 16, labelFont: "11px system-ui, sans-serif" }],
    series: [{ label: "UTC", value: (_, t) => (t === null ? "" : timeText(t)) }, ...series.map(({ name, colour }) => ({ label: name, stroke: colours[colour], width: 1.25, points: { show: false } }))],
  }, [t_s, ...series.map(({ values }) => values)] as unknown as uPlot.AlignedData, element);
  const canvas = element.querySelector("canvas")!;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${title}: ${series.map(({ name }) => name).join(", ")}. ${label}`);
  const line = document.createElement("div");
  line.className = "hand";
  plot.over.append(line);
  plot.over.addEventListener("click", ({ offsetX }) => onTime(plot.posToVal(offsetX, "x")));
  return {
    hand: (t_s_now) => {
      const x = plot.valToPos(t_s_now, "x");
      line.hidden = !(x >= 0 && x <= plot.over.clientWidth);
      line.style.transform = `translateX(${x}px)`;
    },
    resize: (next) => plot.setSize({ width: next, height: HEIGHT_PX }),
    end: () => plot.destroy(),
  };
};
