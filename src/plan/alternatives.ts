/**
 * Plans that cost nearly the same and build something else: how sure a plan is of what it builds.
 *
 *   1. cost of the plan's objective <= (1 + within) x that of the best plan, a row more; both as the search counts them, with charges on
 *      capital and what is paid whatever is decided. What an alternative costs is told as paid, and may be less than the plan's
 *   2. sought: the plan that is most unlike the nearest of those before it (unlike.ts), by way and year: elsewhere, earlier or later, more or less
 *   3. most sum over places of sign x standing(w, y): a linear program, whose signs are those of the differences from the plans before at the
 *      last answer; solved again with the new signs until it gains nothing (a convex function climbs to a local best: Mangasarian 1996)
 *   4. from several starts: each tier more and less, each way that is used less ("hop, skip, jump", Brill, Chang and Hopkins 1982), each that is
 *      not used more. The signs of the best answer are then sought with whole launches, to a gap of GAP
 *
 * So each is very unlike the others, and not proven the most unlike of all. The first that is alike to one before ends them.
 */
import { buildsOf, reader } from "./interpret.ts";
import { withConstant, withRow } from "./linear-model.ts";
import type { Basis, LinearModel, Solve } from "./linear-model.ts";
import { waysOf } from "./plan-case.ts";
import type { PlanAlternative, YearTotals } from "./plan-record.ts";
import { costOf } from "./solve-case.ts";
import { launchesIn, shortOf, type Origin } from "./twins.ts";
import { placesOf, standingOf, tierSum, unlike, yearEnds, type Place } from "./unlike.ts";

/** Less unlike than this is the same plan. */
const ALIKE = 1e-4;
/** A search for whole launches that is this near is near enough: how unlike a plan is needs no third figure. */
const GAP = 0.05;
/** What the whole cost counts beside the whole of what stands. */
const CHEAPER = 1e-3;
/** Starts, as many linear programs each as climbs gain; in a large model the tiers' alone. */
const STARTS = 12;
const LARGE_STARTS = 4;
const LARGE = 20_000;
const CLIMBS = 3;

export interface Asked {
  readonly count: number;
  readonly within_frac: number;
  readonly solve: Solve;
}

/** Plans within a share of the best, each unlike those before it; fewer where none is left that differs. */
export const alternativesTo = async (origin: Origin, { count, within_frac, solve }: Asked): Promise<readonly PlanAlternative[]> => {
  if (count === 0) return [];
  const { model, layout } = origin.solved.formulation;
  const { primal } = origin.best.priced;
  const room = within_frac * Math.abs(origin.best.counted_usd / 1e6);
  const near = withRow(model, { name: "near", terms: [...model.columns.cost.entries()].filter(([, cost]) => cost !== 0), upper: modelCost(model, primal) + room });
  const places = placesOf(origin.problem, layout);
  const found: PlanAlternative[] = [];
  const before = [standingOf(places, primal)];
  for (let n = 1; n <= count; n++) {
    const other = await mostUnlike(origin, { near, places, before, solve });
    if (other === null) return found;
    before.push(standingOf(places, other));
    found.push(toldOf(origin, { n, primal: other, unlike_frac: unlike(places, before[0]!, before.at(-1)!) }));
  }
  return found;
};

interface Search {
  readonly near: LinearModel;
  readonly places: readonly Place[];
  /** MW standing in each place, by plan. */
  readonly before: readonly (readonly number[])[];
  readonly solve: Solve;
}

/** A plan unlike all before; null where there is none. */
const mostUnlike = async (origin: Origin, search: Search): Promise<Float64Array | null> => {
  const { places, solve } = search;
  const signs = await bestSigns(origin, search);
  if (signs === null) return null;
  const found = await solve(towards(search, signs), { start: origin.best.priced.primal, gap_frac: GAP });
  return found.primal.length === 0 || nearest(search, standingOf(places, found.primal)) < ALIKE ? null : found.primal;
};

const nearest = ({ places, before }: Search, standing: readonly number[]): number => Math.min(...before.map((other) => unlike(places, other, standing)));

/** Signs of the most unlike answer without whole numbers; null where all are alike. */
const bestSigns = async (origin: Origin, search: Search): Promise<readonly number[] | null> => {
  const { near, places, before, solve } = search;
  const parts: LinearModel = { ...near, columns: { ...near.columns, integer: new Uint8Array(near.columns.integer.length) } };
  let best: { readonly signs: readonly number[]; readonly unlike: number } | null = null;
  let basis: Basis | null = null;
  for (const start of startsOf(origin, { places, standing: before[0]! })) {
    let signs = start;
    let reached = -1;
    for (let climb = 0; climb < CLIMBS; climb++) {
      const found = await solve(towards({ ...search, near: parts }, signs), basis === null ? {} : { basis });
      if (found.primal.length === 0) break;
      basis = found.basis;
      const standing = standingOf(places, found.primal);
      const now = nearest(search, standing);
      if (now > ALIKE && (best === null || now > best.unlike)) best = { signs, unlike: now };
      const sum = before.reduce((all, other) => all + unlike(places, other, standing), 0);
      if (sum <= reached + ALIKE) break;
      reached = sum;
      signs = standing.map((MW, i) => before.reduce((all, other) => all + Math.sign(MW - other[i]!), 0));
    }
  }
  return best === null ? null : best.signs;
};

/** Signs by place to begin from: tiers more and less, the ways that are used most less, others more. */
const startsOf = ({ problem, solved: { formulation } }: Origin, { places, standing }: { readonly places: readonly Place[]; readonly standing: readonly number[] }): readonly (readonly number[])[] => {
  const nonzeros = formulation.model.matrix.value.length;
  const ways = waysOf(problem);
  const tiers = [...new Set(ways.map(({ option }) => option.tier))];
  const used = ways.map((_, i) => places.reduce((sum, { way }, at) => (way === i ? sum + standing[at]! : sum), 0));
  const order = used.map((_, i) => i).toSorted((a, b) => used[b]! - used[a]!);
  const signsBy = (of: (way: number) => number): readonly number[] => places.map(({ way }) => of(way));
  return [
    ...tiers.flatMap((tier) => [1, -1].map((sign) => signsBy((way) => (ways[way]!.option.tier === tier ? sign : 0)))),
    ...order.map((one) => signsBy((way) => (way !== one ? 0 : used[one]! > 0 ? -1 : 1))),
  ].slice(0, nonzeros > LARGE ? LARGE_STARTS : STARTS);
};

/**
 * The model that seeks most of sign x standing, as a share of what the plan has standing on the tier, and among equals the cheapest. A constant keeps its
 * objective from zero, where a relative gap means nothing.
 */
const towards = ({ near, places, before }: Search, signs: readonly number[]): LinearModel => {
  const sums = new Map(places.map(({ tier }) => [tier, tierSum(places, { MW: before[0]!, tier })]));
  const per = places.map(({ tier }) => 1 / (sums.get(tier)! > 0 ? sums.get(tier)! : 1));
  const best = near.rows.upper.at(-1)!;
  const cost = near.columns.cost.map((value) => (best === 0 ? 0 : (CHEAPER * value) / Math.abs(best)));
  places.forEach(({ terms }, i) => terms.forEach(([column, MW]) => (cost[column]! -= signs[i]! * MW * per[i]!)));
  // Its objective is no money: what a launch costs says nothing of it.
  const { cheapestWhole: _price, ...rest } = near;
  return withConstant({ ...rest, name: "plan-unlike", columns: { ...near.columns, cost } }, { name: "unlike", cost: -1 });
};

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const modelCost = ({ columns }: LinearModel, primal: Float64Array): number => columns.cost.reduce((sum, cost, j) => sum + cost * primal[j]!, 0);

const toldOf = (origin: Origin, { n, primal, unlike_frac }: { readonly n: number; readonly primal: Float64Array; readonly unlike_frac: number }): PlanAlternative => {
  const { problem, solved: { formulation: { model, layout } } } = origin;
  const read = reader(primal);
  const decisions = { problem, layout, read };
  const { objective_usd } = costOf(decisions, modelCost(model, primal));
  const built = buildsOf(decisions);
  const launches = layout.vehicles.map(({ launch }) => launch.map(read));
  const ways = waysOf(problem);
  return {
    id: `alternative ${n}`, difference_usd: objective_usd - origin.best.objective_usd, objective_usd, unlike_frac, ...shortOf(decisions), launches: launchesIn(decisions),
    built: built.map(({ option, built: units, launches: made }) => ({ option, units: total(units), launches: total(made) })),
    years: yearEnds(problem.quarters).map((end, i, ends): YearTotals => {
      const power = (tier: string): number => total(built.map(({ inService }, at) => (ways[at]!.option.tier === tier ? inService[end]! * ways[at]!.option.unit.itNameplate_W : 0)));
      return { year: Math.floor(problem.quarters[end]! / 4), ground_W: power("ground"), orbit_W: power("orbit"), launches: total(launches.flatMap((made) => made.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1))) };
    }),
  };
};
