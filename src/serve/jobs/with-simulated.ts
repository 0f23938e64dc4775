/**
 * A service that knows what its days of jobs came to. Where a class ran on a tier, its useful share there is the measured one: work kept over
 * work run, checkpoints, restarts and what was done twice taken off. That is what the plan sizes capacity by; what is given back for work that
 * was late it takes off what the class earns. Jobs of a file measure no class.
 */
import type { Ledger, LedgerLine } from "../../ledger/index.ts";
import { assertLedger } from "../../ledger/index.ts";
import type { ClassService, Service, ServiceTier } from "../service.ts";
import type { Simulated, SimulatedClass } from "../simulated.ts";

/** The same service with measured shares, lines and notes. */
export const withSimulated = (service: Service, simulated: Simulated): Service => ({
  ...service,
  classes: simulated.jobsOf === "file" ? service.classes : service.classes.map((c) => ({ ...measured(c, simulated.classes.find(({ id }) => id === c.id)), sloCredit_frac: simulated.credits.find((one) => one.class === c.id)?.credit_frac ?? c.sloCredit_frac })),
  simulated,
  ledger: [...service.ledger, ...simulatedLedger(simulated)],
  notes: [...service.notes, ...simulated.notes],
});

const measured = (c: ClassService, seen: SimulatedClass | undefined): ClassService => {
  if (seen === undefined) return c;
  const on = (tier: ServiceTier): ClassService["tier"]["ground"] => {
    const useful_frac = seen.useful_frac[tier];
    return !c.tier[tier].eligible || useful_frac === null || useful_frac === 0 ? c.tier[tier] : { ...c.tier[tier], useful_frac };
  };
  return { ...c, tier: { ground: on("ground"), orbit: on("orbit") } };
};

const TIERS: readonly ServiceTier[] = ["ground", "orbit"];

/** Energy, bytes and dollars of the days. */
const simulatedLedger = ({ classes, start_utc, days }: Simulated): Ledger => {
  const line = (id: string, rest: Pick<LedgerLine, "tier" | "subsystem" | "boundary" | "quantity" | "unit">): LedgerLine => ({ id: `serve/jobs/${id}`, actor: "own", period: "days", source: `jobs of ${days} days from ${start_utc}`, ...rest });
  return assertLedger(classes.flatMap((c) => TIERS.flatMap((tier) => [
    line(`${c.id}/${tier}/computed`, { tier, subsystem: c.id, boundary: "output", quantity: c.computed_Wh[tier], unit: "Wh" }),
    line(`${c.id}/${tier}/delivered`, { tier, subsystem: c.id, boundary: "output", quantity: c.delivered_Wh[tier], unit: "Wh" }),
    line(`${c.id}/${tier}/run`, { tier, subsystem: c.id, boundary: "output", quantity: c.run_Wh[tier], unit: "Wh" }),
    line(`${c.id}/${tier}/moved`, { tier, subsystem: c.id, boundary: "output", quantity: c.moved_B[tier], unit: "B" }),
    line(`${c.id}/${tier}/queued`, { tier, subsystem: c.id, boundary: "output", quantity: c.queued_B[tier], unit: "B" }),
    line(`${c.id}/${tier}/energy`, { tier, subsystem: "electricity", boundary: "energy", quantity: c.cost[tier].energy_usd, unit: "$" }),
    line(`${c.id}/${tier}/data`, { tier, subsystem: "data", boundary: "links", quantity: c.cost[tier].data_usd, unit: "$" }),
  ])));
};
