/** What the last few cases came to: the one that was kept first goes when there are more. */
import type { Case } from "./case.ts";

export interface LastFew<T> {
  readonly of: (given: Case) => T | undefined;
  readonly keep: (given: Case, value: T) => void;
}

export const lastFew = <T>(most: number): LastFew<T> => {
  const kept = new Map<string, T>();
  return {
    of: (given) => kept.get(JSON.stringify(given)),
    keep: (given, value) => {
      kept.set(JSON.stringify(given), value);
      for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    },
  };
};
