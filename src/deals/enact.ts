/** From deals to the log of securities: one event after another, each on what stood before it. */
import { capTable, type CapTable } from "./cap-table.ts";
import type { CapState } from "./company.ts";
import type { Agreement, DealEvent, Paid } from "./deal-event.ts";
import { converted, exercised, granted, issued, pooled, promised, split, warranted, type Before, type Enacted } from "./enact-issue.ts";
import { closedRound, paidTranche } from "./enact-round.ts";
import { called, purchased, tendered } from "./enact-secondary.ts";
import type { Exact } from "./exact.ts";
import { applied, EMPTY, type Entry } from "./log.ts";
import { DealError, type DealProblem } from "./problem.ts";
import type { PricedRound } from "./price-round.ts";

/** A company after one event. */
export interface Stand {
  readonly event: DealEvent;
  readonly state: CapState;
  readonly table: CapTable;
  /** Price of the last round until here, a share as converted. */
  readonly last: Exact | null;
  readonly priced: PricedRound | null;
  readonly paid: readonly Paid[];
}

export interface History {
  readonly log: readonly Entry[];
  readonly stands: readonly Stand[];
  readonly state: CapState;
  readonly paid: readonly Paid[];
  /** Why the first event that cannot be done cannot; the history ends before it. */
  readonly problem: DealProblem | null;
}

/** Enacts an agreement up to its end, or to the first event that cannot be done. */
export const enact = (agreement: Agreement): History => {
  const founding = agreement.events[0]?.date ?? "1970-01-01";
  const classes = agreement.classes.map(({ ratio, ...one }): Entry => ({ kind: "class", date: founding, event: "classes", class: one, ratio, price: null }));
  const log: Entry[] = [...classes];
  const stands: Stand[] = [];
  let state = classes.reduce(applied, EMPTY);
  let last: Exact | null = null;
  for (const event of agreement.events) {
    const done = attempt(event, { state, whole: agreement.shares === "whole", last });
    if (done instanceof DealError) return { log, stands, state, paid: stands.flatMap(({ paid }) => paid), problem: done.problem };
    log.push(...done.entries);
    state = done.entries.reduce(applied, state);
    last = done.last;
    stands.push({ event, state, table: capTable(state, { date: event.date, holders: agreement.holders.map(({ id }) => id) }), last, priced: done.priced, paid: done.paid });
  }
  return { log, stands, state, paid: stands.flatMap(({ paid }) => paid), problem: null };
};

interface Done extends Enacted {
  readonly last: Exact | null;
  readonly priced: PricedRound | null;
}

const attempt = (event: DealEvent, before: Before): Done | DealError => {
  try {
    return enacted(event, before);
  } catch (error) {
    if (error instanceof DealError) return error;
    throw error;
  }
};

const enacted = (event: DealEvent, before: Before): Done => {
  const kept = (done: Enacted): Done => ({ ...done, last: before.last, priced: null });
  switch (event.kind) {
    case "issue": return kept(issued(event, before));
    case "pool": return kept(pooled(event));
    case "grant": return kept(granted(event, before));
    case "promise": return kept(promised(event, before));
    case "warrant": return kept(warranted(event, before));
    case "split": return { ...split(event, before), last: before.last === null ? null : before.last.div(event.ratio), priced: null };
    case "exercise": return kept(exercised(event, before));
    case "conversion": return kept(converted(event, before));
    case "round": {
      const { priced, ...done } = closedRound(event, before);
      return { ...done, last: priced.price, priced };
    }
    case "tranche": return kept(paidTranche(event, before));
    case "purchase": return kept(purchased(event, before));
    case "tender": return kept(tendered(event, before));
    case "call": return kept(called(event, before));
  }
};
