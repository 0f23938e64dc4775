/** What `size` says of a design's published claims. */

/** One published number. */
export interface Claim {
  /** As in the scenario: "orbit.claims.mass". */
  readonly path: string;
  readonly value: number;
  readonly unit: string;
  /** As written in the scenario, else half a unit of the last digit stated. */
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

/** One claim set to what it would have to be. */
export interface ClaimChange {
  readonly path: string;
  readonly value: number;
  readonly unit: string;
}

/** What a claim would have to be for one relation to hold, and which relations that hold now would then not (their ids). */
export interface ClaimNeed extends ClaimChange {
  readonly breaks: readonly string[];
}

/** One relation between claims: left is to equal right, or at most to reach it. */
export interface ClaimRelation {
  readonly id: string;
  readonly words: string;
  readonly kind: "equal" | "at most";
  readonly terms: readonly Claim[];
  readonly left: number;
  readonly right: number;
  readonly unit: string;
  /** left / right - 1. */
  readonly gap_frac: number;
  /** Largest gap that the rounding of its terms explains. */
  readonly tolerance_frac: number;
  readonly closes: boolean;
  /** Where it does not close: each term that could close it. */
  readonly needs: readonly ClaimNeed[];
}

export interface ClaimsSizing {
  readonly closes: boolean;
  readonly relations: readonly ClaimRelation[];
  /** Fewest changes after which everything closes, each set of them; none when it closes, or when MOST_CHANGES are not enough. */
  readonly mends: readonly (readonly ClaimChange[])[];
  /** Claims that no relation holds against another. */
  readonly unchecked: readonly string[];
}
