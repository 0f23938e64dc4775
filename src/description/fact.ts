/** One number of a description: plain, or with its bounds and where it comes from. The unit is the end of its key's name. */
import * as z from "zod";

export const EVIDENCE = ["demonstrated", "listed", "filed", "claimed", "estimate", "target"] as const;

export interface Fact {
  readonly value: number;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly source?: string | undefined;
  readonly asOf?: string | number | undefined;
  readonly evidence?: (typeof EVIDENCE)[number] | undefined;
}

/** Bounds of what a number may be; `above` itself is not allowed. */
interface Range {
  readonly above?: number;
  readonly least?: number;
  readonly most?: number;
  readonly whole?: true;
}

const numberIn = ({ above, least, most, whole }: Range): z.ZodNumber => {
  let form = whole === true ? z.int() : z.number();
  if (above !== undefined) form = form.gt(above);
  if (least !== undefined) form = form.gte(least);
  if (most !== undefined) form = form.lte(most);
  return form;
};

const DATE = /^\d{4}(-\d{2}){0,2}$/;
/** 2026, 2026-11 or 2026-11-22; a bare year is a number in YAML. */
export const dateForm = z.union([z.string().regex(DATE), z.int().gte(1950).lte(2200)]).meta({ id: "date" });

const formOf = (range: Range) => {
  const number = numberIn(range);
  const record = z.strictObject({
    value: number,
    low: number.nullable().optional().describe("the least that it may be; null where nobody knows"),
    high: number.nullable().optional().describe("the most that it may be; null where nobody knows"),
    source: z.string().optional().describe("a key of `sources`"),
    asOf: dateForm.optional(),
    evidence: z.enum(EVIDENCE).optional(),
  });
  return z.union([number, record]);
};

/** Forms that many keys share stand once in the JSON Schema, by these names. */
const FORMS = {
  above0: formOf({ above: 0 }).meta({ id: "above-0" }),
  from0: formOf({ least: 0 }).meta({ id: "from-0" }),
  share: formOf({ least: 0, most: 1 }).meta({ id: "share" }),
  count: formOf({ above: 0, whole: true }).meta({ id: "count" }),
};

/** A number above 0. */
export const above0 = (doc: string) => FORMS.above0.optional().describe(doc);
/** A number of 0 or more. */
export const from0 = (doc: string) => FORMS.from0.optional().describe(doc);
/** 0 to 1. */
export const share = (doc: string) => FORMS.share.optional().describe(doc);
/** A whole number above 0. */
export const count = (doc: string) => FORMS.count.optional().describe(doc);
/** A number within bounds. */
export const within = (doc: string, [least, most]: readonly [number, number]) => formOf({ least, most }).optional().describe(doc);

/** The value of a number, however it is written. */
export const valueOf = (given: number | Fact): number => (typeof given === "number" ? given : given.value);
