/**
 * Who pays whom, when the plans are known.
 *
 *   0. who plans here has whole launches of each offer (whole-launches.ts)
 *   1. what a plan launches on a vehicle in a quarter is taken from the actor's offers in proportion to them, so that what the plan paid (the mean price of its
 *      offers) is the sum of what the sellers get; an actor without a plan here uses all it got
 *   2. take-or-pay tops a contract up: price x max(0, paid anyway - used)
 *   3. an owner pays its own cost for every launch that is used, its own and those it sold; its own are in its plan, if it has one
 *   4. reserving slots, platforms and megawatts is paid for as they are given out, used or not
 *
 * Lines: a payment is a cost of the payer and revenue (below zero) of the owner. What the payer's own plan has as a line already is left out on its side,
 * so that its plan's ledger and these lines can be added. Undiscounted real dollars.
 */
import { assertLedger, type Item, type LedgerLine, type Tier } from "../ledger/index.ts";
import { startByQuarter } from "./by-quarter.ts";
import { formatQuarter } from "../units/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Allocation, Market, Settlement, Share, Transfer } from "./market-record.ts";
import { wholeLaunches } from "./whole-launches.ts";

/** Launches that an actor's plan makes, by vehicle and quarter of the horizon. */
export type Launched = Readonly<Record<string, readonly number[]>>;

/** Settles a market: `launched` by actor, of those whose plan is known. */
export const settle = (scenario: Scenario, market: Market, launched: Readonly<Record<string, Launched>>): Settlement => {
  const transfers = market.allocations.flatMap((allocation) => (allocation.kind === "launches" ? launchTransfers(scenario, { market, allocation, launched }) : reservations(market, allocation)));
  const used = market.allocations.filter(({ kind }) => kind === "launches").flatMap((allocation) => allocation.shares.map((share) => ({ capacity: allocation.capacity, share: share.id, launches: usedOf(share, { market, allocation, launched }) })));
  return { used, transfers, ledger: assertLedger(transfers.flatMap((transfer) => linesOf(transfer, market))) };
};

interface Launches {
  readonly market: Market;
  readonly allocation: Allocation;
  readonly launched: Readonly<Record<string, Launched>>;
}

/** What of a share is used in each quarter, by (1). */
const usedOf = (share: Share, { allocation, launched }: Launches): readonly number[] => {
  const plan = launched[share.actor];
  if (plan === undefined) return share.got;
  const mine = allocation.shares.filter(({ actor }) => actor === share.actor).map(wholeLaunches);
  const flown = plan[allocation.of];
  return wholeLaunches(share).got.map((n, i) => {
    const all = mine.reduce((sum, { got }) => sum + got[i]!, 0);
    return flown === undefined || all === 0 ? 0 : (flown[i]! * n) / all;
  });
};

const launchTransfers = (scenario: Scenario, launches: Launches): readonly Transfer[] => {
  const { market, allocation, launched } = launches;
  const { capacity, owner, of } = allocation;
  const cost = scenario.market?.capacities.find(({ id }) => id === capacity)?.cost_usd;
  const cost_usd = cost === undefined || cost === null ? null : startByQuarter(cost, market.quarters);
  return allocation.shares.flatMap((given) => {
    const planned = launched[given.actor] !== undefined;
    const share = planned ? wholeLaunches(given) : given;
    const used = usedOf(given, launches);
    return market.quarters.flatMap((quarter, i) => {
      const base = { capacity, quarter, of, share: share.id };
      const own = share.actor === owner;
      const price = share.price_usd[i]!;
      const topUp = Math.max(0, share.paidAnyway[i]! - used[i]!);
      return [
        ...(own || used[i] === 0 ? [] : [{ ...base, from: share.actor, to: owner, kind: "use" as const, quantity: used[i]!, usd: used[i]! * price, inPlan: planned }]),
        ...(topUp === 0 ? [] : [{ ...base, from: share.actor, to: owner, kind: "take-or-pay" as const, quantity: topUp, usd: topUp * price, inPlan: false }]),
        ...(cost_usd === null || used[i] === 0 ? [] : [{ ...base, from: owner, to: null, kind: "marginal cost" as const, quantity: used[i]!, usd: used[i]! * cost_usd[i]!, inPlan: own && planned }]),
      ];
    });
  });
};

const reservations = (market: Market, { capacity, owner, of, shares }: Allocation): readonly Transfer[] =>
  shares.filter(({ actor }) => actor !== owner).flatMap(({ actor, id, got, price_usd }) => market.quarters.flatMap((quarter, i) => {
    const usd = got[i]! * price_usd[i]!;
    return usd === 0 ? [] : [{ from: actor, to: owner, capacity, of, share: id, quarter, kind: "reservation" as const, quantity: got[i]!, usd, inPlan: false }];
  }));

const TIER = { launches: "orbit", pad: "orbit", platforms: "orbit", power: "ground" } as const satisfies Readonly<Record<Allocation["kind"], Tier>>;
const ITEM = { launches: "launch", pad: "launch", platforms: "structure", power: "power" } as const satisfies Readonly<Record<Allocation["kind"], Item>>;

/** The payer's line, unless its plan has it, and the owner's. */
const linesOf = ({ from, to, capacity, share, quarter, kind, usd, inPlan }: Transfer, market: Market): readonly LedgerLine[] => {
  const sold = market.allocations.find((one) => one.capacity === capacity)!.kind;
  const period = formatQuarter(quarter);
  const line = { tier: TIER[sold], subsystem: `${capacity}/${share}`, period, unit: "$", source: `market.capacities.${capacity}, ${kind}` };
  const id = `market/${period}/${capacity}/${share}/${kind}`;
  return [
    ...(inPlan ? [] : [{ ...line, id: `${id}/paid`, actor: from, boundary: ITEM[sold], quantity: usd }]),
    ...(to === null ? [] : [{ ...line, id: `${id}/earned`, actor: to, boundary: "revenue" as const, quantity: -usd }]),
  ];
};
