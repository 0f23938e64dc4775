/**
 * What it is worth to be able to decide later, or never.
 *
 *   1. now      = mean over paths of what deciding at the first date brings, come what may
 *   2. fixed    = the best over dates of the same: the date is chosen today
 *   3. value    = what the rule learnt by least-squares Monte Carlo brings on paths that it was not learnt from, 0 where it never decides
 *                 (money/options/stopping): a lower bound
 *   4. flexibility = value - max(0, now): what not having to decide today is worth
 *   5. of stage: the pilot is begun on a path where what it brings and what the right to the rest is expected to bring come to more
 *      than 0; now is all at once. A compound option (Geske 1979), by simulation
 *
 * Payoffs are falls of the plan's objective, discounted by the plan's own factors, so that nothing is discounted here. Drivers move as
 * they are said to: with drifts adjusted for risk and a riskless rate this is valuation by contingent claims, with expected ones and
 * one's own rate of return it is dynamic programming (Dixit and Pindyck 1994, ch. 4).
 */
import { followRule, foresight, latticeValue, learnExpectation, learnRule, meanOfPairs, type Stopped, type StoppingCase, type StoppingRule } from "../../money/index.ts";
import { payoffAt } from "./interpolate.ts";
import type { DecisionCase, DecisionValue, OptionsCase } from "./options-record.ts";
import { ruleOf } from "./rule.ts";
import { firstPaths, payoffsAtDate, sampleOf, type Uniforms } from "./sample.ts";
import { decisionText, dollars } from "./words.ts";

/** Of the polynomials: Longstaff and Schwartz take 3; more changes the cases here by less than a standard error. */
const DEGREE = 3;
/** Steps of the lattice, at least. */
const LATTICE_STEPS = 400;
/** Shares of the paths for which the value is told beside that of all. */
const SHARES = [0.25, 0.5, 1] as const;

/** Everything that is told of a decision. */
export const valueDecision = (all: OptionsCase, decision: DecisionCase, uniforms: Uniforms): DecisionValue => {
  const learnt = sampleOf(all, decision, { uniforms, stream: "learn" });
  const tried = sampleOf(all, decision, { uniforms, stream: "try" });
  const found = decision.first === null ? simple(learnt, tried) : staged(decision.first, learnt, tried);
  const { value_usd, standardError_usd, at } = found.stopped;
  const now_usd = nowOf(decision, tried);
  const told = {
    id: decision.id, kind: decision.kind, dates: decision.dates, now_usd,
    fixed: decision.first === null ? fixedOf(decision, tried) : null,
    value_usd, standardError_usd, foresight_usd: found.foresight_usd,
    flexibility_usd: value_usd - Math.max(0, now_usd ?? 0),
    lattice_usd: latticeOf(all, decision),
    ...whenOf(decision, at),
    rule: ruleOf(all, decision, found.rule),
    convergence: SHARES.map((share) => {
      const paths = 2 * Math.round((share * all.paths) / 2);
      const part = decision.first === null ? simple(firstPaths(learnt, paths), firstPaths(tried, paths)) : staged(decision.first, firstPaths(learnt, paths), firstPaths(tried, paths));
      return { paths, value_usd: part.stopped.value_usd, standardError_usd: part.stopped.standardError_usd };
    }),
    interpolation: interpolationOf(decision),
    beyond_frac: tried.beyond_frac,
    notes: [...notesOf(decision), ...coarseNote(decision, value_usd)],
  };
  return { ...told, text: decisionText(all, decision, told) };
};

interface Found {
  readonly rule: StoppingRule;
  readonly stopped: Stopped;
  readonly foresight_usd: number;
}

/** (3). */
const simple = (learnt: StoppingCase, tried: StoppingCase): Found => {
  const rule = learnRule(learnt, DEGREE);
  return { rule, stopped: followRule(rule, tried), foresight_usd: foresight(tried).value_usd };
};

/** (5): the second stage stops like any other; the first is worth its own payoff with what the second is expected to bring. */
const staged = ({ pilot }: NonNullable<DecisionCase["first"]>, learnt: StoppingCase, tried: StoppingCase): Found => {
  const rule = learnRule(learnt, DEGREE);
  const expected = learnExpectation(learnt.sample, { date: 0, values: followRule(rule, learnt).got_usd, degree: DEGREE });
  const later = followRule(rule, tried);
  const begun = payoffsAtDate(tried.sample, { table: pilot, date: 0 });
  const begins = begun.map((payoff, path) => (payoff + expected(tried.sample, path) > 0 ? 1 : 0));
  const got_usd = begun.map((payoff, path) => (begins[path] === 1 ? payoff + later.got_usd[path]! : 0));
  const { dates, paths } = tried.sample;
  const best = Float64Array.from({ length: paths }, (_, path) => {
    let most = 0;
    for (let date = 1; date < dates; date++) most = Math.max(most, tried.payoff_usd[path * dates + date]!);
    return Math.max(0, begun[path]! + most);
  });
  return { rule, foresight_usd: meanOfPairs(best).value_usd, stopped: { ...meanOfPairs(got_usd), got_usd, at: later.at.map((date, path) => (begins[path] === 1 ? date : -1)) } };
};

const meanAt = ({ sample: { dates, paths }, payoff_usd }: StoppingCase, date: number): number => {
  let sum = 0;
  for (let path = 0; path < paths; path++) sum += payoff_usd[path * dates + date]!;
  return sum / paths;
};

/** (1). */
const nowOf = ({ first }: DecisionCase, tried: StoppingCase): number | null => {
  const now = first === null ? meanAt(tried, 0) : meanOfPairs(payoffsAtDate(tried.sample, { table: first.whole, date: 0 })).value_usd;
  return Number.isFinite(now) ? now : null;
};

/** (2). */
const fixedOf = ({ dates }: DecisionCase, tried: StoppingCase): DecisionValue["fixed"] => {
  const means = dates.map((quarter, date) => ({ quarter, value_usd: meanAt(tried, date) })).filter(({ value_usd }) => Number.isFinite(value_usd));
  return means.length === 0 ? null : means.reduce((best, one) => (one.value_usd > best.value_usd ? one : best));
};

const whenOf = ({ dates }: DecisionCase, at: Int32Array): Pick<DecisionValue, "decidedBy_frac" | "never_frac" | "expected_quarter"> => {
  const count = dates.map((_, date) => at.reduce((sum, one) => sum + (one === date ? 1 : 0), 0));
  const decided = count.reduce((a, b) => a + b, 0);
  return {
    decidedBy_frac: count.map((_, date) => count.slice(0, date + 1).reduce((a, b) => a + b, 0) / at.length),
    never_frac: 1 - decided / at.length,
    expected_quarter: decided === 0 ? null : dates.reduce((sum, quarter, date) => sum + quarter * count[date]!, 0) / decided,
  };
};

/** The same payoffs by lattice: another method, where there is one. */
const latticeOf = ({ drivers, start_quarter }: OptionsCase, { dates, tables, first }: DecisionCase): number | null => {
  const motion = drivers[0]!.motion;
  const quarters = dates.at(-1)! - start_quarter;
  if (drivers.length !== 1 || motion.kind !== "geometric" || first !== null || quarters === 0) return null;
  const { drift_per_yr, volatility_per_sqrt_yr } = motion;
  const least = Math.max(LATTICE_STEPS, (2 * quarters * (drift_per_yr / volatility_per_sqrt_yr) ** 2) / 4);
  const perQuarter = Math.ceil(least / quarters);
  return latticeValue({
    spot: 1, years: quarters / 4, steps: perQuarter * quarters, rate_per_yr: 0, drift_per_yr, volatility_per_sqrt_yr,
    stop: (spot, step) => {
      const date = step % perQuarter === 0 ? dates.indexOf(start_quarter + step / perQuarter) : -1;
      return date < 0 ? -Infinity : payoffAt(tables[date]!, () => Math.log(spot));
    },
  });
};

/** Of what is worth taking: below 0 nothing is decided, however far below. */
const interpolationOf = ({ checks }: DecisionCase): DecisionValue["interpolation"] => {
  if (checks.length === 0) return null;
  const misses = checks.map(({ solved_usd, interpolated_usd }) => Math.abs(Math.max(0, solved_usd) - Math.max(0, interpolated_usd)));
  const weights = checks.map(({ weight }) => weight);
  return { plans: checks.length, largest_usd: Math.max(...misses), mean_usd: misses.reduce((sum, miss, i) => sum + miss * weights[i]!, 0) / weights.reduce((a, b) => a + b, 0) };
};

/** Share of a value that interpolation may miss it by before that is told. */
const COARSE = 0.1;

const coarseNote = (decision: DecisionCase, value_usd: number): readonly string[] => {
  const found = interpolationOf(decision);
  if (found === null || value_usd <= 0 || found.mean_usd <= COARSE * value_usd) return [];
  return [`${decision.id}: between the points plans are off by ${dollars(found.mean_usd)} in the mean, and the decision is worth ${dollars(value_usd)}: raise options.points before its value is used.`];
};

const notesOf = ({ id, tables, first }: DecisionCase): readonly string[] => {
  const all = [...tables.slice(first === null ? 0 : 1), ...(first === null ? [] : [first.pilot, first.whole])];
  const none = all.flatMap(({ payoff_usd }) => payoff_usd).filter((payoff) => payoff === null).length;
  return none === 0 ? [] : [`${id}: in ${none} of ${all.flatMap(({ payoff_usd }) => payoff_usd).length} states no plan can be had; one does not decide there, nor between them and their neighbours.`];
};
