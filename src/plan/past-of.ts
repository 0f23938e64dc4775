/** What a plan, or a solution, decided in its first quarters. */
import { formatQuarter } from "../units/index.ts";
import type { Decisions } from "./interpret.ts";
import { decisionColumns, loadName, type Kind } from "./past.ts";
import { ordersOf, waysOf } from "./plan-case.ts";
import type { Past, PlanCase } from "./plan-case.ts";
import type { Plan } from "./plan-record.ts";

/** Purchases, launches, orders and cargo of a solution in its first quarters. */
export const pastOf = ({ problem, layout, read }: Decisions, quarters: number): Past => {
  const columns = decisionColumns(problem, layout);
  const first = (kind: Kind): Past[Kind] => Object.fromEntries(columns[kind].map(([id, all]) => [id, all.slice(0, quarters).map(read)]));
  return {
    quarters, bought: first("bought"), ordered: first("ordered"), loaded: first("loaded"),
    givenUp: Object.fromEntries(problem.vehicles.flatMap(({ id, others }, v) => (others === null ? [] : [[id, layout.vehicles[v]!.givenUp.slice(0, quarters).map(read)]]))),
    launches: Object.fromEntries(columns.launches.map(([id, all], v) => [id, all.slice(0, quarters).map((column) => whole(problem, v, read(column)))])),
  };
};

const whole = ({ vehicles }: PlanCase, v: number, launches: number): number => (vehicles[v]!.integer ? Math.round(launches) : launches);

/** Sales that a plan gave up, from what they cost; where they cost nothing it says nothing of them, and none are taken. */
const salesGivenUp = ({ givenUp }: NonNullable<PlanCase["vehicles"][number]["others"]>, { ledger, quarters }: Pick<Plan, "ledger" | "quarters">): readonly number[] => {
  const lost = new Map(ledger.flatMap(({ subsystem, source, period, quantity }) => (source === givenUp.source && subsystem.endsWith(`/${givenUp.subsystem}`) ? [[period, quantity]] : [])));
  return quarters.map((quarter, t) => { const usd = lost.get(formatQuarter(quarter)); return usd === undefined || givenUp.usd[t] === 0 ? 0 : usd / givenUp.usd[t]!; });
};

/** The same of a plan that was made for a problem. */
export const pastOfPlan = (problem: PlanCase, { plan, quarters }: { readonly plan: Pick<Plan, "build" | "manifest" | "orders" | "quarters" | "ledger">; readonly quarters: number }): Past => {
  const first = (values: readonly number[] | undefined): readonly number[] => Array.from({ length: quarters }, (_, t) => values?.[t] ?? 0);
  const flown = (of: (entry: Plan["manifest"][number]) => number): readonly number[] => Array.from({ length: quarters }, (_, t) =>
    plan.manifest.reduce((sum, entry) => (entry.quarter === plan.quarters[t] ? sum + of(entry) : sum), 0));
  const loaded = (vehicle: string, what: string) => flown((entry) => (entry.vehicle === vehicle ? entry.aboard.reduce((sum, part) => (part.what === what ? sum + part.units : sum), 0) : 0));
  return {
    quarters,
    bought: Object.fromEntries(waysOf(problem).map(({ way }) => [way.id, first(plan.build.find(({ option }) => option === way.id)?.built)])),
    launches: Object.fromEntries(problem.vehicles.map(({ id }, v) => [id, flown((entry) => (entry.vehicle === id ? entry.launches : 0)).map((n) => whole(problem, v, n))])),
    givenUp: Object.fromEntries(problem.vehicles.flatMap(({ id, others }) => (others === null ? [] : [[id, first(salesGivenUp(others, plan))]]))),
    ordered: Object.fromEntries(ordersOf(problem).map(({ id }) => [id, first(plan.orders.find((order) => order.id === id)?.ordered)])),
    loaded: Object.fromEntries(problem.cargo.flatMap((one) => one.vehicles.map((v) => [loadName(one.id, problem.vehicles[v]!.id), loaded(problem.vehicles[v]!.id, `cargo-${one.id}`)]))),
  };
};
