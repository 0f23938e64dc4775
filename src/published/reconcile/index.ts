/** From one published answer to another, step by step. */
export { ANSWERS, ANSWER_WORDS, answerOf, answersOf } from "./answers.ts";
export type { Answer } from "./answers.ts";
export { costOf, energyCost, groundForm, massOf, massPart, orbitForm, priceOf } from "./cost-form.ts";
export type { CostForm, Energy, Mass, Price, Share, YearlyLine } from "./cost-form.ts";
export type { LeftOut } from "./cost-game.ts";
export { inOrder, plainGame, shapley, type SplitGame } from "./game.ts";
export { inputPaths } from "./inputs.ts";
export { ledgerOf } from "./ledger-of.ts";
export type { Forms, Inputs, Model, Native, Variant } from "./model.ts";
export { models } from "./models.ts";
export { NO_SIDE, panelTemperature_C } from "./panel-form.ts";
export type { PanelForm, PanelSide } from "./panel-form.ts";
export { reconcile, sharedAnswers } from "./reconcile.ts";
export type { Reconciliation, ReconcileStep, ReconcileTerms } from "./reconcile.ts";
export type { Step } from "./step.ts";
export { NameError, subjectOf } from "./subject.ts";
export type { Subject } from "./subject.ts";
