/**
 * The futures of plan.uncertain, each as the scenario that it is and what the planner reads of it.
 *
 *   1. named futures have their chances; what they leave is shared equally by the draws, or without draws is the scenario as written
 *   2. draw n takes draw n of every gate, and of every other distribution that a future can change its quantile at a uniform number of the
 *      stream of its path (kernel's counter-based generator, by the scenario's seed and n): no field's draw depends on another's
 *
 * The platform is sized and flown once, and so is what a megawatt of a site is; when its power comes is each future's own (future-sites.ts).
 * Demand is placed again where it or a limit of a tier changed.
 */
import type { Flight } from "../fly/index.ts";
import { randomDoubles, streamOf } from "../kernel/index.ts";
import { hasMarket, openMarket, quantileOf, withAccess } from "../market/index.ts";
import type { FutureInput } from "../plan/index.ts";
import { futureSettings, knownLater, withValues, type RandomField, type Scenario } from "../scenario/index.ts";
import type { Service } from "../serve/index.ts";
import type { Sizing } from "../size/index.ts";
import { settledTerms } from "./with-deals.ts";
import { builtBefore, builtIn, type Built } from "./future-sites.ts";
import { servedWhole } from "./served.ts";
import { servedModels } from "./served-models.ts";

export interface Designed {
  readonly sizing: Sizing;
  readonly flight: Flight;
  readonly service: Service;
}

/** Every future of a scenario; none where it has no plan.uncertain. `scenario` is as it was read, `designed` what was sized, flown and served of it. */
export const futuresOf = async (scenario: Scenario, designed: Designed): Promise<{ readonly futures: readonly FutureInput[]; readonly notes: readonly string[] }> => {
  const { uncertain } = scenario.plan;
  if (uncertain === null) return { futures: [], notes: [] };
  const rest = 1 - uncertain.futures.reduce((sum, { chance_frac }) => sum + chance_frac, 0);
  const named = uncertain.futures.filter(({ chance_frac }) => chance_frac > 0).map((future) => ({ id: future.id, chance_frac: future.chance_frac, what: futureSettings(future).join("; "), scenario: scenario.futures[future.id]! }));
  const { drawn, held } = split(scenario.random);
  const others = uncertain.draws > 0
    ? Array.from({ length: uncertain.draws }, (_, i) => ({ id: `draw ${i + 1}`, chance_frac: rest / uncertain.draws, what: "drawn", scenario: drawOf(scenario, { drawn, n: i + 1 }) }))
    : rest > 1e-9 ? [{ id: "as written", chance_frac: rest, what: "", scenario }] : [];
  const futures: FutureInput[] = [];
  for (const future of [...named, ...others]) futures.push({ ...future, ...(await planned(future.scenario, { scenario, designed })) });
  const notes = uncertain.draws > 0 && held.length > 0 ? [`Draws of plan.uncertain leave at their central values what platform or sites are sized by: ${held.map(({ path }) => path).join(", ")}.`] : [];
  return { futures, notes };
};

const GATE_DELAY = /^gates\..*\.delay$/;

/** Distributions that a draw takes, and those that a design has taken before; delays of gates are drawn by the market. */
const split = (random: readonly RandomField[]): { readonly drawn: readonly RandomField[]; readonly held: readonly RandomField[] } => {
  const others = random.filter(({ path }) => !GATE_DELAY.test(path));
  return { drawn: others.filter(({ path }) => knownLater(path)), held: others.filter(({ path }) => !knownLater(path)) };
};

/** (2). */
const drawOf = (scenario: Scenario, { drawn, n }: { readonly drawn: readonly RandomField[]; readonly n: number }): Scenario => {
  const { seed } = scenario.uncertainty;
  const values = drawn.map(({ path, distribution }) => ({ path, value: quantileOf(distribution, inside(randomDoubles({ seed, stream: streamOf(path), index: n })())) }));
  const changed = values.length === 0 ? scenario : withValues(scenario, values);
  return { ...changed, uncertainty: { ...changed.uncertainty, draw: n } };
};

/** A share of 0 has no quantile where a distribution has no end: half of the generator's step in its place. */
const inside = (share: number): number => (share === 0 ? 2 ** -54 : share);

/** The scenario as its market leaves it, and what the planner reads. */
export const planned = async (future: Scenario, { scenario, designed }: { readonly scenario: Scenario; readonly designed: Designed }): Promise<Pick<FutureInput, "scenario" | "input">> => {
  const own = ownOf(future);
  const base = ownOf(scenario);
  const built = builtIn(own, { scenario: base, ...designed });
  const same = built.sizing === designed.sizing && servedBy(own) === servedBy(base);
  return { scenario: own, input: same ? designed : await served(own, built) };
};

/** The design beside what an event makes of it: with the sites that only then have power, if there are any. */
export const designedBeside = async (scenario: Scenario, designed: Designed, after: Built): Promise<Designed> => {
  const built = builtBefore(designed, after);
  return built.sizing === designed.sizing ? designed : served(scenario, built);
};

const served = async (scenario: Scenario, { sizing, flight }: Built): Promise<Designed> => ({ sizing, flight, service: (await servedWhole(scenario, { sizing, flight, models: servedModels(scenario) })).service });

/** A scenario with its vehicles settled, and what its market leaves to its own actor. */
const ownOf = (scenario: Scenario): Scenario => {
  const done = settledTerms(scenario);
  return hasMarket(done) ? withAccess(done, openMarket(done).views[0]!) : done;
};

const servedBy = ({ demand, ground, orbit, network }: Scenario): string => JSON.stringify({ demand, ground, orbit, network });

