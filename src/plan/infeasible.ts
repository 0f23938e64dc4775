/**
 * Why no plan exists. Only a target, or money that must be paid whatever is decided, can make one impossible: what demand wants may go unserved,
 * at its price.
 *
 * The elastic model lets targets be missed and counts only that: its least total of misses says in which quarters, by how much, and the limits
 * with a price in it are those that stand in the way; beside them orders that are used up where it is too late for more. One line a target and set of limits in the way. Beside them stands an irreducible set
 * (irreducible.ts).
 */
import { formatNumber, formatQuarter } from "../units/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import { firstFree, type Member } from "./conflict-members.ts";
import { formulate, formulateElastic } from "./formulate.ts";
import { reader } from "./interpret.ts";
import { irreducible, type Irreducible } from "./irreducible.ts";
import { fixIntegers } from "./linear-model.ts";
import type { Solution, Solve } from "./linear-model.ts";
import { ordersOf, waysOf } from "./plan-case.ts";
import type { LimitCase, OrderOf, PlanCase } from "./plan-case.ts";
import { quarterRuns } from "./quarter-runs.ts";

const MEGA = 1e6;

/** Reasons in words: what is missed of each target, and what cannot hold together. */
export const reasonsFor = async (problem: PlanCase, solve: Solve): Promise<readonly string[]> => {
  const { model, layout } = formulateElastic(problem);
  const found = await solve(model);
  const together = togetherText(problem, await irreducible(problem, formulate(problem), solve));
  if (found.primal.length === 0) return ["no plan exists, whatever its targets are", ...together];
  const read = reader(found.primal);
  const late = ordersTooLate(problem, { layout, read });
  const limits = limitsInTheWay(problem, { solution: await solve(fixIntegers(model, found.primal)), layout, late });
  const misses = problem.limits.flatMap((limit, i) => (limit.sense === "most" ? [] : missesOf(problem, { limit, by: layout.limits[i]!.miss.map(read), limits, late })));
  return [...misses.map(missText), ...together];
};

interface Short {
  readonly quarter: number;
  readonly wanted: number;
  readonly by: number;
}

/** Quarters of one target that are missed with the same limits in the way. */
interface Miss {
  readonly target: LimitCase;
  readonly quarters: readonly number[];
  readonly worst: Short;
  readonly last: Short;
  readonly inTheWay: readonly InTheWay[];
}

interface MissedTarget {
  readonly limit: LimitCase;
  readonly by: readonly number[];
  readonly limits: readonly InTheWay[];
  readonly late: readonly InTheWay[];
}

const missesOf = ({ quarters }: PlanCase, { limit, by, limits, late }: MissedTarget): readonly Miss[] => {
  const found = new Map<string, Miss>();
  quarters.forEach((quarter, t) => {
    if (by[t] === 0) return;
    const inTheWay = [...new Map([...limits.filter((one) => one.quarter <= quarter), ...late.filter((one) => one.quarter === quarter)].map((one) => [one.limit, one])).values()];
    const cause = inTheWay.map((one) => one.limit).join(" ");
    const before = found.get(cause);
    const now: Short = { quarter, wanted: limit.amount[t]!, by: by[t]! };
    const quartersSoFar = [...(before === undefined ? [] : before.quarters), quarter];
    const isWorst = before === undefined || now.by > before.worst.by;
    found.set(cause, { target: limit, quarters: quartersSoFar, last: now, ...(isWorst ? { worst: now, inTheWay } : { worst: before.worst, inTheWay: before.inTheWay }) });
  });
  return [...found.values()];
};

const missText = ({ target: { words, counted }, quarters, worst, last, inTheWay }: Miss): string => {
  const amounts = ({ wanted, by }: Short): string => `${formatNumber(wanted)} ${counted} are wanted, ${formatNumber(wanted - by)} can be had, ${formatNumber(by)} short`;
  const most = quarters.length === 1 ? "" : `at worst, in ${formatQuarter(worst.quarter)}, `;
  const end = worst.quarter === last.quarter ? "" : `; in ${formatQuarter(last.quarter)} ${amounts(last)}`;
  const why = inTheWay.length === 0 ? "nothing that can be ordered brings them there in time" : `in the way: ${inTheWay.map(({ what }) => what).join("; ")}`;
  return `${words.what} (${words.field}) is out of reach in ${quarterRuns(quarters)}: ${most}${amounts(worst)}${end}; ${why}`;
};

interface InTheWay {
  readonly quarter: number;
  readonly limit: string;
  readonly what: string;
}

interface Relaxed {
  readonly solution: Solution;
  readonly layout: ReturnType<typeof formulateElastic>["layout"];
  readonly late: readonly InTheWay[];
}

/** Units or launches that are open and below this are none. */
const OPEN = 1e-6;

/** By quarter, orders of which all that can be had is used, and for which it is too late to order more. */
const ordersTooLate = (problem: PlanCase, { layout, read }: Pick<Relaxed, "layout"> & { readonly read: (column: number) => number }): readonly InTheWay[] =>
  ordersOf(problem).flatMap((order, i) => {
    const { of, index, terms: { lead } } = order;
    const flies = (t: number): boolean => of === "units" || layout.vehicles[index]!.launch[t] !== null;
    const [from, what] = [firstFree(problem), tooLateText(problem, order)];
    // One more that is had is one less open from then on, until the first new order is there.
    const used = (t: number): boolean => layout.orders[i]!.open.slice(t, from + lead).some((open) => read(open) < OPEN);
    return problem.quarters.flatMap((quarter, t) => (t >= from && t < from + lead && flies(t) && used(t) ? [{ quarter, limit: order.id, what }] : []));
  });

const tooLateText = (problem: PlanCase, { of, index, terms: { lead } }: OrderOf): string => {
  const first = firstFree(problem);
  const [from, to] = [problem.quarters[first]!, problem.quarters[first + lead]];
  const had = to === undefined ? "only after the horizon" : `in ${formatQuarter(to)} at the earliest`;
  const [what, field] = of === "units" ? [problem.options[index]!.counted, "plan.platformOrder"] : [`launches of ${problem.vehicles[index]!.id}`, `launch.vehicles.${problem.vehicles[index]!.id}.order`];
  return `${what} are ordered too late (${field}: what is ordered in ${formatQuarter(from)} can be had ${had})`;
};

/** Platforms that one more of the limit would add to the sum over quarters; a limit below this adds none. */
const NONE = 1e-6;

/** The limits in the way of some quarter, by quarter, with their numbers in it. */
const limitsInTheWay = (problem: PlanCase, { solution, layout, late }: Relaxed): readonly InTheWay[] => {
  const helps = (row: number | null): boolean => row !== null && -solution.rowDual[row]! > NONE;
  return problem.quarters.flatMap((quarter, t) => [
    ...problem.limits.flatMap((limit, i) => (limit.sense === "most" && helps(layout.limits[i]!.row[t]!) ? [{ quarter, limit: limit.id, what: `${limit.words.what} (${limit.words.field}: ${amountText(limit, { t, quarter })})` }] : [])),
    ...problem.vehicles.flatMap((vehicle, v) => {
      const { launch, slotsRow } = layout.vehicles[v]!;
      const column = launch[t]!;
      const full = column !== null && slotsRow[t] === null && -solution.columnDual[column]! > NONE;
      return (full || helps(slotsRow[t]!)) && !useless(problem, { v, late: late.filter((one) => one.quarter === quarter) }) ? [{ quarter, limit: vehicle.id, what: `launches of ${vehicle.id} (${perYear(vehicle.slots[t]!)} in ${formatQuarter(quarter)}, ${carried(problem, v)})` }] : [];
    }),
    ...(layout.cash !== null && helps(layout.cash.row[t]!) ? [{ quarter, limit: "cash", what: `money (plan.cash, plan.debtMax: ${formatNumber(problem.cash!.own_usd[t]! / MEGA)} M$ of own money in ${formatQuarter(quarter)})` }] : []),
  ]);
};

/** Whether more launches on offer would bring nothing: they, or all that they carry, had to be ordered before. */
const useless = (problem: PlanCase, { v, late }: { readonly v: number; readonly late: readonly InTheWay[] }): boolean => {
  const isLate = (id: string): boolean => late.some(({ limit }) => limit === `order/${id}`);
  const carried = waysOf(problem).filter(({ way }) => way.launch?.vehicle === v);
  return isLate(problem.vehicles[v]!.id) || (carried.length > 0 && carried.every(({ option }) => isLate(option.id)));
};

const perYear = (amount: number): string => `${formatNumber(amount * QUARTERS_PER_YEAR)} a year`;

const amountText = ({ amount, words }: LimitCase, { t, quarter }: { readonly t: number; readonly quarter: number }): string =>
  words.rate ? `${perYear(amount[t]!)} in ${formatQuarter(quarter)}` : formatNumber(amount[t]!);

const carried = (problem: PlanCase, v: number): string =>
  waysOf(problem).flatMap(({ option, way }) => (way.launch?.vehicle === v ? [`${formatNumber(way.launch.perLaunch)} ${option.counted} each`] : [])).join(", ");

/** An irreducible set in words. */
const togetherText = (problem: PlanCase, { members, wholeOnly, proven }: Irreducible): readonly string[] => {
  if (members.length === 0) return [];
  const ids = [...new Set(members.map(({ id }) => id))];
  const told = ids.map((id) => memberText(problem, members.filter((member) => member.id === id))).join("; ");
  const whole = wholeOnly ? "with launches that are whole (parts of launches would do) " : "";
  if (members.length === 1) return [`${whole}cannot hold, whatever else is given up: ${told}`];
  return [`${whole}cannot hold together${proven ? ", and could without any one of them" : " (and not each of them may be needed: the search for fewer ended early)"}: ${told}`];
};

/** One limit with its quarters, and how much of it there is in them: "the factory (8.000 a year) in 2027-Q1 to Q3". */
const memberText = (problem: PlanCase, members: readonly Member[]): string => {
  const order = ordersOf(problem).find(({ id }) => id === members[0]!.id);
  if (order !== undefined) return tooLateText(problem, order);
  const { name, amounts, text } = toldOf(problem, members[0]!.id);
  const each = members.map(({ t }) => amounts[t]!);
  const [least, most] = [Math.min(...each), Math.max(...each)];
  const range = least === most ? formatNumber(least) : `${formatNumber(least)} to ${formatNumber(most)}`;
  return `${name} (${range} ${text}) in ${quarterRuns(members.map(({ t }) => problem.quarters[t]!))}`;
};

interface Told {
  readonly name: string;
  readonly amounts: readonly number[];
  readonly text: string;
}

const toldOf = ({ limits, vehicles, cash }: PlanCase, id: string): Told => {
  const limit = limits.find((one) => one.id === id);
  if (limit !== undefined) return { name: limit.words.what, amounts: limit.amount.map((n) => n * (limit.words.rate ? QUARTERS_PER_YEAR : 1)), text: `${limit.counted}${limit.words.rate ? " a year" : ""}` };
  const vehicle = vehicles.find((one) => `launches/${one.id}` === id);
  if (vehicle !== undefined) return { name: `launches of ${vehicle.id}`, amounts: vehicle.slots.map((n) => n * QUARTERS_PER_YEAR), text: "a year" };
  return moneyTold({ vehicles, cash });
};

/** Own money less what is paid whatever is decided. */
const moneyTold = ({ vehicles, cash }: Pick<PlanCase, "vehicles" | "cash">): Told => {
  if (cash === null) throw new Error("money is in the way of a plan that knows no money");
  const committed = (t: number): number => vehicles.reduce((sum, v) => sum + v.committed.reduce((all, line) => all + line.usd[t]!, 0) + (v.stake !== null && v.stake.at.includes(t) ? v.stake.line.usd[t]! : 0), 0);
  return { name: "money", amounts: cash.own_usd.map((usd, t) => (usd - committed(t)) / MEGA), text: "M$ of own money less fees, fixed costs and stakes, beside debt and earnings" };
};
