/** What can be decided later, from plans solved over what is uncertain. */
export { optionsOf } from "./options-of.ts";
