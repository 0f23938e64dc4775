/**
 * A problem that is one thing up to a quarter and another from it on: rates, prices, limits and demand of each of its own time.
 *
 * What a unit is (payload, reliability, life, what it runs) holds for what stands already, so an event cannot change it; nor how money of other years
 * is counted, which would reprice the past: `differs` says where. What is not by quarter and may change (peaks and data of classes, useful shares,
 * a shared link, interest) stands for the past in `before` (plan-case.ts).
 */
import { waysOf } from "../plan-case.ts";
import type { CapitalPrice, CargoCase, CashCase, ClassCase, LimitCase, OptionCase, PlanCase, PoolCase, PricedLine, VehicleCase } from "../plan-case.ts";

/** What stands for "no limit" in the quarters of a problem that does not have it. */
const NO_LIMIT = 1e9;

/** What an event changed that it cannot, in words; empty where the two can be joined. */
export const differs = (before: PlanCase, after: PlanCase): readonly string[] => {
  const [a, b] = [fixedOf(before), fixedOf(after)];
  return [...[...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id)), ...livesThatDiffer(before, after)];
};

/** What must be the same in both, by its name. */
const fixedOf = (problem: PlanCase): ReadonlyMap<string, string> => new Map([
  ...problem.options.map(({ id, unit, pool, life, run_MW, link_B_per_s, ownLink_B_per_s, order }) => [id, JSON.stringify([unit, pool, life, run_MW, link_B_per_s, ownLink_B_per_s, order])] as const),
  ...waysOf(problem).map(({ way }) => [way.id, JSON.stringify([way.arrives_frac, way.launch])] as const),
  ...problem.vehicles.map(({ id, order, hold, reliability }) => [`launches of ${id}`, JSON.stringify([order, hold, reliability])] as const),
  ...problem.pools.map(({ id, link }) => [`service from ${id}`, String(link === null)] as const),
  ...problem.cargo.map(({ id, option, need_t, hold, vehicles }) => [`cargo ${id}`, JSON.stringify([option, need_t, hold, vehicles])] as const),
  ...problem.classes.map(({ id }) => [`demand class ${id}`, ""] as const),
  ["how money of other years is counted", JSON.stringify([problem.quarters, problem.factor, problem.salvage, problem.options.map(({ charge, premium_per_yr }) => [charge, premium_per_yr]), problem.vehicles.map(({ charge }) => charge)])],
  ["whether money is a limit", String(problem.cash === null)],
]);

/** Parts, launches, stakes and shared limits of both that are not of one kind: their lives, and what one of a limit's users takes. */
const livesThatDiffer = (before: PlanCase, after: PlanCase): readonly string[] => {
  const kinds = ({ options, vehicles, limits }: PlanCase): readonly (readonly [string, string])[] => [
    ...options.flatMap(({ id, capital }) => capital.map(({ subsystem, life }) => [`the life of ${subsystem} of ${id}`, String(life)] as const)),
    ...vehicles.flatMap(({ id, launch, stake }) => [[`what a launch of ${id} brings`, String(launch.life)] as const, ...(stake === null ? [] : [[`the life of the stake in ${id}`, String(stake.line.life)] as const])]),
    ...limits.map(({ id, of, sense, uses }) => [`what takes of ${id}`, JSON.stringify([of, sense, uses])] as const),
  ];
  const now = new Map(kinds(after));
  return kinds(before).flatMap(([name, kind]) => (now.has(name) && now.get(name) !== kind ? [name] : []));
};

/** The problem of two, the second from quarter n of the horizon on. Both have the same options, vehicles and classes. */
export const spliced = (before: PlanCase, after: PlanCase, n: number): PlanCase => ({
  ...after,
  before: {
    quarters: n,
    classes: before.classes.map(({ smoothing, data_B_per_J }) => ({ smoothing, data_B_per_J })),
    pools: before.pools.map(({ useful_frac, link }) => ({ useful_frac, shared_B_per_s: link === null ? null : link.shared_B_per_s })),
    interest_per_quarter: before.cash === null ? null : before.cash.interest_per_quarter,
  },
  options: after.options.map((option, o) => splicedOption(before.options[o]!, option, n)),
  pools: after.pools.map((pool, p) => splicedPool(before.pools[p]!, pool, n)),
  vehicles: after.vehicles.map((vehicle, v) => splicedVehicle(before.vehicles[v]!, vehicle, n)),
  limits: splicedLimits(before.limits, after.limits, n),
  cargo: after.cargo.map((cargo, k): CargoCase => ({ ...cargo, price: splicedLine(before.cargo[k]!.price, cargo.price, n) })),
  classes: after.classes.map((one, k) => splicedClass(before.classes[k]!, one, n)),
  cash: before.cash === null || after.cash === null ? after.cash : splicedCash(before.cash, after.cash, n),
});

const joined = (before: readonly number[], after: readonly number[], n: number): readonly number[] => [...before.slice(0, n), ...after.slice(n)];

const splicedLine = <T extends PricedLine>(before: T, after: T, n: number): T => ({ ...after, usd: joined(before.usd, after.usd, n) });

const splicedClass = (before: ClassCase, after: ClassCase, n: number): ClassCase => ({
  ...after,
  wanted_MW: joined(before.wanted_MW, after.wanted_MW, n),
  unserved_usd_per_MWh: joined(before.unserved_usd_per_MWh, after.unserved_usd_per_MWh, n),
});

const splicedCash = (before: CashCase, after: CashCase, n: number): CashCase => ({
  ...after,
  own_usd: joined(before.own_usd, after.own_usd, n),
  debtMax_usd: joined(before.debtMax_usd, after.debtMax_usd, n),
  earned_usd_per_MWh: after.earned_usd_per_MWh.map((earned, k) => joined(before.earned_usd_per_MWh[k]!, earned, n)),
});

/** A line's own dollars up to the quarter, the other's after it; lines that only one has are nothing in the other's time. */
const splicedLines = <T extends PricedLine>(before: readonly T[], after: readonly T[], n: number): readonly T[] => {
  const nothing = (line: T): readonly number[] => line.usd.map(() => 0);
  const gone = before.filter(({ subsystem }) => !after.some((line) => line.subsystem === subsystem));
  return [
    ...after.map((line) => { const old = before.find(({ subsystem }) => subsystem === line.subsystem); return { ...line, usd: joined(old === undefined ? nothing(line) : old.usd, line.usd, n) }; }),
    ...gone.map((line) => ({ ...line, usd: joined(line.usd, nothing(line), n) })),
  ];
};

const splicedOption = (before: OptionCase, after: OptionCase, n: number): OptionCase => ({
  ...after,
  ways: after.ways.map((way, w) => ({ ...way, paid: splicedLines(before.ways[w]!.paid, way.paid, n) })),
  capital: splicedLines<CapitalPrice>(before.capital, after.capital, n),
  standing: splicedLines(before.standing, after.standing, n),
  running: splicedLines(before.running, after.running, n),
});

const splicedPool = (before: PoolCase, after: PoolCase, n: number): PoolCase =>
  (before.link === null || after.link === null ? after : { ...after, link: { ...after.link, data: splicedLine(before.link.data, after.link.data, n) } });

const splicedVehicle = (before: VehicleCase, after: VehicleCase, n: number): VehicleCase => ({
  ...after,
  // A past of parts of launches is no past of whole ones.
  integer: before.integer && after.integer,
  slots: joined(before.slots, after.slots, n),
  launch: splicedLine(before.launch, after.launch, n),
  committed: splicedLines(before.committed, after.committed, n),
  stake: stakeOf(before.stake, after.stake, n),
  others: othersOf(before.others, after.others, n),
});

/** What was paid of a stake stays; what comes with the event is paid then at the earliest. */
const stakeOf = (before: VehicleCase["stake"], after: VehicleCase["stake"], n: number): VehicleCase["stake"] => {
  const paid = before === null ? [] : before.at.filter((t) => t < n);
  if (before !== null && (after === null || paid.length === before.at.length)) return paid.length === 0 ? null : { ...before, at: paid };
  if (after === null) return null;
  const due = after.at.filter((t) => t >= n);
  const late = after.at.filter((t) => t < n && !paid.includes(t));
  const usd = after.line.usd.map((one, t) => (paid.includes(t) ? before!.line.usd[t]! : t === n ? late.reduce((sum, at) => sum + after.line.usd[at]!, due.includes(n) ? one : 0) : one));
  return { line: { ...after.line, usd }, at: [...paid, ...(late.length > 0 && !due.includes(n) ? [n] : []), ...due] };
};

const othersOf = (before: VehicleCase["others"], after: VehicleCase["others"], n: number): VehicleCase["others"] => {
  const one = after ?? before;
  if (one === null) return null;
  const nothing = one.launches.map(() => 0);
  return {
    launches: joined(before?.launches ?? nothing, after?.launches ?? nothing, n),
    givenUp: { ...one.givenUp, usd: joined(before?.givenUp.usd ?? nothing, after?.givenUp.usd ?? nothing, n) },
  };
};

const splicedLimits = (before: readonly LimitCase[], after: readonly LimitCase[], n: number): readonly LimitCase[] => {
  const none = ({ sense, amount }: LimitCase): readonly number[] => amount.map(() => (sense === "most" ? NO_LIMIT : 0));
  const gone = before.filter(({ id }) => !after.some((limit) => limit.id === id));
  return [
    ...after.map((limit) => { const old = before.find(({ id }) => id === limit.id); return { ...limit, amount: joined(old === undefined ? none(limit) : old.amount, limit.amount, n) }; }),
    ...gone.map((limit) => ({ ...limit, amount: joined(limit.amount, none(limit), n) })),
  ];
};
