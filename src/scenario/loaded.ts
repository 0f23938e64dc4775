import type { Problem } from "./problem.ts";
import type { Scenario } from "./scenario.ts";

/** A scenario, or all that is wrong with it. */
export type Loaded = { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly problems: readonly Problem[] };
