/** What `reconcile` prints. */
import { ANSWER_WORDS, answerOf, answersOf, inputPaths, ledgerOf, models, quotes, reconcile, type Answer, type Quote, type Subject } from "../published/index.ts";
import { figureFile, modelsTable, modelsText, quoteText, reconcileChart, reconcileText, subjectText } from "../report/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { asUsage, guardNames, namedSubject } from "./named-subject.ts";
import { outFolder, writeInto } from "./out-folder.ts";
import type { Terminal } from "./terminal.ts";

export interface ReconcileOptions {
  readonly of?: Answer;
  readonly order?: string;
  readonly set: readonly string[];
  readonly json?: true;
  readonly out?: string;
  readonly quiet?: true;
}

/** Lists the models, tells of one, or walks from one to another; answers 130 when a scenario's run is interrupted. */
export const showReconcile = async ([x, y]: readonly [string | undefined, string | undefined], options: ReconcileOptions, terminal: Terminal): Promise<ExitCode> => {
  guardOptions([x, y], options);
  if (x === undefined) return listModels(options, terminal);
  const quote = quotes.find(({ id }) => id === x);
  if (quote !== undefined && y === undefined) return tellOfQuote(quote, options, terminal);
  const folder = options.out === undefined ? undefined : outFolder(options.out);
  const first = (await namedSubject(x, options, terminal))?.subject;
  if (first === undefined) return EXIT.interrupted;
  if (y === undefined) return tellOf(first, options, terminal);
  const second = (await namedSubject(y, options, terminal))?.subject;
  if (second === undefined) return EXIT.interrupted;
  const found = asUsage(() => reconcile(first, second, { ...(options.of !== undefined && { of: options.of }), ...(options.order !== undefined && { order: options.order.split(",").map((step) => step.trim()) }) }));
  const record = jsonText({ ...found, subjects: [first, second].map(subjectRecord) });
  terminal.write(options.json === true ? record : reconcileText(found, [first, second], terminal.look));
  if (folder !== undefined) writeInto(folder, { "reconcile.svg": figureFile(reconcileChart(found)), "reconcile.json": record });
  return EXIT.done;
};

const guardOptions = ([x, y]: readonly [string | undefined, string | undefined], { of, order, out, set }: ReconcileOptions): void => {
  guardNames([x, y].filter((name) => name !== undefined), set);
  const stray = y === undefined ? Object.entries({ of, order, out }).find(([, value]) => value !== undefined) : undefined;
  if (stray !== undefined) throw new UsageError(`--${stray[0]} without two names`, "dawndusk reconcile lists the models");
};

const answersIn = (subject: Subject) => answersOf(subject.forms).map((answer) => ({ answer, ...ANSWER_WORDS[answer], value: answerOf(subject.forms, answer) }));

const subjectRecord = (subject: Subject): unknown => {
  const { id, title, source, boundary, forms, natives, inputs, model } = subject;
  return { id, title, source, boundary, faults: model?.card.faults ?? [], answers: answersIn(subject), natives, inputs, forms, ledger: ledgerOf(subject) };
};

const listModels = ({ json }: ReconcileOptions, terminal: Terminal): ExitCode => {
  const rows = models.map((model) => ({ model, answers: answersOf(model.forms(model.inputs)) }));
  const record = { models: rows.map(({ model: { card, variants }, answers }) => ({ ...card, answers, variants: variants.map(({ id, what, of }) => ({ id, what, of })) })), quotes };
  terminal.write(json === true ? jsonText(record) : modelsText(modelsTable(rows), quotes, terminal.look));
  return EXIT.done;
};

const tellOf = (subject: Subject, { json }: ReconcileOptions, terminal: Terminal): ExitCode => {
  terminal.write(json === true ? jsonText(subjectRecord(subject)) : subjectText(subject, answersIn(subject), inputPaths(subject.inputs), terminal.look));
  return EXIT.done;
};

const tellOfQuote = (quote: Quote, { json }: ReconcileOptions, terminal: Terminal): ExitCode => {
  terminal.write(json === true ? jsonText(quote) : quoteText(quote, terminal.look));
  return EXIT.done;
};
