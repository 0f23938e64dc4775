/** Whether something from a file is an answer that every page can draw: each section, table and chart of it. */
import type { Chart, Hue, Piece } from "dawndusk/report";
import type { Answer } from "dawndusk/service";

type Raw = Readonly<Record<string, unknown>>;
type Holds = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
const isFlag: Holds = (value) => typeof value === "boolean";
const listOf = (holds: Holds): Holds => (value) => Array.isArray(value) && value.every(holds);
const recordOf = (fields: Readonly<Record<string, Holds>>): Holds => (value) => isRecord(value) && Object.entries(fields).every(([name, holds]) => holds(value[name]));
const oneOf = (...words: readonly string[]): Holds => (value) => words.some((word) => word === value);
const maybe = (holds: Holds): Holds => (value) => value === undefined || holds(value);
const pairOf = (holds: Holds): Holds => (value) => listOf(holds)(value) && (value as readonly unknown[]).length === 2;

const HUES: Readonly<Record<Hue, true>> = { ground: true, orbit: true, unserved: true, wanted: true, one: true, two: true, three: true, four: true, five: true, six: true, seven: true, rest: true };
const isHue: Holds = (value) => isText(value) && Object.hasOwn(HUES, value);
const isCell: Holds = (value) => value === null || isText(value) || isNumber(value);

interface Grid {
  readonly columns: readonly unknown[];
  readonly rows: readonly (readonly unknown[])[];
}

const isTable = (value: unknown): value is Grid =>
  recordOf({ id: isText, title: isText, note: isText, columns: listOf(recordOf({ name: isText, unit: isText, align: oneOf("left", "right") })), rows: listOf(listOf(isCell)) })(value) && (value as Grid).rows.every(({ length }) => length === (value as Grid).columns.length);

const within = (things: readonly unknown[]): Holds => (value) => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < things.length;

/** Of each kind of chart, what it holds besides its table. */
const CHARTS: Readonly<Record<Chart["kind"], (table: Grid) => Readonly<Record<string, Holds>>>> = {
  time: ({ columns, rows }) => ({ fromZero: isFlag, series: listOf(recordOf({ column: within(columns), hue: isHue, form: oneOf("line", "step", "layer"), dashed: maybe(isFlag) })), ticks: listOf(recordOf({ at: within(rows), label: isText })) }),
  bars: () => ({ bars: listOf(recordOf({ name: isText, parts: listOf(recordOf({ name: isText, value: isNumber, hue: isHue })) })), untotalled: maybe(isFlag) }),
  plot: ({ columns, rows }) => ({ form: oneOf("lines", "dots"), across: recordOf({ column: within(columns), name: isText, scale: oneOf("linear", "log", "words") }), plotted: listOf(recordOf({ name: isText, hue: isHue, column: within(columns), rows: listOf(within(rows)) })) }),
  gantt: ({ columns, rows }) => ({ lanes: listOf(recordOf({ name: isText, hue: isHue, kind: isText, column: within(columns), unit: isText })), ticks: listOf(recordOf({ at: within(rows), label: isText })) }),
  waterfall: () => ({ ends: pairOf(recordOf({ name: isText, value: isNumber })), steps: listOf(recordOf({ name: isText, amount: isNumber, hue: isHue, kind: isText })) }),
};

const isChart: Holds = (value) => {
  if (!isRecord(value) || !isText(value["kind"]) || !Object.hasOwn(CHARTS, value["kind"]) || !isTable(value["table"])) return false;
  return recordOf({ id: isText, title: isText, description: isText, unit: isText, ...CHARTS[value["kind"] as Chart["kind"]](value["table"]) })(value);
};

const PIECES: Readonly<Record<Piece["kind"], Holds>> = {
  table: recordOf({ table: isTable, folded: isFlag, anchor: maybe(isText) }),
  figure: recordOf({ chart: isChart }),
  multiples: recordOf({ charts: listOf((one) => isRecord(one) && one["kind"] === "plot" && isChart(one)) }),
  text: recordOf({ text: isText }),
  list: recordOf({ items: listOf(isText) }),
  code: recordOf({ text: isText }),
  facts: recordOf({ facts: listOf(pairOf(isText)) }),
  jumps: recordOf({ to: listOf(recordOf({ id: isText, text: isText })) }),
};
const isPiece: Holds = (value) => isRecord(value) && isText(value["kind"]) && Object.hasOwn(PIECES, value["kind"]) && PIECES[value["kind"] as Piece["kind"]](value);

const holdsAnswer = recordOf({
  scenarioHash: isText, dawndusk: isText, modelVersion: isText, seed: isNumber, name: isText, note: isText,
  headline: recordOf({ feasible: isFlag, text: isText, why: listOf(isText) }),
  boundary: (value) => value === null || recordOf({ inside: isText, outside: isText })(value),
  tiles: listOf(recordOf({ what: isText, much: isText, more: isText })),
  sections: listOf(recordOf({ id: isText, title: isText, body: listOf(isPiece) })),
});

export const isAnswer = (value: unknown): value is Answer => holdsAnswer(value);
