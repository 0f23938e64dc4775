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
import { columnsOf, type Columns } from "./columns.ts";
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

/** Costs of one plan in one plain problem of its quarters after another, `launches` those of heldLaunches; each result is lost with the next. */
export const heldCosts = (plan: HeldPlan): ((problem: PlanCase, operated: Operated, launches: readonly (readonly number[])[]) => HeldCost) => {
  const purchases = purchasesOf(plan);
  let columns: Columns | null = null;
  return (problem, operated, launches) => {
    const quarters = problem.quarters.length;
    columns ??= columnsOf(quarters);
    columns.begin();
    const { take } = columns;
    const sums: Sums = { ground: take(), orbit: take(), capital_usd: 0 };
    problem.options.forEach((option, o) => {
      const prices = pricesByLife(option, take);
      for (const way of option.ways) boughtBy(sums, problem, { option, way, prices, plan, purchases });
      runBy(sums, option, { inService: operated.inService[o]!, run: operated.run[o]! });
    });
    launched(sums, problem, launches);
    moved(sums, problem, operated);
    return { ground_usd: sums.ground, orbit_usd: sums.orbit, capital_usd: sums.capital_usd };
  };
};

/** What parts of one life cost together, by quarter. */
interface LifePrices {
  readonly life: number;
  readonly usd: Float64Array;
}

const pricesByLife = ({ capital }: OptionCase, take: Columns["take"]): readonly LifePrices[] => {
  const found: LifePrices[] = [];
  for (const { life, usd } of capital) {
    let same = found.find((one) => one.life === life);
    if (same === undefined) found.push((same = { life, usd: take() }));
    for (let q = 0; q < usd.length; q++) same.usd[q]! += usd[q]!;
  }
  return found;
};

type PurchasesOf = (way: string, lives: Bought, quarters: number) => Purchases;

/** Kept by way, life of a unit and of a part: few. */
const purchasesOf = ({ bought }: HeldPlan): PurchasesOf => {
  const kept = new Map<string, (Bought & Purchases)[]>();
  return (way, { life, part }, quarters) => {
    let known = kept.get(way);
    if (known === undefined) kept.set(way, (known = []));
    for (const one of known) if (one.life === life && one.part === part && one.made.length === quarters) return one;
    const made = { life, part, ...purchasesBy(decidedOf(bought, way, quarters), { life, part }) };
    known.push(made);
    return made;
  };
};

interface Sums {
  readonly ground: Float64Array;
  readonly orbit: Float64Array;
  capital_usd: number;
}

interface Bought {
  /** Of a unit and of the part, quarters. */
  readonly life: number;
  readonly part: number;
}

/** (1). */
interface Purchases {
  readonly made: Float64Array;
  readonly left: Float64Array;
}

const purchasesBy = (bought: readonly number[], { life, part }: Bought): Purchases => {
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
  readonly prices: readonly LifePrices[];
  readonly plan: HeldPlan;
  readonly purchases: PurchasesOf;
}

const boughtBy = (sums: Sums, problem: PlanCase, { option, way, prices, plan, purchases }: By): void => {
  const to = sums[option.tier];
  const quarters = to.length;
  for (const { life, usd } of prices) {
    const { made, left } = purchases(way.id, { life: option.life, part: life }, quarters);
    for (let q = 0; q < quarters; q++) {
      const paid = made[q]! * usd[q]!;
      to[q]! += paid;
      sums.capital_usd += paid;
    }
    if (problem.salvage) to[quarters - 1]! -= way.arrives_frac * product(left, usd);
  }
  if (way.paid.length > 0) {
    const bought = decidedOf(plan.bought, way.id, quarters);
    for (const { usd } of way.paid) for (let q = 0; q < quarters; q++) to[q]! += bought[q]! * usd[q]!;
  }
  if (way.launch === null || !problem.salvage) return;
  const { launch, reliability } = problem.vehicles[way.launch.vehicle]!;
  to[quarters - 1]! -= (reliability / way.launch.perLaunch) * product(purchases(way.id, { life: launch.life, part: launch.life }, quarters).left, launch.usd);
};

const product = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
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
const launched = (sums: Sums, problem: PlanCase, byVehicle: readonly (readonly number[])[]): void => byVehicle.forEach((launches, v) => {
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
