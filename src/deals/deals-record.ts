/** What `dealsOf` passes on: all that follows from a scenario's deals, in doubles. */
import type { CapTable } from "./cap-table.ts";
import type { ReachedThreshold } from "./control.ts";
import type { DealEvent, Target } from "./deal-event.ts";
import type { DealProblem } from "./problem.ts";
import type { Breakpoint, Waterfall } from "./waterfall.ts";

export interface Deals {
  /** Refused: an event cannot be done; what stands before it is told. */
  readonly status: "agreed" | "refused";
  readonly why: readonly DealProblem[];
  /** What can be done and is not what was meant: thresholds out of reach, preferences above proceeds, milestones behind an exit. */
  readonly explained: readonly DealProblem[];
  readonly company: string;
  readonly buyer: string;
  /** Vehicle that comes with control; "" for none. */
  readonly vehicle: string;
  readonly target: Target;
  readonly holders: readonly { readonly id: string; readonly name: string }[];
  readonly milestones: readonly { readonly id: string; readonly quarter: number | null }[];
  readonly approvals: readonly { readonly id: string; readonly quarter: number | null }[];
  readonly steps: readonly DealStep[];
  /** The buyer by quarter, from the first event or the horizon's start to the last of either. */
  readonly byQuarter: { readonly quarters: readonly number[]; readonly votes_frac: readonly number[]; readonly basic_frac: readonly number[]; readonly diluted_frac: readonly number[]; readonly paid_usd: readonly number[] };
  readonly thresholds: readonly ReachedThreshold[];
  /** Quarter from which the buyer has control, approvals and all; null for never. */
  readonly control_quarter: number | null;
  /** First quarter in which it names more than half of the board; null for never. */
  readonly boardMajority_quarter: number | null;
  /** What the buyer pays, by quarter: dollars as paid, and of the scenario's price year. */
  readonly payments: readonly { readonly quarter: number; readonly usd: number; readonly real_usd: number }[];
  readonly exits: readonly DealExit[];
  readonly notes: readonly string[];
}

export interface DealStep {
  readonly id: string;
  readonly kind: DealEvent["kind"];
  readonly quarter: number;
  readonly pre_usd: number | null;
  readonly post_usd: number | null;
  /** Of a share as converted, in a round, purchase, tender or call. */
  readonly price_usd: number | null;
  /** Paid by all, into the company and to holders; of that by the buyer. */
  readonly company_usd: number;
  readonly holders_usd: number;
  readonly buyer_usd: number;
  /** Members of the board that the buyer names, of all. */
  readonly seats: number;
  readonly seatsOf: number;
  readonly table: CapTable;
}

export interface DealExit {
  readonly id: string;
  readonly quarter: number;
  readonly waterfall: Waterfall;
  readonly breakpoints: readonly Breakpoint[];
}
