/**
 * The rule that was learnt, said at each date: for which values of the driver that matters most one decides, the other drivers at their
 * median, for each state of the events.
 */
import { expectedGoingOn, factorOf, spreadAfter, type StoppingRule } from "../../money/index.ts";
import { REACH_SD } from "./design.ts";
import { payoffAt, statesOf } from "./interpolate.ts";
import type { DecisionCase, DriverCase, OptionsCase, RuleAt } from "./options-record.ts";

/** States that are asked between the ends of the points. */
const ASKED = 400;

/** The rule at every date. */
export const ruleOf = (all: OptionsCase, decision: DecisionCase, rule: StoppingRule): readonly RuleAt[] => {
  const main = mainDriver(all, decision);
  return decision.dates.flatMap((quarter, date) => {
    const events = all.drivers.map(({ motion }) => (motion.kind === "event" && quarter > all.start_quarter ? [0, 1] : [0]));
    return statesOf(events).map((state) => ruleAt(all, decision, { rule, main, date, events: state }));
  });
};

/** The geometric or reverting driver along which payoffs at the last date differ most; -1 where there is none. */
const mainDriver = ({ drivers }: OptionsCase, { tables }: DecisionCase): number => {
  const last = tables.at(-1)!;
  const reach = drivers.map(({ motion }, d) => {
    if (motion.kind === "event") return -1;
    const payoffs = last.axes[d]!.map((state) => payoffAt(last, (other) => (other === d ? state : middle(last.axes[other]!))));
    return Math.max(...payoffs) - Math.min(...payoffs);
  });
  const largest = Math.max(-1, ...reach.filter((r) => !Number.isNaN(r)));
  return largest < 0 ? -1 : reach.indexOf(largest);
};

/** An event is taken to have happened. */
const middle = (axis: readonly number[]): number => (axis.length === 2 && axis[0] === 0 && axis[1] === 1 ? 1 : (axis[0]! + axis.at(-1)!) / 2);

interface Asked {
  readonly rule: StoppingRule;
  readonly main: number;
  readonly date: number;
  /** 0 or 1 of an event, 0 of the others. */
  readonly events: readonly number[];
}

const ruleAt = ({ drivers, start_quarter }: OptionsCase, { dates, tables, kind }: DecisionCase, { rule, main, date, events }: Asked): RuleAt => {
  const quarter = dates[date]!;
  const years = (quarter - start_quarter) / 4;
  const happened = Object.fromEntries(drivers.flatMap(({ id, motion }, d) => (motion.kind === "event" ? [[id, events[d] === 1]] : [])));
  const median = drivers.map(({ motion }, d) => (motion.kind === "event" ? events[d]! : spreadAfter(motion, { state: 0, years }).mean));
  const decides = (state: readonly number[]): boolean => {
    const payoff_usd = payoffAt(tables[date]!, (driver) => state[driver]!);
    return payoff_usd > 0 && (date === dates.length - 1 || payoff_usd >= expectedGoingOn(rule, { date, state, payoff_usd }));
  };
  const motion = main < 0 ? undefined : drivers[main]!.motion;
  if ((kind === "stage" && date === 0) || motion === undefined || motion.kind === "event" || years === 0) {
    return { quarter, happened, driver: null, when: decides(median) ? "always" : "never", factor: [], value: [] };
  }
  const { mean, sd } = spreadAfter(motion, { state: 0, years });
  const stateAt = (i: number): number => mean + sd * REACH_SD * ((2 * i) / ASKED - 1);
  const yes = Array.from({ length: ASKED + 1 }, (_, i) => decides(median.with(main, stateAt(i))));
  return { quarter, happened, ...edgesOf(yes, { driver: drivers[main]!, stateAt, at: quarter - start_quarter }) };
};

/** The longest run of states in which one decides. */
const edgesOf = (yes: readonly boolean[], { driver, stateAt, at }: { readonly driver: DriverCase; readonly stateAt: (i: number) => number; readonly at: number }): Omit<RuleAt, "quarter" | "happened"> => {
  const { from, to } = longestRun(yes);
  const told = (when: RuleAt["when"], edges: readonly number[]): Omit<RuleAt, "quarter" | "happened"> => {
    const factor = edges.map((i) => factorOf(driver.motion, stateAt(i)));
    return { driver: driver.id, when, factor, value: factor.map((f) => f * driver.written[at]!) };
  };
  if (from < 0) return told("never", []);
  if (from === 0 && to === yes.length - 1) return told("always", []);
  if (from === 0) return told("below", [to + 0.5]);
  return to === yes.length - 1 ? told("above", [from - 0.5]) : told("between", [from - 0.5, to + 0.5]);
};

const longestRun = (yes: readonly boolean[]): { readonly from: number; readonly to: number } => {
  let best = { from: -1, to: -2 };
  let from = -1;
  yes.forEach((is, i) => {
    if (!is) from = -1;
    else if (from < 0) from = i;
    if (is && i - from > best.to - best.from) best = { from, to: i };
  });
  return best;
};
