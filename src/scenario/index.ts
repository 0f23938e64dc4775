export * from "./field.ts";
export * from "./table/index.ts";
export * from "./scenario.ts";
export * from "./amount.ts";
