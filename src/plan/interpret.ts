/** From a solution back to what is built, launched, served and paid in each quarter. */
import { assertLedger } from "../ledger/index.ts";
import type { Ledger, LedgerLine } from "../ledger/index.ts";
import { formatQuarter } from "../units/index.ts";
import { QUARTER_H, QUARTERS_PER_YEAR } from "./by-quarter.ts";
import type { Decisions } from "./decisions.ts";
import { launchOf, launchSalvage_usd, takersOf, unitOf } from "./capital-cost.ts";
import { dataGB } from "./families/index.ts";
import { hasCargo, ridersOf } from "./manifest.ts";
import { classIn, ordersOf, waysOf } from "./plan-case.ts";
import type { OptionCase, OrderOf, PlanCase, PricedLine, TierLabel, WayOf } from "./plan-case.ts";
import type { ClassPlan, OptionBuild, OrderPlan } from "./plan-record.ts";
import { deposit_usd, depositSalvage_usd, purchasesOf, type Unit } from "./purchases.ts";

export { reader } from "./decisions.ts";
export type { Decisions, Read } from "./decisions.ts";

/** What is built, one entry for each way of each option. */
export const buildsOf = (decisions: Decisions): readonly OptionBuild[] => {
  const { problem, layout, read } = decisions;
  return problem.options.flatMap((option, o) => {
    const bought = layout.options[o]!.bought.map((columns) => columns.map(read));
    const all = problem.quarters.map((_, t) => sum(bought.map((built) => built[t]!)));
    const refreshShare = all.map((built, t) => (t < option.life || built === 0 ? 0 : Math.min(built, all[t - option.life]!) / built));
    return option.ways.map((way, w): OptionBuild => {
      const built = bought[w]!;
      return {
        option: way.id,
        built,
        lost: built.map((n) => n * (1 - way.arrives_frac)),
        launches: launchesOf(decisions, { option, o, way, w }),
        inService: built.map((_, t) => sum(built.slice(Math.max(0, t - option.life + 1), t + 1)) * way.arrives_frac),
        refresh: built.map((n, t) => n * refreshShare[t]!),
        renewed: renewals(option, built),
      };
    });
  });
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Launches for one way: its vehicle's, shared with others aboard by the room that each takes; with cargo aboard by mass. */
const launchesOf = ({ problem, layout, read }: Decisions, { o, way, w }: WayOf): readonly number[] => {
  const { launch } = way;
  if (launch === null) return problem.quarters.map(() => 0);
  const { integer } = problem.vehicles[launch.vehicle]!;
  if (hasCargo(problem, launch.vehicle)) return ridersOf({ problem, layout, read }, launch.vehicle).find(({ what }) => what === way.id)!.launches;
  const room = (at: WayOf, t: number): number => (at.way.launch?.vehicle === launch.vehicle ? read(layout.options[at.o]!.bought[at.w]![t]!) / at.way.launch.perLaunch : 0);
  const aboard = waysOf(problem).filter((at) => at.way.launch?.vehicle === launch.vehicle);
  return layout.vehicles[launch.vehicle]!.launch.map((column, t) => {
    const made = integer ? Math.round(read(column)) : read(column);
    const all = sum(aboard.map((at) => room(at, t)));
    if (all === 0) return aboard[0]!.o === o && aboard[0]!.w === w ? made : 0;
    return aboard.length === 1 ? made : (made * room({ option: problem.options[o]!, o, way, w }, t)) / all;
  });
};

/** Units in service whose shortest-lived part is bought again while the unit lives. */
const renewals = (option: OptionCase, built: readonly number[]): readonly number[] => {
  const partLife = Math.min(option.life, ...option.capital.map((line) => line.life));
  return built.map((_, t) => {
    let again = 0;
    for (let age = partLife; age < option.life && age <= t; age += partLife) again += built[t - age]!;
    return again;
  });
};

/** What each class gets. */
export const classesOf = ({ problem, layout, read }: Decisions): readonly ClassPlan[] => problem.classes.map((c, k) => {
  const watts = (column: number | null): number => read(column) * 1e6;
  const served = (tier: TierLabel): readonly number[] => problem.quarters.map((_, t) => sum(problem.pools.map((pool, p) => (pool.tier === tier ? watts(layout.pools[p]![k]![t]!) : 0))));
  const short = layout.short[k]!;
  return {
    id: c.id,
    credit_frac: c.credit_frac,
    shortfall_usd: short.map((column, t) => read(column) * QUARTER_H * c.unserved_usd_per_MWh[t]!),
    wanted_W: c.wanted_MW.map((mw) => mw * 1e6),
    ground_W: served("ground"),
    orbit_W: served("orbit"),
    unserved_W: short.map(watts),
  };
});

/** What is ordered, and what is open of it. */
export const ordersPlaced = ({ problem, layout, read }: Decisions): readonly OrderPlan[] => ordersOf(problem).map((order, i) => {
  const { ordered, open } = layout.orders[i]!;
  return {
    id: order.id, of: order.of, lead_yr: order.terms.lead / QUARTERS_PER_YEAR,
    ordered: ordered.map(read), open: open.map(read),
    deposit_usd: ordered.map((column, t) => read(column) * deposit_usd(order, t)),
  };
});

/** Every dollar of the plan, by quarter, option and part; lines of nothing are left out. */
export const planLedger = (decisions: Decisions, builds: readonly OptionBuild[]): Ledger => {
  const ways = waysOf(decisions.problem);
  return assertLedger([
    ...ways.flatMap((way, i) => wayLines(decisions, { way, build: builds[i]!, shares: sharesOf(ways, { builds, i }) })),
    ...decisions.problem.cargo.flatMap((_, k) => cargoLines(decisions, k)),
  ]);
};

/** A way's part of its option and of its pool, by what is in service; and of all that is bought of its option, the first's where nothing is. */
interface Shares {
  readonly bought: number;
  readonly option: (t: number) => number;
  readonly pool: (t: number) => number;
}

const sharesOf = (ways: readonly WayOf[], { builds, i }: { readonly builds: readonly OptionBuild[]; readonly i: number }): Shares => {
  const own = ways[i]!;
  const share = (of: (way: WayOf) => boolean) => (t: number): number => {
    const power = (at: number): number => builds[at]!.inService[t]! * ways[at]!.option.run_MW[0]!;
    const all = sum(ways.map((way, at) => (of(way) ? power(at) : 0)));
    return all === 0 ? 0 : power(i) / all;
  };
  const units = (at: number): number => sum(builds[at]!.built);
  const kin = ways.flatMap((way, at) => (way.o === own.o ? [at] : []));
  const all = sum(kin.map(units));
  return { bought: all === 0 ? Number(kin[0] === i) : units(i) / all, option: share((way) => way.o === own.o), pool: share((way) => way.option.pool === own.option.pool) };
};

const wayLines = ({ problem, layout, read }: Decisions, { way: { option, o, way }, build, shares }: { readonly way: WayOf; readonly build: OptionBuild; readonly shares: Shares }): readonly LedgerLine[] => {
  const { post, lines } = poster(way.id, { problem, tier: option.tier });
  const leave = leaves(post, problem);
  buy(post, { built: build.built, unit: (t) => unitOf(problem, { option, way }, t) });
  build.built.forEach((n, t) => way.paid.forEach((line) => post(t, line, n * line.usd[t]!)));
  postDeposits({ problem, layout, read }, { order: { of: "units", index: o }, share: shares.bought, post });
  if (way.launch !== null) {
    const { vehicle: v, perLaunch } = way.launch;
    buy(post, { built: build.launches, unit: (t) => ({ ...launchOf(problem, v, t), salvage: false }) });
    build.built.forEach((n, t) => leave(problem.vehicles[v]!.launch, (n / perLaunch) * launchSalvage_usd(problem, v, t)));
    if (isFirstOn(problem, { o, way })) postTerms({ problem, layout, read }, { v: way.launch.vehicle, post });
  }
  ordersOf(problem).forEach((order, i) => takersOf(problem, order).forEach((taker, k) => taker.way === way && layout.orders[i]!.fromHeld[k]!.forEach((column, t) => {
    const unit = order.of === "units" ? unitOf(problem, taker, t) : launchOf(problem, order.index, t);
    unit.lines.forEach((line) => leave(line, -read(column) * depositSalvage_usd({ ...unit, lines: [line] })));
  })));
  build.inService.forEach((n, t) => option.standing.forEach((line) => post(t, line, (n * line.usd[t]!) / QUARTERS_PER_YEAR)));
  layout.options[o]!.run.forEach((column, t) => option.running.forEach((line) => post(t, line, (read(column) * shares.option(t) * line.usd[t]!) / QUARTERS_PER_YEAR)));
  const { link } = problem.pools[option.pool]!;
  if (link !== null) problem.quarters.forEach((_, t) => post(t, link.data, dataCost_usd({ problem, layout, read }, option.pool, t) * shares.pool(t)));
  return lines();
};

/** What a cargo costs, with its part of the launches that bring it; and the terms of a vehicle that brings cargo alone. */
const cargoLines = (decisions: Decisions, k: number): readonly LedgerLine[] => {
  const { problem, layout, read } = decisions;
  const { id, option, price, vehicles } = problem.cargo[k]!;
  const { post, lines } = poster(`${problem.options[option]!.tier}/cargo-${id}`, { problem, tier: problem.options[option]!.tier });
  vehicles.forEach((v, i) => {
    const { launches } = ridersOf(decisions, v).find(({ what }) => what === `cargo-${id}`)!;
    layout.cargo[k]!.loaded[i]!.forEach((column, t) => post(t, price, read(column) * price.usd[t]!));
    buy(post, { built: launches, unit: (t) => ({ ...launchOf(problem, v, t), salvage: false }) });
    const alone = waysOf(problem).every(({ way }) => way.launch?.vehicle !== v);
    if (alone && problem.cargo.findIndex((other) => other.vehicles.includes(v)) === k) postTerms(decisions, { v, post });
  });
  return lines();
};

/** Whether it is the first of the ways on its vehicle: the one that carries what the vehicle costs apart from launches. */
const isFirstOn = (problem: PlanCase, { o, way }: Pick<WayOf, "o" | "way">): boolean => {
  const first = waysOf(problem).find((at) => at.way.launch?.vehicle === way.launch?.vehicle)!;
  return first.o === o && first.way.id === way.id;
};

/** Deposits of an order, or a share of them: each part of what was ordered pays its own. */
const postDeposits = ({ problem, layout, read }: Decisions, { order: { of, index }, share, post }: { readonly order: Pick<OrderOf, "of" | "index">; readonly share: number; readonly post: Post }): void => ordersOf(problem).forEach((order, i) => {
  if (order.of !== of || order.index !== index) return;
  layout.orders[i]!.ordered.forEach((column, t) => order.lines.forEach((line) => post(t, line, share * read(column) * order.terms.deposit_frac * line.usd[t]!)));
});

/** What a vehicle's terms cost or bring beside its launches, and the deposits of those ordered. */
const postTerms = ({ problem, layout, read }: Decisions, { v, post }: { readonly v: number; readonly post: Post }): void => {
  const { committed, stake, others } = problem.vehicles[v]!;
  postDeposits({ problem, layout, read }, { order: { of: "launches", index: v }, share: 1, post });
  for (const line of committed) line.usd.forEach((usd, t) => post(t, line, usd));
  if (stake !== null) buy(post, {
    built: problem.quarters.map((_, t) => (stake.at.includes(t) ? 1 : 0)),
    unit: (at) => ({ lines: [stake.line], at, life: stake.line.life, horizon: problem.quarters.length, salvage: problem.salvage, arrives_frac: 1, order: null }),
  });
  if (others !== null) layout.vehicles[v]!.givenUp.forEach((column, t) => post(t, others.givenUp, read(column) * others.givenUp.usd[t]!));
};

/** What the data of all classes that a pool serves costs in a quarter. */
const dataCost_usd = ({ problem, layout, read }: Decisions, p: number, t: number): number =>
  sum(problem.classes.map((_, k) => read(layout.pools[p]![k]![t]!) * dataGB(classIn(problem, k, t).data_B_per_J) * problem.pools[p]!.link!.data.usd[t]!));

/** Dollars of one option, one part of it, one quarter. */
type Post = (t: number, line: PricedLine, usd: number) => void;

const VALUE_LEFT = "value left of ";

/** What is left of a part: a line of its own, for each part's prices move on their own. */
const leftOf = ({ subsystem }: PricedLine): PricedLine => ({ subsystem: `${VALUE_LEFT}${subsystem}`, boundary: "salvage", source: "horizon.end: straight line over each part's life", usd: [] });

/** Posts the purchases for what is built, their renewals, and the salvage; `unit` says what one bought in a quarter is. */
const buy = (post: Post, { built, unit }: { readonly built: readonly number[]; readonly unit: (t: number) => Unit }): void => built.forEach((n, at) => {
  if (n === 0) return;
  for (const purchase of purchasesOf(unit(at))) {
    post(purchase.at, purchase.line, n * purchase.usd);
    post(built.length - 1, leftOf(purchase.line), -n * purchase.salvage_usd);
  }
});

/** Posts what is left of a part at the end of the horizon. */
const leaves = (post: Post, { quarters }: PlanCase) => (line: PricedLine, usd: number): void => post(quarters.length - 1, leftOf(line), -usd);

/** Adds up what is posted on one way into one line for each part and quarter. */
const poster = (way: string, { problem, tier }: { readonly problem: PlanCase; readonly tier: TierLabel }): { readonly post: Post; readonly lines: () => readonly LedgerLine[] } => {
  const posted = new Map<string, LedgerLine>();
  const post: Post = (t, line, usd) => {
    if (usd === 0) return;
    const period = formatQuarter(problem.quarters[t]!);
    const id = `${way}/${line.subsystem}/${period}`;
    const before = posted.get(id);
    posted.set(id, {
      id, actor: "own", tier, subsystem: `${way.slice(way.indexOf("/") + 1)}/${line.subsystem}`,
      boundary: line.boundary, period, quantity: usd + (before === undefined ? 0 : before.quantity), unit: "$", source: line.source,
    });
  };
  return { post, lines: () => [...posted.values()] };
};
