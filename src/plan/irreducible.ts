/**
 * An irreducible set: limits by quarter that cannot hold together, and could without any one of them, whole launches counted as whole.
 *
 *   1. Where the linear program has no point, the solver's own set (rows of its proof) is the first guess, if it has no point either; else all.
 *   2. What can be left out of it is left out by halves: to every set that is known to be needed, halves of what is doubted are added until
 *      there is no point (Junker 2004, QuickXplain), over the linear program.
 *   3. A set that no part of launches satisfies may be more than whole ones need: a deletion filter over it (Chinneck and Dravnieks 1991), with
 *      whole launches: each member in turn is given up, and stays so where there is still no point.
 *   4. Where only whole launches have no point, 3 over whole groups (one limit over the horizon) and then 2, with whole launches.
 *
 * Every trial is one search with nothing to minimise. After TRIALS of them, and where one ends at its node limit, what is doubted stays:
 * the set is then a reason, and not known to be irreducible (`proven` false).
 */
import { conflictMembers, givenUp, type Member } from "./conflict-members.ts";
import type { Formulation } from "./formulate.ts";
import type { LinearModel, Solve } from "./linear-model.ts";
import type { PlanCase } from "./plan-case.ts";

/** Searches before the rest is taken as needed: some seconds for a model of a few thousand columns. */
const TRIALS = 300;

export interface Irreducible {
  /** What cannot hold together; empty where there is a point, or where nothing that could be given up helps. */
  readonly members: readonly Member[];
  /** Parts of launches would do. */
  readonly wholeOnly: boolean;
  /** Whether each member was seen to be needed. */
  readonly proven: boolean;
}

/** An irreducible set of a problem without a point. */
export const irreducible = async (problem: PlanCase, formulation: Formulation, solve: Solve): Promise<Irreducible> => {
  const { model } = formulation;
  const idle: LinearModel = { ...model, name: `${model.name}-conflict`, columns: { ...model.columns, cost: new Float64Array(model.columns.cost.length) } };
  const parts: LinearModel = { ...idle, columns: { ...idle.columns, integer: new Uint8Array(idle.columns.integer.length) } };
  const all = await withoutDeposits(conflictMembers(problem, formulation), { model: parts, solve });
  const trial = trialOf({ all, solve });
  const { status, conflict } = await solve(parts, { explain: true });
  const wholeOnly = status !== "infeasible";
  const needed = wholeOnly
    ? await needs(trial(idle), await groupsNeeded(trial(idle), all))
    : await filtered(trial(idle), await needs(trial(parts), await guessed(trial(parts), { all, conflict })));
  return { members: needed, wholeOnly, proven: trial.allProven() };
};

/** Where more money would do, a lead is not what is in the way: given up, it would only spare the deposit. */
const withoutDeposits = async (all: readonly Member[], { model, solve }: { readonly model: LinearModel; readonly solve: Solve }): Promise<readonly Member[]> => {
  const money = all.filter(({ id }) => id === "cash");
  const others = all.filter(({ id }) => !id.startsWith("order/"));
  if (money.length === 0 || others.length === all.length) return all;
  const { status } = await solve(givenUp(model, money));
  return status === "infeasible" ? all : others;
};

/** Whether members cannot hold together; false where that is not known. */
type Fails = (kept: readonly Member[]) => Promise<boolean>;

interface Trial {
  (model: LinearModel): Fails;
  readonly allProven: () => boolean;
}

const trialOf = ({ all, solve }: { readonly all: readonly Member[]; readonly solve: Solve }): Trial => {
  let trials = 0;
  let proven = true;
  const fails = (model: LinearModel): Fails => async (kept) => {
    if (trials >= TRIALS) return (proven = false);
    trials++;
    const held = new Set(kept);
    try {
      const { status } = await solve(givenUp(model, all.filter((member) => !held.has(member))));
      return status === "infeasible";
    } catch {
      // Neither a point nor a proof within the node limit.
      return (proven = false);
    }
  };
  return Object.assign(fails, { allProven: () => proven });
};

const guessed = async (fails: Fails, { all, conflict }: { readonly all: readonly Member[]; readonly conflict: { readonly rows: readonly number[]; readonly columns: readonly number[] } }): Promise<readonly Member[]> => {
  const touched = all.filter(({ rows, columns }) => rows.some((row) => conflict.rows.includes(row)) || columns.some((column) => conflict.columns.includes(column)));
  return touched.length > 0 && (await fails(touched)) ? touched : all;
};

/** Deletion over the members, one by one. */
const filtered = async (fails: Fails, members: readonly Member[]): Promise<readonly Member[]> => {
  let kept = members;
  for (const member of members) {
    const without = kept.filter((other) => other !== member);
    if (await fails(without)) kept = without;
  }
  return kept;
};

/** Deletion over limits as wholes. */
const groupsNeeded = async (fails: Fails, all: readonly Member[]): Promise<readonly Member[]> => {
  let kept = all;
  for (const id of new Set(all.map((member) => member.id))) {
    const without = kept.filter((other) => other.id !== id);
    if (await fails(without)) kept = without;
  }
  return kept;
};

/** By halves: the members that are needed beside those that are kept anyway. */
const needs = async (fails: Fails, doubted: readonly Member[]): Promise<readonly Member[]> => {
  const beside = async (kept: readonly Member[], { of, added }: { readonly of: readonly Member[]; readonly added: boolean }): Promise<readonly Member[]> => {
    if (added && (await fails(kept))) return [];
    if (of.length <= 1) return of;
    const half = Math.ceil(of.length / 2);
    const [first, second] = [of.slice(0, half), of.slice(half)];
    const fromSecond = await beside([...kept, ...first], { of: second, added: true });
    const fromFirst = await beside([...kept, ...fromSecond], { of: first, added: fromSecond.length > 0 });
    return [...fromFirst, ...fromSecond];
  };
  return beside([], { of: doubted, added: true });
};
