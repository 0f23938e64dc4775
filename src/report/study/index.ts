/** Studies as text, tables, charts and pages. */
export * from "./study-charts.ts";
export * from "./study-head.ts";
export * from "./study-page.ts";
export * from "./study-table.ts";
export * from "./study-text.ts";
