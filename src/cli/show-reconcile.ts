/** What `reconcile` prints. */
import { ANSWER_WORDS, answerOf, answersOf, inputPaths, ledgerOf, models, NameError, quotes, reconcile, subjectOf, type Answer, type Subject } from "../published/index.ts";
import { figureFile, modelsTable, modelsText, reconcileChart, reconcileText, subjectText } from "../report/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { outFolder, writeInto } from "./out-folder.ts";
import { runQuietly } from "./run-quietly.ts";
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
  const folder = options.out === undefined ? undefined : outFolder(options.out);
  const first = await named(x, options, terminal);
  if (first === null) return EXIT.interrupted;
  if (y === undefined) return tellOf(first, options, terminal);
  const second = await named(y, options, terminal);
  if (second === null) return EXIT.interrupted;
  const found = asUsage(() => reconcile(first, second, { ...(options.of !== undefined && { of: options.of }), ...(options.order !== undefined && { order: options.order.split(",").map((step) => step.trim()) }) }));
  const record = jsonText({ ...found, subjects: [first, second].map(subjectRecord) });
  terminal.write(options.json === true ? record : reconcileText(found, [first, second], terminal.look));
  if (folder !== undefined) writeInto(folder, { "reconcile.svg": figureFile(reconcileChart(found)), "reconcile.json": record });
  return EXIT.done;
};

const isFile = (name: string): boolean => name === "-" || /[/\\]|\.(ya?ml|json)$/.test(name);

const guardOptions = ([x, y]: readonly [string | undefined, string | undefined], { of, order, out, set }: ReconcileOptions): void => {
  const files = [x, y].filter((name) => name !== undefined && isFile(name));
  if (set.length > 0 && files.length === 0) throw new UsageError("--set, and neither is a scenario", "inputs of a model stand behind a colon: mccalip:orbit.years=10");
  if (files.length === 2 && x === "-" && y === "-") throw new UsageError("both are standard input", "name a file");
  const stray = y === undefined ? Object.entries({ of, order, out }).find(([, value]) => value !== undefined) : undefined;
  if (stray !== undefined) throw new UsageError(`--${stray[0]} without two names`, "dawndusk reconcile lists the models");
};

/** Its errors about names as errors of the command line. */
const asUsage = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw error instanceof NameError ? new UsageError(error.message, error.hint) : error;
  }
};

/** Null when its run was interrupted. */
const named = async (name: string, options: ReconcileOptions, terminal: Terminal): Promise<Subject | null> => {
  if (!isFile(name)) return asUsage(() => subjectOf(name));
  const finished = await runQuietly({ source: name, set: options.set }, { quiet: options.quiet === true }, terminal);
  if (finished.run.interrupted) return null;
  const { runSubject } = await import("../run/index.ts");
  const { finance } = finished.run;
  if (finance === null || (finance.orbit === null && finance.ground === null)) throw new UsageError(`${name} has no levelised cost`, "dawndusk run says why");
  return runSubject(name, finished);
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
