/**
 * The build-out as a linear program with whole launches: least present cost, in millions of real dollars, of serving the demand by
 * quarter or paying for what is not served. Power in MW, platforms and launches in numbers. t is a quarter of the horizon, built and launched
 * units work from the quarter they are bought in.
 *
 *   1. demand    ground(c,t) + orbit(c,t) + short(c,t) = wanted(c,t)
 *   2. stock     site(s,t) = site(s,t-1) + build(s,t) - build(s,t-life)      fleet likewise, from the sum of fly(v,t) over vehicles
 *   3. grid      site(s,t) <= phases online;  rate: build(s,t) <= build rate
 *   4. run       run(s,t) <= site(s,t) x availability / PUE;  sum: sum of ground(c,t) / useful(c) = sum of run(s,t)
 *   5. capacity  arrive(t) = sum of reliability(v) x fly(v,t);  cap(t) <= sum over ages a of availability(a) x IT x arrive(t-a);
 *      mean: sum of orbit(c,t) / useful(c) <= cap(t)
 *   6. peak      for each deadline D: sum over classes with no longer deadline of ratio(c,D) x served(c,t) / useful(c) <= capacity, each tier
 *   7. link      sum of data(c) x orbit(c,t) <= link x sum of arrive(t-a), link of one platform: its share of the day over stations, and relay;
 *      antennas: the same sum <= rate of all stations + relay x sum of arrive(t-a)
 *   8. payload   fly(v,t) <= platforms a launch x launch(v,t);  factory: sum of fly(v,t) <= factory(t)
 *   9. slots     launch(v,t) <= offered; where launches are whole: rounded up in the quarter, in each four quarters, and since the start
 *  10. fleet(t) <= fleetMax(t);  fleet(t) >= target(t)
 *
 * A failed launch loses its payload: what it would have computed is missing in expectation, and more is built and launched where that is
 * worth it. Fleet, its limit and its target count platforms launched. Platforms are continuous: a fraction of one is an average over quarters.
 * Platforms and launches, less salvage, count `charge` times (purchases.ts, eq. 4): finance.orbitPremium.
 * Ties between classes of one price go to the class that stands first: its price counts TIE more for each class after it.
 * Equation 6 is necessary for each deadline on its own; that batch work finds the valleys it needs hour by hour is what the replay shows.
 */
import { formatQuarter } from "../units/index.ts";
import { QUARTER_H, QUARTER_S, QUARTERS_PER_YEAR } from "./by-quarter.ts";
import type { LinearModel } from "./linear-model.ts";
import { modelBuilder } from "./model-builder.ts";
import type { ModelBuilder, Term } from "./model-builder.ts";
import type { CapitalPrice, FleetCase, PlanCase, PricedLine, SiteCase, VehicleCase } from "./plan-case.ts";
import { presentCost_usd, purchasesOf } from "./purchases.ts";

const MEGA = 1e6;
const GIGA = 1e9;
/** Far below what any price is known to, far above the solver's tolerance. */
const TIE = 1e-5;

/** Indices of columns and rows by what they mean; null where there is none. Second index: the quarter of the horizon. */
export interface Layout {
  readonly sites: readonly { readonly build: readonly number[]; readonly site: readonly number[]; readonly run: readonly number[]; readonly gridRow: readonly number[]; readonly rateRow: readonly number[]; readonly runRow: readonly number[] }[];
  readonly vehicles: readonly { readonly fly: readonly (number | null)[]; readonly launch: readonly (number | null)[]; readonly slotsRow: readonly (number | null)[] }[];
  readonly fleet: { readonly arrive: readonly number[]; readonly fleet: readonly number[]; readonly cap: readonly number[]; readonly capRow: readonly number[]; readonly factoryRow: readonly number[]; readonly fleetMaxRow: readonly number[]; readonly targetRow: readonly (number | null)[]; readonly miss: readonly (number | null)[] } | null;
  readonly classes: readonly { readonly ground: readonly (number | null)[]; readonly orbit: readonly (number | null)[]; readonly short: readonly number[] }[];
  readonly groundPeakRows: readonly (readonly number[])[];
}

export interface Formulation {
  readonly model: LinearModel;
  readonly layout: Layout;
}

interface Context {
  readonly m: ModelBuilder;
  readonly c: PlanCase;
  /** "2027Q1" for each quarter. */
  readonly q: readonly string[];
  /** Elastic: targets may be missed, and only misses cost. */
  readonly elastic: boolean;
}

/** The model of a planning problem. */
export const formulate = (problem: PlanCase): Formulation => formulateWith(problem, { elastic: false });

/** The same limits with targets that may be missed; least sum of platforms missing over the quarters, nothing else costs. */
export const formulateElastic = (problem: PlanCase): Formulation => formulateWith(problem, { elastic: true });

const formulateWith = (problem: PlanCase, { elastic }: { readonly elastic: boolean }): Formulation => {
  const x: Context = { m: modelBuilder(), c: problem, q: problem.quarters.map((q) => formatQuarter(q).replace("-", "")), elastic };
  const sites = problem.sites.map((site) => addSite(x, site));
  const vehicles = problem.vehicles.map((vehicle) => addVehicle(x, vehicle));
  const fleet = problem.fleet === null ? null : addFleet(x, { fleet: problem.fleet, vehicles });
  const classes = problem.classes.map((_, k) => addClass(x, k));
  addGroundSum(x, { sites, classes });
  const groundPeakRows = addGroundPeaks(x, { sites, classes });
  if (fleet !== null && problem.fleet !== null) addOrbitUse(x, { fleet: problem.fleet, columns: fleet, classes });
  return { model: x.m.finish(elastic ? "plan-elastic" : "plan"), layout: { sites, vehicles, fleet, classes, groundPeakRows } };
};

const cost = ({ elastic }: Context, usd: number): number => (elastic ? 0 : usd / MEGA);

const yearly = (lines: readonly PricedLine[], t: number): number => lines.reduce((sum, line) => sum + line.usd[t]!, 0) / QUARTERS_PER_YEAR;

/** Present cost of buying one unit in quarter t, to the end of the horizon. */
const buying = ({ c }: Context, unit: { readonly lines: readonly CapitalPrice[]; readonly at: number; readonly life: number; readonly arrives_frac: number }): number =>
  presentCost_usd(purchasesOf({ ...unit, horizon: c.quarters.length, salvage: c.salvage }), c.factor);

/** Present cost of keeping one unit from quarter t to the end of its life or of the horizon. */
const keeping = ({ c }: Context, unit: { readonly lines: readonly PricedLine[]; readonly at: number; readonly life: number }): number =>
  c.quarters.reduce((sum, _, t) => (t < unit.at || t >= unit.at + unit.life ? sum : sum + yearly(unit.lines, t) * c.factor[t]!), 0);

/** The terms of a stock: this quarter's less last quarter's less what is new plus what retires. */
const stockTerms = (stock: readonly number[], { added, t, life }: { readonly added: readonly (readonly number[])[]; readonly t: number; readonly life: number }): readonly Term[] => [
  [stock[t]!, 1],
  ...(t > 0 ? [[stock[t - 1]!, -1] as const] : []),
  ...added[t]!.map((column): Term => [column, -1]),
  ...(t >= life ? added[t - life]!.map((column): Term => [column, 1]) : []),
];

const addSite = (x: Context, s: SiteCase): Layout["sites"][number] => {
  const { m, q, c } = x;
  const { factor } = c;
  const build = q.map((name, t) => m.column({ name: `build_${s.name}_${name}`, cost: cost(x, buying(x, { lines: s.capital, at: t, life: s.life, arrives_frac: 1 })) }));
  const site = q.map((name, t) => m.column({ name: `site_${s.name}_${name}`, cost: cost(x, yearly(s.standing, t) * factor[t]!) }));
  const run = q.map((name, t) => m.column({ name: `run_${s.name}_${name}`, cost: cost(x, yearly(s.running, t) * factor[t]!) }));
  q.forEach((name, t) => m.equal(`stock_${s.name}_${name}`, stockTerms(site, { added: build.map((column) => [column]), t, life: s.life }), 0));
  return {
    build, site, run,
    gridRow: q.map((name, t) => m.atMost(`grid_${s.name}_${name}`, [[site[t]!, 1]], s.grid_MW[t]!)),
    rateRow: q.map((name, t) => m.atMost(`rate_${s.name}_${name}`, [[build[t]!, 1]], s.build_MW[t]!)),
    runRow: q.map((name, t) => m.atMost(`use_${s.name}_${name}`, [[run[t]!, 1], [site[t]!, -s.it_MW_per_MW]], 0)),
  };
};

// A hair below a whole number of launches is that number.
const ROUNDING = 1e-9;
const roundUp = (launches: number): number => Math.ceil(launches - ROUNDING);

const addVehicle = (x: Context, v: VehicleCase): Layout["vehicles"][number] => {
  const { m, q, c } = x;
  const fleet = c.fleet!;
  const flies = v.slots.map((slots) => slots > 0);
  const price = (t: number): number => fleet.charge * buying(x, { lines: fleet.capital, at: t, life: fleet.life, arrives_frac: v.reliability }) + v.reliability * keeping(x, { lines: fleet.standing, at: t, life: fleet.life });
  const fly = q.map((name, t) => (flies[t] ? m.column({ name: `fly_${v.name}_${name}`, cost: cost(x, price(t)) }) : null));
  const launch = q.map((name, t) => {
    if (!flies[t]) return null;
    const ticket = cost(x, fleet.charge * buying(x, { lines: [v.launch], at: t, life: fleet.life, arrives_frac: v.reliability }));
    return m.column({ name: `launch_${v.name}_${name}`, cost: ticket, integer: v.integer, upper: v.integer ? roundUp(v.slots[t]!) : Infinity });
  });
  q.forEach((name, t) => {
    if (fly[t] !== null) m.atMost(`payload_${v.name}_${name}`, [[fly[t]!, 1], [launch[t]!, -v.perLaunch]], 0);
  });
  if (v.integer) addWholeSlots(x, { v, launch });
  const slotsRow = q.map((name, t) => (launch[t] === null || v.integer ? null : m.atMost(`slots_${v.name}_${name}`, [[launch[t]!, 1]], v.slots[t]!)));
  return { fly, launch, slotsRow };
};

/** Whole launches out of a rate: no four quarters, and no time since the start, hold more than the rate rounded up. */
const addWholeSlots = ({ m, q }: Context, { v, launch }: { readonly v: VehicleCase; readonly launch: readonly (number | null)[] }): void => {
  if (v.slots.every(Number.isInteger)) return;
  const between = (from: number, to: number): { readonly terms: readonly Term[]; readonly offered: number } => ({
    terms: launch.slice(from, to + 1).flatMap((column) => (column === null ? [] : [[column, 1] as const])),
    offered: roundUp(v.slots.slice(from, to + 1).reduce((sum, n) => sum + n, 0)),
  });
  q.forEach((name, t) => {
    const year = between(Math.max(0, t - QUARTERS_PER_YEAR + 1), t);
    const start = between(0, t);
    if (t > 0 && year.terms.length > 1) m.atMost(`yearslots_${v.name}_${name}`, year.terms, year.offered);
    if (t >= QUARTERS_PER_YEAR && start.terms.length > year.terms.length) m.atMost(`allslots_${v.name}_${name}`, start.terms, start.offered);
  });
};

type VehicleColumns = Layout["vehicles"][number];

const addFleet = (x: Context, { fleet: f, vehicles }: { readonly fleet: FleetCase; readonly vehicles: readonly VehicleColumns[] }): NonNullable<Layout["fleet"]> => {
  const { m, q, c, elastic } = x;
  const arrive = q.map((name) => m.column({ name: `arrive_${name}` }));
  const fleet = q.map((name) => m.column({ name: `fleet_${name}` }));
  const cap = q.map((name) => m.column({ name: `cap_orbit_${name}` }));
  const miss = q.map((name) => (elastic && f.target !== null ? m.column({ name: `miss_${name}`, cost: 1 }) : null));
  const flights = (t: number, weight: (v: VehicleCase) => number): readonly Term[] => vehicles.flatMap((columns, v) => one(columns.fly[t]!, weight(c.vehicles[v]!)));
  const added = q.map((_, t) => flights(t, () => 1).map(([column]) => column));
  q.forEach((name, t) => {
    m.equal(`arrivals_${name}`, [[arrive[t]!, 1], ...flights(t, (v) => -v.reliability)], 0);
    m.equal(`stock_fleet_${name}`, stockTerms(fleet, { added, t, life: f.life }), 0);
  });
  return {
    arrive, fleet, cap, miss,
    capRow: q.map((name, t) => m.atMost(`capacity_orbit_${name}`, [[cap[t]!, 1], ...inService(arrive, { t, life: f.life, weight: (age) => -f.it_MW * f.available_frac[Math.floor(age / QUARTERS_PER_YEAR)]! })], 0)),
    factoryRow: q.map((name, t) => m.atMost(`factory_${name}`, flights(t, () => 1), f.factory[t]!)),
    fleetMaxRow: q.map((name, t) => m.atMost(`fleetmax_${name}`, [[fleet[t]!, 1]], f.fleetMax[t]!)),
    targetRow: q.map((name, t) => (f.target === null ? null : m.atLeast(`target_${name}`, [[fleet[t]!, 1], ...(miss[t] === null ? [] : [[miss[t]!, 1] as const])], f.target[t]!))),
  };
};

/** Those that arrived and have not retired, each weighted by its age in quarters. */
const inService = (arrive: readonly number[], { t, life, weight }: { readonly t: number; readonly life: number; readonly weight: (age: number) => number }): readonly Term[] =>
  arrive.slice(Math.max(0, t - life + 1), t + 1).map((column, i, cohorts) => [column, weight(cohorts.length - 1 - i)]);

const addClass = (x: Context, k: number): Layout["classes"][number] => {
  const { m, q, c } = x;
  const demand = c.classes[k]!;
  const orbitCost = (t: number): number => (c.fleet === null ? 0 : c.fleet.data.usd[t]! * dataGB(demand.data_B_per_J) * c.factor[t]!);
  const ground = q.map((name) => (demand.ground && c.sites.length > 0 ? m.column({ name: `ground_${demand.name}_${name}` }) : null));
  const orbit = q.map((name, t) => (demand.orbit && c.fleet !== null ? m.column({ name: `orbit_${demand.name}_${name}`, cost: cost(x, orbitCost(t)) }) : null));
  const short = q.map((name, t) => m.column({ name: `short_${demand.name}_${name}`, cost: cost(x, demand.shortfall_usd_per_MWh * QUARTER_H * c.factor[t]! * (1 + tieBreak(c, k))) }));
  q.forEach((name, t) => m.equal(`demand_${demand.name}_${name}`, [...one(ground[t]!), ...one(orbit[t]!), [short[t]!, 1]], demand.wanted_MW[t]!));
  return { ground, orbit, short };
};

/** What the price of a class counts more than it is, so that ties have one answer. */
export const tieBreak = ({ classes }: PlanCase, k: number): number => TIE * (classes.length - 1 - k);

const one = (column: number | null, coefficient = 1): readonly Term[] => (column === null ? [] : [[column, coefficient]]);

/** Gigabytes that a megawatt of IT moves in a quarter. */
export const dataGB = (data_B_per_J: number): number => (data_B_per_J * MEGA * QUARTER_S) / GIGA;

type Columns = { readonly sites: Layout["sites"]; readonly classes: Layout["classes"] };

const addGroundSum = ({ m, q, c }: Context, { sites, classes }: Columns): void => {
  if (c.sites.length === 0) return;
  q.forEach((name, t) => m.equal(`sum_ground_${name}`, [...classes.flatMap((k, i) => one(k.ground[t]!, 1 / c.classes[i]!.useful_frac.ground)), ...sites.map((s): Term => [s.run[t]!, -1])], 0));
};

/** Deadlines at which peaks ask for more than the mean, with the classes that count at each. */
const peakLevels = ({ c }: Context): readonly { readonly deferral_h: number; readonly ratio: readonly (number | null)[] }[] => {
  const deadlines = [...new Set(c.classes.flatMap((k) => k.smoothing.map((s) => s.deferral_h)))].toSorted((a, b) => a - b);
  return deadlines
    .map((deferral_h) => ({ deferral_h, ratio: c.classes.map((k) => k.smoothing.find((s) => s.deferral_h === deferral_h)?.peakToMean ?? null) }))
    .filter(({ ratio }) => ratio.some((r) => r !== null && r > 1));
};

const addGroundPeaks = (x: Context, { sites, classes }: Columns): readonly (readonly number[])[] => {
  const { m, q, c } = x;
  const levels = c.sites.length === 0 ? [] : peakLevels(x);
  return q.map((name, t) => levels.map(({ deferral_h, ratio }) =>
    m.atMost(`peak${deferral_h}h_ground_${name}`, [...classes.flatMap((k, i) => (ratio[i] === null ? [] : one(k.ground[t]!, ratio[i]! / c.classes[i]!.useful_frac.ground))), ...sites.map((s, i): Term => [s.site[t]!, -c.sites[i]!.it_MW_per_MW])], 0)));
};

const addOrbitUse = (x: Context, { fleet, columns, classes }: { readonly fleet: FleetCase; readonly columns: NonNullable<Layout["fleet"]>; readonly classes: Layout["classes"] }): void => {
  const { m, q, c } = x;
  q.forEach((name, t) => {
    const used = classes.flatMap((k, i) => one(k.orbit[t]!, 1 / c.classes[i]!.useful_frac.orbit));
    if (used.length === 0) return;
    m.atMost(`mean_orbit_${name}`, [...used, [columns.cap[t]!, -1]], 0);
    for (const { deferral_h, ratio } of peakLevels(x)) {
      m.atMost(`peak${deferral_h}h_orbit_${name}`, [...classes.flatMap((k, i) => (ratio[i] === null ? [] : one(k.orbit[t]!, ratio[i]! / c.classes[i]!.useful_frac.orbit))), [columns.cap[t]!, -1]], 0);
    }
    const moved = classes.flatMap((k, i) => one(k.orbit[t]!, (c.classes[i]!.data_B_per_J * MEGA) / GIGA)).filter(([, GBps]) => GBps > 0);
    if (moved.length === 0) return;
    const carried = (each_B_per_s: number): readonly Term[] => inService(columns.arrive, { t, life: fleet.life, weight: () => -each_B_per_s / GIGA });
    m.atMost(`link_orbit_${name}`, [...moved, ...carried(fleet.link_B_per_s)], 0);
    m.atMost(`antennas_orbit_${name}`, [...moved, ...carried(fleet.relay_B_per_s)], fleet.stations_B_per_s / GIGA);
  });
};
