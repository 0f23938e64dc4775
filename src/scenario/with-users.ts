/**
 * What a class's users and its language model say of it: the shape of its rate, and the tokens of a request.
 *
 *   1. shape(h) = sum over regions of share x sum over their cities of weight x day(h + longitude/15 deg) / mean of the day, h the hour in UTC
 *   2. between the day's hours a straight line; shares over their sum
 *   3. tokens of a request = prompt + generated
 *
 * Assumes: mean solar time, so that zones and summer time are an hour or two off; one day for all regions and all days of the week.
 * Accuracy: the mean over a day is 1 whatever the places, to rounding; against `userRequests` of dawndusk/network (test/scenario).
 */
import { regionPlaces, type Entry } from "../catalog/index.ts";
import { quarterStart_s } from "../units/index.ts";
import type { PartlyScenario } from "./check-rule.ts";
import type { Profile } from "./field.ts";
import { flatProfile } from "./profile.ts";
import type { Resolving } from "./resolve.ts";
import { pathText } from "./tree.ts";

const HOURS = 24;
const HOUR_S = 3600;
const DEGREES_PER_HOUR = 15;

type Classes = NonNullable<NonNullable<PartlyScenario["demand"]>["classes"]>;
type One = Classes[number];

/** The classes with shape and tokens of their users and model; those of faulty fields stand as they are. */
export const withUsers = (r: Resolving, fields: PartlyScenario): PartlyScenario => {
  const classes = fields.demand?.classes;
  if (classes === undefined || !classes.some(({ users, serving }) => users || serving)) return fields;
  const start_quarter = fields.horizon?.start_quarter ?? 0;
  return { ...fields, demand: { ...fields.demand, classes: classes.map((one, i) => ({ ...one, ...shapeOf(r, one, start_quarter), ...tokensOf(r, one, i) })) } };
};

const shapeOf = (r: Resolving, { users }: One, start_quarter: number): { readonly shape?: Profile } => {
  const day = users?.day === undefined ? undefined : r.entries[`days/${users.day}`];
  const regions = users?.regions?.flatMap(({ region, share }) => (region === undefined || share === undefined ? [] : [{ region, share }])) ?? [];
  const all = regions.reduce((sum, { share }) => sum + share, 0);
  if (day === undefined || !(all > 0)) return {};
  const curve = dayCurve(day);
  const value = Array.from({ length: HOURS }, (_, hour) => regions.reduce((sum, { region, share }) => sum + (share / all) * regionRate(region, { curve, hour }), 0));
  // The horizon's first midnight: these are hours in UTC, of every day.
  return { shape: value.length === 0 ? flatProfile : { start_utc_s: quarterStart_s(start_quarter), step_s: HOUR_S, value, source: `${regions.map(({ region }) => region).join(", ")} by local hour, ${day.id}` } };
};

/** Rates at 0, 1, ... 23 h over their mean. */
const dayCurve = ({ figures }: Entry): readonly number[] => {
  const hours = Array.from({ length: HOURS }, (_, hour) => figures[`h${hour}`]!.value);
  const mean = hours.reduce((sum, value) => sum + value, 0) / HOURS;
  return hours.map((value) => value / mean);
};

const regionRate = (region: string, { curve, hour }: { readonly curve: readonly number[]; readonly hour: number }): number =>
  regionPlaces(region).reduce((sum, { longitude_deg, share_frac }) => sum + share_frac * between(curve, hour + longitude_deg / DEGREES_PER_HOUR), 0);

/** The curve at an hour of any day (2). */
const between = (curve: readonly number[], hour: number): number => {
  const within = ((hour % HOURS) + HOURS) % HOURS;
  const from = Math.floor(within) % HOURS;
  const share = within - Math.floor(within);
  return curve[from]! * (1 - share) + curve[(from + 1) % HOURS]! * share;
};

const tokensOf = (r: Resolving, { serving }: One, i: number): { readonly tokensPerRequest_token?: number } => {
  if (!serving || serving.input_token === undefined || serving.output_token === undefined) return {};
  const value = serving.input_token + serving.output_token;
  const path = pathText(r.tree, ["demand", "classes", i, "tokensPerRequest"]);
  const at = r.assumptions.findIndex((one) => one.path === path);
  if (at >= 0) r.assumptions[at] = { ...r.assumptions[at]!, value, low: null, high: null, source: "prompt and generated tokens of serving", origin: "scenario", form: "constant", evidence: null };
  return { tokensPerRequest_token: value };
};
