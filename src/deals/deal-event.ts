/** Deals as they are agreed, before the table says what they come to in shares. All in exact numbers; dates as "2027-01-01". */
import type { Holder, Promised, ShareClass } from "./company.ts";
import type { Exact } from "./exact.ts";

interface Agreed {
  readonly id: string;
  /** Field of the scenario that says so. */
  readonly path: string;
  readonly date: string;
}

export type Target = "quarter" | "control" | "two-thirds";

export type DealEvent = Agreed & (
  | { readonly kind: "issue"; readonly holder: string; readonly class: string; readonly shares: Exact; readonly price: Exact }
  | { readonly kind: "pool"; readonly shares: Exact }
  | { readonly kind: "grant"; readonly holder: string; readonly class: string; readonly shares: Exact; readonly strike: Exact }
  | { readonly kind: "promise"; readonly promised: Promised }
  | { readonly kind: "warrant"; readonly holder: string; readonly class: string; readonly shares: Exact | null; readonly part: Exact | null; readonly strike: Exact }
  | { readonly kind: "split"; readonly ratio: Exact }
  | { readonly kind: "exercise"; readonly of: string; readonly part: Exact }
  | { readonly kind: "conversion"; readonly class: string; readonly holder: string }
  | { readonly kind: "round"; readonly class: string; readonly pre: Exact | null; readonly post: Exact | null; readonly pool: Exact | null; readonly proRata: readonly string[]; readonly invested: readonly { readonly holder: string; readonly amount: Exact }[] }
  /** More shares of a round, at its price. */
  | { readonly kind: "tranche"; readonly round: string; readonly class: string; readonly invested: readonly { readonly holder: string; readonly amount: Exact }[] }
  | { readonly kind: "purchase"; readonly seller: string; readonly buyer: string; readonly class: string; readonly shares: Exact | null; readonly part: Exact | null; readonly price: Exact }
  | { readonly kind: "tender"; readonly buyer: string; readonly class: string; readonly price: Exact; readonly part: Exact; readonly budget: Exact | null }
  | { readonly kind: "call"; readonly buyer: string; readonly target: Target; readonly multiple: Exact; readonly floor: Exact }
);

/** A company with all that is agreed about it, in order of time. */
export interface Agreement {
  readonly company: string;
  readonly country: string;
  readonly holders: readonly Holder[];
  readonly classes: readonly (ShareClass & { readonly ratio: Exact })[];
  readonly shares: "exact" | "whole";
  readonly events: readonly DealEvent[];
}

/** What somebody pays in a deal: into the company, or to another holder. */
export interface Paid {
  readonly date: string;
  readonly event: string;
  readonly payer: string;
  /** A holder; null for the company. */
  readonly payee: string | null;
  readonly kind: "primary" | "secondary" | "exercise" | "promise";
  readonly usd: Exact;
  /** As converted; zero of a SAFE or note, which has none yet. */
  readonly shares: Exact;
}
