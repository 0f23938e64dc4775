/** What the page and whoever answers it say to each other: a question, word on the way, an answer. */
import type { CallName, Calls } from "dawndusk/service";

/** To the one who answers. */
export type Question =
  | { readonly kind: "ask"; readonly id: number; readonly call: CallName; readonly asked: Calls[CallName]["asks"] }
  | { readonly kind: "cancel"; readonly id: number };

/** To the page. */
export type Reply =
  | { readonly kind: "told"; readonly id: number; readonly told: unknown }
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
