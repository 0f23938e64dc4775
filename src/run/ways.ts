/**
 * Buy, partner, build and stay a customer, on the same plan: the same demand, sites, platforms and prices, with one vehicle on other terms.
 *
 *   customer   its share of the launches, at its price
 *   partner    what launch.vehicles.access reserves
 *   buy        the deals: payments by quarter, the owner's terms from the quarter of control on
 *   build      deals.build: a rocket of one's own beside, paid evenly until it flies; the other is bought as a customer
 *
 *   1. NPV of each plan, and that less the customer's
 *   2. at risk = dollars of the price year paid before the owner's terms begin, within the horizon or before it
 *   3. launches gained = launches on offer over the horizon less the customer's
 * Each is solved whole, without twins of other terms.
 */
import { finance } from "../finance/index.ts";
import { launchesOffered, plan, type Plan, type Solve } from "../plan/index.ts";
import { missingAccess, type Scenario } from "../scenario/index.ts";
import { dealsIn, settledTerms } from "./with-deals.ts";
import { planned, type Designed } from "./futures.ts";

export interface DealWay {
  readonly way: "customer" | "partner" | "buy" | "build";
  readonly status: "optimal" | "infeasible";
  /** Real dollars, at the beginning of the horizon; null where there is no plan. */
  readonly npv_usd: number | null;
  /** Above the customer's; null where either has no plan. */
  readonly gained_usd: number | null;
  /** First quarter of one's own terms; null for a customer, and for a buyer that never has control. */
  readonly from_quarter: number | null;
  /** Paid for the stake or the development, and of that before `from_quarter`, real dollars. */
  readonly stake_usd: number;
  readonly atRisk_usd: number;
  /** Launches on offer over the horizon, and how many more than as a customer; first quarter with one. */
  readonly launches: number;
  readonly launchesGained: number;
  readonly firstLaunch_quarter: number | null;
  readonly flown: number;
  readonly unserved_frac: number | null;
}

interface Way {
  readonly way: DealWay["way"];
  readonly scenario: Scenario;
  readonly from_quarter: number | null;
  readonly payments: readonly { readonly quarter: number; readonly usd: number }[];
  /** Vehicles whose launches count: the one of the deal, and one's own. */
  readonly vehicles: readonly string[];
}

/** A row for each way whose terms are written; none where deals name no vehicle. `asked` is the scenario as it was read. */
export const waysOf = async (asked: Scenario, designed: Designed, solve: Solve): Promise<readonly DealWay[]> => {
  const rows: DealWay[] = [];
  for (const way of waysIn(asked)) rows.push(await rowOf(asked, { way, designed, solve }));
  const customer = rows.find(({ way }) => way === "customer");
  return rows.map((row) => ({
    ...row,
    gained_usd: row.npv_usd === null || customer === undefined || customer.npv_usd === null ? null : row.npv_usd - customer.npv_usd,
    launchesGained: customer === undefined ? 0 : row.launches - customer.launches,
  }));
};

type Vehicle = Scenario["launch"]["vehicles"][number];
type Access = NonNullable<Vehicle["access"]>;

const waysIn = (asked: Scenario): readonly Way[] => {
  const { deals } = asked;
  const settled = settledTerms(asked);
  const vehicle = settled.launch.vehicles.find(({ id }) => id === deals?.vehicle);
  if (deals === null || vehicle === undefined || vehicle.access === null) return [];
  const { access } = vehicle;
  const under = (mode: Access["mode"]): Scenario => withVehicle(settled, { ...vehicle, access: onlyFor(access, mode) });
  const done = dealsIn(asked)!;
  const first = access.from_quarter ?? asked.horizon.start_quarter;
  return [
    { way: "customer", scenario: under("customer"), from_quarter: null, payments: [], vehicles: [vehicle.id] },
    ...(missingAccess(access, "partner").length > 0 ? [] : [{ way: "partner", scenario: under("partner"), from_quarter: first, payments: [], vehicles: [vehicle.id] } as const]),
    ...(missingAccess(access, "owner").length > 0 ? [] : [{ way: "buy", scenario: under("owner"), from_quarter: done.control_quarter, payments: done.payments.map(({ quarter, real_usd: usd }) => ({ quarter, usd })), vehicles: [vehicle.id] } as const]),
    ...(deals.build === null ? [] : [built(withoutDeals(under("customer")), vehicle, deals.build)]),
  ];
};

/** Without the terms of other modes, which would be solved as twins; the deals are in the terms already. */
const onlyFor = (access: Access, mode: Access["mode"]): Access => ({
  ...access, mode,
  ...(mode === "partner" ? {} : { reserved_frac: null }),
  ...(mode === "owner" ? {} : { stake_usd: null, payments: [], ownerFrom_quarter: null }),
});

const withoutDeals = (scenario: Scenario): Scenario => ({ ...scenario, deals: null });

const withVehicle = (scenario: Scenario, vehicle: Vehicle): Scenario =>
  withoutDeals({ ...scenario, launch: { ...scenario.launch, vehicles: scenario.launch.vehicles.map((one) => (one.id === vehicle.id ? vehicle : one)) } });

/** A second vehicle of the same kind: all its launches are one's own, and no gate of the other holds it. */
const built = (scenario: Scenario, vehicle: Vehicle, { from_quarter: from, flies_quarter: flies, cost_usd, cadence_per_yr, fixedCost_usd_per_yr, marginalCost_usd }: NonNullable<NonNullable<Scenario["deals"]>["build"]>): Way => {
  const id = `own-${vehicle.id}`;
  const payments = Array.from({ length: flies - from }, (_, i) => ({ quarter: from + i, usd: cost_usd / (flies - from) }));
  const access: Access = {
    ...vehicle.access!, mode: "owner", reserved_frac: null, stake_usd: payments.length === 0 ? cost_usd : null, ownerFrom_quarter: flies, fixedCost_usd_per_yr, marginalCost_usd,
    payments: payments.map(({ quarter, usd }, i) => ({ id: `development-${i + 1}`, at_quarter: quarter, amount_usd: usd })),
    sold_per_yr: { kind: "constant", value: 0 }, queue: 0, slip_yr: 0,
  };
  // Before it flies there is nothing to be a customer of.
  const own: Vehicle = { ...vehicle, id, cadence_per_yr, available_quarter: flies, share_frac: { kind: "constant", value: 0 }, access };
  return { way: "build", scenario: { ...scenario, launch: { ...scenario.launch, vehicles: [...scenario.launch.vehicles, own] } }, from_quarter: flies, payments, vehicles: [vehicle.id, id] };
};

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const rowOf = async (asked: Scenario, { way, designed, solve }: { readonly way: Way; readonly designed: Designed; readonly solve: Solve }): Promise<DealWay> => {
  const { scenario, input } = await planned({ ...way.scenario, plan: { ...way.scenario.plan, uncertain: null, alternatives: 0 } }, { scenario: asked, designed });
  const made = await plan(scenario, input, { solve });
  const first = scenario.orbit?.firstLaunch_quarter ?? asked.horizon.start_quarter;
  const offered = scenario.launch.vehicles.filter(({ id }) => way.vehicles.includes(id)).map((vehicle) => launchesOffered(vehicle, { quarters: made.quarters, first }));
  const byQuarter = made.quarters.map((_, t) => total(offered.map((launches) => launches[t]!)));
  const at = byQuarter.findIndex((n) => n > 0);
  return {
    way: way.way, status: made.status,
    npv_usd: made.status === "infeasible" ? null : finance(scenario, { plan: made, sizing: input.sizing, market: [], gates: null }).cash.npv_usd,
    gained_usd: null, launchesGained: 0,
    from_quarter: way.from_quarter,
    stake_usd: total(way.payments.map(({ usd }) => usd)),
    atRisk_usd: total(way.payments.filter(({ quarter }) => way.from_quarter === null || quarter < way.from_quarter).map(({ usd }) => usd)),
    launches: total(byQuarter),
    firstLaunch_quarter: at < 0 ? null : made.quarters[at]!,
    flown: total(made.build.filter(({ option }) => way.vehicles.some((id) => option === `orbit/${id}`)).flatMap(({ launches }) => launches)),
    unserved_frac: unserved(made),
  };
};

const unserved = ({ classes, status }: Plan): number | null => {
  const wanted = total(classes.flatMap(({ wanted_W }) => wanted_W));
  return status === "infeasible" ? null : wanted === 0 ? 0 : total(classes.flatMap(({ unserved_W }) => unserved_W)) / wanted;
};
