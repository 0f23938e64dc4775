/** Two ways down to the answer: from the array's nominal power to what reaches the servers, and from a launch price to the cost of an hour. */
import type { Finance } from "../finance/index.ts";
import type { FlightSummary } from "../fly/index.ts";
import type { Plan } from "../plan/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import type { Hue, WaterfallChart } from "./chart/index.ts";
import { formatFigure } from "./format.ts";
import { factTable, numberColumn, wordColumn, type Table } from "./table.ts";
import { itemName } from "./tables/index.ts";

type Step = WaterfallChart["steps"][number];

const walkTable = ({ id, title, note, unit, ends: [from, to], steps }: { readonly id: string; readonly title: string; readonly note: string; readonly unit: string; readonly ends: WaterfallChart["ends"]; readonly steps: readonly Step[] }): Table => ({
  id, title, note,
  columns: [wordColumn("step"), numberColumn("amount", unit)],
  rows: [[from.name, from.value], ...steps.map(({ name, amount }) => [name, amount] as const), [to.name, to.value]],
});

/**
 * Mean power over the flown period: the array's at the beginning of its life and always lit, less what each cause takes, to the servers'.
 * What is not shadow between nominal and generated is age, the Sun's distance and the cells' temperature, taken together.
 */
export const deliveredChart = ({ array }: PlatformSizing, { energy, light, duration_s }: FlightSummary): WaterfallChart => {
  const kW = (energy_J: number): number => energy_J / duration_s / 1000;
  const nominal = array.bol_W / 1000;
  const lit = nominal * light.discInView_frac;
  const steps: readonly Step[] = [
    { name: "shadow", amount: lit - nominal, hue: "unserved", kind: "light" },
    { name: "age, distance, heat (left)", amount: kW(energy.generated_J) - lit, hue: "three", kind: "array" },
    { name: "curtailed", amount: -kW(energy.curtailed_J), hue: "six", kind: "not wanted" },
    { name: "battery loss", amount: -kW(energy.batteryLoss_J), hue: "five", kind: "lost" },
    { name: "change of charge", amount: -kW(energy.chargeChange_J), hue: "five", kind: "lost" },
    { name: "conversion loss", amount: -kW(energy.conversionLoss_J), hue: "five", kind: "lost" },
    { name: "bus", amount: -kW(energy.bus_J), hue: "four", kind: "the platform's own" },
  ];
  const walk = { id: "delivered-walk", title: "From nominal to delivered", unit: "kW", steps, ends: [{ name: "array, new and always lit", value: nominal }, { name: "IT", value: kW(energy.it_J) }] as const, note: "Mean of the flown period, one platform. What is left is no term of its own: it is what the array generated less what it would have, new and lit as it was; age, the Sun's distance and the cells' temperature take it together." };
  return { ...walk, kind: "waterfall", id: "chart-delivered-walk", table: walkTable(walk), description: "A waterfall of mean power, from what the array would give new and always lit to what the servers get." };
};

const ITEM_HUES: Readonly<Record<string, Hue>> = { it: "one", power: "two", "heat-rejection": "three", launch: "four", structure: "five", operations: "six", energy: "seven" };

/** From the launch item to the levelised cost of an hour in orbit, item by item; null without orbit. */
export const hourChart = ({ orbit }: Finance): WaterfallChart | null => {
  if (orbit === null || orbit.usd_per_kW_yr === 0) return null;
  const hour = orbit.usd_per_GPU_h / orbit.usd_per_kW_yr;
  const sums = new Map<string, number>();
  for (const { item, usd_per_kW_yr } of orbit.items) sums.set(item, (sums.get(item) ?? 0) + usd_per_kW_yr * hour);
  const launch = sums.get("launch") ?? 0;
  const steps = [...sums].filter(([item, usd]) => item !== "launch" && usd !== 0).toSorted(([, a], [, b]) => b - a).map(([item, amount]): Step => ({ name: itemName(item), amount, hue: ITEM_HUES[item] ?? "rest", kind: "item of cost" }));
  const walk = { id: "hour-walk", title: "From launch to the cost of an hour in orbit", unit: "$/GPU-h", steps, ends: [{ name: "launch", value: launch }, { name: "orbit, all", value: orbit.usd_per_GPU_h }] as const, note: `Of ${orbit.option}, real dollars, on the boundary of the verdict.` };
  return { ...walk, kind: "waterfall", id: "chart-hour-walk", table: walkTable(walk), description: "A waterfall of levelised cost in dollars per accelerator-hour: the launch item first, then each other item, to the whole." };
};

/** A launch price as a share of an hour's cost, factor by factor; null where nothing is launched. */
export const launchChainTable = ({ orbit }: Finance, plan: Plan): Table | null => {
  const option = orbit === null ? undefined : plan.options.find(({ id }) => id === orbit.option);
  if (orbit === null || option === undefined || option.unitMass_kg === null) return null;
  const launch_usd = option.capital.filter(({ line }) => line.boundary === "launch").reduce((sum, { line }) => sum + line.quantity, 0);
  const kW = option.itNameplate_W / 1000;
  const launch = orbit.items.filter(({ item }) => item === "launch").reduce((sum, { usd_per_kW_yr }) => sum + usd_per_kW_yr, 0);
  return factTable({
    id: "launch-chain", title: "From $/kg to $/GPU-h", note: `Of ${orbit.option}, at prices of its quarter.`,
    facts: [
      ["launch price", `${formatFigure(launch_usd / option.unitMass_kg)} $/kg`, "of the platform's mass, packing and whole units a launch included"],
      ["mass", `${formatFigure(option.unitMass_kg / kW)} kg/kW`, "launched per kilowatt of IT nameplate"],
      ["launch", `${formatFigure(launch_usd / kW)} $/kW`, "the two multiplied"],
      ["levelised", `${formatFigure(launch)} $/kW-yr`, `over life and discount rate, per kilowatt-year delivered (${formatFigure(orbit.delivered_frac * 100)} % of nameplate over life)`],
      ["in an hour's cost", `${formatFigure((launch * orbit.usd_per_GPU_h) / orbit.usd_per_kW_yr)} $/GPU-h`, `of ${formatFigure(orbit.usd_per_GPU_h)} $/GPU-h in all`],
    ],
  });
};
