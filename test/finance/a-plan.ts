/** A plan of one site, written by hand: units bought in some quarters, parts with lives of their own, yearly lines, and what is left credited. */
import type { Item, LedgerLine } from "../../src/ledger/index.ts";
import type { Plan, PlanOption } from "../../src/plan/index.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import { formatQuarter } from "../../src/units/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

export const START = 2027 * 4;

export interface Part {
  readonly subsystem: string;
  readonly item: Item;
  readonly usd: number;
  readonly life_yr: number;
}

export interface Sketch {
  readonly built: readonly number[];
  readonly parts: readonly Part[];
  readonly life_yr: number;
  /** Real dollars a year of one unit in service. */
  readonly yearly: readonly Omit<Part, "life_yr">[];
  /** Watts served in each quarter of class "work". */
  readonly served_W: readonly number[];
  /** First quarter; START unless told. */
  readonly start?: number;
}

const line = (period: string, { subsystem, item, usd }: Omit<Part, "life_yr">): LedgerLine => ({
  id: `ground/texas/${subsystem}/${period}`, actor: "own", tier: "ground", subsystem: period.startsWith("unit") ? subsystem : `texas/${subsystem}`, boundary: item, period, quantity: usd, unit: "$", source: "test",
});

/** What the planner would write for the sketch (plan/purchases: bought with the unit and again while it lives; the rest credited in the last quarter). */
export const planOf = ({ built, parts, life_yr, yearly, served_W, start = START }: Sketch): Plan => {
  const quarters = built.map((_, t) => start + t);
  const horizon = built.length;
  const unit = life_yr * 4;
  const ledger: LedgerLine[] = [];
  for (const part of parts) {
    let left = 0;
    const paid = built.map(() => 0);
    built.forEach((n, at) => {
      for (let t = at; t < at + unit && t < horizon; t += part.life_yr * 4) {
        const serves = Math.min(part.life_yr * 4, at + unit - t);
        paid[t]! += n * part.usd;
        left += (n * part.usd * Math.max(0, t + serves - horizon)) / serves;
      }
    });
    paid.forEach((usd, t) => usd !== 0 && ledger.push(line(formatQuarter(quarters[t]!), { ...part, usd })));
    if (left > 0) ledger.push(line(formatQuarter(quarters.at(-1)!), { subsystem: `value left of ${part.subsystem}`, item: "salvage", usd: -left }));
  }
  const standing = built.map((_, t) => built.slice(Math.max(0, t - unit + 1), t + 1).reduce((a, b) => a + b, 0));
  for (const one of yearly) standing.forEach((n, t) => n > 0 && ledger.push(line(formatQuarter(quarters[t]!), { ...one, usd: (n * one.usd) / 4 })));
  const option: PlanOption = {
    id: "ground/texas", tier: "ground", unit: "1 MW", itNameplate_W: 1e6, accelerators: 600, bf16_PFLOP_per_s: 1500, tokens_per_s: 2e6, life_yr, premium_per_yr: 0,
    available_frac: Array.from({ length: Math.ceil(life_yr) }, () => 1), priceQuarter: start,
    capital: parts.map((part) => ({ line: line("unit", part), life_yr: part.life_yr })), yearly: yearly.map((one) => line("unit-year", one)), unitMass_kg: null, launchedOn: null, orders: null, perLaunch: null, limits: "",
  };
  const none = quarters.map(() => 0);
  return {
    status: "optimal", why: [], quarters, options: [option], orders: [], manifest: [], cargo: [], shadowPrices: [], binding: [], ledger, twins: [], alternatives: [], notes: [],
    build: [{ option: "ground/texas", built, lost: none, launches: none, inService: standing, refresh: none, renewed: none }],
    classes: [{ id: "work", credit_frac: 0, shortfall_usd: none, wanted_W: served_W, ground_W: served_W, orbit_W: none, unserved_W: none }],
    solver: { name: "hand", variables: 0, constraints: 0, nonzeros: 0, integers: 0, gap_frac: 0, objective_usd: 0 },
  };
};

/** The rack's scenario with `--set` changes. */
export const scenarioWith = (...set: readonly string[]): Scenario => scenarioOf(RACK, "demand.classes.work.price=2 $/kWh", ...set);

/** Two megawatts, one more a year later; servers of 5 years in a hall of 14, over 10 years. */
export const SKETCH: Sketch = {
  built: Array.from({ length: 40 }, (_, t) => (t === 0 ? 2 : t === 4 ? 1 : 0)),
  parts: [{ subsystem: "servers", item: "it", usd: 25e6, life_yr: 5 }, { subsystem: "land and shell", item: "structure", usd: 12.5e6, life_yr: 14 }],
  life_yr: 14,
  yearly: [{ subsystem: "electricity", item: "energy", usd: 0.6e6 }],
  served_W: Array.from({ length: 40 }, (_, t) => (t < 4 ? 2e6 : 3e6)),
};
