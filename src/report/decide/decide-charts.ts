/** Figures of what to decide: what waiting costs beside what it teaches, and what the plan costs after each outcome. */
import type { Commitments } from "../../run/index.ts";
import type { BarChart } from "../chart/index.ts";
import { afterTable, scaleOf, waitingTable } from "./decide-tables.ts";
import { scaleFor } from "../format.ts";

/** Null where nothing is held against an event. */
export const waitingChart = (all: Commitments): BarChart | null => {
  const { unit, divisor } = scaleOf(all);
  const bars = all.commitments.flatMap(({ option, decisions }) => decisions.flatMap((one) => one.waits.map(({ cost, learnt }) => ({
    name: `${option}: ${nameOf(all, one.event)}`,
    parts: [{ name: "what it teaches", value: learnt / divisor, hue: "one" as const }, { name: "what waiting costs", value: -cost / divisor, hue: "two" as const }],
  }))));
  return bars.length === 0 ? null : {
    kind: "bars", id: "chart-waiting", title: "What waiting costs, and what it teaches", unit, table: waitingTable(all), bars,
    description: "A bar for each thing to build and each event: to the right what seeing the outcome first is worth, to the left what beginning later costs; the number is both together, above 0 where waiting pays.",
  };
};

/** Null without an event. */
export const afterChart = (all: Commitments): BarChart | null => {
  const rows = all.events.flatMap(({ name, outcomes }) => outcomes.flatMap(({ id, cost_usd }) => (cost_usd === null ? [] : [{ name: `${name}: ${id}`, cost_usd }])));
  const { unit, divisor } = scaleFor(Math.max(1, ...rows.map(({ cost_usd }) => Math.abs(cost_usd))), "$");
  return rows.length === 0 ? null : {
    kind: "bars", id: "chart-after", title: "What the plan costs after each outcome", unit, table: afterTable(all),
    bars: rows.map(({ name, cost_usd }) => ({ name, parts: [{ name: "present cost", value: cost_usd / divisor, hue: "one" as const }] })),
    description: "Present cost of the plan whose first steps are those of now and whose rest is planned when the event is known.",
  };
};

const nameOf = ({ events }: Commitments, id: string): string => events.find(({ event }) => event === id)!.name;
