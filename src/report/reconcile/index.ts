/** The way from one answer to another as table, chart and text. */
export { reconcileChart } from "./reconcile-chart.ts";
export { reconcileTable } from "./reconcile-table.ts";
export { modelsTable, modelsText, reconcileText, subjectText } from "./reconcile-text.ts";
