/**
 * Factors on what a whole part of the cost comes to (uncertainty.totals): each line of money that one names is multiplied by it, by all of them
 * that name it.
 *
 * What follows from a price, operations in orbit as a share of the platform's or insurance of a launch, follows the price before its factor:
 * it has a line, and a factor, of its own. Prices of `size` are those before: a factor belongs to who buys, not to a design.
 */
import type { Scenario } from "../../scenario/index.ts";
import type { CapitalPrice, OptionCase, PlanCase, PricedLine, TierLabel, VehicleCase, WayCase } from "../plan-case.ts";

type Total = Scenario["uncertainty"]["totals"][number];

/** The problem at these factors, and the ids of those that name no line of it. */
export const withTotals = (problem: PlanCase, totals: readonly Total[]): { readonly problem: PlanCase; readonly idle: readonly string[] } => {
  if (totals.length === 0) return { problem, idle: [] };
  const used = new Set<string>();
  const times = timesOf(totals, used);
  return {
    problem: {
      ...problem,
      options: problem.options.map((option) => optionAt(option, times)),
      vehicles: problem.vehicles.map((vehicle) => vehicleAt(vehicle, times)),
      pools: problem.pools.map((pool) => (pool.link === null ? pool : { ...pool, link: { ...pool.link, data: times(pool.link.data, pool.tier) } })),
      cargo: problem.cargo.map((one) => ({ ...one, price: times(one.price, "orbit") })),
    },
    idle: totals.filter(({ id }) => !used.has(id)).map(({ id }) => id),
  };
};

type Times = <L extends PricedLine>(line: L, tier: TierLabel) => L;

const timesOf = (totals: readonly Total[], used: Set<string>): Times => (line, tier) => {
  let factor = 1;
  for (const total of totals) {
    if (!isNamed(total, line, tier)) continue;
    used.add(total.id);
    factor *= total.factor;
  }
  return factor === 1 ? line : { ...line, usd: line.usd.map((usd) => usd * factor) };
};

const isNamed = ({ tier: of, item, subsystem }: Total, line: PricedLine, tier: TierLabel): boolean =>
  (of === "both" || of === tier) && (item === "all" || item === line.boundary) && (subsystem === "" || subsystem === line.subsystem);

const optionAt = (option: OptionCase, times: Times): OptionCase => ({
  ...option,
  capital: option.capital.map((line) => times<CapitalPrice>(line, option.tier)),
  standing: option.standing.map((line) => times(line, option.tier)),
  running: option.running.map((line) => times(line, option.tier)),
  ways: option.ways.map((way): WayCase => ({ ...way, paid: way.paid.map((line) => times(line, option.tier)) })),
});

const vehicleAt = (vehicle: VehicleCase, times: Times): VehicleCase => ({
  ...vehicle,
  launch: times<CapitalPrice>(vehicle.launch, "orbit"),
  committed: vehicle.committed.map((line) => times(line, "orbit")),
  stake: vehicle.stake && { ...vehicle.stake, line: times<CapitalPrice>(vehicle.stake.line, "orbit") },
  others: vehicle.others && { ...vehicle.others, givenUp: times(vehicle.others.givenUp, "orbit") },
});
