/** What to commit now, as tables and text. */
export { afterTable, commitmentTable, waitingTable } from "./decide-tables.ts";
export { decidePage, decideSections, type DecidePage } from "./decide-page.ts";
export { decideSays, decideTables, decideText } from "./decide-text.ts";
