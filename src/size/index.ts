export * from "./sizing.ts";
