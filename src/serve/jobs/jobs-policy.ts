/** The scheduler's policy, as the scenario's placement and order have it. */
import { EASY, PLANNED, type Order, type Placement, type Policy } from "../../schedule/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { DAY_S, HOUR_S } from "../../units/index.ts";

type ServeFields = NonNullable<Scenario["serve"]>;

/**
 * Length of the slots that are booked: markets price by the hour or quarter of an hour, and time to compute goes with their number.
 * Measured (90 days of price-years, docs/theory/schedule.md): slots of 300, 1800 and 3600 s cost GAIA's jobs in Germany's 2022 -1.3, +1.9 and +8.2 %, and
 * requests, whose hours are whole, nothing; 300 s take several times as long.
 */
const SLOT_S = 900;

/** What an hour of waiting counts for: of places and times that cost the same, the first is taken. Measured likewise: beside
 * 0.0025 $ it costs requests +0.7 and -0.8 % and GAIA's jobs +0.1 %; at 0.01 $, where work is hurried, -1.0, +7.4 and -1.7 %. */
const TIE_USD_PER_H = 1e-6;

/** Day-ahead prices are known at noon (UTC) of the day before; the scheduler's clock begins with the days. */
const publishedAt = ({ start_utc_s }: ServeFields): number => ((((DAY_S / 2 - start_utc_s) % DAY_S) + DAY_S) % DAY_S);

const placementOf = (serve: ServeFields): Placement => {
  switch (serve.placement) {
    case "cheapest": return {
      kind: "planned", carbon_usd_per_t: serve.carbonPrice_usd_per_kg * 1000, wait_usd_per_h: TIE_USD_PER_H,
      slot_s: SLOT_S, horizon_s: serve.lookahead_h * HOUR_S, again_s: HOUR_S, published_s: publishedAt(serve), room_frac: serve.room_frac,
    };
    case "ground-first": return { kind: "tier", first: "ground", spill: true };
    case "orbit-first": return { kind: "tier", first: "orbit", spill: true };
    case "ground-only": return { kind: "tier", first: "ground", spill: false };
    case "threshold": return { kind: "threshold", groundMost_usd_per_MWh: serve.groundMost_usd_per_MWh };
  }
};

/** As the placement has it, unless the scenario asks for another order: then nobody makes room. */
export const jobsPolicy = (serve: ServeFields): Policy => {
  const more = { depth: serve.policy.depth, placement: placementOf(serve), capping: serve.policy.capping === "yes", requeueMost: Object.fromEntries(serve.policy.requeueMost.map(({ cause, most }) => [cause, most])) };
  const order = orderOf(serve);
  if (order !== null) return { ...(serve.placement === "cheapest" ? { ...PLANNED, preemption: null } : EASY), ...more, order };
  return serve.placement === "cheapest" ? { ...PLANNED, ...more, preemption: { least: 1, grace_s: serve.grace_s } } : { ...EASY, ...more, order: { kind: "priority", ageing_per_h: 0 }, preemption: { least: 1, grace_s: serve.grace_s } };
};

const orderOf = ({ policy }: ServeFields): Order | null => {
  switch (policy.order) {
    case "by-placement": return null;
    case "priority": return { kind: "priority", ageing_per_h: policy.ageing };
    case "fair-share": return { kind: "fairShare", shares: Object.fromEntries(policy.shares.map(({ tenant, share }) => [tenant, share])), halfLife_s: policy.halfLife_h * HOUR_S };
    default: return { kind: policy.order };
  }
};
