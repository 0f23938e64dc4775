/**
 * What a held plan costs by quarter and tier: the sums of its ledger, without the ledger, in microseconds.
 *
 *   1. a part bought with units in `at` is bought again every life of its own while the unit lives (purchases.ts): n(q) purchases in quarter q,
 *      and of these l(q) lie beyond the horizon; both follow from what is bought and from lives, and are kept
 *   2. cost(q) = sum over parts of n(q) x price(q) + launches(q) x price(q) + what is paid once + a quarter of yearly lines + data by the gigabyte
 *   3. credited in the last quarter: l(q) x price(q) x what arrives
 *
 * For problems without orders, cargo and terms of access apart from launches (`isPlain`); for the others there is heldPlan. Tests hold one
 * against the other.
 */
import { QUARTERS_PER_YEAR } from "../by-quarter.ts";
import { dataGB } from "../families/index.ts";
import type { OptionCase, PlanCase, PricedLine, WayCase } from "../plan-case.ts";
import { heldLaunches } from "./held-decisions.ts";
import { decidedOf, type HeldPlan } from "./held-record.ts";
import type { Operated } from "./operate.ts";

export interface HeldCost {
  /** Real dollars by quarter, what is left at the end credited in the last. */
  readonly ground_usd: Float64Array;
  readonly orbit_usd: Float64Array;
  /** Of these purchases and launches, over the horizon. */
  readonly capital_usd: number;
}

/** Whether a problem has nothing that only its ledger can tell. */
export const isPlain = ({ options, vehicles, cargo }: PlanCase): boolean =>
  cargo.length === 0 && options.every(({ order }) => order === null) && vehicles.every(({ order, committed, stake, others }) => order === null && committed.length === 0 && stake === null && others === null);

/** Costs of one plan in one plain problem after another. */
export const heldCosts = (plan: HeldPlan): ((problem: PlanCase, operated: Operated) => HeldCost) => {
  const kept = new Map<string, Purchases>();
  const purchases = (problem: PlanCase, { way, life, part }: Bought): Purchases => {
    const key = `${way} ${life} ${part}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = purchasesBy(decidedOf(plan.bought, way, problem.quarters.length), { life, part });
    kept.set(key, made);
    return made;
  };
  return (problem, operated) => {
    const quarters = problem.quarters.length;
    const sums: Sums = { ground: new Float64Array(quarters), orbit: new Float64Array(quarters), capital_usd: 0 };
    problem.options.forEach((option, o) => {
      for (const way of option.ways) boughtBy(sums, problem, { option, way, plan, purchases });
      runBy(sums, option, { inService: operated.inService[o]!, run: operated.run[o]! });
    });
    launched(sums, problem, plan);
    moved(sums, problem, operated);
    return { ground_usd: sums.ground, orbit_usd: sums.orbit, capital_usd: sums.capital_usd };
  };
};

interface Sums {
  readonly ground: Float64Array;
  readonly orbit: Float64Array;
  capital_usd: number;
}

interface Bought {
  readonly way: string;
  /** Of a unit and of the part, quarters. */
  readonly life: number;
  readonly part: number;
}

/** (1). */
interface Purchases {
  readonly made: Float64Array;
  readonly left: Float64Array;
}

const purchasesBy = (bought: readonly number[], { life, part }: Pick<Bought, "life" | "part">): Purchases => {
  const horizon = bought.length;
  const [made, left] = [new Float64Array(horizon), new Float64Array(horizon)];
  bought.forEach((n, at) => {
    for (let t = at; t < at + life && t < horizon; t += part) {
      const serves = Math.min(part, at + life - t);
      made[t]! += n;
      left[t]! += (n * Math.max(0, t + serves - horizon)) / serves;
    }
  });
  return { made, left };
};

interface By {
  readonly option: OptionCase;
  readonly way: WayCase;
  readonly plan: HeldPlan;
  readonly purchases: (problem: PlanCase, bought: Bought) => Purchases;
}

const boughtBy = (sums: Sums, problem: PlanCase, { option, way, plan, purchases }: By): void => {
  const to = sums[option.tier];
  const last = to.length - 1;
  const credit = (usd: readonly number[], left: Float64Array, share: number): void => {
    if (!problem.salvage) return;
    let sum = 0;
    for (let q = 0; q <= last; q++) sum += left[q]! * usd[q]!;
    to[last]! -= share * sum;
  };
  for (const line of option.capital) {
    const { made, left } = purchases(problem, { way: way.id, life: option.life, part: line.life });
    for (let q = 0; q <= last; q++) {
      const usd = made[q]! * line.usd[q]!;
      to[q]! += usd;
      sums.capital_usd += usd;
    }
    credit(line.usd, left, way.arrives_frac);
  }
  if (way.paid.length > 0) {
    const bought = decidedOf(plan.bought, way.id, problem.quarters.length);
    for (const { usd } of way.paid) for (let q = 0; q <= last; q++) to[q]! += bought[q]! * usd[q]!;
  }
  if (way.launch === null) return;
  const { launch, reliability } = problem.vehicles[way.launch.vehicle]!;
  credit(launch.usd, purchases(problem, { way: way.id, life: launch.life, part: launch.life }).left, reliability / way.launch.perLaunch);
};

const runBy = (sums: Sums, { tier, standing, running }: OptionCase, { inService, run }: { readonly inService: Float64Array; readonly run: Float64Array }): void => {
  const to = sums[tier];
  const pay = (lines: readonly PricedLine[], amount: Float64Array): void => {
    for (const { usd } of lines) for (let q = 0; q < to.length; q++) to[q]! += (amount[q]! * usd[q]!) / QUARTERS_PER_YEAR;
  };
  pay(standing, inService);
  pay(running, run);
};

/** Launches stand on the tier of what flies on them. */
const launched = (sums: Sums, problem: PlanCase, plan: HeldPlan): void => heldLaunches(problem, plan).forEach((launches, v) => {
  const { usd } = problem.vehicles[v]!.launch;
  const rider = problem.options.find(({ ways }) => ways.some(({ launch }) => launch?.vehicle === v));
  if (rider === undefined) return;
  const to = sums[rider.tier];
  for (let q = 0; q < to.length; q++) {
    const paid = launches[q]! * usd[q]!;
    to[q]! += paid;
    sums.capital_usd += paid;
  }
});

const moved = (sums: Sums, problem: PlanCase, { served }: Operated): void => problem.pools.forEach(({ link, tier }, p) => {
  if (link === null) return;
  const to = sums[tier];
  problem.classes.forEach(({ data_B_per_J }, k) => {
    const GB = dataGB(data_B_per_J);
    if (GB === 0) return;
    for (let q = 0; q < to.length; q++) to[q]! += served[p]![k]![q]! * GB * link.data.usd[q]!;
  });
});
