/** A reconciliation as a waterfall. */
import type { Reconciliation, ReconcileStep } from "../../published/index.ts";
import type { Hue, WaterfallChart } from "../chart/index.ts";
import { kindWord, reconcileTable, stepWords } from "./reconcile-table.ts";

const HUES: Readonly<Record<ReconcileStep["kind"], Hue>> = { input: "one", boundary: "two", term: "three" };

export const reconcileChart = (found: Reconciliation): WaterfallChart => ({
  kind: "waterfall",
  id: "reconcile",
  title: `From ${found.x} to ${found.y}: ${found.what}, ${found.unit}`,
  description: `A waterfall from the answer of ${found.x} to that of ${found.y}: same inputs first, then what one alone counts, then what each works out in its own way.`,
  table: reconcileTable(found),
  unit: found.unit,
  ends: [{ name: found.x, value: found.from }, { name: found.y, value: found.to }],
  steps: found.steps.map((step) => ({ name: stepWords(step), amount: step.amount, hue: HUES[step.kind], kind: kindWord(step) })),
});
