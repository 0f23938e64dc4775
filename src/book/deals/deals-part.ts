/** Deals on sheets: the cap table, an event a column, and exits. */
import type { Inputs } from "../list.ts";
import type { Sheet } from "../model.ts";
import type { BookSource, Check } from "../source.ts";
import { exitsSheet } from "./exits-sheet.ts";
import { sharesSheet } from "./shares-sheet.ts";

export const dealsPart = (deals: NonNullable<BookSource["deals"]>, inputs: Inputs): { readonly sheets: readonly Sheet[]; readonly checks: readonly Check[] } => {
  if (deals.result.steps.length === 0) return { sheets: [], checks: [] };
  const parts = [sharesSheet(deals), ...(deals.result.exits.length === 0 ? [] : [exitsSheet(deals.result, inputs)])];
  return { sheets: parts.map(({ sheet }) => sheet), checks: parts.flatMap(({ checks }) => checks) };
};
