/** A chart of `report` as an ECharts option: the same rows, lanes and hues, with a pointer that tells what it is on. */
import { formatFigure, type BarChart, type Chart, type GanttChart, type PlotChart, type Series, type Table, type TimeChart, type WaterfallChart } from "dawndusk/report";
import type { EChartsCoreOption } from "echarts/core";
import type { Palette } from "./palette.ts";
import { partsOf, toldApart } from "./told-apart.ts";

type Option = EChartsCoreOption;

const numbersOf = (table: Table, column: number): readonly (number | null)[] => table.rows.map((row) => (typeof row[column] === "number" ? row[column] : null));
const firstColumn = (table: Table): readonly string[] => table.rows.map(([first]) => (typeof first === "number" ? formatFigure(first) : String(first)));

const axisLook = (palette: Palette): Option => ({ axisLabel: { color: palette.soft, hideOverlap: true }, axisLine: { lineStyle: { color: palette.soft } }, splitLine: { lineStyle: { color: palette.line } }, nameTextStyle: { color: palette.soft } });
const tip = (palette: Palette, more: Option): Option => ({ backgroundColor: palette.paper, borderColor: palette.line, textStyle: { color: palette.ink }, confine: true, ...more });
const base = (palette: Palette): Option => ({ animation: false, textStyle: { color: palette.ink, fontFamily: "system-ui, sans-serif", fontSize: 12 }, aria: { enabled: false }, grid: { left: 8, right: 16, top: 44, bottom: 8, containLabel: true } });

/** Of a legend, as it is drawn: what stands beside a name, how wide a letter is at most on the whole, and how high a line of it is. */
const [LEGEND_MARK_PX, LETTER_PX, LEGEND_LINE_PX] = [32, 6.6, 26];

/** Lines that names fill when they wrap as words do: none for what needs no telling apart. */
const legendLines = (names: readonly string[], width_px: number): number => {
  if (names.length < 2) return 0;
  let [lines, used_px] = [1, 0];
  for (const name of names) {
    const own_px = LEGEND_MARK_PX + name.length * LETTER_PX;
    if (used_px > 0 && used_px + own_px > width_px) [lines, used_px] = [lines + 1, 0];
    used_px += own_px;
  }
  return lines;
};

/** Every name is seen: the legend wraps, and has no pages. */
const legend = (palette: Palette, names: readonly string[]): Option => ({ type: "plain", top: 0, left: 0, padding: 2, itemWidth: 16, itemGap: 10, textStyle: { color: palette.ink }, data: names });

const told = (palette: Palette, names: readonly string[]): Option => (names.length < 2 ? {} : { legend: legend(palette, names) });

/** What the legend tells apart. */
const namesOf = (chart: Chart): readonly string[] => {
  switch (chart.kind) {
    case "bars": return partsOf(toldApart(chart)).map(({ name }) => name);
    case "time": return chart.series.map(({ column }) => chart.table.columns[column]!.name);
    case "plot": return chart.plotted.map(({ name }) => name);
    case "gantt":
    case "waterfall": return [];
  }
};

/** The colours, and how much of the top the legend takes. */
interface Look {
  readonly palette: Palette;
  readonly top: number;
}

/** The name of the axis stands over it. */
const AXIS_NAME_PX = 24;

const figureWith = (unit: string) => (value: unknown): string => (typeof value === "number" ? `${formatFigure(value)} ${unit}`.trim() : "-");

/** A step lasts to the end of its row: the last one needs an end to last to. */
const lasting = <T,>(values: readonly T[]): readonly T[] => [...values, ...values.slice(-1)];

const lineOf = ({ column, hue, form, dashed }: Series, { table, palette }: { readonly table: Table; readonly palette: Palette }): Option => {
  const name = table.columns[column]!.name;
  const layer = form === "layer";
  return {
    type: "line", name, data: form === "line" ? numbersOf(table, column) : lasting(numbersOf(table, column)), showSymbol: false, color: palette.hue[hue],
    ...(form === "line" ? {} : { step: "end" }),
    ...(layer ? { stack: "layers", areaStyle: { opacity: 0.85 }, lineStyle: { width: 0 } } : { lineStyle: { width: 2, type: dashed ? "dashed" : "solid" } }),
  };
};

const timeOption = (chart: TimeChart, { palette, top }: Look): Option => {
  const labels = new Map(chart.ticks.map(({ at, label }) => [at, label]));
  const layered = chart.series.some(({ form }) => form === "layer");
  const names = firstColumn(chart.table);
  return {
    ...base(palette),
    ...told(palette, namesOf(chart)),
    grid: { left: 8, right: 16, top: AXIS_NAME_PX + top, bottom: 8, containLabel: true },
    tooltip: tip(palette, { trigger: "axis", valueFormatter: figureWith(chart.unit) }),
    xAxis: { type: "category", data: chart.series.every(({ form }) => form === "line") ? names : [...names, ""], boundaryGap: false, ...axisLook(palette), axisLabel: { color: palette.soft, interval: (i: number) => labels.has(i), formatter: (_: string, i: number) => labels.get(i) ?? "" }, axisTick: { interval: (i: number) => labels.has(i) } },
    yAxis: { type: "value", name: chart.unit, nameLocation: "end", nameTextStyle: { align: "left", color: palette.soft }, scale: !chart.fromZero && !layered, ...axisLook(palette) },
    series: chart.series.map((series) => lineOf(series, { table: chart.table, palette })),
  };
};

const barOption = (given: BarChart, { palette, top }: Look): Option => {
  const chart = toldApart(given);
  const parts = partsOf(chart);
  return {
    ...base(palette),
    grid: { left: 8, right: 24, top: 8 + top, bottom: 8, containLabel: true },
    ...told(palette, namesOf(chart)),
    tooltip: tip(palette, { trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: figureWith(chart.unit) }),
    xAxis: { type: "value", name: chart.unit, nameLocation: "middle", nameGap: 26, ...axisLook(palette) },
    yAxis: { type: "category", inverse: true, data: chart.bars.map(({ name }) => name), ...axisLook(palette), axisLabel: { color: palette.ink, width: 190, overflow: "break" } },
    series: parts.map(({ name, hue }) => ({
      type: "bar", name, stack: "parts", color: palette.hue[hue], barMaxWidth: 34, itemStyle: { borderColor: palette.paper, borderWidth: 1 },
      data: chart.bars.map((bar) => bar.parts.find((part) => part.name === name)?.value ?? null),
    })),
  };
};

const plotOption = (chart: PlotChart, { palette, top }: Look): Option => {
  const { across, table, form } = chart;
  const words = across.scale === "words";
  const at = (row: number): string | number | null => table.rows[row]![across.column] ?? null;
  return {
    ...base(palette),
    ...told(palette, namesOf(chart)),
    tooltip: tip(palette, { trigger: form === "lines" ? "axis" : "item", valueFormatter: figureWith(chart.unit) }),
    xAxis: { type: words ? "category" : across.scale === "log" ? "log" : "value", name: across.name, nameLocation: "middle", nameGap: 28, scale: true, ...axisLook(palette) },
    yAxis: { type: "value", name: chart.unit, nameTextStyle: { align: "left", color: palette.soft }, scale: true, ...axisLook(palette) },
    grid: { left: 8, right: 24, top: AXIS_NAME_PX + top, bottom: 24, containLabel: true },
    series: chart.plotted.map(({ name, hue, column, rows }) => ({
      type: form === "lines" ? "line" : "scatter", name, color: palette.hue[hue], showSymbol: rows.length < 40, symbolSize: 6, large: rows.length > 5_000, connectNulls: false,
      data: rows.map((row) => [at(row), table.rows[row]![column] ?? null]),
    })),
  };
};

const ganttOption = (chart: GanttChart, palette: Palette): Option => {
  const rows = chart.table.rows.length;
  const labels = new Map(chart.ticks.map(({ at, label }) => [at, label]));
  const lanes = chart.lanes.map((lane) => ({ ...lane, values: numbersOf(chart.table, lane.column).map((value) => value ?? 0) }));
  const each = 100 / lanes.length;
  const names = firstColumn(chart.table);
  return {
    ...base(palette),
    tooltip: tip(palette, { trigger: "item", formatter: ({ seriesIndex, dataIndex }: { readonly seriesIndex: number; readonly dataIndex: number }) => `${lanes[seriesIndex]!.name}, ${names[dataIndex]!}: ${figureWith(lanes[seriesIndex]!.unit)(lanes[seriesIndex]!.values[dataIndex])}` }),
    grid: lanes.map((_, i) => ({ left: 150, right: 90, top: `${3 + i * each * 0.9}%`, height: `${each * 0.75}%` })),
    xAxis: lanes.map((_, i) => ({ type: "category", gridIndex: i, data: names, ...axisLook(palette), axisTick: { show: false }, axisLabel: { show: i === lanes.length - 1, color: palette.soft, interval: (k: number) => labels.has(k), formatter: (_name: string, k: number) => labels.get(k) ?? "" } })),
    yAxis: lanes.map(({ name, values, unit }, i) => ({
      type: "value", gridIndex: i, min: 0, max: Math.max(...values, Number.MIN_VALUE), name: `{name|${name}}`, nameLocation: "middle", nameRotate: 0, nameGap: 12, axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false },
      nameTextStyle: { align: "right", color: palette.ink, rich: { name: { width: 130, overflow: "truncate", color: palette.ink } } },
      ...(rows > 0 ? { axisTick: { show: false } } : {}),
      id: `${name} ${unit}`,
    })),
    series: lanes.map(({ values, hue }, i) => ({ type: "bar", xAxisIndex: i, yAxisIndex: i, color: palette.hue[hue], barCategoryGap: "8%", data: values.map((value) => (value > 0 ? value : null)) })),
  };
};

const waterfallOption = (chart: WaterfallChart, palette: Palette): Option => {
  const [from, to] = chart.ends;
  let level = from.value;
  const steps = chart.steps.map(({ name, amount, hue, kind }) => {
    const start = level;
    level += amount;
    return { name, amount, hue, kind, low: Math.min(start, level), height: Math.abs(amount) };
  });
  const bars = [{ ...from, low: 0, height: from.value, hue: "rest" as const, amount: from.value }, ...steps, { ...to, low: 0, height: to.value, hue: "rest" as const, amount: to.value }];
  return {
    ...base(palette),
    grid: { left: 8, right: 24, top: 12, bottom: 8, containLabel: true },
    tooltip: tip(palette, { trigger: "item", formatter: ({ dataIndex }: { readonly dataIndex: number }) => `${bars[dataIndex]!.name}: ${figureWith(chart.unit)(bars[dataIndex]!.amount)}` }),
    xAxis: { type: "value", name: chart.unit, nameLocation: "middle", nameGap: 26, scale: true, ...axisLook(palette) },
    yAxis: { type: "category", inverse: true, data: bars.map(({ name }) => name), ...axisLook(palette), axisLabel: { color: palette.ink, width: 190, overflow: "break" } },
    series: [
      { type: "bar", stack: "steps", silent: true, itemStyle: { color: "transparent" }, data: bars.map(({ low }) => low) },
      { type: "bar", stack: "steps", barMaxWidth: 26, data: bars.map(({ height, hue }) => ({ value: height, itemStyle: { color: palette.hue[hue] } })) },
    ],
  };
};

/** A chart for a board of this width. */
export const chartOption = (chart: Chart, palette: Palette, width_px: number): Option => {
  const look = { palette, top: legendLines(namesOf(chart), width_px) * LEGEND_LINE_PX };
  switch (chart.kind) {
    case "time": return timeOption(chart, look);
    case "bars": return barOption(chart, look);
    case "plot": return plotOption(chart, look);
    case "gantt": return ganttOption(chart, palette);
    case "waterfall": return waterfallOption(chart, palette);
  }
};

/** How high a chart wants to be on a board of this width. */
export const chartHeight_px = (chart: Chart, width_px: number): number => {
  const legend_px = legendLines(namesOf(chart), width_px) * LEGEND_LINE_PX;
  switch (chart.kind) {
    case "bars": return 58 + legend_px + chart.bars.length * 38;
    case "gantt": return 60 + chart.lanes.length * 46;
    case "waterfall": return 70 + (chart.steps.length + 2) * 32;
    case "time":
    case "plot": return 288 + legend_px;
  }
};
