/** What a study is made of: fields, designs, what is measured of each. Plain, serialisable, readonly. */

/** A quantity that designs are compared by. */
export interface Measure {
  /** With its unit, as in JSON and CSV: "wet_kg". */
  readonly key: string;
  readonly name: string;
  /** For people; "frac" is a share of 1, "" a number without unit. */
  readonly unit: string;
  /** Which end of it is better; null where that depends on who asks. */
  readonly better: "low" | "high" | null;
}

export interface Measured extends Measure {
  /** Null where it does not exist. */
  readonly value: number | null;
}

/** One design as measured: the same measures for every design of a scenario. */
export interface Evaluation {
  /** "unheld": it breaks no limit that it was held against, and there are some that it could not be. */
  readonly status: "feasible" | "unheld" | "infeasible";
  /** Limits that it breaks, and those that it was not held against. */
  readonly why: readonly string[];
  readonly measures: readonly Measured[];
}

/** A value of a field: a number in the field's unit (a quarter: year * 4 + 0..3, a date: seconds since 1970), or a word. */
export type FieldValue = number | string;

/** A field that a study changes. */
export interface StudyField {
  readonly path: string;
  /** Of its values; "" where they have none, "frac" for a share, "quarter" and "date" for those. */
  readonly unit: string;
}

/** A design of a study: its values in the order of the fields, its measures in that of the measures. "invalid": no scenario. */
export interface StudyPoint {
  readonly values: readonly FieldValue[];
  readonly status: Evaluation["status"] | "invalid";
  readonly why: readonly string[];
  readonly measures: readonly (number | null)[];
}
