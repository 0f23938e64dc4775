/** What could be built, with the lines that one unit brings: the same prices that the objective and the plan's ledger use. */
import type { Item, LedgerLine } from "../ledger/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import { waysOf } from "./plan-case.ts";
import type { OptionCase, PlanCase, WayCase, WayOf } from "./plan-case.ts";
import type { CapitalLine, PlanOption } from "./plan-record.ts";
import { unitPrices, type UnitPrice } from "./unit-prices.ts";

/** Every way of every option of the problem, in its order. */
export const planOptions = (problem: PlanCase): readonly PlanOption[] => waysOf(problem).map((at) => planOption(problem, at));

const planOption = (problem: PlanCase, { option, o, way }: WayOf): PlanOption => {
  const { unit } = option;
  const { t, capital, yearly } = unitPrices(problem, { option, o, way });
  const line = (price: UnitPrice, period: string): LedgerLine => ledgerLine({ option, way }, price, period);
  return {
    id: way.id, tier: option.tier, unit: unit.name, itNameplate_W: unit.itNameplate_W,
    accelerators: unit.accelerators, bf16_PFLOP_per_s: unit.bf16_PFLOP_per_s, tokens_per_s: unit.tokens_per_s,
    life_yr: option.life / QUARTERS_PER_YEAR,
    premium_per_yr: option.premium_per_yr,
    available_frac: option.run_MW.map((MW) => (MW * 1e6 * way.arrives_frac) / unit.itNameplate_W),
    priceQuarter: problem.quarters[t]!,
    capital: capital.map((price): CapitalLine => ({ line: line(price, "unit"), life_yr: price.line.life / QUARTERS_PER_YEAR })),
    yearly: [...yearly, ...nothingOf(option, capital)].map((price) => line(price, "unit-year")),
    unitMass_kg: unit.mass_kg,
    launchedOn: way.launch === null ? null : problem.vehicles[way.launch.vehicle]!.id,
    orders: option.order === null ? null : "order/platforms",
    perLaunch: way.launch === null ? null : way.launch.perLaunch,
    limits: way.limits,
  };
};

/** A line of nothing, with the reason, for each item that an option has no line for. */
const nothingOf = (option: OptionCase, capital: readonly UnitPrice[]): readonly UnitPrice[] => {
  const has = new Set<Item>([...capital.map(({ line }) => line), ...option.standing, ...option.running].map((line) => line.boundary));
  return option.nothing.filter(({ item }) => !has.has(item)).map(({ item, why }) => ({ line: { subsystem: `no ${item}`, boundary: item, source: why, usd: [] }, usd: 0 }));
};

interface Way {
  readonly option: OptionCase;
  readonly way: WayCase;
}

const ledgerLine = ({ option, way }: Way, { line: { subsystem, boundary, source }, usd }: UnitPrice, period: string): LedgerLine =>
  ({ id: `${way.id}/${subsystem}/${period}`, actor: "own", tier: option.tier, subsystem, boundary, period, quantity: usd, unit: "$", source });
