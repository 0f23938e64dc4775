/** When milestones are reached and approvals are given: a written quarter, or the clearing of a gate of the market. */
import { idList, type Scenario } from "../scenario/index.ts";
import type { Fields, Reached } from "./agreement-of.ts";

/** How a gate turned out, as the market tells it. */
export interface GateOutcomeLike {
  readonly id: string;
  readonly outcome: string;
  readonly quarter: number | null;
}

/** Quarter from which a gate is open; null for never. */
export interface GateLike {
  readonly id: string;
  readonly quarter: number | null;
}

/** A refusal with a fallback of later or cap opens after all; of a loss, that it happens opens nothing. */
export const gateOpens = (scenario: Pick<Scenario, "gates">, outcomes: readonly GateOutcomeLike[], id: string): GateLike => {
  const gate = scenario.gates.find((one) => one.id === id);
  const outcome = outcomes.find((one) => one.id === id);
  if (gate === undefined || outcome === undefined) throw new Error(`no gate "${id}" has turned out`);
  const shut = gate.effect === "remove" || (outcome.outcome === "refused" && (gate.fallback === "without" || gate.fallback === "instead"));
  return { id, quarter: shut ? null : outcome.quarter };
};

const QUARTERS_PER_YEAR = 4;

/** Every milestone's quarter: its own, that of its gate, or the later of both. */
export const milestonesOf = (scenario: Pick<Scenario, "gates">, deals: Fields, outcomes: readonly GateOutcomeLike[]): Reached =>
  new Map(deals.milestones.map(({ id, at_quarter: at, gate, after_yr: after }) => {
    if (gate === "") return [id, at];
    const { quarter } = gateOpens(scenario, outcomes, gate);
    const since = quarter === null ? null : quarter + Math.round(after * QUARTERS_PER_YEAR);
    return [id, since === null ? null : Math.max(since, at ?? since)];
  }));

export const approvalsOf = (scenario: Pick<Scenario, "gates">, deals: Fields, outcomes: readonly GateOutcomeLike[]): readonly GateLike[] =>
  idList(deals.approvals).map((id) => gateOpens(scenario, outcomes, id));
