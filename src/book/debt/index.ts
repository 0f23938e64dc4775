/** The capital stack on sheets. */
export { debtPart } from "./debt-part.ts";
