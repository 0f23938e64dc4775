/** The scenario on each other terms that one of its vehicles can be had on. */
import type { Scenario } from "../../scenario/index.ts";
import { missingTerms } from "./access.ts";
import type { AccessMode } from "./access.ts";

const MODES: readonly AccessMode[] = ["customer", "partner", "owner"];
const WORDS: Readonly<Record<AccessMode, string>> = { customer: "buy launches on", partner: "reserve launches on", owner: "own" };

/** One scenario for each vehicle and each mode that is not its own and whose terms are written. */
export const otherTerms = (scenario: Scenario): readonly { readonly id: string; readonly scenario: Scenario }[] =>
  scenario.launch.vehicles.flatMap(({ id, access }, v) => {
    if (access === null) return [];
    const written = MODES.filter((mode) => mode !== access.mode && missingTerms({ ...access, mode }).length === 0);
    return written.map((mode) => ({
      id: `${WORDS[mode]} ${id}`,
      scenario: { ...scenario, launch: { ...scenario.launch, vehicles: scenario.launch.vehicles.map((vehicle, i) => (i === v ? { ...vehicle, access: { ...access, mode } } : vehicle)) } },
    }));
  });
