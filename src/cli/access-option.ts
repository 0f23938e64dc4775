/** `plan --access customer,partner,owner`: the terms on which the plan has its launches, those to hold against it after them. */
import { settledTerms } from "../run/index.ts";
import { ACCESS_MODES, missingAccess, type AccessMode, type Scenario } from "../scenario/index.ts";
import { UsageError } from "./failure.ts";

/** The scenario under the first of the modes, on every vehicle that has terms for it; the plan's twins are the others. Throws UsageError for a mode that no vehicle has terms for. */
export const underAccess = (scenario: Scenario, text: string): Scenario => {
  const modes = text.split(",").map((word) => word.trim());
  for (const word of modes) if (!isMode(word)) throw new UsageError(`--access has no "${word}"`, `one or more of ${ACCESS_MODES.join(", ")}, separated by commas`);
  const wanted = modes as readonly AccessMode[];
  // A marginal cost may stand in its parts.
  const { vehicles } = settledTerms(scenario).launch;
  const has = (mode: AccessMode, v: number): boolean => vehicles[v]!.access !== null && missingAccess(vehicles[v]!.access, mode).length === 0;
  for (const mode of wanted) {
    if (!vehicles.some((_, v) => has(mode, v))) throw new UsageError(`--access ${mode}, and no vehicle has terms for it`, "write launch.vehicles.access: dawndusk explain launch.vehicles.access.mode");
  }
  return {
    ...scenario,
    launch: { ...scenario.launch, vehicles: scenario.launch.vehicles.map((vehicle, v) => (has(wanted[0]!, v) ? { ...vehicle, access: { ...vehicle.access!, mode: wanted[0]! } } : vehicle)) },
  };
};

const isMode = (word: string): word is AccessMode => ACCESS_MODES.some((mode) => mode === word);
