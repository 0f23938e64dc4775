/** Which sections of an answer each page lays out, in this order. */
import type { PageId } from "../state/view.ts";

export const PAGE_SECTIONS = {
  answer: ["cost", "claims", "footprint", "notes", "assumptions", "reproduce"],
  clock: ["flight", "fleet", "site-years", "service"],
  build: ["plan", "platform", "sites", "market"],
  money: ["money", "capital", "deals", "options"],
  risk: [],
  compare: [],
} as const satisfies Readonly<Record<PageId, readonly string[]>>;
