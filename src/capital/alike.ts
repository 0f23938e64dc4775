/**
 * Sculpted loans of equal terms as one loan, and the part that each has of it.
 *
 * What one sculpted loan may owe depends on those before it. Two halves of a loan that were sized one after the other would not come to what the whole does once
 * the later half has arrears, is swept or meets a bound that the earlier one does not feel; so the passes see one loan where only name and amount differ.
 */
import type { Instrument, Stack } from "./stack.ts";

/** Place of an instrument's loan in the joined stack, and its part of it: by amount, in equal parts where none has one. */
export interface Part {
  readonly at: number;
  readonly share_frac: number;
}

export interface Joined {
  readonly stack: Stack;
  /** By instrument of the stack as it was. */
  readonly parts: readonly Part[];
}

/** The stack with loans of equal terms as one, each at the place of the first; null where no two are alike. */
export const joinAlike = (stack: Stack): Joined | null => {
  const keys = stack.instruments.map(keyOf);
  const kept = [...new Set(keys)];
  if (kept.length === keys.length) return null;
  const groups = kept.map((key) => stack.instruments.filter((_, i) => keys[i] === key));
  return {
    stack: { ...stack, instruments: groups.map(asOne) },
    parts: stack.instruments.map((one, i) => {
      const at = kept.indexOf(keys[i]!);
      return { at, share_frac: shareOf(one, groups[at]!) };
    }),
  };
};

/** Equal for instruments that are one loan: all terms but name and amount, and whether there is an amount. */
const keyOf = (one: Instrument, i: number): string => {
  if (one.kind !== "debt" || one.repayment !== "sculpted") return `alone ${i}`;
  return JSON.stringify(Object.entries({ ...one, id: "", limit_usd: one.limit_usd === Infinity }).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

const asOne = (group: readonly Instrument[]): Instrument => (group.length === 1 ? group[0]! : { ...group[0]!, id: group.map(({ id }) => id).join(" + "), limit_usd: limitOf(group) });

const limitOf = (group: readonly Instrument[]): number => group.reduce((sum, { limit_usd }) => sum + limit_usd, 0);

const shareOf = ({ limit_usd }: Instrument, group: readonly Instrument[]): number => {
  if (group.length === 1) return 1;
  const all = limitOf(group);
  return all === 0 || all === Infinity ? 1 / group.length : limit_usd / all;
};
