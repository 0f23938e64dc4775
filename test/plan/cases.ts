/** Small planning problems in round numbers: two quarters, a dollar of either is worth a dollar, no salvage, unless a case says otherwise. */
import type { CapitalPrice, CargoCase, ClassCase, LimitCase, OptionCase, PlanCase, PricedLine, UnitCase, VehicleCase } from "../../src/plan/index.ts";

/** A site, a vehicle, a fleet and a class in the words of the cases; `problem` makes options, pools and limits of them. */
export interface SiteTest {
  readonly id: string;
  readonly name: string;
  readonly grid_MW: readonly number[];
  readonly build_MW: readonly number[];
  readonly it_MW_per_MW: number;
  readonly life: number;
  readonly capital: readonly CapitalPrice[];
  readonly standing: readonly PricedLine[];
  readonly running: readonly PricedLine[];
}

export interface VehicleTest extends Omit<VehicleCase, "charge" | "order" | "termsFrom" | "committed" | "stake" | "others" | "hold">, Partial<Pick<VehicleCase, "order" | "termsFrom" | "committed" | "stake" | "others" | "hold">> {
  readonly perLaunch: number;
}

export interface FleetTest {
  readonly life: number;
  readonly it_MW: number;
  readonly available_frac: readonly number[];
  readonly factory: readonly number[];
  readonly fleetMax: readonly number[];
  readonly target: readonly number[] | null;
  readonly link_B_per_s: number;
  readonly stations_B_per_s: number;
  readonly relay_B_per_s: number;
  readonly charge: number;
  readonly capital: readonly CapitalPrice[];
  readonly standing: readonly PricedLine[];
  readonly data: PricedLine;
  readonly order: OptionCase["order"];
}

export interface ClassTest extends Omit<ClassCase, "unserved_usd_per_MWh"> {
  readonly ground: boolean;
  readonly orbit: boolean;
  readonly useful_frac: { readonly ground: number; readonly orbit: number };
  readonly shortfall_usd_per_MWh: number;
}

export interface ProblemTest extends Pick<PlanCase, "quarters" | "factor" | "salvage" | "cash"> {
  readonly sites: readonly SiteTest[];
  readonly vehicles: readonly VehicleTest[];
  readonly fleet: FleetTest | null;
  readonly classes: readonly ClassTest[];
  /** Cargo of the fleet; its `option` is set. */
  readonly cargo?: readonly Omit<CargoCase, "option">[];
}

/** 2027-Q1. */
export const START = 2027 * 4;

const fill = (n: number, value: number): readonly number[] => Array.from({ length: n }, () => value);

const line = (subsystem: string, boundary: PricedLine["boundary"], usd: readonly number[]): PricedLine => ({ subsystem, boundary, source: "test", usd });
const part = (subsystem: string, boundary: PricedLine["boundary"], { usd, life }: { readonly usd: readonly number[]; readonly life: number }): CapitalPrice => ({ ...line(subsystem, boundary, usd), life });

/** A megawatt of site power costs 10 M$ and runs 0.8 MW of IT; 4 M$ a year standing and 2 M$ a year for a running megawatt. */
export const site = (n: number, change: Partial<SiteTest> = {}): SiteTest => ({
  id: "abilene", name: "abilene", grid_MW: fill(n, 10), build_MW: fill(n, 5), it_MW_per_MW: 0.8, life: 40,
  capital: [part("servers", "it", { usd: fill(n, 8e6), life: 40 }), part("facility", "structure", { usd: fill(n, 2e6), life: 40 })],
  standing: [line("staff", "operations", fill(n, 4e6))],
  running: [line("electricity", "energy", fill(n, 2e6))],
  ...change,
});

/** Two platforms a launch, half of the launches succeed, 6 M$ a launch, one launch a quarter. */
export const vehicle = (n: number, change: Partial<VehicleTest> = {}): VehicleTest => ({
  id: "starship", name: "starship", perLaunch: 2, reliability: 0.5, slots: fill(n, 1), integer: true,
  launch: part("launch", "launch", { usd: fill(n, 6e6), life: 20 }),
  ...change,
});

/** A platform of 0.5 MW costs 3 M$ and 0.4 M$ a year; all of it works in its first year. */
export const fleet = (n: number, change: Partial<FleetTest> = {}): FleetTest => ({
  life: 20, it_MW: 0.5, available_frac: [1, 0.9, 0.8, 0.7, 0.6], factory: fill(n, 4), fleetMax: fill(n, 100), target: null, link_B_per_s: 2e9, stations_B_per_s: 100e9, relay_B_per_s: 0, charge: 1, order: null,
  capital: [part("servers", "it", { usd: fill(n, 2e6), life: 20 }), part("array", "power", { usd: fill(n, 1e6), life: 20 })],
  standing: [line("operations in orbit", "operations", fill(n, 0.4e6))],
  data: line("data", "links", fill(n, 0)),
  ...change,
});

/** A platform uses 0.2 t a quarter at 1 M$ a tonne; a tonne of it takes 1.25 t and 2 m3 of the first vehicle's hold. */
export const supply = (n: number, change: Partial<Omit<CargoCase, "option">> = {}): Omit<CargoCase, "option"> => ({
  id: "krypton", name: "krypton", need_t: 0.2, hold: { t: 1.25, m3: 2 }, price: line("krypton", "operations", fill(n, 1e6)), vehicles: [0], ...change,
});

/** Wants 2 MW; what is not served costs 100 M$ for a megawatt and quarter (a quarter has 2191.5 h). */
export const wants = (n: number, change: Partial<ClassTest> = {}): ClassTest => ({
  id: "chat", name: "chat", wanted_MW: fill(n, 2), ground: true, orbit: true, smoothing: [{ deferral_h: 0, peakToMean: 1 }], data_B_per_J: 0, useful_frac: { ground: 1, orbit: 1 },
  shortfall_usd_per_MWh: 100e6 / 2191.5, credit_frac: 0, ...change,
});

export const problem = (n: number, change: Partial<ProblemTest> = {}): ProblemTest => ({
  quarters: Array.from({ length: n }, (_, i) => START + i),
  factor: fill(n, 1),
  salvage: false, sites: [], vehicles: [], fleet: null, classes: [], cash: null, ...change,
});

const UNIT: UnitCase = { name: "one", itNameplate_W: 1e6, accelerators: 1, bf16_PFLOP_per_s: 1, tokens_per_s: 1, mass_kg: null, volume_m3: null };
/** A platform of a tonne and a cubic metre. */
const PLATFORM: UnitCase = { ...UNIT, mass_kg: 1000, volume_m3: 1 };
const COMMON = { unit: UNIT, nothing: [] } as const;

const siteOption = (s: SiteTest): OptionCase => ({
  ...COMMON, id: s.id, name: s.name, tier: "ground", counted: "MW", pool: 0, life: s.life, premium_per_yr: 0, charge: 1, order: null, link_B_per_s: 0, ownLink_B_per_s: 0,
  run_MW: fill(Math.ceil(s.life / 4), s.it_MW_per_MW),
  ways: [{ id: `ground/${s.id}`, name: s.name, arrives_frac: 1, launch: null, paid: [], limits: "grid" }],
  capital: s.capital, standing: s.standing, running: s.running,
});

const siteLimits = (s: SiteTest, index: number): readonly LimitCase[] => [
  { id: `grid/${s.id}`, name: `grid_${s.name}`, of: "standing", sense: "most", amount: s.grid_MW, uses: [{ index, each: 1 }], counted: "MW", per: "MW of site power from then on", words: { what: "grid", field: "phases", rate: false } },
  { id: `build/${s.id}`, name: `rate_${s.name}`, of: "bought", sense: "most", amount: s.build_MW, uses: [{ index, each: 1 }], counted: "MW", per: "MW built in the quarter", words: { what: "building", field: "buildRate", rate: true } },
];

const fleetOption = (f: FleetTest, { vehicles, pool }: { readonly vehicles: readonly VehicleTest[]; readonly pool: number }): OptionCase => ({
  ...COMMON, unit: PLATFORM, id: "platforms", name: "platforms", tier: "orbit", counted: "platforms", pool, life: f.life, premium_per_yr: 0, charge: f.charge, order: f.order, link_B_per_s: f.link_B_per_s, ownLink_B_per_s: f.relay_B_per_s,
  run_MW: f.available_frac.slice(0, Math.ceil(f.life / 4)).map((share) => share * f.it_MW),
  ways: vehicles.flatMap((v, i) => (v.perLaunch === 0 ? [] : [{ id: `orbit/${v.id}`, name: v.name, arrives_frac: v.reliability, launch: { vehicle: i, perLaunch: v.perLaunch }, paid: [], limits: "mass" }])),
  capital: f.capital, standing: f.standing, running: [],
});

const fleetLimits = (f: FleetTest, index: number): readonly LimitCase[] => {
  const shared = { uses: [{ index, each: 1 }], counted: "platforms" };
  const words = (what: string, field: string): LimitCase["words"] => ({ what, field, rate: false });
  const from = "platform in service from then on";
  return [
    { ...shared, id: "factory", name: "factory", of: "bought", sense: "most", amount: f.factory, per: "platform finished", words: words("the factory", "orbit.factoryRate") },
    { ...shared, id: "fleetMax", name: "fleetmax", of: "standing", sense: "most", amount: f.fleetMax, per: from, words: words("the largest fleet", "orbit.fleetMax") },
    ...(f.target === null ? [] : [{ ...shared, id: "target", name: "target", of: "standing", sense: "least", amount: f.target, per: from, words: words("the target", "orbit.target") } as const]),
  ];
};

/** The planner's own form of a case. */
export const planCase = ({ sites, vehicles, fleet: f, classes, cargo = [], ...rest }: ProblemTest): PlanCase => {
  const useful = (tier: "ground" | "orbit"): readonly (number | null)[] => classes.map((c) => (c[tier] ? c.useful_frac[tier] : null));
  const pool = sites.length > 0 ? 1 : 0;
  return {
    ...rest,
    cargo: cargo.map((one) => ({ ...one, option: sites.length })),
    options: [...sites.map(siteOption), ...(f === null ? [] : [fleetOption(f, { vehicles, pool })])],
    pools: [
      ...(sites.length > 0 ? [{ id: "ground", name: "ground", tier: "ground", useful_frac: useful("ground"), link: null } as const] : []),
      ...(f === null ? [] : [{ id: "orbit", name: "orbit", tier: "orbit", useful_frac: useful("orbit"), link: { shared_B_per_s: f.stations_B_per_s, data: f.data } } as const]),
    ],
    vehicles: vehicles.map(({ perLaunch: _perLaunch, ...v }) => ({ order: null, termsFrom: 0, committed: [], stake: null, others: null, hold: { mass_t: 1000, volume_m3: 1000 }, ...v, charge: f === null ? 1 : f.charge })),
    limits: [...sites.flatMap(siteLimits), ...(f === null ? [] : fleetLimits(f, sites.length))],
    classes: classes.map(({ ground: _g, orbit: _o, useful_frac: _u, shortfall_usd_per_MWh, ...c }) => ({ ...c, unserved_usd_per_MWh: c.wanted_MW.map(() => shortfall_usd_per_MWh) })),
  };
};
