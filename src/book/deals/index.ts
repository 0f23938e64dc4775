/** Deals on sheets. */
export { dealsPart } from "./deals-part.ts";
