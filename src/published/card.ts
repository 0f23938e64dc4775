/** What every published model states of itself, beside its functions. */
export type ModelCard = {
  readonly id: string;
  readonly title: string;
  /** Where its formulas and defaults stand, with version or commit. */
  readonly source: string;
  readonly asOf: string;
  /** How much of it is rebuilt here. */
  readonly grade: "rebuilt whole" | "rebuilt term by term" | "claims, their arithmetic alone";
  /** How its numbers are known to us. */
  readonly evidence: "published" | "run here by its own code" | "read from its spreadsheet";
  /** What is inside its boundary, in its own terms. */
  readonly boundary: string;
  /** What is known to be wrong, missing or inconsistent in it. */
  readonly faults: readonly string[];
};
