/** The way from one answer to another as table, chart and text. */
export { compareTables } from "./compare-table.ts";
export { reconcileChart } from "./reconcile-chart.ts";
export { reconcileTable } from "./reconcile-table.ts";
export { modelsTable, modelsText, quoteText, reconcileText, subjectText } from "./reconcile-text.ts";
