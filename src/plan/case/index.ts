/** From a scenario's sections for ground and orbit to options of one form: the only part of the planner that knows a tier. */
export { otherTerms } from "./other-terms.ts";
export { buildCase, caseNumbers, isOnline } from "./build-case.ts";
export type { PlanInput } from "./build-case.ts";
export { liftOf } from "./lift.ts";
export type { LaunchVehicle, Lift } from "./lift.ts";
export { launchesOffered } from "./offered.ts";
export { planNotes } from "./notes.ts";
