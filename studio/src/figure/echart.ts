/** ECharts with what the charts here need of it, and no more: loaded when the first chart is drawn. */
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Chart } from "dawndusk/report";
import { chartHeight_px, chartOption } from "./chart-option.ts";
import { paletteNow } from "./palette.ts";

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface Drawn {
  readonly redraw: (chart: Chart) => void;
  readonly end: () => void;
}

/** Draws a chart into an element and keeps to its width and to the theme; `onPick` hears the name of what was clicked on the axis of words. */
export const draw = (element: HTMLElement, first: Chart, onPick: (name: string) => void): Drawn => {
  let chart = first;
  const drawn: EChartsType = init(element, null, { renderer: "svg" });
  let width_px = 0;
  const put = (): void => {
    width_px = element.clientWidth;
    element.style.height = `${chartHeight_px(chart, width_px)}px`;
    drawn.resize();
    drawn.setOption(chartOption(chart, paletteNow(), width_px), { notMerge: true });
  };
  // The legend wraps otherwise on another width; another height is of our own making.
  const width = new ResizeObserver(() => element.clientWidth !== width_px && put());
  const theme = new MutationObserver(put);
  const system = matchMedia("(prefers-color-scheme: dark)");
  drawn.on("click", ({ name }) => onPick(name));
  width.observe(element);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  system.addEventListener("change", put);
  put();
  return {
    redraw: (next) => {
      chart = next;
      put();
    },
    end: () => {
      width.disconnect();
      theme.disconnect();
      system.removeEventListener("change", put);
      drawn.dispose();
    },
  };
};

const PICTURE_WIDTH_PX = 960;

/** The chart as a picture that stands alone, in the colours of now. */
export const chartSvg = (chart: Chart): string => {
  const palette = paletteNow();
  const height = chartHeight_px(chart, PICTURE_WIDTH_PX);
  const drawn = init(null, null, { renderer: "svg", ssr: true, width: PICTURE_WIDTH_PX, height });
  try {
    drawn.setOption({ ...chartOption(chart, palette, PICTURE_WIDTH_PX), backgroundColor: palette.paper });
    return drawn.renderToSVGString();
  } finally {
    drawn.dispose();
  }
};

/** The same as PNG, twice as fine. */
export const chartPng = async (chart: Chart): Promise<Blob> => {
  const url = URL.createObjectURL(new Blob([chartSvg(chart)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(PICTURE_WIDTH_PX * 2, chartHeight_px(chart, PICTURE_WIDTH_PX) * 2);
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: "image/png" });
  } finally {
    URL.revokeObjectURL(url);
  }
};
