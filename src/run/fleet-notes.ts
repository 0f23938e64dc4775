/** Whether the days of jobs flew the fleet that the plan has: their useful shares and credits go into what the plan and `finance` count. */
import type { Plan } from "../plan/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { jobsNodes, simulatedQuarter, type Service } from "../serve/index.ts";
import type { Sizing } from "../size/index.ts";
import { formatNumber, formatQuarter } from "../units/index.ts";

/** Platforms are whole; the plan's are expected ones, less what launches lose. */
const APART_FRAC = 0.1;

/** A note where the platforms of the days differ from what the plan has in the quarter that they stand for by more than one and a tenth. */
export const fleetNotes = (scenario: Scenario, { sizing, service, plan }: { readonly sizing: Sizing; readonly service: Service; readonly plan: Plan }): readonly string[] => {
  const { simulated } = service;
  if (simulated === null || simulated.jobsOf === "file" || scenario.serve === null || plan.status === "infeasible") return [];
  const { quarter, at } = simulatedQuarter(service, scenario.serve);
  const flown = jobsNodes(scenario, sizing, { quarter, at }).places.reduce((a, b) => a + b, 0);
  const planned = plan.build.reduce((sum, { option, inService }) => (option.startsWith("orbit/") ? sum + inService[at]! : sum), 0);
  if (!(Math.abs(flown - planned) > Math.max(1, APART_FRAC * Math.max(flown, planned)))) return [];
  const credits = simulated.credits.some(({ credit_frac }) => credit_frac !== null && credit_frac > 0) ? ", and what sloCredits give back," : "";
  return [`The days of jobs flew ${formatNumber(flown)} platforms (serve.platforms, orbit.target) and the plan has ${formatNumber(planned)} in service in ${formatQuarter(quarter)}: useful shares${credits} are those of a fleet that the plan does not build. Set serve.platforms to its number and run again.`];
};
