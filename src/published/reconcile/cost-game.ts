/**
 * The cost of a hybrid of two models: each factor is the first's or the second's.
 *
 * A part whose life, failures or upkeep are to be the other model's takes those of the other's dearest part for the same item, and keeps
 * its own where the other has none; a model that knows no failures, or no upkeep, has none for any part. What one model alone counts is in or out with its boundary step, and has its own numbers when it is in.
 */
import type { Item } from "../../ledger/index.ts";
import { costOf, energyCost, massOf, recovery, SHARES, timesOf, type CostForm, type Mass, type Price } from "./cost-form.ts";
import { costSteps, groupsOf, knowsFailures, knowsOperations, type PriceGroup } from "./cost-steps.ts";
import type { Step, StepGame } from "./step.ts";

/** What a break-even leaves out although the cost counts it. */
export type LeftOut = "operations" | "failures" | "engineering" | "whole" | "utilisation";

export interface CostGame {
  readonly steps: readonly Step[];
  /** At the hybrid's own launch price, or at one that is given; without some of what it counts. */
  readonly cost: (taken: number, terms?: { readonly launch_usd_per_kg?: number; readonly without?: readonly LeftOut[] }) => number;
}

type Side = "x" | "y";
type Part = Price | Mass;
/** Whose a step's factors are. */
type SideOf = (step: string) => Side;

interface Pair {
  readonly x: CostForm;
  readonly y: CostForm;
  readonly groups: readonly PriceGroup[];
  readonly yearly: readonly YearlyShare[];
  readonly knows: Readonly<Record<Side, { readonly failures: boolean; readonly operations: boolean }>>;
  /** The other model's part that a part is held against. */
  readonly matched: ReadonlyMap<Part, Part | undefined>;
  /** Recovery by rate and life, each worked out once. */
  readonly recovery: (rate_per_year: number, life_years: number) => number;
}

const remembered = (): Pair["recovery"] => {
  const known = new Map<number, Map<number, number>>();
  return (rate_per_year, life_years) => {
    let byLife = known.get(rate_per_year);
    if (byLife === undefined) known.set(rate_per_year, (byLife = new Map()));
    let found = byLife.get(life_years);
    if (found === undefined) byLife.set(life_years, (found = recovery(rate_per_year, life_years)));
    return found;
  };
};

const matchesOf = (x: CostForm, y: CostForm): ReadonlyMap<Part, Part | undefined> => {
  const dearest = (parts: readonly Part[], covers: readonly Item[]): Part | undefined =>
    parts.filter((part) => part.covers.some((item) => covers.includes(item))).reduce<Part | undefined>((most, part) => (most === undefined || sizeOf(part) > sizeOf(most) ? part : most), undefined);
  const both = (own: readonly Part[], other: readonly Part[]) => own.map((part) => [part, dearest(other, part.covers)] as const);
  return new Map([...both(x.prices, y.prices), ...both(y.prices, x.prices), ...both(x.masses, y.masses), ...both(y.masses, x.masses)]);
};

const sizeOf = (part: Part): number => ("price_usd" in part ? part.price_usd : part.mass_kg);

/** Steps from one cost to the other, and what any hybrid costs. */
export const costGame = (x: CostForm, y: CostForm): CostGame => {
  const groups = groupsOf(x, y);
  const steps = costSteps(x, y, groups);
  const bits = new Map(steps.flatMap(({ id, parts = [] }, i) => [id, ...parts].map((name) => [name, 1 << i] as const)));
  const knows = (form: CostForm) => ({ failures: knowsFailures(form), operations: knowsOperations(form) });
  const pair: Pair = { x, y, groups, yearly: yearlySharesOf(x, y), knows: { x: knows(x), y: knows(y) }, matched: matchesOf(x, y), recovery: remembered() };
  return {
    steps,
    cost: (taken, terms = {}) => hybridCost(pair, (step) => ((taken & (bits.get(step) ?? 0)) === 0 ? "x" : "y"), terms),
  };
};

const asPrice = ({ id, covers, per, life_years, failed_per_year, upkeep_per_year, mass_kg }: Mass): Price => ({ id, covers, per, life_years, failed_per_year, upkeep_per_year, price_usd: mass_kg });

/** The same with mass in place of money: kg per kW of IT. */
export const massGame = (x: CostForm, y: CostForm): StepGame => {
  const asPrices = (form: CostForm): CostForm => ({ ...form, prices: form.masses.map(asPrice), masses: [], yearly: [], energy: null, engineering: null });
  const [a, b] = [asPrices(x), asPrices(y)];
  const groups = groupsOf(a, b);
  const wanted = costSteps(a, b, groups).filter(({ id }) => id === "sunlight" || groups.some((group) => group.id === id));
  const steps = wanted.map((step) => (step.id === "sunlight" ? step : { ...step, what: step.what.replace("price", "mass"), unit: "kg/kW" }));
  const bits = new Map(steps.map(({ id }, i) => [id, 1 << i]));
  const sideOf = (taken: number) => (id: string): Side => ((taken & (bits.get(id) ?? 0)) === 0 ? "x" : "y");
  return {
    steps,
    value: (taken) => {
      const pick = sideOf(taken);
      const sun = pick("sunlight") === "x" ? a : b;
      return massOf({ ...sun, masses: groups.flatMap((group) => group[pick(group.id)]).map(({ price_usd, ...part }) => ({ ...part, mass_kg: price_usd, charged_frac: 1 })) });
    },
  };
};

const hybridCost = (pair: Pair, pick: SideOf, { launch_usd_per_kg, without = [] }: { readonly launch_usd_per_kg?: number; readonly without?: readonly LeftOut[] }): number => {
  const from = (step: string): CostForm => pair[pick(step)];
  const rate_per_year = from("discounting").rate_per_year;
  const sun = from("sunlight");
  const of = (part: Part, owner: Side, step: string): Part => (pick(step) === owner ? part : (pair.matched.get(part) ?? part));
  const charge = (part: Part, owner: Side): number => {
    const failed = without.includes("failures") || !pair.knows[pick("failures")].failures ? 0 : of(part, owner, "failures").failed_per_year;
    const upkeep = without.includes("operations") || !pair.knows[pick("operations")].operations ? 0 : of(part, owner, "operations").upkeep_per_year;
    return timesOf(part, sun) * (pair.recovery(rate_per_year, of(part, owner, "life").life_years) + failed + upkeep);
  };
  let yearly = 0;
  for (const group of pair.groups) {
    const owner = pick(group.id);
    for (const price of group[owner]) yearly += price.price_usd * charge(price, owner);
  }
  const owner = pick("mass");
  const launch = launch_usd_per_kg ?? launchOf(pair, pick);
  for (const mass of pair[owner].masses) yearly += mass.mass_kg * mass.charged_frac * launch * charge(mass, owner);
  yearly += yearlyOf(pair, pick, without) + energyOf(pair, pick);
  return yearly / shareOf(pair, pick, without) + (without.includes("engineering") ? 0 : engineeringOf(pair, pick, rate_per_year));
};

/** Where one alone states a price it is that; where neither does, masses cost nothing only if there are none. */
const launchOf = ({ x, y }: Pair, pick: SideOf): number => {
  const price = pick("launch") === "x" ? (x.launch_usd_per_kg ?? y.launch_usd_per_kg) : (y.launch_usd_per_kg ?? x.launch_usd_per_kg);
  return price ?? 0;
};

/** What is paid each year, with the step that decides whether it is. */
interface YearlyShare {
  readonly side: Side;
  readonly step: string;
  readonly usd_per_kW_year: number;
}

const yearlySharesOf = (x: CostForm, y: CostForm): readonly YearlyShare[] =>
  (["x", "y"] as const).flatMap((side) => {
    const [own, other] = side === "x" ? [x, y] : [y, x];
    return own.yearly.map(({ item, usd_per_kW_year }) => {
      const shared = other.yearly.some((line) => line.item === item);
      return { side, usd_per_kW_year, step: item === "operations" ? item : `${shared ? "" : "boundary/"}yearly ${item}` };
    });
  });

const yearlyOf = ({ yearly }: Pair, pick: SideOf, without: readonly LeftOut[]): number => {
  let sum = 0;
  for (const { side, step, usd_per_kW_year } of yearly) {
    if (pick(step) === side && !(step === "operations" && without.includes(step))) sum += usd_per_kW_year;
  }
  return sum;
};

const energyOf = ({ x, y }: Pair, pick: SideOf): number => {
  if (x.energy === null || y.energy === null) {
    const { energy } = pick("boundary/energy") === "x" ? x : y;
    return energy === null ? 0 : energyCost(energy);
  }
  const of = (step: string) => (pick(step) === "x" ? x.energy! : y.energy!);
  return energyCost({ usd_per_kWh: of("energyPrice").usd_per_kWh, pue: of("pue").pue, hours_per_year: of("energyUse").hours_per_year });
};

const shareOf = (pair: Pair, pick: SideOf, without: readonly LeftOut[]): number => {
  let product = 1;
  for (const share of SHARES) {
    if ((share === "whole" || share === "utilisation") && without.includes(share)) continue;
    const step = share === "sunlit" ? "sunlight" : share === "survival" ? "failures" : share;
    product *= pair[pick(step)].delivered[share] ?? 1;
  }
  return product;
};

const engineeringOf = ({ x, y }: Pair, pick: SideOf, rate_per_year: number): number => {
  const chosen = pick("engineering") === "x" ? x : y;
  if (chosen.engineering === null) return 0;
  const other = chosen === x ? y : x;
  const life = pick("life") === (chosen === x ? "x" : "y") ? chosen : other;
  return chosen.engineering.usd_per_kW * recovery(rate_per_year, life.engineering?.life_years ?? chosen.engineering.life_years);
};

/** The two ends, which the game must meet. */
export const endsOf = (x: CostForm, y: CostForm): { readonly from: number; readonly to: number } => ({ from: costOf(x), to: costOf(y) });
