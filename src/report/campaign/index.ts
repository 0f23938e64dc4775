/** Campaigns as text, tables, charts and a page. */
export { distributionText, inputsTable, outcomesTable, quantilesTable } from "./campaign-tables.ts";
export { decidesTable, pairsTable, tornadoTable } from "./decides-tables.ts";
export { alternativesTable, boxText, knowingTable, leavesTable } from "./choice-tables.ts";
export { decidesChart, distributionChart, scatterCharts, tornadoChart } from "./campaign-charts.ts";
export { convergenceChart } from "./convergence-figure.ts";
export { frontierChart, frontierTable, type FrontierOf } from "./frontier-figure.ts";
export { campaignFaults, campaignSays } from "./campaign-head.ts";
export { campaignText } from "./campaign-text.ts";
export { campaignPage } from "./campaign-page.ts";
export { frozenText, type FrozenTold } from "./frozen-text.ts";
export { campaignSections, frontierSection } from "./campaign-sections.ts";
export { campaignCompareTables, type KeptCampaign } from "./compare-campaigns.ts";
export { campaignComparePage } from "./compare-page.ts";
