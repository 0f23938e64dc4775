/** What to commit now, what can wait, and what each event teaches. */
import type { AfterEvent, Commitment, Commitments } from "../../run/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { scaleFor, type Scale } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

type Held = Commitment["decisions"][number];

/** Of all waits together. */
export const scaleOf = ({ commitments, events }: Commitments): Scale => {
  const waits = commitments.flatMap(({ decisions }) => decisions.flatMap((one) => one.waits.flatMap(({ cost, learnt, net }) => [cost, learnt, net])));
  return scaleFor(Math.max(1, ...waits.map(Math.abs), ...(waits.length > 0 ? [] : events.flatMap(({ outcomes }) => outcomes.map(({ cost_usd }) => Math.abs(cost_usd ?? 0))))), "$");
};

/** One line an option: its first step, and until when nothing is lost by waiting. */
export const commitmentTable = ({ commitments, events, start_quarter }: Commitments): Table => ({
  id: "commitments", title: "What to commit, and when",
  columns: [wordColumn("what"), wordColumn("tier"), wordColumn("now"), wordColumn("can wait until"), numberColumn("in all", "units"), wordColumn("counted in"), wordColumn("trigger")],
  rows: commitments.map(({ option, tier, counted, first_quarter, units, verdict, until, decisions }): readonly Cell[] => {
    const event = decisions.find((one) => one.event === until);
    const quarter = verdict === "wait" ? event!.waits[0]!.quarter : first_quarter;
    const now = verdict === "now" ? "commit" : verdict === "none" ? "nothing" : verdict === "leave" ? "leave" : "wait";
    const flip = until ?? flipOf(decisions);
    return [option, tier, now, verdict === "now" || verdict === "leave" || quarter === null ? "" : formatQuarter(quarter), units, counted, flip === null ? "" : events.find((one) => one.event === flip)!.name];
  }),
  note: `Units of the plan for the likelier outcomes, from ${formatQuarter(start_quarter)} on. Can wait until: the quarter of its first order or purchase in that plan, or the event that is worth waiting for.`,
});

/** The event whose outcomes turn a decision, where none is worth waiting for. */
export const flipOf = (decisions: Commitment["decisions"]): string | null => decisions.find((one) => one.waits[0]?.outcomes.some(({ flips }) => flips) === true)?.event ?? null;

/** One line an option and event: what waiting costs and teaches. */
export const waitingTable = (all: Commitments): Table => {
  const { unit, divisor } = scaleOf(all);
  const row = ({ option, first_quarter }: Commitment, held: Held): readonly (readonly Cell[])[] => held.waits.map(({ quarter, cost, learnt, net, outcomes }) => [
    option, held.committed, formatQuarter(first_quarter!), all.events.find(({ event }) => event === held.event)!.name, formatQuarter(quarter), held.best,
    outcomes.filter(({ flips }) => flips).map(({ outcome, best }) => `${outcome}: ${best}`).join("; "), cost / divisor, learnt / divisor, net / divisor,
  ]);
  return {
    id: "waiting", title: "What waiting costs",
    columns: [wordColumn("what"), numberColumn("before it", "units"), wordColumn("from"), wordColumn("event"), wordColumn("known in"), wordColumn("best now"), wordColumn("flips when"), numberColumn("waiting costs", unit), numberColumn("teaches", unit), numberColumn("worth waiting", unit)],
    rows: all.commitments.flatMap((one) => one.decisions.flatMap((held) => row(one, held))),
    note: `Present value at ${formatQuarter(all.start_quarter)}, unserved work at its price. Before it: units that are bought, or due by an order, before the event is known; waiting puts them off until then. Waiting costs: by what building or leaving without having seen anything is worse then than now; teaches: by what seeing the outcome first makes that better; worth waiting: the second less the first, above 0 where it pays.`,
  };
};

/** What the plan goes on to buy after each outcome. */
export const afterTable = ({ events, commitments }: Commitments): Table => {
  const scale = scaleFor(Math.max(1, ...events.flatMap(({ outcomes }) => outcomes.map(({ cost_usd }) => Math.abs(cost_usd ?? 0)))), "$");
  const row = (event: AfterEvent): readonly (readonly Cell[])[] => event.outcomes.map(({ id, chance_frac, cost_usd, units }) =>
    [event.name, formatQuarter(event.quarter), id, 100 * chance_frac, cost_usd === null ? null : cost_usd / scale.divisor, ...commitments.map(({ option }) => units[option] ?? null)]);
  return {
    id: "after", title: "What is built after each event",
    columns: [wordColumn("event"), wordColumn("known in"), wordColumn("outcome"), numberColumn("chance", "%"), numberColumn("costs", scale.unit), ...commitments.map(({ option, counted }) => numberColumn(option, counted))],
    rows: events.flatMap(row),
    note: "Units over the whole horizon when the first steps are as planned and the rest is planned when the event is known; targets are not asked. A dash: the first steps leave no plan.",
  };
};
