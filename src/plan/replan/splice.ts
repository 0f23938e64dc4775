/**
 * A problem that is one thing up to a quarter and another from it on: rates, prices, limits and demand of each of its own time.
 *
 * What a unit is (payload, reliability, life, what it runs) holds for what stands already, so an event cannot change it: `differs` says where.
 */
import { waysOf } from "../plan-case.ts";
import type { CapitalPrice, ClassCase, LimitCase, OptionCase, PlanCase, PoolCase, PricedLine, VehicleCase } from "../plan-case.ts";

/** What stands for "no limit" in the quarters of a problem that does not have it. */
const NO_LIMIT = 1e9;

/** What an event changed that it cannot, in words; empty where the two can be joined. */
export const differs = (before: PlanCase, after: PlanCase): readonly string[] => {
  const unit = (problem: PlanCase): ReadonlyMap<string, string> => new Map([
    ...waysOf(problem).map(({ option, way }) => [way.id, JSON.stringify([way.arrives_frac, way.launch?.perLaunch, option.life, option.run_MW, option.link_B_per_s, option.ownLink_B_per_s, option.order])] as const),
    ...problem.vehicles.map(({ id, order }) => [`launches of ${id}`, JSON.stringify(order)] as const),
    ...problem.cargo.map(({ id }) => [`cargo ${id}`, ""] as const),
    ...problem.classes.map(({ id }) => [`demand class ${id}`, ""] as const),
  ]);
  const [a, b] = [unit(before), unit(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id));
};

/** The problem of two, the second from quarter n of the horizon on. Both have the same options, vehicles and classes. */
export const spliced = (before: PlanCase, after: PlanCase, n: number): PlanCase => ({
  ...after,
  options: after.options.map((option, o) => splicedOption(before.options[o]!, option, n)),
  pools: after.pools.map((pool, p) => splicedPool(before.pools[p]!, pool, n)),
  vehicles: after.vehicles.map((vehicle, v) => splicedVehicle(before.vehicles[v]!, vehicle, n)),
  limits: splicedLimits(before.limits, after.limits, n),
  classes: after.classes.map((one, k): ClassCase => ({ ...one, wanted_MW: joined(before.classes[k]!.wanted_MW, one.wanted_MW, n) })),
  cash: before.cash === null || after.cash === null ? after.cash : { ...after.cash, own_usd: joined(before.cash.own_usd, after.cash.own_usd, n), debtMax_usd: joined(before.cash.debtMax_usd, after.cash.debtMax_usd, n) },
});

const joined = (before: readonly number[], after: readonly number[], n: number): readonly number[] => [...before.slice(0, n), ...after.slice(n)];

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
  capital: splicedLines<CapitalPrice>(before.capital, after.capital, n),
  standing: splicedLines(before.standing, after.standing, n),
  running: splicedLines(before.running, after.running, n),
});

const splicedPool = (before: PoolCase, after: PoolCase, n: number): PoolCase =>
  (before.link === null || after.link === null ? after : { ...after, link: { ...after.link, data: { ...after.link.data, usd: joined(before.link.data.usd, after.link.data.usd, n) } } });

const splicedVehicle = (before: VehicleCase, after: VehicleCase, n: number): VehicleCase => ({
  ...after,
  // A past of parts of launches is no past of whole ones.
  integer: before.integer && after.integer,
  slots: joined(before.slots, after.slots, n),
  launch: { ...after.launch, usd: joined(before.launch.usd, after.launch.usd, n) },
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
