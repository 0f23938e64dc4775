/** A decision in a few sentences: when to take it, when that is to be expected, what the right to wait is worth. */
import { formatNumber, formatQuarter } from "../../units/index.ts";
import type { DecisionCase, DecisionKind, DecisionValue, DriverCase, OptionsCase, RuleAt } from "./options-record.ts";

const DO: Readonly<Record<DecisionKind, (decision: DecisionCase) => string>> = {
  wait: () => "Begin in orbit",
  stage: ({ pilot }) => `After a pilot of ${figure(pilot!)} platforms, build the rest`,
  own: ({ vehicle }) => `Take ${vehicle} into one's own house`,
  abandon: () => "Give up in orbit",
};

const RIGHT: Readonly<Record<DecisionKind, string>> = { wait: "the right to begin", stage: "the pilot with the right to the rest", own: "the right to own it", abandon: "the right to give up" };
const NOW: Readonly<Record<DecisionKind, string>> = { wait: "beginning at the first date whatever happens", stage: "all at once at the first date", own: "owning it from the first date on", abandon: "giving up at the first date" };

type Told = Omit<DecisionValue, "text">;

/** Four digits without idle zeros. */
const figure = (value: number): string => {
  const text = formatNumber(value);
  return text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text;
};

/** "1.2 B$": dollars with a prefix. */
export const dollars = (usd: number): string => {
  if (Math.abs(usd) < 0.5) return "0 $";
  const [unit, divisor] = Math.abs(usd) >= 1e9 ? ["B$", 1e9] as const : Math.abs(usd) >= 1e6 ? ["M$", 1e6] as const : ["$", 1] as const;
  return `${figure(usd / divisor)} ${unit}`;
};

export const decisionText = (all: OptionsCase, decision: DecisionCase, told: Told): string =>
  [whenText(all, decision, told), chanceText(told), worthText(decision, told)].join(" ");

/** The rule at the date at which most paths decide. */
const whenText = ({ drivers }: OptionsCase, decision: DecisionCase, { decidedBy_frac, rule, dates }: Told): string => {
  const begin = DO[decision.kind](decision);
  const share = decidedBy_frac.map((by, date) => by - (date === 0 ? 0 : decidedBy_frac[date - 1]!));
  const most = share.indexOf(Math.max(...share));
  if (share[most]! <= 0) return `${begin}: never, under this rule.`;
  const at = rule.filter(({ quarter }) => quarter === dates[most]);
  const said = at.filter(({ when }) => when !== "never").map((one) => ruleText(one, drivers));
  return said.length === 0 ? `${begin} in ${formatQuarter(dates[most]!)}, where the drivers together allow it.` : `${begin} in ${formatQuarter(dates[most]!)} ${said.join(", or ")}.`;
};

/** "when launch-price is below 31 M$ (310 $/kg)". */
export const ruleText = ({ driver, when, value, happened }: RuleAt, drivers: readonly DriverCase[]): string => {
  const events = Object.entries(happened).map(([id, is]) => `${id} has ${is ? "" : "not "}happened`);
  const moved = drivers.find(({ id }) => id === driver);
  if (moved === undefined || when === "always" || when === "never") return [when === "never" ? "never" : "in any case", ...events].join(" if ").replace("in any case if", "if");
  const edges = value.map((one) => valueText(one, moved)).join(" and ");
  return `when ${moved.id} is ${when} ${edges}${events.length === 0 ? "" : ` and ${events.join(" and ")}`}`;
};

/** A value of a driver's field, with dollars per kilogram where it is the price of a launch. */
export const valueText = (value: number, { unit, payload_kg }: DriverCase): string => {
  const shown = unit === "$" ? dollars(value) : unit === "" ? figure(value) : `${figure(value)} ${unit}`;
  return payload_kg === null ? shown : `${shown} (${figure(value / payload_kg)} $/kg of payload)`;
};

const percent = (share: number): string => `${figure(100 * share)} %`;

const chanceText = ({ dates, decidedBy_frac, never_frac, expected_quarter }: Told): string => {
  if (expected_quarter === null) return "No path decides.";
  const half = dates[Math.floor((dates.length - 1) / 2)]!;
  return `Where it is decided, ${formatQuarter(Math.round(expected_quarter))} is to be expected; chance by ${formatQuarter(half)} ${percent(decidedBy_frac[dates.indexOf(half)]!)}, never ${percent(never_frac)}.`;
};

const worthText = ({ kind }: DecisionCase, { value_usd, standardError_usd, now_usd, flexibility_usd }: Told): string => {
  const now = now_usd === null ? "no plan is left for that at the first date" : `${dollars(now_usd)} for ${NOW[kind]}`;
  return `${RIGHT[kind].charAt(0).toUpperCase()}${RIGHT[kind].slice(1)} is worth ${dollars(value_usd)} (standard error ${dollars(standardError_usd)}) beside ${now}: not having to decide today is worth ${dollars(flexibility_usd)}.`;
};
