/** What a rule between fields is given. */
import type { Complaint } from "./problem.ts";
import type { ScenarioFields } from "./table/index.ts";
import type { Path } from "./tree.ts";

/** A scenario of which anything may be missing. */
export type Partly<T> = T extends readonly (infer U)[] ? readonly Partly<U>[] : T extends object ? { readonly [K in keyof T]?: Partly<T[K]> | undefined } : T;
export type PartlyScenario = Partly<ScenarioFields>;

export interface Check {
  readonly scenario: PartlyScenario;
  /** Whether the scenario itself writes the field, and not a default or the catalogue. */
  readonly wrote: (path: Path) => boolean;
  readonly complain: (path: Path, complaint: Complaint) => void;
  readonly note: (text: string) => void;
}

export const listOf = <T>(list: readonly T[] | undefined): readonly T[] => list ?? [];
