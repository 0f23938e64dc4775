/** Bars whose parts have a colour each: the largest keep or get one, the rest are drawn as one. The table has them all. */
import type { BarChart, Hue } from "dawndusk/report";

type Part = BarChart["bars"][number]["parts"][number];

const HUES: readonly Hue[] = ["one", "two", "three", "four", "five", "six", "seven"];
const OTHER = "other";

/** Parts by name in the order in which they first stand in a bar. */
export const partsOf = ({ bars }: BarChart): readonly Pick<Part, "name" | "hue">[] => [...new Map(bars.flatMap(({ parts }) => parts).map((part) => [part.name, part])).values()];

/** Names by what they make up in the bar where they weigh most, the largest first; what is nothing in all is left out. */
const bySize = ({ bars }: BarChart): readonly string[] => {
  const most = new Map<string, number>();
  for (const { parts } of bars) for (const { name, value } of parts) most.set(name, Math.max(most.get(name) ?? 0, Math.abs(value)));
  return [...most].filter(([, size]) => size > 0).toSorted(([, a], [, b]) => b - a).map(([name]) => name);
};

/** A chart in which no more than one part is grey stays as it is. */
export const toldApart = (chart: BarChart): BarChart => {
  const own = partsOf(chart);
  if (own.filter(({ hue }) => hue === "rest").length < 2) return chart;
  const named = bySize(chart).filter((name) => name !== OTHER).slice(0, HUES.length);
  const kept = new Map(own.filter(({ name, hue }) => named.includes(name) && hue !== "rest").map(({ name, hue }) => [name, hue]));
  const free: Hue[] = HUES.filter((hue) => ![...kept.values()].includes(hue));
  for (const name of named) if (!kept.has(name)) kept.set(name, free.shift()!);
  return {
    ...chart,
    bars: chart.bars.map((bar) => {
      const rest = bar.parts.filter(({ name }) => !kept.has(name));
      const large = named.flatMap((name) => bar.parts.filter((part) => part.name === name).map((part) => ({ ...part, hue: kept.get(name)! })));
      const value = rest.reduce((sum, part) => sum + part.value, 0);
      return { ...bar, parts: value === 0 ? large : [...large, { name: OTHER, value, hue: "rest" as const }] };
    }),
  };
};
