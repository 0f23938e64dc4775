/** What a plan, or a solution, decided in its first quarters. */
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
    launches: Object.fromEntries(columns.launches.map(([id, all], v) => [id, all.slice(0, quarters).map((column) => whole(problem, v, read(column)))])),
  };
};

const whole = ({ vehicles }: PlanCase, v: number, launches: number): number => (vehicles[v]!.integer ? Math.round(launches) : launches);

/** The same of a plan that was made for a problem. */
export const pastOfPlan = (problem: PlanCase, { plan, quarters }: { readonly plan: Pick<Plan, "build" | "manifest" | "orders" | "quarters">; readonly quarters: number }): Past => {
  const first = (values: readonly number[] | undefined): readonly number[] => Array.from({ length: quarters }, (_, t) => values?.[t] ?? 0);
  const flown = (of: (entry: Plan["manifest"][number]) => number): readonly number[] => Array.from({ length: quarters }, (_, t) =>
    plan.manifest.reduce((sum, entry) => (entry.quarter === plan.quarters[t] ? sum + of(entry) : sum), 0));
  const loaded = (vehicle: string, what: string) => flown((entry) => (entry.vehicle === vehicle ? entry.aboard.reduce((sum, part) => (part.what === what ? sum + part.units : sum), 0) : 0));
  return {
    quarters,
    bought: Object.fromEntries(waysOf(problem).map(({ way }) => [way.id, first(plan.build.find(({ option }) => option === way.id)?.built)])),
    launches: Object.fromEntries(problem.vehicles.map(({ id }, v) => [id, flown((entry) => (entry.vehicle === id ? entry.launches : 0)).map((n) => whole(problem, v, n))])),
    ordered: Object.fromEntries(ordersOf(problem).map(({ id }) => [id, first(plan.orders.find((order) => order.id === id)?.ordered)])),
    loaded: Object.fromEntries(problem.cargo.flatMap((one) => one.vehicles.map((v) => [loadName(one.id, problem.vehicles[v]!.id), loaded(problem.vehicles[v]!.id, `cargo-${one.id}`)]))),
  };
};
