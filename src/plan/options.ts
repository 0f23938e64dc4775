/** What could be built, with the lines that one unit brings: the same prices that the objective and the plan's ledger use. */
import type { Item, LedgerLine } from "../ledger/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import { dataGB } from "./families/index.ts";
import { restOf, waysOf } from "./plan-case.ts";
import type { CapitalPrice, OptionCase, OrderTerms, PlanCase, PricedLine, WayCase, WayOf } from "./plan-case.ts";
import type { CapitalLine, PlanOption } from "./plan-record.ts";
import { presentCost_usd, purchasesOf } from "./purchases.ts";

/** Every way of every option of the problem, in its order. */
export const planOptions = (problem: PlanCase): readonly PlanOption[] => waysOf(problem).map((at) => planOption(problem, at));

const planOption = (problem: PlanCase, { option, o, way }: WayOf): PlanOption => {
  const { unit } = option;
  const t = firstOnOffer(problem, { o, way });
  const line = (price: PricedLine, period: string): LedgerLine => ledgerLine({ option, way }, { price, t, period });
  const capital = capitalOf(problem, { option, way });
  return {
    id: way.id, tier: option.tier, unit: unit.name, itNameplate_W: unit.itNameplate_W,
    accelerators: unit.accelerators, bf16_PFLOP_per_s: unit.bf16_PFLOP_per_s, tokens_per_s: unit.tokens_per_s,
    life_yr: option.life / QUARTERS_PER_YEAR,
    premium_per_yr: option.premium_per_yr,
    available_frac: option.run_MW.map((MW) => (MW * 1e6 * way.arrives_frac) / unit.itNameplate_W),
    priceQuarter: problem.quarters[t]!,
    capital: capital.map((price): CapitalLine => ({ line: line(price, "unit"), life_yr: price.life / QUARTERS_PER_YEAR })),
    yearly: [...yearlyOf(problem, { option, way }), ...nothingOf(option, capital)].map((price) => line(price, "unit-year")),
    unitMass_kg: unit.mass_kg,
    launchedOn: way.launch === null ? null : problem.vehicles[way.launch.vehicle]!.id,
    orders: option.order === null ? null : "order/platforms",
    perLaunch: way.launch === null ? null : way.launch.perLaunch,
    limits: way.limits,
  };
};

interface Way {
  readonly option: OptionCase;
  readonly way: WayCase;
}

/** Purchases for one unit: its parts, and its share of a full launch; what is paid with an order, at the price of then or of the first quarter, carries the real rate until it is had. */
const capitalOf = (problem: PlanCase, { option, way }: Way): readonly CapitalPrice[] => {
  const parts = option.capital.map((line) => carried(problem, { line, order: option.order }));
  if (way.launch === null) return parts;
  const { vehicle, perLaunch } = way.launch;
  const launch = carried(problem, { line: problem.vehicles[vehicle]!.launch, order: problem.vehicles[vehicle]!.order });
  const share = (line: CapitalPrice): CapitalPrice => ({ ...line, usd: line.usd.map((usd) => usd / perLaunch) });
  return [...parts, ...[launch, ...termsOf(problem, vehicle)].map(share), ...way.paid.map((line) => ({ ...line, life: option.life }))];
};

/**
 * What a launcher's terms cost apart from launches, for one launch: present value of stake (less what is left of it), fixed cost and fees over
 * that of all launches on offer under them, none of them sold to others. The plan pays them whatever flies; this is the least they come to.
 */
const termsOf = ({ vehicles, factor, quarters, salvage }: PlanCase, v: number): readonly CapitalPrice[] => {
  const { id, committed, stake, others, slots, launch, termsFrom } = vehicles[v]!;
  const launches = present(slots.map((n, t) => (t < termsFrom ? 0 : n)), factor);
  const standing = committed.reduce((sum, line) => sum + present(line.usd, factor), 0) + (others === null ? 0 : present(others.launches.map((n, t) => n * others.givenUp.usd[t]!), factor));
  const paid = stake === null ? 0 : stake.at.reduce((sum, at) => sum + presentCost_usd(purchasesOf({ lines: [stake.line], at, life: stake.line.life, horizon: quarters.length, salvage, arrives_frac: 1, order: null }), factor), 0);
  if (launches === 0 || standing + paid === 0) return [];
  return [{ subsystem: `terms of ${id} at its full rate`, boundary: "launch", life: launch.life, source: `launch.vehicles.${id}.access: stake, fixed cost and fee over all launches on offer`, usd: quarters.map(() => (standing + paid) / launches) }];
};

const present = (values: readonly number[], factor: readonly number[]): number => values.reduce((sum, value, t) => sum + value * factor[t]!, 0);

const carried = ({ factor }: PlanCase, { line, order }: { readonly line: CapitalPrice; readonly order: OrderTerms | null }): CapitalPrice => {
  if (order === null || factor.length < 2) return line;
  const interest = (factor[0]! / factor[1]!) ** order.lead;
  return { ...line, usd: line.usd.map((usd, t) => usd * restOf(order) + line.usd[Math.max(0, t - order.lead)]! * order.deposit_frac * interest) };
};

/** A year of one unit bought at full load: what arrives stands and runs, mean over its life. */
const yearlyOf = (problem: PlanCase, { option, way }: Way): readonly PricedLine[] => {
  const mean_MW = option.run_MW.reduce((sum, MW) => sum + MW, 0) / option.run_MW.length;
  const each = (line: PricedLine, amount: number): PricedLine => ({ ...line, usd: line.usd.map((usd) => usd * amount * way.arrives_frac) });
  return [
    ...option.standing.map((line) => each(line, 1)),
    ...option.running.map((line) => each(line, mean_MW)),
    ...dataLine(problem, option.pool).map((line) => each(line, mean_MW)),
    ...cargoLines(problem, option).map((line) => each(line, 1)),
  ];
};

/** A year's cargo of a unit, on the vehicle that brings it at the least price of the quarter, losses replaced. */
const cargoLines = ({ cargo, options, vehicles, quarters }: PlanCase, option: OptionCase): readonly PricedLine[] =>
  cargo.filter((one) => options[one.option] === option).map(({ price, need_t, hold, vehicles: on }) => ({
    ...price, subsystem: `${price.subsystem} brought`,
    usd: quarters.map((_, t) => QUARTERS_PER_YEAR * need_t * Math.min(...on.map((v) => (price.usd[t]! + (vehicles[v]!.launch.usd[t]! * hold.t) / vehicles[v]!.hold.mass_t) / vehicles[v]!.reliability))),
  }));

/** A year's data of a megawatt, for the mix of demand that the pool may serve in the first year that wants any: it does not depend on the horizon. */
const dataLine = ({ pools, classes, quarters }: PlanCase, p: number): readonly PricedLine[] => {
  const { link, useful_frac } = pools[p]!;
  if (link === null) return [];
  const served = classes.filter((_, k) => useful_frac[k] !== null);
  const from = firstWith(quarters.map((_, t) => served.reduce((sum, c) => sum + c.wanted_MW[t]!, 0)));
  const wanted = served.map((c) => ({ data: c.data_B_per_J, MW: c.wanted_MW.slice(from, from + QUARTERS_PER_YEAR).reduce((sum, mw) => sum + mw, 0) }));
  const total = wanted.reduce((sum, c) => sum + c.MW, 0);
  const data_B_per_J = total === 0 ? 0 : wanted.reduce((sum, c) => sum + c.data * c.MW, 0) / total;
  return [{ ...link.data, usd: link.data.usd.map((usd_per_GB) => usd_per_GB * dataGB(data_B_per_J) * QUARTERS_PER_YEAR) }];
};

/** A line of nothing, with the reason, for each item that an option has no line for. */
const nothingOf = (option: OptionCase, capital: readonly CapitalPrice[]): readonly PricedLine[] => {
  const has = new Set<Item>([...capital, ...option.standing, ...option.running].map((line) => line.boundary));
  return option.nothing.filter(({ item }) => !has.has(item)).map(({ item, why }) => ({ subsystem: `no ${item}`, boundary: item, source: why, usd: [] }));
};

/** First quarter in which nothing that a unit takes is at zero and what must be ordered for it can be had, or the first of all. */
const firstOnOffer = ({ quarters, options, limits, vehicles }: PlanCase, { o, way }: { readonly o: number; readonly way: WayCase }): number =>
  firstWith(quarters.map((_, t) => Math.min(
    ...[options[o]!.order, way.launch === null ? null : vehicles[way.launch.vehicle]!.order].map((order) => (order === null || order.held > 0 || t >= order.lead ? 1 : 0)),
    way.launch === null ? 1 : vehicles[way.launch.vehicle]!.slots[t]!,
    ...limits.filter((limit) => limit.sense === "most" && limit.of !== "launches" && limit.uses.some(({ index, each }) => index === o && each > 0)).map((limit) => limit.amount[t]!),
  )));

const firstWith = (offered: readonly number[]): number => {
  const t = offered.findIndex((amount) => amount > 0);
  return t === -1 ? 0 : t;
};

const ledgerLine = ({ option, way }: Way, { price, t, period }: { readonly price: PricedLine; readonly t: number; readonly period: string }): LedgerLine => ({
  id: `${way.id}/${price.subsystem}/${period}`, actor: "own", tier: option.tier, subsystem: price.subsystem,
  boundary: price.boundary, period, quantity: price.usd.length === 0 ? 0 : price.usd[t]!, unit: "$", source: price.source,
});
