/** From a solution back to what is built, launched, served and paid in each quarter. */
import { assertLedger } from "../ledger/index.ts";
import type { Ledger, LedgerLine } from "../ledger/index.ts";
import { formatQuarter } from "../units/index.ts";
import { QUARTER_H, QUARTERS_PER_YEAR } from "./by-quarter.ts";
import { dataGB } from "./formulate.ts";
import type { Layout } from "./formulate.ts";
import type { CapitalPrice, FleetCase, PlanCase, PricedLine, SiteCase, VehicleCase } from "./plan-case.ts";
import type { ClassPlan, OptionBuild } from "./plan-record.ts";
import { purchasesOf } from "./purchases.ts";

/** Solver's feasibility tolerance: what is nearer to zero than this is zero. */
const TOLERANCE = 1e-7;

/** Value of a column in a solution; 0 where there is no column. */
export type Read = (column: number | null) => number;

export const reader = (primal: Float64Array): Read => (column) => {
  if (column === null) return 0;
  const value = primal[column]!;
  if (!Number.isFinite(value)) throw new Error(`the solver returned ${value} for column ${column}`);
  return Math.abs(value) < TOLERANCE ? 0 : value;
};

export interface Decisions {
  readonly problem: PlanCase;
  readonly layout: Layout;
  readonly read: Read;
}

/** What is built, by option, ground first. */
export const buildsOf = ({ problem, layout, read }: Decisions): readonly OptionBuild[] => [
  ...problem.sites.map((site, s) => siteBuild(site, { build: layout.sites[s]!.build.map(read), stock: layout.sites[s]!.site.map(read) })),
  ...vehicleBuilds({ problem, layout, read }),
];

const siteBuild = (site: SiteCase, { build, stock }: { readonly build: readonly number[]; readonly stock: readonly number[] }): OptionBuild => {
  const serverLife = Math.min(...site.capital.map((line) => line.life));
  return {
    option: `ground/${site.id}`,
    built: build,
    lost: build.map(() => 0),
    launches: build.map(() => 0),
    inService: stock,
    refresh: build.map((mw, t) => (t < site.life ? 0 : Math.min(mw, build[t - site.life]!))),
    renewed: build.map((_, t) => {
      let sum = 0;
      for (let age = serverLife; age < site.life && age <= t; age += serverLife) sum += build[t - age]!;
      return sum;
    }),
  };
};

const vehicleBuilds = ({ problem, layout, read }: Decisions): readonly OptionBuild[] => {
  const fleet = problem.fleet;
  if (fleet === null) return [];
  const flown = layout.vehicles.map(({ fly }) => fly.map(read));
  const all = problem.quarters.map((_, t) => flown.reduce((sum, built) => sum + built[t]!, 0));
  const refreshShare = all.map((built, t) => (t < fleet.life || built === 0 ? 0 : Math.min(built, all[t - fleet.life]!) / built));
  return problem.vehicles.map((vehicle, v) => ({
    option: `orbit/${vehicle.id}`,
    built: flown[v]!,
    lost: flown[v]!.map((n) => n * (1 - vehicle.reliability)),
    launches: layout.vehicles[v]!.launch.map((column) => (vehicle.integer ? Math.round(read(column)) : read(column))),
    inService: flown[v]!.map((_, t) => flown[v]!.slice(Math.max(0, t - fleet.life + 1), t + 1).reduce((sum, n) => sum + n * vehicle.reliability, 0)),
    refresh: flown[v]!.map((n, t) => n * refreshShare[t]!),
    renewed: flown[v]!.map(() => 0),
  }));
};

/** What each class gets. */
export const classesOf = ({ problem, layout, read }: Decisions): readonly ClassPlan[] => problem.classes.map((c, k) => {
  const columns = layout.classes[k]!;
  const watts = (column: number | null): number => read(column) * 1e6;
  return {
    id: c.id,
    shortfall_usd: columns.short.map((column) => read(column) * QUARTER_H * c.shortfall_usd_per_MWh),
    wanted_W: c.wanted_MW.map((mw) => mw * 1e6),
    ground_W: columns.ground.map(watts),
    orbit_W: columns.orbit.map(watts),
    unserved_W: columns.short.map(watts),
  };
});

/** Dollars of one option, one part of it, one quarter. */
type Post = (t: number, line: PricedLine, usd: number) => void;

/** Every dollar of the plan, by quarter, option and part; lines of nothing are left out. */
export const planLedger = ({ problem, layout, read }: Decisions, builds: readonly OptionBuild[]): Ledger => {
  const lines: LedgerLine[] = [];
  problem.sites.forEach((site, s) => {
    const posted = poster(`ground/${site.id}`, problem);
    const build = builds[s]!;
    buy({ problem, post: posted.post }, { lines: site.capital, built: build.built, life: site.life, arrives_frac: 1 });
    build.inService.forEach((mw, t) => site.standing.forEach((line) => posted.post(t, line, (mw * line.usd[t]!) / QUARTERS_PER_YEAR)));
    layout.sites[s]!.run.forEach((column, t) => site.running.forEach((line) => posted.post(t, line, (read(column) * line.usd[t]!) / QUARTERS_PER_YEAR)));
    lines.push(...posted.lines());
  });
  const { fleet } = problem;
  if (fleet !== null) {
    const data = dataByQuarter({ problem, layout, read }, fleet);
    const inService = problem.quarters.map((_, t) => problem.vehicles.reduce((sum, _v, v) => sum + builds[problem.sites.length + v]!.inService[t]!, 0));
    problem.vehicles.forEach((vehicle, v) => {
      const build = builds[problem.sites.length + v]!;
      const share = build.inService.map((n, t) => (inService[t] === 0 ? 0 : n / inService[t]!));
      lines.push(...vehicleLines({ problem, vehicle, fleet, build, data: data.map((usd, t) => usd * share[t]!) }));
    });
  }
  return assertLedger(lines);
};

const vehicleLines = ({ problem, vehicle, fleet, build, data }: { readonly problem: PlanCase; readonly vehicle: VehicleCase; readonly fleet: FleetCase; readonly build: OptionBuild; readonly data: readonly number[] }): readonly LedgerLine[] => {
  const { post, lines } = poster(`orbit/${vehicle.id}`, problem);
  buy({ problem, post }, { lines: fleet.capital, built: build.built, life: fleet.life, arrives_frac: vehicle.reliability });
  buy({ problem, post }, { lines: [vehicle.launch], built: build.launches, life: fleet.life, arrives_frac: vehicle.reliability });
  build.inService.forEach((n, t) => fleet.standing.forEach((line) => post(t, line, (n * line.usd[t]!) / QUARTERS_PER_YEAR)));
  data.forEach((usd, t) => post(t, fleet.data, usd));
  return lines();
};

/** What the data of all classes served in orbit costs in each quarter. */
const dataByQuarter = ({ problem, layout, read }: Decisions, fleet: FleetCase): readonly number[] =>
  problem.quarters.map((_, t) => problem.classes.reduce((sum, c, k) => sum + read(layout.classes[k]!.orbit[t]!) * dataGB(c.data_B_per_J) * fleet.data.usd[t]!, 0));

const SALVAGE: PricedLine = { subsystem: "value left", boundary: "salvage", source: "horizon.end: straight line over each part's life", usd: [] };

/** Posts the purchases for what is built, their renewals, and the salvage. */
const buy = ({ problem, post }: { readonly problem: PlanCase; readonly post: Post }, { lines, built, life, arrives_frac }: { readonly lines: readonly CapitalPrice[]; readonly built: readonly number[]; readonly life: number; readonly arrives_frac: number }): void => {
  const horizon = problem.quarters.length;
  built.forEach((n, at) => {
    if (n === 0) return;
    for (const purchase of purchasesOf({ lines, at, life, horizon, salvage: problem.salvage, arrives_frac })) {
      post(purchase.at, purchase.line, n * purchase.usd);
      post(horizon - 1, SALVAGE, -n * purchase.salvage_usd);
    }
  });
};

/** Adds up what is posted on one option into one line for each part and quarter. */
const poster = (option: string, { quarters }: PlanCase): { readonly post: Post; readonly lines: () => readonly LedgerLine[] } => {
  const posted = new Map<string, LedgerLine>();
  const post: Post = (t, line, usd) => {
    if (usd === 0) return;
    const period = formatQuarter(quarters[t]!);
    const id = `${option}/${line.subsystem}/${period}`;
    const before = posted.get(id);
    posted.set(id, {
      id, actor: "own", tier: option.startsWith("ground/") ? "ground" : "orbit", subsystem: `${option.slice(option.indexOf("/") + 1)}/${line.subsystem}`,
      boundary: line.boundary, period, quantity: usd + (before === undefined ? 0 : before.quantity), unit: "$", source: line.source,
    });
  };
  return { post, lines: () => [...posted.values()] };
};
