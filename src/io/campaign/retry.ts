/** When a shard is tried again, and when it is set aside. */

/** How an attempt ended without a result. "lost": whoever computed it vanished, which may have been the shard's doing or not. */
export interface Failure {
  readonly kind: "failed" | "lost";
  readonly cause: string;
}

/** The same function of the same numbers that failed so often will fail again. */
export const FAILED_MAX = 3;
/** A shard that was under way at so many ends of its worker is most likely their cause. */
export const LOST_MAX = 6;

/** Whether a shard with these failures is tried no more. */
export const isPoison = (failures: readonly Failure[]): boolean =>
  failures.filter(({ kind }) => kind === "failed").length >= FAILED_MAX || failures.filter(({ kind }) => kind === "lost").length >= LOST_MAX;
