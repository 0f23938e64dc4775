/** Gates, who got what of shared capacity, what an owner sold, and the actors side by side. */
import { sumLines } from "../../ledger/index.ts";
import type { Allocation, Share } from "../../market/index.ts";
import type { ActorRun, Run, SettledMarket } from "../../run/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, formatScaled, scaleFor } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const UNIT: Readonly<Record<Allocation["kind"], string>> = { launches: "launches", pad: "slots", platforms: "platforms", power: "MW" };

const gateTable = ({ gates, draw }: SettledMarket): Table => ({
  id: "gates",
  title: "Gates",
  columns: [wordColumn("gate"), wordColumn("kind"), wordColumn("holds"), wordColumn("outcome"), wordColumn("in"), wordColumn("what it moved")],
  rows: gates.map((gate) => [gate.id, gate.kind, gate.holds.join(", "), gate.outcome, gate.quarter === null ? "-" : formatQuarter(gate.quarter), gate.moved]),
  note: draw === null ? "Central dates and the likelier outcomes; --draw takes a draw." : `Draw ${draw}.`,
});

const TERMS: Readonly<Record<Share["kind"], string>> = { own: "own", contract: "contract", open: "claim" };

/** Price of a unit over the horizon, weighted by what was got; null where nothing was, and for an owner that states no cost. */
const meanPrice = ({ kind, got, price_usd }: Share): number | null => {
  const units = total(got);
  if (kind === "own" && price_usd.every((price) => price === 0)) return null;
  return units === 0 ? null : total(got.map((n, i) => n * price_usd[i]!)) / units;
};

/** Units wanted over the horizon: of power what is wanted by its end. */
const wanted = ({ kind }: Allocation, { claimed }: Share): number => (kind === "power" ? claimed.at(-1)! : total(claimed));

const allocationTable = ({ allocations, self }: SettledMarket): Table => ({
  id: "allocation",
  title: "Who gets what of shared capacity",
  columns: [wordColumn("capacity"), wordColumn("actor"), wordColumn("terms"), numberColumn("wanted", ""), numberColumn("got", ""), wordColumn("unit"), numberColumn("of the whole", "%"), numberColumn("price", "M$")],
  rows: allocations.flatMap((one) => [
    ...one.shares.map((share): readonly Cell[] => {
      const price = meanPrice(share);
      return [one.capacity, share.actor, `${TERMS[share.kind]} ${share.id}`, wanted(one, share), total(share.got), UNIT[one.kind], percentOf(total(share.got), total(one.kind === "power" ? added(one) : one.supply)), price === null ? null : price / 1e6];
    }),
    leftRow(one),
  ]),
  note: `Sums over the horizon, after gates; power is what comes online. Price: of a unit, mean of what was got, an owner's own at its cost where one is stated. This scenario is that of ${self}.`,
});

const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);

/** New megawatts by quarter: what an allocation of power calls its supply holds what was left over from before. */
const added = ({ shares, supply }: Allocation): readonly number[] => {
  const given = supply.map((_, i) => total(shares.map(({ got }) => got[i]!)));
  return supply.map((units, i) => units - (i === 0 ? 0 : supply[i - 1]! - given[i - 1]!));
};

const leftRow = (one: Allocation): readonly Cell[] => {
  const whole = total(one.kind === "power" ? added(one) : one.supply);
  const rest = whole - total(one.shares.flatMap(({ got }) => got));
  const left = rest < 1e-9 * whole ? 0 : rest;
  return [one.capacity, "-", "left over", null, left, UNIT[one.kind], percentOf(left, whole), null];
};

/** Launches on offer, for their owner and sold, and how many of them fly, with what they earned. */
const salesTables = ({ allocations, settlement, quarters }: SettledMarket): readonly Table[] => {
  const launches = allocations.filter(({ kind }) => kind === "launches");
  if (launches.length === 0 || settlement === null) return [];
  const row = (one: Allocation): readonly Cell[] => {
    const got = (kind: Share["kind"]): number => total(one.shares.filter((share) => share.kind === kind).flatMap((share) => share.got));
    const paid = (kinds: readonly string[]): number => total(settlement.transfers.filter((t) => t.capacity === one.capacity && kinds.includes(t.kind)).map(({ usd }) => usd)) / 1e6;
    const flown = total(settlement.used.filter(({ capacity }) => capacity === one.capacity).flatMap((share) => share.launches));
    return [one.capacity, one.owner, total(one.supply), got("own"), got("contract"), got("open"), flown, paid(["use", "take-or-pay"]), paid(["marginal cost"])];
  };
  return [{
    id: "sales",
    title: "Cadence used and sold",
    columns: [wordColumn("capacity"), wordColumn("owner"), ...["on offer", "own", "by contract", "by claim", "flown"].map((name) => numberColumn(name, "launches")), numberColumn("earned", "M$"), numberColumn("marginal cost", "M$")],
    rows: launches.map(row),
    note: `Over ${quarters.length / 4} years, real dollars, not discounted. Flown: what the plans launch, and all that is had by actors without a plan here. Earned: for what is flown by others, and what contracts pay for anyway. Marginal cost: of what is flown; 0 where no cost is stated.`,
  }];
};

/** Purchases and sales on the market by actor, beside what plans pay. */
const actorMoneyTables = ({ settlement, besidePlan_pv_usd: present }: SettledMarket, names: readonly string[]): readonly Table[] => {
  if (settlement === null || settlement.ledger.length === 0) return [];
  const of = (actor: string, revenue: boolean): number => total(settlement.ledger.filter((line) => line.actor === actor && (line.boundary === "revenue") === revenue).map(({ quantity }) => quantity));
  const actors = names.filter((actor) => settlement.ledger.some((line) => line.actor === actor));
  const scale = scaleFor(Math.max(...actors.map((actor) => Math.max(of(actor, false), -of(actor, true)))), "$");
  return [{
    id: "actor-money",
    title: "Paid and earned on the market, beside the plans",
    columns: [wordColumn("actor"), numberColumn("paid", scale.unit), numberColumn("earned", scale.unit), numberColumn("net", scale.unit), numberColumn("net, present value", scale.unit)],
    rows: actors.map((actor) => [actor, of(actor, false) / scale.divisor, -of(actor, true) / scale.divisor, -sumLines(settlement.ledger, { actor, unit: "$" }) / scale.divisor, -present[actor]! / scale.divisor]),
    note: "Real dollars over the horizon, not discounted but for the last column; in the net present value of who plans here, beside its plan. What an actor's own plan pays for its launches is in its plan and not here; what its owner earns by them is.",
  }];
};

type Stages = Pick<ActorRun, "plan" | "finance" | "sizing">;

const actorCells = ({ plan, finance, sizing }: Stages): readonly Cell[] => {
  if (plan === null || plan.status !== "optimal") return [plan === null ? "not planned" : "infeasible", null, null, null, null, null, null, null];
  const last = plan.quarters.length - 1;
  const tier = (prefix: string) => plan.build.filter(({ option }) => option.startsWith(prefix));
  const power = (prefix: string): number => total(tier(prefix).map((b) => b.inService[last]! * plan.options.find(({ id }) => id === b.option)!.itNameplate_W)) / 1e6;
  const wanted_W = total(plan.classes.flatMap((c) => c.wanted_W));
  const unserved_W = total(plan.classes.flatMap((c) => c.unserved_W));
  return [
    sizing?.platform ? `${formatScaled(sizing.platform.itNameplate_W, "W")} a platform` : "no platform",
    power("ground/"), power("orbit/"), total(tier("orbit/").flatMap(({ launches }) => launches)), percentOf(unserved_W, wanted_W),
    finance?.ground?.usd_per_GPU_h ?? null, finance?.orbit?.usd_per_GPU_h ?? null, finance === null ? null : finance.cash.cost_pv_usd / 1e9,
  ];
};

/** What each actor's plan comes to under one market. */
const actorTables = (run: Run, market: SettledMarket): readonly Table[] => {
  if (run.actors.length === 0) return [];
  const infeasible = run.actors.flatMap(({ name, plan }) => (plan?.status === "infeasible" ? [`${name}: ${plan.why.slice(0, 3).join("; ")}.`] : []));
  return [{
    id: "actors",
    title: "The actors side by side",
    columns: [wordColumn("actor"), wordColumn("orbit"), numberColumn("ground at the end", "MW"), numberColumn("orbit at the end", "MW"), numberColumn("launches", ""), numberColumn("unserved", "%"), numberColumn("ground", "$/GPU-h"), numberColumn("orbit", "$/GPU-h"), numberColumn("cost, present value", "B$")],
    rows: [[`${market.self} (this scenario)`, ...actorCells(run)], ...run.actors.map((one): readonly Cell[] => [one.name, ...actorCells(one)])],
    note: [...infeasible, "Each plans by itself for its own demand, with what the market leaves it; nameplate IT power. A cost is that of the actor's own demand: what another serves is not in it."].join(" "),
  }];
};

/** Tables of gates, market and actors: none for a scenario without. */
export const marketTables = (run: Run): readonly Table[] => {
  const { market } = run;
  if (market === null) return [];
  const names = [...new Set(market.allocations.flatMap(({ owner, shares }) => [owner, ...shares.map(({ actor }) => actor)]))];
  return [
    ...(market.gates.length === 0 ? [] : [gateTable(market)]),
    ...(market.allocations.length === 0 ? [] : [allocationTable(market)]),
    ...salesTables(market),
    ...actorMoneyTables(market, names),
    ...actorTables(run, market),
  ];
};

/** What each actor gets of each capacity by year: one table a capacity. */
export const marketYearTables = ({ market }: Run): readonly Table[] => {
  if (market === null) return [];
  const years = [...new Set(market.quarters.map((q) => Math.floor(q / 4)))];
  const byYear = (values: readonly number[]): readonly number[] => years.map((year) => total(values.filter((_, i) => Math.floor(market.quarters[i]! / 4) === year)));
  return market.allocations.map((one) => ({
    id: `allocation-${one.capacity}`,
    title: `${one.capacity} by year`,
    columns: [wordColumn("actor"), wordColumn("terms"), ...years.map((year) => numberColumn(String(year), UNIT[one.kind]))],
    rows: [["everyone", "there is", ...byYear(one.kind === "power" ? added(one) : one.supply)], ...one.shares.map((share): readonly Cell[] => [share.actor, `${TERMS[share.kind]} ${share.id}`, ...byYear(share.got)])],
    note: `Clearing price by year, M$: ${years.map((year) => clearingText(one, market.quarters, year)).join("; ")}.`,
  }));
};

const clearingText = ({ clearing_usd }: Allocation, quarters: readonly number[], year: number): string => {
  const prices = clearing_usd.filter((price, i): price is number => price !== null && Math.floor(quarters[i]! / 4) === year);
  return `${year} ${prices.length === 0 ? "none" : formatFigure(total(prices) / prices.length / 1e6)}`;
};
