/** Whether a case has its words, a line for each part and what limits each way; or numbers alone, for loops: one line for all that lives as long. */
export type Words = "told" | "none";
