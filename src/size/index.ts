/** @module `size`: one platform, closed from its chips up. */
export * from "./sizing.ts";
export { size } from "./size.ts";
