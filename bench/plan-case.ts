/** A large build-out made from a seed: 60 quarters, 8 vehicles, 12 options (9 sites, 3 types of platform that every vehicle can bring) and 3 classes. */
import type { CapitalPrice, LimitCase, OptionCase, PlanCase, PricedLine, UnitCase, VehicleCase } from "../src/plan/index.ts";

const QUARTERS = 60;
const each = (of: (t: number) => number): readonly number[] => Array.from({ length: QUARTERS }, (_, t) => of(t));

/** Mulberry32. */
const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

const UNIT: UnitCase = { name: "one", itNameplate_W: 1e6, accelerators: 1, bf16_PFLOP_per_s: 1, tokens_per_s: 1, mass_kg: 1, volume_m3: 1 };
const line = (subsystem: string, boundary: PricedLine["boundary"], usd: readonly number[]): PricedLine => ({ subsystem, boundary, source: "seed", usd });
const part = (subsystem: string, { usd, life }: { readonly usd: readonly number[]; readonly life: number }): CapitalPrice => ({ ...line(subsystem, "it", usd), life });
const limit = (id: string, { of, amount, index }: { readonly of: LimitCase["of"]; readonly amount: readonly number[]; readonly index: number }): LimitCase =>
  ({ id, name: id, of, sense: "most", amount, uses: [{ index, each: 1 }], counted: "units", per: "unit", words: { what: id, field: id, rate: false } });

/** The problem of a seed. */
export const largeCase = (seed: number): PlanCase => {
  const next = random(seed);
  const between = (low: number, high: number): number => low + (high - low) * next();
  const vehicles = Array.from({ length: 8 }, (_, v): VehicleCase => {
    const [first, cadence, price] = [Math.floor(between(0, 20)), between(1, 4), between(60e6, 120e6)];
    return {
      id: `v${v}`, name: `v${v}`, integer: true, reliability: between(0.9, 0.99), charge: 1, order: null, termsFrom: 0, committed: [], stake: null, others: null, hold: { mass_t: 1, volume_m3: 1 },
      slots: each((t) => (t < first ? 0 : Math.min(16, cadence * 1.05 ** (t - first)))),
      launch: part("launch", { usd: each((t) => price * 0.985 ** t), life: 20 }),
    };
  });
  const sites = Array.from({ length: 9 }, (_, s) => site(s, between));
  const platforms = Array.from({ length: 3 }, (_, p) => platform(p + 9, { vehicles, between }));
  const wanted = [between(200, 400), between(100, 200), between(300, 600)];
  return {
    quarters: each((t) => 2027 * 4 + t), factor: each((t) => 1.02 ** -t), salvage: true, cash: null, vehicles, cargo: [],
    options: [...sites.map(({ option }) => option), ...platforms.map(({ option }) => option)],
    limits: [...sites.flatMap(({ limits }) => limits), ...platforms.flatMap(({ limits }) => limits)],
    pools: [
      { id: "ground", name: "ground", tier: "ground", useful_frac: [1, 1, 0.95], link: null },
      { id: "orbit", name: "orbit", tier: "orbit", useful_frac: [1, 1, 0.9], link: { shared_B_per_s: 50e9, data: line("data", "links", each(() => 0.05)) } },
    ],
    classes: wanted.map((MW, k) => ({
      id: `c${k}`, name: `c${k}`, wanted_MW: each((t) => MW * 1.03 ** t), data_B_per_J: [50, 10, 0][k]!, credit_frac: 0, unserved_usd_per_MWh: each(() => [7000, 3500, 2500][k]!),
      smoothing: [...(k === 0 ? [{ deferral_h: 0, peakToMean: 1.8 }] : []), { deferral_h: 24, peakToMean: [1.3, 1.1, 1][k]! }],
    })),
  };
};

type Between = (low: number, high: number) => number;

const site = (s: number, between: Between): { readonly option: OptionCase; readonly limits: readonly LimitCase[] } => {
  const [first, power, run] = [Math.floor(between(0, 24)), between(100, 400), between(0.75, 0.9)];
  return {
    option: {
      id: `s${s}`, name: `s${s}`, tier: "ground", counted: "MW", unit: UNIT, nothing: [], pool: 0, life: 56, premium_per_yr: 0, charge: 1, order: null, link_B_per_s: 0, ownLink_B_per_s: 0,
      run_MW: Array.from({ length: 14 }, () => run), ways: [{ id: `ground/s${s}`, name: `s${s}`, arrives_frac: 1, launch: null, paid: [], limits: "" }],
      capital: [part("servers", { usd: each((t) => between(24e6, 28e6) * 0.99 ** t), life: 20 }), part("facility", { usd: each(() => 12e6), life: 56 })],
      standing: [line("staff", "operations", each(() => 3e6))], running: [line("electricity", "energy", each(() => 6e5))],
    },
    limits: [limit(`grid.s${s}`, { of: "standing", amount: each((t) => (t < first ? 0 : power * (t < first + 8 ? 0.5 : 1))), index: s }), limit(`build.s${s}`, { of: "bought", amount: each(() => power / 6), index: s })],
  };
};

const platform = (index: number, { vehicles, between }: { readonly vehicles: readonly VehicleCase[]; readonly between: Between }): { readonly option: OptionCase; readonly limits: readonly LimitCase[] } => {
  const name = `p${index}`;
  const [price, power] = [between(4e6, 6e6), between(0.1, 0.2)];
  return {
    option: {
      id: name, name, tier: "orbit", counted: "platforms", unit: UNIT, nothing: [], pool: 1, life: 20, premium_per_yr: 0, charge: 1, order: null, link_B_per_s: 2e9, ownLink_B_per_s: 1e9,
      run_MW: [1, 0.95, 0.9, 0.85, 0.8].map((share) => share * power),
      ways: vehicles.map((v, i) => ({ id: `orbit/${name}.${v.id}`, name: `${name}.${v.id}`, arrives_frac: v.reliability, launch: { vehicle: i, perLaunch: Math.floor(between(4, 20)) }, paid: [], limits: "" })),
      capital: [part("platform", { usd: each((t) => price * 0.99 ** t), life: 20 })], standing: [line("operations", "operations", each(() => price / 100))], running: [],
    },
    limits: [limit(`factory.${name}`, { of: "bought", amount: each((t) => 5 * 1.05 ** t), index }), limit(`most.${name}`, { of: "standing", amount: each(() => 5000), index })],
  };
};
