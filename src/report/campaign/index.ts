/** Campaigns as text, tables, charts and a page. */
export * from "./campaign-record.ts";
export { decidesTable, distributionText, inputsTable, outcomesTable, quantilesTable } from "./campaign-tables.ts";
export { decidesChart, distributionChart } from "./campaign-charts.ts";
export { campaignFaults, campaignSays } from "./campaign-head.ts";
export * from "./campaign-text.ts";
export * from "./campaign-page.ts";
