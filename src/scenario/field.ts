/**
 * One row of the field table: what a scenario field is, from which its zod schema, its JSON Schema, `explain`, the docs
 * and the type of the resolved record derive.
 *
 * The key of a resolved field carries its unit: the row `altitude` in "km" resolves to `altitude_km`.
 */
import type { Evidence, Kind } from "../catalog/index.ts";

/** Canonical unit of a field → the suffix of its resolved name. */
export const SUFFIX = {
  "1": "",
  frac: "_frac",
  km: "_km",
  au: "_au",
  m: "_m",
  m2: "_m2",
  m3: "_m3",
  "m/s": "_m_per_s",
  kg: "_kg",
  deg: "_deg",
  h: "_h",
  min: "_min",
  ms: "_ms",
  yr: "_yr",
  s: "_s",
  K: "_K",
  Pa: "_Pa",
  W: "_W",
  kW: "_kW",
  MW: "_MW",
  $: "_usd",
  "$/yr": "_usd_per_yr",
  "$/kg": "_usd_per_kg",
  "$/W": "_usd_per_W",
  "$/MWh": "_usd_per_MWh",
  "$/kWh": "_usd_per_kWh",
  "$/GB": "_usd_per_GB",
  "$/m2": "_usd_per_m2",
  "$/m3": "_usd_per_m3",
  "1/yr": "_per_yr",
  "1/week": "_per_week",
  "1/K": "_per_K",
  "token/s": "_token_per_s",
  "token/J": "_token_per_J",
  token: "_token",
  B: "_B",
  "B/day": "_B_per_day",
  "kg/kg": "_kg_per_kg",
  "kg/TB": "_kg_per_TB",
  "kg/kWh": "_kg_per_kWh",
  "B/token": "_B_per_token",
  "Gb/s": "_Gbps",
  "kg/m2": "_kg_per_m2",
  "kg/kW": "_kg_per_kW",
  "Wh/kg": "_Wh_per_kg",
  "Wh/L": "_Wh_per_L",
  "kW/m3": "_kW_per_m3",
  "J/m2/K": "_J_per_m2_K",
  "J/K/W": "_J_per_K_W",
  "W/m2/K": "_W_per_m2_K",
  "W/m/K": "_W_per_m_K",
  "W/m2": "_W_per_m2",
  um: "_um",
  urad: "_urad",
  GHz: "_GHz",
  MHz: "_MHz",
  dB: "_dB",
  dBW: "_dBW",
  "dB/K": "_dB_per_K",
  cGy: "_cGy",
  "L/kWh": "_L_per_kWh",
  "g/kWh": "_g_per_kWh",
  kWh: "_kWh",
  "W/kg": "_W_per_kg",
  "m2/kg": "_m2_per_kg",
  "MW/yr": "_MW_per_yr",
  "kg/yr": "_kg_per_yr",
  "kg/m3": "_kg_per_m3",
  MWh: "_MWh",
  "$/kW": "_usd_per_kW",
  "$/GJ": "_usd_per_GJ",
  "kg/GJ": "_kg_per_GJ",
  "kJ/kWh": "_kJ_per_kWh",
  month: "_month",
  day: "_day",
  "m2/MW": "_m2_per_MW",
} as const;

export type FieldUnit = keyof typeof SUFFIX;
/** "frac" is a plain number from 0 to 1, so that 5 % and 0.05 are the same and 5 is refused. */
export const writtenUnit = (unit: FieldUnit): string => (unit === "frac" ? "1" : unit);

/** How a field may be written beyond a constant. */
export type Varies = "time" | "learning" | "random";

/** A number with its parents, in the field's unit. */
export interface DefaultFigure {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string;
  readonly asOf: string;
  readonly evidence: Evidence;
}

/** Where an absent field takes its value: a sourced figure, or the catalogue entry that a sibling field names; null for "none"; absent: it must be written. */
export type Fallback = DefaultFigure | { readonly catalog: string; readonly figure: string } | null;

interface Row {
  readonly doc: string;
  /** Stages that a change of this field touches first; later ones follow. */
  readonly feeds: readonly Stage[];
}
export type Stage = "size" | "fly" | "serve" | "plan" | "finance" | "risk";

export interface NumberRow<U extends FieldUnit = FieldUnit, V extends readonly Varies[] = readonly Varies[], N extends boolean = boolean> extends Row {
  readonly kind: "number";
  readonly unit: U;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly varies: V;
  readonly nullable: N;
  readonly fallback: Fallback | undefined;
  /** As one would write it; without one, the default is the example. */
  readonly example: string | undefined;
}
export interface TextRow extends Row { readonly kind: "text"; readonly fallback: string | undefined }
export interface ChoiceRow<C extends string = string> extends Row { readonly kind: "choice"; readonly of: readonly C[]; readonly fallback: C | undefined }
/** The id of a catalogue entry. */
export interface RefRow<N extends boolean = boolean> extends Row { readonly kind: "ref"; readonly of: Kind; readonly nullable: N; readonly fallback: string | null | undefined }
/** A calendar quarter, resolved to year * 4 + (0..3). */
export interface QuarterRow<N extends boolean = boolean> extends Row { readonly kind: "quarter"; readonly nullable: N; readonly fallback: null | undefined }
/** A date in UTC, resolved to seconds since 1970. */
export interface DateRow extends Row { readonly kind: "date"; readonly fallback: string | undefined }
/** A relative profile over time, from a file or inline; resolved to samples with a mean of 1. */
export interface ProfileRow extends Row {
  readonly kind: "profile";
  /** Whether single values may lie below zero; the mean may not. */
  readonly negative: boolean;
}
/** Values by the hour over a calendar year, from files; null where none are written. */
export interface SeriesRow<U extends FieldUnit = FieldUnit> extends Row {
  readonly kind: "series";
  readonly unit: U;
  readonly min: number;
  readonly max: number;
}
export interface ListRow<S extends Section = Section> extends Row { readonly kind: "list"; readonly of: S; readonly max: number }
export interface GroupRow<S extends Section = Section, N extends boolean = boolean> extends Row { readonly kind: "group"; readonly of: S; readonly nullable: N }

export type FieldRow = NumberRow | TextRow | ChoiceRow | RefRow | QuarterRow | DateRow | ProfileRow | SeriesRow | ListRow | GroupRow;
export interface Section { readonly [name: string]: FieldRow }

/** A number that may change over the horizon. Steps hold until the next; linear runs between points and is flat outside. */
export type Amount =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "schedule"; readonly interpolation: "step" | "linear"; readonly t_s: readonly number[]; readonly value: readonly number[] }
  | {
      readonly kind: "learning";
      /** Value at the reference quantity, and its fall per doubling. */
      readonly first: number;
      readonly rate_frac: number;
      /** Kilograms where it learns by mass, else a count. */
      readonly reference: number;
      readonly by: "mass" | "units";
      /** In the field's unit; 0 where the scenario gives none. */
      readonly floor: number;
    };

/** A relative profile: `value[i]` holds from `start_utc_s + i * step_s`, repeats in both directions, and has a mean of 1. */
export interface Profile {
  /** Seconds since 1970 at which `value[0]` holds: a midnight or a Monday in UTC, or the first instant of the file. */
  readonly start_utc_s: number;
  readonly step_s: number;
  readonly value: readonly number[];
  readonly source: string;
}

/** Absolute values, means of each hour, over the 8760 or 8784 hours of the flown year. */
export interface Series {
  /** Seconds since 1970 at which the first hour begins: the year's, in UTC or in the clock of the files. */
  readonly start_utc_s: number;
  readonly step_s: 3600;
  /** In the field's unit. */
  readonly value: readonly number[];
  /** Calendar year that the values are of. */
  readonly year: number;
  /** Hours of these that no file holds and that stand on a line between their neighbours, as the scenario allows. */
  readonly interpolated: number;
  readonly source: string;
}

type SuffixOf<U extends FieldUnit> = (typeof SUFFIX)[U];
type KeyOf<K extends string, F> = F extends { kind: "number" | "series"; unit: infer U extends FieldUnit } ? `${K}${SuffixOf<U>}`
  : F extends { kind: "quarter" } ? `${K}_quarter`
  : F extends { kind: "date" } ? `${K}_utc_s`
  : K;
type NumberOf<V extends readonly Varies[]> = Extract<V[number], "time" | "learning"> extends never ? number : Amount;
type Nullable<T, N extends boolean> = N extends true ? T | null : T;
type ValueOf<F> =
  F extends NumberRow<FieldUnit, infer V, infer N> ? Nullable<NumberOf<V>, N>
  : F extends ChoiceRow<infer C> ? C
  : F extends TextRow ? string
  : F extends RefRow<infer N> ? Nullable<string, N>
  : F extends QuarterRow<infer N> ? Nullable<number, N>
  : F extends DateRow ? number
  : F extends ProfileRow ? Profile
  : F extends SeriesRow ? Series | null
  : F extends ListRow<infer S> ? readonly Resolved<S>[]
  : F extends GroupRow<infer S, infer N> ? Nullable<Resolved<S>, N>
  : never;
/** The record that a section of the table resolves to. */
export type Resolved<S extends Section> = { readonly [K in keyof S & string as KeyOf<K, S[K]>]: ValueOf<S[K]> };

type NumberSpec<V extends readonly Varies[]> = {
  readonly doc: string;
  readonly min: number;
  readonly max: number;
  readonly whole?: true;
  readonly varies?: V;
  readonly fallback?: Exclude<Fallback, null>;
  readonly example?: string;
  readonly feeds: readonly Stage[];
};

/** A number that always has a value. */
export const number = <const U extends FieldUnit, const V extends readonly Varies[] = []>(unit: U, spec: NumberSpec<V>): NumberRow<U, V, false> => ({
  kind: "number", unit, min: spec.min, max: spec.max, whole: spec.whole === true, varies: (spec.varies ?? []) as V, nullable: false,
  fallback: spec.fallback, example: spec.example, doc: spec.doc, feeds: spec.feeds,
});
/** A number that may be left out, and is then null. */
export const optionalNumber = <const U extends FieldUnit, const V extends readonly Varies[] = []>(unit: U, spec: Omit<NumberSpec<V>, "fallback">): NumberRow<U, V, true> => ({
  kind: "number", unit, min: spec.min, max: spec.max, whole: spec.whole === true, varies: (spec.varies ?? []) as V, nullable: true,
  fallback: null, example: spec.example, doc: spec.doc, feeds: spec.feeds,
});
type Texted = { readonly doc: string; readonly feeds?: readonly Stage[] };
export const text = (spec: Texted & { readonly fallback?: string }): TextRow => ({ kind: "text", fallback: spec.fallback, doc: spec.doc, feeds: spec.feeds ?? [] });
export const choice = <const C extends string>(of: readonly C[], spec: Texted & { readonly fallback?: NoInfer<C> }): ChoiceRow<C> => ({ kind: "choice", of, fallback: spec.fallback, doc: spec.doc, feeds: spec.feeds ?? [] });
export const ref = (of: Kind, spec: Texted & { readonly fallback?: string }): RefRow<false> => ({ kind: "ref", of, nullable: false, fallback: spec.fallback, doc: spec.doc, feeds: spec.feeds ?? [] });
export const optionalRef = (of: Kind, spec: Texted): RefRow<true> => ({ kind: "ref", of, nullable: true, fallback: null, doc: spec.doc, feeds: spec.feeds ?? [] });
export const quarter = (spec: Texted): QuarterRow<false> => ({ kind: "quarter", nullable: false, fallback: undefined, doc: spec.doc, feeds: spec.feeds ?? [] });
export const optionalQuarter = (spec: Texted): QuarterRow<true> => ({ kind: "quarter", nullable: true, fallback: null, doc: spec.doc, feeds: spec.feeds ?? [] });
export const date = (spec: Texted & { readonly fallback?: string }): DateRow => ({ kind: "date", fallback: spec.fallback, doc: spec.doc, feeds: spec.feeds ?? [] });
export const profile = (spec: Texted & { readonly negative?: true }): ProfileRow => ({ kind: "profile", negative: spec.negative === true, doc: spec.doc, feeds: spec.feeds ?? [] });
export const series = <const U extends FieldUnit>(unit: U, spec: Texted & { readonly min: number; readonly max: number }): SeriesRow<U> => ({ kind: "series", unit, min: spec.min, max: spec.max, doc: spec.doc, feeds: spec.feeds ?? [] });
export const list = <const S extends Section>(of: S, spec: Texted & { readonly max: number }): ListRow<S> => ({ kind: "list", of, max: spec.max, doc: spec.doc, feeds: spec.feeds ?? [] });
export const group = <const S extends Section>(of: S, spec: Texted): GroupRow<S, false> => ({ kind: "group", of, nullable: false, doc: spec.doc, feeds: spec.feeds ?? [] });
export const optionalGroup = <const S extends Section>(of: S, spec: Texted): GroupRow<S, true> => ({ kind: "group", of, nullable: true, doc: spec.doc, feeds: spec.feeds ?? [] });
