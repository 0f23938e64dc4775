/** One quarter of a pass, step by step. */
export { accrue, mayOwe, opening, roomOf } from "./accrue.ts";
export { yearlyDscr } from "./covenants.ts";
export { fallDue } from "./fall-due.ts";
export { keepBack } from "./keep.ts";
export { raise } from "./raise.ts";
export { expenseQuarter, newYear, taxQuarter } from "./tax.ts";
export { waterfall } from "./waterfall.ts";
