/** What a plan, or a solution, decided in its first quarters. */
import type { Decisions } from "./interpret.ts";
import { decisionColumns } from "./past.ts";
import { waysOf } from "./plan-case.ts";
import type { Past, PlanCase } from "./plan-case.ts";
import type { Plan } from "./plan-record.ts";

/** Purchases and launches of a solution in its first quarters. */
export const pastOf = ({ problem, layout, read }: Decisions, quarters: number): Past => {
  const { bought, launches } = decisionColumns(problem, layout);
  return {
    quarters,
    bought: Object.fromEntries(bought.map(([id, columns]) => [id, columns.slice(0, quarters).map(read)])),
    launches: Object.fromEntries(launches.map(([id, columns], v) => [id, columns.slice(0, quarters).map((column) => whole(problem, v, read(column)))])),
  };
};

const whole = ({ vehicles }: PlanCase, v: number, launches: number): number => (vehicles[v]!.integer ? Math.round(launches) : launches);

/** The same of a plan that was made for a problem. */
export const pastOfPlan = (problem: PlanCase, { plan, quarters }: { readonly plan: Pick<Plan, "build">; readonly quarters: number }): Past => {
  const built = (id: string): Plan["build"][number] | undefined => plan.build.find(({ option }) => option === id);
  const first = (values: readonly number[] | undefined): readonly number[] => Array.from({ length: quarters }, (_, t) => values?.[t] ?? 0);
  return {
    quarters,
    bought: Object.fromEntries(waysOf(problem).map(({ way }) => [way.id, first(built(way.id)?.built)])),
    launches: Object.fromEntries(problem.vehicles.map(({ id }, v) => {
      const aboard = waysOf(problem).filter(({ way }) => way.launch?.vehicle === v).map(({ way }) => first(built(way.id)?.launches));
      return [id, Array.from({ length: quarters }, (_, t) => whole(problem, v, aboard.reduce((sum, launches) => sum + launches[t]!, 0)))];
    })),
  };
};
