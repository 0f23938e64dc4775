/** A reconciliation as one table: what each step changes, what it is worth, and where that leads. */
import type { Reconciliation, ReconcileStep } from "../../published/index.ts";
import { formatFigure } from "../format.ts";
import { numberColumn, wordColumn, type Table } from "../table.ts";

const KIND_WORDS: Readonly<Record<ReconcileStep["kind"], string>> = { input: "same inputs", boundary: "boundary", term: "term" };
export const kindWord = ({ kind }: Pick<ReconcileStep, "kind">): string => KIND_WORDS[kind];

const tierOf = (id: string): string => (id.startsWith("ground/") ? "on the ground: " : id.startsWith("orbit/") ? "in orbit: " : "");

/** "in orbit: launch price". */
export const stepWords = ({ id, what }: Pick<ReconcileStep, "id" | "what">): string => `${tierOf(id)}${what}`;

/** "500 to 1,000 $/kg"; "none to 0.98 of output" where one has nothing of the kind. */
export const changeWords = ({ from, to, unit }: Pick<ReconcileStep, "from" | "to" | "unit">): string => {
  if (from === null && to === null) return "";
  const close = from !== null && to !== null && from !== to && formatFigure(from) === formatFigure(to);
  const figure = (value: number | null): string => (value === null ? "none" : close ? telling(value, value === from ? to : from) : formatFigure(value));
  return `${figure(from)} to ${figure(to)} ${unit}`.trim();
};

/** With as many digits as tell it from the other. */
const telling = (value: number, other: number): string => {
  const digits = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17].find((many) => value.toPrecision(many) !== other.toPrecision(many)) ?? 17;
  return String(Number(value.toPrecision(digits)));
};

/** Shapley values of a quotient do not add up to answers on the way: a running sum would look like one. */
const runs = ({ method, of }: Reconciliation): boolean => method === "order" || (of !== "ratio" && of !== "break-even");

export const reconcileTable = (found: Reconciliation): Table => ({
  id: "reconcile",
  title: `From ${found.x} to ${found.y}: ${found.what}`,
  columns: [wordColumn("step"), wordColumn("what"), wordColumn("change"), numberColumn(runs(found) ? "adds" : "is worth", found.unit), ...(runs(found) ? [numberColumn("then", found.unit)] : [])],
  rows: [
    ["from", found.x, "", ...(runs(found) ? [null] : []), found.from],
    ...found.steps.map((step) => [kindWord(step), stepWords(step), changeWords(step), step.amount, ...(runs(found) ? [step.running] : [])]),
    ["to", found.y, "", ...(runs(found) ? [null] : []), found.to],
  ],
  note: found.method === "shapley" ? "Shapley values: the mean over all orders of the steps, so no order is in them; turned round, each changes its sign." : "Each step after those above it: another order gives other amounts.",
});
