/** Colours of charts as CSS custom properties, light and dark. Hues keep apart for the colour-blind (blue and amber lead, after Okabe and Ito 2008). */
import type { Hue } from "./chart.ts";

const LIGHT: Readonly<Record<Hue, string>> = {
  ground: "#c67a00", orbit: "#1f6fc4", unserved: "#b3246b", wanted: "#22262b",
  one: "#1f6fc4", two: "#c67a00", three: "#178a68", four: "#7a4fc0", five: "#c2452d", six: "#d0679d", seven: "#5b8f10", rest: "#8a9099",
};
const DARK: Readonly<Record<Hue, string>> = {
  ground: "#e6a532", orbit: "#58a0ee", unserved: "#f06ba8", wanted: "#eceff3",
  one: "#58a0ee", two: "#e6a532", three: "#3fbf97", four: "#ab8af0", five: "#f0765c", six: "#eb93c0", seven: "#9cc84b", rest: "#8f97a3",
};
const INK_LIGHT = { ink: "#1b1f24", soft: "#59616b", line: "#d9dde2", paper: "#ffffff" };
const INK_DARK = { ink: "#e8ebef", soft: "#a2abb6", line: "#353c45", paper: "#14181d" };

const HUES = Object.keys(LIGHT) as readonly Hue[];
const properties = (colours: Readonly<Record<string, string>>, prefix: string): string =>
  Object.entries(colours).map(([name, value]) => `--${prefix}${name}:${value};`).join("");

/** Custom properties, for `:root` of a page or of a figure that stands alone. */
export const chartProperties = {
  light: properties(LIGHT, "hue-") + properties(INK_LIGHT, ""),
  dark: properties(DARK, "hue-") + properties(INK_DARK, ""),
} as const;

/** Classes of the parts of a chart. */
export const chartRules = [
  "svg.chart{font:13px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-variant-numeric:tabular-nums}",
  ".chart text{fill:var(--ink)}.chart .soft{fill:var(--soft)}.chart .grid{stroke:var(--line);stroke-width:1}.chart .axis{stroke:var(--soft);stroke-width:1}",
  ".chart .stroke{fill:none;stroke-width:2;stroke-linejoin:round}.chart .dashed{stroke-dasharray:5 5}.chart .gap{stroke:var(--paper);stroke-width:1}",
  ...HUES.map((hue) => `.chart .fill-${hue}{fill:var(--hue-${hue})}.chart .line-${hue}{stroke:var(--hue-${hue})}`),
].join("\n");
