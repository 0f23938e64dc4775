/** The scenario on each other terms that one of its vehicles can be had on. */
import { ACCESS_MODES, missingAccess } from "../../scenario/index.ts";
import type { AccessMode, Scenario } from "../../scenario/index.ts";

const WORDS: Readonly<Record<AccessMode, string>> = { customer: "buy launches on", partner: "reserve launches on", owner: "own" };

/** One scenario for each vehicle and each mode that is not its own and whose terms are written. */
export const otherTerms = (scenario: Scenario): readonly { readonly id: string; readonly scenario: Scenario }[] =>
  scenario.launch.vehicles.flatMap(({ id, access }, v) => {
    if (access === null) return [];
    const written = ACCESS_MODES.filter((mode) => mode !== access.mode && missingAccess(access, mode).length === 0);
    return written.map((mode) => ({
      id: `${WORDS[mode]} ${id}`,
      scenario: { ...scenario, launch: { ...scenario.launch, vehicles: scenario.launch.vehicles.map((vehicle, i) => (i === v ? { ...vehicle, access: { ...access, mode } } : vehicle)) } },
    }));
  });
