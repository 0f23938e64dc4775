/**
 * One hour of a drawn year in which something is out, or the store holds what was not planned: what stands in for what.
 *
 *   1. the hour is cut into spans by its sources of one unit: those out longer are out in all spans in which those out shorter are. Of several
 *      units, each span has what the others of the kind can give
 *   2. in each span what lacks of the plan is met, in this order: the store is charged less; other sources give what they have left, cheapest
 *      first; the engines of the house, their share of the load while they run; the store gives more, as far as it holds. The rest is shed
 *   3. a store that holds less than planned gives as planned while it can, and where the plan takes nothing out and nothing lacks charges back to it from
 *      what the sources have left, cheapest first; one that holds more, since it was out itself, is charged less
 *
 * So a store never takes from the load, and what finds no power in a span is never more than without one. Charging back costs at most the loss of
 * the way there and back more than waiting would: where the plan rests, power is worth less than what the store holds.
 */
import type { StorePath } from "../kernel/index.ts";
import { unitsOf, type DrawnYear } from "./site-draws.ts";
import type { SiteSources } from "./site-sources.ts";
import { uptime, type UptimeAsked } from "./site-uptime.ts";

export interface StandInAsked extends UptimeAsked {
  readonly sources: SiteSources;
  /** Sources, store and what is short as planned. */
  readonly planned: StorePath;
  readonly store: { readonly power_MW: number; readonly way_frac: number } | null;
  /** Share of the load that the engines of the house carry. */
  readonly engines_frac: number;
}

/** One hour, used again for the next. MW are means over the hour. */
export interface HourFlown {
  readonly used_MW: Float64Array;
  backup_MW: number;
  into_MW: number;
  outOf_MW: number;
  shed_MW: number;
  /** In the store; before the hour, and after it. */
  held_MWh: number;
  /** Share of the hour in which power is shed, in which the servers that are up run, and in which none does. */
  shed_frac: number;
  usable_frac: number;
  dark_frac: number;
}

/** What a drawn year asks again and again. */
export interface StandIn extends StandInAsked {
  /** hours x sources: cheapest first. */
  readonly order: Uint8Array;
  readonly isSingle: readonly boolean[];
  /** Index of the grid among the sources; -1 without one. */
  readonly grid: number;
  /** Of one span: what each source gives and what it has left. */
  readonly given_MW: Float64Array;
  readonly left_MW: Float64Array;
}

/** Of the load: what is less is rounding. */
const CLOSE = 1e-9;

export const standIn = (asked: StandInAsked): StandIn => {
  const { of } = asked.sources;
  return {
    ...asked, order: meritOrder(asked.sources), isSingle: of.map((source) => unitsOf(source) === 1), grid: of.findIndex(({ kind }) => kind === "grid"),
    given_MW: new Float64Array(of.length), left_MW: new Float64Array(of.length),
  };
};

export const hourRoom = (sources: number): HourFlown => ({ used_MW: new Float64Array(sources), backup_MW: 0, into_MW: 0, outOf_MW: 0, shed_MW: 0, held_MWh: 0, shed_frac: 0, usable_frac: 0, dark_frac: 0 });

const meritOrder = ({ of, cost_usd_per_MWh: cost }: SiteSources): Uint8Array => {
  const count = of.length;
  const order = new Uint8Array(cost.length);
  for (let at = 0; at < cost.length; at += count) {
    for (let k = 0; k < count; k++) {
      let j = k;
      for (; j > 0 && cost[at + order[at + j - 1]!]! > cost[at + k]!; j--) order[at + j] = order[at + j - 1]!;
      order[at + j] = k;
    }
  }
  return order;
};

/** Whether the hour is flown as planned: nothing that the plan takes is out. */
export const isAsPlanned = ({ sources: { of, limit_MW }, planned: { used, into, outOf }, isSingle }: StandIn, { out_frac, storeOut_frac }: DrawnYear, h: number): boolean => {
  for (let k = 0; k < of.length; k++) {
    const out = out_frac[k]?.[h] ?? 0;
    const use = used[h * of.length + k]!;
    if (out > 0 && use > (isSingle[k] ? 0 : limit_MW[h * of.length + k]! * (1 - out))) return false;
  }
  return storeOut_frac === null || storeOut_frac[h] === 0 || (into[h] === 0 && outOf[h] === 0);
};

/** Flies the hour into `hour`, whose `held_MWh` says what the store holds at its start. */
export const flyHour = (plan: StandIn, drawn: DrawnYear, { h, hour }: { readonly h: number; readonly hour: HourFlown }): void => {
  hour.used_MW.fill(0);
  hour.backup_MW = hour.into_MW = hour.outOf_MW = hour.shed_MW = 0;
  hour.shed_frac = hour.usable_frac = hour.dark_frac = 0;
  let from = 0;
  for (const to of spanEnds(plan, drawn, h)) {
    if (to > from) flySpan(plan, drawn, { h, hour, from, to });
    from = Math.max(from, to);
  }
};

/** (1): a source of one unit is out up to its end. */
const spanEnds = ({ isSingle }: StandIn, { out_frac, storeOut_frac }: DrawnYear, h: number): readonly number[] => {
  const ends = [1];
  out_frac.forEach((column, k) => { if (isSingle[k] && column !== null && column[h]! > 0) ends.push(Math.min(1, column[h]!)); });
  if (storeOut_frac !== null && storeOut_frac[h]! > 0) ends.push(Math.min(1, storeOut_frac[h]!));
  return ends.sort((a, b) => a - b);
};

interface Span { readonly h: number; readonly hour: HourFlown; readonly from: number; readonly to: number }

const flySpan = (plan: StandIn, drawn: DrawnYear, span: Span): void => {
  const { planned, store, load_MW, given_MW } = plan;
  const { h, hour, from, to } = span;
  const width = to - from;
  const power_MW = store === null || (drawn.storeOut_frac?.[h] ?? 0) > from ? 0 : store.power_MW;
  const most_MW = store === null ? 0 : Math.min(power_MW, (hour.held_MWh * store.way_frac) / width);
  let outOf_MW = Math.min(planned.outOf[h]!, most_MW);
  let lack_MW = sourcesLack(plan, drawn, span) + planned.outOf[h]! - outOf_MW;
  const isWhole = lack_MW <= load_MW[h]! * CLOSE;
  let into_MW = power_MW === 0 ? 0 : Math.max(0, planned.into[h]! - lack_MW);
  lack_MW -= planned.into[h]! - into_MW;
  if (lack_MW < 0) giveLess(plan, h, -lack_MW);
  lack_MW = Math.max(0, lack_MW);
  lack_MW -= giveMore(plan, h, lack_MW);
  const backup_MW = Math.min(lack_MW, plan.engines_frac * load_MW[h]! * enginesRun(plan, drawn, span));
  const more_MW = Math.min(lack_MW - backup_MW, most_MW - outOf_MW);
  outOf_MW += more_MW;
  const shed_MW = lack_MW - backup_MW - more_MW;
  if (isWhole && power_MW > 0 && planned.outOf[h] === 0) into_MW = chargeBack(plan, span, { into_MW, power_MW });
  for (let k = 0; k < given_MW.length; k++) hour.used_MW[k] = hour.used_MW[k]! + width * given_MW[k]!;
  hour.backup_MW += width * backup_MW;
  hour.into_MW += width * into_MW;
  hour.outOf_MW += width * outOf_MW;
  hour.shed_MW += width * shed_MW;
  if (store !== null) hour.held_MWh = Math.max(0, hour.held_MWh + width * (into_MW * store.way_frac - outOf_MW / store.way_frac));
  if (shed_MW > load_MW[h]! * CLOSE) hour.shed_frac += width;
  const { isUsable, isDark } = uptime(plan, h, planned.lost[h]! + shed_MW);
  if (isUsable) hour.usable_frac += width;
  if (isDark) hour.dark_frac += width;
};

/** What each source gives of its plan and has left beside; answers what lacks. */
const sourcesLack = ({ sources: { of, limit_MW }, planned: { used }, isSingle, given_MW, left_MW }: StandIn, { out_frac }: DrawnYear, { h, from }: Span): number => {
  let lack_MW = 0;
  for (let k = 0; k < of.length; k++) {
    const at = h * of.length + k;
    const out = out_frac[k]?.[h] ?? 0;
    const can_MW = isSingle[k] ? (out > from ? 0 : limit_MW[at]!) : limit_MW[at]! * Math.max(0, 1 - out);
    const given = Math.min(used[at]!, can_MW);
    given_MW[k] = given;
    left_MW[k] = can_MW - given;
    lack_MW += used[at]! - given;
  }
  return lack_MW;
};

/** Share of the span in which the engines run: of that in which the grid is out. */
const enginesRun = ({ grid }: StandIn, { out_frac, engines_frac }: DrawnYear, { h, from }: Span): number => {
  const out = grid < 0 ? 0 : (out_frac[grid]?.[h] ?? 0);
  return out > from ? Math.min(1, engines_frac[h]! / out) : 0;
};

/** Takes what the sources have left, cheapest first; answers how much. */
const giveMore = ({ order, given_MW, left_MW }: StandIn, h: number, wanted_MW: number): number => {
  const count = given_MW.length;
  let rest = wanted_MW;
  for (let j = 0; j < count && rest > 0; j++) {
    const k = order[h * count + j]!;
    const more = Math.min(rest, left_MW[k]!);
    given_MW[k] = given_MW[k]! + more;
    left_MW[k] = left_MW[k]! - more;
    rest -= more;
  }
  return wanted_MW - rest;
};

/** Where a store that is out was to be charged: the dearest give less. */
const giveLess = ({ order, given_MW, left_MW }: StandIn, h: number, surplus_MW: number): void => {
  const count = given_MW.length;
  let rest = surplus_MW;
  for (let j = count - 1; j >= 0 && rest > 0; j--) {
    const k = order[h * count + j]!;
    const less = Math.min(rest, given_MW[k]!);
    given_MW[k] = given_MW[k]! - less;
    left_MW[k] = left_MW[k]! + less;
    rest -= less;
  }
};

/** (3): what goes into the store, to hold at the end of the span what is planned. */
const chargeBack = (plan: StandIn, { h, hour, from, to }: Span, { into_MW, power_MW }: { readonly into_MW: number; readonly power_MW: number }): number => {
  const { planned: { held }, store } = plan;
  const planned_MWh = held[h]! + to * (held[h + 1]! - held[h]!);
  const wanted_MW = (planned_MWh - hour.held_MWh) / ((to - from) * store!.way_frac);
  if (wanted_MW >= into_MW) return into_MW + giveMore(plan, h, Math.min(power_MW, wanted_MW) - into_MW);
  const less_MW = Math.max(0, wanted_MW);
  giveLess(plan, h, into_MW - less_MW);
  return less_MW;
};
