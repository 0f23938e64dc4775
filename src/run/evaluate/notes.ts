/** What an evaluator froze, interpolated and computes again, in words. */
import type { Keep, Scenario } from "../../scenario/index.ts";
import { formatNumber } from "../../units/index.ts";
import type { EvaluatorBase } from "./base.ts";
import type { Parts } from "./keep-parts.ts";

export interface NotesInput {
  readonly base: EvaluatorBase;
  readonly parts: Parts;
  /** An evaluation beside the centre. */
  readonly again: (keep: Keep) => unknown;
}

const PLANS = {
  frozen: "The plan is frozen: units bought and orders placed in each quarter are those of the central scenario, launches as many as these units fill; what runs and is served follows what there is and what is wanted. Where limits no longer allow the plan, carriedOut is 0.",
  lp: "The plan is solved again for each point, in parts of launches: a little cheaper than with whole ones, also at the centre.",
  milp: "The plan is solved again for each point, launches whole where the plan has them whole.",
} as const;

/** Parts that are named. */
const TOLD = 24;

/** Frozen, interpolated, kept and computed. */
export const evaluatorNotes = (scenario: Scenario, { base, parts, again }: NotesInput): readonly string[] => {
  const run = new Set<string>();
  again((part, of, ...args) => parts.reuse(part, (...now) => {
    run.add(part);
    return of(...now);
  }, ...args));
  const kept = parts.names().filter((part) => !run.has(part));
  return [
    PLANS[base.plan],
    ...flightNotes(base),
    `Computed for each point: ${[...run, "prices and limits of the plan", "levelised cost", "net present value"].join(", ")}.`,
    ...(kept.length === 0 ? [] : [`Kept from the centre, for no input touches it: ${kept.slice(0, TOLD).join(", ")}${kept.length > TOLD ? ` and ${kept.length - TOLD} parts more` : ""}.`]),
    "Falls from orbit are interpolated between falls that are followed (lives within 0.2 %, ceilings within 0.1 km): src/size/interpolated-falls.ts.",
    ...(scenario.market === null ? [] : ["What the market settles beside the plan is not in the net present value of a point."]),
  ];
};

const flightNotes = ({ flight, table }: EvaluatorBase): readonly string[] => {
  if (flight === "flown") return ["The platform is flown for each point."];
  if (table === null) return [];
  if (table.terms.length === 0) return [`The flight is that of the centre: no input changes what is delivered or in contact (${table.flights} flights).`];
  const errors = table.names.map((name, i) => `${name} ${formatNumber(table.error[i]!)}`).join(", ");
  return [`Flights are interpolated over ${table.terms.length} inputs from ${table.flights} flights; largest error at ${table.checked} flights outside the table: ${errors}.`];
};
