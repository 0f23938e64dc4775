/**
 * From the plan's ledger to flows: which line buys, which runs, and how long what is bought serves.
 *
 * The plan's options say what is bought and for how long: a part among their capital lines is a purchase, with its own life; what is paid with
 * a launch and is no capital (insurance) stands there too. A stake's life is the scenario's. Whatever else the ledger has is paid as it is used.
 */
import type { Ledger, LedgerLine } from "../../ledger/index.ts";
import type { CapitalLine, Plan, PlanOption } from "../../plan/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { earnedOf } from "./earned.ts";
import type { Flow, FlowKind, Flows } from "./flow-record.ts";
import { ordersOf, unitsHad } from "./orders.ts";
import { refreshShare, vintagesOf, type Buying } from "./vintages.ts";

const QUARTERS_PER_YEAR = 4;

/** The plan's flows, and those that the market settles beside it. Throws for a line outside the plan's quarters. */
export const flowsOf = (scenario: Scenario, { plan, market }: { readonly plan: Plan; readonly market: Ledger }): Flows => ({
  quarters: plan.quarters,
  flows: [...planFlows(scenario, plan), ...groups(market, plan.quarters).map(marketFlow)],
  earned: earnedOf(scenario, plan),
});

const planFlows = (scenario: Scenario, plan: Plan): readonly Flow[] => {
  const all = groups(plan.ledger, plan.quarters);
  return all.map((group) => planFlow(scenario, { plan, group, all }));
};

/** All lines of one part of one way. */
interface Group {
  readonly first: LedgerLine;
  readonly tier: "ground" | "orbit";
  readonly way: string;
  readonly part: string;
  readonly real_usd: readonly number[];
}

const groups = (ledger: Ledger, quarters: readonly number[]): readonly Group[] => {
  const at = new Map(quarters.map((quarter, q) => [formatQuarter(quarter), q]));
  const found = new Map<string, { first: LedgerLine; usd: number[] }>();
  for (const line of ledger) {
    if (line.unit !== "$") continue;
    const q = at.get(line.period);
    if (q === undefined) throw new Error(`line "${line.id}" is of ${line.period}, which the plan does not have`);
    // What is paid for a share and what it earns are two.
    const key = `${line.tier}/${line.subsystem}/${line.boundary === "revenue"}`;
    let group = found.get(key);
    if (group === undefined) found.set(key, (group = { first: line, usd: quarters.map(() => 0) }));
    group.usd[q]! += line.quantity;
  }
  return [...found.values()].map(({ first, usd }) => {
    if (first.tier === "both") throw new Error(`line "${first.id}" is of no one tier`);
    const slash = first.subsystem.indexOf("/");
    return { first, tier: first.tier, way: `${first.tier}/${first.subsystem.slice(0, slash)}`, part: first.subsystem.slice(slash + 1), real_usd: usd };
  });
};

const marketFlow = ({ first, tier, way, part, real_usd }: Group): Flow => ({
  id: `market/${way}/${part}${first.boundary === "revenue" ? "/earned" : ""}`, tier, way: "market", part: `${way.slice(way.indexOf("/") + 1)}/${part}`, item: first.boundary, pricedAs: first.boundary, kind: "market", leftOf: null,
  real_usd, refresh_usd: real_usd.map(() => 0), vintages: [], ordered: false, launched: false, arrives_frac: 1, source: first.source,
});

const planFlow = (scenario: Scenario, { plan, group, all }: { readonly plan: Plan; readonly group: Group; readonly all: readonly Group[] }): Flow => {
  const { first, tier, way, part, real_usd } = group;
  const option = plan.options.find(({ id }) => id === way);
  const capital = option?.capital.find(({ line }) => line.subsystem === part);
  const kind = kindOf(group, { capital, option });
  const leaves = kind === "left" ? leavesOf(group, all) : null;
  const buying = buyingOf(scenario, { plan, group, kind, capital });
  const refresh = plan.build.find((build) => build.option === way)?.refresh;
  return {
    id: `${way}/${part}`, tier, way, part, item: first.boundary, pricedAs: leaves === null ? first.boundary : leaves.first.boundary, kind, real_usd,
    leftOf: leaves === null ? null : `${leaves.way}/${leaves.part}`,
    refresh_usd: real_usd.map((usd, at) => (buying === null || refresh === undefined ? 0 : usd * refreshShare(buying, { paid: at, refresh: refresh[at]! }))),
    vintages: buying === null ? [] : vintagesOf(real_usd, buying),
    ordered: buying !== null && buying.orders !== null,
    launched: kind === "launch" || (option !== undefined && option.launchedOn !== null),
    arrives_frac: buying === null ? 1 : arrivesOf(scenario, { group, kind, option }),
    source: first.source,
  };
};

const VALUE_LEFT = "value left of ";

/** The part that leaves a value at the end: the way's own, or where its way paid nothing for it (a deposit is on the first way's line) the same part of another. */
const leavesOf = ({ first, way, part }: Group, all: readonly Group[]): Group => {
  const paid = all.filter((one) => part === `${VALUE_LEFT}${one.part}`);
  const found = paid.find((one) => one.way === way) ?? paid[0];
  if (found === undefined) throw new Error(`line "${first.id}" credits what the plan does not pay for`);
  return found;
};

const STAKE = "stake in the launcher of ";
const LAUNCH = "launch on ";

const kindOf = ({ first, way, part }: Group, { capital, option }: { readonly capital: CapitalLine | undefined; readonly option: PlanOption | undefined }): FlowKind => {
  if (first.boundary === "salvage") return "left";
  if (part.startsWith(STAKE)) return "stake";
  if (part.startsWith(LAUNCH)) return "launch";
  if (first.boundary === "disposal") return "disposal";
  if (capital !== undefined) return first.boundary === "launch" ? "insurance" : "purchase";
  if (option === undefined) return first.boundary === "launch" ? "terms" : way.includes("/cargo-") ? "cargo" : "terms";
  return option.yearly.some((line) => line.subsystem === part) ? "yearly" : "terms";
};

interface Bought {
  readonly plan: Plan;
  readonly group: Group;
  readonly kind: FlowKind;
  readonly capital: CapitalLine | undefined;
}

/** What is bought and how long it serves; null for what is not written off. */
const buyingOf = (scenario: Scenario, bought: Bought): Buying | null => {
  const { plan, group: { way, part, real_usd }, kind, capital } = bought;
  if (kind === "stake") {
    const life = quarters(stakeLife_yr(scenario, part.slice(STAKE.length)));
    return { built: real_usd.map(() => 0), part: life, unit: life, orders: null };
  }
  if (kind === "launch") return launchBuying(scenario, bought);
  if (kind !== "purchase") return null;
  const { built } = plan.build.find(({ option }) => option === way)!;
  const option = plan.options.find(({ id }) => id === way)!;
  const all = total(unitsHad(plan, option.orders));
  const orders = option.orders === null || all === 0 ? null : ordersOf(scenario, plan, { id: option.orders, part_frac: total(built) / all });
  return { built, part: quarters(capital!.life_yr), unit: quarters(option.life_yr), orders };
};

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Deposits of a vehicle's launches are on the first line of them. */
const launchBuying = (scenario: Scenario, { plan, group: { way, part, real_usd }, capital }: Bought): Buying => {
  const vehicle = part.slice(LAUNCH.length);
  const life = quarters(capital === undefined ? orbitLife_yr(scenario) : capital.life_yr);
  const first = plan.ledger.find(({ subsystem }) => subsystem.endsWith(`/${part}`))!.subsystem;
  const orders = ordersOf(scenario, plan, { id: `order/${vehicle}`, part_frac: way.endsWith(`/${first.slice(0, first.indexOf("/"))}`) ? 1 : 0 });
  const own = plan.build.find(({ option }) => option === way)?.launches;
  return { built: own === undefined ? real_usd.map(() => 0) : own, part: life, unit: life, orders };
};

const quarters = (life_yr: number): number => Math.round(life_yr * QUARTERS_PER_YEAR);

const stakeLife_yr = ({ launch }: Scenario, id: string): number => {
  const access = launch.vehicles.find((vehicle) => vehicle.id === id)?.access;
  if (access === undefined || access === null) throw new Error(`a stake in ${id}, which the scenario has no terms for`);
  return access.stakeLife_yr;
};

const orbitLife_yr = ({ orbit }: Scenario): number => {
  if (orbit === null) throw new Error("a launch in a plan without an orbit");
  return orbit.life_yr;
};

/** Of a way's purchases what its launches bring; of a launch whether it succeeds. */
const arrivesOf = (scenario: Scenario, { group: { way, part }, kind, option }: { readonly group: Group; readonly kind: FlowKind; readonly option: PlanOption | undefined }): number => {
  const id = kind === "launch" ? part.slice(LAUNCH.length) : option === undefined ? null : option.launchedOn;
  if (id === null) return 1;
  const vehicle = scenario.launch.vehicles.find((one) => one.id === id);
  if (vehicle === undefined) throw new Error(`${way} is brought by ${id}, which is no vehicle of the scenario`);
  return vehicle.reliability_frac;
};
