/** A reconciliation, the list of models and one model's card as text for a terminal. */
import type { Answer, Model, Quote, Reconciliation, Subject } from "../../published/index.ts";
import { formatFigure } from "../format.ts";
import { numberColumn, wordColumn, type Table } from "../table.ts";
import type { Look } from "../terminal.ts";
import { textTable, wrapText } from "../text-table.ts";
import { reconcileTable } from "./reconcile-table.ts";

const paragraph = (text: string, width: number): string => `${wrapText(text, width).join("\n")}\n`;
const bullet = (text: string, width: number): string => `${wrapText(text, width - 2).map((line, i) => `${i === 0 ? "- " : "  "}${line}`).join("\n")}\n`;

/** The model's own words for an answer: "total over its years 5.110e10 $". */
const ownWords = ({ natives }: Subject, of: Answer): string => {
  const own = natives.find(({ answer }) => answer === of);
  return own === undefined ? "worked out here from its parts; it gives no such figure itself" : `its own: ${own.what}, ${formatFigure(own.value)} ${own.unit}`;
};

/** Where a panel's temperature is put in, not worked out. */
const panelNotes = (of: Answer, subjects: readonly Subject[], width: number): readonly string[] =>
  of === "panel" ? subjects.flatMap(({ model }) => (model?.panelNote === undefined ? [] : [paragraph(`Panel of ${model.card.id}: ${model.panelNote}.`, width)])) : [];

/** The waterfall as a table, the faults in the steps where they act, and what is inside each model. */
export const reconcileText = (found: Reconciliation, [x, y]: readonly [Subject, Subject], { width }: Look): string => {
  const table = reconcileTable(found);
  const faults = found.steps.flatMap((step) => step.faults.map((fault) => ({ ...fault, at: step.what, worth: Math.abs(step.amount) })));
  // One that acts in several steps is told once, where it is worth most.
  const most = (fault: (typeof faults)[number]): number => Math.max(...faults.filter(({ of, text }) => of === fault.of && text === fault.text).map(({ worth }) => worth));
  const told = faults.filter((fault, i) => fault.worth === most(fault) && faults.findIndex(({ of, text, worth }) => of === fault.of && text === fault.text && worth === fault.worth) === i);
  return [
    paragraph(`${x.title}: ${formatFigure(found.from)} ${found.unit} (${ownWords(x, found.of)}).`, width),
    paragraph(`${y.title}: ${formatFigure(found.to)} ${found.unit} (${ownWords(y, found.of)}).`, width),
    `\n${table.title}\n${textTable(table, width).join("\n")}\n`,
    paragraph(table.note, width),
    ...panelNotes(found.of, x.model === y.model ? [x] : [x, y], width),
    ...(told.length === 0 ? [] : ["\nFaults, where they act:\n", ...told.map(({ of, text, at }) => bullet(`${at}: ${of}: ${text}`, width))]),
    "\nWhat is inside:\n",
    ...(x.model === y.model && x.model !== null ? [bullet(`${x.model.card.id}: ${x.boundary}`, width)] : [x, y].map(({ id, boundary }) => bullet(`${id}: ${boundary}`, width))),
  ].join("");
};

/** Models that can be walked into each other, and quotes that cannot. */
export const modelsTable = (rows: readonly { readonly model: Model; readonly answers: readonly Answer[] }[]): Table => ({
  id: "models",
  title: "Published models",
  columns: [wordColumn("model"), wordColumn("what"), wordColumn("answers"), wordColumn("variants")],
  rows: rows.map(({ model: { card, variants }, answers }) => [card.id, card.title, answers.join(", "), variants.map(({ id }) => id).join(", ")]),
  note: "",
});

export const modelsText = (table: Table, quotes: readonly Quote[], { width }: Look): string =>
  [
    `${table.title}\n${textTable(table, width).join("\n")}\n`,
    "\nOnly quoted:\n",
    ...quotes.map((quote) => bullet(`${quote.id}: ${quote.title}. ${figuresOf(quote)}. Why: ${quote.why}`, width)),
    "\n",
    paragraph('dawndusk reconcile X tells more of one, quotes too; reconcile X Y walks from one to the other. X and Y: a model, a variant ("mccalip@views"), a model with other inputs ("mccalip:orbit.launch_usd_per_kg=200"), or the path of a scenario.', width),
  ].join("");

const figuresOf = ({ figures }: Quote): string => figures.map(({ what, low, high, unit }) => `${what}: ${formatFigure(low)}${high === low ? "" : ` to ${formatFigure(high)}`}${unit === "-" ? "" : ` ${unit}`}`).join("; ");

/** One quote: its figures as printed, what is inside, and why it is no more than quoted. */
export const quoteText = (quote: Quote, { width }: Look): string =>
  [
    paragraph(`${quote.title}. ${figuresOf(quote)}.`, width),
    "\n",
    paragraph(`Source: ${quote.source}${quote.source.includes(quote.asOf) ? "" : `; ${quote.asOf}`}.`, width),
    paragraph(`Inside: ${quote.boundary}.`, width),
    paragraph(`Only quoted: ${quote.why}.`, width),
  ].join("");

const answersTable = (subject: Subject, answers: readonly { readonly answer: Answer; readonly what: string; readonly value: number; readonly unit: string }[]): Table => ({
  id: "answers",
  title: subject.title,
  columns: [wordColumn("answer"), wordColumn("what"), numberColumn("value", ""), wordColumn("unit"), wordColumn("in its own words")],
  rows: answers.map(({ answer, what, value, unit }) => [answer, what, value, unit, ownWords(subject, answer)]),
  note: "",
});

/** One subject: its answers, what is inside, what is wrong with it, its variants and inputs. */
export const subjectText = (subject: Subject, answers: Parameters<typeof answersTable>[1], inputs: readonly (readonly [string, number])[], { width }: Look): string => {
  const { model } = subject;
  return [
    `${subject.title}\n${textTable(answersTable(subject, answers), width).join("\n")}\n\n`,
    paragraph(`Source: ${subject.source}.`, width),
    paragraph(`Inside: ${subject.boundary}.`, width),
    ...(model === null ? [] : [paragraph(`Grade: ${model.card.grade}; ${model.card.evidence}, ${model.card.asOf}.`, width)]),
    ...(answers.some(({ answer }) => answer === "panel") ? panelNotes("panel", [subject], width) : []),
    ...(model === null ? [] : ["\nFaults:\n", ...model.card.faults.map((fault) => bullet(fault, width))]),
    ...(model === null || model.variants.length === 0 ? [] : ["\nVariants:\n", ...model.variants.map(({ id, what }) => bullet(`${model.card.id}@${id}: ${what}`, width))]),
    ...(inputs.length === 0 ? [] : ["\nInputs:\n", paragraph(inputs.map(([path, value]) => `${path}=${value}`).join(", "), width)]),
  ].join("");
};
