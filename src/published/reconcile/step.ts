/** A step of the way from one answer to another. */

export interface Step {
  /** "launch", "build/power", "boundary/links"; the tier before it where both are in the answer: "ground/life". */
  readonly id: string;
  /** Stated by both and the same in meaning; inside one alone; or worked out by each in its own way. */
  readonly kind: "input" | "boundary" | "term";
  readonly what: string;
  /** What the step changes, where one number says it; null where several do, or where one side has none. */
  readonly from: number | null;
  readonly to: number | null;
  readonly unit: string;
  /** Ids of what it takes together, where it does. */
  readonly parts?: readonly string[];
}

export const KINDS = ["input", "boundary", "term"] as const;

/** The steps of a game with what they are worth when taken: `taken` has a bit for each. */
export interface StepGame {
  readonly steps: readonly Step[];
  readonly value: (taken: number) => number;
}
