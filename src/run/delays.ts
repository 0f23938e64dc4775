/**
 * What waiting costs, by cause: the plan is solved again with everything of the cause later, and its net present value compared.
 *
 *   cost of delay = NPV now - NPV then       real dollars of the price year, both at the beginning of the horizon; below zero where waiting pays
 *   grid    every phase of every site, and where it has a queue its request, comes later
 *   permit  every gate but milestones is due later, and a cap is lifted later
 *   launch  every vehicle flies later than it could have, its cadence with it; first launch, factory and target move along, since nothing could meet them before
 *
 * The platform and what a megawatt of a site is stay as designed. Source of the pattern: twins of the plan (plan/twins.ts), each solved whole.
 */
import { finance, type DelayCost, type Finance } from "../finance/index.ts";
import { plan, type Plan, type Solve } from "../plan/index.ts";
import type { Amount, Scenario } from "../scenario/index.ts";
import { formatQuarter } from "../units/index.ts";
import { planned, type Designed } from "./futures.ts";

type Cause = DelayCost["cause"];

export interface Now extends Designed {
  readonly plan: Plan;
  readonly finance: Finance;
}

/** A row for each cause that finance.delay asks for; `asked` is the scenario as it was read. */
export const delaysOf = async (asked: Scenario, now: Now, solve: Solve): Promise<readonly DelayCost[]> => {
  const { delay } = asked.finance;
  if (delay === null || now.plan.status === "infeasible") return [];
  const wanted = (["grid", "permit", "launch"] as const).flatMap((cause) => {
    const by_yr = delay[`${cause}_yr`];
    return by_yr === null ? [] : [{ cause, by_yr }];
  });
  const costs: DelayCost[] = [];
  for (const one of wanted) costs.push(await delayCost(asked, { ...one, now, solve }));
  return costs;
};

const QUARTERS_PER_YEAR = 4;

const delayCost = async (asked: Scenario, { cause, by_yr, now, solve }: { readonly cause: Cause; readonly by_yr: number; readonly now: Now; readonly solve: Solve }): Promise<DelayCost> => {
  const by = Math.round(by_yr * QUARTERS_PER_YEAR);
  const { scenario: later, what } = LATER[cause](asked, by);
  const share = unserved(now.plan);
  const head = { cause, by_yr: by / QUARTERS_PER_YEAR, what };
  if (later === asked) return { ...head, status: "optimal", npv_usd: now.finance.cash.npv_usd, cost_usd: 0, unserved_frac: { now: share, then: share } };
  const { scenario, input } = await planned({ ...later, plan: { ...later.plan, uncertain: null, alternatives: 0 } }, { scenario: asked, designed: now });
  const then = await plan(scenario, input, { solve });
  if (then.status === "infeasible") return { ...head, status: "infeasible", npv_usd: null, cost_usd: null, unserved_frac: { now: share, then: null } };
  const { cash } = finance(scenario, { plan: then, sizing: input.sizing, market: [], gates: null });
  const npv_now = now.finance.cash.revenue_pv_usd - now.finance.cash.cost_pv_usd;
  return { ...head, status: "optimal", npv_usd: cash.npv_usd, cost_usd: npv_now - cash.npv_usd, unserved_frac: { now: share, then: unserved(then) } };
};

const unserved = ({ classes }: Plan): number => {
  const sum = (of: (one: Plan["classes"][number]) => readonly number[]): number => classes.reduce((all, one) => all + of(one).reduce((a, b) => a + b, 0), 0);
  const wanted = sum((one) => one.wanted_W);
  return wanted === 0 ? 0 : sum((one) => one.unserved_W) / wanted;
};

interface Later {
  readonly scenario: Scenario;
  readonly what: string;
}

const LATER: Readonly<Record<Cause, (scenario: Scenario, by: number) => Later>> = {
  grid: (scenario, by) => {
    const { sites } = scenario.ground;
    if (sites.length === 0) return { scenario, what: "no site on the ground: nothing waits" };
    const first = Math.min(...sites.flatMap(({ phases }) => phases.map(({ online_quarter }) => online_quarter)));
    return { scenario: { ...scenario, ground: { ...scenario.ground, sites: sites.map((site) => siteLater(site, by)) } }, what: `every phase of ${sites.map(({ id }) => id).join(", ")}; the first in ${formatQuarter(first + by)}` };
  },
  permit: (scenario, by) => {
    const dated = scenario.gates.filter(({ kind }) => kind !== "spectrum-milestone");
    if (dated.length === 0) return { scenario, what: "no gate: nothing waits" };
    const gates = scenario.gates.map((gate) => (gate.kind === "spectrum-milestone" ? gate : { ...gate, at_quarter: gate.at_quarter + by, until_quarter: gate.until_quarter === null ? null : gate.until_quarter + by }));
    return { scenario: { ...scenario, gates }, what: `every gate: ${dated.map(({ id }) => id).join(", ")}` };
  },
  launch: (scenario, by) => {
    const { orbit, launch, horizon } = scenario;
    if (orbit === null || launch.vehicles.length === 0) return { scenario, what: "nothing is launched: nothing waits" };
    const first = Math.max(horizon.start_quarter, orbit.firstLaunch_quarter ?? horizon.start_quarter);
    const vehicles = launch.vehicles.map((vehicle) => ({ ...vehicle, available_quarter: Math.max(first, vehicle.available_quarter ?? first) + by, cadence_per_yr: amountLater(vehicle.cadence_per_yr, by) }));
    return {
      scenario: { ...scenario, launch: { ...launch, vehicles }, orbit: {
        ...orbit, firstLaunch_quarter: orbit.firstLaunch_quarter === null ? null : orbit.firstLaunch_quarter + by, factoryRate_per_yr: amountLater(orbit.factoryRate_per_yr, by),
        target: orbit.target === null ? null : amountLater(orbit.target, by),
      } },
      what: `every vehicle with its cadence: ${vehicles.map(({ id, available_quarter }) => `${id} from ${formatQuarter(available_quarter)}`).join(", ")}${orbit.target === null ? "" : "; the target with it"}`,
    };
  },
};

type Site = Scenario["ground"]["sites"][number];

const siteLater = (site: Site, by: number): Site => {
  const { plant, phases } = site;
  const later = phases.map((phase) => ({ ...phase, online_quarter: phase.online_quarter + by }));
  if (plant === null || plant.queue.requested_quarter === null) return { ...site, phases: later };
  return { ...site, phases: later, plant: { ...plant, queue: { ...plant.queue, requested_quarter: plant.queue.requested_quarter + by } } };
};

/** A schedule moved by whole quarters of the calendar; a constant stays. */
const amountLater = (amount: Amount, by: number): Amount => (amount.kind === "schedule" ? { ...amount, t_s: amount.t_s.map((t_s) => quartersLater(t_s, by)) } : amount);

const MONTHS_PER_QUARTER = 3;

const quartersLater = (t_s: number, by: number): number => {
  const at = new Date(t_s * 1000);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + MONTHS_PER_QUARTER * by, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()) / 1000;
};
